### Invitations

role-office = the office
role-member = member
role-leader = leader
role-staff = staff
role-department = department

invitation-unknown = This invitation is not valid; perhaps a part of the link is missing. Please ask the office.
invitation-used = This invitation has been used already. Each works once; please ask the office for another.
invitation-expired = This invitation ended on { $expired }. Please ask the office for another.
invitation-for-someone-else = This invitation is for someone else: you have joined as “{ $name }”. Please pass the link on.
invited-person-joined = { $name } has accepted the invitation, as: { $role }.

name-means-several = Several people are called “{ $name }”. After the name, please add their sector, unit or the end of their phone number:

    { $people }
one-of-several = { $name } { $sector } { $unit }, phone ends in { $phone }
name-is-no-name = Please write a name of at most { $limit } characters.
