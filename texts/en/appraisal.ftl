### Appraisal

command-appraisal = Appraisal: points of the year and what they rest on
menu-appraisal = 🏅 Appraisal

appraisal-own =
    <b>My appraisal of { $year }</b>
    { $status }

    Points: <b>{ $points }</b>  Duties done: { $percent }

    { $lines }

    { $basis }
    The buttons show what each line rests on.
appraisal-of-member =
    <b>{ $name }: appraisal of { $year }</b>
    { $status }

    Points: <b>{ $points }</b>  Duties done: { $percent }

    { $lines }

    { $basis }
    The buttons show what each line rests on.
appraisal-without-points = There is no table of points for { $year }; duties done: { $percent }. The office can add one to the scheme's file.
appraisal-line = { $number }. { $title }: { $count } { $measure }, { $points } points
appraisal-button-line = { $number } { $title }
appraisal-button-member = { $name }
appraisal-button-item = Open { $number }
appraisal-button-back = ‹ Back
appraisal-source = Points according to { $source }
appraisal-no-source = The table of points is an example, from no document.

appraisal-evidence =
    <b>{ $title }</b> ({ $name }, { $year })
    { $each }. { $count } in all, { $points } points

    { $lines }

    { $said }
appraisal-no-evidence =
    <b>{ $title }</b> ({ $name }, { $year })
    { $each }. { $count } in all, { $points } points

    Nothing is recorded here yet.

    { $said }
appraisal-item = { $number }. { $day }  { $words }
appraisal-item-bare = { $number }. { $day }
appraisal-gives = Points: { $points } per { $measure }
appraisal-takes = Points taken off: { $points } per { $measure }
appraisal-gives-at-most = { $each }, { $most } at most
appraisal-takes-at-most = { $each }, { $most } at most
appraisal-measure-contacts = contact(s)
appraisal-measure-visits = visit(s)
appraisal-measure-people = people
appraisal-measure-good-deeds = good deed(s)
appraisal-measure-letters-answered = letter(s)
appraisal-measure-letters-late = letter(s)
appraisal-measure-briefs = brief(s)
appraisal-measure-activities = time(s)
appraisal-measure-absences = time(s)
appraisal-measure-speeches = note(s)
appraisal-measure-lectures = lecture(s)
appraisal-measure-receptions = time(s)
appraisal-measure-diary = entries
appraisal-measure-form = form
appraisal-measure-summary = summary
appraisal-note-speech = speech
appraisal-note-suggestion = suggestion
appraisal-visit-true = confirmed
appraisal-visit-disputed = disputed
appraisal-visit-withdrawn = withdrawn later
appraisal-deed-done = done
appraisal-deed-confirmed = done, confirmed by the contact

appraisal-list =
    <b>Appraisal of { $year }</b>: { $count } members
    { $status }

    { $lines }

    { $basis }
appraisal-entry = { $place }. { $name }  { $points } points  done { $percent }
appraisal-entry-without-points = { $place }. { $name }  done { $percent }
appraisal-list-without-points = This scheme has no table of points; members stand by duties done. schemes/example.toml shows how to add one.

appraisal-status-live = As of { $on }, moving with the records; not yet made known
appraisal-status-published = Made known, by the records of { $on }; objections until { $until }
appraisal-status-closed = Closed, by the records of { $on }; nothing changes any more

