"""How the parties of a letter are named to others."""

from domain.letters import Letter, shown_writer
from storage import people
from storage.db import Tx
from texts import Text

OFFICE = Text("the-office")


def member_named(name: str) -> Text:
    return Text("member-named", name=name)


async def holder_named(tx: Tx, member_id: int | None) -> Text:
    """Who holds a letter: a member, or the office (None)."""
    return OFFICE if member_id is None else member_named((await people.member(tx, member_id)).name)


async def writer_named(tx: Tx, letter: Letter) -> Text:
    """What anyone but the writer sees of the writer."""
    name = shown_writer(letter, (await people.get(tx, letter.writer_id)).name)
    return Text("anonymous-writer") if name is None else Text("writer-named", name=name)
