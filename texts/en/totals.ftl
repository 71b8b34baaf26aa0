### Totals, who is behind, bulletins

command-overdue = Who is behind
command-bulletin = Bulletin: a month, quarter or year as picture and tables
menu-overdue = ⏰ Behind
menu-bulletin = 📊 Bulletin

totals-period-month = { $year }-{ $number }
totals-period-quarter = quarter { $number } of { $year }
totals-period-year = { $year }
totals-period-unknown = I can't tell which month, quarter or year “{ $words }” is, or it has not begun. Please write: month, quarter, year, last month, or 2026-03, 2026-Q1, 2025.

totals-line = { $label }: { $figure }
totals-line-beside = { $label }: { $figure } (a year before: { $before })
totals-compared-with = A year before: { $period }, until { $on }.
totals-partly-before = A year before: { $period }, until { $on }. Records begin on { $since }, so the figures are not whole.
totals-nothing-before = Nothing is held of the year before, so there is nothing to compare with.
totals-head-until = { $period } (until { $on })
totals-head-change = Against the year before
totals-head-figure = Figure
totals-members = Members
totals-complete = Done all
totals-percent = Done, %
totals-contacts = Contacts
totals-visits = Visits
totals-people = Different people visited
totals-good-deeds = Good deeds
totals-received = Letters received
totals-answered = Letters answered
totals-days = Days to the first answer (median)
totals-activities = Activities attended
totals-forms = Forms handed in
totals-cards = Cards issued
totals-cards-returned = Cards returned
totals-no-unit = No unit
totals-whose-all = All members
totals-whose-units = { $units }

totals-of-many =
    <b>Figures of { $period }</b>
    { $whose }, as of { $on }

    { $lines }
    { $beside }

    <b>Done, by unit</b>
    { $units }

    Done: of the contacts, visits, good deeds and so on that are owed, how much is done. The software's own way of counting; no document names one.
totals-unit = · { $unit }  { $percent } ({ $complete }/{ $of } members done)
totals-more-units = Units not shown: { $count }.
totals-of-member =
    <b>My figures of { $period }</b>
    As of { $on }

    { $lines }
    { $beside }
totals-place = By what is done: number { $place } of { $of } members
totals-owes = { $what } { $done }/{ $owed }
totals-button-picture = Picture
totals-picture-caption = Figures of { $year } as a picture

figures-asked-all = All members' figures are being counted and will be here in a moment.
figures-asked-unit = Your unit's figures are being counted and will be here in a moment.
figures-asked-own = Your figures are being counted and will be here in a moment.
figures-failed = Sorry, the figures could not be counted. Please try again later.
figures-asked-list = This is being checked; you will have it in a moment.

totals-picture-year = Figures of { $year }
totals-picture-on = As of { $on }
totals-picture-done = done
totals-picture-months = Visits by month
totals-picture-month = { $month }
totals-picture-beside = Beside the year before
totals-picture-days = Visits by day
totals-picture-none = none
totals-picture-many = many
totals-picture-units = Done, by unit
totals-picture-behind = Members who are behind: { $count }
totals-picture-nobody-behind = Nobody, thank you all!
totals-picture-behind-unit = { $unit } { $count }: { $names }
totals-picture-more-behind = Units not shown: { $count }.

overdue-nobody = As of { $on } nobody is behind (members: { $of }).
overdue-list =
    <b>Behind: { $count }</b> (of { $of }, as of { $on })

    { $lines }

    { COUNT($months) ->
        [one] { $months } month of the year is over
       *[other] { $months } months of the year are over
    }: whoever has done less than { $months }/12 of the year's duties is behind. The software's own rule; no document names one.{ $form }
overdue-form = registration form (due { $due })
overdue-form-too = { " " }Also listed: whose registration form was due on { $due } and is not in.
overdue-unit =
    { "" }
    <b>{ $unit }</b>
overdue-line = · { $name }  { $percent }  { $owes }
overdue-line-reminded = · { $name }  { $percent }  { $owes } (reminded within 7 days)
overdue-button-one = Remind { $name }
overdue-button-all = Remind all { $count }
overdue-button-before = ‹ Back
overdue-button-after = More ›
overdue-being-reminded = All right, you will hear when it is done. In the quiet hours it waits for the morning.
overdue-not-yours = This member is not yours to remind, or does not serve any more.
overdue-reminded = Reminded: { $sent }. { $earlier ->
        [0] {""}
       *[other] Reminded within 7 days before, so not again: { $earlier }.{" "}
    }{ $unreached ->
        [0] {""}
       *[other] Not joined or not reachable, please contact them yourself: { $unreached }.
    }
