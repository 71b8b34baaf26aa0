### Looked at first, urgent, kept out, too fast, opening an anonymous identity

## Looked at first

letter-submitted-held =
    Submitted, number { $number }.
    The committee's office will look at some of the wording first and then pass it on. You will hear as soon as there is news.
letter-follow-up-held = Added to letter { $number }. The committee's office will look at some of the wording first and then pass it on.
letter-edit-held = Your change to letter { $number } is kept. The committee's office will look at some of the wording first and then pass it on.
letter-edit-for-office = Your change to letter { $number } has been passed to the committee's office.
letter-follow-up-is-new-held = Letter { $old } was settled long ago: what you wrote is the new letter <b>{ $number }</b>, and the two are linked. The committee's office will look at some of the wording first and then pass it on.
letter-event-held = { $at } first looked at by the office
letter-event-released = { $at } { $who } looked at it and sent it on to { $to }
letter-is-not-held = Letter { $number } is not held any more; please open its card again.
triage-card-held =
    ⏸ Held for a look: it contains “{ $words }” and was for { $to }. Let it go, or return it.
    { "" }
button-release = Let it go

## Urgent

letter-is-urgent =
    🚨 <b>Urgent letter { $number }</b>
    It contains “{ $words }”: please look at once. From: { $who }
urgent-help-is-near =
    Letter { $number } has arrived, and the office has been alerted.
    If you or someone near you is in danger, call 110 (police) or 120 (ambulance) now; don't wait for an answer. { $hotline }
urgent-hotline = You can also call { $hotline }.

## Too fast

too-many-letters-today = You have written { COUNT($limit) ->
        [one] { $limit } letter
       *[other] { $limit } letters
    } today; please go on tomorrow. What you wrote is kept and can be submitted then.
please-pause = You are writing faster than we can read. Please wait until { $until }; messages sent before then are not taken.
pause-is-over = You can go on. Messages that were not taken: { $count }; please send them again.

## Kept out

command-block = Keep someone out: /block NAME-OR-NUMBER REASON 至 DAY
doing-block = keeping someone out
menu-block = Keep out
block-list =
    <b>Kept out at present</b>
    { $lines }
block-list-empty = Nobody is kept out at present.
block-line = { $who }: until { $until }, { $reason }
block-named = { $name }
block-writer-of = the writer of letter { $number }
button-let-in = Let in: { $who }
button-keep-out = Keep someone out
block-whom = Who is to be kept out? Send the name, or the number of a letter of theirs.
block-why = Why is { $who } kept out? They will read the reason.
block-until-when = Until which day? Choose, or write a date.
block-how = That date was not understood. Write it like this: /block NAME-OR-NUMBER REASON 至 2026-04-01
block-day-is-past = That day is over. Please choose another.
block-nobody = Nobody named “{ $name }” has written here. Check the name, or send a letter's number.
block-several = Several people are named “{ $name }” ({ $count }). Send the number of a letter of theirs.
block-not-for-roles = Members, the office, leaders and units can't be kept out.
block-is-over = They are let in already, or the time is over.
block-done = { $who } is kept out until { $until }, and has been told why.
block-lifted = { $who } is let in again.
you-are-kept-out =
    The committee's office has suspended your letters here until { $until }.
    Reason: { $reason }
    Meanwhile you can still use /mydata to see your data, /forget to delete it, and /help.
you-are-let-in = You can write again.

## An anonymous identity

doing-identity = asking for a writer's name
button-open-identity = Ask for the name
button-opening-yes = Consent
button-opening-no = Refuse
opening-why =
    Asking for the name behind letter { $number }. Please write why.
    Someone else in the office has to consent within { COUNT($hours) ->
        [one] { $hours } hour
       *[other] { $hours } hours
    }, and all of it is recorded.
opening-is-asked = The others of the office were asked about the name behind letter { $number }.
opening-asked-of-you =
    <b>{ $name } asks for the name behind anonymous letter { $number }</b>
    Reason: { $reason }
    Do you consent? Please decide before { $until }.
opening-identity =
    Letter { $number } was written by <b>{ $name }</b> (phone: { $phone }).
    Consent: { $by }. Use it for the reason given, and tell nobody else.
opening-no-phone = none
opening-declined = { $by } did not consent to opening the name behind letter { $number }.
opening-you-consented = You consented to opening the name behind letter { $number }. It is recorded.
opening-you-declined = You refused to open the name behind letter { $number }. It is recorded.
opening-told-to-writer =
    The name behind your anonymous letter { $number } was opened, with the consent of two people of the office.
    Reason: { $reason }
    Members and departments still don't know who you are.
opening-letter-is-signed = Letter { $number } is signed; there is nothing to ask for.
opening-nobody-to-consent = It takes two people, and there is nobody else in the office who could consent.
opening-is-asked-already = The name behind letter { $number } has been asked for and waits for consent.
opening-was-opened-before = The name behind letter { $number } was opened on { $day } already.
opening-consent-is-your-own = Someone else has to decide on your own request.
opening-is-over = This request for letter { $number } has been decided, or is too old.
opening-reason-is-wanted = Please write why the name is wanted.
