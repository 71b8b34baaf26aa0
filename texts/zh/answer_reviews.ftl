### 审阅答复：委员的答复先给政协办公室看

command-reviews = 待审的答复
doing-answerreturn = 退回答复
doing-answerreword = 修改答复
button-answer-approve = 同意发出
button-answer-return = 退给委员
button-answer-reword = 修改
button-answer-again = 再写一次
button-ask-review = 请办公室先看

## 委员看到的

answer-sent-to-office = 您的答复已送政协办公室审阅，同意后发给来信人。
answer-closing-sent-to-office = 您写的办理结果已送政协办公室审阅，同意后发给来信人；之后请再按“办结”。
reply-answer-now-for-office = 请写您对来信 { $number } 的答复。写好后先送政协办公室审阅，同意后再发给来信人。
reply-ask-now-for-office = 请写您想请来信 { $number } 的来信人补充什么。写好后先送政协办公室审阅，同意后再发给来信人。
answer-approved =
    政协办公室已同意，对“{ $topic }”这封信的答复已经发出：

    { $text }
answer-returned =
    政协办公室退回了您对“{ $topic }”这封信的答复，还没有发给来信人。
    意见：{ $reason }

    您的原文：
    { $text }
answer-dropped =
    “{ $topic }”这封信已转由他人办理、已办结或已撤回，您待审的答复没有发出。

    您的原文：
    { $text }

## 政协办公室看到的

answer-to-look-at =
    <b>请审阅答复</b>
    { $topic }
    { $who }拟答复：

    { $text }
question-to-look-at =
    <b>请审阅</b>
    { $topic }
    { $who }拟请来信人补充：

    { $text }
answers-to-look-at = 下面的答复等您审阅：
answers-to-look-at-none = 现在没有等审阅的答复。
answer-approved-done = 已同意，答复已发给来信人。
answer-can-not-go-out = 这封信已转由他人办理、已退回、已办结或已撤回，答复没有发出，原文已还给委员。
answer-return-why = 请写退回的意见，委员会连同原文一起收到。
answer-returned-done = 已退给委员，来信人没有收到这份答复。
answer-reword-now = 请发送修改后的全文。附件不变，改好后再请您按“同意发出”。
answer-return-wants-a-reason = 退回答复请写明意见。

## 不能照办时

answer-is-decided = 这份答复{ $became }。
answer-became-waiting = 正在等办公室审阅
answer-became-sent = 已经发出
answer-became-returned = 已经退给委员
answer-became-dropped = 没有发出：来信已转由他人办理、已办结或已撤回
answer-is-not-found = 没有找到这份答复。
