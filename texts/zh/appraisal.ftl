### 履职考核

command-appraisal = 考核：年度得分和依据
menu-appraisal = 🏅 履职考核

appraisal-own =
    <b>我的{ $year }年履职考核</b>
    { $status }

    得分：<b>{ $points }</b> 分　任务完成率：{ $percent }

    { $lines }

    { $basis }
    按下面的按钮，看每项得分的依据。
appraisal-of-member =
    <b>{ $name }：{ $year }年履职考核</b>
    { $status }

    得分：<b>{ $points }</b> 分　任务完成率：{ $percent }

    { $lines }

    { $basis }
    按下面的按钮，看每项得分的依据。
appraisal-without-points = { $year }年没有计分表，只看任务完成率：{ $percent }。办公室可以在方案文件里加上计分表。
appraisal-line = { $number }. { $title }：{ $count } { $measure }，{ $points } 分
appraisal-button-line = { $number } { $title }
appraisal-button-member = { $name }
appraisal-button-item = 看 { $number }
appraisal-button-back = ‹ 返回
appraisal-source = 计分依据：{ $source }
appraisal-no-source = 计分表是示例，没有文件依据。

appraisal-evidence =
    <b>{ $title }</b>（{ $name }，{ $year }年）
    { $each }。共 { $count } 条，得 { $points } 分

    { $lines }

    { $said }
appraisal-no-evidence =
    <b>{ $title }</b>（{ $name }，{ $year }年）
    { $each }。共 { $count } 条，得 { $points } 分

    这一项还没有记录。

    { $said }
appraisal-item = { $number }. { $day }　{ $words }
appraisal-item-bare = { $number }. { $day }
appraisal-gives = 每{ $measure } { $points } 分
appraisal-takes = 每{ $measure }扣 { $points } 分
appraisal-gives-at-most = { $each }，最多 { $most } 分
appraisal-takes-at-most = { $each }，最多扣 { $most } 分
appraisal-measure-contacts = 位
appraisal-measure-visits = 次
appraisal-measure-people = 位
appraisal-measure-good-deeds = 件
appraisal-measure-letters-answered = 封
appraisal-measure-letters-late = 封
appraisal-measure-briefs = 篇
appraisal-measure-activities = 次
appraisal-measure-absences = 次
appraisal-measure-speeches = 条
appraisal-measure-lectures = 讲
appraisal-measure-receptions = 次
appraisal-measure-diary = 篇
appraisal-measure-form = 份
appraisal-measure-summary = 份
appraisal-note-speech = 发言
appraisal-note-suggestion = 建议
appraisal-visit-true = 属实
appraisal-visit-disputed = 有出入
appraisal-visit-withdrawn = 后来撤回
appraisal-deed-done = 已办
appraisal-deed-confirmed = 已办，联系对象已确认

appraisal-list =
    <b>{ $year }年履职考核</b>：{ $count } 位委员
    { $status }

    { $lines }

    { $basis }
appraisal-entry = { $place }. { $name }　{ $points } 分　完成 { $percent }
appraisal-entry-without-points = { $place }. { $name }　完成 { $percent }
appraisal-list-without-points = 本方案没有计分表，按任务完成率排列。可以照 schemes/example.toml 在方案文件里加上计分表。

appraisal-status-live = 截至{ $on }，随记录变动，还没有公布
appraisal-status-published = 已公布，按{ $on }的记录；{ $until }前可以提异议
appraisal-status-closed = 已结束，按{ $on }的记录，不再变动

