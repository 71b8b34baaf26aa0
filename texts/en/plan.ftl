### The plan: the year's calendar, dates, and one's own activities

command-plan = Your plan: calendar, dates, activities
menu-plan = 🗓 Your plan

plan-month =
    <b>Plan for { $year }-{ $month }</b>

    <b>Your activities</b>
    { $mine }

    <b>Dates</b>
    { $dates }

    <b>The year's calendar</b> (★ concerns you)
    { $lines }
plan-year =
    <b>Plan for { $year }</b>

    <b>Your activities</b>
    { $mine }

    <b>Dates</b>
    { $dates }

    <b>The year's calendar</b> (★ concerns you)
    { $lines }
plan-nothing = (nothing)
plan-activity = · { $title }, { $when }, { $place }. { $standing }
plan-is-over = It is over.
plan-date = · by { $day }: { $title }
plan-line = · { $when }: { $title } ({ $who })
plan-line-mine = ★ { $when }: { $title } ({ $who })
plan-one-month = month { $month }
plan-months = months { $begins }–{ $ends }
plan-days = { $begins } to { $ends }
plan-is-transferred = The document's calendar is that of { $of }; it says nothing of { $year }. It is shown by the same months, for reference.
plan-button-before = ‹ month { $month }
plan-button-after = month { $month } ›
plan-button-year = Whole year
plan-button-month = By month
plan-button-ics = To my calendar
plan-button-events = Activities
plan-ics = The plan for { $year }: open it to put it into your phone's calendar.
