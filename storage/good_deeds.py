"""Good deeds: reported as done, promised, done later, confirmed."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from domain.good_deeds import DeedState, GoodDeed, Promise
from domain.visits import Visit
from storage.db import Row, Tx
from storage.seal import sealed
from storage.spans import EVERYONE, Span, bounds, of_members

_DEED = """
    d.id, d.member_id, d.contact_id, d.what, d.happened_on AS done_on, d.visit_id, d.withdrawn_at, d.state,
    d.promised_on, d.due_on, COALESCE(d.dispute, '') AS dispute
"""


def _deed(row: Row) -> GoodDeed:
    return GoodDeed(**(row | {"state": DeedState(row["state"])}))


# --- written down -----------------------------------------------------------------------------------------------------


async def add(tx: Tx, visit: Visit, done: Sequence[str], promises: Sequence[Promise] = ()) -> None:
    """What was done for the contact, and what was promised, as reported with a visit."""
    told = [_row(tx, visit, what) for what in done] + [_row(tx, visit, one.what, one.due_on) for one in promises]
    await tx.run_many(
        """
        INSERT INTO good_deeds (visit_id, member_id, contact_id, what, happened_on, logged_at, state, promised_on,
                                due_on)
        VALUES (:visit_id, :member_id, :contact_id, :what, :happened_on, :logged_at, :state, :promised_on, :due_on)
        """,
        told,
    )


def _row(tx: Tx, visit: Visit, what: str, due_on: date | None = None) -> dict[str, Any]:
    """``due_on``: it is promised until then; None: it is done."""
    is_promise = due_on is not None
    return {
        "visit_id": visit.id,
        "member_id": visit.member_id,
        "contact_id": visit.contact_id,
        "what": sealed(what),
        "happened_on": visit.happened_on,
        "logged_at": tx.now,
        "state": (DeedState.PROMISED if is_promise else DeedState.DONE).value,
        "promised_on": visit.happened_on if is_promise else None,
        "due_on": due_on,
    }


async def carry_over(tx: Tx, to_id: int, before: GoodDeed) -> None:
    """What became of a promise since, onto its row in the corrected visit."""
    await tx.run(
        """
        UPDATE good_deeds SET (state, happened_on, confirmed_at, dispute, disputed_at, reminded_before_at,
                               reminded_after_at, shown_to_office_at)
            = (SELECT b.state, b.happened_on, b.confirmed_at, b.dispute, b.disputed_at, b.reminded_before_at,
                      b.reminded_after_at, b.shown_to_office_at
               FROM good_deeds b WHERE b.id = :before_id)
        WHERE id = :id
        """,
        id=to_id,
        before_id=before.id,
    )


async def move(tx: Tx, deed: GoodDeed, state: DeedState, on: date | None = None) -> bool:
    """Into this state from the one it was seen in; ``on``: the day it was done. False when someone was faster."""
    changed = await tx.run(
        """
        UPDATE good_deeds SET state = :state, happened_on = :on, confirmed_at = :confirmed_at
        WHERE id = :id AND state = :seen AND withdrawn_at IS NULL
        """,
        id=deed.id,
        seen=deed.state.value,
        state=state.value,
        on=on or deed.done_on,
        confirmed_at=tx.now if state is DeedState.CONFIRMED else None,
    )
    return changed == 1


async def reopen(tx: Tx, deed: GoodDeed, words: str) -> bool:
    """有出入: it is owed again, and is reminded of once more. False when someone was faster."""
    changed = await tx.run(
        """
        UPDATE good_deeds SET state = 'promised', dispute = :words, disputed_at = :now, reminded_after_at = NULL
        WHERE id = :id AND state = 'done' AND withdrawn_at IS NULL
        """,
        id=deed.id,
        words=sealed(words),
        now=tx.now,
    )
    return changed == 1


async def put_off(tx: Tx, deed: GoodDeed, due_on: date) -> bool:
    """Another day for a promise, which is reminded of anew. False when it is open no more."""
    changed = await tx.run(
        """
        UPDATE good_deeds SET due_on = :due_on, reminded_before_at = NULL, reminded_after_at = NULL
        WHERE id = :id AND state = 'promised' AND withdrawn_at IS NULL
        """,
        id=deed.id,
        due_on=due_on,
    )
    return changed == 1


async def give_up(tx: Tx, deed: GoodDeed) -> bool:
    """A promise that can't be kept. False when it is open no more."""
    changed = await tx.run(
        "UPDATE good_deeds SET withdrawn_at = :now WHERE id = :id AND state = 'promised' AND withdrawn_at IS NULL",
        id=deed.id,
        now=tx.now,
    )
    return changed == 1


async def confirm_of_visit(tx: Tx, visit_id: int) -> None:
    """What was reported as done with a visit is confirmed with it."""
    await tx.run(
        """
        UPDATE good_deeds SET state = 'confirmed', confirmed_at = :now
        WHERE visit_id = :visit_id AND state = 'done' AND promised_on IS NULL AND withdrawn_at IS NULL
        """,
        visit_id=visit_id,
        now=tx.now,
    )


