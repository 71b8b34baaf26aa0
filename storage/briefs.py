"""Briefs, their numbers, sources, files and log."""

from collections.abc import Collection, Sequence
from typing import Any

from domain.briefs import Brief, BriefEvent, BriefKind, BriefState, Content, Source, SourceKind
from storage.db import Row, Tx
from storage.seal import sealed

_COLUMNS = """
    id, kind, state, author_id, member_id, title, facts, analysis, suggestions, created_at, year, running, handed_in_at,
    reason, instruction, instructed_by, instructed_at, result, carried_back_at, rounds, closed_at
"""
_PARTS = ("title", "facts", "analysis", "suggestions")


def _brief(row: Row) -> Brief:
    content = Content(**{part: row.pop(part) for part in _PARTS})
    return Brief(**(row | {"kind": BriefKind(row["kind"]), "state": BriefState(row["state"])}), content=content)


async def next_running(tx: Tx, year: int) -> int:
    """The year's next number, given back when the transaction rolls back."""
    running: int = await tx.value(
        """
        INSERT INTO brief_numbers (year, last) VALUES (:year, 1)
        ON CONFLICT (year) DO UPDATE SET last = brief_numbers.last + 1 RETURNING last
        """,
        year=year,
    )
    return running


async def add(
    tx: Tx, kind: BriefKind, author_id: int, member_id: int | None, content: Content, draft_id: int | None
) -> Brief:
    row = await tx.one(
        f"""
        INSERT INTO briefs (kind, state, author_id, member_id, title, facts, analysis, suggestions, created_at,
                            draft_id)
        VALUES (:kind, :state, :author_id, :member_id, :title, :facts, :analysis, :suggestions, :now, :draft_id)
        RETURNING {_COLUMNS}
        """,
        kind=kind.value,
        state=BriefState.DRAFT.value,
        author_id=author_id,
        member_id=member_id,
        now=tx.now,
        draft_id=draft_id,
        **_sealed(content),
    )
    assert row is not None
    return _brief(row)


def _sealed(content: Content) -> dict[str, str]:
    return {part: sealed(getattr(content, part)) for part in _PARTS}


async def get(tx: Tx, brief_id: int) -> Brief | None:
    row = await tx.one(f"SELECT {_COLUMNS} FROM briefs WHERE id = :id", id=brief_id)
    return _brief(row) if row else None


async def get_to_change(tx: Tx, brief_id: int) -> Brief | None:
    """The brief, kept from others until the end of the transaction."""
    row = await tx.one(f"SELECT {_COLUMNS} FROM briefs WHERE id = :id FOR UPDATE", id=brief_id)
    return _brief(row) if row else None


async def of_draft(tx: Tx, draft_id: int) -> Brief | None:
    row = await tx.one(f"SELECT {_COLUMNS} FROM briefs WHERE draft_id = :draft_id", draft_id=draft_id)
    return _brief(row) if row else None


async def save(tx: Tx, brief: Brief) -> None:
    """What may change of a brief."""
    await tx.run(
        """
        UPDATE briefs SET kind = :kind, state = :state, title = :title, facts = :facts, analysis = :analysis,
               suggestions = :suggestions, year = :year, running = :running, handed_in_at = :handed_in_at,
               reason = :reason, instruction = :instruction, instructed_by = :instructed_by,
               instructed_at = :instructed_at, result = :result, carried_back_at = :carried_back_at,
               rounds = :rounds, closed_at = :closed_at
        WHERE id = :id
        """,
        id=brief.id,
        kind=brief.kind.value,
        state=brief.state.value,
        year=brief.year,
        running=brief.running,
        handed_in_at=brief.handed_in_at,
        reason=sealed(brief.reason),
        instruction=sealed(brief.instruction),
        instructed_by=sealed(brief.instructed_by),
        instructed_at=brief.instructed_at,
        result=sealed(brief.result),
        carried_back_at=brief.carried_back_at,
        rounds=brief.rounds,
        closed_at=brief.closed_at,
        **_sealed(brief.content),
    )


# --- lists ------------------------------------------------------------------------------------------------------------


