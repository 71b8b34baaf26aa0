### 实事：答应的、办好的、对方核对的

command-deeds = 实事：答应的和办好的

visit-button-promise = 答应要办的
visit-line-promise = 承诺：{ $deed }（{ $due }前）
visit-line-promise-kept = 承诺：{ $deed }（{ $done }已办好）
visit-ask-promise =
    答应办什么事？哪天前办好？例如：
    4月10日前 送去轮椅

    没写日子，就按一个月。

cell-deed-promised = { $deed }（承诺{ $due }前）
cell-deed-confirmed = { $deed }（已核实）

deeds-list =
    <b>答应要办的</b>
    { $promised }

    <b>{ $year } 年办好的（{ $count } 件）</b>
    { $done }
deeds-none-promised = （没有）
deeds-none-done = （还没有）
deed-line-promised = · { $contact }：{ $deed }，{ $due }前
deed-line-overdue = · { $contact }：{ $deed }，⚠️ 应在{ $due }前
deed-line-done = · { $contact }：{ $deed }，{ $on }
deed-line-confirmed = · { $contact }：{ $deed }，{ $on }，已核实
deed-label = { $contact }：{ $deed }
deed-button-list = 实事
deed-button-open = 查看
deed-button-done = 办好了
deed-button-later = 改日期
deed-button-drop = 办不了
deed-button-in-a-week = 一周内
deed-button-in-two-weeks = 两周内
deed-button-in-a-month = 一个月内
deed-shown =
    { $line }
    { $notes }
deed-shown-given-up = 答应{ $contact }的“{ $deed }”已经撤销。
deed-dispute-was = 对方说：{ $words }
deed-ask-done = 答应{ $contact }的“{ $deed }”，哪天办好的？请按按钮，或写日期。
deed-ask-later = 答应{ $contact }的“{ $deed }”，改到哪天前办好？请按按钮，或写日期。
deed-ask-why = 答应{ $contact }的“{ $deed }”为什么办不了？写的话会转告对方。
deed-done = 已记下：{ $day }给{ $contact }办好了“{ $deed }”。
deed-done-and-asked = 已记下：{ $day }给{ $contact }办好了“{ $deed }”。已请对方核对。
deed-put-off = 已改：“{ $deed }”在{ $due }前办好。{ $contact }如已扫服务卡，会收到通知。
deed-given-up = 已撤销：答应{ $contact }的“{ $deed }”。
deed-was-put-off = { $member }委员答应您的“{ $deed }”，改到{ $due }前办好。
deed-was-given-up =
    { $member }委员答应您的“{ $deed }”办不了，原因：
    { $why }
deed-confirm =
    { $member }委员说，答应您的事{ $day }办好了：
    { $deed }

    是这样吗？
deed-thanks = 谢谢！已记下：“{ $deed }”已办好。
deed-was-confirmed = { $contact }已确认：“{ $deed }”办好了。
deed-was-disputed =
    { $contact }认为“{ $deed }”有出入：
    { $words }

    这件事重新列入“答应要办的”。办好后请再按“办好了”。
deed-dispute-is-noted = 已记下，并已转告{ $member }委员。{ $days } 天内没有办好，政协办公室会过问。
deed-for-office =
    <b>实事有出入，{ $days } 天没有了结</b>
    委员：{ $member }　联系对象：{ $contact }
    实事：{ $deed }
    联系对象说：{ $words }

reminder-promises =
    您答应联系对象的事：
    { $lines }

    办好了请记下，一时办不了可以改日期。

doing-deed = 登记实事
doing-deeddispute = 核对实事

promise-is-past = { $day }已经过了。请写今天或以后的日子。
promise-is-too-far = 最晚写到{ $until }。
deed-is-not-yours = 这件实事不是您登记的。
deed-is-past = 这件事已经办好、核对或撤销，不用再按。
deed-is-before-promise = 这件事是{ $promised }答应的，办好的日子不能更早。
deed-is-judged = 这件事您已经核对过了，不用再按。
deed-is-not-yours-to-judge = 这件事不是为您办的，不能由您核对。
