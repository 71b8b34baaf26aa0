### Progress of the year

command-quota = My progress: what is still to do this year

quota-shown =
    <b>Progress in { $year }</b>

    { $lines }

    { $left }

    { $notes }
quota-contact =
    <b>{ $name }</b>
    { $tallies }
quota-contact-without-figures = <b>{ $name }</b>: visits this year: { $visits }
quota-tally = { $bar } { $label } { $figure }
quota-tally-at-most = { $label } { $done } (at most { $most })
quota-in-all = <b>In all</b>
beside = { $first }   { $then }
listed = { $first }, { $then }

quota-counts-contacts = contacts
quota-contacts-of = contacts: { $kinds }
quota-counts-visits = visits
quota-counts-people = different people
quota-counts-good-deeds = good deeds
quota-counts-activities = activities
quota-counts-studios = studios

quota-left =
    Still to do by { $until }:
    { $items }
quota-left-visits = · visits: { $count }
quota-left-good-deeds = · good deeds: { $count }
quota-left-contacts = · contacts to choose: { $count }
quota-all-done = Everything for this year is done. Thank you!
quota-contact-left =
    Still to do for { $name } this year:
    { $items }
quota-contact-done = All is done for { $name } this year. Thank you!

quota-counts-only = Counted as { $label }: { $kinds }
quota-source = Source: { $source }
quota-without-figures =
    <b>Your year { $year }</b>

    { $scheme } sets no figures, so this is a record and not a task.
    This year: visits { $visits }, good deeds { $deeds }.

    { $lines }

quota-button = My progress
quota-button-picture = As a picture
quota-picture-title = Progress in { $year }
quota-picture-until = until { $until }
quota-picture-without-figures = No figures are set: a record, not a task.
quota-picture-in-all = In all
quota-picture-nobody = No contacts registered yet
quota-picture-caption = Your progress in { $year }
quota-more = … and { $count } more.