appraisal-button-year = { $year }年
appraisal-button-files = 📄 Word 和 Excel
appraisal-word = { $year }年履职考核（Word）
appraisal-excel = { $year }年履职考核表（Excel），每一项的次数和得分都在里面
appraisal-paper-title = { $year }年委员履职考核
appraisal-paper-points = 得分
appraisal-paper-rules = 计分表
appraisal-paper-honours = 评优名单
appraisal-paper-talks = 教育谈话名单
appraisal-paper-rule = { $title }：{ $each }
appraisal-sheet-points = 得分
appraisal-sheet-rules = 计分表
appraisal-sheet-objections = 异议
appraisal-sheet-honour = 评优
appraisal-sheet-talk = 教育谈话
appraisal-head-place = 名次
appraisal-head-name = 姓名
appraisal-head-sector = 界别
appraisal-head-unit = 单位
appraisal-head-total = 得分
appraisal-head-percent = 完成率（%）
appraisal-head-share = 完成率
appraisal-head-state = 情况
appraisal-head-nobody = 没有。
appraisal-head-count = { $title }：数量
appraisal-head-points = { $title }：得分
appraisal-head-rule = 项目
appraisal-head-each = 计分
appraisal-head-line = 项目
appraisal-head-objection = 异议
appraisal-head-verdict = 答复
appraisal-head-decided = 改为（分）
appraisal-head-reason = 理由
appraisal-head-done = 已完成
appraisal-head-owed = 应完成
appraisal-button-publish = 📣 公布考核
appraisal-button-publish-yes = 确认公布
appraisal-button-close = 结束考核
appraisal-button-close-yes = 确认结束
appraisal-button-withdraw = 撤回公布
appraisal-button-withdraw-yes = 确认撤回
appraisal-button-own = 看得分和依据

appraisal-publish-sure =
    公布{ $year }年考核？

    按{ $on }的记录，从此定下来，以后补记的走访等不再计入。每位委员都会收到自己的得分，{ $until }前可以提异议。
appraisal-being-published = 正在核算{ $year }年考核，好了告诉您。
appraisal-published = { $year }年考核已公布，共 { $count } 位委员。{ $until }前可以提异议。正在通知各位委员。
appraisal-is-told = 考核的消息已发给 { $count } 位委员。
appraisal-close-sure = 结束{ $year }年考核？结束以后不能再改。
appraisal-closed = { $year }年考核已结束，不再变动。请看按方案建议的名单：
appraisal-withdraw-sure = 撤回{ $year }年考核？已提的异议不再办理，委员会收到撤回的消息。以后可以重新公布。
appraisal-withdrawn = { $year }年考核已撤回，正在告诉各位委员。
appraisal-news =
    { $name }，您好！{ $year }年履职考核已公布，您的得分是 <b>{ $points }</b> 分。

    按下面的按钮看每一项的依据。觉得哪一项不对，请在{ $until }前打开那一项，按“有异议”。
appraisal-news-without-points = { $name }，您好！{ $year }年履职考核已公布，按下面的按钮看。
appraisal-was-withdrawn = { $name }，您好！{ $year }年履职考核的公布已经撤回，请以以后公布的为准。

appraisal-is-out = { $year }年考核已经公布了。
appraisal-has-no-table = 本方案没有计分表，也没有评优和谈话的规定，没有可公布的。
appraisal-is-over = { $year }年考核没有公布，或者已经结束、撤回。
objections-are-still-open = { $until }前委员还可以提异议，过了那天才能结束。
objections-wait = 还有 { $count } 件异议没有答复，请先答复。

doing-objection = 提考核异议
doing-objectionwork = 答复考核异议
reminder-objections =
    考核异议，等办公室答复已满 { $days } 天：
    { $lines }
reminder-objection = · { $name }：{ $title }（{ $on }提出）
reminder-objections-more = · 另有 { $count } 件
objection-button-new = ✋ 有异议
objection-words = “{ $title }”现在得 { $points } 分。请用一两句话说明哪里不对：
objection-is-in = 您对“{ $title }”的异议已交政协办公室，有结果会告诉您。
objection-came =
    { $name }对{ $year }年考核“{ $title }”提出异议：

    { $words }
objection-button-show = 答复
objection-waits = ✋ 异议：{ $words }（等办公室答复）
objection-said-upheld =
    ✋ 异议：{ $words }
    办公室：成立，这一项改为 { $points } 分。{ $reason }
objection-said-refused =
    ✋ 异议：{ $words }
    办公室：不成立。{ $reason }
objection-button-list = ✋ 异议（{ $count } 件待答复）
objection-button-one = 第 { $number } 件
objections-listed =
    <b>{ $year }年考核的异议</b>

    { $lines }
objections-none = { $year }年考核没有异议。
objection-entry = { $place }. { $name }：{ $title }（{ $state }）
objection-state-waits = 待答复
objection-state-upheld = 成立
objection-state-refused = 不成立
objection-shown =
    <b>{ $name }：{ $year }年考核“{ $title }”</b>
    现在得 { $points } 分

    { $said }
