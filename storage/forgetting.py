"""Erasing what is personal: a person who wants to be forgotten, and words that were kept long enough."""

from datetime import datetime
from typing import Any

from storage import activity_people, appraisal_picks, appraisals, letter_index
from storage.db import Tx
from storage.seal import sealed

_PERSONAL_DETAILS = frozenset({"old", "words", "reason", "text"})
"""What a person wrote, in the details of an event."""


async def person(tx: Tx, person_id: int, telegram_id: int | None, *, keep_number: bool) -> None:
    """Name, phone and number go, with all that leads to them; what they did stays, as somebody's."""
    await tx.run(
        """
        UPDATE people SET name = :name, name_key = :name, phone = NULL, forgotten_at = :now,
               telegram_id = CASE WHEN :keep THEN telegram_id END
        WHERE id = :id
        """,
        id=person_id,
        name="",
        now=tx.now,
        keep=keep_number,
    )
    await tx.run(
        """
        INSERT INTO anonymous_files (file_id, letter_id)
        SELECT DISTINCT a.file_id, MIN(l.id) FROM attachments a JOIN letter_entries e ON e.id = a.entry_id
        JOIN letters l ON l.id = e.letter_id
        WHERE l.writer_id = :id AND e.side = 'writer' AND a.file_id IS NOT NULL AND a.kind NOT IN ('photo', 'location')
        GROUP BY a.file_id ON CONFLICT DO NOTHING
        """,
        id=person_id,
    )
    await tx.run("UPDATE letters SET is_anonymous = TRUE WHERE writer_id = :id", id=person_id)
    await tx.run("UPDATE contacts SET person_id = NULL WHERE person_id = :id", id=person_id)
    await activity_people.forget(tx, person_id)
    await appraisals.forget(tx, person_id)
    await appraisal_picks.forget(tx, person_id)
    await tx.run("DELETE FROM snippets WHERE owner_id = :id", id=person_id)
    for table in ("dialogues", "searches", "albums", "pauses"):
        await tx.run(f"DELETE FROM {table} WHERE person_id = :id", id=person_id)
    # Which message in whose chat belongs to which letter: their chat has their number.
    await tx.run(
        """
        UPDATE letter_entries SET chat_id = NULL, message_id = NULL
        WHERE author_id = :id AND letter_id IN (SELECT id FROM letters WHERE writer_id = :id)
        """,
        id=person_id,
    )
    await tx.run("UPDATE letter_records SET phone = :none WHERE claimed_by_id = :id", none=sealed(""), id=person_id)
    if telegram_id is not None:
        await tx.run("DELETE FROM relays WHERE chat_id = :chat_id", chat_id=telegram_id)
        # The update that asks for it is done only now: it stays, so that it can't come a second time.
        await tx.run(
            "DELETE FROM inbox WHERE lane = :lane AND (done_at <> :now OR parked_at IS NOT NULL)",
            lane=telegram_id,
            now=tx.now,
        )


async def messages(tx: Tx, person_id: int) -> None:
    """What they were told and are still owed; but for what is in the air."""
    await tx.run(
        "DELETE FROM outbox WHERE person_id = :id AND (leased_until_at IS NULL OR sent_at IS NOT NULL)", id=person_id
    )


async def numbers_of_the_forgotten(tx: Tx) -> int:
    """What was in the air meanwhile goes, and a number that was kept so that a ban holds, when that is over."""
    them = "(SELECT id FROM people WHERE forgotten_at IS NOT NULL)"
    await tx.run(
        f"""
        DELETE FROM relays WHERE chat_id IN (SELECT chat_id FROM outbox WHERE person_id IN {them})
               AND letter_id IN (SELECT id FROM letters WHERE writer_id IN {them})
        """
    )
    await tx.run(f"DELETE FROM outbox WHERE person_id IN {them} AND (sent_at IS NOT NULL OR failed_at IS NOT NULL)")
    return await tx.run(
        """
        UPDATE people SET telegram_id = NULL
        WHERE forgotten_at IS NOT NULL AND telegram_id IS NOT NULL
              AND (banned_until_at IS NULL OR banned_until_at <= :now)
        """,
        now=tx.now,
    )


