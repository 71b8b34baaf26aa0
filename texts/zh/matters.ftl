### 同一件事的来信：相似、并入、取出

command-similar = 反映同一件事的来信

button-similar = 相似来信
button-merge = 并入 { $number }
button-gather = 把 { $number } 并进来
button-matter = 查看这件事
button-open-letter = { $number }
button-take-out = 取出
matter-button = { $title }（{ $count } 封）

similar-found =
    <b>与来信 { $number } 相似</b>
    { $topic }
    { $now }
    { $lines }

    是不是同一件事，请您看过再定。
similar-none =
    <b>来信 { $number }</b>：{ $topic }
    { $now }
    近半年没有找到相似的来信。
similar-is-in-matter = 这封信已和别的来信一并办理：{ $title }
similar-line =
    { "" }
    { $number } · { $state } · { $holder }
    { $topic }（{ $who }）{ $matter }
similar-line-in-matter = ，已归入“{ $title }”

matters-listed =
    <b>一并办理的事</b>
    请选一件查看。要查某封来信的相似来信，请发送 /similar 编号。
matters-none = 还没有一并办理的来信。要查某封来信的相似来信，请发送 /similar 编号，例如：/similar 12
matter-shown =
    <b>{ $title }</b>
    反映这件事的来信 { $count } 封：{ $hidden }
    { $lines }
matter-merged =
    <b>已并入</b>，来信人已收到通知。
    { $title }：来信 { $count } 封。{ $hidden }
    { $lines }
matter-taken-out =
    <b>已取出</b>，来信人已收到通知。
    { $title }：来信 { $count } 封。{ $hidden }
    { $lines }
matter-hidden = 其中 { $count } 封由别人办理，不在此列出。

letter-was-merged = 您的来信 { $number } 和反映同一件事的来信一并办理。编号不变，您仍可随时继续说；有了结果会告诉您。
letter-was-taken-out = 您的来信 { $number } 改为单独办理。编号不变，您仍可随时继续说。

letter-event-merged = { $at } { $who }并入同一件事办理
letter-event-taken-out = { $at } { $who }改为单独办理

matter-not-found = 没有找到这件事，或者它不由您办理。
letter-is-in-matter = 来信 { $number } 已经归入“{ $title }”。要改动，请先取出。
letter-is-in-no-matter = 来信 { $number } 没有和别的来信并在一起，或已经取出。
letter-is-merged = 来信 { $number } 已并入“{ $title }”，由{ $holder }一并办理。
letter-is-the-same = 这是同一封来信，不用并入。
