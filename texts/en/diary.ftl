### The diary and the yearly summary

command-diary = Your diary: write, read by month
command-report = Your yearly summary: prepared for you to finish

diary-month =
    <b>Diary, { $month }/{ $year }</b>

    { $lines }
diary-month-is-empty = (nothing in this month yet)
diary-day = <b>{ $day }</b>
diary-line-visit = · { $contact }, { $kind }: { $note }
diary-line-deed = · Good deed ({ $contact }): { $deed }
diary-line-answer = · Answered letter { $number }
diary-line-activity = · Took part in “{ $title }” ({ $kind }), { $place }
diary-line-entry = · { $words }
diary-label = { $day }: { $words }
diary-button-write = ✍️ Write
diary-button-earlier = ‹ Earlier
diary-button-later = Later ›
diary-button-year = Diary of { $year }
diary-button-change = Change
diary-button-remove = Delete
diary-button-files = Photos, recordings
diary-button-month = This month
diary-file = Your diary of { $year }: print it, or change it in Word.
diary-entry =
    <b>{ $day }</b>
    { $words }
    { $notes }
diary-has-files = 📎 photos, recordings: { $count }
diary-files = Photos and recordings of { $day }:
diary-ask-text =
    Please write what today was like: words, voice or photos, in several messages if you like.
    For another day, begin with its date, for example: yesterday took part in a meeting
diary-so-far =
    So far (photos, recordings: { $count }):
    { $words }

    Go on, or press “Done”.
diary-written = It is in your diary of { $day }{ $files }. Only you can read it.
diary-written-files = ; photos, recordings: { $count }
diary-changed = The entry of { $day } is changed.
diary-ask-change =
    Please write the new words, in place of these:

    { $words }
diary-ask-words = There are no words in this entry yet. Please write a few; its photos and recordings stay.
diary-ask-words-for-brief = There are no words in this entry yet. Please write a few first; then it goes on to the brief. Its photos and recordings stay.
diary-remove-really =
    Really delete this entry of { $day }? It can’t be brought back.

    { $words }
diary-removed = The entry of { $day } is deleted.

diary-paper-title = Diary of { $year }
diary-paper-member = Member
diary-paper-sector = Sector
diary-paper-unit = Work committee
diary-paper-contents = Contents
diary-paper-empty = (nothing in this year yet)
diary-paper-month = Month { $month }
diary-paper-counts = Visits { $visit }, good deeds { $deed }, letters answered { $answer }, activities { $activity }, entries { $entry }
diary-paper-left-out = { COUNT($count) ->
        [one] { $count } more photo had
       *[other] { $count } more photos had
    } no room in this file; see the bot.

summary-button = Yearly summary
summary-button-write = Add your words
summary-button-file = Get the file
summary-button-hand-in = 📤 Hand in
summary-button-hand-in-both = 📤 With the diary
summary-was-handed-in = Handed in on { $at }.
summary-receipt =
    <b>Receipt</b>
    Your summary of { $year } was handed in to { $to } on { $at }. Thank you!
summary-came-in = <b>A yearly summary</b> of { $year } from { $member } ({ $sector }, { $unit }).
diary-came-in = The diary of { $year } that { $member } handed in with the summary.
summary-has-no-words = Please write what you learned and plan first; then hand it in.
summary-is-handed-in = This summary was handed in on { $handed_in } and its words are the same; there is no need to do it again today.
summary-button-year = { $year }
summary-shown =
    <b>Yearly summary { $year }</b>
    These figures are taken from what is logged:

    { $lines }
    { $deeds }
    { $written }
    { $handed }
summary-line = · { $what }: { $figure }
summary-each = { $what }, at least { $least } { $counted ->
        [good_deeds] done
       *[other] made
    } for each contact
summary-met = reached for { $met } of { $of }
summary-visits = Visits (phone and online among them)
summary-confirmed = Visits confirmed
summary-confirmed-by = by the contact { $by_contact }, from paper cards { $by_staff_from_paper }
summary-deeds = Good deeds done
summary-letters = Letters answered
summary-activities = Activities attended
summary-entries = Diary entries
summary-deed = { $contact }: { $deed } ({ $on })
summary-deeds-are =

    <b>Good deeds done</b>
    { $lines }
summary-words-are =

    <b>What I learned and plan</b>
    { $words }
summary-no-words =

    You have not added any words yet.
summary-file = Your summary of { $year }: change it in Word if you like, then print it.
summary-ask-words = Please write what you learned in { $year } and what you plan. Writing again replaces it.
as-it-is = { $words }

summary-paper-title = Yearly summary { $year }
summary-paper-member = Member
summary-paper-sector = Sector
summary-paper-unit = Work committee
summary-paper-done = 1. What was done
summary-paper-deeds = 2. Good deeds
summary-paper-words = 3. What I learned and plan
summary-paper-none = (none)
summary-paper-sign = Signature:                          Date:

doing-diary = writing in the diary
doing-diaryedit = changing a diary entry
doing-summary = writing the yearly summary

diary-entry-is-empty = There is nothing in it yet. Please write a few words, or send photos or voice.
diary-entry-is-too-long = At most { $limit } characters; this has { $length }. Please write it in parts.
diary-entry-has-too-many-files = Photos and recordings in one entry: at most { $limit }.
diary-entry-is-not-yours = There is no such diary entry.
diary-entry-is-removed = This diary entry was deleted.
