### Contacts

command-contacts = My contacts: list, add, change

contact-kind-sector = sector constituent
contact-kind-other = other constituent
contact-kind-enterprise = enterprise or institution
contact-kind-village = village or community
contact-kind-member = member
contact-kind-grid-worker = grid worker

contacts-list =
    <b>Your contacts</b>

    { $lines }

    { $places }
contacts-none =
    You have no contacts yet. Please press “Add a contact”.

    { $places }
contact-numbered = { $number }. <b>{ $name }</b> ({ $kind })
contact-headed = <b>{ $name }</b> ({ $kind })
contact-has-phone = Phone: { $phone }
contact-has-address = Work or home: { $address }
contact-has-visits = This year: visits { $visits }, good deeds { $deeds }
contact-was-ended = Ended on { $ended }; reason: { $because }
contacts-past = Replaced or ended this year:
contacts-past-replaced = · { $old } → { $new } ({ $ended }, { $because })
contacts-past-ended = · { $old } (ended { $ended }, { $because })
contact-took-place = Took the place of { $old } on { $on }; reason: { $because }
contact-label = { $name }
contact-label-with-phone = { $name } (…{ $ending })

contact-button-add = Add a contact
contact-button-list = Contacts
contact-button-change = Change
contact-button-end = End the contact
contact-button-replace = Replace
contact-button-name = Name
contact-button-phone = Phone
contact-button-address = Work or home
contact-button-kind = Kind
contact-button-skip = Skip
contact-button-moved = Moved away
contact-button-work = Changed work
contact-button-own-wish = Their own wish

contact-ask-name = Please write the contact’s name (or the enterprise’s or village’s). You can also send a card from your phone book.
contact-ask-kind = What kind of contact is { $name }? Please press a button.
contact-ask-phone = Please write { $name }’s telephone number. If there is none, press “Skip”.
contact-ask-phone-of-namesake = You already have a contact named { $name }. Please write this one’s telephone number, to tell them apart.
contact-ask-address = Please write where { $name } works or lives, or press “Skip”.
contact-added =
    Contact registered:
    { $lines }
contact-own-sector-first = A hint: contacts are mainly of one's own sector. You have { $own } of your own sector and { $others } of others ({ $source }).
contact-shown = { $lines }
contact-what-to-change =
    { $lines }

    What shall be changed?
contact-ask-new-name = Please write { $name }’s new name.
contact-ask-new-phone = Please write { $name }’s new telephone number.
contact-ask-new-address = Please write where { $name } works or lives now.
contact-ask-new-kind = What kind of contact is { $name } now?
contact-changed =
    Changed:
    { $lines }
contact-ask-why-end = End the contact with { $name }? Please write why, or press a button. The visits stay in the log.
contact-ended = The contact with { $name } has ended; the visits stay in the log. Reason: { $because }

contact-ask-why-replace = Replacing { $old }: please write why, or press a button.
contact-ask-successor = Who takes the place of { $old }? Please write the name (of a person, an enterprise or a village), or send a card from your phone book.
contact-replaced =
    Replaced: { $old } is not your contact any more; the visits stay in the log. Reason: { $because }

    Registered instead:
    { $lines }

    { $notes }
contact-old-card = { $old }'s service card is void; scanning it does nothing. Please take it back and hand it in at the year's end.
contact-form-is-old = The registration form you handed in this year still names the old contact. Please hand it in once more.
contact-replaced-for-office =
    <b>A member replaced a contact</b>
    { $member } ({ $sector }, { $unit }): { $old } → { $new }
    Reason: { $because }

doing-contact = adding a contact
doing-contactedit = changing a contact
doing-contactend = ending a contact
doing-replace = replacing a contact

contact-is-not-yours = This is not one of your contacts.
contact-not-found-by-name = “{ $name }” is not among your contacts. To add: /contacts add { $name }
contact-name-is-missing = Please write a name, for example: 王秀英
contact-name-is-too-long = A name may have { $limit } characters; this one has { $length }.
contact-line-is-too-long = At most { $limit } characters, please; this has { $length }.
contact-line-is-empty = Please say it in words.
contact-phone-is-not-valid = “{ $typed }” is not a valid telephone number. Mobile numbers have 11 digits; others need their area code.
contact-kind-is-not-offered = Please choose the kind by one of the buttons above.
contacts-are-full = The rules allow { COUNT($limit) ->
        [one] { $limit } contact
       *[other] { $limit } contacts
    }, and you have that many (source: { $source }). To have another, please press “Replace” under one of them.
contact-namesake-lacks-phone = { $name } is your contact already. If this is another person of that name, please first add the telephone number of the one you have.

answer-in-words = Please answer this step in words.
said-and-asked =
    { $said }

    { $asked }
