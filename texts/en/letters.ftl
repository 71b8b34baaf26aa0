### Letters: writing, receiving, answering, handing over, settling, judging

## In the menu

command-write = Write to a member
command-letters = My letters
command-letter = See one letter by its number
command-inbox = Letters to deal with

## How the parties are named

the-office = the committee's office
member-named = Member { $name }
unit-named = { $name }
anonymous-writer = an anonymous resident
writer-named = { $name }
you = you

## Buttons

button-by-name = Find by name
button-words-of-letter = Not a name: words of the letter
button-by-sector = Find by sector
button-by-unit = Find by township
button-to-office = Let the office pass it on
button-to-the-office = To the office
button-add-more = Add more
button-go-on-writing = Go on writing
button-write-anew = Start again
button-write-new-letter = Write a new letter
button-hand-back = Give back
button-urge = Ask for news
button-withdraw = Withdraw
button-withdraw-yes = Yes, withdraw it
button-withdraw-no = No, keep it
button-ask-writer = Ask the writer
button-to-a-unit = To a unit or department
button-to-a-unit-short = To a unit
button-go-on = Say more
button-solved = It is solved
button-skip = Skip
button-older = Older
button-newest = Back to the newest
button-next-page = Next page
button-first-page = First page
button-show-attachments = Show attachments
button-member = { $name } ({ $sector })
button-of-group = { $name }
button-member-plain = { $name }
button-letter = { $number } { $topic }

grade-helped = It helped
grade-partly = It helped a little
grade-not = It did not help

letter-state-received = delivered
letter-state-read = read
letter-state-answered = answered
letter-state-forwarded = with a department
letter-state-waiting = waiting for its writer
letter-state-reopened = open again
letter-state-withdrawn = withdrawn
letter-settled-as = settled ({ $outcome })
outcome-solved = solved
outcome-partly = partly solved
outcome-explained = explained
outcome-not-possible = not possible now
outcome-referred = referred
settled-with-outcome = { " " }({ $outcome })
letter-state-settled = settled
letter-state-returned = returned, waiting for its writer

## What is under way (said at /cancel)

doing-writing = writing a letter
doing-reply = writing a reply
doing-handover = handing over a letter
doing-handback = giving a letter back
doing-settle = settling a letter
doing-grade = your feedback
doing-which = adding to a letter

## To whom

write-to-whom =
    Which member would you like to write to?
    Send the member's name, or use the buttons below. If you are not sure, let the office pass it on.
write-kept-to-whom =
    Your words have been kept ({ $count } so far) and can become a letter. You can send more.
    Who is it for? Send the member's name, or use the buttons below. If you are not sure, let the office pass it on.
write-type-a-name = Please send the member's name; a part of it will do.
write-which-sector = Please choose a sector:
write-which-unit = Please choose a township:
write-which-member = Please choose a member:
write-which-member-of-many = Many members match; here are some of them. Please choose one, or send more of the name.
member-not-found = Nobody was found for “{ $words }”. Please try other words, or choose below.
member-not-found-did-you-mean = Nobody was found for “{ $words }”. Did you mean:
member-does-not-serve = This member no longer serves. Please send /write to choose another, or let the office pass your letter on.
no-members-yet = There are no members to choose from yet. You can let the office pass your letter on.

## Name and text

write-kept-before-name = This has been kept.
write-named-or-anonymous =
    To: { $whom }

    How would you like to sign?
    With my name: they see your name, “{ $name }”.
    Anonymous: they see “an anonymous resident”, and neither your name nor your account.
write-text-now =
    To: { $whom }
    Signed: { $signed }

    Please send what you want to say. Several messages are fine, and so are photos, voice, videos, files and places.
    Press “Done” when you have finished.
write-text-now-anonymous =
    To: { $whom }
    Signed: { $signed }

    Please write what you want to say. Several messages are fine, and so are photos, places and PDF, Word, Excel or PowerPoint files. Voice and videos would tell who you are and can't go into an anonymous letter.
    Press “Done” when you have finished.
