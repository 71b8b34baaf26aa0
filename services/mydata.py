"""A person gets all that is stored about them, as a page they can open and read."""

from datetime import date, datetime
from typing import Any

from domain.people import Person
from services.outbox import ANSWER, Paper, tell
from storage import mydata
from storage.db import Row, Tx
from texts import Text, unpack

PAPER = "mydata"


async def give(tx: Tx, person: Person, committee: str) -> None:
    """Send the file to the person, and to nobody else."""
    found = await mydata.of(tx, person.id)
    data = {
        "committee": committee,
        "at": tx.now,
        "tables": [{"name": name, "rows": [_row(name, row) for row in rows]} for name, rows in found.items()],
    }
    await tell(tx, person.id, Text("mydata-is-here"), paper=Paper(PAPER, data, "mydata.html"), envelope=ANSWER)


def _row(table: str, row: Row) -> list[list[Any]]:
    """Names and values of what is filled in; a message that was sent, as it was read."""
    if table == "outbox":
        row = row | {"content_json": _said(row["content_json"])}
    return [[name, _value(value)] for name, value in row.items() if value not in (None, "", {}, [])]


def _said(content: dict[str, Any]) -> Any:
    return unpack(content["text"]) if "text" in content else ", ".join(p["kind"] for p in content.get("media", ()))


def _value(value: Any) -> Any:
    if isinstance(value, bool):
        return Text("button-yes" if value else "button-no")
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, str | datetime | date | Text):
        return value
    return [[str(name), _value(part)] for name, part in value.items()] if isinstance(value, dict) else str(value)