async def letters_to_erase(tx: Tx, before: datetime, limit: int, *, of_forgotten: bool) -> list[int]:
    """Letters that were over before then and still have their words."""
    whose = "AND writer_id IN (SELECT id FROM people WHERE forgotten_at IS NOT NULL)" if of_forgotten else ""
    rows = await tx.all(
        f"""
        SELECT id FROM letters WHERE settled_at IS NOT NULL AND erased_at IS NULL AND settled_at < :before {whose}
        ORDER BY settled_at LIMIT :limit
        """,
        before=before,
        limit=limit,
    )
    return [row["id"] for row in rows]


async def words_of(tx: Tx, letter_id: int) -> None:
    """Of a letter its number, its course and its grade stay, for the counts."""
    await tx.run(
        "UPDATE letters SET topic = :none, helped_words = NULL, erased_at = :now WHERE id = :id",
        none=sealed(""),
        now=tx.now,
        id=letter_id,
    )
    await tx.run("UPDATE letter_entries SET text = :none WHERE letter_id = :id", none=sealed(""), id=letter_id)
    await tx.run("UPDATE letter_notes SET text = :none WHERE letter_id = :id", none=sealed(""), id=letter_id)
    await tx.run("UPDATE brief_feedback SET words = NULL WHERE letter_id = :id", id=letter_id)
    await _empty_judgements(tx, letter_id)
    await tx.run("UPDATE letter_records SET phone = :none WHERE letter_id = :id", none=sealed(""), id=letter_id)
    await tx.run(
        "UPDATE answer_drafts SET pieces_json = :none_json, reason = NULL WHERE letter_id = :id",
        none_json=[],
        id=letter_id,
    )
    await tx.run(
        "DELETE FROM attachments WHERE entry_id IN (SELECT id FROM letter_entries WHERE letter_id = :id)", id=letter_id
    )
    for event in await tx.all("SELECT id, details_json FROM letter_events WHERE letter_id = :id", id=letter_id):
        await _empty(tx, event["id"], event["details_json"])
    await letter_index.renew_letter(tx, letter_id)


async def _empty_judgements(tx: Tx, letter_id: int) -> None:
    """What its writer said of the result, in the course of the briefs that it went into."""
    rows = await tx.all(
        """
        SELECT e.id, e.details_json FROM brief_events e
        WHERE e.kind IN ('judged', 'sent-back')
          AND e.brief_id IN (SELECT f.brief_id FROM brief_feedback f WHERE f.letter_id = :id)
        """,
        id=letter_id,
    )
    for row in rows:
        details = row["details_json"]
        if details.get("letter") == letter_id:
            emptied = {name: "" if name in ("words", "reason") else value for name, value in details.items()}
            await tx.run(
                "UPDATE brief_events SET details_json = :details_json WHERE id = :id",
                details_json=emptied,
                id=row["id"],
            )


async def _empty(tx: Tx, event_id: int, details: dict[str, Any]) -> None:
    emptied = {name: "" if name in _PERSONAL_DETAILS else value for name, value in details.items()}
    if emptied != details:
        await tx.run(
            "UPDATE letter_events SET details_json = :details_json WHERE id = :id", details_json=emptied, id=event_id
        )


async def visits(tx: Tx, before: datetime, limit: int) -> int:
    """Notes and pictures of visits from before then; that they were made stays. How many."""
    rows = await tx.all(
        "SELECT id FROM visits WHERE erased_at IS NULL AND happened_on < :before ORDER BY id LIMIT :limit",
        before=before.date(),
        limit=limit,
    )
    for row in rows:
        await tx.run(
            "UPDATE visits SET note = :none, erased_at = :now WHERE id = :id", none=sealed(""), now=tx.now, id=row["id"]
        )
        await tx.run("DELETE FROM attachments WHERE visit_id = :id", id=row["id"])
        await tx.run("UPDATE visit_confirmations SET words = NULL, answer = NULL WHERE visit_id = :id", id=row["id"])
        await tx.run("UPDATE good_deeds SET dispute = NULL WHERE visit_id = :id", id=row["id"])
    return len(rows)
