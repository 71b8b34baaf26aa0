### 来信：写信、收信、答复、转交、办结、评价

## 菜单里的说明

command-write = 给委员写信
command-letters = 我的来信
command-letter = 按编号查看一封来信
command-inbox = 待办来信

## 怎样称呼各方

the-office = 政协办公室
member-named = { $name }委员
unit-named = { $name }
anonymous-writer = 匿名群众
writer-named = { $name }
you = 您

## 按钮

button-by-name = 按姓名找
button-words-of-letter = 不是姓名，是信里的话
button-by-sector = 按界别找
button-by-unit = 按镇街找
button-to-office = 交给政协办公室代转
button-to-the-office = 转给政协办公室
button-add-more = 继续补充
button-go-on-writing = 继续写
button-write-anew = 重新写
button-write-new-letter = 写一封新的信
button-hand-back = 退回
button-go-on = 继续说
button-urge = 催一下
button-withdraw = 撤回来信
button-withdraw-yes = 确定撤回
button-withdraw-no = 不撤回
button-ask-writer = 请来信人补充
button-to-a-unit = 转给单位或部门
button-to-a-unit-short = 转单位
button-solved = 已解决
button-skip = 跳过
button-older = 更早的
button-newest = 回到最新
button-next-page = 下一页
button-first-page = 回到第一页
button-show-attachments = 查看附件
button-member = { $name }（{ $sector }）
button-of-group = { $name }
button-member-plain = { $name }
button-letter = { $number } { $topic }

grade-helped = 有帮助
grade-partly = 有些帮助
grade-not = 没有帮助

letter-state-received = 已送达
letter-state-read = 已阅
letter-state-answered = 已回复
letter-state-settled = 已办结
letter-state-forwarded = 已转单位
letter-state-waiting = 等待来信人补充
letter-state-reopened = 已重新打开
letter-state-withdrawn = 来信人已撤回
letter-settled-as = 已办结（{ $outcome }）
outcome-solved = 已解决
outcome-partly = 部分解决
outcome-explained = 已作解释
outcome-not-possible = 暂不能办
outcome-referred = 已转有关部门
settled-with-outcome = （{ $outcome }）
letter-state-returned = 已退回，待补充

## 正在办的事（/cancel 时说）

doing-writing = 写信
doing-reply = 写回信
doing-handover = 转交来信
doing-handback = 退回来信
doing-settle = 办结来信
doing-grade = 写评价
doing-which = 补充来信

## 写给谁

write-to-whom =
    您想写给哪位委员？
    可以直接发送委员的姓名，也可以按下面的按钮找。不清楚找谁，就按“交给政协办公室代转”。
write-kept-to-whom =
    您的话已经记下（共 { $count } 条），可以写成一封信。还有话可以接着发。
    想写给谁？请发送委员的姓名，或按下面的按钮。不清楚找谁，就按“交给政协办公室代转”。
write-type-a-name = 请发送委员的姓名，写一部分也可以。
write-which-sector = 请选择界别：
write-which-unit = 请选择镇街：
write-which-member = 请选择委员：
write-which-member-of-many = 符合的委员比较多，这里列出一部分。请选择，或发送更完整的姓名。
member-not-found = 没有找到“{ $words }”这位委员。请换个写法再发，或从下面选择。
member-not-found-did-you-mean = 没有找到“{ $words }”。您是不是要找：
member-does-not-serve = 这位委员已不在任。请发送 /write 另选一位委员，或交给政协办公室代转。
no-members-yet = 目前还没有可以选择的委员，您可以交给政协办公室代转。

## 署名和正文

write-kept-before-name = 这一条已经记下。
write-named-or-anonymous =
    写给：{ $whom }

    您想怎样署名？
    实名：对方看到您的名字“{ $name }”。
    匿名：对方只看到“匿名群众”，看不到您的姓名和账号。
write-text-now =
    写给：{ $whom }
    署名：{ $signed }

    请把要说的话发过来。可以分几条发，也可以发照片、语音、视频、文件和位置。
    写完后请按“完成”。
write-text-now-anonymous =
    写给：{ $whom }
    署名：{ $signed }

    请把要说的话发过来。可以分几条发，也可以发照片、位置和 PDF、Word、Excel、PPT 文件。
    语音、视频会让人认出您，不能附在匿名信里。
    写完后请按“完成”。
