### The service card (what stands on it is the software's own default: no document says it)

card-paper-title = Service card of a CPPCC member
card-paper-member = Member
card-paper-phone = Phone
card-paper-sector = Sector
card-paper-contact = For
card-paper-scan = Scan with your phone to write to the member and to check each visit.
card-paper-day = Date
card-paper-what = What was done
card-paper-sign = Signature

command-card = Service cards: issue, replace, see

cards-list =
    <b>Service cards</b>

    { $lines }

    Press a name to issue a card, to note its delivery or to replace it.
cards-line = · { $contact }: { $state }
cards-no-contacts = You have no registered contacts yet. Please add them first; then issue cards.
card-of-contact = <b>{ $contact }</b>'s service card: { $state }
card-state-none = no card yet
card-state-issued = issued { $on }, not delivered yet
card-state-delivered = delivered { $on }
card-state-returned = returned { $on }
card-state-lost = reported lost
card-button-list = Service cards
card-button-issue = Issue card
card-button-issue-all = Issue all cards
card-button-delivered = Delivered
card-button-lost = Lost: replace
card-button-lost-yes = Yes, replace it
card-lost-really = Replace { $contact }'s card? The old one stops working at once, and they have to scan the new one.
card-issued = This is { $contact }'s service card; you may pass it on to them. The code is for them alone.
card-to-print = { COUNT($count) ->
        [one] { $count } service card
       *[other] { $count } service cards
    } to print (four to a page). The codes appear here only once; a lost card is replaced.
card-was-confirmed = { $contact } has scanned the service card. From now on they are asked to check each visit.
card-scanned-by-another = Somebody else scanned { $contact }'s service card and was refused. If the card is in other hands, please replace it.

card-is-this-you = This is the service card of { $member } for <b>{ $contact }</b>. Are you { $contact }?
card-button-me = Yes, that is me
card-button-not-me = No
card-confirmed = Thank you, that is noted. From now on you are asked to check each visit that { $member } logs.
card-is-not-yours = Nothing was noted. Please hand the card to { $contact }.
card-is-someone-elses = This card was confirmed by somebody else and can't be used again. If in doubt, please ask the member who gave it to you.
card-was-replaced = { $member } has replaced your service card; the old one is void. Please scan the new one when you have it.
card-shown =
    <b>Service card</b>
    Member: { $member } ({ $sector })
    For: { $contact }

    { $lines }

    Send /card to see it again.
card-visit = · { $day } · { $kind } · { $state }
card-visit-true = confirmed
card-visit-disputed = disputed
card-visit-open = to be checked
card-no-visits = (no visits so far)
card-button-visit = Check: { $day }, { $kind }
card-button-write = ✉️ Write

confirm-visit =
    { $member } has logged a visit to you:
    { $day } · { $kind }
    { $lines }

    Is that so?
confirm-visit-corrected =
    { $member } has corrected a visit to you:
    { $day } · { $kind }
    { $lines }

    Is that so?
confirm-true = That is right
confirm-differs = Not quite
confirm-withdrawn = { $member } has taken back the visit of { $day } ({ $kind }); there is nothing to check.
confirm-thanks = Thank you! Noted: you confirm the visit of { $day }.
dispute-ask-words = What is different? Please write one sentence.
dispute-is-noted = Noted, and { $member } was told. If it is not cleared up within { COUNT($days) ->
        [one] { $days } day
       *[other] { $days } days
    }, the office will look into it.
dispute-came =
    { $contact } says that this visit was different:
    { $day } · { $kind }
    Logged: { $note }

    They say: { $words }

    Please correct it, or answer.
dispute-button-correct = Correct
dispute-ask-answer = Please write your explanation to { $contact }.
dispute-answer-sent = Your explanation was sent to { $contact }.
dispute-was-answered =
    { $member } explains about the visit of { $day }:
    { $words }

    If that clears it up, please press “That is right”.
dispute-is-settled = { $contact } has confirmed the visit of { $day }.
dispute-for-office =
    <b>A visit is disputed and not settled after { COUNT($days) ->
        [one] { $days } day
       *[other] { $days } days
    }</b>
    Member: { $member } · contact: { $contact }
    { $day } · { $kind }
    Logged: { $note }
    The contact says: { $words }
    { $answer }
dispute-answer-was = The member explains: { $words }
dispute-has-no-answer = The member has not answered yet.

doing-dispute = checking a visit
doing-disputeanswer = explaining a visit

card-is-issued = { $contact } has a service card. If it is lost, please press “Lost: replace”.
card-none-in-use = { $contact } has no service card in use. Please issue one first.
card-is-past-that = This has been noted already for { $contact }'s service card.
card-is-lost = This service card was reported lost and is void. Please ask the member for a new one.
card-is-your-own = You issued this card to { $contact }; they have to scan it themselves.
card-is-over = { $member } has replaced or ended the contact with you ({ $contact }), and your service card is void; please give it back. Thank you for your support! You may still write.
card-has-ended = { $member } is not in touch with this contact any more; the card is not used.
card-unknown = The code of this card is not valid or not complete. Please scan it again.
card-none-to-issue = There is no card to issue: every contact has one.
card-you-are-another = You are { $contact } among { $member }'s contacts already and can't confirm another card.
card-you-have-none = You have no service card yet. Members hand them to their contacts; scan the code on it.
visit-is-judged = You have checked this visit already.
visit-is-not-yours-to-judge = This visit was not to you.
visit-is-not-disputed = Nothing about this visit waits for an explanation.
