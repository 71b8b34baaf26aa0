"""A year of a whole committee, day by day: what was reminded, counted and totalled, against a count of our own.

The book holds what happened. What is expected of it is said here once more, document by document, without
``domain.quota``.
"""

import random
import shutil
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from domain.contacts import ContactKind, ContactLimitReached
from domain.good_deeds import Promise
from domain.people import Member, Role, Standing
from domain.settings import Committee, Reminders
from domain.visits import VisitKind
from services import cards, contacts, forms, good_deeds, quota, reminders, schemes, summaries, visits
from services.calendar import workdays
from services.contacts import Particulars
from services.rounds import Rules
from services.visits import Report
from storage import export as stored
from storage import people
from storage.db import Db, Tx, open_db
from tests.conftest import TestClock
from tests.keys import SEAL
from tests.services.reminding import ZONE, deliver

COMMITTEE = Committee(name="政协示例县委员会", code="SL")
EVERY = ("jingjiang-2014", "baokang-151", "xishan-2017", "ordos-2021")
SHORT = ("jingjiang-2014", "baokang-151")
YEAR = 2026
DAYS = [date(YEAR, 1, 2) + timedelta(days=number) for number in range(364)]
A_DAY = timedelta(days=1)
HALF_A_YEAR = 180


@dataclass
class Kept:
    """A contact in the book."""

    id: int
    of: Member
    kind: ContactKind
    is_active: bool = True
    visits: list["Seen"] = field(default_factory=list, repr=False)
    promises: list["Word"] = field(default_factory=list, repr=False)


@dataclass
class Seen:
    """A visit in the book, with what was done and promised at it."""

    id: int
    to: Kept
    kind: VisitKind
    deeds: int
    stands: bool = True


@dataclass
class Word:
    """A promise in the book."""

    id: int
    at: Seen
    made: date
    due: date
    is_kept: bool = False


@dataclass
class Book:
    """What happened until now, in the order in which it did."""

    contacts: list[Kept] = field(default_factory=list)
    visits: list[Seen] = field(default_factory=list)
    promises: list[Word] = field(default_factory=list)
    forms: set[int] = field(default_factory=set)
    """The members whose form is in."""
    cards: Counter[str] = field(default_factory=Counter)
    thanked: set[int] = field(default_factory=set)

    def active(self, member: Member, *kinds: ContactKind) -> list[Kept]:
        return [
            one
            for one in self.contacts
            if one.of.id == member.id and one.is_active and (not kinds or one.kind in kinds)
        ]

    def visits_to(self, contact: Kept, *kinds: VisitKind) -> int:
        return sum(one.stands and one.kind in kinds for one in contact.visits)

    def deeds_for(self, contact: Kept) -> int:
        done = sum(one.deeds for one in contact.visits if one.stands)
        return done + sum(word.is_kept and word.at.stands for word in contact.promises)

    def people_met(self, member: Member) -> int:
        kinds, sorts = (VisitKind.HOME, VisitKind.AD_HOC, VisitKind.GROUP), (ContactKind.SECTOR, ContactKind.OTHER)
        own = [one for one in self.contacts if one.of.id == member.id and one.kind in sorts]
        return sum(self.visits_to(one, *kinds) > 0 for one in own)


# --- what the documents ask for, said once more -----------------------------------------------------------------------


def owed(scheme: str, book: Book, member: Member, is_leader: bool) -> dict[str, int]:
    """Contacts, visits and good deeds that are still owed this year; {} where nothing is asked for."""
    active = book.active(member)
    if scheme == "jingjiang-2014":
        # J7: 5 contacts, each visited at home 3 times; J-speech: a good deed for each.
        home = sum(max(0, 3 - book.visits_to(one, VisitKind.HOME)) for one in active)
        return _owed(max(0, 5 - len(active)), home, sum(not book.deeds_for(one) for one in active))
    if scheme == "baokang-151":
        # 151: 5 of the sector, 10 different people met. 三联: a village, 5 members, 10 of the sector.
        sector = max(0, (10 if is_leader else 5) - len(book.active(member, ContactKind.SECTOR)))
        village = max(0, 1 - len(book.active(member, ContactKind.VILLAGE))) if is_leader else 0
        fellows = max(0, 5 - len(book.active(member, ContactKind.MEMBER))) if is_leader else 0
        return _owed(sector + village + fellows, max(0, 10 - book.people_met(member)), 0)
    if scheme == "xishan-2017":
        # 双走进: an enterprise, 2 of the sector, 3 others.
        asked = {ContactKind.ENTERPRISE: 1, ContactKind.SECTOR: 2, ContactKind.OTHER: 3}
        return _owed(sum(max(0, least - len(book.active(member, kind))) for kind, least in asked.items()), 0, 0)
    return {}


