### Appraisal

command-appraisal = Appraisal: the year’s points and their evidence
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
appraisal-line = { $number }. { $title }: { $count } × { $measure }, { COUNT($points) ->
        [one] { $points } point
       *[other] { $points } points
    }
appraisal-button-line = { $number } { $title }
appraisal-button-member = { $name }
appraisal-button-item = Open { $number }
appraisal-button-back = ‹ Back
appraisal-source = Points according to { $source }
appraisal-no-source = The table of points is an example, from no document.

appraisal-evidence =
    <b>{ $title }</b> ({ $name }, { $year })
    { $each }. { $count } in all, { COUNT($points) ->
        [one] { $points } point
       *[other] { $points } points
    }

    { $lines }

    { $said }
appraisal-no-evidence =
    <b>{ $title }</b> ({ $name }, { $year })
    { $each }. { $count } in all, { COUNT($points) ->
        [one] { $points } point
       *[other] { $points } points
    }

    Nothing is recorded here yet.

    { $said }
appraisal-item = { $number }. { $day }  { $words }
appraisal-item-bare = { $number }. { $day }
appraisal-gives = Points: { $points } per { $measure }
appraisal-takes = Points taken off: { $points } per { $measure }
appraisal-gives-at-most = { $each }, { $most } at most
appraisal-takes-at-most = { $each }, { $most } at most
appraisal-measure-contacts = contact
appraisal-measure-visits = visit
appraisal-measure-people = person
appraisal-measure-good-deeds = good deed
appraisal-measure-letters-answered = letter
appraisal-measure-letters-late = letter
appraisal-measure-briefs = brief
appraisal-measure-activities = activity
appraisal-measure-absences = absence
appraisal-measure-speeches = note
appraisal-measure-lectures = lecture
appraisal-measure-receptions = reception
appraisal-measure-diary = entry
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
    <b>Appraisal of { $year }</b>: { COUNT($count) ->
        [one] { $count } member
       *[other] { $count } members
    }
    { $status }

    { $lines }

    { $basis }
appraisal-entry = { $place }. { $name }: { COUNT($points) ->
        [one] { $points } point
       *[other] { $points } points
    }, done { $percent }
appraisal-entry-without-points = { $place }. { $name }: done { $percent }
appraisal-list-without-points = This scheme has no table of points; members are ranked by duties done. schemes/example.toml shows how to add one.

appraisal-status-live = As of { $on }, moving with the records; not yet published
appraisal-status-published = Published, by the records of { $on }; objections until { $until }
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
appraisal-button-publish = 📣 Publish
appraisal-button-publish-yes = Yes, publish
appraisal-button-close = Close
appraisal-button-close-yes = Yes, close
appraisal-button-withdraw = Withdraw
appraisal-button-withdraw-yes = Yes, withdraw
appraisal-button-own = See my points

appraisal-publish-sure =
    Publish the appraisal of { $year }?

    It stands by the records of { $on }; visits and the like that are entered later do not count. Every member gets their points and may object until { $until }.
appraisal-being-published = The appraisal of { $year } is being worked out; you will be told when it is ready.
appraisal-published = The appraisal of { $year } is published: { COUNT($count) ->
        [one] { $count } member
       *[other] { $count } members
    }. Objections until { $until }. Members are being told.
appraisal-is-told = The news of the appraisal went to { COUNT($count) ->
        [one] { $count } member
       *[other] { $count } members
    }.
appraisal-close-sure = Close the appraisal of { $year }? Nothing can be changed after that.
appraisal-closed = The appraisal of { $year } is closed; nothing changes any more. These are the lists that the scheme proposes:
appraisal-withdraw-sure = Withdraw the appraisal of { $year }? Objections lapse, and members are told. It can be published again later.
appraisal-withdrawn = The appraisal of { $year } is withdrawn; members are being told.
appraisal-news =
    Hello { $name }, the appraisal of { $year } is out. You have <b>{ $points }</b> { COUNT($points) ->
        [one] point
       *[other] points
    }.

    The button shows what each line rests on. If a line is wrong, open it before { $until } and press “Object”.
appraisal-news-without-points = Hello { $name }, the appraisal of { $year } is out. The button shows yours.
appraisal-was-withdrawn = Hello { $name }, the appraisal of { $year } has been withdrawn; please wait for the new one.

appraisal-is-out = The appraisal of { $year } has been published already.
appraisal-has-no-table = This scheme has neither points nor rules for honours or talks: there is nothing to publish.
appraisal-is-over = The appraisal of { $year } is not published, or is closed or withdrawn.
objections-are-still-open = Members may object until { $until }; it can be closed after that day.
objections-wait = { COUNT($count) ->
        [one] { $count } objection waits for an answer. Please answer it first.
       *[other] { $count } objections wait for an answer. Please answer them first.
    }

doing-objection = objecting to points
doing-objectionwork = answering an objection
reminder-objections =
    Objections to points that have waited for the office for { COUNT($days) ->
        [one] { $days } day
       *[other] { $days } days
    } or more:
    { $lines }
