"""What points are given for: of each line of a table one statement, that counts for many and lists for one.

A row is one of what is counted: ``member_id``, ``id``, ``kind``, and its day (``happened_on``) or moment
(``happened_at``). Nobody's words are read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.appraisal import Merit, Rule
from domain.visits import IN_PERSON
from storage.db import Row, Tx
from storage.totals import Scope


@dataclass(frozen=True)
class Span:
    """The part of a year that counts: from its first day until the last one, which ends at ``end``; and what is over
    ``now``."""

    year: int
    first: date
    last: date
    begin: datetime
    end: datetime
    now: datetime


@dataclass(frozen=True)
class Among:
    """These members: a ``Scope`` for the part of a committee that is in hand."""

    ids: tuple[int, ...]

    def sql(self, column: str) -> str:
        return f"AND {column} IN ({', '.join(str(int(number)) for number in self.ids) or '-1'})"


Whose = Scope | Among


async def listed(tx: Tx, rule: Rule, scope: Whose, span: Span) -> list[Row]:
    """Everything that a line counts, the oldest first; of answers and papers also those that came too late."""
    column = "happened_on" if rule.what in _BY_DAY else "happened_at"
    return await tx.all(f"SELECT e.* FROM ({_statement(rule, scope)}) e ORDER BY e.{column}, e.id", **_params(span))


async def counted(tx: Tx, rule: Rule, scope: Whose, span: Span) -> dict[int, int]:
    """Member's id → how many rows ``listed`` has of them."""
    rows = await tx.all(
        f"SELECT e.member_id, COUNT(*) AS many FROM ({_statement(rule, scope)}) e GROUP BY e.member_id",
        **_params(span),
    )
    return {row["member_id"]: row["many"] for row in rows}


def _statement(rule: Rule, scope: Whose) -> str:
    sql, member, kind = _STATEMENTS[rule.what]
    kinds = rule.kinds
    if rule.what is Merit.PEOPLE and not kinds:
        kinds = tuple(sorted(IN_PERSON))
    among = ", ".join(f"'{each}'" for each in kinds)
    return sql.format(also=f"{scope.sql(member)} {f'AND {kind} IN ({among})' if kinds else ''}")


def _params(span: Span) -> Row:
    """More than a statement needs does no harm."""
    return {
        "year": span.year,
        "first_on": span.first,
        "last_on": span.last,
        "begin": span.begin,
        "end": span.end,
        "now": span.now,
    }


_BY_DAY = frozenset({Merit.CONTACTS, Merit.VISITS, Merit.PEOPLE, Merit.GOOD_DEEDS, Merit.DIARY})

_LETTER = """
    SELECT l.member_id, l.id, l.kind, l.received_at AS happened_at, l.answered_at, l.owed_since_at FROM letters l
    WHERE l.received_at >= :begin AND l.received_at < :end AND l.member_id IS NOT NULL
"""
_PART = """
    SELECT p.member_id, a.id, a.kind, a.begins_at AS happened_at
    FROM activity_people p JOIN activities a ON a.id = p.activity_id
    WHERE p.member_id IS NOT NULL AND a.cancelled_at IS NULL AND a.begins_at >= :begin AND a.begins_at < :end
"""

