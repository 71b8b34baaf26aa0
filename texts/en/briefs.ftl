### Briefs, proposal leads and topics: written, handed in, instructed, assigned, carried back

command-brief = Briefs, proposal leads and topics
doing-brief = writing a brief
doing-briefwork = working on a brief

brief-kind-opinion = Brief
brief-kind-lead = Proposal lead
brief-kind-topic = Topic for consultation

brief-state-draft = draft
brief-state-handed-in = handed in
brief-state-returned = returned
brief-state-accepted = accepted
brief-state-instructed = instructed
brief-state-assigned = assigned
brief-state-answered = answered
brief-state-carried-back = reported back
brief-state-closed = closed

brief-number = { " " }{ $year } no. { $running }
brief-number-none = { " " }without number

## Buttons

brief-button-open = Open
brief-button-title = { $title }
brief-button-new = Write one
brief-button-make = Make a brief
brief-button-hand-in = Hand in
brief-button-keep = Keep as draft
brief-button-edit = Change
brief-button-title-part = Title
brief-button-use-title = Use “{ $title }”
brief-button-quote = Quote the source
brief-button-facts = Facts
brief-button-analysis = Analysis
brief-button-suggestions = Suggestions
brief-button-accept = Accept
brief-button-to-leaders = To the leaders
brief-button-key-in = Enter instruction
brief-button-instruct = Instruct
brief-button-assign = Assign
brief-button-conclude = Write the result
brief-button-carry = Tell the writers
brief-button-paper = Download
brief-button-unit = { $unit }
brief-button-chosen = ✓ { $unit }
brief-button-new-unit = Add “{ $unit }”
brief-button-usual-day = { $day } ({ COUNT($days) ->
        [one] { $days } workday
       *[other] { $days } workdays
    })

## Lists and the whole

briefs-listed =
    <b>Briefs</b>
    { $lines }
briefs-none = There are no briefs yet.
brief-line = · { $title } ({ $kind }{ $number }, { $state })
brief-head =
    <b>{ $title }</b>
    { $kind }{ $number } · { $state }
    From: { $author }
brief-part-facts =
    { "" }
    <b>Facts</b>
    { $text }
brief-part-analysis =
    { "" }
    <b>Analysis</b>
    { $text }
brief-part-suggestions =
    { "" }
    <b>Suggestions</b>
    { $text }
brief-files = Attachments: { $count }
brief-source-letter = Made of letter { $number }
brief-source-matter = Made of: { $title } ({ COUNT($count) ->
        [one] { $count } letter
       *[other] { $count } letters
    })
brief-source-diary = Made of a diary entry
brief-reason = Returned because: { $reason }
brief-instruction =
    { "" }
    <b>Instruction</b> ({ $leader }, { $on })
    { $text }
brief-task = Assigned to { $unit }, answer by { $due }, { $state }
brief-task-answered =
    { "" }
    <b>{ $unit }</b> ({ $state })
    { $text }
brief-result =
    { "" }
    <b>Result</b>
    { $text }
brief-verdicts = Letters told the result: { $told }; satisfied { $satisfied }, mostly { $mostly }, not satisfied { $not }
brief-unit = { $unit }
brief-file = The file of “{ $title }”, to print or to change in Word.

## Writing

brief-which-kind = Which kind?
brief-title-now = Please send the title, at most { $limit } characters.
brief-facts-now = Please write the facts: what, where, how many people. At most { $limit } characters, without the writers' names and phone numbers.
brief-analysis-now = Please write the analysis, at most { $limit } characters, or press “Skip”.
brief-suggestions-now = Please write the suggestions, at most { $limit } characters, or press “Skip”.
brief-quote-letter = An anonymous resident (letter of { $day }): { $text }
brief-quote-diary = Diary of { $day }: { $text }
brief-preview =
    <b>Please check</b>
    { $kind } { $files }
    <b>{ $title }</b>
brief-file-kept = Attached; { $count } in all. You can send more, or press “Hand in” above.
brief-kept = “{ $title }” is kept as a draft; send /brief to find it.
brief-handed-in = “{ $title }” has been handed in to the office:{ $number }.

brief-kind-is-unclear = Please choose by the buttons above.
brief-wants-a-button = Please press a button here: hand in, keep, or what to change. Pictures and documents can be sent.
brief-is-under-way = You are writing another brief. Please finish it first, or give it up with /cancel.
brief-is-incomplete = Title and facts must not be empty.
brief-title-is-too-long = The title may have { $limit } characters; this has { $length }.
brief-part-is-too-long = At most { $limit } characters, please; this has { $length }.
brief-has-too-many-files = At most { COUNT($limit) ->
        [one] { $limit } attachment
       *[other] { $limit } attachments
    }.
