"""A committee's mailbox of many years, put into a database at one go, and what is known of it beforehand."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from unittest.mock import AsyncMock, patch

from bench.vocabulary import GIVEN, THINGS, Writer
from domain.letter_kinds import LetterKind
from domain.letter_pieces import Piece, topic
from domain.letters import Letter, LetterState, Side
from domain.people import Person, Role, Standing
from domain.settings import Committee
from storage import letter_entries, letter_index, letters, people
from storage.db import Db, Row, Tx
from storage.seal import sealed

COMMITTEE = Committee(name="政协示例县委员会", code="BM")
SEED = 20260316
PER_MEMBER = 100
PER_WRITER = 10
BATCH = 2_000
YEARS = 4
TODAY = date(2026, 3, 16)
TODAY_AT = datetime(2026, 3, 16, tzinfo=UTC)
TRIED = 300
"""Letters stored to learn what one costs, in transactions of ten."""


@dataclass(frozen=True)
class Heap:
    """What was stored, and words of which it is known how often they stand in it."""

    letters: int
    office: Person
    member: Person
    words: tuple[list[str], list[str], list[str]] = field(repr=False)
    names: list[str] = field(repr=False)
    today: date = TODAY

    @property
    def absent(self) -> list[str]:
        """Their characters are known, some of their pairs as well."""
        return [f"{one[-1]}{other[0]}{one[0]}" for one, other in zip(THINGS, reversed(THINGS), strict=True)]

    @property
    def characters(self) -> list[str]:
        return sorted({char for word in self.words[0] for char in word})

    @property
    def numbers(self) -> list[str]:
        return [number_of(at) for at in range(1, self.letters, max(1, self.letters // 20))]

    @property
    def months(self) -> list[str]:
        return [f"{TODAY.year - back}-{month:02}" for back in range(1, YEARS) for month in (1, 5, 9, 12)]


def number_of(place: int, year: int = TODAY.year) -> str:
    return f"BM-{year}-{place:06}"


@dataclass(frozen=True)
class Sheet:
    """A letter's text, with what it is found by: to make a million of these takes longer than to store them."""

    text: str
    topic: str
    words: str


