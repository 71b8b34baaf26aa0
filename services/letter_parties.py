"""The parties of a letter: who they are, how they are named to others, and whether they can be reached."""

from dataclasses import dataclass

from domain.letter_kinds import LetterKind
from domain.letters import Letter, shown_writer
from domain.people import Role
from storage import people
from storage.db import Tx
from texts import Text

OFFICE = Text("the-office")


@dataclass(frozen=True)
class Holder:
    """Who holds a letter: a member, or everyone of the office. ``is_reached``: it will be seen there.

    A member is out of reach who has not joined yet or blocks us; the office counts as there.
    """

    named: Text
    person_ids: tuple[int, ...]
    is_reached: bool


async def holder_of(tx: Tx, member_id: int | None) -> Holder:
    """Everything about a holder at once; the office for None."""
    if member_id is None:
        return Holder(OFFICE, tuple(await people.with_role(tx, Role.OFFICE)), True)
    person = await people.behind_member(tx, member_id)
    is_reached = person["telegram_id"] is not None and person["blocked_at"] is None
    return Holder(member_named(person["name"]), (person["id"],), is_reached)


def member_named(name: str) -> Text:
    return Text("member-named", name=name)


async def holder_named(tx: Tx, member_id: int | None) -> Text:
    return (await holder_of(tx, member_id)).named


def kind_named(kind: LetterKind) -> Text:
    """委员信箱, 政协信箱, 我要建言 …"""
    return Text(f"letter-kind-{kind.value}")


async def addressee_named(tx: Tx, member_id: int | None, kind: LetterKind) -> Text:
    """Whom a letter being written is for."""
    if member_id is None and kind in (LetterKind.COMMITTEE, LetterKind.SUGGESTION):
        return kind_named(kind)
    return await holder_named(tx, member_id)


async def writer_named(tx: Tx, letter: Letter) -> Text:
    """What anyone but the writer sees of the writer."""
    name = shown_writer(letter, await people.name_of(tx, letter.writer_id))
    return Text("anonymous-writer") if name is None else Text("writer-named", name=name)
