### 代录：纸信、电话、接待日收到的来信；来信人以后认领

command-record = 代录来信
command-claim = 认领代录的来信
menu-record = ✍️ 代录来信
doing-record = 代录来信
doing-recordadd = 补充来信人的话
doing-claiming = 认领来信

## 代录

button-record-mine = 由我办理
button-record-triage = 待分派
button-record-office = 政协办公室办理
button-record-code = 换一个验证码
button-told = 已告知
button-told-of = 已告知 { $number }
record-channel-paper = 纸信
record-channel-phone = 电话
record-channel-reception = 接待日
record-name-now = 代录来信：请发送来信人的姓名。
record-name-is-wanted = 这不像姓名。请只发送来信人的姓名（40 字以内）。
record-phone-now = 请发送{ $name }的电话。以后有答复，要打这个电话告知；来信人认领时也要用。
record-phone-is-not-understood = 没有看懂这个电话号码。请发送手机号，或带区号的座机，例如 13800000000。
record-channel-now = 这封信是怎么来的？请按按钮。
record-sign-now =
    请问过来信人：愿意实名，还是匿名？请按按钮。
    实名：办理的一方看到姓名“{ $name }”。
    匿名：办理的一方只看到“匿名群众”。
record-press-a-button = 请按上面的按钮选择。
record-code-is-renewed = 来信 { $number } 已经换过验证码，请看最新的那张回执。
record-whom-now = 由谁办理？请按按钮，或发送委员的姓名。
record-text-now =
    来信人：{ $name }，{ $phone }（{ $channel }）
    署名：{ $signed }
    办理：{ $whom }

    请把信的内容发过来，可以分几条，也可以发纸信的照片。发完请按“提交”。
record-piece-kept = 已记下（共 { $count } 条）。可以继续发，发完请按“提交”。
record-done =
    已提交，编号 <b>{ $number }</b>
    办理：{ $holder }

    有答复会先发给您，请您打电话告知来信人。下面是给来信人的纸条，请抄给来信人。
record-slip =
    <b>来信回执</b>
    您的来信已由{ $committee }收到，编号 { $number }。
    想自己在手机上看答复：在 Telegram 里找到 @{ $bot }，发送“认领来信”，再填编号、您的电话和验证码。
    验证码：<b>{ $code }</b>
    { $until }前有效，请不要给别人看。

## 电话告知

record-please-phone = <b>请电话告知</b>来信 { $number } 的来信人{ $name }，电话 { $phone }。告知后请按“已告知”。内容如下：
record-recorder-is-gone = 来信 { $number } 是代录的匿名来信，代录人联系不上，暂时无法告知来信人。等来信人认领后会看到。内容如下：
record-told = 已记下：来信 { $number } 已电话告知。
record-told-before = 来信 { $number } 的这条已经记过“已告知”了。
record-untold =
    <b>还没有告知来信人的</b>
    { $lines }

    电话告知后，请按下面的按钮。
record-untold-line = { $number } { $name } { $phone }
record-was-claimed = 来信 { $number } 已由来信人本人认领，以后的答复直接发给本人，您不用再打电话。
record-not-found = 没有找到这封代录的来信，或者它不是您代录的。
record-is-claimed = 来信 { $number } 已由来信人本人认领，不用再换验证码。

## 补充来信人的话

button-record-add = 补充来信人的话
record-add-now = 来信人对来信 { $number } 又说了什么？请照原话发来，可以分几条，也可以拍照。发完请按“提交”。
record-added = 已补充到来信 { $number }，由{ $holder }办理。
record-added-held = 已补充到来信 { $number }。里面有些词句需要政协办公室先看一看，再转给收信人。
record-is-with-its-writer = 来信 { $number } 已由来信人本人认领，有补充请本人发来。
record-ended-long-ago = 来信 { $number } 办结已久，请用“代录”另记一封。

## 认领

claiming-number-now = 请发送回执上的来信编号。
claiming-phone-now = 请发送登记时留的电话号码。
claiming-code-now = 请发送回执上的 8 位验证码。
claiming-done = 来信 { $number } 已归到您名下。以后的答复会直接发给您；前面的内容请按“查看全文”。
claiming-does-not-fit = 编号、电话和验证码对不上，或者验证码已经过期。请核对回执，再发送“认领来信”试一次；也可以请代录的人换一个验证码。
claiming-is-for-the-writer = 代录人和办理人不能认领，请来信人本人在自己的手机上认领。

## 全过程

letter-event-recorded = { $at } { $who }代录
letter-event-writer-came = { $at } 来信人认领
