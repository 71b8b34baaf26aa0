### My data; deleting it; how long it is kept

command-mydata = See what is stored about me
command-forget = Delete my data
mydata-is-here = All that is stored about you here is in this file; please open it. It holds personal data: don't pass it on.
mydata-title = My data
mydata-head = { $committee }, { $at }. This is all that is stored here about you.
mydata-value = { $value }

button-forget = Delete my data
button-forget-not = Keep it
button-forget-all = Take letters back, delete now
button-forget-later = Wait until settled
forget-sure =
    <b>Delete your data? It can't be undone.</b>
    At once: name, phone, Telegram number, what you had not finished writing, messages sent to you. If you come again, you are new here.
    After { COUNT($days) ->
        [one] { $days } day
       *[other] { $days } days
    }: words and attachments of settled letters. Until then they are kept without your name.
    Kept: how many letters there were and how they were dealt with (no name, no words), for the statistics; what a member wrote down about you as a contact (please ask the member to correct it).
    Messages already on other people's phones can't be called back.
forget-open-letters =
    Letters of yours that are not settled: { $count } ({ $numbers }). Without your data we can't tell you what came of them.
    Wait until they are settled, or take them back and delete now (name and phone at once, words after { COUNT($days) ->
        [one] { $days } day
       *[other] { $days } days
    }). It can't be undone.
forget-not-now = Nothing was deleted.
forget-not-for-roles =
    You have a role here (member, office, leader or unit), and its records are kept by the committee's rules.
    When you have left it, please turn to the office. /mydata shows what is stored.
forget-letters-are-open = Letters of yours that are not settled: { $count }. Send /forget again and choose whether to take them back or wait.
forgotten = Your data is deleted. Thank you for writing; you are always welcome.
forgotten-but-for-ban = Your data is deleted. As your letters are suspended for now, your Telegram number stays until that is over.
letter-taken-back-for-good = { $who } took letter { $number } back; nothing is left to do.
mydata-column = { $name ->
        [id] id
        [telegram_id] Telegram number
        [name] name
        [phone] phone
        [language] language
        [created_at] created at
        [joined_at] joined at
        [number] number
        [topic] topic
        [state] state
        [text] text
        [received_at] received at
        [answered_at] answered at
        [settled_at] settled at
        [written_at] written at
        [happened_at] time
        [kind] kind
        [reason] reason
        [content_json] words sent to you
        [sent_at] sent at
        [address] address
        [is_anonymous] anonymous
        [helped] did it help
        [helped_words] feedback
        [note] note
        [happened_on] date
        [role] role
        [side] side
        [details_json] details
        [draft_json] unfinished words
        [registered_on] registered on
       *[other] other
    }
mydata-table = { $name ->
        [people] yourself
        [roles] roles
        [unit_people] your units
        [members] you as a member
        [letters] letters
        [letter_entries] words of letters
        [letter_events] course of letters
        [letter_notes] internal notes
        [answer_drafts] answers for review
        [snippets] snippets
        [roster_files] lists sent in
        [letter_records] letters keyed in
        [record_tellings] told by phone
        [openings] names opened
        [bans] suspensions
        [pauses] pauses
        [contacts] contacts
        [visits] visits
        [good_deeds] good deeds
        [group_visits] group visits
        [diary_entries] diary
        [yearly_summaries] yearly summaries
        [appraisals] published appraisals
        [appraised_members] points of an appraisal
        [appraisal_objections] objections to points
        [appraisal_picks] lists for honours and talks
        [appraisal_talks] talks
        [visit_confirmations] visit confirmations
        [forms] forms
        [briefs] briefs
        [brief_events] steps of briefs
        [brief_feedback] feedback on results
        [matters] matters
        [matter_letters] letters in a matter
        [publications] publications
        [activities] activities
        [activity_people] activities taken part in
        [activity_notes] notes of activities
        [pool_people] representatives’ pool
        [slot_bookings] talks booked
        [lecture_orders] lecture orders
        [dialogues] things under way
        [searches] searches
        [albums] albums
        [invitations] invitations
        [reminders] reminders
        [due_lines] reminders to come
        [audit] audit log
        [outbox] messages to you
       *[other] other
    } ({ $count })
