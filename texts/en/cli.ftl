### The command line

cli-about = Lianxin: the bridge between committee members and the people
cli-help-init = Write a config.toml and create the database
cli-help-check = Check configuration, token, database, clock, scheme and fonts
cli-help-run = Run the bot
cli-help-demo = Show the whole bridge on this machine, without a network
cli-help-migrate = Bring the database to the newest version
cli-help-invite = Make a one-time link for: office, member, leader, staff, department
cli-help-revoke = Take a role away from who left (lianxin revoke office --name NAME)
cli-help-import = Import
cli-help-import-members = Import the list of members from a table (.xlsx .xls .ods .csv)
cli-help-import-units = Import the units and their people from a table (.xlsx .xls .ods .csv)
cli-help-export = Export letters, visits, members, units, contacts or activities (.xlsx .csv .json), or form (.docx; with --unit or --member)
cli-help-scheme = Schemes
cli-help-scheme-check = Check a scheme file
cli-help-scheme-preview = What the present data would come to under another scheme (--names lists the members)
cli-help-scheme-use = Use another scheme from a day on (--from 2026-07-01)
cli-help-scheme-explain = Tell a scheme in sentences, with the source of each figure

why-not-there = there is no such file or folder
why-no-right = no permission; it may belong to another user
why-a-folder = it is a folder
why-no-folder = a part of the path is no folder
why-disk-full = the disk is full
why-read-only = it is read-only
why-port-taken = another program uses the port

cli-usage = The command is not right: { $fault } See lianxin --help.
cli-usage-missing = The command is not complete: { $what } has to be given. See lianxin --help.
cli-usage-unknown-option = There is no option { $what }. See lianxin --help.
cli-usage-unknown-command = There is no command “{ $what }”. See lianxin --help.
cli-usage-did-you-mean = There is no { $what }; did you mean { $meant }? See lianxin --help.
cli-file-fault = { $file }: { $why }
cli-database-fault = database: { $fault }
database-is-held = { $file }: another lianxin is running on this database; stop it first
database-lock-not-writable = { $file }: can’t be written ({ $why }). Is the disk full or read-only, or does the file or its folder belong to another user than the bot’s?
database-is-polled = storage.url: another lianxin is polling on this database; several need telegram.mode = "webhook"
database-lets-nobody-in = storage.url: PostgreSQL does not let us in ({ $fault })
database-is-newer = The database is at version { $revision }, which this program ({ $newest }) does not know; update the program
database-not-migrated-for = The database could not be migrated and is as it was: { $fault }
database-not-opened = { $file }: can’t be opened or written ({ $fault }). Is the disk full, or does the file or its folder belong to another user than the bot’s?
database-not-usable = The database can’t be read or written ({ $fault }). Is the disk full, or does the file or its folder belong to another user than the bot’s?
copy-to-itself = --to: this is the database in use
cli-scheme-fault = scheme: { $fault }
cli-stopped = Stopped.

cli-init-refuses = { $file }: exists already, and is not overwritten
cli-init-done = { $file } is written and the database created. Put in the bot’s token, then run lianxin check.
cli-migrated = The database is at the newest version ({ $revision }).
cli-database-not-migrated = The database is not at the newest version: run lianxin migrate first

cli-slip = { $name } ({ $sector }, { $unit }) { $link }
cli-slip-of-unit = { $name } ({ $unit }) { $link }
cli-slips-written = Slips written: { $count } ({ $file })
cli-all-is-for-many = --all goes with member, staff or department, without --name: lianxin invite member --all
cli-file-is-for-all = --file goes with --all
cli-link = { $link }
cli-invited-without-unit = No unit was named (--unit): letters to a unit won’t reach them until they are invited with one
cli-revoked = { $name } has this role no more: { $role }.
cli-role-unknown = There is no role “{ $role }”; expected one of: { $choices }
cli-link-without-bot = Telegram can’t be reached now ({ $why }), so the bot’s name is not known: put it in place of { $placeholder }
cli-imported-units = Imported: new units { $units }; people: { $added } added, { $updated } updated, { $unchanged } unchanged, { $left } left.
cli-imported = Imported: { $added } added, { $updated } updated, { $unchanged } unchanged, { $left } left; { $elsewhere } who serve and are not in the file were left as they are.
cli-import-refused = { COUNT($count) ->
        [one] { $count } mistake
       *[other] { $count } mistakes
    }: nothing was imported. Please correct the file and import it again.
cli-subject-unknown = “{ $subject }” can’t be exported; expected one of: { $choices }
cli-exported = { COUNT($count) ->
        [one] { $count } row
       *[other] { $count } rows
    } exported: { $file }
