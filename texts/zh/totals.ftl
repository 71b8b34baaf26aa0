### 履职统计、未完成、通报

command-overdue = 未完成：谁的进度落后
command-bulletin = 通报：月、季、年的图和表
menu-overdue = ⏰ 未完成
menu-bulletin = 📊 通报

totals-period-month = { $year }年{ $number }月
totals-period-quarter = { $year }年第{ $number }季度
totals-period-year = { $year }年
totals-period-unknown = 没看懂“{ $words }”是哪个月、季或年，或者它还没有开始。请写：月、季、年、上月，或者 2026年3月、2026年第1季度、2025年。

totals-line = { $label }：{ $figure }
totals-line-beside = { $label }：{ $figure }（上年同期 { $before }）
totals-compared-with = 上年同期：{ $period }，截至{ $on }。
totals-partly-before = 上年同期：{ $period }，截至{ $on }。记录从{ $since }开始，数字不全。
totals-nothing-before = 没有上年同期的记录，无法比较。
totals-head-until = { $period }（截至{ $on }）
totals-head-change = 比上年同期
totals-head-figure = 指标
totals-members = 委员（人）
totals-complete = 任务全部完成（人）
totals-percent = 完成率（%）
totals-contacts = 联系对象（位）
totals-visits = 走访（次）
totals-people = 走访不同的人（位）
totals-good-deeds = 办实事（件）
totals-received = 收到来信（封）
totals-answered = 已答复（封）
totals-days = 首次答复用时（天，中位数）
totals-activities = 参加活动（人次）
totals-forms = 交登记表（份）
totals-cards = 发服务卡（张）
totals-cards-returned = 收回服务卡（张）
totals-no-unit = 未分单位
totals-whose-all = 全体委员
totals-whose-units = { $units }

totals-of-many =
    <b>{ $period }履职统计</b>
    { $whose }，截至{ $on }

    { $lines }
    { $beside }

    <b>各单位完成率</b>
    { $units }

    完成率：规定的联系对象、走访、实事等，已完成的占应完成的多少。本软件自定，文件没有规定算法。
totals-unit = · { $unit }　{ $percent }（{ $complete }/{ $of } 人全部完成）
totals-more-units = 另有 { $count } 个单位，没有列出。
totals-of-member =
    <b>我的{ $period }履职统计</b>
    截至{ $on }

    { $lines }
    { $beside }
totals-place = 完成率排第 { $place } 位（共 { $of } 位委员）
totals-owes = { $what } { $done }/{ $owed }
totals-button-picture = 看图
totals-picture-caption = { $year }年履职统计图

figures-asked-all = 正在汇总全体委员的数字，马上发给您。
figures-asked-unit = 正在汇总本单位委员的数字，马上发给您。
figures-asked-own = 正在汇总您的数字，马上发给您。
figures-failed = 对不起，这次没有汇总成功，请稍后再试。
figures-asked-list = 正在核对，马上发给您。

totals-picture-year = { $year }年履职统计
totals-picture-on = 截至{ $on }
totals-picture-done = 完成率
totals-picture-months = 各月走访（次）
totals-picture-month = { $month }月
totals-picture-beside = 与上年同期相比
totals-picture-days = 每天走访
totals-picture-none = 没有
totals-picture-many = 多
totals-picture-units = 各单位完成率
totals-picture-behind = 进度落后的委员：{ $count } 位
totals-picture-nobody-behind = 没有，谢谢大家！
totals-picture-behind-unit = { $unit } { $count } 位：{ $names }
totals-picture-more-behind = 另有 { $count } 个单位，没有列出。

overdue-nobody = 截至{ $on }，{ $of } 位委员都没有落后。
overdue-list =
    <b>进度落后：{ $count } 位</b>（共 { $of } 位，截至{ $on }）

    { $lines }

    今年已过 { $months } 个月，完成的不到全年任务的 { $months }/12，就算落后。本软件自定，文件没有规定。{ $form }
overdue-form = 登记表未报（{ $due }到期）
overdue-form-too = { "" }登记表过了{ $due }还没有报送的，也列在里面。
overdue-unit =
    { "" }
    <b>{ $unit }</b>
overdue-line = · { $name }　{ $percent }　{ $owes }
overdue-line-reminded = · { $name }　{ $percent }　{ $owes }（七天内已提醒）
overdue-button-one = 提醒{ $name }
overdue-button-all = 提醒全部 { $count } 位
overdue-button-before = ‹ 上一页
overdue-button-after = 下一页 ›
overdue-being-reminded = 好的，提醒完会告诉您。安静时段里会等到早上。
overdue-not-yours = 这位委员不归您提醒，或者已经不在任。
overdue-reminded = 已提醒 { $sent } 位。{ $earlier ->
        [0] {""}
       *[other] { $earlier } 位七天内已经提醒过，没有再发。
    }{ $unreached ->
        [0] {""}
       *[other] { $unreached } 位还没有加入或收不到消息，请另行联系。
    }
