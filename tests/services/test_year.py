"""A year of a whole committee, day by day: what was reminded, counted and totalled, against a count of our own.

The book (``year_book.py``) holds what happened and what is expected of it.
"""

import random
import shutil
import time
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from domain import sign_in
from domain.activities import ActivityKind
from domain.contacts import ContactKind, ContactLimitReached
from domain.good_deeds import Promise
from domain.people import Member, Person, Role, Standing
from domain.settings import Committee, Reminders
from domain.totals import Figures, Period, PeriodKind, added_up
from domain.visits import VisitKind
from services import (
    activities,
    activity_rounds,
    activity_sign_in,
    cards,
    contacts,
    forms,
    gathering,
    good_deeds,
    letters,
    quota,
    schemes,
    studios,
    summaries,
    totals,
    unit_quota,
    visits,
)
from services.activities import NewActivity
from services.calendar import workdays
from services.contact_replacing import replace_contact
from services.contacts import Particulars
from services.rounds import Rules
from services.visits import Report
from storage import activities as stored_activities
from storage import export as stored
from storage import people
from storage.db import Db, Tx, open_db
from tests.conftest import TestClock
from tests.keys import SEAL
from tests.services.letter_writing import LIMITS, as_pieces, write
from tests.services.reminding import ZONE, deliver
from tests.services.year_book import (
    NAMED,
    YEAR,
    Book,
    Held,
    Kept,
    Seen,
    Sent,
    Told,
    Word,
    asked,
    expected,
    owed,
    owed_by_units,
)

