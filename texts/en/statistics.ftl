### Figures

command-stats = Figures of the mailbox
menu-stats = 📈 Figures

stats-public =
    <b>The mailbox in figures</b>

    { $years }
    A figure about fewer than 5 letters is not shown, so that nobody can tell who wrote.
stats-year =
    <b>{ $year }</b>
    Received: { $received }
    Answered: { $answered }
    Until the first answer (median): { $days }
    Feedback of the writers: { $grades }
    { "" }
stats-year-of-few =
    <b>{ $year }</b>
    Received: fewer than 5
    { "" }
stats-few = fewer than 5
stats-letters = { $count }
stats-unknown = not yet
stats-days = { COUNT($days) ->
        [0] less than a day
        [one] 1 day
       *[other] { $days } days
    }
stats-grades = helped { $helped }%, helped a little { $partly }%, did not help { $not_at_all }%
