### 交办件：承办单位答复，办公室审核，催办，一次性链接

command-tasks = 交办件

task-state-assigned = 待答复
task-state-answered = 已答复，待审核
task-state-returned = 退回重办
task-state-accepted = 已办结

task-button-answer = 答复
task-button-open = 查看交办件
task-button-accept = 审核通过
task-button-link = 生成链接
task-button-link-for = 链接：{ $unit }

tasks-listed =
    <b>交办件</b>
    { $lines }
tasks-none = 现在没有交办给您单位的事。
task-line = · { $title }：{ $due }前答复，{ $state }{ $late }
task-is-late = ，已过期
task-head =
    <b>交办件：{ $title }</b>
    { $kind }{ $number }
    承办：{ $unit } · { $due }前答复 · { $state }
task-reason = <b>退回原因</b>：{ $reason }
task-own-answer =
    { "" }
    <b>本单位的答复</b>
    { $text }
task-answer-now =
    请发送对“{ $title }”的答复，不超过 1500 字。
    有照片或文件，请先发来，最后写文字。{ $files }
task-answer-in-hand =
    <b>对“{ $title }”的答复</b>
    { $text }

    { $files }请按“提交”交办公室审核。要补充，接着写，写好就一起提交。
task-files-so-far = 已收到附件 { $count } 个。
task-file-kept = 已收到附件和文字。可以接着发，或按“提交”。
task-file-kept-now-words = 已收到附件。可以接着发，最后请写答复文字。
task-answered = { $unit }的答复{ $count ->
    [0] { "" }
   *[other] 和附件 { $count } 个
}已交政协办公室审核。
task-file-is-not-taken = 答复只能附照片，或 PDF、Word、Excel、PPT、图片、文本文件。
task-has-too-many-files = 附件最多 { $limit } 个。
task-files-are-too-large = 附件合起来不能超过 { $limit } MB。
task-file-not-passed-on = “{ $title }”：{ $unit }附的文件{ $name }打不开或加了密，没有转发。请存成 PDF 或图片，答复退回后再发。
task-answer-came-in =
    <b>{ $unit }答复了“{ $title }”</b>
    { $text }
task-accepted = { $unit }对“{ $title }”的答复已审核通过。
task-return-why = 为什么退回{ $unit }的答复？请写明要补什么。
task-sent-back = 已退回{ $unit }，请对方{ $due }前再答复。
task-was-returned =
    <b>“{ $title }”退回重办</b>
    原因：{ $reason }
    请在{ $due }前再答复。

task-chase-soon = “{ $title }”请{ $unit }在{ $due }前答复，还没有收到。
task-chase-late = <b>催办</b>：“{ $title }”应由{ $unit }在{ $due }前答复，现已过期，请尽快答复。
task-chase-for-office = “{ $title }”：{ $unit }应在{ $due }前答复，至今没有，已催办，请跟进。
task-chase-please-pass-on = “{ $title }”应由{ $unit }在{ $due }前答复；该单位还没有人加入，请代为催办。

task-link-made = 下面是给{ $unit }的链接，{ $days } 天内有效，只能用一次，请转给对方：
task-link-to-forward =
    { $committee }交办件
    请{ $unit }在{ $due }前打开链接答复：
    { $link }
task-link-needs-an-address = 还没有设置对外的网址，不能生成链接。请联系系统维护人员设置 [web] page_url，或邀请承办单位的人员加入。
task-link-is-fresh = 链接刚刚生成过，请用上面那个。
task-link-is-over = 这个链接已经用过、换过，或已过期。
task-answer-is-empty = 答复不能空着。
task-not-found = 没有找到这个交办件，或者它不属于您的单位。
task-has-moved-on = { $unit }的这个交办件现在{ $state ->
    [assigned] 等承办单位答复
    [answered] 已经答复，等办公室审核
    [returned] 已退回，等承办单位再答复
   *[accepted] 已审核通过
}，这一步不用再办。

## 网页

page-title = 交办件
page-due = 请{ $unit }在{ $due }前答复。
page-reason = 退回原因
page-attachments = 随件材料
page-attachment = 材料{ $number }
page-attachment-photo = 材料 { $number }（照片）
page-attachment-document = 材料 { $number }（文件）
page-attachment-video = 材料 { $number }（视频，请向政协办公室索取）
page-file-comes-later = 这份材料暂时取不到，请过几分钟再点。
page-file-is-not-there = 这份材料取不到。请向政协办公室索取。
page-answer = 答复
page-answer-limit = 不超过 { $limit } 字。提交以后这个链接就不能再用。
page-submit = 提交
page-files = 附件（可不填）
page-files-limit = 照片、PDF、Word、Excel、PPT 或文本，最多 { $limit } 个，合起来不超过 { $size } MB。
page-file-is-not-taken = 文件“{ $name }”打不开、加了密，或不是可以附的种类，没有提交。请换一个，附件要重新选。
page-choose-files-again = 附件请重新选。
page-busy = 现在收不下附件，请过几分钟再提交。
page-thanks = 答复已收到，谢谢。政协办公室会审核；如需补充，会再与您联系。
page-too-much = 提交的内容太大了，请缩短后再试。