COMMITTEE = Committee(name="政协示例县委员会", code="SL")
EVERY = ("jingjiang-2014", "baokang-151", "xishan-2017", "ordos-2021")
SHORT = ("jingjiang-2014", "baokang-151", "xishan-2017")
DAYS = [date(YEAR, 1, 2) + timedelta(days=number) for number in range(364)]
QUARTERS = {date(YEAR, 3, 31): 1, date(YEAR, 6, 30): 2, date(YEAR, 9, 30): 3, date(YEAR, 12, 31): 4}
HALF_A_YEAR = DAYS[:180]
"""Until 30 June."""
UNITS = ("城北镇政协工委", "城南街道政协工委", "开发区政协工委", "城关镇政协工委")
SECTORS = ("农业界", "教育界", "医药卫生界")
WRITERS = 12
MOST_CONTACTS = {"jingjiang-2014": 6}
LASTS = timedelta(hours=2)


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
        self.writers: list[Person] = []
        self.letters: list[tuple[int, Sent]] = []
        self.messages = 0
        self._seen = 0

    async def begin(self, members: int, contacts_: int, joining: Sequence[date]) -> None:
        """Enter everyone; contacts are registered on some of the days of ``joining``."""
        self.clock.now = _at(date(YEAR, 1, 1), 8)
        async with self.db.write() as tx:
            office = await people.add(tx, "周敏", "zh", telegram_id=1)
            await people.grant(tx, office, Role.OFFICE)
            self.office = await people.get(tx, office)
            for number in range(WRITERS):
                writer = await people.add(tx, f"来信人{number}", "zh", telegram_id=100 + number)
                self.writers.append(await people.get(tx, writer))
            for number in range(members):
                person = await people.add(tx, f"委员{number}", "zh", telegram_id=1000 + number)
                began = date(YEAR - 3, 1, 10)
                unit, sector = UNITS[number % len(UNITS)], SECTORS[number % len(SECTORS)]
                member = await people.add_member(tx, person, sector, unit, Standing.REGULAR, began_on=began)
                self.everyone.append(await people.member(tx, member))
                if number % 20 == 0:
                    await people.grant(tx, person, Role.LEADER)
                    self.leaders.add(member)
        kinds = self.scheme.contact_kinds
        self.joining = Counter(self.chance.choice(joining) for _ in range(contacts_))
        self.kinds = [*kinds, ContactKind.SECTOR, ContactKind.SECTOR]

    async def morning(self, today: date) -> tuple[Told, Told]:
        """What was told, and what should have been."""
        due = expected(self.name, self.book, today, self.everyone, self.leaders)
        self.clock.now = _at(today, 9)
        await gathering.remind(self.db, self.rules)
        async with self.db.read() as tx:
            rows = await tx.all("SELECT id, person_id, content_json FROM outbox WHERE id > :seen", seen=self._seen)
        self._seen = max([self._seen, *(row["id"] for row in rows)])
        told = Counter(one for row in rows for one in _read(row["person_id"], row["content_json"]))
        self.messages += sum(row["content_json"]["text"]["$text"] in REMINDERS for row in rows)
        if rows:
            await deliver(self.db)
            await self._check_summaries(due)
        return told, due

    async def _check_summaries(self, due: Told) -> None:
        """The office is told of each round how many were sent."""
        sent = Counter("monthly" if what == "thanks" else what for (_, what, _), n in due.items() for _ in range(n))
        for kind in ("promises", "activity", "unseen"):
            del sent[kind]
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
                await self._register(tx, today)
            active = [one for one in self.book.contacts if one.is_active]
            for one in active:
                if self.chance.random() < 0.012:
                    await self._visit(tx, one, today)
            await self._change_of_mind(tx, active, today)
            await self._keep_words(tx, today)
            if self.name == "jingjiang-2014" and date(YEAR, 3, 20) < today < date(YEAR, 4, 25):
                await self._hand_in(tx, today)
            await self._plan(tx, today)
            await self._write(tx, today)
        for held in [one for one in self.book.activities if one.on == today]:
            await self._hold(held)

    async def _register(self, tx: Tx, today: date) -> None:
        """With whoever has room: who has not is refused, and nothing happened."""
        kind = self.chance.choice(self.kinds)
        wanted = Particulars(f"群众{len(self.book.contacts)}", kind, "", "城北村")
        for member in self.chance.sample(self.everyone, len(self.everyone)):
            try:
                new = await contacts.register(tx, member, wanted, self.scheme, today)
                break
            except ContactLimitReached:
                assert len(self.book.active(member)) == MOST_CONTACTS[self.name]
            except contacts.KindIsNotOffered:
                assert kind in (ContactKind.VILLAGE, ContactKind.MEMBER)
                assert member.id not in self.leaders
        else:
            return
        self.book.contacts.append(Kept(new.id, member, kind, today))
        if self.chance.random() < 0.8:
            await cards.issue(tx, member, new.id)
            self.book.cards[member.id] += 1

    async def _visit(self, tx: Tx, one: Kept, today: date) -> None:
        kind = self.chance.choice([VisitKind.HOME, VisitKind.HOME, *VisitKind])
        deeds = tuple(f"第{number}件" for number in range(self.chance.choice((0, 0, 0, 1, 2))))
        due = today + timedelta(days=self.chance.randrange(1, 30))
        promises = (Promise("送化肥", due),) if self.chance.random() < 0.15 else ()
        report = Report(one.id, kind, today, f"走访{len(self.book.visits)}", deeds, promises=promises)
        made = await visits.log(tx, one.of, report, self.scheme, today)
        seen = Seen(made.visit.id, one, today, kind, len(deeds))
        self.book.visits.append(seen)
        one.visits.append(seen)
        given = [Word(deed.id, seen, today, due) for deed in made.deeds if deed.is_open]
        self.book.promises += given
        one.promises += given

    async def _change_of_mind(self, tx: Tx, active: list[Kept], today: date) -> None:
        """Now and then a visit of these days is corrected or withdrawn, and a contact ended or replaced."""
        late, within = self.book.visits[-1:], timedelta(days=365)
        for seen in late if self.chance.random() < 0.2 else []:
            if not seen.stands or any(word.at is seen for word in self.book.promises):
                continue
            if seen.to.is_active and self.chance.random() < 0.5:
                deeds = tuple(f"更正后第{number}件" for number in range(self.chance.randrange(3)))
                kind = self.chance.choice([*VisitKind])
                report = Report(seen.to.id, kind, seen.on, f"更正{self.book.corrections}", deeds)
                made = await visits.correct(tx, seen.to.of, seen.id, report, self.scheme, today, within)
                seen.id, seen.kind, seen.deeds = made.visit.id, kind, len(deeds)
                self.book.corrections += 1
            else:
                await visits.withdraw(tx, seen.to.of, seen.id, within)
                seen.stands = False
        if active and self.chance.random() < 0.1:
            await self._end(tx, self.chance.choice(active), today)

    async def _end(self, tx: Tx, one: Kept, today: date) -> None:
        """Someone moves away; at times somebody else takes their place at once."""
        if self.chance.random() < 0.5:
            await contacts.end(tx, one.of, one.id, today, "moved")
        else:
            wanted = Particulars(f"接替{len(self.book.contacts)}", one.kind, "", "城北村")
            new = await replace_contact(tx, one.of, one.id, wanted, "moved", self.scheme, today)
            self.book.contacts.append(Kept(new.new.id, one.of, one.kind, today))
        one.ended = today

    async def _keep_words(self, tx: Tx, today: date) -> None:
        for word in self.book.promises:
            if not word.is_kept and word.at.stands and word.made < today and self.chance.random() < 0.05:
                await good_deeds.done(tx, word.at.to.of, word.id, today, today, self.scheme)
                word.kept_on = today

    async def _hand_in(self, tx: Tx, today: date) -> None:
        """The form; the office sends some back, which are owed again."""
        for member in self.everyone:
            if member.id not in self.book.forms and self.book.active(member) and self.chance.random() < 0.06:
                form = await forms.hand_in(tx, member, self.desk, today)
                self.book.forms.add(member.id)
                if self.chance.random() < 0.2:
                    await forms.send_back(tx, form.id, "请补上住址", self.office)
                    self.book.forms.discard(member.id)

    # --- activities, studios and letters ------------------------------------------------------------------------------

    async def _plan(self, tx: Tx, today: date) -> None:
        """A unit plans an activity; some say that they come, one takes leave. Now and then a studio is opened."""
        unit = self.chance.choice(UNITS)
        unit_id = await people.unit_id(tx, unit)
        on = today + timedelta(days=self.chance.randrange(3, 12))
        if self.chance.random() < 0.15 and on.year == YEAR and all(one.on != on for one in self.book.activities):
            kind = self.chance.choice([*ActivityKind])
            begins = _at(on, 14)
            new = NewActivity(kind, "活动", "会议室", begins, begins + LASTS, unit_id=unit_id, is_open=True)
            made = await activities.make(tx, new, self.office, self.rules)
            coming = self.chance.sample(self.everyone, min(len(self.everyone), 10))
            for member in coming:
                await activities.come(tx, made.id, await people.get(tx, member.person_id), member)
            absent = coming.pop()
            person = await people.get(tx, absent.person_id)
            await activities.take_leave(tx, made.id, person, absent, "出差", self.rules)
            self.book.activities.append(Held(made.id, unit, kind, on, coming))
        if self.chance.random() < 0.02:
            await studios.add(tx, f"工作室{today}；老街 8 号；{unit}", self.office, today)
            self.book.studios[unit] += 1

    async def _hold(self, held: Held) -> None:
        """Most of those who said so come, and are asked afterwards how it was."""
        self.clock.now = _at(held.on, 14)
        async with self.db.write() as tx:
            key = await stored_activities.sign_in_key(tx, held.id)
            code = sign_in.code(key, held.id, sign_in.minute_of(tx.now))
            for member in held.coming:
                if self.chance.random() < 0.8:
                    await activity_sign_in.sign_in_by(tx, code, await people.get(tx, member.person_id), member)
                    held.came.append(member)
        self.clock.now += LASTS
        asked_ = (await activity_rounds.look(self.db, self.rules)).get("asked", 0)
        assert asked_ == len(held.came)

    async def _write(self, tx: Tx, today: date) -> None:
        """A letter to someone, at times answered at once or later."""
        if self.chance.random() < 0.4:
            to = self.chance.choice(self.everyone)
            letter = await write(tx, self.chance.choice(self.writers), to, "村口的路灯坏了。")
            self.letters.append((letter.id, Sent(to, today)))
            self.book.letters.append(self.letters[-1][1])
        for letter_id, sent in self.letters:
            if sent.answered_on is None and self.chance.random() < 0.1:
                by = await people.get(tx, sent.to.person_id)
                await letters.answer(tx, letter_id, by, as_pieces("已请人去修。"), LIMITS)
                sent.answered_on = today

    # --- totalled -----------------------------------------------------------------------------------------------------

    async def check_period(self, today: date) -> None:
        """What the office reads at a quarter's end, of it and of the year so far: of each member, unit and month."""
        self.clock.now = _at(today, 20)
        for period in (Period(PeriodKind.QUARTER, YEAR, QUARTERS[today]), Period.of_year(YEAR)):
            async with self.db.read() as tx:
                counted = await totals.of_period(tx, self.rules, period)
            assert {one.member_id for one in counted.members} == {one.id for one in self.everyone}
            of = {one.member_id: one.figures for one in counted.members}
            for member in self.everyone:
                self._check_member(member, of[member.id], period, today)
            for unit, figures in counted.by_unit.items():
                assert figures == added_up(of[member.id] for member in self.everyone if member.unit == unit)
            stands = Counter(one.on.month for one in self.book.visits if one.stands)
            months = range(period.first.month, today.month + 1)
            assert counted.months() == {month: stands[month] for month in months}

    def _check_member(self, member: Member, of: Figures, period: Period, today: date) -> None:
        seen = self.book.period(member, period.first, today)
        assert {name: getattr(of, name) for name in seen} == seen, member
        quotas = [
            one for each in asked(self.name, self.book, member, member.id in self.leaders).values() for one in each
        ]
        done, all_owed = sum(one.done for one in quotas), sum(one.owed for one in quotas)
        assert (of.done, of.owed, bool(of.complete)) == (done, all_owed, bool(quotas) and done == all_owed), member

    async def check_totals(self, today: date) -> None:
        """Members' and units' standing at the end, the export, and the cards."""
        async with self.db.read() as tx:
            standing = await quota.progress_of_many(tx, self.scheme, YEAR)
            of_units = await unit_quota.of_units(tx, self.rules, YEAR)
            exported = [row async for row in stored.visits(tx)]
            cards_ = await tx.value("SELECT COUNT(*) FROM cards")
        assert {member.id for member, _ in standing} == {member.id for member in self.everyone}
        for member, where in standing:
            left = owed(self.name, self.book, member, member.id in self.leaders)
            assert where.has_figures is bool(left)
            assert (where.contacts_left, where.visits_left, where.good_deeds_left) == tuple(left.values() or (0, 0, 0))
            assert len(where.contacts) == len(self.book.active(member))
        for one in of_units:
            due = owed_by_units(self.name, self.book, one.unit.name, today)
            assert [(tally.done, tally.quota.min) for tally in one.tallies] == due
        assert bool(of_units) is bool(owed_by_units(self.name, self.book, UNITS[0], today))
        assert len(exported) == len(self.book.visits) + self.book.corrections
        assert sum(row["withdrawn_at"] is None for row in exported) == sum(one.stands for one in self.book.visits)
        assert cards_ == self.book.cards.total()


