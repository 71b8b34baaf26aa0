### Activities: holding, inviting, answering, signing in, judging (places, waiting list, hours of sign-in and grades are the software's own)

command-activity = Run activities: create, invite, sign in
command-events = Activities: sign up, or send apologies
command-pool = Representatives' pool: join or leave
menu-activity = 📅 Run activities
menu-events = 📅 Activities
doing-activity = a new activity
doing-activityalter = changing an activity
doing-activitycalloff = calling an activity off
doing-activityinvite = inviting a member
doing-activityleave = sending apologies
doing-activitynote = noting what was said
doing-pool = joining the representatives' pool

activity-kind-visiting = Visiting people
activity-kind-activity-day = Members' day
activity-kind-sector-week = Sector week
activity-kind-reception-day = Reception day
activity-kind-lecture = Members' lecture
activity-kind-open-day = Open day
activity-kind-parlour = Members' parlour
activity-kind-duty-room = Duty room
activity-kind-sitting-in = Sitting in
activity-kind-inspection = Inspection
activity-kind-consultation = Consultation
activity-kind-supervision = Supervision
activity-kind-proposal-meeting = Proposal meeting
activity-kind-leads = Collecting leads
activity-kind-briefing = Briefing

when-on-a-day = { $day }, { $begins }–{ $ends }
when-over-days = { $begins } to { $ends }
activity-described =
    <b>{ $title }</b> ({ $kind })
    When: { $when }
    Where: { $place }
    Organiser: { $unit }
activity-by-office = Committee office
activity-places = { COUNT($count) ->
        [one] { $count } person
       *[other] { $count } people
    }
activity-no-limit = No limit

## Who holds them

activity-list =
    <b>Run activities</b>

    { $lines }
activity-line = · { $title }: { $when }
activity-line-cancelled = · { $title }: { $when } (cancelled)
activity-none-yet = There are no activities yet.
activity-button-desk = { $title }
activity-button-new = New activity
activity-button-plan = Calendar
activity-which-kind = What kind of activity? Press a button, or send its name.
activity-which-title = { $kind }: what is it called? Please send its name.
activity-button-untitled = Use its kind
activity-when =
    When? Please send the day and the times, such as:
    20 May 9:00-11:00
activity-where = { $when }. Where? Please send the place.
activity-how-many = How many people at most? Press a button, or send a number.
activity-is-made = The activity is made, and nobody has been told. Invite people, or open it to all.
activity-is-changed = Changed. Everyone concerned has been told of a new time or place.
activity-cancelled-because = Cancelled. Reason: { $reason }
activity-desk =
    { $heading }
    { $activity }
    { $open }

    { $standing }
activity-is-open = Open to everyone
activity-is-closed = For invited people only
activity-standing =
    Places: { $capacity }
    { $invited } in all: coming { $coming }, waiting { $waiting }, not coming { $declined }, excused { $on_leave }
    Signed in: { $signed_in }
    { $judged }
activity-judged = Feedback: satisfied { $satisfied }, mostly { $mostly }, dissatisfied { $dissatisfied }
activity-button-invite = Invite members
activity-button-pool = From the pool
activity-button-open = Open to all
activity-button-close = Invited only
activity-button-unit = Organiser
activity-button-alter-when = Time
activity-button-alter-place = Place
activity-button-alter-capacity = Places
activity-button-qr = Sign-in code
activity-button-speech = Note a speech
activity-button-people = People
activity-button-notes = What was said
activity-button-call-off = Call off
activity-button-of-unit = { $unit }
activity-button-refresh = Refresh
activity-whose = Who organises “{ $title }”?
activity-people =
    <b>{ $title }</b>: people

    { $lines }
activity-nobody-yet = Nobody yet.
activity-person = · { $name }: { $standing }
activity-person-was-there = · { $name }: signed in, { $at }
activity-person-on-leave = · { $name }: excused, { $reason }
attendance-invited = no answer yet
attendance-coming = coming
attendance-waiting = waiting for a place
attendance-declined = not coming
attendance-on-leave = excused
activity-notes =
    <b>{ $title }</b>: speeches and suggestions

    { $lines }
activity-no-notes = Nothing noted yet.
activity-noted-speech = · Speech (noted by { $name }): { $words }
activity-noted-suggestion = · Suggestion ({ $name }): { $words }
activity-qr = The code to sign in to “{ $title }”. It changes every minute; after an hour please press “Refresh”.
sign-in-picture = Scan to sign in   { $at }

activity-alter-when = What is the new time of “{ $title }”? Such as: 20 May 9:00-11:00
activity-alter-place = What is the new place of “{ $title }”?
activity-alter-capacity = How many people may come to “{ $title }” at most? For no limit send: no limit
activity-call-off-why = Why is “{ $title }” called off? Those concerned are told the reason.
activity-is-called-off = “{ $title }” is called off, and those concerned have been told.

activity-whom-to-invite = Which members are invited to “{ $title }”?
activity-invite-all = All members
activity-invite-unit = By unit
activity-invite-sector = By sector
activity-invite-name = By name
activity-which-members = Members of which unit or sector are invited to “{ $title }”?
activity-invite-whom = Which member is invited to “{ $title }”? Please send the name.
activity-invited = “{ $title }”: { $reached } newly invited, and all of them told.
activity-invited-some-unreached = “{ $title }”: { $count } newly invited, { $reached } of them told; the others have not joined yet.
activity-invited-nobody-new = “{ $title }”: nobody new. All are invited already, or there is nobody.
activity-button-invite-more = Invite more
activity-pool-from = “{ $title }”: people in the pool: { $count }. Where shall they come from? They are invited in turn, those asked least first.
activity-pool-all = All ({ $count })
activity-pool-how-many = “{ $title }”: { $count } can be invited. How many shall it be?

