### The roster

command-roster = Roster: how many, a new list

roster-shown =
    <b>Members</b>{ $session }
    In office: { $serving }; joined the bridge: { $joined }.

    For a new list, send the table (.xlsx, .xls, .ods or .csv) to this chat.
    Columns: 姓名, 界别, 手机, 政协工委, 类别, 常委, 职务, 任职日期, 届, 次, 届中加入日期, 离任日期. Name and sector are needed; an empty cell changes nothing.
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
roster-more-lines = · and { $count } rows more
roster-button-take = Import
roster-refused =
    <b>{ $file }</b>
    { $count } things are to be mended; nothing was written. Please send it again.

    { $lines }
roster-taken =
    <b>{ $file }</b> was imported
    { $added } added, { $updated } updated, { $left } left, { $unchanged } unchanged; { $elsewhere } in office are not in it and stay as they are.
roster-given-up = { $file } was not imported.
roster-list-is-decided = This list is done with, or you have sent another one since.
roster-list-not-fetched = { $file } could not be fetched from Telegram; please send it again.
roster-list-changed = Things have changed since you were shown this list; it can't be imported as it was. Please send the file again.
