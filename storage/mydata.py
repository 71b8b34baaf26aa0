"""All that is stored about one person, table by table; a test holds it to the schema."""

from collections.abc import Mapping

from storage import merging
from storage.db import Row, Tx

MOST = 5000
"""Rows of one table: who works in the office leaves traces in thousands of letters."""

_MINE = "letter_id IN (SELECT id FROM letters WHERE writer_id = :id)"
_MY_VISITS = "IN (SELECT v.id FROM visits v JOIN contacts c ON c.id = v.contact_id WHERE c.person_id = :id)"

_OWN = "member_id IN (SELECT m.id FROM members m WHERE m.person_id = :id)"

_MY_PICKS = f"""
    IN (SELECT k.id FROM appraisal_picks k JOIN appraised_members d ON d.id = k.appraised_id WHERE d.{_OWN})
"""

TABLES: Mapping[str, str] = {
    "people": "id = :id",
    "roles": "person_id = :id",
    "unit_people": "person_id = :id",
    "members": "person_id = :id",
    "letters": "writer_id = :id",
    "letter_entries": f"author_id = :id OR {_MINE}",
    "letter_events": f"by_id = :id OR {_MINE}",
    "letter_notes": "author_id = :id",
    "answer_drafts": "author_id = :id OR decided_by_id = :id",
    "snippets": "owner_id = :id",
    "roster_files": "sent_by_id = :id",
    "letter_records": "writer_id = :id OR by_id = :id OR claimed_by_id = :id",
    "record_tellings": "told_by_id = :id",
    "openings": f"asked_by_id = :id OR decided_by_id = :id OR {_MINE} AND opened_at IS NOT NULL",
    "bans": "person_id = :id OR by_id = :id OR lifted_by_id = :id",
    "pauses": "person_id = :id",
    "contacts": "person_id = :id",
    "visits": f"id {_MY_VISITS}",
    "good_deeds": f"visit_id {_MY_VISITS}",
    "group_visits": "organiser_id = :id",
    "diary_entries": _OWN,
    "yearly_summaries": _OWN,
    "appraisals": "made_by_id = :id OR closed_by_id = :id",
    "appraised_members": _OWN,
    "appraisal_objections": f"decided_by_id = :id OR appraised_id IN (SELECT id FROM appraised_members WHERE {_OWN})",
    "appraisal_picks": f"decided_by_id = :id OR appraised_id IN (SELECT id FROM appraised_members WHERE {_OWN})",
    "appraisal_talks": f"recorded_by_id = :id OR pick_id {_MY_PICKS}",
    "visit_confirmations": "said_by_id = :id",
    "forms": "decided_by_id = :id",
    "matters": "created_by_id = :id",
    "matter_letters": f"added_by_id = :id OR {_MINE}",
    "briefs": "author_id = :id",
    "brief_events": "by_id = :id",
    "brief_feedback": _MINE,
    "publications": f"decided_by_id = :id OR {_MINE}",
    "activities": "made_by_id = :id",
    "activity_people": "person_id = :id",
    "activity_notes": "person_id = :id",
    "pool_people": "person_id = :id",
    "slot_bookings": "person_id = :id",
    "lecture_orders": "ordered_by_id = :id",
    "dialogues": "person_id = :id",
    "searches": "person_id = :id",
    "albums": "person_id = :id",
    "asked_figures": "person_id = :id",
    "bulletins": "made_by_id = :id",
    "invitations": "person_id = :id OR invited_by_id = :id",
    "reminders": "person_id = :id",
    "due_lines": "person_id = :id",
    "audit": "person_id = :id",
    "outbox": "person_id = :id",
}
"""Which rows are about a person (and, of letters, belong to theirs). What someone else wrote about them is in the rows
of their letters and visits."""

_SECRETS = frozenset({"name_key", "code_hash", "tokens", "figures_json"})
"""Codes of ours, of which nothing can be read; and a bulletin's figures, which are about everyone else."""


_OF_PEOPLE = frozenset(column for _, column in merging.REFERENCES)


async def of(tx: Tx, person_id: int) -> dict[str, list[Row]]:
    """Rows by table, oldest first; tables without any are left out."""
    found = {}
    for table, whose in TABLES.items():
        rows = await tx.all(f"SELECT * FROM {table} WHERE {whose} ORDER BY 1 LIMIT :most", id=person_id, most=MOST)
        if rows:
            found[table] = [_of(row, person_id) for row in rows]
    return found


def _of(row: Row, person_id: int) -> Row:
    """Without others' numbers, by which somebody whom the office knows by a letter could be told to be somebody whom it
    knows by name."""
    return {
        name: each
        for name, each in row.items()
        if name not in _SECRETS and (name not in _OF_PEOPLE or each == person_id)
    }
