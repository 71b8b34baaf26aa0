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
    After { $days } days: words and attachments of settled letters. Until then they are kept without your name.
    Kept: how many letters there were and how they were dealt with (no name, no words), for the counts; what a member wrote down of you as a contact, please ask the member to correct it.
    Messages already on other people's phones can't be called back.
forget-open-letters =
    { $count } of your letters are not settled: { $numbers }. Without your data we can't tell you what came of them.
    Wait until they are settled, or take them back and delete now (name and phone at once, words after { $days } days). It can't be undone.
forget-not-now = Nothing was deleted.
forget-not-for-roles =
    You have a role here (member, office, leader or unit), and its records are kept by the committee's rules.
    When you have left it, please turn to the office. /mydata shows what is stored.
forget-letters-are-open = { $count } of your letters are not settled. Send /forget again and choose.
forgotten = Your data is deleted. Thank you for writing; you are always welcome.
forgotten-but-for-ban = Your data is deleted. As you are kept out for now, your Telegram number stays until that is over.
letter-taken-back-for-good = { $who } took letter { $number } back; nothing is left to do.
mydata-column = { $name ->
        [id] id
        [telegram_id] telegram id
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
        [happened_at] happened at
        [kind] kind
        [reason] reason
        [content_json] content
        [sent_at] sent at
        [address] address
        [is_anonymous] is anonymous
        [helped] helped
        [helped_words] helped words
        [note] note
        [happened_on] happened on
        [role] role
        [side] side
        [details_json] details
        [draft_json] draft
        [registered_on] registered on
       *[other] other
    }
mydata-table = { $name ->
        [people] people
        [roles] roles
        [unit_people] unit people
        [members] members
        [letters] letters
        [letter_entries] letter entries
        [letter_events] letter events
        [letter_notes] letter notes
        [answer_drafts] answers for review
        [snippets] snippets
        [roster_files] lists sent in
        [letter_records] letters keyed in
        [record_tellings] told by phone
        [openings] openings
        [bans] bans
        [pauses] pauses
        [contacts] contacts
        [visits] visits
        [good_deeds] good deeds
        [group_visits] group visits
        [diary_entries] diary
        [yearly_summaries] yearly summaries
        [appraisals] appraisals made known
        [appraised_members] points of an appraisal
        [appraisal_objections] objections to points
        [appraisal_picks] lists for honours and talks
        [appraisal_talks] talks
        [visit_confirmations] visit confirmations
        [forms] forms
        [briefs] briefs
        [brief_events] steps of briefs
        [brief_feedback] judgements on results
        [matters] matters
        [matter_letters] matter letters
        [publications] publications
        [activities] activities
        [activity_people] activity people
        [activity_notes] activity notes
        [pool_people] pool people
        [slot_bookings] slot bookings
        [lecture_orders] lecture orders
        [dialogues] dialogues
        [searches] searches
        [albums] albums
        [invitations] invitations
        [reminders] reminders
        [due_lines] reminders to come
        [audit] audit
        [outbox] outbox
       *[other] other
    } ({ $count })
