### Backup, restore, copy, check-up

cli-help-backup = Back up the database, whether or not the bot is running
cli-help-restore = Put a backup into the database’s place
cli-help-copy = Move the whole database to the other engine (--to ADDRESS), each table compared
cli-help-doctor = Check-up: what needs a person, and what to do

cli-database-missing = { $file }: there is no such database. A new house: run lianxin init (with a config.toml already: lianxin migrate). If there was one: lianxin restore BACKUP
cli-database-damaged = database: { $fault }. Put a backup in its place: lianxin restore BACKUP --overwrite

backup-made = Backed up: { $file }
backup-described = Backup: { $size }, { $age } old, version { $revision }
backup-rows = People { $people }, members { $members }, contacts { $contacts }, visits { $visits }, letters { $letters }, their entries { $letter_entries }
backup-not-written-down = The backup is good, but the database can’t be written to now: this backup is not noted in it.
backup-file-is-there = { $file }: exists already, and is not overwritten; add --overwrite if it should be
backup-failed = { $file }: the backup could not be made ({ $why })
backup-is-none = { $file }: not a backup of Lianxin; nothing was changed
backup-is-damaged = { $file }: the backup is damaged ({ $why }); nothing was changed
backup-is-newer = { $file }: the backup is of version { $revision }, newer than this program ({ $newest }); update the program first
backup-of-other-engine = { $file }: the backup is of the other database engine; restore it there, then move it with lianxin copy
backup-missing = The database was not backed up in the night of { $night }. Please ask whoever maintains the system to run lianxin doctor.

database-holds-people = The database holds { COUNT($people) ->
        [one] { $people } person
       *[other] { $people } people
    } and is not overwritten; with --overwrite it is, and the present one is kept aside
database-can-not-be-read = The present database can’t be read, so nobody knows what it holds; with --overwrite it is kept aside and replaced
database-is-not-ours = The database holds tables of another program; nothing was changed. Please give Lianxin a database of its own
database-is-in-use = { $sessions } other sessions use the database; stop the bot first
postgres-program-missing = { $program } was not found; install PostgreSQL’s client programs (postgresql-client)
postgres-program-failed = { $program }: { $why }

restore-kept-aside = The database that was there is kept as { $file }
restore-done = Restored, at version { $revision }. Now there:

copy-table = { $table }: { COUNT($rows) ->
        [one] { $rows } row
       *[other] { $rows } rows
    }, the same
copy-done = Moved: all { $tables } tables are the same. Put the new address into url in [storage], then lianxin run.
copy-to-no-address = --to: expected { $expected }
copy-target-is-not-empty = The target is not empty ({ $table } holds rows); nothing was changed
copy-target-of-other-version = The target is of another version; nothing was changed. Please name an empty database
copy-differs = { $table }: not the same after copying; all of it was undone
copy-failed = { $table }: can’t be copied ({ $why }); all of it was undone

age-in-hours = { COUNT($hours) ->
    [0] less than 1 hour
    [one] { $hours } hour
   *[other] { $hours } hours
 }
age-in-days = { COUNT($days) ->
        [one] { $days } day
       *[other] { $days } days
    }

doctor-all-fine = All is well.
doctor-needs-you = Something needs you: see the lines that begin with “not ok”.
doctor-retried = Parked updates given to the bot again: { $count }
doctor-database-whole = database file: whole
doctor-database-damaged = database file: damaged; stop the bot and run lianxin restore BACKUP --overwrite
doctor-rows-fine = content: consistent
doctor-orphans = content: rows of { $where } that refer to nothing: { $count }; restore a backup or ask the developers
doctor-letter-without-words = content: letters without a word in them: { $count } ({ $which }); ask the developers
doctor-letter-half-settled = content: letters both settled and not: { $count } ({ $which }); ask the developers
doctor-letter-with-nobody = letters: with members who have left: { $count } ({ $which }); the office should hand them over
doctor-visit-of-others-contact = content: visits to another member’s contact: { $count } ({ $which }); the member should correct them
doctor-deed-of-another-visit = content: good deeds that do not match their visit: { $count } ({ $which }); ask the developers
doctor-member-without-role = content: members without the role of member: { $count } ({ $which }); import the list again
doctor-names-moved = Contents: people with another name than they are looked up by: { $count } (no. { $which }); somebody may have changed the database itself: check them, or restore a backup
doctor-letters-moved = Contents: letters with other words than they are found by: { $count } ({ $which }); somebody may have changed the database itself: check them, or restore a backup
doctor-dialogues-fine = dialogues: none is stuck
doctor-dialogues-nowhere = dialogues: at a step that the program does not know: { $count } ({ $which }); update the program, or let them send /cancel
doctor-dialogues-stuck = dialogues: { $count } untouched for more than { COUNT($days) ->
        [one] { $days } day
       *[other] { $days } days
    } should have been tidied away; look at the log
doctor-parked-none = parked updates: none
doctor-parked = parked update { $number }: { $age } old, { $kind }
doctor-parked-altogether = parked updates: { $count }; once the cause is mended, lianxin doctor --retry-parked gives them to the bot again
doctor-failed-none = unsent messages: none
doctor-failed-blocked = unsent messages: { $count } to people who block the bot; they get them when they are back
doctor-failed = unsent messages: { $count }, { $kind }; look at the log
doctor-leases-fine = outbox: nothing is stuck
doctor-leases = outbox: messages taken and never heard of again: { $count }; restart the bot
doctor-contacts-fine = contacts: nobody has more than the scheme allows
doctor-contacts-over = contacts: members who have more than the scheme allows: { $count } ({ $who }); they should end some
doctor-letters-fine = letters: none unread for more than { COUNT($days) ->
        [one] { $days } day
       *[other] { $days } days
    }
doctor-letters-unread = letters: { $count } unread for more than { COUNT($days) ->
        [one] { $days } day
       *[other] { $days } days
    } ({ $which }); the office should chase them
doctor-office-not-joined = office: nobody has joined; run lianxin invite office
doctor-members-none = members: there is no list of them yet; run lianxin import members FILE
doctor-members-fine = members: all have joined
doctor-members-not-joined = members: not joined: { $count }; the office invites them with /invite
doctor-backup = backup: the last one { $age } ago
doctor-backup-old = backup: the last one { $age } ago; run lianxin backup FILE, or look at [backup]
doctor-backup-never = backup: never made; run lianxin backup FILE, or set folder in [backup]
doctor-size = database: { $size }, log { $log }
doctor-log-too-large = database: { $size }, its log { $log } is too large; restart the bot
doctor-disk = disk: { $free } free in { $folder }
doctor-disk-full = disk: only { $free } free in { $folder }; make room
doctor-folder-not-readable = disk: { $folder } can’t be read ({ $why })
