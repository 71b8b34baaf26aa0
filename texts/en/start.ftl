### The front door: greeting, help, language, cancelling

command-start = Back to the start page
command-help = What you can do
command-language = Language / 换语言
command-cancel = Cancel what is under way
command-members = List of members

start-constituent =
    Welcome to “Lianxin”, the bridge of { $committee }.

    To tell a committee member something, press “Write a letter”. You see the letter before it is sent, and you may stay anonymous.
start-member = Welcome, member.

    Letters, visits and your progress this year are all below.
start-office = Welcome. This is the start page of the committee’s office.
start-guest = Welcome. You have joined “Lianxin” of { $committee }. You will be told here when something needs you.

menu-write = ✉️ Write a letter
menu-suggest = 💡 Suggestion
menu-triage = 🗂 Assign
menu-letters = 📂 My letters
menu-members = 👥 Members
menu-help = ❓ Help
menu-inbox = 📥 Inbox
menu-search = 🔍 Search
menu-visit = 🚶 Log a visit
menu-contacts = 🤝 My contacts
menu-quota = 📊 My progress
menu-form = 📝 Registration
menu-card = 🪪 Cards
menu-forms = 📝 Registration
menu-invite = 🔗 Invite

menu-brief = 📄 Briefs
menu-reviews = 🖊 To review
menu-lecture = 🎤 Lectures
menu-studios = 🏡 Studios
menu-cards = 🪪 Cards on paper
menu-audit = 📜 What was done
menu-together = 👥 Group visits
menu-deeds = 🎁 Good deeds
menu-diary = 📔 Diary
menu-report = 🧾 Yearly summary
menu-away = 🌴 Absence
menu-tasks = 📌 Tasks
menu-pool = 🙋 Join the pool
menu-mydata = 🔒 My data

menu-group-letters = ✉️ Letters ›
menu-group-activities = 📅 Activities ›
menu-group-people = 👥 Members ›
menu-group-figures = 📊 Figures ›
menu-group-visits = 🤝 Visits, diary ›
menu-group-more = ⋯ More ›
menu-choose = Please choose:
menu-button-back = ‹ Back

joined = Welcome, { $name }. You have joined “Lianxin” of { $committee } as: { $role }.

    The buttons below are what you will use most.
joined-already = { $name }, you have joined already, as: { $role }. You need not press the link again.
link-unknown = This link no longer works, or a part of it is missing. Send /start to begin.

help = <b>What you can do</b>

    { $lines }

    Or press one of the buttons below.
help-line = { $command }  { $what }
help-visit-example = A visit in one line: /visit 王秀英 yesterday home talked about treatment #deed brought a wheelchair

which-language = 请选择语言。Please choose your language.
language-zh = 中文
language-en = English
language-is-set = All right, we go on in English.

cancel-sure = You have not finished: { $what }. Throw away what you have written?
button-throw-away = Throw away
button-keep = Keep
cancelled-what = Cancelled: { $what }.
cancel-kept = Very well, it goes on: { $what }.

voice-is-not-heard = A recording can’t be understood here. Please send words: press the microphone of your keyboard, and what you say becomes text.
what-now = What would you like to do? Please press a button. To answer a letter, reply to its message.
you-are-welcome = You are welcome. Write to us whenever there is something to say.
not-for-a-letter = I can’t read this kind of message. To tell a member something, please use text, photos, voice or files.
menu-roster = Roster
