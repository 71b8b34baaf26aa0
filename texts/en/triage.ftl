### Triage: letters that nobody holds yet, given out by the office; taken in the members' group; returned; marked

command-suggest = Make a suggestion
command-triage = Assign letters
command-assign = Give a letter to a member: /assign NUMBER MEMBER
doing-triage = assigning a letter

## Kinds of letters

letter-kind-member = to a member
letter-kind-committee = to the committee
letter-kind-suggestion = suggestion
letter-kind-anyone = for the office to pass on

## Marks

letter-mark-urgent = urgent
letter-mark-important = important
letter-mark-private = not to be posted
letter-mark-none = no mark
letter-marked = { " " }[{ $mark }]

## Buttons

button-to-mailbox = To the committee
button-triage = Assign
button-assign-to = To { $name }
button-other-member = Other member
button-keep-in-office = Office keeps it
button-send-back = Return
button-mark = Mark
button-to-group = To the group
button-next-letter = Next letter
button-whole-letter = The whole letter
button-claim = I take it

## The card

triage-card =
    <b>To be assigned: { $number }</b>{ $mark } · { $kind }
    { COUNT($count) ->
        [one] 1 letter waits
       *[other] { $count } letters wait
    } · { COUNT($days) ->
        [0] received today
        [one] waiting for 1 day
       *[other] waiting for { $days } days
    }
    From: { $who } { $attached }

    { $held }{ $text }
    { $more }
    Suggested:
    { $suggested }
triage-card-has-more = … (press “The whole letter” for the rest)
triage-suggestion = { $name } ({ $sector }): { $why }; { $load } in hand
suggested-because-place = the letter names “{ $words }”
suggested-because-sector = the letter names “{ $words }”
suggested-because-words = the letter says “{ $words }”
suggested-because-load = has few letters in hand
triage-nobody-to-suggest = There is no member to give it to now; the office can deal with it.
triage-is-empty = No letter waits to be assigned.
triage-no-more = No other letter waits after this one.
triage-to-whom =
    Who shall have letter { $number }?
    Please send the member's name, sector or township.
triage-assigned = Letter { $number } was given to { $holder }; its writer has been told.
triage-kept = The office deals with letter { $number }; its writer has been told.
triage-return-why =
    Letter { $number } will go back to its writer.
    Please write why, or what is missing:
triage-returned = Letter { $number } was returned; its writer has been told why.
triage-reason-is-wanted = Please write why the letter is returned.
triage-posted = Posted to the members' group.
triage-posted-before = This letter is in the members' group already.
assign-how = Please give the letter's number and the member's name, such as: /assign 12 李建国

## The members' group

group-post =
    <b>A letter to be taken: { $number }</b> · { $kind } { $attached }

    { $text }
    { $more }
    Any member willing to deal with it, please press “I take it”.
group-post-has-more = … (who takes it sees the whole)
group-post-is-taken = Letter { $number } is now with { $holder }.
# Titles of topics
group-topic = To be taken: { $number } { $text }
group-topic-taken = { $number } is with { $holder }
group-topic-settled = { $number } is settled
group-topic-withdrawn = { $number } was withdrawn
claim-done = Letter { $number } is yours now; you find it in our private chat.
members-group-is-not-set = No members' group has been set up; please ask whoever maintains the system.

## What the writer sees

letter-submitted-member-away =
    Submitted; its number is <b>{ $number }</b>
    { $absent } is away until { $until }; { $holder } will deal with it meanwhile.

    You will hear as soon as there is an answer. To add something, press “Say more” or reply to this message; “My letters” shows how it stands.
letter-is-kept = The committee's office itself deals with your letter { $number }; you will hear from it.
letter-returned =
    The committee's office has returned your letter { $number } to you.
    Why: { $reason }

    What you add goes to the committee's office again: press “Say more”, or reply to this message.
letter-is-back-member-left = { $before } no longer serves. Your letter { $number } is now with { $holder }, which will find someone and tell you.
letter-is-back-member-out-of-reach = { $before } could not be reached. Your letter { $number } is now with { $holder }, which will find someone and tell you.
letter-is-back-unit-out-of-reach = { $before } could not be reached. Your letter { $number } is now with { $holder }, which will find someone and tell you.

## What the other side sees

letter-comes-instead-of = { $absent } is away until { $until }; please deal with letter { $number } in their place.
letter-in-triage-member-left = { $before } no longer serves; letter { $number } waits to be assigned again.
letter-in-triage-unit-out-of-reach = Nobody of { $before } can be reached (not joined, or no longer using this service); letter { $number } waits to be assigned again.
letter-in-triage-member-out-of-reach = { $before } has not joined or no longer uses this service; letter { $number } waits to be assigned again.

## When it can't be done

letter-was-returned = Letter { $number } was returned and waits for its writer.
letter-is-taken = Letter { $number } is with { $holder } already.
letter-is-kept-by-office = The committee's office deals with letter { $number } already; it need not be assigned.
letter-is-not-for-the-group = Letter { $number } is marked as not to be posted.
letter-is-your-own = You wrote this letter yourself; please let another member take it.

## The whole course

letter-event-assigned = { $at } { $who } gave it to { $to } { $because }
letter-event-kept = { $at } { $who } deals with it
letter-event-posted = { $at } { $who } posted it to the members' group
letter-event-claimed = { $at } { $who } took it
letter-event-redirected = { $at } { $from } is away until { $until }; it went to { $to }
letter-event-back-to-triage = { $at } { $because }; the committee's office will find someone
letter-event-returned = { $at } { $who } returned it: { $reason }
letter-event-marked = { $at } { $who } marked it: { $mark }
because-member-left = { $before } no longer serves
because-unit-out-of-reach = { $before } could not be reached
because-member-out-of-reach = { $before } could not be reached