def _owed(contacts_: int, visits_: int, deeds: int) -> dict[str, int]:
    return {"contacts": contacts_, "visits": visits_, "good-deeds": deeds}


Told = Counter[tuple[Any, ...]]
"""(person, sentence, figures) → how often, on one day."""


def expected(scheme: str, book: Book, today: date, everyone: list[Member], leaders: set[int]) -> Told:
    """Whom the morning of this day reminds of what."""
    told: Told = Counter()
    lines = Counter(word.at.to.of.person_id for word in book.promises if _is_reminded(word, today))
    told.update({(person, "promises", count): 1 for person, count in lines.items()})
    of_dates = [on for on in J7_DATES if (date(YEAR, *on) - today).days in (14, 2) and scheme == "jingjiang-2014"]
    for member in everyone if today.day == 25 or of_dates else ():
        person, left = member.person_id, owed(scheme, book, member, member.id in leaders)
        if today.day == 25 and left:
            if any(left.values()):
                told[person, "monthly", tuple((what, n) for what, n in left.items() if n)] += 1
            elif person not in book.thanked:
                book.thanked.add(person)
                told[person, "thanks", ()] += 1
        told.update(one for on in of_dates if (one := _of_date(on, book, member, left["contacts"])))
    return told


J7_DATES = ((3, 31), (4, 15), (11, 30))
"""Of the contacts, the form and the cards; each is reminded of two weeks and two days before."""


def _of_date(on: tuple[int, int], book: Book, member: Member, missing: int) -> tuple[Any, ...] | None:
    """What a member is reminded of at one of J7's dates."""
    person, active = member.person_id, len(book.active(member))
    if on == (3, 31):
        return (person, "contacts", (active, missing)) if missing else None
    if on == (4, 15):
        return None if member.id in book.forms else (person, "form", ())
    return (person, "cards", active) if active else None


def _is_reminded(word: Word, today: date) -> bool:
    """Two days before (or the day after it was made), the day after its day, and weekly from then on."""
    if word.is_kept or not word.at.stands:
        return False
    first = max(word.due - 2 * A_DAY, word.made + A_DAY)
    return today == first or (today > word.due and (today - word.due).days % 7 == 1)


# --- the life of a committee ------------------------------------------------------------------------------------------