write-piece-kept = 已记下（共 { $count } 条）。可以继续发，写完后请按“完成”。
cannot-be-in-a-letter = 这种内容放不进信里。可以发文字、照片、语音、视频、文件或位置。
file-is-too-large = 这个文件超过 { $limit } MB，没有收下。请压缩后再发，或拍成照片发来。
file-not-passed-on = （有 { $count } 个文件没有转交：它是程序，或内容与文件名不符，或大得无法查看。）
your-file-not-passed-on = 您发来的文件中有 { $count } 个没有转交：它是程序，或内容与文件名不符，或大得无法查看。请换成图片、PDF 或 Word 文件再发。
letter-is-empty = 信里还没有内容。请先发送文字、照片或语音。
letter-is-too-long = 一封信最多 { $limit } 字，加上这一条会有 { $length } 字。前面的内容都已保留，请缩短这一条再发。
letter-has-too-many-attachments = 一封信最多 { $limit } 个附件，多出的没有收下。前面的内容都已保留。
write-preview =
    <b>请核对</b>
    写给：{ $whom }
    署名：{ $signed }{ $count ->
        [0] { "" }
       *[other] { "" }
            附件：{ $count } 个
    }

    { $text }
write-preview-continued = { $text }
write-half-written =
    您有一封信还没有写完（已记下 { $count } 条）。
    继续写，还是重新写？
draft-is-changed = 修改已经记下。
edit-changes-nothing = 改动旧消息不起作用。请把要改的内容重新发一条。

## 提交以后

letter-submitted =
    已提交，编号 <b>{ $number }</b>
    收信：{ $holder }

    有回复会马上告诉您。想补充，按“继续说”或回复这条消息；想看进展，按“我的来信”。
letter-submitted-member-absent =
    已提交，编号 <b>{ $number }</b>
    收信：{ $holder }

    委员尚未开通，已交由办公室转达。想补充，按“继续说”或回复这条消息；想看进展，按“我的来信”。
letter-submitted-before = 这封信已经提交，编号 { $number }，收信：{ $holder }。
letter-follow-up-sent = 已补充到来信 { $number }，并转给{ $holder }。
letter-follow-up-sent-member-absent = 已补充到来信 { $number }。委员尚未开通，已交由办公室转达。
letter-follow-up-reopens = 来信 { $number } 已重新打开，您补充的内容已转给{ $holder }。
letter-follow-up-reopens-member-absent = 来信 { $number } 已重新打开。委员尚未开通，已交由办公室转达。

## 收信一方看到的

letter-for-you =
    <b>来信 { $number }</b> · { $kind }
    { $topic }
    来信人：{ $who }

    { $text }
letter-for-you-short =
    <b>来信 { $number }</b> · { $kind }
    来信人：{ $who }

    { $text }
letter-goes-on =
    <b>来信 { $number } 有补充</b>
    { $topic }
    来信人：{ $who }

    { $text }
letter-is-open-again =
    <b>来信 { $number } 重新打开</b>
    { $topic }
    来信人{ $who }又补充：

    { $text }
letter-continued =
    （{ $number } 续）
    { $text }
letter-please-pass-on = 来信 { $number } 的{ $holder }尚未开通或已停用本服务，请代为转达。来信如下：
letter-so-far =
    <b>来信 { $number }</b>
    { $topic }
    来信人：{ $who }
letter-handed-to-you =
    <b>来信 { $number } 转交给您</b>
    { $topic }
    来信人：{ $who }
    转自：{ $before }
    { $because }
because = 原因：{ $reason }
letter-without-words = （没有文字）
see-attachments = （见附件）
no-words = （没有文字）
letter-answered-by-colleague =
    { $who }已回复来信 { $number }：

    { $text }
letter-was-handed-over = 来信 { $number } 已转交{ $holder }办理，您不用再处理。
letter-follows-another = 来信 { $number } 接续来信 { $old }，那封信办结已久。
letter-is-urged =
    <b>来信人催办 { $number }</b>
    { $topic }
    { $who }在等您的消息。
letter-withdrawn = { $who }撤回了来信 { $number }，不用再办理。
chase-soon =
    来信 { $number } 请在 { $deadline } 前{ $clock }。
    { $topic }
chase-late =
    <b>来信 { $number } 已过{ $clock }期限</b>（{ $deadline }）
    { $topic }
    请尽快处理；需要来信人补充材料的，请按“请来信人补充”。
chase-unit = { $holder }的来信 { $number } 已过{ $clock }期限（{ $deadline }），提醒后仍未处理，请帮助催促。
chase-office =
    <b>催办：来信 { $number }</b>
    { $topic }
    办理：{ $holder }。{ $clock }期限 { $deadline }，已超 { $days } 天，多次提醒仍未处理。
letter-solved = { $who }表示来信 { $number } 的事情已经解决，来信已办结。
letter-settled-by-office = 来信 { $number } 已由政协办公室办结。
letter-graded = { $who }对来信 { $number } 的评价：{ $grade }
letter-grade-has-words =
    { $who }对来信 { $number } 的评价又写了几句：
    { $words }