## Whom they concern

events-list =
    <b>Activities to come</b>

    { $lines }
events-line =
    · <b>{ $title }</b>
    { $when }, { $place }
    { $standing }
events-none = There is no activity open to you at present.
activity-invitation =
    You are invited to:

    { $activity }
activity-shown =
    { $activity }

    { $standing }
activity-button-yes = I'll come
activity-button-no = Can't come
activity-button-leave = Send apologies
activity-button-ics = To my calendar
activity-you-may-come = You may sign up.
activity-you-are-invited = You are invited; please answer.
activity-is-under-way = It has begun. On the spot, please scan the code shown there to sign in.
activity-went-by = It is over.
activity-you-were-there = You signed in.
activity-you-are-coming = You are coming.
activity-you-are-waiting = It is full; you are on the waiting list and are told at once when a place is free.
activity-you-wait-behind = It is full; you are on the waiting list with { $count } ahead of you, and are told at once when a place is free.
activity-you-are-declined = You said that you can't come.
activity-you-are-on-leave = You have sent your apologies.
activity-you-moved-up =
    A place is free, and it is yours:

    { $activity }
activity-was-changed =
    This activity has changed; please see the new arrangement:

    { $activity }
activity-was-called-off =
    We are sorry, this activity is called off:

    { $activity }

    Reason: { $reason }
activity-reminder =
    A reminder: what you signed up for is coming soon:

    { $activity }
activity-leave-why = Why can’t you come to “{ $title }”? One sentence, please.
activity-leave-taken = Your apologies for “{ $title }” are noted.
activity-someone-is-on-leave = { $name } sends apologies and can't come to “{ $title }”. Reason: { $reason }
activity-ics = The calendar file of “{ $title }”: open it to put it into your phone's calendar.

sign-in-done = You are signed in: “{ $title }”.
sign-in-late = You are signed in: “{ $title }”. It began at { $begins }.
sign-in-again = You had signed in already: “{ $title }”.
activity-button-suggest = Suggest something
activity-note-speech = “{ $title }”: please write who said what, such as: Zhang San: mend the street lamps
activity-note-suggestion = “{ $title }”: please write what you said or suggest.
activity-is-noted = Noted, thank you. ({ $title })

activity-how-was-it = Thank you for coming to “{ $title }”. How was it?
activity-grade-satisfied = Good
activity-grade-mostly = Mostly good
activity-grade-dissatisfied = Not good
activity-is-judged = Thank you for your feedback on “{ $title }”: { $grade }.

## The pool

pool-button-join = Join the pool
pool-button-mine = In the pool
pool-button-agree = I agree, join
pool-button-leave = Leave
pool-what-it-is =
    <b>The representatives' pool</b>

    Whoever joins is invited in turn to consultations, inspections and meetings; coming is up to you. The office sees your name, sector and township. You can leave at any time.
pool-you-are-in = You are in the representatives' pool: { $sector }, { $township }. You are invited in turn.
pool-which-sector = Which sector do you belong to? Press a button, or send its name.
pool-no-sector = Other people
pool-which-township = { $sector }. In which township or subdistrict do you live? Please send its name.
pool-joined = Welcome to the representatives' pool: { $sector }, { $township }. You will be invited in turn.
pool-left = You have left the representatives' pool and are not invited any more. You can join again at any time.

## Refusals

activity-unknown = There is no such activity, or it is not open to you.
activity-is-not-yours = You are not the organiser of this activity.
activity-is-cancelled = “{ $title }” is cancelled.
activity-has-begun = “{ $title }” has begun and can't be changed any more.
activity-is-not-over = “{ $title }” is not over yet; please give your feedback afterwards.
activity-not-invited = This activity is for invited people only. If in doubt, please ask the committee's office.
activity-no-leave-needed = You have not signed up for “{ $title }”; no apologies are needed.
activity-was-not-there = Only those who signed in at “{ $title }” can give feedback on it.
activity-capacity-unclear = “{ $typed }” is not a number of people. Please send one, such as 30, or: no limit
activity-title-too-long = A name has at most { $limit } characters; please send a shorter one.
activity-kind-unclear = Please press the button of one kind.
when-is-unclear = “{ $typed }” is not a time. Please send the day and the times, such as: 20 May 9:00-11:00
when-is-past = { $begins } is past; please send a time to come.
when-ends-before-it-begins = It has to end after it begins, and within 31 days. Please send it again, such as: 20 May 9:00-11:00
when-is-too-far = Please choose a time before { $last }.
organiser-has-no-unit = You do not belong to a unit yet; please ask the committee's office.
sign-in-code-is-old = This sign-in code is out of date. It changes every minute: please scan the one on the spot again.
sign-in-too-early = It is too early to sign in for “{ $title }”; it is possible from { $opens }.
sign-in-is-over = “{ $title }” is over; it is too late to sign in. If you were there, please tell the organiser.
pool-joined-already = You are in the representatives' pool already.
pool-not-joined = You are not in the representatives' pool.
pool-nobody-to-invite = There is nobody to invite: all are invited already, or nobody is in the pool.
pool-name-too-long = At most { $limit } characters; please send a short name.

## Export

column-activity = Activity
column-activity-kind = Kind
column-held-by = Organiser
column-place = Place
column-begins-at = Begins
column-ends-at = Ends
column-capacity = Places
column-invited = Invited or signed up
column-coming = Coming
column-signed-in = Signed in
column-satisfied = Satisfied
column-mostly-satisfied = Mostly satisfied
column-dissatisfied = Dissatisfied
column-activity-state = State
cell-activity-stands = going ahead
cell-activity-cancelled = cancelled
