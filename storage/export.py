"""Everything of one kind, oldest first, read a page at a time: what goes out as a table."""

from collections.abc import AsyncIterator

from storage import units
from storage.db import Row, Tx

PAGE = 1000

_LETTERS = """
    SELECT l.id, l.number, l.kind, l.topic, l.state, l.received_at, l.answered_at, l.settled_at, l.outcome, l.helped,
           l.is_anonymous, CASE WHEN l.is_anonymous THEN NULL ELSE w.name END AS writer,
           h.name AS member, m.sector, u.name AS unit, held.name AS held_by_unit
    FROM letters l JOIN people w ON w.id = l.writer_id
         LEFT JOIN members m ON m.id = l.member_id LEFT JOIN people h ON h.id = m.person_id
         LEFT JOIN units u ON u.id = m.unit_id LEFT JOIN units held ON held.id = l.unit_id
    WHERE l.id > :last ORDER BY l.id LIMIT :page
"""

_VISITS = """
    SELECT v.id, v.happened_on, v.kind, v.note, v.logged_at, v.withdrawn_at, c.name AS contact, h.name AS member,
           m.sector, EXISTS (SELECT 1 FROM visits n WHERE n.replaces_id = v.id) AS is_corrected,
           f.how AS confirmed_how, f.verdict
    FROM visits v JOIN contacts c ON c.id = v.contact_id
         JOIN members m ON m.id = v.member_id JOIN people h ON h.id = m.person_id
         LEFT JOIN visit_confirmations f ON f.visit_id = v.id
    WHERE v.id > :last ORDER BY v.id LIMIT :page
"""

_MEMBERS = """
    SELECT m.id, p.name, p.phone, p.joined_at, p.blocked_at, m.sector, u.name AS unit, m.standing,
           m.is_standing_committee, m.began_on, m.joined_on, m.left_on,
           EXISTS (SELECT 1 FROM roles r WHERE r.person_id = p.id AND r.role = 'leader') AS is_leader
    FROM members m JOIN people p ON p.id = m.person_id LEFT JOIN units u ON u.id = m.unit_id
    WHERE m.left_on IS NULL AND m.id > :last ORDER BY m.id LIMIT :page
"""

_CONTACTS = """
    SELECT c.id, c.name, c.kind, c.phone, c.address, c.registered_on, c.ended_on, c.ended_because,
           h.name AS member, m.sector, o.name AS replaces
    FROM contacts c LEFT JOIN contacts o ON o.id = c.replaces_id
         JOIN members m ON m.id = c.member_id JOIN people h ON h.id = m.person_id
    WHERE c.id > :last ORDER BY c.id LIMIT :page
"""


_ACTIVITIES = """
    SELECT a.id, a.title, a.kind, u.name AS unit, a.place, a.begins_at, a.ends_at, a.capacity, a.cancelled_at,
           COUNT(p.id) AS invited,
           COUNT(CASE WHEN p.attendance = 'coming' THEN 1 END) AS coming,
           COUNT(p.signed_in_at) AS signed_in,
           COUNT(CASE WHEN p.grade = 'satisfied' THEN 1 END) AS satisfied,
           COUNT(CASE WHEN p.grade = 'mostly' THEN 1 END) AS mostly,
           COUNT(CASE WHEN p.grade = 'dissatisfied' THEN 1 END) AS dissatisfied
    FROM activities a LEFT JOIN units u ON u.id = a.unit_id LEFT JOIN activity_people p ON p.activity_id = a.id
    WHERE a.id > :last GROUP BY a.id, u.name ORDER BY a.id LIMIT :page
"""


def letters(tx: Tx) -> AsyncIterator[Row]:
    """``writer`` is None for an anonymous letter: that name does not leave the database."""
    return _paged(tx, _LETTERS)


async def visits(tx: Tx) -> AsyncIterator[Row]:
    """The whole log, with what was withdrawn and corrected; ``good_deeds`` of each as rows: what, state, due_on."""
    async for row in _paged(tx, _VISITS):
        yield row | {"good_deeds": await _good_deeds(tx, row["id"])}


def members(tx: Tx) -> AsyncIterator[Row]:
    """All who serve now."""
    return _paged(tx, _MEMBERS)


async def unit_people(tx: Tx) -> AsyncIterator[Row]:
    """Everyone who belongs to a unit or department, unit by unit."""
    for unit in await units.counted(tx):
        for one in await units.roll(tx, unit["id"]):
            yield one | {"unit": unit["name"], "kind": unit["kind"]}


def contacts(tx: Tx) -> AsyncIterator[Row]:
    """All who are or were registered."""
    return _paged(tx, _CONTACTS)


def activities(tx: Tx) -> AsyncIterator[Row]:
    """All that were ever made, with how many were invited, came and judged: numbers, no names."""
    return _paged(tx, _ACTIVITIES)


async def _paged(tx: Tx, sql: str) -> AsyncIterator[Row]:
    last = 0
    while rows := await tx.all(sql, last=last, page=PAGE):
        for row in rows:
            yield row
        last = rows[-1]["id"]


async def _good_deeds(tx: Tx, visit_id: int) -> list[Row]:
    return await tx.all(
        "SELECT what, state, due_on FROM good_deeds WHERE visit_id = :visit_id ORDER BY id", visit_id=visit_id
    )
