### 匿名来信：附件里不留来信人的信息

cannot-go-anonymously =
    匿名信里只能附图片和 PDF、Word、Excel、PPT 文件。语音、视频和其他文件会让人认出您，这次没有收下。
    请改用文字或图片说明。
words-are-kept-without-file = 文字已记下。随文字发来的文件会让人认出您，没有收下。请继续写，写完请按“完成”。
write-leave-out =
    您附的 { $count } 个语音、视频或文件会让人认出您，不能随匿名信发出。
    可以去掉附件、只发文字和图片，也可以改为实名。
button-leave-out = 去掉附件，匿名
write-preview-names-you = ⚠️ 您选了匿名，但信里好像写有您的姓名或手机号，收信人会看到。如不想让人知道，请修改那条消息，改好后再提交。
letter-file-not-passed-on = 来信 { $number } 有一个附件没有转交：里面可能留有您的个人信息，我们没能去掉。请把它截图，按图片发来。
letter-file-is-missing = （来信 { $number } 有 { $count } 个附件没有转交：其中来信人的信息没能去掉，已请来信人重发。）