class Year:
    """A committee's year: every day a morning on which people are reminded, then what happens by chance."""

    def __init__(self, db: Db, clock: TestClock, scheme: str, chance: int) -> None:
        self.db, self.clock, self.name = db, clock, scheme
        self.scheme = schemes.load(scheme)
        settings = Reminders(workdays_only=False)
        self.rules = Rules(self.scheme, settings, ZONE, workdays([YEAR - 1, YEAR, YEAR + 1]))
        self.desk = forms.Desk(self.scheme, COMMITTEE)
        self.chance = random.Random(chance)
        self.book = Book()
        self.everyone: list[Member] = []
        self.leaders: set[int] = set()
        self._seen = 0

    async def begin(self, members: int, contacts_: int) -> None:
        self.clock.now = _at(date(YEAR, 1, 1), 8)
        async with self.db.write() as tx:
            office = await people.add(tx, "周敏", "zh", telegram_id=1)
            await people.grant(tx, office, Role.OFFICE)
            self.office_id = office
            for number in range(members):
                person = await people.add(tx, f"委员{number}", "zh", telegram_id=1000 + number)
                began = date(YEAR - 3, 1, 10)
                member = await people.add_member(tx, person, "农业界", "", Standing.REGULAR, began_on=began)
                self.everyone.append(await people.member(tx, member))
                if number % 20 == 0:
                    await people.grant(tx, person, Role.LEADER)
                    self.leaders.add(member)
        kinds = self.scheme.contact_kinds
        self.joining = Counter(self.chance.choice(DAYS[:HALF_A_YEAR]) for _ in range(contacts_))
        self.kinds = [*kinds, ContactKind.SECTOR, ContactKind.SECTOR]

    async def morning(self, today: date) -> tuple[Told, Told]:
        """What was told, and what should have been."""
        due = expected(self.name, self.book, today, self.everyone, self.leaders)
        self.clock.now = _at(today, 9)
        await reminders.remind(self.db, self.rules)
        await good_deeds.remind(self.db, self.rules)
        async with self.db.read() as tx:
            rows = await tx.all("SELECT id, person_id, content_json FROM outbox WHERE id > :seen", seen=self._seen)
        self._seen = max([self._seen, *(row["id"] for row in rows)])
        told = Counter(one for row in rows if (one := _read(row["person_id"], row["content_json"])))
        if rows:
            await deliver(self.db)
            await self._check_summaries(due)
        return told, due

    async def _check_summaries(self, due: Told) -> None:
        """The office is told of each round how many were sent."""
        sent = Counter("monthly" if what == "thanks" else what for (_, what, _), n in due.items() for _ in range(n))
        del sent["promises"]
        await summaries.summarise(self.db, self.rules)
        async with self.db.read() as tx:
            rows = await tx.all("SELECT id, content_json FROM outbox WHERE id > :seen ORDER BY id", seen=self._seen)
        self._seen = max([self._seen, *(row["id"] for row in rows)])
        counts = [args["count"] for row in rows for key, args in _lines(row) if key == "reminder-summary-sent"]
        assert sorted(count for count in counts if count) == sorted(sent.values())

    async def day(self, today: date) -> None:
        self.clock.now = _at(today, 11)
        async with self.db.write() as tx:
            for _ in range(self.joining[today]):
                await self._register(tx, self.chance.choice(self.everyone), today)
            active = [one for one in self.book.contacts if one.is_active]
            for one in active:
                if self.chance.random() < 0.012:
                    await self._visit(tx, one, today)
            await self._change_of_mind(tx, active, today)
            for word in self.book.promises:
                if not word.is_kept and word.at.stands and word.made < today and self.chance.random() < 0.05:
                    await good_deeds.done(tx, word.at.to.of, word.id, today, today, self.scheme)
                    word.is_kept = True
            if self.name == "jingjiang-2014" and date(YEAR, 3, 20) < today < date(YEAR, 4, 25):
                await self._hand_in(tx, today)

    async def _register(self, tx: Tx, member: Member, today: date) -> None:
        """Some find no room: then nothing happened."""
        kind = self.chance.choice(self.kinds)
        try:
            new = await contacts.register(
                tx, member, Particulars(f"群众{len(self.book.contacts)}", kind, "", "城北村"), self.scheme, today
            )
        except ContactLimitReached:
            return
        self.book.contacts.append(Kept(new.id, member, kind))
        if self.chance.random() < 0.8:
            await cards.issue(tx, member, new.id)
            self.book.cards["issued"] += 1

    async def _visit(self, tx: Tx, one: Kept, today: date) -> None:
        kind = self.chance.choice([VisitKind.HOME, VisitKind.HOME, *VisitKind])
        deeds = tuple(f"第{number}件" for number in range(self.chance.choice((0, 0, 0, 1, 2))))
        due = today + timedelta(days=self.chance.randrange(1, 30))
        promises = (Promise("送化肥", due),) if self.chance.random() < 0.15 else ()
        report = Report(one.id, kind, today, f"走访{len(self.book.visits)}", deeds, promises=promises)
        made = await visits.log(tx, one.of, report, self.scheme, today)
        seen = Seen(made.visit.id, one, kind, len(deeds))
        self.book.visits.append(seen)
        one.visits.append(seen)
        given = [Word(deed.id, seen, today, due) for deed in made.deeds if deed.is_open]
        self.book.promises += given
        one.promises += given

    async def _change_of_mind(self, tx: Tx, active: list[Kept], today: date) -> None:
        """Now and then a visit of these days is withdrawn, and a contact ended."""
        late = self.book.visits[-1:] if self.chance.random() < 0.1 else []
        for seen in late:
            if seen.stands and not any(word.is_kept and word.at is seen for word in self.book.promises):
                await visits.withdraw(tx, seen.to.of, seen.id, timedelta(days=365))
                seen.stands = False
        if active and self.chance.random() < 0.1:
            one = self.chance.choice(active)
            await contacts.end(tx, one.of, one.id, today, "moved")
            one.is_active = False

    async def _hand_in(self, tx: Tx, today: date) -> None:
        """The form; the office sends some back, which are owed again."""
        for member in self.everyone:
            if member.id not in self.book.forms and self.book.active(member) and self.chance.random() < 0.06:
                form = await forms.hand_in(tx, member, self.desk, today)
                self.book.forms.add(member.id)
                if self.chance.random() < 0.2:
                    await forms.send_back(tx, form.id, "请补上住址", await people.get(tx, self.office_id))
                    self.book.forms.discard(member.id)

    async def check_totals(self) -> None:
        """Members' standing at the year's end, the export, and the cards."""
        async with self.db.read() as tx:
            standing = await quota.progress_of_many(tx, self.scheme, YEAR)
            exported = [row async for row in stored.visits(tx)]
            cards_ = await tx.value("SELECT COUNT(*) FROM cards")
        assert {member.id for member, _ in standing} == {member.id for member in self.everyone}
        for member, where in standing:
            left = owed(self.name, self.book, member, member.id in self.leaders)
            assert where.has_figures is bool(left)
            assert (where.contacts_left, where.visits_left, where.good_deeds_left) == tuple(left.values() or (0, 0, 0))
            assert len(where.contacts) == len(self.book.active(member))
        assert len(exported) == len(self.book.visits)
        assert sum(row["withdrawn_at"] is None for row in exported) == sum(one.stands for one in self.book.visits)
        assert cards_ == self.book.cards["issued"]


