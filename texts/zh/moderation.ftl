### 先看后转、紧急情况、停用来信、发得太快、查看匿名署名

## 先看后转

letter-submitted-held =
    已提交，编号 { $number }。
    信里有些词句需要政协办公室先看一看，再转给收信人。有结果会马上告诉您。
letter-follow-up-held = 已补充到来信 { $number }。里面有些词句需要政协办公室先看一看，再转给收信人。
letter-edit-held = 来信 { $number } 的修改已记下。里面有些词句需要政协办公室先看一看，再转给收信人。
letter-edit-for-office = 来信 { $number } 的修改已转给政协办公室。
letter-follow-up-is-new-held = 来信 { $old } 办结已久，您的话作为新来信 <b>{ $number }</b> 记下，两封信已关联。里面有些词句需要政协办公室先看一看，再转给收信人。
letter-event-held = { $at } 先由政协办公室看一看
letter-event-released = { $at } { $who }看过后转给{ $to }
letter-is-not-held = 来信 { $number } 已经不需要先看了，请刷新分派卡片。
triage-card-held = ⏸ 先看后转：信中有“{ $words }”，原要给{ $to }。可以放行，也可以退回。
    { "" }
button-release = 放行

## 紧急情况

letter-is-urgent =
    🚨 <b>紧急来信 { $number }</b>
    信中有“{ $words }”，请马上看。来信人：{ $who }
urgent-help-is-near =
    来信 { $number } 已收到，政协办公室也已得到提醒。
    如果您或身边的人有危险，请马上拨打 110（报警）或 120（急救），不要等回复。{ $hotline }
urgent-hotline = 也可以拨打 { $hotline }。

## 发得太快

too-many-letters-today = 您今天已经写了 { $limit } 封信，请明天再写。写好的内容还在，明天可以接着提交。
please-pause = 您发得太快了，我们来不及看。请等到 { $until }；在此之前发来的消息不会被收下。
pause-is-over = 可以继续了。刚才有 { $count } 条消息没有收下，请重发。

## 停用来信

command-block = 停用来信：/block 姓名或编号 原因 至 日期
doing-block = 停用来信
menu-block = 停用来信
block-list =
    <b>现在停用来信的人</b>
    { $lines }
block-list-empty = 现在没有停用来信的人。
block-line = { $who }：至{ $until }，{ $reason }
block-named = { $name }
block-writer-of = 来信 { $number } 的来信人
button-let-in = 恢复：{ $who }
button-keep-out = 停用一个人
block-whom = 停用谁？请写姓名，或写他（她）一封来信的编号。
block-why = 为什么停用{ $who }？请写原因，对方会看到。
block-until-when = 停用到哪一天？请选择，或直接写日期。
block-how = 没有看懂日期。请这样写：/block 姓名或编号 原因 至 4月1日
block-day-is-past = 这一天已经过去了，请换一个日期。
block-nobody = 没有找到“{ $name }”写过信或用过这里。请核对姓名，或写一封来信的编号。
block-several = 叫“{ $name }”的有 { $count } 人。请写他（她）一封来信的编号。
block-not-for-roles = 委员、办公室、领导和单位的人员不能停用。
block-is-over = 已经恢复，或停用已经到期。
block-done = 已停用{ $who }，至{ $until }。已告诉对方原因。
block-lifted = 已恢复{ $who }。
you-are-kept-out =
    政协办公室已暂停您在这里来信，至{ $until }。
    原因：{ $reason }
    这期间您仍可以用 /mydata 查看您的资料、用 /forget 删除资料、用 /help 看帮助。
you-are-let-in = 您可以继续来信了。

## 查看匿名署名

doing-identity = 申请查看署名
button-open-identity = 申请查看署名
button-opening-yes = 同意
button-opening-no = 不同意
opening-why =
    申请查看来信 { $number } 的署名。请写明原因。
    要由办公室另一位同志在 { $hours } 小时内同意，全程留有记录。
opening-is-asked = 已请办公室其他同志审核来信 { $number } 的署名申请。
opening-asked-of-you =
    <b>{ $name }申请查看匿名来信 { $number } 的署名</b>
    原因：{ $reason }
    您同意吗？请在 { $until } 前决定。
opening-identity =
    来信 { $number } 的来信人：<b>{ $name }</b>（电话：{ $phone }）。
    同意人：{ $by }。请只用于申请的原因，不要转告他人。
opening-no-phone = 未留
opening-declined = { $by }没有同意查看来信 { $number } 的署名。
opening-you-consented = 您已同意查看来信 { $number } 的署名，已记录。
opening-you-declined = 您没有同意查看来信 { $number } 的署名，已记录。
opening-told-to-writer =
    您的匿名来信 { $number } 的署名，经政协办公室两位同志共同同意，已被查看。
    原因：{ $reason }
    委员和承办单位仍然不知道您是谁。
opening-letter-is-signed = 来信 { $number } 是实名的，不用申请。
opening-nobody-to-consent = 查看署名要两个人：办公室现在没有另一位同志可以审核。
opening-is-asked-already = 来信 { $number } 的署名申请正在等待审核，不用重复申请。
opening-was-opened-before = 来信 { $number } 的署名已在 { $day } 查看过，不再重复。
opening-consent-is-your-own = 您自己的申请要由另一位同志审核。
opening-is-over = 来信 { $number } 的这次申请已经有人决定，或已过期。
opening-reason-is-wanted = 请写明查看署名的原因。
