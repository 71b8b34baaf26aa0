### The demo: what stands in the terminal

## The people of the demo (labels on the chat page)

demo-constituent = Constituent
demo-member = Member · { $sector }
demo-office = Office
demo-leader = Leader
demo-department = Department
demo-staff = Work committee
demo-member-named = { $name } ({ $sector })

## Start and end

demo-welcome =
    Lianxin · demo ({ $committee }; all people and events are made up)

      Chat page: { $url }
      It is { $now }. The clock at the top of the page can be moved on; reminders that are due go out at once.

      Constituents    { $constituents }
      Members         { $members }
    { $others }
      Office          { $office }
      Leader          { $leader }
      Department      { $department }
      Work committee  { $staff }
      Not joined yet  { $invited } (the office may send: /invite member { $invited }), { $absent }

      To try: 王秀英 sends /write 李建国; 李建国 sends /quota; 周敏 sends /inbox.
demo-more-members = { "" }                  { $members }
demo-runs-until-stopped = The demo is running. Ctrl-C ends it and leaves nothing behind.
demo-port-is-not-free = Port { $port } can’t be used; another program may have it. Choose one such as --port 8090, or --port 0 for any free one.

## The tour

tour-step = Step { $number }: { $title }
tour-seen = ✓ all seen
tour-not-seen =
    ✗ { $who } did not see: { $wanted }
      The chat ends with:
    { $instead }
tour-without = nothing with “{ $word }” in it
tour-nowhere = (Nothing in { $name }’s chat mentions “{ $word }”.)
tour-all-seen = All { $all } steps were seen.
tour-some-not-seen = Steps seen: { $seen } of { $all }.

tour-day = { $day }
tour-bot = Lianxin
tour-reply = (replying to it) { $text }
tour-photo = (photo) { $caption }
tour-scan = (scans the QR code)
tour-chapters = Each scheme has a chapter of its own, the same people under other rules: add --scheme NAME. There are: { $schemes }
tour-picture = (picture)
tour-kind-photo = a picture
tour-blocks = { $name } ▸ (blocks the bot)
tour-clock-moved = ⏩ The clock is moved to { $now }

tour-invitation = The office invites a member
tour-letter = A constituent writes, with a photo
tour-answer = The member answers
tour-follow-up = The constituent goes on
tour-end = The member settles it, the constituent judges
tour-anonymous = An anonymous letter: the member cannot see whose
tour-visit = A visit and a good deed in one line
tour-mistyped = A wrong name and a wrong day, asked about and corrected
tour-quota = This year’s duties, in text and as a picture
tour-reminder = The day of the monthly reminder
tour-summary = The office hears who was not reached
tour-lamp-letters = Three people write about one lamp
tour-lamp-gathered = Similar letters become one matter
tour-lamp-brief = A brief is made, handed in and accepted
tour-lamp-assigned = A leader instructs, a department is given the task
tour-lamp-chased = The day passes, the department is reminded and answers
tour-lamp-result = The result goes back to all three; one is not satisfied
tour-lamp-again = The department looks at it again, and all three are satisfied
tour-diary = The diary keeps visits and answers by itself; a sentence is added
tour-invited = A consultation: constituents invited in turn, a member takes leave
tour-held = Reminded the day before, signed in by a code, judged afterwards
tour-totals = The office totals everyone and publishes the quarter
tour-public-consent = Settled and judged; the writer agrees that it is made public
tour-public-post = The office looks it over: the number is hidden, the post goes out
tour-public-goes-on = It goes on, and the post follows
tour-public-read = Who reads it presses “write to a member”
tour-jingjiang-card = The service card reaches a contact, who scans it
tour-jingjiang-visits = Three visits and a good deed a year, confirmed by the contact
tour-jingjiang-form = The form by 15 April; the office knows whose is missing
tour-jingjiang-november = Cards by 30 November, reminded of two weeks before
tour-baokang-links = Three links of a leader: a village, five members, ten of the sector
tour-baokang-people = Ten different people a year: the same one counts once
tour-baokang-invited = Constituents of the pool are invited in turn
tour-baokang-heard = To speak, to suggest, to judge
tour-xishan-calendar = The year’s calendar, with one’s own lines starred
tour-xishan-enterprise = Into the enterprises
tour-xishan-studio = A studio with its address
tour-xishan-reception = A reception day, booked
tour-xishan-units = One or two service activities and a studio for each unit
tour-ordos-figures = No figures: everything is kept, nothing is owed
tour-ordos-grid = Paired with a grid worker
tour-ordos-topic = A general problem becomes a topic
tour-ordos-lecture = A community orders a lecture, a member takes it
tour-example-figures = Figures of one’s own
tour-example-together = A group visit, each signs in, and it counts
tour-example-summary = Reminded before the year’s end; the summary is prepared