appraisal-button-year = { $year }
appraisal-button-files = 📄 Word and Excel
appraisal-word = Appraisal of { $year } (Word)
appraisal-excel = Appraisal of { $year } (Excel), with the count and points of each line
appraisal-paper-title = Appraisal of { $year }
appraisal-paper-points = Points
appraisal-paper-rules = The table of points
appraisal-paper-honours = Honours
appraisal-paper-talks = Talks
appraisal-paper-rule = { $title }: { $each }
appraisal-sheet-points = Points
appraisal-sheet-rules = Table of points
appraisal-sheet-objections = Objections
appraisal-sheet-honour = Honours
appraisal-sheet-talk = Talks
appraisal-head-place = Place
appraisal-head-name = Name
appraisal-head-sector = Sector
appraisal-head-unit = Unit
appraisal-head-total = Points
appraisal-head-percent = Done, %
appraisal-head-share = Done
appraisal-head-state = State
appraisal-head-nobody = Nobody.
appraisal-head-count = { $title }: how many
appraisal-head-points = { $title }: points
appraisal-head-rule = Line
appraisal-head-each = Points
appraisal-head-line = Line
appraisal-head-objection = Objection
appraisal-head-verdict = Answer
appraisal-head-decided = Changed to
appraisal-head-reason = Reason
appraisal-head-done = Done
appraisal-head-owed = Owed
appraisal-button-publish = 📣 Make known
appraisal-button-publish-yes = Yes, make known
appraisal-button-close = Close
appraisal-button-close-yes = Yes, close
appraisal-button-withdraw = Withdraw
appraisal-button-withdraw-yes = Yes, withdraw
appraisal-button-own = Points and evidence

appraisal-publish-sure =
    Make the appraisal of { $year } known?

    It stands by the records of { $on }; visits and so on that are entered later do not count. Every member gets their points and may object until { $until }.
appraisal-being-published = The appraisal of { $year } is being counted; I will tell you.
appraisal-published = The appraisal of { $year } is made known: { $count } members. Objections until { $until }. Members are being told.
appraisal-is-told = The news of the appraisal went to { $count } members.
appraisal-close-sure = Close the appraisal of { $year }? Nothing can be changed after that.
appraisal-closed = The appraisal of { $year } is closed; nothing changes any more. These are the lists that the scheme proposes:
appraisal-withdraw-sure = Withdraw the appraisal of { $year }? Objections lapse, and members are told. It can be made known anew.
appraisal-withdrawn = The appraisal of { $year } is withdrawn; members are being told.
appraisal-news =
    Hello { $name }, the appraisal of { $year } is out. You have <b>{ $points }</b> points.

    The button shows what each line rests on. If a line is wrong, open it before { $until } and press “Object”.
appraisal-news-without-points = Hello { $name }, the appraisal of { $year } is out. The button shows yours.
appraisal-was-withdrawn = Hello { $name }, the appraisal of { $year } has been withdrawn; please wait for the new one.

appraisal-is-out = The appraisal of { $year } has been made known already.
appraisal-has-no-table = This scheme has neither points nor rules for honours or talks: there is nothing to make known.
appraisal-is-over = The appraisal of { $year } is not made known, or is closed or withdrawn.
objections-are-still-open = Members may object until { $until }; it can be closed after that day.
objections-wait = { $count } objections wait for an answer. Please answer them first.

doing-objection = objecting to points
doing-objectionwork = answering an objection
reminder-objections =
    Objections to points that have waited for the office for { $days } days or more:
    { $lines }
reminder-objection = · { $name }: { $title } (made on { $on })
reminder-objections-more = · and { $count } more
objection-button-new = ✋ Object
objection-words = “{ $title }” has { $points } points now. Please say in a sentence or two what is wrong:
objection-is-in = Your objection to “{ $title }” is with the office; you will hear what comes of it.
objection-came =
    { $name } objects to “{ $title }” in the appraisal of { $year }:

    { $words }
objection-button-show = Answer
objection-waits = ✋ Objection: { $words } (waits for the office)
objection-said-upheld =
    ✋ Objection: { $words }
    The office: upheld, this line has { $points } points now. { $reason }
objection-said-refused =
    ✋ Objection: { $words }
    The office: not upheld. { $reason }
objection-button-list = ✋ Objections ({ $count } waiting)
objection-button-one = Number { $number }
objections-listed =
    <b>Objections to the appraisal of { $year }</b>

    { $lines }
objections-none = Nobody objects to the appraisal of { $year }.
objection-entry = { $place }. { $name }: { $title } ({ $state })
objection-state-waits = waiting
objection-state-upheld = upheld
objection-state-refused = not upheld
objection-shown =
    <b>{ $name }: “{ $title }” in the appraisal of { $year }</b>
    { $points } points now

    { $said }
