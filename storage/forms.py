"""Registration forms as they were handed in."""

from dataclasses import asdict
from typing import Any

from domain.forms import Content, Form, FormState, HandedInTo
from domain.forms import Row as FormRow
from storage.db import Row, Tx
from storage.seal import sealed

_FORM = """
    f.id, f.member_id, f.year, f.state, f.content_json, f.handed_in_to, f.handed_in_at, f.decided_at,
    COALESCE(f.reason, '') AS reason, COALESCE(p.name, '') AS decided_by
"""
_FORMS = "forms f LEFT JOIN people p ON p.id = f.decided_by_id"


def _form(row: Row) -> Form:
    content = row.pop("content_json")
    typed = {"state": FormState(row["state"]), "handed_in_to": HandedInTo(row["handed_in_to"])}
    return Form(**(row | typed), content=_content(content))


def _content(stored: dict[str, Any]) -> Content:
    return Content(**(stored | {"rows": tuple(FormRow(**row) for row in stored["rows"])}))


async def get(tx: Tx, form_id: int) -> Form | None:
    row = await tx.one(f"SELECT {_FORM} FROM {_FORMS} WHERE f.id = :id", id=form_id)
    return _form(row) if row else None


async def latest(tx: Tx, member_id: int, year: int) -> Form | None:
    """What a member handed in last for a year."""
    row = await tx.one(
        f"SELECT {_FORM} FROM {_FORMS} WHERE f.year = :year AND f.member_id = :member_id ORDER BY f.id DESC LIMIT 1",
        year=year,
        member_id=member_id,
    )
    return _form(row) if row else None


async def latest_of_all(tx: Tx, year: int) -> dict[int, Form]:
    """Member's id → what they handed in last for a year."""
    rows = await tx.all(f"SELECT {_FORM} FROM {_FORMS} WHERE f.year = :year ORDER BY f.id", year=year)
    return {row["member_id"]: _form(row) for row in rows}


async def add(tx: Tx, member_id: int, year: int, content: Content, to: HandedInTo) -> int:
    """A form handed in now; its id."""
    number: int = await tx.value(
        """
        INSERT INTO forms (member_id, year, state, content_json, handed_in_to, handed_in_at)
        VALUES (:member_id, :year, :state, :content_json, :handed_in_to, :now) RETURNING id
        """,
        member_id=member_id,
        year=year,
        state=FormState.HANDED_IN.value,
        content_json=asdict(content),
        handed_in_to=to.value,
        now=tx.now,
    )
    return number


async def decide(tx: Tx, form: Form, state: FormState, by_id: int | None = None, reason: str = "") -> bool:
    """Move a form on from the state it was seen in. False when someone was faster."""
    changed = await tx.run(
        """
        UPDATE forms SET state = :state, decided_at = :now, decided_by_id = :by_id, reason = :reason
        WHERE id = :id AND state = :seen
        """,
        id=form.id,
        seen=form.state.value,
        state=state.value,
        now=tx.now,
        by_id=by_id,
        reason=sealed(reason or None),
    )
    return changed == 1