## 写信一方看到的

letter-answered =
    <b>{ $who }回复了您的来信 { $number }</b>

    { $text }
letter-asks-you =
    <b>{ $who }想请您补充（来信 { $number }）</b>

    { $text }
letter-urge-sent = 已替您催办来信 { $number }，{ $holder }已收到提醒。
letter-withdraw-sure = 确定要撤回来信 { $number } 吗？撤回后不再办理。
letter-withdraw-done = 来信 { $number } 已撤回。以后还想说，按“继续说”或回复这条消息就可以。
letter-follow-up-is-new = 来信 { $old } 办结已久，您的话作为新来信 <b>{ $number }</b> 送给{ $holder }，两封信已关联。
letter-is-now-with = 您的来信 { $number } 已转交{ $holder }办理。
letter-is-now-with-absent-member = 您的来信 { $number } 已转交{ $holder }办理。委员尚未开通，已交由办公室转达。
letter-holder-is-gone = 您的来信 { $number } 暂时送不到{ $holder }，已交由办公室转达。
letter-settled =
    您的来信 { $number } 已由{ $who }办结{ $outcome }。

    这次办理对您有帮助吗？
letter-settled-with-words =
    您的来信 { $number } 已由{ $who }办结{ $outcome }：

    { $text }

    这次办理对您有帮助吗？
letter-thank-you-for-solved =
    来信 { $number } 已办结，谢谢您告诉我们。

    这次办理对您有帮助吗？
letter-edited =
    来信 { $number } 有修改。{ $who }改为：

    { $text }

## 回复、补充

reply-answer-now =
    请写您对来信 { $number } 的答复，可以附照片、语音或文件。
    发出后对方马上收到。
reply-ask-now =
    请写您想请来信 { $number } 的来信人补充什么。
    对方回复之前，期限暂停计算。
reply-go-on-now =
    请写您想对来信 { $number } 补充的话，可以附照片、语音或文件。
    发出后{ $holder }马上收到。
reply-go-on-now-anonymous =
    请写您想对来信 { $number } 补充的话，可以附照片或文件；语音、视频会让人认出您，不能附。
    发出后{ $holder }马上收到。
letter-answer-sent = 答复已发给{ $who }（来信 { $number }）。如写错了，请长按您刚才那条消息，选“编辑”改正。
letter-answer-waits = 已经记下（来信 { $number }），但{ $who }暂时停用了本服务，现在收不到；恢复使用后会马上收到。
letter-question-sent = 已请{ $who }补充（来信 { $number }）。对方回复之前，期限暂停计算。
letter-edit-sent = 来信 { $number } 的修改已转告对方。
which-letter = 您的话已经记下。要补充到哪一封来信？
which-letter-or-new = 您的话已经记下。是补充到下面这封来信，还是写一封新的信？
which-letter-piece-kept = 也已记下。请选择要补充到哪一封来信。

## 转交、办结、评价

handover-to-whom =
    来信 { $number } 转交给谁？
    请发送接办委员的姓名、界别或镇街。
handover-to-which-unit =
    来信 { $number } 转给哪个单位？
    请点一个，或发来单位的名称。
handover-no-units = 现在还没有单位的人加入，来信 { $number } 转不过去。请办公室先邀请（/invite），或发来委员的姓名。
handover-why =
    来信 { $number } 将转交{ $holder }。
    请写一句转交原因；不写原因，直接按“提交”。
handover-why-kept =
    来信 { $number } 将转交{ $holder }。
    转交原因：{ $reason }

    按“提交”就用这个原因；要改，请重新写一句。
handback-why =
    来信 { $number } 将退回{ $before }。
    请写明退回的原因：
handback-reason-is-wanted = 退回来信请写明原因。
handover-done = 来信 { $number } 已转交{ $holder }，来信人已收到通知。
handover-done-member-absent = 来信 { $number } 已转交{ $holder }。委员尚未开通，已请办公室转达，来信人已收到通知。
settle-words-now =
    办结来信 { $number }：
    请点一个办理结果，来信人会看到；也可以写几句办理结果发来。
letter-outcome-is = 来信 { $number } 的办理结果：{ $outcome }。
letter-event-outcome = { $at } { $who }注明办理结果：{ $outcome }
settle-done-as = 来信 { $number } 已办结（{ $outcome }），已请来信人评价。
settle-done = 来信 { $number } 已办结，已请来信人评价。请点一个办理结果：
grade-thanks = 谢谢您的评价：{ $grade }
grade-words-now =
    谢谢您的评价：{ $grade }
    愿意的话，请再写一句话；不写请按“跳过”。
