### The thread: taking back, internal notes, words alone

## Taking back

button-take-back = Take this back
taken-back = Letter { $number }: this was taken back by who wrote it.
taken-back-done = Taken back. The other side now reads “taken back” in its place (letter { $number }).
entry-taken-back = (taken back)
letter-event-taken-back = { $at } { $who } took something back{ $what }
taken-back-was = : { $text }
taking-back-is-not-yours = You can only take back what you wrote yourself.
taken-back-already = This has been taken back already.
too-late-to-take-back = { COUNT($hours) ->
        [0] What was sent can't be taken back. You can write another message to explain.
        [one] It was sent more than an hour ago and can't be taken back. You can write another message to explain.
       *[other] It was sent more than { $hours } hours ago and can't be taken back. You can write another message to explain.
    }
opening-can-not-be-taken-back = The beginning of a letter can't be taken back alone. To change it, hold your message and choose “Edit”.
taking-back-is-too-early = This is being sent right now; please press again in a few seconds.

## Internal notes

button-note = Internal note
doing-note = writing an internal note
doing-unsent = an answer that was not sent

## Words that were not sent

words-unsent =
    Your words were not sent, and are kept for you:
    { $text }{ $more } { $attached }

    They can go into the answer to another letter: press a button below.
words-unsent-nowhere =
    Your words were not sent, and are kept for you:
    { $text }{ $more } { $attached }

    You may copy them from here.
words-for-a-letter =
    What you wrote is kept for you:
    { $text }{ $more } { $attached }

    Which letter does it answer? Choose one; you will see it once more before it goes out. If none, press “Not needed”.
words-for-a-task =
    What you wrote is kept for you:
    { $text }{ $more } { $attached }

    Is this the answer to the task “{ $title }”? If so, press “Answer”; you will see it once more before it is handed in. If not, press “Not needed”.
words-for-one-of-these =
    What you wrote is kept for you:
    { $text }{ $more } { $attached }

    Which of these does it answer? Choose one; you will see it once more before it goes out. If none, press “Not needed”.
button-task = Task: { $title }
reason-unsent =
    Your reason was not used, and is kept for you:
    { $text }{ $more } { $attached }

    To hand over another letter for this reason, press a button below.
button-not-needed = Not needed
note-words-now =
    Please write your internal note on the letter “{ $topic }”.
    Only those who deal with it and the office read it; its writer does not.
note-kept = Your internal note on “{ $topic }” is kept; its writer does not see it.
note-written =
    <b>Internal note</b> (its writer does not see it)
    { $topic }

    { $who }: { $text }
notes-of-letter =
    <b>Internal notes</b> (its writer does not see them)
    { $topic }

    { $lines }
note-line = { $at } { $who }: { $text }
note-is-empty = There is nothing in the note yet; please write a sentence.

## Words under a picture

only-words-were-taken = Only the words were taken here; the picture or file was not.