objection-button-evidence = Evidence
objection-button-uphold = Uphold
objection-button-refuse = Do not uphold
objection-points = “{ $title }” has { $points } points now. How many should it have? A number such as 12 or 7.5, please.
objection-reason = “{ $title }”: { $verdict }. Please give the reason; the member reads it:
objection-to-uphold = upheld, { $points } points from now on
objection-to-refuse = not upheld
objection-decided = { $name }’s objection to “{ $title }” is answered.
objection-was-upheld =
    Your objection to “{ $title }” in the appraisal of { $year } is upheld: the line has { $points } points now, { $total } in all.
    Reason: { $reason }
objection-was-refused =
    Your objection to “{ $title }” in the appraisal of { $year } is not upheld: the line keeps { $points } points, { $total } in all.
    Reason: { $reason }

picks-button-honour = 🏅 Honours
picks-button-talk = 💬 Talks
picks-honour =
    <b>Honours of { $year }</b>
    { $rule }

    { $lines }
picks-honour-none =
    <b>Honours of { $year }</b>
    { $rule }

    Nobody is on the list. Open a member’s appraisal and press “For honours”.
picks-talk =
    <b>Talks of { $year }</b>
    { $rule }

    { $lines }
picks-talk-none =
    <b>Talks of { $year }</b>
    { $rule }

    Nobody is on the list. Open a member’s appraisal and press “For a talk”.
picks-rule = Proposed: { $who }. Source: { $source }
picks-no-rule = The scheme proposes nobody; the office puts members on the list.
pick-entry = { $place }. { $name }  { $points } points  done { $percent } ({ $state })
pick-state-proposed = proposed, undecided
pick-state-confirmed = on the list
pick-state-declined = not on the list
pick-state-talked = talked with on { $day }
pick-button-yes = On: { $name }
pick-button-no = Off: { $name }
pick-button-add-honour = For honours
pick-button-add-talk = For a talk
pick-added-honour = On the list for honours.
pick-added-talk = On the list for talks.
pick-unknown = Nobody such is on the list, or that year’s appraisal is not closed.
pick-is-decided = That is decided already for { $name }.
pick-is-your-own = This is you: please leave it to somebody else of the office.
pick-is-there = { $name } is on the list already.
talk-button-new = Record: { $name }
talk-button-show = Talks: { $name }
talk-line =
    The talk with { $name }. One line, please: day who; what was said. For example:

    2027-01-15 Chair Chen; why there were few visits, to be made up by April
talk-recorded = The talk with { $name } on { $day } is recorded.
talk-is-recorded = { $name } was talked with and stays on the list.
talk-is-unclear = I can’t read that. Please write: day who; what was said. For example: 2027-01-15 Chair Chen; why there were few visits
talks-shown =
    <b>Talks with { $name }</b>

    { $lines }
talks-none = No talk with { $name } is recorded.
talk-held = { $day }  { $talker }: { $words }
doing-talk = recording a talk

objections-are-over = Objections were possible until { $until }; that is over.
objection-nothing-published = That year’s appraisal is not made known, or was withdrawn; there is nothing to object to.
objection-is-made = This line has been objected to already.
objection-needs-words = Please say in a sentence what is wrong.
objection-needs-reason = Please give the reason in a sentence.
objection-unknown = I can’t find this objection.
objection-is-decided = This objection is answered already, or the appraisal was withdrawn.
objection-is-your-own = This is your own objection: please leave it to somebody else of the office.
points-are-unclear = I can’t read “{ $words }” as points. A number such as 12 or 7.5, please.
points-are-too-many = This line has { $most } points at most. Another number, please.
points-are-the-same = This line has { $points } points now. Another number, please, or cancel and press “Do not uphold”.

appraisal-is-not-yours = You can see your own appraisal, or that of your unit's members; or this member did not serve that year.
appraisal-line-unknown = That year's table has no such line. Please open it again: /appraisal
