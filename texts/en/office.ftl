### The office: inviting, the list, tables

command-invite = Invite members and staff

invite-which-role = What is the person to be?
invite-role-unknown = Please press a role, or write: member, leader, office, staff, department.
invite-whom = Role: { $role }. Please send their name.
invite-which-unit = Which unit does { $name } work for? Press one, or send its name.
invite-which-department = Which department does { $name } belong to? Press one, or send its name.
button-unit = { $name }
invitation-unit-is-new = The unit “{ $unit }” is new: please check its name. The link works once.
invitation-made = The invitation is ready. Please forward the next message to { $name } ({ $role }). { $note }
invitation-name-is-known = The link works once; please give it to nobody else.
invitation-name-is-new = { $name } was not known and has been added. The link works once.
invitation-sector-follows = The sector of { $name } is not on the list yet: it stays empty until the list of members is imported. The link works once.
invitation-to-forward =
    { $name }, { $committee } invites you to “Lianxin” as: { $role }.

    Please press this link, then “Start”:
    { $link }

    It works once, within { COUNT($days) ->
        [one] { $days } day
       *[other] { $days } days
    }.

doing-invite = an invitation

row-name-missing = Row { $row }: no name
row-name-too-long = Row { $row }: the name has more than { $limit } characters
row-name-is-no-name = Row { $row }: “{ $typed }” is not a name
row-day-not-readable = Row { $row }: { $column } “{ $typed }” can't be read; write it as 2026-07-01
row-session-not-readable = Row { $row }: the term or session “{ $typed }” can't be read; write a number, such as 15
row-session-unknown = Row { $row }: nobody has recorded when term { $term }{ $session ->
        [0] {""}
       *[other] , session { $session }
    } began; write the day (任职日期), or record it first: lianxin session
row-left-before-joining = Row { $row }: the day of leaving is before the day of beginning or joining
row-left-in-the-future = Row { $row }: the day on which { $name } leaves is still to come; enter it then
row-left-unknown = Row { $row }: { $name } is not on the list (or not in this unit) now and can't leave
row-sector-missing = Row { $row }: no sector
row-phone-not-readable = Row { $row }: “{ $typed }” is no phone number
row-standing-unknown = Row { $row }: “{ $typed }” is no kind of member; expected one of: { $choices }
row-neither-yes-nor-no = Row { $row }: 常委 should be 是 or 否, not “{ $typed }”
row-twice = Row { $row }: { $name } is in row { $other } already; if they are two people, give both their own phone number
row-unit-missing = Row { $row }: no unit
row-unit-is-no-name = Row { $row }: “{ $typed }” is not the name of a unit, or has more than { $limit } characters
row-kind-unknown = Row { $row }: “{ $typed }” is no kind of unit; expected one of: { $choices }
row-kind-missing = Row { $row }: { $unit } is new and its name does not say what it is; please add a column 单位类别 with one of: { $choices }
row-unit-of-two-kinds = Row { $row }: { $unit } is of another kind than in row { $other }
row-unit-is-other-kind = Row { $row }: { $unit } is known; a department can't become a unit of the committee, nor the other way
row-post-too-long = Row { $row }: the post has more than { $limit } characters
row-in-two-units = Row { $row }: { $name } ({ $unit }) is also in row { $other } ({ $other_unit }); please give the phone number in both rows: the same for one person in two units, different ones for two people
row-means-several = Row { $row }: several people called { $name } are known ({ $count }); please give the phone number that is registered

sheet-headings-missing = These columns were not found: { $lacking }
sheet-heading-twice = The column “{ $heading }” is there twice, as where two lists stand side by side; please put one below the other
sheets-several = Several sheets of the file have a list (number { $places }); put them into one, or leave one
sheet-lists-nobody = There are headings, but nobody below them
sheet-missing = No such file: { $file }
sheet-ending-unknown = { $file }: expected one of these endings: { $endings }
sheet-too-large = { $file }: too large (or too large once opened out); at most { $limit } MB
sheet-not-readable = { $file }: not a table that can be read; it may be damaged. Please open it in Excel or WPS and save it as .xlsx
sheet-is-locked = { $file }: there is a password on it; please remove it first

table-ending-unknown = { $file }: expected one of these endings: { $endings }
table-not-writable = { $file }: can’t be written ({ $why })
table-too-long = Too many rows for Excel (more than { $limit }); please export to .csv or .json

column-number = Number
column-letter-kind = Kind of letter
column-received-at = Received
column-state = State
column-writer = Writer
column-member = Member
column-sector = Sector
column-unit = Unit
column-topic = Topic
column-answered-at = First answered
column-settled-at = Settled
column-outcome = Outcome
column-held-by-unit = With the unit
column-helped = Did it help
column-happened-on = Visited on
column-contact = Contact
column-visit-kind = Kind
column-note = What was done
column-good-deeds = Good deeds
column-logged-at = Logged
column-visit-state = State
column-confirmed = Confirmed
column-name = Name
column-phone = Phone
column-standing = Standing
standing-regular = 委员
standing-special = 特邀委员
standing-resident = 省市委员
standing-township = 镇级特邀委员
column-standing-committee = Standing committee
column-office = Office
column-began-on = Began
column-term = Term
column-session = Session
column-joined-on = Joined in mid-term
column-left-on = Left
column-post = Post
column-unit-kind = Kind of unit
column-joined-at = Joined
column-contact-kind = Kind
column-address = Workplace or home
column-registered-on = Registered
column-ended-on = Ended
column-ended-because = Why it ended
column-replaces = In the place of

cell-anonymous = Anonymous
cell-yes = 是
cell-no = 否
cell-leader = 主席会议成员
cell-visit-stands = stands
cell-visit-withdrawn = withdrawn
cell-visit-corrected = corrected
cell-confirmed-by-contact = confirmed by the contact
cell-confirmed-by-staff-from-paper = keyed in by staff from paper
cell-confirmed-disputed = disputed by the contact
cell-confirmed-by-nobody = by nobody
