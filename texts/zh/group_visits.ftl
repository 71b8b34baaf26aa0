### 集中走访：发起、邀请、签到

command-together = 集中走访：发起、签到

group-list = 您发起或参加的集中走访：
group-none = 还没有集中走访。发起后，可以请本界别、本工委的委员参加，到场签到。
group-label = { $day }　{ $note }
group-button-new = 发起集中走访
group-ask-matter = 哪天、到哪里、做什么？请写一句，例如：3月20日 到城北村走访困难户
group-shown =
    <b>集中走访</b>　{ $day }
    { $note }
    发起：{ $organiser }

    { $lines }
group-shown-to-organiser =
    <b>集中走访</b>　{ $day }
    { $note }
    发起：{ $organiser }

    { $lines }

    请委员当天签到，可转发这个链接：
    { $link }
group-line = · { $member }　走访 { $met } 位
group-nobody-yet = （还没有人签到）
group-button-sector = 请本界别委员
group-button-unit = 请本工委委员
group-button-sign-in = 签到
group-button-close = 结束签到
group-button-call-off = 取消这次走访
group-invited = 已通知 { $count } 位委员。
group-invitation =
    { $organiser }请您参加集中走访：
    { $day }　{ $note }

    到场后请按“签到”。
group-came = { $member }已签到（{ $day }集中走访，共 { $count } 位）。
group-called-off = 已取消{ $day }的集中走访：{ $note }
group-signed-in = 已签到：{ $day }集中走访。您还没有登记联系对象，所以没有计入走访。
group-ask-met = 已签到。这次见了哪几位联系对象？按姓名选中，再按“完成”。已选 { $count } 位。
group-contact-on = ✅ { $name }
group-contact-off = { $name }
group-logged = 集中走访已登记，走访联系对象 { $count } 位。

doing-group = 集中走访

group-unknown = 没有这次集中走访，链接可能不完整。
group-day-and-matter-are-wanted = 请先写日期，空一格，再写到哪里、做什么，例如：3月20日 到城北村走访困难户
group-day-is-too-far = 最晚写到{ $until }。
group-matter-is-too-long = 请不超过 { $limit } 字，现为 { $length } 字。
group-is-still-to-come = 集中走访在{ $day }，请当天到场后再签到。
group-is-over = 这次集中走访已经结束或取消。
group-signed-in-already = 您已经签到过了，不用再按。
group-is-not-yours = 这次集中走访由别人发起，您不能更改。
group-has-signed-in = 已有委员签到，不能取消。请按“结束签到”。
group-press-the-names = 您的联系对象里没有这个姓名。请按姓名选，选好按“完成”。
