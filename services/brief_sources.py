"""What briefs are made of: letters, matters, entries of the diary, and whatever else is entered in ``SOURCES``."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, tzinfo

from domain.briefs import BriefNotFound, Source, SourceKind
from domain.letter_pieces import one_line, topic
from domain.letters import Letter, Side
from domain.people import Person
from domain.triage import without_name
from services import diary, matters
from services import letter_access as access
from storage import letter_entries, people
from storage.db import Tx


@dataclass(frozen=True)
class Quote:
    """Words of a source as a brief may show them: never with the name of who wrote them."""

    day: date
    text: str = field(repr=False)
    kind: SourceKind = SourceKind.LETTER


@dataclass(frozen=True)
class Material:
    """A source that this person may use: what it is called, and what it says."""

    title: str = field(repr=False)
    quotes: Sequence[Quote] = field(repr=False)


Read = Callable[[Tx, int, Person, tzinfo], Awaitable[Material]]
"""The source of this number, or a refusal when it is not theirs to use."""


async def _letter(tx: Tx, letter_id: int, by: Person, zone: tzinfo) -> Material:
    letter, _ = await access.to_act(tx, letter_id, by)
    return Material(letter.topic, [await _quote(tx, letter, zone)])


async def _matter(tx: Tx, matter_id: int, by: Person, zone: tzinfo) -> Material:
    seen = await matters.gathered(tx, matter_id, by)
    return Material(seen.matter.title, [await _quote(tx, letter, zone) for letter in seen.letters])


async def _quote(tx: Tx, letter: Letter, zone: tzinfo) -> Quote:
    entries = await letter_entries.of_letter(tx, letter.id)
    said = one_line(" ".join(entry.text for entry in entries if entry.side is Side.WRITER))
    name = await people.name_of(tx, letter.writer_id)
    return Quote(letter.received_at.astimezone(zone).date(), without_name(said, name))


async def _diary(tx: Tx, entry_id: int, by: Person, _: tzinfo) -> Material:
    member = await people.member_of(tx, by.id)
    if member is None:
        raise BriefNotFound
    entry = (await diary.own(tx, member, entry_id)).entry
    quotes = [Quote(entry.happened_on, entry.body, SourceKind.DIARY)] if entry.body else []
    return Material(topic(entry.body), quotes)


SOURCES: Mapping[SourceKind, Read] = {
    SourceKind.LETTER: _letter,
    SourceKind.MATTER: _matter,
    SourceKind.DIARY: _diary,
}
"""How each kind of source is read. Another kind needs its line here, and nothing else of briefs changes."""


async def material(tx: Tx, source: Source, by: Person, zone: tzinfo) -> Material:
    """
    Raises:
        BriefNotFound: there are no sources of this kind.
        LetterNotFound, NotYourLetter, LetterIsWithAnother, MatterNotFound
    """
    read = SOURCES.get(source.kind)
    if read is None:
        raise BriefNotFound
    return await read(tx, source.id, by, zone)