grade-words-now-not =
    谢谢您如实告诉我们：{ $grade }
    请再写一句，哪里没有办好；不写请按“跳过”。
grade-thanks-not = 没能帮到您，很抱歉。事情还没办好的，按“继续说”说明情况，来信 { $number } 会重新办理。
grade-words-thanks-not =
    没能帮到您，很抱歉。您的话已转告办理人。
    要继续办，请按“继续说”说明情况，来信 { $number } 会重新办理。
grade-words-thanks = 谢谢您，已经记下并转告办理人。
words-are-too-long = 请不超过 { $limit } 字，现为 { $length } 字。

## 不能照办时

letter-not-found = 没有找到这封来信。请核对编号，或发送 /letters 查看您的来信。
not-a-letter-number = “{ $typed }”不是来信编号。编号的样子是 { $example }。
letter-is-not-yours = 这封来信不由您办理。
letter-is-with-another = 来信 { $number } 已转交{ $holder }办理，您不用再处理。
letter-is-closed = 来信 { $number } 已经办结，不用再处理。
your-letter-is-closed = 来信 { $number } 已经办结。事情还没办好的，按“继续说”或直接回复来信的消息就可以。
your-letter-was-withdrawn = 您已经撤回来信 { $number }。以后还想说，按“继续说”就可以。
letter-was-withdrawn = 来信 { $number } 已由来信人撤回，不用再处理。
letter-waits-for-you = 来信 { $number } 正等您补充：请先按“继续说”回复，再等答复。
letter-urged-already = 来信 { $number } 已经催过，{ $again } 以后可以再催。
letter-is-not-settled = 来信 { $number } 还没有办结，办结后再请您评价。
letter-is-not-graded-yet = 请先按按钮评价来信 { $number }。
letter-is-already-with-them = 来信 { $number } 现在就由{ $holder }办理，不用转交。

## 列表和全过程

my-letters =
    <b>您的来信</b>

    { $lines }
my-letters-none = 您还没有写过信。发送 /write 就可以写给委员。
my-letter-line =
    { $number } · { $state }
    { $topic }（{ $day }）
inbox-of-member =
    <b>您的待办来信</b>

    { $lines }
inbox-of-unit =
    <b>{ $unit }的待办来信</b>

    { $lines }
inbox-of-unit-is-empty = { $unit }现在没有待办的来信。
inbox-without-a-unit = 您还没有登记在哪个单位，来信送不到您这里。请联系政协办公室。
inbox-of-office =
    <b>政协办公室的待办来信</b>

    { $lines }
inbox-is-empty = 现在没有待办的来信。
inbox-of-office-is-empty = 政协办公室现在没有待办的来信。
open-letter-line =
    { $number }{ $mark } · { $state } · { $days ->
        [0] 今天收到
       *[other] 已等 { $days } 天
    }
    { $topic }（{ $who }）
open-letter-answered-line =
    { $number }{ $mark } · { $state }
    { $topic }（{ $who }）
letter-head =
    <b>来信 { $number }</b> · { $kind }
    { $topic }
    来信人：{ $who }
    办理：{ $holder }
    状态：{ $state }
letter-thread-begins =
    { "" }
    <b>往来内容</b>
letter-entry =
    { "" }
    <b>{ $who }</b> { $at }
    { $text } { $attached }
letter-has-no-attachments = 这封来信没有附件。
attached = （附件 { $count } 个）
lines = { $lines }
letter-event-submitted = { $at } { $who }写给{ $to }{ $follows }
letter-event-follows = （接续来信 { $number }）
letter-event-continued = { $at } 续写为新来信 { $number }
letter-event-asked = { $at } { $who }请来信人补充
letter-event-chased = { $at } 催办（{ $clock }）：已提醒{ $whom }
letter-event-chased-soon = { $at } 提醒{ $whom }：{ $clock }期限将到
letter-event-urged = { $at } { $who }催办
letter-event-withdrawn = { $at } { $who }撤回来信
letter-clock-answer = 答复
letter-clock-settle = 办结
chased-holder = 办理人
chased-unit = 所在单位
chased-office = 政协办公室
letter-event-read = { $at } { $who }已阅
letter-event-answered = { $at } { $who }已回复
letter-event-followed-up = { $at } { $who }补充了内容
letter-event-reopened = { $at } 来信重新打开
letter-event-handed-over = { $at } 由{ $from }转交{ $to }。{ $because }
letter-event-passed-on = { $at } 委员尚未开通，由政协办公室转达
letter-event-edited = { $at } { $who }修改了内容
letter-event-settled = { $at } { $who }办结{ $outcome }
letter-event-graded = { $at } { $who }评价：{ $grade }
letter-event-grade-words = { $at } { $who }又写道：{ $words }