cli-choice-is-for-forms = --unit and --member are for: lianxin export form forms.docx
cli-unit-or-member = Give --unit or --member, not both
cli-forms-exported = Registration forms written: { $count } ({ $file })
cli-scheme-sound = The scheme is sound: { $title } (quotas: { $quotas }, deadlines: { $deadlines }, events: { $events })

cli-day-not-readable = “{ $typed }” is not a day; write it as 2026-07-01
cli-scheme-used = From { $day } on: { $title }. What was counted before stays as it was; a running bot changes over on that day.

cli-preview-title =
    Scheme now: { $now }
    Other scheme: { $then }
    By the data of { $day }; left of the arrow is now, right of it under the other scheme
cli-preview-headings = members    all met      behind       contacts over  unit
cli-preview-row = { $members } { $met } { $behind } { $over } { $unit }
cli-preview-no-unit = (no unit)
cli-preview-all = all
cli-preview-no-figures = “{ $title }” sets no figure for { COUNT($count) ->
        [one] { $count } member
       *[other] { $count } members
    }: neither done nor behind.
cli-preview-member = · { $member } ({ $unit }): { $now } → { $then }
cli-preview-met = all met{ $over }
cli-preview-behind = still owes: visits { $visits }, good deeds { $deeds }, contacts { $contacts }{ $over }
cli-preview-free = no figure is set{ $over }
cli-preview-over = { " " }(contacts over the limit: { $count })

check-ok = ok      { $what }
check-not-ok = not ok  { $what }
check-configuration = configuration: { $file }
check-token = token: @{ $bot }
check-telegram-not-reached = token: Telegram can’t be reached ({ $why }); check the network, telegram.base_url and telegram.proxy
check-database = database: { $revision }
check-database-empty = database: not created yet; run lianxin migrate
check-database-old = database: at version { $revision }, expected { $newest }; run lianxin migrate
check-database-new = database: at version { $revision }, newer than this program ({ $newest }); update the program
check-database-folder = database: the folder { $folder } can’t be written to
check-clock = clock: { COUNT($seconds) ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    } from Telegram’s
check-clock-off = clock: { COUNT($seconds) ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    } from Telegram’s; set this machine’s time
check-clock-unknown = clock: not compared, for Telegram can’t be reached
check-scheme = scheme: { $title }
check-fonts = fonts: { $file }
check-fonts-missing = fonts: Noto Sans SC is missing; install pylopdf-fonts-zh-cn again

config-file-missing = { $file }: no such file; lianxin init writes one
config-file-not-readable = { $file }: can’t be read ({ $why })
config-file-not-utf8 = { $file }: expected a text in UTF-8
config-file-not-toml = { $file }: not TOML: { $why }
config-key-missing = { $where }: { $key } is missing; expected { $expected }
config-key-unknown = { $where }: there is no key { $key }; see config.example.toml
config-key-unknown-did-you-mean = { $where }: there is no key { $key }; is it { $meant }?
config-key-wrong = { $where }: { $key }: expected { $expected }
config-key-of-wrong-kind = { $where }: { $key }: expected { $expected }, got { $kind }
config-variable-unknown = { $variable }: there is no such section; after LIANXIN_ expected one of: { $sections }
config-variable-not-json = environment { $prefix }…: one variable should be a list or section in JSON and can’t be read
config-token-missing = telegram.token: missing; put it there, into LIANXIN_TELEGRAM__TOKEN, or name a token_file
config-token-file-not-readable = telegram.token_file: can’t read { $file } ({ $why })
config-token-unknown = telegram.token: Telegram does not know it; copy it again from @BotFather
config-webhook-refused = telegram.webhook_url: Telegram does not accept this address ({ $why })
config-address-taken = { $key }: can't listen on { $address } ({ $why })

expected-committee-code = 1 to 6 capital letters
expected-time-zone = a time zone such as Asia/Shanghai
expected-database-address = sqlite:///FILE or postgresql://user:password@host/database
expected-one-of = one of: { $choices }
expected-whole-number = a whole number
expected-whole-number-between = a whole number from { $least } to { $most }
expected-whole-number-above-zero = a whole number above 0
expected-number-above-zero = a number above 0
expected-true-or-false = true or false
expected-days = a list of days such as ["2026-06-19"]
expected-day = a day such as "2026-06-19"
expected-section = a section
expected-text = a text
expected-webhook-url = an address such as https://example.org/telegram
expected-webhook-secret = 16 to 256 letters, digits, - or _
a-truth-value = true or false
a-number = a number
a-text = a text
a-list = a list
a-section = a section