_STATEMENTS: Mapping[Merit, tuple[str, str, str]] = {
    Merit.CONTACTS: (
        """
        SELECT c.member_id, c.id, c.kind, c.registered_on AS happened_on FROM contacts c
        WHERE c.registered_on <= :last_on AND (c.ended_on IS NULL OR c.ended_on > :last_on)
              {also}
        """,
        "c.member_id",
        "c.kind",
    ),
    Merit.VISITS: (
        """
        SELECT v.member_id, v.id, v.kind, v.happened_on FROM visits v
        WHERE v.withdrawn_at IS NULL AND v.happened_on BETWEEN :first_on AND :last_on {also}
        """,
        "v.member_id",
        "v.kind",
    ),
    Merit.PEOPLE: (
        """
        SELECT v.member_id, v.contact_id AS id, '' AS kind, MIN(v.happened_on) AS happened_on FROM visits v
        WHERE v.withdrawn_at IS NULL AND v.happened_on BETWEEN :first_on AND :last_on {also}
        GROUP BY v.member_id, v.contact_id
        """,
        "v.member_id",
        "v.kind",
    ),
    Merit.GOOD_DEEDS: (
        """
        SELECT g.member_id, g.id, g.state AS kind, g.happened_on FROM good_deeds g
        WHERE g.withdrawn_at IS NULL AND g.state <> 'promised' AND g.happened_on BETWEEN :first_on AND :last_on {also}
        """,
        "g.member_id",
        "g.state",
    ),
    Merit.LETTERS_ANSWERED: (_LETTER + " AND l.answered_at IS NOT NULL {also}", "l.member_id", "l.kind"),
    # A letter that its writer took back, or that was returned, waits for nobody's answer.
    Merit.LETTERS_LATE: (
        _LETTER + " AND (l.answered_at IS NOT NULL OR l.settled_at IS NULL) {also}",
        "l.member_id",
        "l.kind",
    ),
    Merit.BRIEFS: (
        """
        SELECT b.member_id, b.id, b.kind, b.handed_in_at AS happened_at FROM briefs b
        WHERE b.member_id IS NOT NULL AND b.handed_in_at >= :begin AND b.handed_in_at < :end
              AND b.state NOT IN ('draft', 'handed-in', 'returned') {also}
        """,
        "b.member_id",
        "b.kind",
    ),
    Merit.ACTIVITIES: (_PART + " AND p.signed_in_at IS NOT NULL {also}", "p.member_id", "a.kind"),
    # Where nobody signed in, no list was kept, and nobody is said to have been absent; nor is who gives the lecture.
    Merit.ABSENCES: (
        _PART
        + """
        AND p.attendance = 'coming' AND p.signed_in_at IS NULL AND a.ends_at <= :now
        AND EXISTS (SELECT 1 FROM activity_people o WHERE o.activity_id = a.id AND o.signed_in_at IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM lecture_orders l WHERE l.activity_id = a.id AND l.taken_by_id = p.member_id)
        {also}
        """,
        "p.member_id",
        "a.kind",
    ),
    Merit.SPEECHES: (
        """
        SELECT p.member_id, n.id, n.kind, n.noted_at AS happened_at FROM activity_notes n
        JOIN activity_people p ON p.activity_id = n.activity_id AND p.person_id = n.person_id
        WHERE p.member_id IS NOT NULL AND n.noted_at >= :begin AND n.noted_at < :end {also}
        """,
        "p.member_id",
        "n.kind",
    ),
    Merit.LECTURES: (
        """
        SELECT o.taken_by_id AS member_id, o.id, '' AS kind, a.begins_at AS happened_at
        FROM lecture_orders o JOIN activities a ON a.id = o.activity_id
        JOIN activity_people p ON p.activity_id = a.id AND p.member_id = o.taken_by_id
        WHERE a.cancelled_at IS NULL AND (p.attendance = 'coming' OR p.signed_in_at IS NOT NULL)
              AND a.begins_at >= :begin AND a.begins_at < :end AND a.ends_at <= :now {also}
        """,
        "o.taken_by_id",
        "''",
    ),
    Merit.RECEPTIONS: (
        """
        SELECT s.member_id, s.id, s.kind, s.begins_at AS happened_at FROM reception_slots s
        WHERE s.cancelled_at IS NULL AND s.begins_at >= :begin AND s.begins_at < :end AND s.ends_at <= :now {also}
        """,
        "s.member_id",
        "s.kind",
    ),
    Merit.DIARY: (
        """
        SELECT d.member_id, d.id, '' AS kind, d.happened_on FROM diary_entries d
        WHERE d.removed_at IS NULL AND d.happened_on BETWEEN :first_on AND :last_on {also}
        """,
        "d.member_id",
        "''",
    ),
    Merit.FORM: (
        """
        SELECT f.member_id, f.id, '' AS kind, f.handed_in_at AS happened_at FROM forms f
        WHERE f.year = :year AND f.state <> 'returned' {also}
              AND NOT EXISTS (SELECT 1 FROM forms n WHERE n.member_id = f.member_id AND n.year = f.year AND n.id > f.id)
        """,
        "f.member_id",
        "''",
    ),
    Merit.SUMMARY: (
        """
        SELECT y.member_id, y.year AS id, '' AS kind, y.handed_in_at AS happened_at FROM yearly_summaries y
        WHERE y.year = :year AND y.handed_in_at IS NOT NULL {also}
        """,
        "y.member_id",
        "''",
    ),
}
"""Of each merit: what is counted, and the columns of its member and of its kind."""

_NAMES: Mapping[Merit, str] = {
    Merit.CONTACTS: "SELECT c.id, c.name FROM contacts c WHERE c.id",
    Merit.PEOPLE: "SELECT c.id, c.name FROM contacts c WHERE c.id",
    Merit.VISITS: """
        SELECT v.id, c.name, v.withdrawn_at, f.verdict FROM visits v JOIN contacts c ON c.id = v.contact_id
        LEFT JOIN visit_confirmations f ON f.visit_id = v.id WHERE v.id
    """,
    Merit.GOOD_DEEDS: "SELECT g.id, c.name FROM good_deeds g JOIN contacts c ON c.id = g.contact_id WHERE g.id",
    Merit.LETTERS_ANSWERED: "SELECT l.id, l.number AS name FROM letters l WHERE l.id",
    Merit.LETTERS_LATE: "SELECT l.id, l.number AS name FROM letters l WHERE l.id",
    Merit.ACTIVITIES: "SELECT a.id, a.title AS name FROM activities a WHERE a.id",
    Merit.ABSENCES: "SELECT a.id, a.title AS name FROM activities a WHERE a.id",
    Merit.SPEECHES: """
        SELECT n.id, a.title AS name FROM activity_notes n JOIN activities a ON a.id = n.activity_id WHERE n.id
    """,
    Merit.LECTURES: "SELECT o.id, o.topic AS name FROM lecture_orders o WHERE o.id",
    Merit.RECEPTIONS: "SELECT s.id, s.place AS name FROM reception_slots s WHERE s.id",
    Merit.BRIEFS: "SELECT b.id, b.year, b.running FROM briefs b WHERE b.id",
}


async def named(tx: Tx, what: Merit, ids: Sequence[int]) -> dict[int, Row]:
    """Id → ``name``: of the contact, the activity, the letter (its number) …; of a brief ``year`` and ``running``, of a
    visit also ``verdict``, what the contact says of it, and ``withdrawn_at``."""
    sql = _NAMES.get(what)
    if sql is None or not ids:
        return {}
    rows = await tx.all(f"{sql} IN ({', '.join(str(int(number)) for number in ids)})")
    return {row["id"]: row for row in rows}
