### The registration form

command-form = Registration form: see it, get it, hand it in
command-forms = Registration forms: who has handed in

form-shown =
    <b>Registration form of your contacts</b>

    Name: { $member } · Sector: { $sector }
    Phone: { $phone } · Work committee: { $unit }

    { $rows }

    { $lacking }

    To be handed in by { $due }. { $state }
form-row = { $number }. { $name } · { $phone } · { $address }
form-more-rows = { $count } more: see the file.
form-no-rows = (no contacts registered yet)
form-is-complete = Every field is filled in.
form-lacks = Still missing:
form-lacks-sector = · your sector (please ask the office to add it)
form-lacks-phone = · your telephone number (please ask the office to add it)
form-lacks-unit = · the work committee (please ask the office to add it)
form-lacks-contacts = · contacts: at least { $least } are needed, so far { $registered }
form-lacks-details = · a contact without telephone number or address
form-own-unit = your work committee
form-state-open = Not handed in yet.
form-state-handed-in = Handed in on { $on }; nobody has looked at it yet.
form-state-accepted = Handed in on { $on } and received by { $by } ({ $receiver }) on { $decided }.
form-state-replaced = The one of { $on } was replaced by a newer one.
form-state-returned = Returned on { $on }. Reason: { $reason }
form-button-file = Get the file
form-button-hand-in = Hand in
form-button-open = See the form
form-button-accept = Accept
form-button-return = Return
form-button-all = All forms
form-button-paper = Came on paper
form-button-paper-yes = Yes, it is here
form-paper-whose = Whose registration form came on paper or by e-mail?
form-paper-really = Has the form of { $member } ({ $sector }, { $unit }) come on paper? They will be told.
form-paper-taken = { $member }'s form is noted as received on paper, and they were told.
form-paper-was-taken =
    <b>Receipt</b>
    Your registration form for { $year } on paper was received by { $by } ({ $receiver }) on { $at }. Thank you!
    { $lacking }
form-paper-lacks-contacts = Please register its contacts here too, so that visits can be logged.
form-button-by-unit = 🖨 By unit
form-button-print = 🖨 { $unit }
form-button-show = { $member }

form-file = Your registration form, to print or to change in Word.
form-receipt =
    <b>Receipt</b>
    Your registration form was handed in to the office on { $at }, with { COUNT($count) ->
        [one] { $count } contact
       *[other] { $count } contacts
    }.
form-receipt-for-unit =
    <b>Receipt</b>
    Your registration form was handed in on { $at }, with { COUNT($count) ->
        [one] { $count } contact
       *[other] { $count } contacts
    }.
    A township's special member hands in to { $unit }. It has nobody here yet, so the office takes the form and marks it for them.

form-by-office = the office
form-receipt-of-unit =
    <b>Receipt</b>
    Your form was handed in to { $unit } on { $at }, with { COUNT($count) ->
        [one] { $count } contact
       *[other] { $count } contacts
    }.
form-came-in =
    <b>A registration form</b> from { $member } ({ $sector }, { $unit }), { COUNT($count) ->
        [one] { $count } contact
       *[other] { $count } contacts
    }.
    { $notes }
form-came-in-for-unit =
    <b>A registration form</b> from { $member } ({ $sector }), special member of a township: please pass it on to { $unit }. Contacts: { $count }.
    { $notes }
form-is-late = · later than { $due }
form-accepted = { $member }'s form is accepted, and they were told.
form-ask-reason = Why is { $member }'s form returned? Please write what has to be changed.
form-sent-back = { $member }'s form is returned, and they were told. Reason: { $reason }
form-was-accepted =
    <b>Receipt</b>
    Your registration form for { $year } was received by { $by } ({ $receiver }) on { $at }. Thank you!
form-was-returned =
    Your registration form was returned by { $by }. Reason: { $reason }

    Please correct it and hand it in again.
form-of-member = { $member }'s registration form. { $state }

forms-list =
    <b>Registration forms { $year }</b> (by { $due })
    { COUNT($members) ->
        [one] { $members } member
       *[other] { $members } members
    }: { $accepted } accepted, { $waiting } waiting for you, { $missing } not handed in.

    Not handed in:
    { $names }
forms-line = · { $member } ({ $sector }, { $unit })
forms-line-returned = · { $member } ({ $sector }, { $unit }): returned to be corrected
forms-which-unit = Of which unit? The forms of all its members come in one file, a page each.
forms-of-unit = The registration forms of { $unit } ({ COUNT($count) ->
        [one] { $count } member
       *[other] { $count } members
    }), a page each, to print.
forms-none-missing = (none)

form-is-empty = No contact is registered yet, so there is nothing to hand in. Please add your contacts first.
form-is-handed-in-already = This form was handed in on { $handed_in } and nothing has changed since; there is no need to do it again.
form-is-decided = This form of { $member } was dealt with before, or there is a newer one.
form-is-not-in-the-scheme = The rules of this committee have no registration form.
form-unknown = There is no such form.
form-nobody-to-print = Not found: { $whom }

doing-formreturn = returning a registration form
