"""Finding letters: everyone among their own, members among those they hold or held, the office among all."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from domain.bigrams import Hit, find
from domain.day_spans import Span
from domain.letter_numbers import LetterNumber, NotALetterNumber
from domain.letter_pieces import one_line
from domain.letter_search import Query
from domain.letter_steps import may_see
from domain.letters import Actor, Letter
from domain.people import Person
from domain.settings import Committee
from services import letter_access as access
from services.letter_parties import holder_named, writer_named
from services.letter_post import topic_of
from services.letter_views import NEWEST, PAGE, Page, state_of
from storage import letter_index, letter_search
from storage.db import Row, Tx
from storage.letter_search import AnyOf, Wanted
from texts import Text

MOST_EXAMINED = 200
"""Letters looked at for one page, for the index may name some in which the words do not stand."""
MOST_SIGNERS = 5
"""People of one name."""
BEFORE, AFTER = 14, 22
"""Characters shown around a word."""
_MOST_MONTHS = 24
_FIRST_DAY, _LAST_DAY = date(1970, 1, 1), date(2199, 12, 31)


@dataclass(frozen=True)
class _Word:
    """A word looked for, and what else it may name: a letter, or people who sign so."""

    text: str = field(repr=False)
    tokens: Sequence[str] = field(repr=False)
    number: str | None
    signer_ids: frozenset[int]

    @property
    def ways(self) -> AnyOf:
        """In the text, or …"""
        numbered = [[letter_index.numbered(self.number)]] if self.number else []
        return [self.tokens, *numbered, *([letter_index.signed_by(each)] for each in sorted(self.signer_ids))]

    def names(self, letter: Letter) -> bool:
        """Is it this letter's number, or who signed it?"""
        return letter.number == self.number or (not letter.is_anonymous and letter.writer_id in self.signer_ids)


@dataclass(frozen=True)
class _Found:
    """A letter in which all words stand. ``is_open`` to the person; otherwise they held it once."""

    letter: Letter
    is_open: bool
    in_topic: Hit | None = None
    in_text: Hit | None = None


async def search(tx: Tx, by: Person, query: Query, committee: Committee, before_id: int = NEWEST) -> Page:
    """Letters that this person may find, newest first, a page from before this letter on.

    A page may be short, even empty, and all the same name where the next one begins.
    """
    who = await access.actor(tx, by)
    words = [await _word(tx, word, committee) for word in query.words]
    wanted = _wanted(query, words, who, committee)
    found: list[_Found] = []
    examined, batch = 0, PAGE + 1
    while len(found) <= PAGE and examined < MOST_EXAMINED:
        seen = await letter_search.candidates(tx, wanted, before_id, batch)
        found += await _verified(tx, seen, words, who)
        if len(seen) < batch:
            return await _page(tx, found, None, committee, who)
        before_id, examined, batch = seen[-1].id, examined + batch, 2 * batch
    return await _page(tx, found, before_id, committee, who)


# --- what is asked of the index ---------------------------------------------------------------------------------------


async def _word(tx: Tx, text: str, committee: Committee) -> _Word:
    try:
        number = str(LetterNumber.parse(text, committee.code, tx.now.astimezone(committee.zone).year))
    except NotALetterNumber:
        number = None
    signers = frozenset(await letter_search.signers(tx, text, MOST_SIGNERS))
    return _Word(text, letter_index.sought(tx, text), number, signers)


def _wanted(query: Query, words: Sequence[_Word], who: Actor, committee: Committee) -> Wanted:
    from_at, before_at = _moments(query.span, committee)
    tokens = [*_scope(who), *(word.ways for word in words)]
    # Days alone are asked of the letters.
    tokens += _months(from_at, before_at) if tokens else []
    return Wanted(tokens, query.states, from_at, before_at, is_narrow=not who.is_office)


def _scope(who: Actor) -> list[AnyOf]:
    """Whose letters: the office's are all."""
    if who.is_office:
        return []
    held = [[letter_index.held_by(who.member.id)]] if who.member else []
    held += [[letter_index.held_by_unit(unit_id)] for unit_id in sorted(who.unit_ids)]
    return [[[letter_index.written_by(who.person.id)], *held]]


