### Invitations

role-office = the office
role-member = member
role-leader = leader
role-staff = staff
role-of-unit = { $role }, { $unit }
invitation-has-no-unit = Someone invited as { $role } belongs to no unit: please leave it out.
invitation-unit-is-of-other-kind = “{ $unit }” does not fit: staff belongs to a unit of the committee, a department’s people to a department.
unit-name-is-no-name = Please write the name of the unit, at most { $limit } characters.
unit-has-nobody = Nobody of { $unit } has joined yet, so a letter would not be seen. Please have the office invite its people first (/invite), or choose another.
unit-is-unknown = There is no such unit any more. Please choose another.
role-department = department

invitation-unknown = This invitation is not valid; perhaps a part of the link is missing. Please ask the office.
invitation-used = This invitation has been used already. Each works once; please ask the office for another.
invitation-expired = This invitation ended on { $expired }. Please ask the office for another.
too-many-wrong-codes = Several links you tried were wrong. Please try again after { $until }, or ask the office for a new one.
invitation-for-someone-else = This invitation is for someone else: you have joined as “{ $name }”. Please pass the link on.
invited-person-joined = { $name } has accepted the invitation, as: { $role }.

name-means-several = Several people are called “{ $name }”. After the name, please add their sector, unit or the end of their phone number:

    { $people }
one-of-several = { $name } { $sector } { $unit }, phone ends in { $phone }
name-is-no-name = Please write a name of at most { $limit } characters.
invite-button-all = Members not joined
invite-button-all-units = Units’ people
invite-nobody-left = Nobody is left who has not joined. For the members of one unit, write: /invite all UNIT; for its people: /invite units UNIT
invitation-slips-of-units =
    People of units who have not joined: { $count }. Their slips are ready, eight to a page, to print, cut and hand over.

    Each works once, for its person, until { $until }. Earlier invitations of theirs that nobody used are void.
invitation-slips =
    Members who have not joined: { $count }. Their slips are ready, eight to a page, to print, cut and hand over.

    Each works once, for its member, until { $until }. Earlier invitations of these members that nobody used are void.
slip-title = Join “Lianxin”
slip-scan = Scan with Telegram or the camera, then press “Start”.
slip-once = For you alone, and once; please don't pass it on.
slip-until = Valid until { $until }

revoke-nobody = Nobody called “{ $name }” has this role: { $role }
revoke-not-for-members = Members leave by the list: write the day into the column 离任日期 and run lianxin import members
revoke-last-of-office = { $name } is the only one of the office who has joined: nobody would see the letters. Invite who takes over first (lianxin invite office), and wait until they have joined
role-was-revoked = You no longer have this role: { $role }. Its buttons have stopped working; please ask the office if that surprises you. Send /start to see what you can do now.
