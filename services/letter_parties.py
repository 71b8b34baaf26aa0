"""The parties of a letter: who they are, how they are named to others, and whether they can be reached."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.letter_kinds import LetterKind
from domain.letters import Desk, Letter
from domain.people import Role
from storage import people, units
from storage.db import Tx
from texts import Text

OFFICE = Text("the-office")


@dataclass(frozen=True)
class Holder:
    """Who holds a letter: a member, or everyone of a unit or of the office. ``is_reached``: it will be seen there.

    A member is out of reach who has not joined yet or blocks us, a unit whose people all do; the office counts as
    there.
    """

    named: Text
    person_ids: tuple[int, ...]
    is_reached: bool


async def holder_of(tx: Tx, desk: Desk) -> Holder:
    """Everything about a holder at once."""
    if desk.unit_id is not None:
        unit = await units.get(tx, desk.unit_id)
        assert unit is not None
        belonging = await units.people_of(tx, unit.id)
        return Holder(unit_named(unit.name), tuple(row["id"] for row in belonging), any(map(_is_reached, belonging)))
    if desk.member_id is None:
        return Holder(OFFICE, tuple(await people.with_role(tx, Role.OFFICE)), True)
    person = await people.behind_member(tx, desk.member_id)
    return Holder(member_named(person["name"]), (person["id"],), _is_reached(person))


def _is_reached(person: Mapping[str, Any]) -> bool:
    return person["telegram_id"] is not None and person["blocked_at"] is None


def member_named(name: str) -> Text:
    return Text("member-named", name=name)


def unit_named(name: str) -> Text:
    return Text("unit-named", name=name)


async def holder_named(tx: Tx, desk: Desk) -> Text:
    return (await holder_of(tx, desk)).named


def packed(**ends: Desk) -> dict[str, int | None]:
    """Desks as the details of an event: ``to=Desk(unit_id=7)`` → ``{"to": None, "to_unit": 7}``."""
    details: dict[str, int | None] = {}
    for end, desk in ends.items():
        # «from» is a word of Python's own.
        name = end.rstrip("_")
        details |= {name: desk.member_id} | ({f"{name}_unit": desk.unit_id} if desk.unit_id is not None else {})
    return details


def unpacked(details: Mapping[str, Any], end: str) -> Desk:
    """The desk at this end of an event."""
    return Desk(details[end], details.get(f"{end}_unit"))


def kind_named(kind: LetterKind) -> Text:
    """委员信箱, 政协信箱, 我要建言 …"""
    return Text(f"letter-kind-{kind.value}")


async def addressee_named(tx: Tx, member_id: int | None, kind: LetterKind) -> Text:
    """Whom a letter being written is for."""
    if member_id is None and kind in (LetterKind.COMMITTEE, LetterKind.SUGGESTION):
        return kind_named(kind)
    return await holder_named(tx, Desk(member_id))


async def writer_named(tx: Tx, letter: Letter) -> Text:
    """What anyone but the writer sees of the writer."""
    if letter.is_anonymous:
        return Text("anonymous-writer")
    return Text("writer-named", name=await people.name_of(tx, letter.writer_id))
