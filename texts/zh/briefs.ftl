### 社情民意信息、提案线索、协商议题：撰写、报送、批示、交办、反馈

command-brief = 社情民意信息、提案线索、协商议题
doing-brief = 撰写信息
doing-briefwork = 办理信息

brief-kind-opinion = 社情民意信息
brief-kind-lead = 提案线索
brief-kind-topic = 协商议题

brief-state-draft = 草稿
brief-state-handed-in = 已报送
brief-state-returned = 已退回
brief-state-accepted = 已采用
brief-state-instructed = 已批示
brief-state-assigned = 已交办
brief-state-answered = 已办复
brief-state-carried-back = 已反馈
brief-state-closed = 已办结

brief-number = 〔{ $year }〕第{ $running }号
brief-number-none = 未编号

## 按钮

brief-button-open = 查看
brief-button-title = { $title }
brief-button-new = 新写一份
brief-button-make = 写成信息
brief-button-hand-in = 报送
brief-button-keep = 存为草稿
brief-button-edit = 修改
brief-button-title-part = 改标题
brief-button-use-title = 用“{ $title }”
brief-button-quote = 引用原文
brief-button-facts = 改情况
brief-button-analysis = 改分析
brief-button-suggestions = 改建议
brief-button-accept = 采用
brief-button-to-leaders = 送领导批示
brief-button-key-in = 录入批示
brief-button-instruct = 批示
brief-button-assign = 交办
brief-button-conclude = 写办理结果
brief-button-carry = 反馈给来信人
brief-button-paper = 下载文件
brief-button-unit = { $unit }
brief-button-chosen = ✓ { $unit }
brief-button-new-unit = 新增“{ $unit }”
brief-button-usual-day = { $day }（{ $days } 个工作日）

## 列表和全文

briefs-listed =
    <b>信息</b>
    { $lines }
briefs-none = 还没有信息。
brief-line = · { $title }（{ $kind }{ $number }，{ $state }）
brief-head =
    <b>{ $title }</b>
    { $kind }{ $number } · { $state }
    反映人：{ $author }
brief-part-facts =
    { "" }
    <b>情况</b>
    { $text }
brief-part-analysis =
    { "" }
    <b>问题分析</b>
    { $text }
brief-part-suggestions =
    { "" }
    <b>建议</b>
    { $text }
brief-files = 附件 { $count } 个
brief-source-letter = 依据来信：{ $number }
brief-source-matter = 依据：{ $title }（来信 { $count } 封）
brief-source-diary = 依据：履职日记
brief-reason = 退回原因：{ $reason }
brief-instruction =
    { "" }
    <b>批示</b>（{ $leader }，{ $on }）
    { $text }
brief-task = 交办：{ $unit }，{ $due }前答复，{ $state }
brief-task-answered =
    { "" }
    <b>{ $unit }</b>（{ $state }）
    { $text }
brief-result =
    { "" }
    <b>办理结果</b>
    { $text }
brief-verdicts = 已反馈 { $told } 封来信：满意 { $satisfied }，基本满意 { $mostly }，不满意 { $not }
brief-unit = { $unit }
brief-file = “{ $title }”的文件，可打印，也可在 Word 里修改。

## 撰写

brief-which-kind = 要写哪一种？
brief-title-now = 请发送标题，不超过 { $limit } 字。
brief-facts-now = 请写情况：什么事、在哪里、涉及多少人。不超过 { $limit } 字，不要写来信人的姓名和电话。
brief-analysis-now = 请写问题分析，不超过 { $limit } 字。没有就按“跳过”。
brief-suggestions-now = 请写建议，不超过 { $limit } 字。没有就按“跳过”。
brief-quote-letter = 匿名群众（{ $day }来信）：{ $text }
brief-quote-diary = 履职日记（{ $day }）：{ $text }
brief-preview =
    <b>请核对</b>
    { $kind }　{ $files }
    <b>{ $title }</b>
brief-file-kept = 已加上附件，共 { $count } 个。还可以再发，也可以按上面的“报送”。
brief-kept = “{ $title }”已存为草稿，发送 /brief 可以找到。
brief-handed-in = “{ $title }”已报送政协办公室，编号{ $number }。

brief-kind-is-unclear = 请按上面的按钮选一种。
brief-wants-a-button = 这里请按按钮：报送、存为草稿，或改哪一部分。照片和文件可以直接发来。
brief-is-under-way = 您有一份还没写完，请先写完，或发送 /cancel 放弃。
brief-is-incomplete = 标题和情况不能空着。
brief-title-is-too-long = 标题请不超过 { $limit } 字，现为 { $length } 字。
brief-part-is-too-long = 请不超过 { $limit } 字，现为 { $length } 字。
brief-has-too-many-files = 附件最多 { $limit } 个。
brief-not-found = 没有找到这份信息，或者它不由您办理。
brief-has-moved-on = “{ $title }”现在{ $state ->
    [draft] 还是草稿
    [handed-in] 已报送，等办公室审核
    [returned] 已退回反映人
    [accepted] 已采用
    [instructed] 已有领导批示
    [assigned] 已交办，等承办单位答复
    [answered] 已办复，等反馈给来信人
    [carried-back] 已反馈给来信人
   *[closed] 已办结
}，这一步不用再办。
brief-step-is-needed = 社情民意信息要先有{ $step ->
    [instruction] 领导批示，再交办
   *[assignment] 承办单位的答复，再反馈
}。

