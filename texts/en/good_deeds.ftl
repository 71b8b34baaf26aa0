### Good deeds: promised, done, confirmed by the contact

command-deeds = Good deeds: promised and done

visit-button-promise = Promised
visit-line-promise = Promised: { $deed } (by { $due })
visit-line-promise-kept = Promised: { $deed } (done on { $done })
visit-ask-promise =
    What did you promise, and by when? For example:
    by 10 April bring a wheelchair

    Without a day it is due in a month.

cell-deed-promised = { $deed } (promised by { $due })
cell-deed-confirmed = { $deed } (confirmed)

deeds-list =
    <b>Promised</b>
    { $promised }

    <b>Done in { $year }: { $count }</b>
    { $done }
deeds-none-promised = (nothing)
deeds-none-done = (nothing yet)
deed-line-promised = · { $contact }: { $deed }, by { $due }
deed-line-overdue = · { $contact }: { $deed }, ⚠️ was due by { $due }
deed-line-done = · { $contact }: { $deed }, { $on }
deed-line-confirmed = · { $contact }: { $deed }, { $on }, confirmed
deed-label = { $contact }: { $deed }
deed-button-list = Good deeds
deed-button-open = Open
deed-button-done = Done
deed-button-later = Another day
deed-button-drop = Can’t be done
deed-button-in-a-week = In a week
deed-button-in-two-weeks = In two weeks
deed-button-in-a-month = In a month
deed-shown =
    { $line }
    { $notes }
deed-shown-given-up = “{ $deed }”, promised to { $contact }, was given up.
deed-dispute-was = The contact said: { $words }
deed-ask-done = On which day was “{ $deed }” done for { $contact }? Press a button or write the date.
deed-ask-later = By which day will “{ $deed }” be done for { $contact }? Press a button or write the date.
deed-ask-why = Why can “{ $deed }” not be done for { $contact }? What you write is passed on.
deed-done = Noted: “{ $deed }” was done for { $contact } on { $day }.
deed-done-and-asked = Noted: “{ $deed }” was done for { $contact } on { $day }. They are asked to check it.
deed-put-off = Changed: “{ $deed }” is due by { $due }. { $contact } is told, if they scanned their card.
deed-given-up = Given up: “{ $deed }”, promised to { $contact }.
deed-was-put-off = { $member } promised you “{ $deed }”; the new day is { $due }.
deed-was-given-up =
    { $member } promised you “{ $deed }”, and it can’t be done:
    { $why }
deed-confirm =
    { $member } says that what you were promised was done on { $day }:
    { $deed }

    Is that so?
deed-thanks = Thank you! Noted: “{ $deed }” is done.
deed-was-confirmed = { $contact } confirmed that “{ $deed }” is done.
deed-was-disputed =
    { $contact } says that “{ $deed }” is not so:
    { $words }

    It is on your list of promises again. When it is done, press “Done” once more.
deed-dispute-is-noted = Noted, and { $member } is told. If it is not done in { COUNT($days) ->
        [one] { $days } day
       *[other] { $days } days
    }, the office will look into it.
deed-for-office =
    <b>A good deed disputed for { COUNT($days) ->
        [one] { $days } day
       *[other] { $days } days
    }</b>
    Member: { $member } · contact: { $contact }
    Good deed: { $deed }
    The contact says: { $words }

reminder-promises =
    This is what you promised your contacts:
    { $lines }

    Please note what is done, or choose another day.

doing-deed = noting a good deed
doing-deeddispute = checking a good deed

promise-is-past = { $day } is over. Please write today or a later day.
promise-is-too-far = The last day that can be written is { $until }.
deed-is-not-yours = You did not log this good deed.
deed-is-past = This was done, checked or given up before; nothing more to do.
deed-is-before-promise = This was promised on { $promised }; it can’t have been done before.
deed-is-judged = You checked this before; nothing more to do.
deed-is-not-yours-to-judge = This was not done for you, so you can’t check it.