write-piece-kept = Kept ({ $count } so far). You can send more; press “Done” when you have finished.
cannot-be-in-a-letter = This can't go into a letter. You can send text, photos, voice, videos, files or a place.
file-is-too-large = This file is larger than { $limit } MB and was not kept. Please make it smaller, or send it as pictures.
file-not-passed-on = (Files not passed on: { $count }. A file that is a program, is not what its name says, or is too large to be checked is not passed on.)
your-file-not-passed-on = Of the files you sent, { $count } could not be passed on: a program, a file that is not what its name says, or one too large to be checked. Please send a picture, a PDF or a Word file instead.
letter-is-empty = There is nothing in the letter yet. Please send some text, a photo or a voice message first.
letter-is-too-long = A letter may have { $limit } characters; with this message it would have { $length }. What you sent before is kept; please shorten this one and send it again.
letter-has-too-many-attachments = A letter may have { COUNT($limit) ->
        [one] { $limit } attachment
       *[other] { $limit } attachments
    }; more were not taken. What you sent before is kept.
write-preview =
    <b>Please check</b>
    To: { $whom }
    Signed: { $signed }{ $count ->
        [0] { "" }
       *[other] { "" }
            Attachments: { $count }
    }

    { $text }
write-preview-continued = { $text }
write-half-written =
    You have a letter that is not finished ({ COUNT($count) ->
        [one] { $count } message
       *[other] { $count } messages
    } kept).
    Go on with it, or start again?
draft-is-changed = Your change has been kept.
edit-changes-nothing = Changing an old message has no effect here. Please send what you want to say as a new message.

## After submitting

letter-submitted =
    Submitted; its number is <b>{ $number }</b>
    For: { $holder }

    You will hear as soon as there is an answer. To add something, press “Say more” or reply to this message; “My letters” shows how it stands.
letter-submitted-member-absent =
    Submitted; its number is <b>{ $number }</b>
    For: { $holder }

    The member has not joined this service yet; the office has it and will pass it on. To add something, press “Say more” or reply to this message; “My letters” shows how it stands.
letter-submitted-before = This letter has been submitted already. Its number is { $number }; it is with { $holder }.
letter-follow-up-sent = Added to letter { $number } and passed to { $holder }.
letter-follow-up-sent-member-absent = Added to letter { $number }. The member has not joined this service yet; the office will pass it on.
letter-follow-up-reopens = Letter { $number } is open again; what you added was passed to { $holder }.
letter-follow-up-reopens-member-absent = Letter { $number } is open again. The member has not joined this service yet; the office will pass it on.

## What the holder sees

letter-for-you =
    <b>Letter { $number }</b> · { $kind }
    { $topic }
    From: { $who }

    { $text }
letter-for-you-short =
    <b>Letter { $number }</b> · { $kind }
    From: { $who }

    { $text }
letter-goes-on =
    <b>More on letter { $number }</b>
    { $topic }
    From: { $who }

    { $text }
letter-is-open-again =
    <b>Letter { $number } is open again</b>
    { $topic }
    { $who } added:

    { $text }
letter-continued =
    ({ $number }, continued)
    { $text }
letter-please-pass-on = Letter { $number } is for { $holder }, who has not joined this service or has left it. Please pass it on:
letter-so-far =
    <b>Letter { $number }</b>
    { $topic }
    From: { $who }
letter-handed-to-you =
    <b>Letter { $number } is handed over to you</b>
    { $topic }
    From: { $who }
    Held before by: { $before }
    { $because }
because = Reason: { $reason }
letter-without-words = (no words)
see-attachments = (see attachments)
no-words = (no words)
letter-answered-by-colleague =
    { $who } has answered letter { $number }:

    { $text }
letter-was-handed-over = Letter { $number } has been handed over to { $holder }; you need do nothing more.
letter-follows-another = Letter { $number } goes on with letter { $old }, which was settled long ago.
letter-is-urged =
    <b>The writer of letter { $number } asks for news</b>
    { $topic }
    { $who } is waiting to hear from you.
letter-withdrawn = { $who } withdrew letter { $number }: nothing more needs to be done.
chase-soon =
    Letter { $number }: { $clock } is due by { $deadline }.
    { $topic }
chase-late =
    <b>Letter { $number } is late</b>: { $clock } was due on { $deadline }.
    { $topic }
    Please see to it soon. If you need more from the writer, press “Ask the writer”.
chase-unit = Letter { $number } of { $holder } is late: { $clock } was due on { $deadline }, and a reminder changed nothing. Please help to get it done.
chase-office =
    <b>Late: letter { $number }</b>
    { $topic }
    With { $holder }. It was due on { $deadline } ({ $clock }), { COUNT($days) ->
        [one] { $days } day
       *[other] { $days } days
    } ago, and reminders changed nothing.
