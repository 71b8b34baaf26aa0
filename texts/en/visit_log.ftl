### Visits: log, look at, correct

command-visit = Log a visit
command-visits = My logged visits

visit-kind-home = home visit
visit-kind-ad-hoc = ad-hoc visit
visit-kind-group = group visit
visit-kind-enterprise = enterprise visit
visit-kind-phone = by phone
visit-kind-online = online

visit-button-log = Log a visit
visit-button-list = My visits
visit-button-change = Change
visit-button-withdraw = Withdraw
visit-button-photos = Add photos
visit-button-evidence = Photos, places
visit-evidence = Photos and places of the visit to { $contact } on { $day }:
visit-button-newer = Newer
visit-button-older = Older
visit-button-other-contact = Another contact
visit-button-register = Register “{ $name }” as a contact
visit-button-no-deeds = None
visit-button-clear = Begin again
visit-button-contact = Contact
visit-button-day = Date
visit-button-kind = Kind
visit-button-note = What about
visit-button-deeds = Good deeds
visit-day-today = Today
visit-day-yesterday = Yesterday
visit-day-before = Day before
visit-label = { $contact } · { $day } · { $kind }

visit-ask-contact = Whom did you visit? Please press or write the name.
visit-did-you-mean = “{ $wanted }” is not among your contacts. Did you mean:
visit-contact-is-unknown = “{ $wanted }” is not among your contacts. Please choose one, or register this one first.
visit-ask-which = Several contacts match “{ $wanted }”. Which one is it?
visit-needs-a-contact = You have no contacts yet. Please add one first, then log the visit.
visit-ask-day = On which day? Press a button or write the date, for example: 5 March
visit-ask-day-perhaps = You wrote of { $day }. Was that the day of the visit? Press a button or write the date, for example: 5 March
visit-day-perhaps = Yes, { $day }
visit-ask-kind = How did you meet? Please press a button.
visit-ask-note = What did you learn or talk about? A few words, please.
visit-ask-deeds = Was a good deed done this time? Please write it, or press “None”.
visit-ask-more-deeds =
    So far:
    { $lines }

    Write the next one, or press “Done”.
visit-preview =
    Please check; photos or a place can still be sent:

    { $lines }

    If all is right, press “Submit”.
edit-leaves-the-visit = Editing the message does not change the visit in the log. Please press below to correct it; there is no need to send it again.
visit-goes-on = You had begun to log a visit; let us go on with it.
visit-photo-kept = Received; it will be logged with this visit.
visit-photo-kept-without-words = Received; it will be logged with this visit. The words under it were not taken in: please send them as a message.

visit-line-who = <b>{ $contact }</b> · { $day } · { $kind }
visit-line-note = About: { $note }
visit-line-deed = Good deed: { $deed }
visit-line-photos = Photos, files: { $count }
visit-line-strangers = “{ $names }” is not among your contacts (or is the name of two) and was left out; please log that visit by itself.
visit-line-places = Places: { $count }

visit-logged =
    Logged:
    { $lines }

    { $notes }
visits-logged =
    Logged, visits: { $count }
    { $lines }

    { $notes }
    To change one, press the name.
visits-logged-more = { $count } more: see “My visits”.
visit-button-page = { $contact }
visit-corrected =
    Corrected:
    { $lines }

    { $notes }
visit-kind-was-assumed-for-several = No kind was given, so they are logged as “{ $kind }”.
visit-kind-was-assumed = No kind was given, so it is logged as “{ $kind }”. If that is wrong, press “Change”.
visit-kind-is-not-counted = “{ $kind }” is on record; by the rules it is not counted as a visit.
visit-shown =
    { $lines }

    It can be changed or withdrawn until { $until }.
visit-shown-fixed =
    { $lines }

    The time to change it is over. If something is wrong, please ask the office.
visit-shown-withdrawn =
    { $lines }

    This visit was withdrawn or corrected and does not count.
visits-list = Your visits, the latest first. Press one to look at it, change it or withdraw it:
visits-none = You have not logged any visit yet.
visit-withdraw-really =
    Really withdraw this visit?
    { $lines }
visit-withdrawn = The visit to { $contact } on { $day } is withdrawn, and its good deeds with it.
visit-ask-photos = Please send photos or a place of the visit to { $contact }; then press “Done”.
visit-photo-added = Added to the visit to { $contact } on { $day }; photos and places: { $count }.
visit-photo-added-without-words = Added to the visit to { $contact } on { $day }; photos and places: { $count }. The words under the picture are not in the log; to add them, press “Change”.

doing-visit = logging a visit
doing-evidence = adding photos

visit-day-is-not-understood = That date was not understood. Press a button, or write for example: yesterday, 5 March
visit-kind-is-not-understood = Please press a button for the kind, or write: home, ad-hoc, phone
visit-press-to-submit = Please press “Submit”, or the button of what shall be changed.
visit-note-is-empty = Please write a few words.
visit-is-logged-already = This visit to { $contact } on { $day } is logged already; nothing more to do.
visit-has-too-many-photos = Photos and places kept with one visit: at most { $limit }.
visit-photos-are-wanted = Please send photos or a place, then press “Done”.