overdue-reminder =
    { $name }，您好！今年的履职任务还没有完成：
    { $owes }

    请在{ $until }前完成。如果已经走访，记下来就可以了。谢谢您！

bulletin-which = 要哪一段时间的通报？也可以直接写，例如：/bulletin 2026年3月
bulletin-button-month = 本月
bulletin-button-last-month = 上月
bulletin-button-quarter = 本季度
bulletin-button-last-quarter = 上季度
bulletin-button-year = 今年
bulletin-button-last-year = 去年
bulletin-asked = 正在做{ $period }的通报，做好了先发给您看。
bulletin-title = { $period }履职情况通报
bulletin-paper = { $period }履职情况通报（Word）
bulletin-book = { $period }履职情况表（Excel），全部数字都在里面
bulletin-preview =
    { $period }履职情况通报，请您先看。图上有落后委员的姓名。

    要发出去，请按下面的按钮；发出的就是这一张，以后数字变了也不变。
bulletin-out = { $period }履职情况通报
bulletin-button-members = 发给全体委员
bulletin-button-group = 发到委员群
bulletin-goes-out = 好的，通报正在发给全体委员。安静时段里会等到早上。
bulletin-posted = 通报已发到委员群。
bulletin-told-before = { $period }的通报，{ $who }已于{ $on } 发给全体委员。这一份还要再发吗？不发，不用理会。
bulletin-posted-before = { $period }的通报，{ $who }已于{ $on } 发到委员群。这一份还要再发吗？不发，不用理会。
bulletin-button-again = 仍要发送
bulletin-is-out = 这份通报已经发过了。
bulletin-unknown = 没有找到这份通报，请重新做一份：/bulletin
bulletin-no-group = 还没有设置委员群（[channels] members_chat_id），所以发不到群里。可以发给全体委员。
bulletin-is-sent = 通报已发给 { $count } 位委员。
bulletin-note = 完成率：规定的联系对象、走访、实事等，已完成的占应完成的多少。已过几个月，完成的不到全年任务的十二分之几，就算落后。算法由本软件自定，文件没有规定。

bulletin-paper-section = { $number ->
        [1] 一
        [2] 二
        [3] 三
        [4] 四
        [5] 五
        [6] 六
        [7] 七
        [8] 八
        [9] 九
       *[other] { $number }
    }、{ $title }
bulletin-paper-all = 总体情况
bulletin-paper-beside = 与往年同期相比
bulletin-paper-figure = 指标
bulletin-paper-units = 各单位
bulletin-paper-sectors = 各界别
bulletin-paper-months = 各月走访
bulletin-paper-duties = 单位的活动和工作室
bulletin-paper-behind = 进度落后的委员
bulletin-paper-more-behind = 另有 { $count } 位，见 Excel 表。
bulletin-paper-nobody = 没有。
bulletin-paper-unit = 单位
bulletin-paper-sector = 界别
bulletin-paper-month = 月份
bulletin-paper-month-named = { $month }月
bulletin-paper-visits = 走访（次）
bulletin-paper-name = 姓名
bulletin-paper-percent = 完成率
bulletin-paper-owes = 还差

totals-sheet-all = 总体
totals-sheet-beside = 与往年同期相比
totals-sheet-units = 各单位
totals-sheet-sectors = 各界别
totals-sheet-members = 各委员
totals-sheet-months = 各月走访
totals-head-name = 姓名
totals-head-sector = 界别
totals-head-unit = 单位
totals-head-month = 月份
totals-head-visits = 走访（次）
totals-head-quota = { $what }：完成/应完成

leaders-table =
    <b>主席会议成员（{ $count } 位）</b>
    { $period }，截至{ $on }

    { $lines }
leader-line = · { $name }　{ $duties }。走访：{ $visits }
leaders-more = 另有 { $count } 位，没有列出，见 /bulletin 的 Excel 表。
leader-own =
    <b>我作为主席会议成员的{ $period }任务</b>
    截至{ $on }

    { $duties }

    <b>联系和走访</b>
    { $kinds }
leader-duty = · { $duty }
leader-kind = { $kind }：联系 { $contacts } 个，走访 { $visits } 次
leader-visits = { $kind } { $visits } 次
leader-without-visits = 还没有
leader-without-figures = 规则没有给主席会议成员另外定数
leader-without-contacts = 还没有登记
leader-is-no-member = 您还没有列入委员名册，所以没有联系对象可以统计。请联系政协办公室。
leader-head-contacts = 联系{ $kind }（个）
leader-head-visits = 走访{ $kind }（次）
bulletin-paper-leaders = 主席会议成员
bulletin-paper-leader-duties = 完成/应完成
bulletin-paper-leader-visits = 联系和走访
totals-sheet-leaders = 主席会议成员
