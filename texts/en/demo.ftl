### The demo: what stands in the terminal

## The people of the demo (labels on the chat page)

demo-constituent = Constituent
demo-member = Member · { $sector }
demo-office = Office
demo-leader = Leader
demo-department = Department
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
tour-some-not-seen = Of { $all } steps { $seen } were seen.
tour-without-reminders = This scheme sets members no figures, so there is no monthly reminder.

tour-day = { $day }
tour-bot = Lianxin
tour-reply = (replying to it) { $text }
tour-photo = (photo) { $caption }
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
