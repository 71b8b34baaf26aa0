### 履职计划：年历、期限、我的活动和预约

command-plan = 履职计划：年历、期限、我的活动和预约
menu-plan = 🗓 履职计划

plan-month =
    <b>{ $year }年{ $month }月履职计划</b>

    <b>我的活动</b>
    { $mine }{ $talks }

    <b>期限</b>
    { $dates }

    <b>年度活动安排</b>（★ 与您有关）
    { $lines }
plan-year =
    <b>{ $year }年履职计划</b>

    <b>我的活动</b>
    { $mine }{ $talks }

    <b>期限</b>
    { $dates }

    <b>年度活动安排</b>（★ 与您有关）
    { $lines }
plan-own-month =
    <b>{ $year }年{ $month }月我的安排</b>

    <b>我的活动</b>
    { $mine }{ $talks }
plan-own-year =
    <b>{ $year }年我的安排</b>

    <b>我的活动</b>
    { $mine }{ $talks }
plan-talks =
    { "" }

    <b>接待和预约</b>
    { $lines }
plan-talk-mine = · { $slot }。{ $over }
plan-talk-held = · { $slot }：{ $name }，想谈“{ $topic }”。{ $over }
plan-talks-free = · 还有 { $count } 段时间没有人预约。
plan-talks-more = · 另有 { $count } 次，没有列出。
plan-nothing = （没有）
plan-activity = · { $title }，{ $when }，{ $place }。{ $standing }
plan-is-over = 已结束。
plan-date = · { $day }前：{ $title }
plan-line = · { $when }　{ $title }（{ $who }）
plan-line-mine = ★ { $when }　{ $title }（{ $who }）
plan-one-month = { $month }月
plan-months = { $begins }–{ $ends }月
plan-days = { $begins }至{ $ends }
plan-is-transferred = 文件里的安排是 { $of } 年的，{ $year } 年的文件没有规定，按同样的月份列出，供参考。
plan-button-before = ‹ { $month }月
plan-button-after = { $month }月 ›
plan-button-year = 全年
plan-button-month = 按月看
plan-button-ics = 存入日历
plan-button-events = 近期活动
plan-button-reception = 预约
plan-button-mine = 我的安排
plan-ics = { $year }年的安排，点开可存入手机日历。