overdue-reminder =
    Dear { $name }, some of this year's duties are not done yet:
    { $owes }

    Please do them by { $until }. If you have made the visits already, it is enough to note them down. Thank you!

bulletin-which = A bulletin of which time? You can also write it, for example: /bulletin 2026-03
bulletin-button-month = This month
bulletin-button-last-month = Last month
bulletin-button-quarter = This quarter
bulletin-button-last-quarter = Last quarter
bulletin-button-year = This year
bulletin-button-last-year = Last year
bulletin-asked = The bulletin of { $period } is being made; you will see it first.
bulletin-title = Bulletin of { $period }
bulletin-paper = Bulletin of { $period } (Word)
bulletin-book = Tables of { $period } (Excel), with all figures
bulletin-preview =
    The bulletin of { $period }: please look first. It names the members who are behind.

    To send it on, press a button below; what goes out is this very picture, even if figures change later.
bulletin-out = Bulletin of { $period }
bulletin-button-members = To all members
bulletin-button-group = To the group
bulletin-goes-out = All right, the bulletin is on its way to all members. In the quiet hours it waits for the morning.
bulletin-posted = The bulletin is in the members' group.
bulletin-told-before = { $who } sent all members a bulletin of { $period } on { $on }. Send this one as well? If not, there is nothing to do.
bulletin-posted-before = { $who } put a bulletin of { $period } into the members' group on { $on }. Post this one as well? If not, there is nothing to do.
bulletin-button-again = Send nevertheless
bulletin-is-out = This bulletin has been sent already.
bulletin-unknown = I can't find this bulletin; please make another: /bulletin
bulletin-no-group = No members' group is set ([channels] members_chat_id), so it can't go there. It can go to all members.
bulletin-is-sent = The bulletin went to { COUNT($count) ->
        [one] { $count } member
       *[other] { $count } members
    }.
bulletin-note = Done: of the contacts, visits, good deeds and so on that are owed, how much is done. Behind is who has done less than as many twelfths of the year's duties as months are over. Both are the software's own; no document names them.

bulletin-paper-section = { $number }. { $title }
bulletin-paper-all = In all
bulletin-paper-beside = Beside earlier years
bulletin-paper-figure = Figure
bulletin-paper-units = By unit
bulletin-paper-sectors = By sector
bulletin-paper-months = Visits by month
bulletin-paper-duties = Activities and studios of the units
bulletin-paper-behind = Members who are behind
bulletin-paper-more-behind = { $count } more: see the tables.
bulletin-paper-nobody = Nobody.
bulletin-paper-unit = Unit
bulletin-paper-sector = Sector
bulletin-paper-month = Month
bulletin-paper-month-named = { $month ->
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
bulletin-paper-visits = Visits
bulletin-paper-name = Name
bulletin-paper-percent = Done
bulletin-paper-owes = Still to do

totals-sheet-all = All
totals-sheet-beside = Beside earlier years
totals-sheet-units = Units
totals-sheet-sectors = Sectors
totals-sheet-members = Members
totals-sheet-months = Visits by month
totals-head-name = Name
totals-head-sector = Sector
totals-head-unit = Unit
totals-head-month = Month
totals-head-visits = Visits
totals-head-quota = { $what }: done/owed

leaders-table =
    <b>Leaders ({ $count })</b>
    { $period }, as of { $on }

    { $lines }
leader-line = · { $name }  { $duties }. Visits: { $visits }
leaders-more = Not shown: { $count }; they are in the tables of /bulletin.
leader-own =
    <b>My duties as a leader, { $period }</b>
    As of { $on }

    { $duties }

    <b>In touch with</b>
    { $kinds }
leader-duty = · { $duty }
leader-kind = { $kind } { $contacts } (visits: { $visits })
leader-visits = { $kind } { $visits }
leader-without-visits = none yet
leader-without-figures = the rules set no further figures for leaders
leader-without-contacts = nobody yet
leader-is-no-member = You are not on the list of members, so there are no contacts to count. Please ask the office.
leader-head-contacts = { $kind }: in touch with
leader-head-visits = { $kind }: visits
bulletin-paper-leaders = Leaders
bulletin-paper-leader-duties = Done/owed
bulletin-paper-leader-visits = In touch with
totals-sheet-leaders = Leaders