objection-button-evidence = 看依据
objection-button-uphold = 成立
objection-button-refuse = 不成立
objection-points = “{ $title }”现在得 { $points } 分。改为多少分？请写一个数，例如 12 或 7.5。
objection-reason = “{ $title }”：{ $verdict }。请写理由，委员会看到：
objection-to-uphold = 成立，改为 { $points } 分
objection-to-refuse = 不成立
objection-decided = 已答复{ $name }对“{ $title }”的异议。
objection-was-upheld =
    您对{ $year }年考核“{ $title }”的异议成立，这一项改为 { $points } 分，总分 { $total } 分。
    理由：{ $reason }
objection-was-refused =
    您对{ $year }年考核“{ $title }”的异议不成立，这一项仍为 { $points } 分，总分 { $total } 分。
    理由：{ $reason }

picks-button-honour = 🏅 评优名单
picks-button-talk = 💬 教育谈话
picks-honour =
    <b>{ $year }年评优名单</b>
    { $rule }

    { $lines }
picks-honour-none =
    <b>{ $year }年评优名单</b>
    { $rule }

    名单上还没有人。可以打开一位委员的考核，按“列入评优”。
picks-talk =
    <b>{ $year }年教育谈话名单</b>
    { $rule }

    { $lines }
picks-talk-none =
    <b>{ $year }年教育谈话名单</b>
    { $rule }

    名单上还没有人。可以打开一位委员的考核，按“列入谈话”。
picks-rule = 建议：{ $who }。依据：{ $source }
picks-no-rule = 方案没有规定建议哪些人，由办公室列入。
pick-entry = { $place }. { $name }　{ $points } 分　完成 { $percent }（{ $state }）
pick-state-proposed = 建议，待定
pick-state-confirmed = 已列入
pick-state-declined = 不列入
pick-state-talked = { $day }已谈话
pick-button-yes = 列入{ $name }
pick-button-no = 不列入{ $name }
pick-button-add-honour = 列入评优
pick-button-add-talk = 列入谈话
pick-added-honour = 已列入评优名单。
pick-added-talk = 已列入教育谈话名单。
pick-unknown = 名单上没有这一位，或者这一年的考核还没有结束。
pick-is-decided = { $name }已经这样定了。
pick-is-your-own = 这是您自己，请办公室其他同志办理。
pick-is-there = { $name }已经在名单上。
talk-button-new = 记谈话：{ $name }
talk-button-show = 看记录：{ $name }
talk-line =
    与{ $name }的教育谈话。请用一行写：日期 谈话人；谈了什么。例如：

    1月15日 陈主席；谈了走访太少的原因，四月前补上
talk-recorded = 已记下{ $day }与{ $name }的谈话。
talk-is-recorded = { $name }已经谈过话，留在名单上。
talk-is-unclear = 没看懂。请写：日期 谈话人；谈了什么。例如：1月15日 陈主席；谈了走访太少的原因
talks-shown =
    <b>与{ $name }的教育谈话</b>

    { $lines }
talks-none = 与{ $name }的教育谈话还没有记录。
talk-held = { $day }　{ $talker }：{ $words }
doing-talk = 记教育谈话

objections-are-over = 提异议的时间到{ $until }为止，已经过了。
objection-nothing-published = 这一年的考核还没有公布，或者已经撤回，不能提异议。
objection-is-made = 这一项已经提过异议了。
objection-needs-words = 请写一句话说明哪里不对。
objection-needs-reason = 请写一句理由。
objection-unknown = 没有找到这件异议。
objection-is-decided = 这件异议已经答复了，或者考核已经撤回。
objection-is-your-own = 这是您自己的异议，请办公室其他同志答复。
points-are-unclear = 没看懂“{ $words }”是多少分。请写一个数，例如 12 或 7.5。
points-are-too-many = 这一项最多 { $most } 分，请改一个数。
points-are-the-same = 这一项现在就是 { $points } 分。请写一个不同的数，或者取消后按“不成立”。

appraisal-is-not-yours = 只能看本人或本单位委员的考核；这位委员可能当年不在任。
appraisal-line-unknown = 这一年的计分表里没有这一项，请重新打开：/appraisal
