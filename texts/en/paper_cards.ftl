### Service cards on paper, keyed in

command-cards = Service cards that came back on paper

paper-returns =
    <b>Service cards back in { $year }</b>
    Contacts { $contacts }, cards issued { $issued }, back { $returned }.

    Not back:
    { $lines }
paper-missing-line = · { $member }: { $count } ({ $names })
paper-none-missing = (none)
paper-button-key = Key in a card
paper-button-list = Which are back
paper-ask-member = Which member’s service card is it? Please write the name.
paper-no-contacts = { $member } has no contacts. Please write another member’s name.
paper-ask-contact =
    Contacts of { $member }: whose card came back?

    { $lines }
paper-contact-line = · { $contact }: { $state }
paper-sheet =
    The card of <b>{ $contact }</b> (member: { $member })
    Compare with the paper and press each visit: on the card → not on it → not looked at.

    { $lines }
paper-line-open = ⬜ { $day } · { $kind } · { $note }
paper-line-on = ✅ { $day } · { $kind } · { $note } (on the card)
paper-line-off = ❌ { $day } · { $kind } · { $note } (not on the card)
paper-line-true = ☑️ { $day } · { $kind } · { $note } (confirmed)
paper-line-extra = ➕ { $day } · { $kind } · { $note } (on the card alone)
paper-no-visits = (no visit is logged this year)
paper-button-visit = { $day } · { $kind }
paper-button-all = All on the card
paper-button-extra = One more visit
paper-button-done = Done, card is back
paper-ask-extra = Please write as on the card: day, kind, what about; for example: 5 March home brought seeds
paper-keyed = The card of { $contact } (member: { $member }) is keyed in and back; the member is told.
paper-not-on-card = This visit is not on the service card that came back
paper-was-keyed =
    The service card of { $contact } came back:
    on the card and confirmed: { $on_card }
    not on the card: { $off_card }
    on the card, not logged by you, entered now: { $extra }

visit-said-true-by-contact = Confirmed by the contact
visit-said-true-by-staff-from-paper = Confirmed by staff from the paper card
visit-said-disputed = Disputed: { $words }
visit-said-by-nobody = Not confirmed yet
visit-was-keyed = Staff entered this visit from the card that came back.
quota-confirmed = Visits confirmed by the contact { $by_contact }, from paper cards { $by_staff_from_paper }; not confirmed { $by_nobody }

doing-paper = keying in a card

paper-contact-unknown = There is no such contact. Please press a name.
paper-day-is-missing = Please begin with the day on the card, for example: 5 March home brought seeds