async def newest(
    tx: Tx, author_id: int | None, states: Collection[BriefState], before_id: int, limit: int
) -> list[Brief]:
    """Briefs in these states, of one author or of all (None), newest first, from before this id on."""
    named = {f"state_{place}": state.value for place, state in enumerate(sorted(states))}
    whose = "AND author_id = :author_id" if author_id is not None else ""
    author = {"author_id": author_id} if author_id is not None else {}
    rows = await tx.all(
        f"""
        SELECT {_COLUMNS} FROM briefs
        WHERE state IN ({", ".join(f":{name}" for name in named)}) {whose} AND id < :before_id
        ORDER BY id DESC LIMIT :limit
        """,
        before_id=before_id,
        limit=limit,
        **named,
        **author,
    )
    return [_brief(row) for row in rows]


# --- what it is made of -----------------------------------------------------------------------------------------------


async def add_sources(tx: Tx, brief_id: int, sources: Sequence[Source]) -> None:
    await tx.run_many(
        """
        INSERT INTO brief_sources (brief_id, kind, source_id) VALUES (:brief_id, :kind, :source_id)
        ON CONFLICT DO NOTHING
        """,
        [{"brief_id": brief_id, "kind": source.kind.value, "source_id": source.id} for source in sources],
    )


async def sources(tx: Tx, brief_id: int) -> list[Source]:
    rows = await tx.all(
        "SELECT kind, source_id FROM brief_sources WHERE brief_id = :id ORDER BY kind, source_id", id=brief_id
    )
    return [Source(SourceKind(row["kind"]), row["source_id"]) for row in rows]


async def letter_ids(tx: Tx, brief_id: int) -> list[int]:
    """The letters that it is about: its own, and those now in its matters."""
    rows = await tx.all(
        """
        SELECT source_id AS letter_id FROM brief_sources WHERE brief_id = :id AND kind = 'letter'
        UNION
        SELECT g.letter_id FROM brief_sources s JOIN matter_letters g ON g.matter_id = s.source_id
        WHERE s.brief_id = :id AND s.kind = 'matter' AND g.removed_at IS NULL
        ORDER BY 1
        """,
        id=brief_id,
    )
    return [row["letter_id"] for row in rows]


async def about(tx: Tx, letter_id: int) -> list[int]:
    """The briefs that are about a letter, itself or with its matter, in the order they were begun."""
    rows = await tx.all(
        """
        SELECT brief_id FROM brief_sources WHERE source_id = :id AND kind = 'letter'
        UNION
        SELECT s.brief_id FROM matter_letters g JOIN brief_sources s ON s.source_id = g.matter_id AND s.kind = 'matter'
        WHERE g.letter_id = :id AND g.removed_at IS NULL
        ORDER BY 1
        """,
        id=letter_id,
    )
    return [row["brief_id"] for row in rows]


async def replace_files(tx: Tx, brief_id: int, files: Sequence[tuple[str, str]]) -> None:
    """Its attachments, each with its kind and Telegram's number of the file."""
    await tx.run("DELETE FROM brief_files WHERE brief_id = :id", id=brief_id)
    await tx.run_many(
        "INSERT INTO brief_files (brief_id, kind, file_id) VALUES (:brief_id, :kind, :file_id)",
        [{"brief_id": brief_id, "kind": kind, "file_id": file_id} for kind, file_id in files],
    )


async def files(tx: Tx, brief_id: int) -> list[tuple[str, str]]:
    rows = await tx.all("SELECT kind, file_id FROM brief_files WHERE brief_id = :id ORDER BY id", id=brief_id)
    return [(row["kind"], row["file_id"]) for row in rows]


# --- the log: only ever added to --------------------------------------------------------------------------------------


async def log(tx: Tx, brief_id: int, kind: BriefEvent, by_id: int | None, **details: Any) -> None:
    await tx.run(
        """
        INSERT INTO brief_events (brief_id, kind, by_id, happened_at, details_json)
        VALUES (:brief_id, :kind, :by_id, :now, :details_json)
        """,
        brief_id=brief_id,
        kind=kind.value,
        by_id=by_id,
        now=tx.now,
        details_json=details,
    )


async def events(tx: Tx, brief_id: int) -> list[Row]:
    """``kind``, ``happened_at`` and ``details_json``, in order."""
    return await tx.all(
        "SELECT kind, happened_at, details_json FROM brief_events WHERE brief_id = :id ORDER BY id", id=brief_id
    )
