"""Find the member that someone means by a name, a part of it, a sector or a township."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from domain import names
from domain.people import Member
from storage import people
from storage.db import Tx
from storage.people import Listed

OFFERED = 12
"""Members offered to choose from: more do not help on a small screen."""
LONGEST_NAME = 40


@dataclass(frozen=True)
class Found:
    """Whom the words name (``is_more``: too many to show); when nobody, whom they may have been meant for."""

    members: list[Member]
    is_more: bool = False
    alike: list[Member] = field(default_factory=list)


class Finder:
    """For several looks in one update: who serves is read once, and only when an exact name is not enough."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx
        self._everyone: list[Listed] | None = None

    async def find(self, words: str) -> Found:
        """One whole name decides, whoever else contains it; then the name without what it is addressed by."""
        words = " ".join(words.split())
        if 0 < len(words) <= LONGEST_NAME:
            for named in dict.fromkeys((words, names.without_title(words))):
                if named and (found := await self._named(named)).members:
                    return found
        return Found([], alike=await self._alike(words[:LONGEST_NAME]))

    async def containing(self, words: str, limit: int) -> list[Member]:
        """At most ``limit`` with the words in name, sector or unit; an exact name first, then names, then the rest."""
        sought = words.casefold()
        ranked = []
        for one in await self._directory():
            if sought in one.name.casefold():
                ranked.append((0 if one.name == words else 1, one.name, one.id))
            elif sought in one.sector.casefold() or sought in one.unit.casefold():
                ranked.append((2, one.name, one.id))
        return await self._members([number for *_, number in sorted(ranked)[:limit]])

    async def _named(self, words: str) -> Found:
        if same := await people.members_named(self._tx, words):
            return Found(same)
        found = await self.containing(words, OFFERED + 1)
        return Found(found[:OFFERED], is_more=len(found) > OFFERED)

    async def _alike(self, words: str) -> list[Member]:
        everyone = await self._directory()
        likely = names.closest(words, [one.name for one in everyone])
        alike = [one for name in likely for one in everyone if one.name == name]
        return await self._members([one.id for one in alike[:OFFERED]])

    async def _directory(self) -> list[Listed]:
        if self._everyone is None:
            self._everyone = await people.directory(self._tx)
        return self._everyone

    async def _members(self, numbers: Sequence[int]) -> list[Member]:
        return [await people.member(self._tx, number) for number in numbers]