REMINDERS = ("reminder-one", "reminder-several")
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


def _read(person_id: int, content: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """What a day's message says, as ``expected`` has it; [] for what is no reminder (a form handed in, say)."""
    text = content["text"]
    bodies = {
        "reminder-one": lambda: [text["args"]["body"]],
        "reminder-several": lambda: [each["args"]["body"] for each in text["args"]["bodies"] if each],
    }
    read = [_read_body(person_id, body) for body in bodies.get(text["$text"], list)()]
    return [one for one in read if one]


def _read_body(person_id: int, body: Mapping[str, Any]) -> tuple[Any, ...] | None:
    key, args = body["$text"], body["args"]
    lines = _lines({"content_json": {"text": body}})
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
        case "reminder-unseen":
            more = sum(a["count"] for k, a in lines if k == "reminder-more-contacts")
            assert len(lines) - bool(more) <= NAMED
            return person_id, "unseen", len(lines) - bool(more) + more
        case "activity-reminder":
            return person_id, "activity", ()
    return None


def _at(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, 30, tzinfo=ZONE)


@pytest.fixture
async def year_db(migrated_sqlite: Path, tmp_path: Path, clock: TestClock) -> AsyncIterator[Db]:
    shutil.copy(migrated_sqlite, tmp_path / "year.db")
    database = await open_db(f"sqlite:///{tmp_path / 'year.db'}", clock, SEAL)
    yield database
    await database.close()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The whole year of every scheme is in `make faults`."""
    metafunc.parametrize("scheme", EVERY if metafunc.config.getoption("--long") else SHORT)


@pytest.mark.timeout(1800)
async def test_a_year_is_reminded_and_counted_as_it_happened(
    scheme: str, year_db: Db, clock: TestClock, request: pytest.FixtureRequest
) -> None:
    is_long = request.config.getoption("--long")
    given: int | None = request.config.getoption("--fault-seed")
    chance = random.randrange(10**6) if given is None else given
    print(f"--fault-seed {chance}")  # Shown when the test fails.
    year = Year(year_db, clock, scheme, chance)
    began, reminded = time.perf_counter(), 0
    days = DAYS if is_long else HALF_A_YEAR
    await year.begin(*((200, 1200) if is_long else (20, 120)), days[: len(days) // 2])
    for today in days:
        told, due = await year.morning(today)
        assert told == due, f"{today}: {told - due} was told, {due - told} was not"
        reminded += due.total()
        await year.day(today)
        if today in QUARTERS:
            await year.check_period(today)
    await year.check_totals(days[-1])
    book = year.book
    assert len(book.visits) > 50
    # For docs/reliability.md.
    figures = f"{len(book.visits)} visits, {len(book.activities)} activities, {len(book.letters)} letters, "
    figures += f"{reminded} reminders in {year.messages} messages, {time.perf_counter() - began:.0f} s"
    print(f"{scheme}: {len(year.everyone)} members, {len(book.contacts)} contacts, {figures}")