letter-solved = { $who } says that the matter of letter { $number } is solved; it is settled.
letter-settled-by-office = Letter { $number } has been settled by the office.
letter-graded = { $who } on letter { $number }: { $grade }
letter-grade-has-words =
    { $who } added to the feedback on letter { $number }:
    { $words }

## What the writer sees

letter-answered =
    <b>{ $who } has answered your letter { $number }</b>

    { $text }
letter-asks-you =
    <b>{ $who } asks you for more (letter { $number })</b>

    { $text }
letter-urge-sent = { $holder } has been reminded of your letter { $number }.
letter-withdraw-sure = Do you want to withdraw letter { $number }? Nothing more will be done about it.
letter-withdraw-done = Letter { $number } is withdrawn. Should you want to go on after all, press “Say more” or reply to this message.
letter-follow-up-is-new = Letter { $old } was settled long ago, so your words went to { $holder } as a new letter, <b>{ $number }</b>. The two are linked.
letter-is-now-with = Your letter { $number } has been handed over to { $holder }.
letter-is-now-with-absent-member = Your letter { $number } has been handed over to { $holder }, who has not joined this service yet; the office will pass it on.
letter-holder-is-gone = Your letter { $number } can't reach { $holder } at present; the office will pass it on.
letter-settled =
    Your letter { $number } has been settled by { $who }{ $outcome }.

    Did it help?
letter-settled-with-words =
    Your letter { $number } has been settled by { $who }{ $outcome }:

    { $text }

    Did it help?
letter-thank-you-for-solved =
    Letter { $number } is settled. Thank you for telling us.

    Did it help?
letter-edited =
    Letter { $number } was changed. { $who } now says:

    { $text }

## Answering and going on

reply-answer-now =
    Please write your answer to letter { $number }; photos, voice and files are welcome.
    It goes out at once.
reply-ask-now =
    Please write what you would like to know from the writer of letter { $number }.
    The time limit is paused until they reply.
reply-go-on-now =
    Please write what you want to add to letter { $number }; photos, voice and files are welcome.
    It goes to { $holder } at once.
reply-go-on-now-anonymous =
    Please write what you want to add to letter { $number }; photos and files are welcome. Voice and videos would tell who you are and can't go with it.
    It goes to { $holder } at once.
letter-answer-sent = Your answer has gone to { $who } (letter { $number }). To correct it, just edit your message.
letter-answer-waits = Kept (letter { $number }), but { $who } does not use this service at the moment and will get it on coming back.
letter-question-sent = { $who } has been asked (letter { $number }). The time limit is paused until they reply.
letter-edit-sent = Your change to letter { $number } has been passed on.
which-letter = Your words have been kept. Which letter do they belong to?
which-letter-or-new = Your words have been kept. Do they belong to this letter, or begin a new one?
which-letter-piece-kept = Kept as well. Please choose the letter that it belongs to.

## Handing over, settling, judging

handover-to-whom =
    Who should letter { $number } go to?
    Please send a member's name, a sector or a township.
handover-to-which-unit =
    Which unit shall have letter { $number }?
    Press one, or send its name.
handover-no-units = Nobody of any unit has joined yet, so letter { $number } can’t go to one. Please have the office invite them (/invite), or send a member’s name.
handover-why =
    Letter { $number } will go to { $holder }.
    Please give a reason in a sentence; without a reason, just press “Submit”.
handover-why-kept =
    Letter { $number } will go to { $holder }.
    Reason: { $reason }

    Press “Submit” to use this reason, or write another one.
handback-why =
    Letter { $number } goes back to { $before }.
    Please write why:
handback-reason-is-wanted = Please write why the letter is given back.
handover-done = Letter { $number } has been handed over to { $holder }, and its writer has been told.
handover-done-member-absent = Letter { $number } has been handed over to { $holder }, who has not joined yet; the office was asked to pass it on, and the writer has been told.
settle-words-now =
    Settling letter { $number }:
    please press what came of it, for its writer to see; or send a few words on the result.
letter-outcome-is = What came of letter { $number }: { $outcome }.
letter-event-outcome = { $at } { $who } said what came of it: { $outcome }
settle-done-as = Letter { $number } is settled ({ $outcome }); its writer was asked whether it helped.
settle-done = Letter { $number } is settled; its writer was asked whether it helped. What came of it?
grade-thanks = Thank you for your feedback: { $grade }
grade-words-now =
    Thank you for your feedback: { $grade }
    If you like, add a sentence; otherwise press “Skip”.
grade-words-now-not =
    Thank you for saying so: { $grade }
    Please add a sentence on what is still wrong; otherwise press “Skip”.
