### 公开：征得来信人同意，办公室审核，发到公开频道

command-publish = 审核并公开来信
menu-publish = 📢 公开来信
doing-publish = 修改公开的文字

## 按钮

button-consent = 公开设置
button-consent-named = 同意公开，写上我的名字
button-consent-unnamed = 同意公开，不写名字
button-consent-no = 不公开
button-consent-take-back = 收回同意
button-publish-card = 查看公开稿
button-publish = 公开
button-publish-again = 更新公开内容
button-keep-inside = 不公开
button-take-down = 撤下
button-reword-content = 修改来信
button-reword-result = 修改答复
button-word-anew = 按最新内容重做
button-write-to-member = 写信给委员

## 来信人

consent-asked =
    来信 { $number }（{ $topic }）可以公开吗？

    公开可以让更多人看到事情是怎样办的。办公室会先遮住姓名、电话、住址，审核以后才发到公开频道。附件不公开。您随时可以收回同意。
consent-refused = 好的，来信 { $number }（{ $topic }）不公开。以后改变主意，还可以按下面的按钮。
consent-consented = 谢谢您同意公开来信 { $number }（{ $topic }）。办公室审核以后公开，您随时可以收回同意。
consent-published = 来信 { $number }（{ $topic }）已在公开频道。您可以改变署名，也可以收回同意，收回后内容马上撤下。
consent-declined = 来信 { $number }（{ $topic }）您已同意公开，办公室审核后没有公开。您也可以收回同意。
consent-lost = 来信 { $number }（{ $topic }）您已同意公开，现在不在公开频道里。您也可以收回同意。
letter-is-public = 您的来信 { $number } 已在公开频道公开。谢谢您！想撤下，请按“公开设置”。
letter-stays-inside = 您的来信 { $number } 经办公室审核，没有公开。来信的办理不受影响。
letter-is-not-public-any-more = 您的来信 { $number } 已从公开频道撤下。来信的办理不受影响。

## 办公室

publish-may-be = 来信 { $number } 的来信人同意公开，请审核。现在共 { $count } 封待审核。
publish-consent-is-gone = 来信 { $number } 的来信人收回了公开的同意，公开的内容已撤下。
publication-asked = 未征得同意
publication-refused = 来信人不同意
publication-consented = 待审核
publication-published = 已公开
publication-declined = 不公开
publication-lost = 已不在频道里
publish-card =
    <b>公开稿 { $number }</b> · { $state } · 共 { $count } 封待审核
    { $signed }
    { $stale }

    <b>来信</b>
    { $content }

    <b>答复</b>
    { $result }

    <b>已遮住</b>
    { $hidden }

    <b>请留意，还在文字里</b>
    { $doubtful }
publish-signed = 署名：来信人同意写名字
publish-unsigned = 署名：不写名字
publish-is-stale = （往来有了新内容，下面还是先前的文字）
publish-nothing-found = 无
publish-is-empty = 现在没有待公开的来信。来信人同意公开、来信办结以后，会出现在这里。
publish-no-more = 后面没有待公开的来信了。
publish-part-content = 来信
publish-part-result = 答复
publish-words-now =
    上面是来信 { $number } 公开稿中“{ $part }”的文字。
    请复制后改好，把全文发过来。
publish-done = 来信 { $number } 已发到公开频道，已告诉来信人。
publish-declined = 来信 { $number } 不公开，已告诉来信人。
publish-taken-down = 来信 { $number } 已从公开频道撤下，已告诉来信人。

finding-name = 姓名
finding-phone = 电话
finding-id-card = 身份证号
finding-bank-card = 银行卡号
finding-number = 长号码
finding-plate = 车牌
finding-email = 邮箱
finding-account = 账号
finding-address = 住址
finding-date = 日期
finding-line = { $kind }：{ $words }
finding-more = ……另有 { $count } 处

## 公开频道

public-post =
    <b>群众来信 { $number }</b>
    来信人：{ $who }

    <b>内容</b>
    { $content }

    <b>办理</b>
    { $handling }

    <b>结果</b>
    { $result }

    <b>群众评判</b>
    { $judging }

    <b>评判结果</b>
    { $judged }
public-post-by-someone = 群众
public-post-no-words = （尚无文字答复）
public-post-received = { $day } 收到
public-post-with = { $holder }办理
public-post-answered = { $day } 答复
public-post-brief-accepted = { $day } 列入{ $kind }
public-post-brief-instructed = { $day } 领导批示
public-post-brief-assigned = { $day } 交{ $unit }办理
public-post-brief-chased = { $day } 催办{ $unit }
public-post-brief-answer-accepted = { $day } { $unit }答复
public-post-brief-concluded = { $day } 形成办理结果
public-post-brief-carried-back = { $day } 结果反馈来信人
public-post-brief-sent-back = { $day } 有来信人不满意，退回再办
public-post-brief-closed = { $day } { $kind }办结
public-post-verdict = 对办理结果：{ $verdict }
public-post-settled = { $day } 办结
public-post-goes-on = 正在继续办理
public-post-judging-later = 办结后请来信人评判
public-post-judging-asked = 已请来信人评判
public-post-judging-done = { $day } 来信人评判
public-post-not-judged = 尚未评判
public-post-is-taken-down = 来信 { $number } 的公开内容已撤下。
public-post-is-lost = 来信 { $number } 的帖子已不在公开频道里（可能被手工删除），以后不再更新。如要重新公开，请按下面的按钮。
public-post-is-refused = 公开频道没有收下来信 { $number } 的帖子。请确认机器人是频道的管理员、可以发帖和改帖，再按下面的按钮重新公开。

## 不能照办时

public-channel-is-not-set = 还没有设置公开频道，请联系系统维护人员。
publish-without-consent = 来信 { $number } 的来信人没有同意公开，或者已经收回同意。
publish-letter-is-under-way = 来信 { $number } 又在继续办理，办结后再公开。
publish-letter-stays-inside = 来信 { $number } 标记为不外发，不能公开。
publish-text-was-changed = 来信 { $number } 的公开稿刚才有改动，请看最新的一份再决定。
publish-is-public-already = 来信 { $number } 已经公开了。
publish-is-declined-already = 来信 { $number } 已经决定不公开。
publish-text-is-too-long = 公开的文字最多 { $limit } 字，现为 { $length } 字，请缩短后再发。

## 全过程

letter-event-consented = { $at } { $who }答复了是否同意公开
letter-event-published = { $at } { $who }公开来信
letter-event-unpublished = { $at } { $who }决定不公开