async def fill_quickly(db: Db, count: int, members: range, year: int, distinct: int = 20_000) -> None:
    """Store so many letters with members who are there, ten of each writer: of the same texts again and again."""
    writer = Writer(SEED)
    sheets = [_sheet(db, writer.letter()) for _ in range(min(count, distinct))]
    async with db.write() as tx:
        writer_ids = [await people.add(tx, writer.name(), "zh") for _ in range(max(1, count // PER_WRITER))]
    texts = (sheets[place % len(sheets)].text for place in range(count))
    written = _letters(texts, count, writer_ids, members, year)
    while batch := list(islice(written, BATCH)):
        await _store(db, [_row(db, letter, text, sheets[(letter.id - 1) % len(sheets)]) for letter, text in batch])


def _sheet(db: Db, text: str) -> Sheet:
    told = topic(text)
    state = LetterState.READ
    nobodys = Letter(0, "", 0, None, LetterKind.MEMBER, True, told, state, TODAY_AT)  # is anonymous
    tokens = letter_index.whole(db.seal, nobodys, [text]).split()
    return Sheet(text, told, " ".join(token for token in tokens if ":" not in token))


async def fill(db: Db, count: int) -> Heap:
    """Store so many letters, ten of each writer, a hundred with each member, a few of them still open."""
    writer = Writer(SEED)
    async with db.write() as tx:
        office_id = await people.add(tx, "周敏", "zh", telegram_id=1)
        await people.grant(tx, office_id, Role.OFFICE)
        member_ids = [await _member(tx, writer.name()) for _ in range(max(1, count // PER_MEMBER))]
        names = [writer.name() for _ in range(max(1, count // PER_WRITER))]
        writer_ids = [await people.add(tx, name, "zh") for name in names]
        middle = (await people.member(tx, member_ids[len(member_ids) // 2])).person_id
        office, member = await people.get(tx, office_id), await people.get(tx, middle)
    seen: Counter[str] = Counter()
    written = _letters((writer.letter() for _ in range(count)), count, writer_ids, member_ids)
    while batch := list(islice(written, BATCH)):
        for _, text in batch:
            seen.update({text[at : at + 2] for at in range(len(text) - 1)})
        await _store(db, [_row(db, letter, text) for letter, text in batch])
    return Heap(count, office, member, _by_frequency(seen), names[:: max(1, len(names) // 40)])


async def _member(tx: Tx, name: str) -> int:
    return await people.add_member(tx, await people.add(tx, name, "zh"), "农业界", "城北镇工委", Standing.REGULAR)


def _by_frequency(seen: Counter[str]) -> tuple[list[str], list[str], list[str]]:
    common = [word[:2] for word in THINGS[:20]]
    counted = [pair for pair, times in seen.most_common() if set(pair) <= set(GIVEN)]
    return common, counted[len(counted) // 2 :][:20], counted[-20:]


def _letters(
    texts: Iterable[str], count: int, writer_ids: Sequence[int], member_ids: Sequence[int], year: int = TODAY.year
) -> Iterator[tuple[Letter, str]]:
    began = datetime(TODAY.year - YEARS, TODAY.month, TODAY.day, tzinfo=UTC)
    step = timedelta(days=365 * YEARS) / count
    for place, text in enumerate(texts, 1):
        yield (
            Letter(
                id=place,
                number=number_of(place, year),
                writer_id=writer_ids[place % len(writer_ids)],
                member_id=member_ids[place % len(member_ids)],
                kind=LetterKind.MEMBER,
                is_anonymous=place % 5 == 0,
                topic=topic(text),
                state=_state(place, count),
                received_at=began + place * step,
            ),
            text,
        )


def _state(place: int, count: int) -> LetterState:
    """One in five hundred was never read, the newest are under way, one in four was answered and left so."""
    if place % 500 == 0:
        return LetterState.RECEIVED
    if place > count * 0.98:
        return LetterState.READ
    return LetterState.ANSWERED if place % 4 == 0 else LetterState.SETTLED


def _row(db: Db, letter: Letter, text: str, sheet: Sheet | None = None) -> Row:
    """With ``sheet`` its words are known, and the marks alone are made."""
    if sheet:
        tokens = f"{letter_index.whole(db.seal, replace(letter, topic=''))} {sheet.words}"
    else:
        tokens = letter_index.whole(db.seal, letter, [text])
    return {
        "id": letter.id,
        "number": letter.number,
        "writer_id": letter.writer_id,
        "member_id": letter.member_id,
        "kind": letter.kind.value,
        "is_anonymous": letter.is_anonymous,
        "topic": sealed(letter.topic),
        "state": letter.state.value,
        "received_at": letter.received_at,
        "text": sealed(text),
        "tokens": tokens,
    }


async def _store(db: Db, rows: Sequence[Row]) -> None:
    async with db.write() as tx:
        # Their ids follow from their order.
        await tx.run_many(
            """
            INSERT INTO letters (number, writer_id, member_id, kind, is_anonymous, topic, state, received_at)
            VALUES (:number, :writer_id, :member_id, :kind, :is_anonymous, :topic, :state, :received_at)
            """,
            rows,
        )
        await tx.run_many(
            """
            INSERT INTO letter_entries (letter_id, author_id, side, text, written_at)
            VALUES (:id, :writer_id, 'writer', :text, :received_at)
            """,
            rows,
        )
        await tx.run_many("INSERT INTO letter_index (letter_id, tokens) VALUES (:id, :tokens)", rows)


async def cost_of_a_letter(db: Db, heap: Heap) -> tuple[float, float]:
    """Milliseconds to store a letter of one entry beside all the others: with its index, and without."""
    indexed = await _store_some(db, heap, heap.letters + 1)
    nothing = AsyncMock()
    with patch.object(letter_index, "begin", nothing), patch.object(letter_index, "extend", nothing):
        return indexed, await _store_some(db, heap, heap.letters + TRIED + 1)


async def _store_some(db: Db, heap: Heap, first: int) -> float:
    texts = [Writer(first).letter() for _ in range(TRIED)]
    began = time.perf_counter()
    for at in range(0, TRIED, 10):
        async with db.write() as tx:
            for place in range(at, at + 10):
                letter = await letters.add(
                    tx,
                    f"BM-2027-{first + place:06}",
                    heap.office.id,
                    None,
                    "路灯坏了",
                    kind=LetterKind.COMMITTEE,
                    is_anonymous=False,
                )
                await letter_entries.add(tx, letter.id, heap.office.id, Side.WRITER, Piece(texts[place]))
    return (time.perf_counter() - began) / TRIED * 1000