reminder-objection = · { $name }: { $title } (made on { $on })
reminder-objections-more = · and { $count } more
objection-button-new = ✋ Object
objection-words = “{ $title }” has { COUNT($points) ->
        [one] { $points } point
       *[other] { $points } points
    } now. Please say in a sentence or two what is wrong:
objection-is-in = Your objection to “{ $title }” is with the office; you will hear what comes of it.
objection-came =
    { $name } objects to “{ $title }” in the appraisal of { $year }:

    { $words }
objection-button-show = Answer
objection-waits = ✋ Objection: { $words } (waits for the office)
objection-said-upheld =
    ✋ Objection: { $words }
    The office: upheld, this line has { COUNT($points) ->
        [one] { $points } point
       *[other] { $points } points
    } now. { $reason }
objection-said-refused =
    ✋ Objection: { $words }
    The office: not upheld. { $reason }
objection-button-list = ✋ Objections ({ $count } waiting)
objection-button-one = Number { $number }
objections-listed =
    <b>Objections to the appraisal of { $year }</b>

    { $lines }
objections-none = There are no objections to the appraisal of { $year }.
objection-entry = { $place }. { $name }: { $title } ({ $state })
objection-state-waits = waiting
objection-state-upheld = upheld
objection-state-refused = not upheld
objection-shown =
    <b>{ $name }: “{ $title }” in the appraisal of { $year }</b>
    Points now: { $points }

    { $said }
objection-button-evidence = Evidence
objection-button-uphold = Uphold
objection-button-refuse = Do not uphold
objection-points = “{ $title }” has { COUNT($points) ->
        [one] { $points } point
       *[other] { $points } points
    } now. How many should it have? A number such as 12 or 7.5, please.
objection-reason = “{ $title }”: { $verdict }. Please give the reason; the member reads it:
objection-to-uphold = upheld, { COUNT($points) ->
        [one] { $points } point
       *[other] { $points } points
    } from now on
objection-to-refuse = not upheld
objection-decided = { $name }’s objection to “{ $title }” is answered.
objection-was-upheld =
    Your objection to “{ $title }” in the appraisal of { $year } is upheld: the line has { COUNT($points) ->
        [one] { $points } point
       *[other] { $points } points
    } now, { $total } in all.
    Reason: { $reason }
objection-was-refused =
    Your objection to “{ $title }” in the appraisal of { $year } is not upheld: the line keeps { COUNT($points) ->
        [one] { $points } point
       *[other] { $points } points
    }, { $total } in all.
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
pick-entry = { $place }. { $name }: { COUNT($points) ->
        [one] { $points } point
       *[other] { $points } points
    }, done { $percent } ({ $state })
pick-state-proposed = proposed, undecided
pick-state-confirmed = on the list
pick-state-declined = not on the list
pick-state-talked = talk held on { $day }
pick-button-yes = On: { $name }
pick-button-no = Off: { $name }
pick-button-add-honour = For honours
pick-button-add-talk = For a talk
pick-added-honour = On the list for honours.
pick-added-talk = On the list for talks.
pick-unknown = This person is not on the list, or that year’s appraisal is not closed.
pick-is-decided = That is decided already for { $name }.
pick-is-your-own = This is you: please leave it to someone else in the office.
pick-is-there = { $name } is on the list already.
talk-button-new = Record: { $name }
talk-button-show = Talks: { $name }
talk-line =
    The talk with { $name }. One line, please: DAY WHO; WHAT WAS SAID. For example:

    2027-01-15 Chair Chen; why there were few visits, to be made up by April
talk-recorded = The talk with { $name } on { $day } is recorded.
talk-is-recorded = The talk with { $name } was held; the name stays on the list.
talk-is-unclear = I can’t read that. Please write: DAY WHO; WHAT WAS SAID. For example: 2027-01-15 Chair Chen; why there were few visits
talks-shown =
    <b>Talks with { $name }</b>

    { $lines }
talks-none = No talk with { $name } is recorded.
talk-held = { $day }  { $talker }: { $words }
doing-talk = recording a talk

objections-are-over = Objections were possible until { $until }; that is over.
objection-nothing-published = That year’s appraisal is not published, or was withdrawn; there is nothing to object to.
objection-is-made = This line has been objected to already.
objection-needs-words = Please say in a sentence what is wrong.
objection-needs-reason = Please give the reason in a sentence.
objection-unknown = I can’t find this objection.
objection-is-decided = This objection is answered already, or the appraisal was withdrawn.
objection-is-your-own = This is your own objection: please leave it to someone else in the office.
points-are-unclear = I can’t read “{ $words }” as points. A number such as 12 or 7.5, please.
points-are-too-many = This line has { COUNT($most) ->
        [one] { $most } point
       *[other] { $most } points
    } at most. Another number, please.
points-are-the-same = This line has { COUNT($points) ->
        [one] { $points } point
       *[other] { $points } points
    } now. Another number, please, or cancel and press “Do not uphold”.

appraisal-is-not-yours = You can see your own appraisal, or that of your unit's members; or this member did not serve that year.
appraisal-line-unknown = That year's table has no such line. Please open it again: /appraisal
