### Anonymous letters: nothing of their writers in what comes with them

cannot-go-anonymously =
    An anonymous letter takes pictures and PDF, Word, Excel and PowerPoint files. Voice, video and other files would tell who you are, and this was not taken.
    Please say it in words or pictures.
words-are-kept-without-file = The words are kept. The file that came with them would tell who you are, and was not taken. Go on writing, then press “Done”.
write-leave-out =
    { $count } of your attachments (voice, video or file) would tell who you are and can't go with an anonymous letter.
    Leave them out and send words and pictures, or sign with your name.
button-leave-out = Send without them
write-preview-names-you = ⚠️ You chose to stay anonymous, but the letter seems to hold your name or mobile number, which its reader will see. To hide it, edit that message before you submit.
letter-file-not-passed-on = One attachment of letter { $number } was not passed on: it may tell who you are, and we could not take that out. Please send it as a picture, for instance a screenshot.
letter-file-is-missing = (Attachments of letter { $number } not passed on: { $count }. What they tell of the writer could not be taken out; the writer was asked to send them again.)