def _moments(span: Span, committee: Committee) -> tuple[datetime | None, datetime | None]:
    """The beginning of the first day, and of the day after the last."""

    def midnight(day: date) -> datetime:
        return datetime.combine(min(max(day, _FIRST_DAY), _LAST_DAY), time(), committee.zone).astimezone(UTC)

    from_at = midnight(span.first) if span.first else None
    return from_at, midnight(min(span.last, _LAST_DAY) + timedelta(days=1)) if span.last else None


def _months(from_at: datetime | None, before_at: datetime | None) -> list[AnyOf]:
    """The marks of the months between, unless they are many."""
    if from_at is None or before_at is None or before_at - from_at > timedelta(days=31 * _MOST_MONTHS):
        return []
    months, month = [], from_at.date().replace(day=1)
    while month < before_at.date():
        months.append([letter_index.received_in(month)])
        month = (month + timedelta(days=31)).replace(day=1)
    return [months]


# --- what the letters themselves say ----------------------------------------------------------------------------------


async def _verified(tx: Tx, seen: Sequence[Letter], words: Sequence[_Word], who: Actor) -> list[_Found]:
    rows = await letter_search.texts(tx, [letter.id for letter in seen]) if seen and words else []
    found = [await _look_at(tx, letter, rows, words, who) for letter in seen]
    return [each for each in found if each]


async def _look_at(tx: Tx, letter: Letter, rows: Sequence[Row], words: Sequence[_Word], who: Actor) -> _Found | None:
    """The letter with the places of the words in it; None when one stands nowhere, or it is not theirs to find."""
    is_open = may_see(letter, who)
    # What was written since they handed it on is not for them.
    until = None if is_open else await access.held_until(tx, letter, who)
    if not is_open and until is None:
        return None
    mine = [row["text"] for row in rows if row["letter_id"] == letter.id and (not until or row["written_at"] < until)]
    return _places(_Found(letter, is_open), mine, words)


def _places(found: _Found, texts: Sequence[str], words: Sequence[_Word]) -> _Found | None:
    in_topic, in_text = None, None
    for word in words:
        at_top = find(found.letter.topic, word.text)
        within = None if at_top else next((hit for text in texts if (hit := find(text, word.text))), None)
        if not (at_top or within or word.names(found.letter)):
            return None
        in_topic, in_text = in_topic or at_top, in_text or within
    return _Found(found.letter, found.is_open, in_topic, in_text)


# --- what is shown ----------------------------------------------------------------------------------------------------


async def _page(tx: Tx, found: Sequence[_Found], next_id: int | None, committee: Committee, who: Actor) -> Page:
    shown = found[:PAGE]
    lines = [await _line(tx, each, committee, who) for each in shown]
    listed = [each.letter for each in shown]
    return Page(lines, listed, listed[-1].id if len(found) > PAGE else next_id)


async def _line(tx: Tx, found: _Found, committee: Committee, who: Actor) -> Text:
    letter = found.letter
    line = Text(
        "search-line",
        number=letter.number,
        now=state_of(letter) if found.is_open else await _now_with(tx, letter),
        topic=_around(found.in_topic, whole=True) if found.in_topic else topic_of(letter),
        who=Text("you") if letter.writer_id == who.person.id else await writer_named(tx, letter),
        day=letter.received_at.astimezone(committee.zone).date(),
    )
    return Text("search-line-with-excerpt", line=line, excerpt=_around(found.in_text)) if found.in_text else line


async def _now_with(tx: Tx, letter: Letter) -> Text:
    return Text("search-now-with", holder=await holder_named(tx, letter.desk))


def _around(hit: Hit, *, whole: bool = False) -> Text:
    """The word in what stands around it, on one line."""
    start = 0 if whole else max(0, hit.start - BEFORE)
    end = len(hit.text) if whole else hit.end + AFTER
    return Text(
        "search-hit",
        before="…" * (start > 0) + _part(hit.text[start : hit.start]),
        hit=one_line(hit.text[hit.start : hit.end]),
        after=_part(hit.text[hit.end : end]) + "…" * (end < len(hit.text)),
    )


def _part(text: str) -> str:
    """On one line, and with the space beside the word, if there is one."""
    line = one_line(text)
    return f"{' ' * text[:1].isspace()}{line}{' ' * text[-1:].isspace()}" if line else " " * bool(text)
