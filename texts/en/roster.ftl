### The roster

command-roster = Roster: how many, a new list

roster-shown =
    <b>Members</b>{ $session }
    In office: { $serving }; joined “Lianxin”: { $joined }.

    For a new list, send the table (.xlsx, .xls, .ods or .csv) to this chat.
    Columns: 姓名, 界别, 手机, 政协工委, 类别, 常委, 职务, 任职日期, 届, 次, 届中加入日期, 离任日期. Name and sector are needed; an empty cell changes nothing.
    The people of units are sent the same way. Columns: 单位, 姓名, 单位类别, 手机, 职务, 离任日期. Unit and name are needed.
    You see what would change first; nothing is written before you press “Import”.
session-name = { " " }— session { $number } of term { $term }
session-out-of-order = The order of the days does not fit the order of the sessions.
cli-help-session = Record a session of a term and its first day (lianxin session 15 3 --from 2026-01-10)
cli-session-numbers = Term and session are whole numbers above 0
cli-session-recorded = Recorded: session { $number } of term { $term }, from { $day } on.

roster-file-came = { $file } has arrived and is being read; you will see what it would change.
roster-preview =
    <b>{ $file }</b>
    { $added } added, { $updated } updated, { $left } leaving, { $unchanged } unchanged; { $elsewhere } in office are not in it and stay as they are.

    { $lines }
roster-nothing-new = The same as what is known; nothing to change.
roster-line-added = · Row { $row }: new, { $name } ({ $sector }, { $unit })
roster-line-updated =
    · Row { $row }: { $name }
    { $changes }
roster-line-left = · Row { $row }: { $name } leaves on { $left }
roster-change-from-to = { "   " }{ $what }: { $before } → { $after }
roster-change-phone = { "   " }a new phone number
roster-change-standing = { "   " }another kind of member
roster-change-is-standing-committee = { "   " }standing committee changed
roster-change-is-leader = { "   " }becomes a leader
roster-change-began-on = { "   " }another day of beginning
roster-change-joined-on = { "   " }another day of joining in mid-term
roster-change-left-on = { "   " }leaves
roster-change-serves-again = { "   " }serves again
roster-more-lines = · and { $count } more
roster-button-take = Import
roster-refused =
    <b>{ $file }</b>
    { COUNT($count) ->
        [one] { $count } thing has to be corrected
       *[other] { $count } things have to be corrected
    }; nothing was written. Please send it again.

    { $lines }
roster-taken =
    <b>{ $file }</b> was imported
    { $added } added, { $updated } updated, { $left } left, { $unchanged } unchanged; { $elsewhere } in office are not in it and stay as they are.
unit-list-preview =
    <b>{ $file }</b> – people of units
    New units: { $units }; people: { $added } added, { $updated } updated, { $left } leaving, { $unchanged } unchanged.

    { $lines }
unit-list-new-unit = · New unit: { $unit } ({ $kind })
unit-list-line-added = · Row { $row }: new, { $name } ({ $unit }, { $post })
unit-list-line-left = · Row { $row }: { $name } leaves { $unit } on { $left }
unit-list-line-updated =
    · Row { $row }: { $name } ({ $unit })
    { $changes }
unit-list-change-phone = { "   " }a new phone number
unit-list-change-joins = { "   " }joins { $unit }
unit-list-change-post = { "   " }post: { $before } → { $post }
unit-list-taken =
    <b>{ $file }</b> was imported
    New units: { $units }; people: { $added } added, { $updated } updated, { $left } left, { $unchanged } unchanged.
roster-list-is-neither = Neither the columns of a list of members (姓名, 界别) nor those of a list of units' people (单位, 姓名) were found
roster-button-units = Units and people
units-shown =
    <b>Units and their people</b>

    { $lines }
units-none = There are no units yet. Please send the list of units and their people (a table) to this chat.
units-line = · { $unit } ({ $kind }): people { $people }, joined { $joined }
unit-people-shown =
    <b>{ $unit }</b> ({ $kind })

    { $lines }
unit-people-none = (nobody yet)
unit-people-line = · { $name } { $post } { $phone } { $state }
unit-people-joined = joined
unit-people-not-joined = not joined
unit-was-invited-since = Invitations for { $unit } were made since you opened this. To make them anew, please open the unit again.
unit-people-button-invite = Invite the others
roster-given-up = { $file } was not imported.
roster-list-is-decided = This list is done with, or you have sent another one since.
roster-list-not-fetched = { $file } could not be fetched from Telegram; please send it again.
roster-list-changed = Things have changed since you were shown this list; it can't be imported as it was. Please send the file again.
