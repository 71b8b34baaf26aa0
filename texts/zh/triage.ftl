### 分派：没有人认领的来信，由政协办公室安排；委员群里认领；退回；标记

command-suggest = 我要建言
command-triage = 分派来信
command-assign = 把一封来信分派给委员：/assign 编号 委员
doing-triage = 分派来信

## 来信类型

letter-kind-member = 委员信箱
letter-kind-committee = 政协信箱
letter-kind-suggestion = 我要建言
letter-kind-anyone = 请办公室代转

## 标记

letter-mark-urgent = 急
letter-mark-important = 重要
letter-mark-private = 不外发
letter-mark-none = 取消标记
letter-marked = 【{ $mark }】

## 按钮

button-to-mailbox = 写给政协信箱
button-triage = 分派
button-assign-to = 分派给{ $name }
button-other-member = 其他委员
button-keep-in-office = 办公室办理
button-send-back = 退回
button-mark = 标记
button-to-group = 发到委员群
button-next-letter = 下一封
button-whole-letter = 查看全文
button-claim = 认领

## 分派卡片

triage-card =
    <b>待分派 { $number }</b>{ $mark } · { $kind }
    共 { $count } 封待分派 · { $days ->
        [0] 今天收到
       *[other] 已等 { $days } 天
    }
    来信人：{ $who }{ $attached }

    { $held }{ $text }
    { $more }
    建议：
    { $suggested }
triage-card-has-more = ……（全文请按“查看全文”）
triage-suggestion = { $name }（{ $sector }）：{ $why }，在办 { $load } 封
suggested-because-place = 信中提到“{ $words }”
suggested-because-sector = 信中提到“{ $words }”
suggested-because-words = 信中有“{ $words }”
suggested-because-load = 手上来信较少
triage-nobody-to-suggest = 现在没有可以分派的委员，可以由办公室办理。
triage-is-empty = 现在没有待分派的来信。
triage-no-more = 后面没有待分派的来信了。
triage-to-whom =
    来信 { $number } 分派给谁？
    请发送委员的姓名、界别或镇街。
triage-assigned = 来信 { $number } 已分派给{ $holder }，来信人已收到通知。
triage-kept = 来信 { $number } 由办公室办理，来信人已收到通知。
triage-return-why =
    来信 { $number } 将退回来信人。
    请写明原因，或请对方补充什么：
triage-returned = 来信 { $number } 已退回，来信人已收到原因。
triage-reason-is-wanted = 退回来信请写明原因。
triage-posted = 已发到委员群。
triage-posted-before = 这封信已经发到委员群了。
assign-how = 请写上来信编号和委员姓名，例如：/assign 12 李建国

## 委员群

group-post =
    <b>来信待认领 { $number }</b> · { $kind }{ $attached }

    { $text }
    { $more }
    愿意办理的委员，请按“认领”。
group-post-has-more = ……（认领后可看全文）
group-post-is-taken = 来信 { $number } 已由{ $holder }办理。
# 话题标题
group-topic = 待认领 { $number } { $text }
group-topic-taken = { $number } 已由{ $holder }办理
group-topic-settled = { $number } 已办结
group-topic-withdrawn = { $number } 来信人已撤回
claim-done = 来信 { $number } 由您办理了，请到私聊里查看。
members-group-is-not-set = 还没有设置委员群，请联系系统维护人员。

## 来信人看到的

letter-submitted-member-away =
    已提交，编号 <b>{ $number }</b>
    { $absent }请假至{ $until }，来信先由{ $holder }办理。

    有回复会马上告诉您。想补充，按“继续说”或回复这条消息；想看进展，按“我的来信”。
letter-is-kept = 您的来信 { $number } 由政协办公室直接办理，有结果会告诉您。
letter-returned =
    您的来信 { $number } 由政协办公室退回给您。
    原因：{ $reason }

    补充后会重新送到政协办公室：请按“继续说”，或直接回复这条消息。
letter-is-back-member-left = { $before }已不再担任委员，您的来信 { $number } 现由{ $holder }另作安排，会再告诉您。
letter-is-back-member-out-of-reach = 一直没有联系上{ $before }，您的来信 { $number } 现由{ $holder }另作安排，会再告诉您。
letter-is-back-unit-out-of-reach = 一直没有联系上{ $before }，您的来信 { $number } 现由{ $holder }另作安排，会再告诉您。

## 收信一方看到的

letter-comes-instead-of = { $absent }请假至{ $until }，来信 { $number } 请您代为办理。
letter-in-triage-member-left = { $before }已不再担任委员，来信 { $number } 回到待分派。
letter-in-triage-unit-out-of-reach = { $before }没有一个人能收到消息（未加入或已停用本服务），来信 { $number } 回到待分派。
letter-in-triage-member-out-of-reach = { $before }一直没有开通或已停用本服务，来信 { $number } 回到待分派。

## 不能照办时

letter-was-returned = 来信 { $number } 已退回来信人，等来信人补充。
letter-is-taken = 来信 { $number } 已由{ $holder }办理。
letter-is-kept-by-office = 来信 { $number } 已由政协办公室办理，不用再分派。
letter-is-not-for-the-group = 来信 { $number } 标记为不外发，不能发到委员群。
letter-is-your-own = 这是您自己写的信，请由其他委员认领。

## 全过程

letter-event-assigned = { $at } { $who }分派给{ $to } { $because }
letter-event-kept = { $at } { $who }留下办理
letter-event-posted = { $at } { $who }发到委员群
letter-event-claimed = { $at } { $who }认领
letter-event-redirected = { $at } { $from }请假至{ $until }，由{ $to }代收
letter-event-back-to-triage = { $at } { $because }，由政协办公室另作安排
letter-event-returned = { $at } { $who }退回：{ $reason }
letter-event-marked = { $at } { $who }标记：{ $mark }
because-member-left = { $before }已不再担任委员
because-unit-out-of-reach = 没有联系上{ $before }
because-member-out-of-reach = 没有联系上{ $before }
