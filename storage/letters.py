"""Letters, their numbers and their log."""

from collections.abc import Container, Sequence
from datetime import datetime
from typing import Any

from domain.letter_kinds import LetterKind, Mark
from domain.letters import OF_WRITER, EventKind, Grade, Letter, LetterState, Outcome
from storage import letter_index
from storage.db import Row, Tx
from storage.seal import sealed

COLUMNS = """
    id, number, writer_id, member_id, unit_id, kind, is_anonymous, is_in_triage, mark, topic, state, received_at,
    waiting_since_at, answered_at, settled_at, helped, helped_words, outcome, owed_since_at, opened_at, follows_id
"""


def letter_of(row: Row) -> Letter:
    """The value of a row of ``COLUMNS``."""
    named = {
        "kind": LetterKind(row["kind"]),
        "mark": Mark(row["mark"]) if row["mark"] else None,
        "state": LetterState(row["state"]),
        "helped": Grade(row["helped"]) if row["helped"] else None,
        "outcome": Outcome(row["outcome"]) if row["outcome"] else None,
    }
    return Letter(**(row | named))


async def next_running(tx: Tx, year: int) -> int:
    """The year's next running number. It is given back when the transaction rolls back, so there are no gaps."""
    number: int = await tx.value(
        """
        INSERT INTO letter_numbers (year, last) VALUES (:year, 1)
        ON CONFLICT (year) DO UPDATE SET last = letter_numbers.last + 1 RETURNING last
        """,
        year=year,
    )
    return number


async def add(
    tx: Tx,
    number: str,
    writer_id: int,
    member_id: int | None,
    topic: str,
    *,
    kind: LetterKind,
    is_anonymous: bool,
    is_in_triage: bool = False,
    draft_id: int | None = None,
    unit_id: int | None = None,
    follows_id: int | None = None,
    texts: Sequence[str] = (),
) -> Letter:
    """A letter received now. ``texts``: those of its first entries, which are found at once."""
    row = await tx.one(
        f"""
        INSERT INTO letters (number, writer_id, member_id, kind, is_anonymous, is_in_triage, topic, state, received_at,
                             waiting_since_at, owed_since_at, opened_at, draft_id, unit_id, follows_id)
        VALUES (:number, :writer_id, :member_id, :kind, :is_anonymous, :is_in_triage, :topic, :state, :now, :now, :now,
                :now, :draft_id, :unit_id, :follows_id)
        RETURNING {COLUMNS}
        """,
        number=number,
        writer_id=writer_id,
        member_id=member_id,
        kind=kind.value,
        is_anonymous=is_anonymous,
        is_in_triage=is_in_triage,
        topic=sealed(topic),
        state=LetterState.RECEIVED.value,
        now=tx.now,
        draft_id=draft_id,
        unit_id=unit_id,
        follows_id=follows_id,
    )
    assert row is not None
    letter = letter_of(row)
    await letter_index.begin(tx, letter, texts)
    return letter


async def get(tx: Tx, letter_id: int) -> Letter | None:
    row = await tx.one(f"SELECT {COLUMNS} FROM letters WHERE id = :id", id=letter_id)
    return letter_of(row) if row else None


async def get_to_change(tx: Tx, letter_id: int) -> Letter | None:
    """The letter, kept from others until the end of the transaction: two who press at once come one after the other."""
    row = await tx.one(f"SELECT {COLUMNS} FROM letters WHERE id = :id FOR UPDATE", id=letter_id)
    return letter_of(row) if row else None


async def numbered(tx: Tx, number: str) -> Letter | None:
    row = await tx.one(f"SELECT {COLUMNS} FROM letters WHERE number = :number", number=number)
    return letter_of(row) if row else None


async def count_since(tx: Tx, writer_id: int, since: datetime) -> int:
    """How many letters this person has written since then."""
    number: int = await tx.value(
        "SELECT COUNT(*) FROM letters WHERE writer_id = :writer_id AND received_at > :since",
        writer_id=writer_id,
        since=since,
    )
    return number


async def of_draft(tx: Tx, draft_id: int, writer_id: int) -> Letter | None:
    """The letter that this writer's draft became."""
    row = await tx.one(
        f"SELECT {COLUMNS} FROM letters WHERE draft_id = :draft_id AND writer_id = :writer_id",
        draft_id=draft_id,
        writer_id=writer_id,
    )
    return letter_of(row) if row else None


