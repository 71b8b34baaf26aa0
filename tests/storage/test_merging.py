"""Two people who turn out to be one: what was the one's is the other's."""

from storage.merging import REFERENCES
from storage.schema import metadata

BOTH_MAY_HAVE_IT = {
    *{"roles.person_id", "unit_people.person_id", "pauses.person_id", "activity_people.person_id"},
    *{"pool_people.person_id", "activity_notes.person_id", "slot_bookings.person_id"},
}
"""Passed on by statements of their own, for the other may have such a row too."""
STAYS = {
    "albums.person_id": "which piece of an album was answered: it passes",
    "letter_records.writer_id": "a writer who has no Telegram and is nobody who could join",
    "audit.person_id": "each row has the hash of those before it; who did it had a role",
    **dict.fromkeys(
        ("members.person_id", "group_visits.organiser_id", "reminders.person_id", "due_lines.person_id"),
        "a member's: whoever has a role already is not merged",
    ),
    **dict.fromkeys(("roster_files.sent_by_id", "visits.keyed_by_id"), "the office's or a unit's: likewise"),
}


def test_every_column_that_refers_to_people_is_passed_on_or_stays_for_a_reason() -> None:
    referring = {
        f"{table.name}.{column.name}"
        for table in metadata.tables.values()
        for column in table.columns
        if any(key.column.table.name == "people" for key in column.foreign_keys)
    }
    passed_on = {f"{table}.{column}" for table, column in REFERENCES}
    assert referring == passed_on | BOTH_MAY_HAVE_IT | STAYS.keys()
    assert not passed_on & (BOTH_MAY_HAVE_IT | STAYS.keys())
