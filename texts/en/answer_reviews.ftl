### Answers that the office looks at before they go out

command-reviews = Answers to review
doing-answerreturn = returning an answer
doing-answerreword = changing an answer
button-answer-approve = Send it
button-answer-return = Return it
button-answer-reword = Change it
button-answer-again = Write it again
button-ask-review = Office first

## What the member reads

answer-sent-to-office = Your answer is with the office; it goes to the writer once they approve it.
answer-closing-sent-to-office = Your closing words are with the office and go to the writer once they approve them; please press “Settle” again after that.
reply-answer-now-for-office = Please write your answer to letter { $number }. The office looks at it first; it goes to the writer once they approve it.
reply-ask-now-for-office = Please write what you would ask the writer of letter { $number }. The office looks at it first; it goes to the writer once they approve it.
answer-approved =
    The office approved your answer to “{ $topic }”, and it has been sent:

    { $text }
answer-returned =
    The office returned your answer to “{ $topic }”; the writer has not seen it.
    What they say: { $reason }

    Your words:
    { $text }
answer-dropped =
    “{ $topic }” is with someone else now, settled or withdrawn; your answer, which was waiting for the office, was not sent.

    Your words:
    { $text }

## What the office reads

answer-to-look-at =
    <b>Please look at this answer</b>
    { $topic }
    { $who } would answer:

    { $text }
question-to-look-at =
    <b>Please look at this question</b>
    { $topic }
    { $who } would ask the writer:

    { $text }
answers-to-look-at = These answers are waiting for you:
answers-to-look-at-none = No answer is waiting for you.
answer-approved-done = The answer has been sent to the writer.
answer-can-not-go-out = The letter is with someone else now, returned, settled or withdrawn: the answer was not sent, and its author has the words back.
answer-return-why = Please say why; the member gets it together with their own words.
answer-returned-done = It went back to the member; the writer has not seen it.
answer-reword-now = Please send the whole text as it should be. What is attached stays; press “Send it” afterwards.
answer-return-wants-a-reason = Please say why you return it.

## When it can't be done

answer-is-decided = This answer { $became }.
answer-became-waiting = is waiting for the office
answer-became-sent = has been sent
answer-became-returned = went back to the member
answer-became-dropped = was not sent: the letter is with someone else, settled or withdrawn
answer-is-not-found = There is no such answer.