async def save(tx: Tx, letter: Letter) -> None:
    """What may change of a letter."""
    await letter_index.follow(tx, letter)
    await tx.run(
        """
        UPDATE letters SET member_id = :member_id, unit_id = :unit_id, is_in_triage = :is_in_triage, mark = :mark,
               topic = :topic,
               state = :state, waiting_since_at = :waiting_since_at, answered_at = :answered_at,
               settled_at = :settled_at, helped = :helped, helped_words = :helped_words,
               outcome = :outcome, owed_since_at = :owed_since_at, opened_at = :opened_at
        WHERE id = :id
        """,
        id=letter.id,
        member_id=letter.member_id,
        unit_id=letter.unit_id,
        is_in_triage=letter.is_in_triage,
        mark=letter.mark.value if letter.mark else None,
        topic=sealed(letter.topic),
        state=letter.state.value,
        waiting_since_at=letter.waiting_since_at,
        answered_at=letter.answered_at,
        settled_at=letter.settled_at,
        helped=letter.helped.value if letter.helped else None,
        helped_words=sealed(letter.helped_words),
        outcome=letter.outcome.value if letter.outcome else None,
        owed_since_at=letter.owed_since_at,
        opened_at=letter.opened_at,
    )


# --- the log: only ever added to --------------------------------------------------------------------------------------


async def log(
    tx: Tx, letter_id: int, kind: EventKind, by_id: int | None, *, unit_id: int | None = None, **details: Any
) -> None:
    """Write down what happened, with what it takes to tell it later; ``unit_id``: in which unit's name it was done."""
    await tx.run(
        """
        INSERT INTO letter_events (letter_id, kind, by_id, unit_id, happened_at, details_json)
        VALUES (:letter_id, :kind, :by_id, :unit_id, :now, :details_json)
        """,
        letter_id=letter_id,
        kind=kind.value,
        by_id=by_id,
        unit_id=unit_id,
        now=tx.now,
        details_json=details,
    )


async def is_at_work_as_writer(tx: Tx, person_id: int) -> bool:
    """Has this transaction written down something that this person does as the writer of a letter?"""
    kinds = {f"kind_{place}": kind.value for place, kind in enumerate(sorted(OF_WRITER))}
    row = await tx.one(
        f"""
        SELECT l.id FROM letters l WHERE l.writer_id = :id AND (
            EXISTS (SELECT 1 FROM letter_events e WHERE e.letter_id = l.id AND e.by_id = :id AND e.happened_at = :now
                    AND e.kind IN ({", ".join(f":{name}" for name in kinds)}))
            OR EXISTS (SELECT 1 FROM letter_entries e WHERE e.letter_id = l.id AND e.author_id = :id
                       AND e.side = 'writer' AND e.written_at = :now))
        LIMIT 1
        """,
        id=person_id,
        now=tx.now,
        **kinds,
    )
    return row is not None


async def forget_edits(tx: Tx, letter_id: int, entry_ids: Container[int]) -> None:
    """What entries said before they were edited goes from the log: the one thing that is ever taken out of it."""
    edited = await tx.all(
        "SELECT id, details_json FROM letter_events WHERE letter_id = :letter_id AND kind = :kind",
        letter_id=letter_id,
        kind=EventKind.EDITED.value,
    )
    for event in edited:
        details = event["details_json"]
        if details["entry"] in entry_ids:
            await tx.run(
                "UPDATE letter_events SET details_json = :details_json WHERE id = :id",
                details_json=details | {"old": ""},
                id=event["id"],
            )


async def events(tx: Tx, letter_id: int) -> list[Row]:
    """``kind``, ``by_id``, ``happened_at`` and ``details_json``, in order, with ``by_name`` and ``by_member_id``
    of who did it (None for nobody, or nobody who is a member) and ``unit`` in whose name (None for no unit's)."""
    return await tx.all(
        """
        SELECT e.kind, e.by_id, e.happened_at, e.details_json, p.name AS by_name, m.id AS by_member_id, u.name AS unit
        FROM letter_events e LEFT JOIN people p ON p.id = e.by_id LEFT JOIN members m ON m.person_id = e.by_id
             LEFT JOIN units u ON u.id = e.unit_id
        WHERE e.letter_id = :letter_id ORDER BY e.id
        """,
        letter_id=letter_id,
    )


async def last(tx: Tx, letter_id: int, kind: EventKind) -> datetime | None:
    """When this happened to the letter the last time."""
    row = await tx.one(
        """
        SELECT happened_at FROM letter_events WHERE letter_id = :letter_id AND kind = :kind ORDER BY id DESC LIMIT 1
        """,
        letter_id=letter_id,
        kind=kind.value,
    )
    return row["happened_at"] if row else None
