### 履职进度

command-quota = 履职进度：今年还差什么

quota-shown =
    <b>{ $year }年履职进度</b>

    { $lines }

    { $left }

    { $notes }
quota-contact =
    <b>{ $name }</b>
    { $tallies }
quota-contact-without-figures = <b>{ $name }</b>　今年走访 { $visits } 次
quota-tally = { $bar } { $label } { $figure }
quota-tally-at-most = { $label } { $done }（最多 { $most }）
quota-in-all = <b>合计</b>
beside = { $first }　{ $then }
listed = { $first }、{ $then }

quota-counts-contacts = 联系对象
quota-contacts-of = 联系{ $kinds }
quota-counts-visits = 走访
quota-counts-people = 走访不同的人
quota-counts-good-deeds = 实事
quota-counts-activities = 活动
quota-counts-studios = 工作室

quota-left =
    今年还差（截至{ $until }）：
    { $items }
quota-left-visits = · 走访 { $count } 次
quota-left-good-deeds = · 实事 { $count } 件
quota-left-contacts = · 联系对象 { $count } 位
quota-all-done = 今年的任务已全部完成，谢谢您！
quota-contact-left =
    今年对{ $name }还差：
    { $items }
quota-contact-done = 今年对{ $name }的任务已经完成，谢谢您！

quota-counts-only = 计入{ $label }的方式：{ $kinds }
quota-source = 依据：{ $source }
quota-without-figures =
    <b>{ $year }年履职情况</b>

    { $scheme }没有规定数量，所以这里只记录，不算任务。
    今年走访 { $visits } 次，实事 { $deeds } 件。

    { $lines }

quota-button = 履职进度
quota-button-picture = 看图
quota-picture-title = { $year }年履职进度
quota-picture-until = 截至{ $until }
quota-picture-without-figures = 没有规定数量，只记录，不算任务。
quota-picture-in-all = 合计
quota-picture-nobody = 还没有登记联系对象
quota-picture-caption = { $year }年履职进度图
quota-more = 另有 { $count } 位，没有列出。
