### A department's tasks: answered, reviewed, chased, and the one-time link

command-tasks = Tasks of my department

task-state-assigned = to be answered
task-state-answered = answered, to be reviewed
task-state-returned = returned
task-state-accepted = done

task-button-answer = Answer
task-button-open = Open the task
task-button-accept = Accept the answer
task-button-link = Make a link
task-button-link-for = Link: { $unit }

tasks-listed =
    <b>Tasks</b>
    { $lines }
tasks-none = There is nothing assigned to your department.
task-line = · { $title }: by { $due }, { $state }{ $late }
task-is-late = , overdue
task-head =
    <b>Task: { $title }</b>
    { $kind }{ $number }
    For { $unit } · by { $due } · { $state }
task-reason = <b>Returned because</b>: { $reason }
task-own-answer =
    { "" }
    <b>Your department's answer</b>
    { $text }
task-answer-now =
    Please send the answer to “{ $title }”, at most 1,500 characters.
    Photos and files first, please, the words last.{ $files }
task-answer-in-hand =
    <b>The answer to “{ $title }”</b>
    { $text }

    Press “Submit” to hand it to the office. If you write more, it is handed in together with this.{ $files }
task-files-so-far = { " " }Files received so far: { $count }.
task-file-kept = File and words received. Send more, or press “Submit”.
task-file-kept-now-words = File received. Send more, and the words of the answer last.
task-answered = The answer of { $unit }{ COUNT($count) ->
    [0] { "" }
    [one] { " " }(1 file)
   *[other] { " " }({ $count } files)
} is with the office for review.
task-file-is-not-taken = Only photos, or PDF, Word, Excel, PowerPoint, picture and text files can go with an answer.
task-has-too-many-files = At most { COUNT($limit) ->
        [one] { $limit } file
       *[other] { $limit } files
    }.
task-files-are-too-large = The files together must not be larger than { $limit } MB.
task-file-not-passed-on = “{ $title }”: the file { $name } of { $unit } can't be read or is locked, and was not passed on. Please save it as PDF or picture and send it when the answer comes back.
task-answer-came-in =
    <b>{ $unit } has answered “{ $title }”</b>
    { $text }
task-accepted = The answer of { $unit } to “{ $title }” is accepted.
task-return-why = Why is the answer of { $unit } returned? Please say what is missing.
task-sent-back = Returned to { $unit }, to be answered again by { $due }.
task-was-returned =
    <b>“{ $title }” is returned</b>
    Reason: { $reason }
    Please answer again by { $due }.

task-chase-soon = “{ $title }” is to be answered by { $unit } by { $due }; no answer has come yet.
task-chase-late = <b>Overdue</b>: “{ $title }” was to be answered by { $unit } by { $due }. Please answer soon.
task-chase-for-office = “{ $title }”: { $unit } was to answer by { $due } and has not; it has been reminded. Please follow up.
task-chase-please-pass-on = “{ $title }” is to be answered by { $unit } by { $due }; nobody of it has joined. Please remind them.

task-link-made = Below is a link for { $unit }. It works once, within { COUNT($days) ->
        [one] { $days } day
       *[other] { $days } days
    }. Please pass it on:
task-link-to-forward =
    A task from { $committee }
    { $unit }, please answer by { $due } at:
    { $link }
task-link-needs-an-address = No public address is set, so no link can be made. Ask your administrator to set [web] page_url, or invite people of the department.
task-link-is-fresh = A link was made a moment ago; please use that one.
task-link-is-over = This link was used, replaced, or has expired.
task-answer-is-empty = The answer must not be empty.
task-not-found = This task was not found, or is not your department's.
task-has-moved-on = This task of { $unit } { $state ->
    [assigned] waits for the department
    [answered] has been answered and waits for the office
    [returned] has been returned to the department
   *[accepted] has been accepted
}; there is nothing to do in this step.

## The page

page-title = Task
page-due = { $unit }, please answer by { $due }.
page-reason = Returned because
page-attachments = What goes with it
page-attachment = File { $number }
page-attachment-photo = File { $number } (photo)
page-attachment-document = File { $number } (document)
page-attachment-video = File { $number } (video: please ask the committee's office)
page-file-comes-later = This file can't be given just now. Please try again in a few minutes.
page-file-is-not-there = This file can't be given here. Please ask the committee's office for it.
page-answer = Answer
page-answer-limit = At most { $limit } characters. Once submitted, this link no longer works.
page-submit = Submit
page-files = Files (if any)
page-files-limit = Photos, PDF, Word, Excel, PowerPoint or text; at most { $limit }, together not more than { $size } MB.
page-file-is-not-taken = The file “{ $name }” can't be read, is locked, or is of a kind that can't be taken; nothing was submitted. Please choose another; files have to be chosen again.
page-choose-files-again = Please choose the files again.
page-busy = Files can't be taken just now; please submit again in a few minutes.
page-thanks = Your answer has been received, thank you. The office will review it, and come back to you if something is missing.
page-too-much = This is too much; please shorten it and try again.
