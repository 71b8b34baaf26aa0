"""Someone known by name alone turns out to be a Telegram user whom we know as somebody else: they become one."""

from storage import activity_people, letter_index
from storage.db import Tx
from storage.seal import sealed

REFERENCES = (
    ("letters", "writer_id"),
    ("letter_entries", "author_id"),
    ("letter_events", "by_id"),
    ("letter_notes", "author_id"),
    ("snippets", "owner_id"),
    ("letter_records", "by_id"),
    ("letter_records", "claimed_by_id"),
    ("record_tellings", "told_by_id"),
    ("answer_drafts", "author_id"),
    ("answer_drafts", "decided_by_id"),
    ("dialogues", "person_id"),
    ("searches", "person_id"),
    ("outbox", "person_id"),
    ("contacts", "person_id"),
    ("invitations", "invited_by_id"),
    ("invitations", "person_id"),
    ("forms", "decided_by_id"),
    ("publications", "decided_by_id"),
    ("visit_confirmations", "said_by_id"),
    ("openings", "asked_by_id"),
    ("openings", "decided_by_id"),
    ("bans", "person_id"),
    ("bans", "by_id"),
    ("bans", "lifted_by_id"),
    ("activities", "made_by_id"),
    ("lecture_orders", "ordered_by_id"),
    ("asked_figures", "person_id"),
    ("bulletins", "made_by_id"),
    ("appraisals", "made_by_id"),
    ("appraisals", "closed_by_id"),
    ("appraisal_objections", "decided_by_id"),
    ("appraisal_picks", "decided_by_id"),
    ("appraisal_talks", "recorded_by_id"),
    ("matters", "created_by_id"),
    ("briefs", "author_id"),
    ("brief_events", "by_id"),
    ("matter_letters", "added_by_id"),
)
"""Columns that become the other's when two people turn out to be one. Tables where both may have a row stand below."""


async def move_telegram(tx: Tx, telegram_id: int, to_person_id: int) -> None:
    """A person whom we knew by name alone turns out to be this Telegram user; both histories become one.

    Whoever the user was before (a constituent who wrote first and joined as a member later) is merged into
    ``to_person_id``.
    """
    old = await tx.value("SELECT id FROM people WHERE telegram_id = :telegram_id", telegram_id=telegram_id)
    if old == to_person_id:
        return
    if old is not None:
        await _merge(tx, old, to_person_id)
    await tx.run(
        "UPDATE people SET telegram_id = :telegram_id, joined_at = :now, blocked_at = NULL WHERE id = :id",
        telegram_id=telegram_id,
        now=tx.now,
        id=to_person_id,
    )


async def _merge(tx: Tx, old: int, new: int) -> None:
    await letter_index.pass_to(tx, old, new)
    await activity_people.pass_to(tx, old, new)
    for table, column in REFERENCES:
        await tx.run(f"UPDATE {table} SET {column} = :new WHERE {column} = :old", old=old, new=new)
    await tx.run(
        """
        INSERT INTO roles (person_id, role, granted_at)
        SELECT CAST(:new AS BIGINT), role, granted_at FROM roles WHERE person_id = :old ON CONFLICT DO NOTHING
        """,
        old=old,
        new=new,
    )
    await tx.run("DELETE FROM roles WHERE person_id = :old", old=old)
    await tx.run("DELETE FROM pauses WHERE person_id = :old", old=old)
    await tx.run(
        """
        INSERT INTO unit_people (unit_id, person_id, joined_at, post)
        SELECT unit_id, CAST(:new AS BIGINT), joined_at, post FROM unit_people WHERE person_id = :old
        ON CONFLICT DO NOTHING
        """,
        old=old,
        new=new,
    )
    await tx.run("DELETE FROM unit_people WHERE person_id = :old", old=old)
    await tx.run(
        "UPDATE people SET telegram_id = NULL, phone = NULL, name = :nobody, name_key = '' WHERE id = :old",
        nobody=sealed(""),
        old=old,
    )
