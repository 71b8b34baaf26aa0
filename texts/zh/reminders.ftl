### 提醒，以及提醒之后告诉政协办公室的结果

reminder-hello-member = { $name }委员，您好！
reminder-hello = 您好！
reminder-one =
    { $hello }
    { $body }
reminder-several =
    { $hello }今天提醒您 { $count } 件事：

    { $bodies }
reminder-of-several = <b>{ $number }.</b> { $body }
reminder-button-tomorrow = 明天再提醒
reminder-button-next-week = 下周再提醒
reminder-will-come-again = 好的，{ $day }再提醒您。
reminder-is-put-off = 这条提醒已经改过日期，或者已经过去，不用再按。
reminder-can-not-wait = 今天是最后一天，不能再推迟了。

reminder-unseen =
    这些联系对象有一段时间没有走访了：
    { $lines }

reminder-monthly =
    这是每月一次的履职提醒。今年还需：
    { $lines }

    请在{ $until }前完成。
reminder-contacts-left = · 登记联系对象 { $count } 位
reminder-visits-left = · 走访 { $count } 次
reminder-visits-left-by-month = · 走访 { $count } 次，平均每月 { $a_month } 次
reminder-good-deeds-left = · 办实事 { $count } 件
reminder-see-next =
    建议先走访：
    { $contacts }
reminder-contact-owed = · { $name }：还差 { $count } 次，{ $seen }
reminder-contact = · { $name }：{ $seen }
reminder-more-contacts = · 还有 { $count } 位
reminder-seen-on = 上次{ $day }
reminder-never-seen = 还没有走访过
reminder-thanks = 您今年的联系走访任务已经全部完成。感谢您为群众付出的辛劳！

reminder-deadline =
    <b>{ $title }</b>（{ $when }）
    { $what }

    依据：{ $source }
reminder-deadline-contacts =
    <b>{ $title }</b>（{ $when }）
    { $what }

    您已登记联系对象 { $registered } 位，至少还需 { $missing } 位。
    依据：{ $source }
reminder-deadline-of-contacts =
    请您提醒 { $count } 位联系对象：
    <b>{ $title }</b>（{ $when }）
    { $what }

    依据：{ $source }
reminder-deadline-when =
    { $left ->
        [0] { $day }截止，就是今天
        [1] { $day }截止，就是明天
       *[other] { $day }截止，还有 { $left } 天
    }

reminder-calendar-unknown = { $year } 年的调休安排尚未公布，或系统尚未收录。履职提醒暂按周末和法定节假日安排日期。公布后，请系统维护人员在配置文件 [reminders] 的 extra_workdays 和 extra_holidays 中填写。

reminder-summary =
    <b>{ $title }</b>已发完：
    { $lines }
reminder-summary-sent = · 已送达 { $count } 位
reminder-summary-blocked = · 已停用本机器人 { $count } 位：{ $names }
reminder-summary-not-joined = · 尚未加入 { $count } 位：{ $names }
reminder-summary-failed = · 发送失败 { $count } 位：{ $names }
reminder-summary-owing-nothing = · 没有待办、无须提醒 { $count } 位
reminder-summary-done-and-thanked = · 任务已完成 { $count } 位，其中本次致谢 { $thanked } 位
reminder-names-and-more = { $names }等 { $count } 人
reminder-round-monthly = { $year }年{ $month }月履职提醒
reminder-round-deadline = “{ $title }”提醒（提前 { $days } 天）
