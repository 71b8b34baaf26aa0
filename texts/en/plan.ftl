### The plan: the year's calendar, dates, one's own activities and talks

command-plan = Your plan: calendar, dates, activities, talks
menu-plan = 🗓 Your plan

plan-month =
    <b>Plan for { $year }-{ $month }</b>

    <b>Your activities</b>
    { $mine }{ $talks }

    <b>Dates</b>
    { $dates }

    <b>The year's calendar</b> (★ concerns you)
    { $lines }
plan-year =
    <b>Plan for { $year }</b>

    <b>Your activities</b>
    { $mine }{ $talks }

    <b>Dates</b>
    { $dates }

    <b>The year's calendar</b> (★ concerns you)
    { $lines }
plan-own-month =
    <b>What is coming for you in { $year }-{ $month }</b>

    <b>Your activities</b>
    { $mine }{ $talks }
plan-own-year =
    <b>What is coming for you in { $year }</b>

    <b>Your activities</b>
    { $mine }{ $talks }
plan-talks =
    { "" }

    <b>Reception times</b>
    { $lines }
plan-talk-mine = · { $slot }. { $over }
plan-talk-held = · { $slot }: { $name }, about “{ $topic }”. { $over }
plan-talks-free = · { COUNT($count) ->
        [one] One more time that nobody has booked.
       *[other] { $count } more times that nobody has booked.
    }
plan-talks-more = · { $count } more, not listed.
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
plan-button-before = ‹ { COUNT($month) ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
    *[12] December
    }
plan-button-after = { COUNT($month) ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
    *[12] December
    } ›
plan-button-year = Whole year
plan-button-month = By month
plan-button-ics = To my calendar
plan-button-events = Activities
plan-button-reception = Reception
plan-button-mine = My plan
plan-ics = The plan for { $year }: open it to put it into your phone's calendar.
