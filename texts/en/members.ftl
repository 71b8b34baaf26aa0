### The list of members

members-by-sector = <b>Members</b> ({ $count })

    Please choose a sector, or send: /members NAME
members-of-sector = <b>{ $sector }</b>

    { $lines }
members-found = { $lines }
member-line = { $name } ({ $sector })
member-line-with-unit = { $name } ({ $sector }, { $unit })
sector-with-count = { $sector } ({ $count })
sector-not-known = sector to follow
write-to-member = ✉️ Write to { $name }
members-none-found = Nobody on the list fits “{ $words }”. Please try another name, sector or township.
members-none-yet = The list of members is not here yet. You can write all the same; the office will pass it on.
