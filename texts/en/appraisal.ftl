### Appraisal

command-appraisal = Appraisal: points of the year and what they rest on
menu-appraisal = 🏅 Appraisal

appraisal-own =
    <b>My appraisal of { $year }</b>
    As of { $on }

    Points: <b>{ $points }</b>  Duties done: { $percent }

    { $lines }

    { $basis }
    The buttons show what each line rests on.
appraisal-of-member =
    <b>{ $name }: appraisal of { $year }</b>
    As of { $on }

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
appraisal-no-evidence =
    <b>{ $title }</b> ({ $name }, { $year })
    { $each }. { $count } in all, { $points } points

    Nothing is recorded here yet.
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
appraisal-deed-done = done
appraisal-deed-confirmed = done, confirmed by the contact

appraisal-list =
    <b>Appraisal of { $year }</b>: { $count } members, as of { $on }

    { $lines }

    { $basis }
appraisal-entry = { $place }. { $name }  { $points } points  done { $percent }
appraisal-entry-without-points = { $place }. { $name }  done { $percent }
appraisal-list-without-points = This scheme has no table of points; members stand by duties done. schemes/example.toml shows how to add one.

appraisal-is-not-yours = You can see your own appraisal, or that of your unit's members; or this member did not serve that year.
appraisal-line-unknown = That year's table has no such line. Please open it again: /appraisal