grade-thanks-not = We are sorry that it did not help. If the matter is not done, press “Say more” and letter { $number } is opened again.
grade-words-thanks-not =
    We are sorry that it did not help. Your words have been passed on.
    If the matter is not done, press “Say more” and letter { $number } is opened again.
grade-words-thanks = Thank you; it has been kept and passed on.
words-are-too-long = Please use at most { $limit } characters; it is { $length } now.

## When it can't be done

letter-not-found = This letter was not found. Please check the number, or send /letters to see yours.
not-a-letter-number = “{ $typed }” is not the number of a letter. A number looks like { $example }.
letter-is-not-yours = This letter is not yours to deal with.
letter-is-with-another = Letter { $number } has been handed over to { $holder }; you need do nothing more.
letter-is-closed = Letter { $number } is settled already; there is nothing more to do.
your-letter-is-closed = Letter { $number } is settled. If the matter is not done, press “Say more” or reply to a message of the letter.
your-letter-was-withdrawn = You have withdrawn letter { $number }. Whenever you want to say more, press “Say more”.
letter-was-withdrawn = Letter { $number } was withdrawn by its writer: nothing more needs to be done.
letter-waits-for-you = Letter { $number } is waiting for you: please press “Say more” and reply first.
letter-urged-already = You have asked about letter { $number } already; you may ask again after { $again }.
letter-is-not-settled = Letter { $number } is not settled yet; you will be asked then.
letter-is-not-graded-yet = Please press a button first to say whether letter { $number } helped.
letter-is-already-with-them = Letter { $number } is with { $holder } already.

## Lists, and the whole course

my-letters =
    <b>Your letters</b>

    { $lines }
my-letters-none = You have not written a letter yet. Send /write to write to a member.
my-letter-line =
    { $number } · { $state }
    { $topic } ({ $day })
inbox-of-member =
    <b>Letters waiting for you</b>

    { $lines }
inbox-of-unit =
    <b>Letters waiting for { $unit }</b>

    { $lines }
inbox-of-unit-is-empty = No letters are waiting for { $unit }.
inbox-without-a-unit = You are not registered with a unit yet, so no letters reach you. Please ask the office of the committee.
inbox-of-office =
    <b>Letters waiting for the office</b>

    { $lines }
inbox-is-empty = No letter is waiting for you now.
inbox-of-office-is-empty = No letter is waiting for the office now.
open-letter-line =
    { $number }{ $mark } · { $state } · { COUNT($days) ->
        [0] came today
        [one] waiting for { $days } day
       *[other] waiting for { $days } days
    }
    { $topic } ({ $who })
open-letter-answered-line =
    { $number }{ $mark } · { $state }
    { $topic } ({ $who })
letter-head =
    <b>Letter { $number }</b> · { $kind }
    { $topic }
    From: { $who }
    With: { $holder }
    State: { $state }
letter-thread-begins =
    { "" }
    <b>What was written</b>
letter-entry =
    { "" }
    <b>{ $who }</b> { $at }
    { $text } { $attached }
letter-has-no-attachments = This letter has no attachments.
attached = (attachments: { $count })
lines = { $lines }
letter-event-submitted = { $at } { $who } wrote to { $to }{ $follows }
letter-event-follows = { " " }(goes on with letter { $number })
letter-event-continued = { $at } Continued in a new letter, { $number }
letter-event-asked = { $at } { $who } asked the writer for more
letter-event-chased = { $at } Chased ({ $clock }): { $whom } reminded
letter-event-chased-soon = { $at } { $whom } reminded: { $clock } is due soon
letter-event-urged = { $at } { $who } asked for news
letter-event-withdrawn = { $at } { $who } withdrew the letter
letter-clock-answer = the answer
letter-clock-settle = the settlement
chased-holder = the holder
chased-unit = the holder’s unit
chased-office = the office
letter-event-read = { $at } read by { $who }
letter-event-answered = { $at } answered by { $who }
letter-event-followed-up = { $at } { $who } added something
letter-event-reopened = { $at } the letter was opened again
letter-event-handed-over = { $at } handed over from { $from } to { $to }. { $because }
letter-event-passed-on = { $at } the member had not joined; the office passes it on
letter-event-edited = { $at } { $who } changed something
letter-event-settled = { $at } settled by { $who }{ $outcome }
letter-event-graded = { $at } { $who }: { $grade }
letter-event-grade-words = { $at } { $who } added: { $words }
