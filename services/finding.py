"""Find the member that someone means by a name, a part of it, a sector or a township."""

from dataclasses import dataclass, field

from domain import names
from domain.people import Member
from storage import people
from storage.db import Tx

OFFERED = 12
"""Members offered to choose from: more do not help on a small screen."""
LONGEST_NAME = 40


@dataclass(frozen=True)
class Found:
    """Whom the words name (``is_more``: too many to show); when nobody, whom they may have been meant for."""

    members: list[Member]
    is_more: bool = False
    alike: list[Member] = field(default_factory=list)


async def find_members(tx: Tx, words: str) -> Found:
    """One whole name decides, whoever else contains it; then the name without what it is addressed by."""
    words = " ".join(words.split())
    if not 0 < len(words) <= LONGEST_NAME:
        return Found([], alike=await _alike(tx, words))
    for named in dict.fromkeys((words, names.without_title(words))):
        if named and (found := await _found(tx, named)).members:
            return found
    return Found([], alike=await _alike(tx, words))


async def _found(tx: Tx, words: str) -> Found:
    if same := await people.members_named(tx, words):
        return Found(same)
    found = await people.find_members(tx, words, OFFERED + 1)
    return Found(found[:OFFERED], is_more=len(found) > OFFERED)


async def _alike(tx: Tx, words: str) -> list[Member]:
    everyone = await people.members(tx)
    likely = names.closest(words[:LONGEST_NAME], [member.name for member in everyone])
    return [member for name in likely for member in everyone if member.name == name][:OFFERED]