## 办公室审核

brief-came-in = <b>收到{ $kind }</b>：{ $title }（{ $author }）
brief-accepted = “{ $title }”已采用，反映人已收到通知。
brief-return-why = 为什么退回“{ $title }”？请写明要改什么。
brief-sent-back = “{ $title }”已退回，反映人已收到原因。
brief-reason-is-wanted = 退回请写明原因。
brief-was-accepted = 您的“{ $title }”已被采用，编号{ $number }。
brief-was-returned =
    政协办公室退回了您的“{ $title }”。
    原因：{ $reason }
    改好后可以再报送。

## 批示

brief-shown-to-leaders = 已送 { $count } 位领导批示。
brief-is-with-leaders = 已经送过领导了。领导口头或书面批示的，请按“录入批示”。
brief-no-leader-joined = 还没有领导加入，请按“录入批示”把批示录进来。
brief-which-leader = 是哪位领导对“{ $title }”的批示？请发送姓名和职务，例如：陈主席
brief-leader-name-is-wrong = 请发送领导的姓名和职务，不超过 { $limit } 字。
brief-instruction-now = 请发送对“{ $title }”的批示：
brief-instruction-kept = “{ $title }”的批示已记下。
brief-was-instructed =
    <b>“{ $title }”有批示</b>（{ $leader }）
    { $text }

## 交办

brief-which-departments =
    “{ $title }”交给哪些单位办理？
    { $chosen }
    请按单位名称，可以选几个；也可以直接发送名称。选好按“完成”。
brief-chosen-units = 已选：{ $units }
brief-which-day = “{ $title }”请承办单位在哪天前答复？请按按钮，或发送日期，例如：4月20日
brief-assigned =
    <b>“{ $title }”已交办</b>，{ $due }前答复。
    { $lines }
brief-given-reached = · { $unit }：已收到通知
brief-given-not-reached = · { $unit }：还没有人加入，请邀请，或生成链接转给对方
brief-was-assigned =
    您的“{ $title }”已交办：
    { $units }
brief-no-department-chosen = 还没有选承办单位。
brief-department-name-is-long = 单位名称请不超过 { $limit } 字。
brief-day-is-unclear = 没有看懂日期“{ $typed }”，请这样写：4月20日
brief-day-is-past = { $day }太早了，请选明天以后的日期。

## 办理结果和反馈

brief-result-now = 请写“{ $title }”的办理结果，会发给来信人：
brief-result-kept = “{ $title }”的办理结果已记下。
brief-carried-back = “{ $title }”的结果已反馈到 { $count } 封来信，请来信人评价。
brief-carried-back-to-nobody = “{ $title }”没有来信要反馈，已办结。
brief-was-carried-back = “{ $title }”的结果已反馈，涉及来信 { $count } 封。
brief-was-judged = “{ $title }”：来信 { $number } 的来信人表示{ $verdict }{ $words }。
verdict-words = ：{ $words }
brief-was-sent-back =
    “{ $title }”有来信人不满意，已退给承办单位再办，{ $due }前答复。
    原因：{ $reason }
brief-is-closed = “{ $title }”（{ $number }）已办结。

## 来信人看到的

feedback-opening =
    <b>您的来信 { $number } 有结果了</b>
    反映的事：{ $title }
feedback-answer =
    <b>{ $who }答复</b>
    { $text }
feedback-question = 这个结果您满意吗？
feedback-question-again = 这件事重新办过了，这个结果您满意吗？
feedback-was-carried-back = 来信 { $number } 的办理结果（{ $title }）已反馈给来信人。
verdict-satisfied = 满意
verdict-mostly = 基本满意
verdict-not = 不满意
verdict-why = 哪里不满意？请写几句，会转给承办单位，不带您的姓名。
verdict-thanks = 已记下：{ $verdict }。谢谢您的评价！
verdict-goes-back = 已记下。这件事退给承办单位再办一次，请对方{ $due }前答复，有结果再告诉您。
feedback-nothing-to-judge = 没有找到要您评价的结果。
letter-event-fed-back = { $at } 结果反馈给来信人
doing-judge = 评价办理结果

## 文件

brief-paper-from-office = 政协办公室
brief-paper-member = { $name }（{ $sector }，政协委员）
brief-paper-member-plain = { $name }（政协委员）

brief-paper-day = { $day }
brief-paper-first = 一、{ $part }
brief-paper-second = 二、{ $part }
brief-paper-third = 三、{ $part }
brief-paper-facts = 情况
brief-paper-analysis = 问题分析
brief-paper-suggestions = 建议
brief-paper-author = 反映人
brief-paper-committee = 报送单位
brief-paper-day-label = 报送日期
brief-paper-instruction = 领导批示