# --- read -------------------------------------------------------------------------------------------------------------


async def get(tx: Tx, deed_id: int) -> GoodDeed | None:
    row = await tx.one(f"SELECT {_DEED} FROM good_deeds d WHERE d.id = :id", id=deed_id)
    return _deed(row) if row else None


async def of_visit(tx: Tx, visit_id: int) -> list[GoodDeed]:
    """What was done and promised, as it was reported with this visit (also when it is withdrawn)."""
    rows = await tx.all(f"SELECT {_DEED} FROM good_deeds d WHERE d.visit_id = :id ORDER BY d.id", id=visit_id)
    return [_deed(row) for row in rows]


async def open_of(tx: Tx, member_id: int) -> list[GoodDeed]:
    """A member's promises that are still to be kept, the one due first first."""
    rows = await tx.all(
        f"""
        SELECT {_DEED} FROM good_deeds d
        WHERE d.member_id = :member_id AND d.state = 'promised' AND d.withdrawn_at IS NULL ORDER BY d.due_on, d.id
        """,
        member_id=member_id,
    )
    return [_deed(row) for row in rows]


async def between(tx: Tx, member_id: int, first: date, last: date) -> list[GoodDeed]:
    """A member's good deeds done between two days, both included, by day."""
    rows = await tx.all(
        f"""
        SELECT {_DEED} FROM good_deeds d
        WHERE d.member_id = :member_id AND d.withdrawn_at IS NULL AND d.state <> 'promised'
          AND d.happened_on BETWEEN :first AND :last
        ORDER BY d.happened_on, d.id
        """,
        member_id=member_id,
        first=first,
        last=last,
    )
    return [_deed(row) for row in rows]


async def since(tx: Tx, member_id: int, began: date) -> list[GoodDeed]:
    """A member's good deeds that are done and stand, from ``began`` on."""
    return [_deed(row) for row in await tx.all(_SINCE + " AND d.member_id = :id", id=member_id, began=began)]


async def since_of_all(tx: Tx, began: date, span: Span = EVERYONE) -> list[GoodDeed]:
    """As ``since``, of everyone."""
    rows = await tx.all(_SINCE + of_members("d", span), began=began, **bounds(span))
    return [_deed(row) for row in rows]


_SINCE = f"""
    SELECT {_DEED} FROM good_deeds d
    WHERE d.withdrawn_at IS NULL AND d.state <> 'promised' AND d.happened_on >= :began
"""


# --- reminded of, shown -----------------------------------------------------------------------------------------------


async def take_coming(tx: Tx, today: date, by: date, limit: int) -> list[GoodDeed]:
    """Promises of earlier days, due between today and ``by``: claimed to be reminded of, once for each."""
    due = "d.reminded_before_at IS NULL AND d.due_on BETWEEN :today AND :by AND d.happened_on < :today"
    return await _take(tx, "reminded_before_at", due, limit, today=today, by=by)


async def take_late(tx: Tx, by: date, again: datetime, limit: int) -> list[GoodDeed]:
    """Promises due on that day or before, of which nobody was reminded since ``again``: claimed to be."""
    due = "(d.reminded_after_at IS NULL OR d.reminded_after_at <= :again) AND d.due_on <= :by"
    return await _take(tx, "reminded_after_at", due, limit, by=by, again=again)


async def take_disputed(tx: Tx, before: datetime, limit: int) -> list[GoodDeed]:
    """Deeds that their contact disputed before then, and that nobody settled: claimed to be shown to the office."""
    due = "d.shown_to_office_at IS NULL AND d.disputed_at <= :before"
    return await _take(tx, "shown_to_office_at", due, limit, before=before)


async def _take(tx: Tx, mark: str, due: str, limit: int, **params: Any) -> list[GoodDeed]:
    rows = await tx.all(
        f"""
        UPDATE good_deeds SET {mark} = :now
        WHERE id IN (SELECT d.id FROM good_deeds d
                     WHERE d.state = 'promised' AND d.withdrawn_at IS NULL AND {due} ORDER BY d.id LIMIT :limit)
        RETURNING id
        """,
        now=tx.now,
        limit=limit,
        **params,
    )
    found = [await get(tx, row["id"]) for row in rows]
    return sorted((deed for deed in found if deed), key=lambda deed: (deed.member_id, deed.due_on or date.min, deed.id))


async def any_open(tx: Tx, by: date) -> bool:
    """Is any promise due on that day or before?"""
    found = await tx.value(
        """
        SELECT d.id FROM good_deeds d
        WHERE d.state = 'promised' AND d.withdrawn_at IS NULL AND d.due_on <= :by LIMIT 1
        """,
        by=by,
    )
    return found is not None