_FIGURES: Mapping[str, str] = {
    "reminder-contacts-left": "contacts",
    "reminder-visits-left": "visits",
    "reminder-visits-left-by-month": "visits",
    "reminder-good-deeds-left": "good-deeds",
}


def _lines(row: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    """The sentences within a sentence."""
    lines = row["content_json"]["text"]["args"].get("lines", [])
    return [(line["$text"], line["args"]) for line in lines if isinstance(line, dict)]


def _read(person_id: int, content: Mapping[str, Any]) -> tuple[Any, ...] | None:
    """A message as ``expected`` has it; None for one that is no reminder (a form that was handed in, say)."""
    key, args = content["text"]["$text"], content["text"]["args"]
    lines = _lines({"content_json": content})
    match key:
        case "reminder-monthly":
            return person_id, "monthly", tuple((_FIGURES[k], a["count"]) for k, a in lines if k in _FIGURES)
        case "reminder-thanks":
            return person_id, "thanks", ()
        case "reminder-deadline-contacts":
            return person_id, "contacts", (args["registered"], args["missing"])
        case "reminder-deadline":
            return person_id, "form", ()
        case "reminder-deadline-of-contacts":
            return person_id, "cards", args["count"]
        case "reminder-promises":
            return person_id, "promises", len(lines)
    return None


def _at(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, 30, tzinfo=ZONE)


@pytest.fixture
async def year_db(migrated_sqlite: Path, tmp_path: Path, clock: TestClock) -> AsyncIterator[Db]:
    shutil.copy(migrated_sqlite, tmp_path / "year.db")
    database = await open_db(f"sqlite:///{tmp_path / 'year.db'}", clock, SEAL)
    yield database
    await database.close()


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("scheme", EVERY)
async def test_a_year_is_reminded_and_counted_as_it_happened(
    scheme: str, year_db: Db, clock: TestClock, request: pytest.FixtureRequest
) -> None:
    is_long = request.config.getoption("--long")
    if not is_long and scheme not in SHORT:
        pytest.skip("the whole year of every scheme is in `make faults`")
    given: int | None = request.config.getoption("--fault-seed")
    chance = random.randrange(10**6) if given is None else given
    print(f"--fault-seed {chance}")  # Shown when the test fails.
    year = Year(year_db, clock, scheme, chance)
    await year.begin(*((200, 1200) if is_long else (30, 180)))
    for today in DAYS:
        told, due = await year.morning(today)
        assert told == due, f"{today}: {told - due} was told, {due - told} was not"
        await year.day(today)
    await year.check_totals()
    assert len(year.book.visits) > 100
