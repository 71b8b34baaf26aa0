### 往来内容：撤回、内部备注、只收文字

## 撤回

button-take-back = 撤回这条
taken-back = 来信 { $number }：这条内容已由对方撤回。
taken-back-done = 已撤回。对方看到的内容已换成“已撤回”（来信 { $number }）。
entry-taken-back = （已撤回）
letter-event-taken-back = { $at } { $who }撤回了一条内容{ $what }
taken-back-was = ：{ $text }
taking-back-is-not-yours = 只能撤回您自己写的内容。
taken-back-already = 这条已经撤回了。
too-late-to-take-back = { $hours ->
        [0] 发出的内容不能撤回。可以再写一条说明。
       *[other] 发出超过 { $hours } 小时，不能撤回了。可以再写一条说明。
    }
opening-can-not-be-taken-back = 来信的第一部分不能单独撤回。想改，请长按您发的消息，选“编辑”。
taking-back-is-too-early = 这条正在发送，请过几秒再按一次。

## 内部备注

button-note = 内部备注
doing-note = 写内部备注
doing-unsent = 没有发出的答复

## 没有发出的话

words-unsent =
    您写的话没有发出，先替您留着：
    { $text }{ $more }{ $attached }

    可以用来答复另一封来信，请按下面的按钮。
words-unsent-nowhere =
    您写的话没有发出，先替您留着：
    { $text }{ $more }{ $attached }

    需要时可以从这里复制。
words-for-a-letter =
    您刚才写的话先替您留着：
    { $text }{ $more }{ $attached }

    要答复哪一封来信？请点一封，发出前再给您看一遍。不是答复，请按“不用了”。
words-for-a-task =
    您刚才写的话先替您留着：
    { $text }{ $more }{ $attached }

    这是对交办件“{ $title }”的答复吗？是，请按“答复”，提交前再给您看一遍。不是，请按“不用了”。
words-for-one-of-these =
    您刚才写的话先替您留着：
    { $text }{ $more }{ $attached }

    要答复哪一件？请点一件，发出前再给您看一遍。不是答复，请按“不用了”。
button-task = 交办：{ $title }
reason-unsent =
    您写的原因没有用上，先替您留着：
    { $text }{ $more }{ $attached }

    如要用这个原因转交另一封来信，请按下面的按钮。
button-not-needed = 不用了
note-words-now =
    请写对“{ $topic }”这封信的内部备注。
    只有办理这封信的一方和政协办公室看得到，来信人看不到。
note-kept = 已记下对“{ $topic }”的内部备注，来信人看不到。
note-written =
    <b>内部备注</b>（来信人看不到）
    { $topic }

    { $who }：{ $text }
notes-of-letter =
    <b>内部备注</b>（来信人看不到）
    { $topic }

    { $lines }
note-line = { $at } { $who }：{ $text }
note-is-empty = 备注里还没有内容，请写一句话。

## 照片配的文字

only-words-were-taken = 这里只收下了文字，照片或文件没有收下。
