### Reminders, and what the office hears after them

reminder-hello-member = Dear { $name },
reminder-hello = Hello,
reminder-one =
    { $hello }
    { $body }
reminder-several =
    { $hello } your reminders for today ({ $count }):

    { $bodies }
reminder-of-several = <b>{ $number }.</b> { $body }
reminder-button-tomorrow = Tomorrow
reminder-button-next-week = Next week
reminder-will-come-again = All right, you will be reminded again on { $day }.
reminder-is-put-off = This reminder was put off already, or is long over. There is no need to press again.
reminder-can-not-wait = Today is the last day: this can’t be put off any more.

reminder-unseen =
    These contacts have not been visited for a while:
    { $lines }

reminder-monthly =
    This is your monthly reminder. Still to do this year:
    { $lines }

    Please finish by { $until }.
reminder-contacts-left = · contacts to register: { $count }
reminder-visits-left = · visits: { $count }
reminder-visits-left-by-month = · visits: { $count }, about { $a_month } a month
reminder-good-deeds-left = · good deeds: { $count }
reminder-see-next =
    Best seen first:
    { $contacts }
reminder-contact-owed = · { $name }: { $count } to go, { $seen }
reminder-contact = · { $name }: { $seen }
reminder-more-contacts = · and { $count } more
reminder-seen-on = last seen { $day }
reminder-never-seen = not visited yet
reminder-thanks = You have done all of this year's visits and duties. Thank you for your care for the people!

reminder-deadline =
    <b>{ $title }</b> ({ $when })
    { $what }

    Source: { $source }
reminder-deadline-contacts =
    <b>{ $title }</b> ({ $when })
    { $what }

    Contacts registered so far: { $registered }; at least { $missing } more are needed.
    Source: { $source }
reminder-deadline-of-contacts =
    Please remind your contacts ({ $count }):
    <b>{ $title }</b> ({ $when })
    { $what }

    Source: { $source }
reminder-deadline-when =
    { $left ->
        [0] due { $day }, today
        [1] due { $day }, tomorrow
       *[other] due { $day }, { $left } days left
    }

reminder-calendar-unknown = The make-up workdays of { $year } are not published yet, or not known to this system. Reminders go by weekends and public holidays for now. Once they are published, please have them entered in the configuration: extra_workdays and extra_holidays under [reminders].

reminder-summary =
    <b>{ $title }</b> has gone out:
    { $lines }
reminder-summary-sent = · delivered: { $count }
reminder-summary-blocked = · have blocked this bot: { $count } ({ $names })
reminder-summary-not-joined = · not joined yet: { $count } ({ $names })
reminder-summary-failed = · could not be sent: { $count } ({ $names })
reminder-summary-owing-nothing = · nothing left to do, not reminded: { $count }
reminder-summary-done-and-thanked = · nothing left to do: { $count }, thanked this time: { $thanked }
reminder-names-and-more = { $names } and others, { $count } in all
reminder-round-monthly = Monthly reminder { $year }-{ $month }
reminder-round-deadline = Reminder of “{ $title }” ({ COUNT($days) ->
        [one] { $days } day
       *[other] { $days } days
    } before)