brief-not-found = This brief was not found, or is not yours.
brief-has-moved-on = “{ $title }” { $state ->
    [draft] is a draft
    [handed-in] has been handed in and waits for the office
    [returned] has been returned to its author
    [accepted] has been accepted
    [instructed] has a leader's instruction
    [assigned] has been assigned and waits for the departments
    [answered] has been answered and waits to be carried back
    [carried-back] has been carried back to the writers
   *[closed] is closed
}; there is nothing to do in this step.
brief-step-is-needed =
    A brief first needs { $step ->
    [instruction] a leader's instruction before it is assigned
    *[assignment] the departments' answers before the result is reported back
    }.

## The office

brief-came-in = <b>New: { $kind }</b>: { $title } ({ $author })
brief-accepted = “{ $title }” is accepted; its author has been told.
brief-return-why = Why is “{ $title }” returned? Please say what to change.
brief-sent-back = “{ $title }” is returned; its author has been told why.
brief-reason-is-wanted = Please give a reason.
brief-was-accepted = Your “{ $title }” has been accepted:{ $number }.
brief-was-returned =
    The office has returned your “{ $title }”.
    Reason: { $reason }
    Once changed it can be handed in again.

## Instruction

brief-shown-to-leaders = Shown to { COUNT($count) ->
        [one] { $count } leader
       *[other] { $count } leaders
    }.
brief-is-with-leaders = The leaders have it already. What a leader said or wrote elsewhere can be entered by “Enter instruction”.
brief-no-leader-joined = No leader has joined yet; please use “Enter instruction”.
brief-which-leader = Whose instruction on “{ $title }”? Please send name and office, such as: Chair Chen
brief-leader-name-is-wrong = Please send the leader's name and office, at most { $limit } characters.
brief-instruction-now = Please send the instruction on “{ $title }”:
brief-instruction-kept = The instruction on “{ $title }” is kept.
brief-was-instructed =
    <b>Instruction on “{ $title }”</b> ({ $leader })
    { $text }

## Assignment

brief-which-departments =
    Which departments shall deal with “{ $title }”?
    { $chosen }
    Press one or several, or send their names; then press “Done”.
brief-chosen-units = Chosen: { $units }
brief-which-day = By which day shall “{ $title }” be answered? Press the button, or send a date such as 20 April.
brief-assigned =
    <b>“{ $title }” is assigned</b>, to be answered by { $due }.
    { $lines }
brief-given-reached = · { $unit }: has been told
brief-given-not-reached = · { $unit }: nobody has joined; please invite them, or pass on a link
brief-was-assigned =
    Your “{ $title }” has been assigned to:
    { $units }
brief-no-department-chosen = No department is chosen yet.
brief-department-name-is-long = A department's name may have { $limit } characters.
brief-day-is-unclear = “{ $typed }” is not clear; please write a date such as 20 April.
brief-day-is-past = { $day } is too early; please choose a later day.

## Result and feedback

brief-result-now = Please write what came of “{ $title }”; the writers will read it:
brief-result-kept = The result of “{ $title }” is kept.
brief-carried-back = The result of “{ $title }” went to the writers of { COUNT($count) ->
        [one] { $count } letter
       *[other] { $count } letters
    }; they are asked for their feedback.
brief-carried-back-to-nobody = “{ $title }” has no letters whose writers should be told; it is closed.
brief-was-carried-back = The result of “{ $title }” has been reported back, about { COUNT($count) ->
        [one] { $count } letter
       *[other] { $count } letters
    }.
brief-was-judged = “{ $title }”: the writer of { $number } says: { $verdict }{ $words }.
verdict-words = : { $words }
brief-was-sent-back =
    A writer is not satisfied with “{ $title }”: the departments look at it again, until { $due }.
    Reason: { $reason }
brief-is-closed = “{ $title }” ({ $number }) is closed.

## What writers read

feedback-opening =
    <b>There is a result for your letter { $number }</b>
    About: { $title }
feedback-answer =
    <b>{ $who } answers</b>
    { $text }
feedback-question = Are you satisfied with this result?
feedback-question-again = The matter has been looked at again. Are you satisfied with this result?
feedback-was-carried-back = The writer of letter { $number } has been told the result ({ $title }).
verdict-satisfied = Satisfied
verdict-mostly = Mostly
verdict-not = Not satisfied
verdict-why = What is not right? Please write a few words; the departments will get them without your name.
verdict-thanks = Noted: { $verdict }. Thank you!
verdict-goes-back = Noted. The departments will look at it once more, until { $due }, and you will be told.
feedback-nothing-to-judge = There is no result here for you to give feedback on.
letter-event-fed-back = { $at } result told to the writer
doing-judge = giving feedback on a result

## The file

brief-paper-from-office = Office of the committee
brief-paper-member = { $name } ({ $sector }, member)
brief-paper-member-plain = { $name } (member)

brief-paper-day = { $day }
brief-paper-first = 1. { $part }
brief-paper-second = 2. { $part }
brief-paper-third = 3. { $part }
brief-paper-facts = Facts
brief-paper-analysis = Analysis
brief-paper-suggestions = Suggestions
brief-paper-author = From
brief-paper-committee = Handed in by
brief-paper-day-label = Date
brief-paper-instruction = Instruction
