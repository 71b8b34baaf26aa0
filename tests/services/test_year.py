"""A year of a whole committee, day by day: what was reminded, counted and totalled, against a count of our own.

``year_life.py`` lets it happen; the book (``year_book.py``) holds what did, and what is expected of it.
"""

import random
import time
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from domain.totals import Figures, Period, PeriodKind, added_up
from services import (
    gathering,
    quota,
    stranded,
    summaries,
    totals,
    unit_quota,
)
from storage import export as stored
from storage.db import Db
from tests.conftest import TestClock
from tests.services.reminding import deliver
from tests.services.year_book import (
    NAMED,
    YEAR,
    Book,
    Told,
    Who,
    asked,
    expected,
    owed,
    owed_by_units,
)
from tests.services.year_life import Year, at_hour
from tests.services.year_people import UNITS

EVERY = ("jingjiang-2014", "baokang-151", "xishan-2017", "ordos-2021")
SHORT = (("sqlite", "jingjiang-2014"), ("postgres", "baokang-151"), ("sqlite", "xishan-2017"))
DAYS = [date(YEAR, 1, 2) + timedelta(days=number) for number in range(364)]
QUARTERS = {date(YEAR, 3, 31): 1, date(YEAR, 6, 30): 2, date(YEAR, 9, 30): 3, date(YEAR, 12, 31): 4}
QUARTERS |= {date(YEAR, 4, 20): 1, date(YEAR, 7, 20): 2, date(YEAR, 10, 20): 3}
"""Days on which a quarter's totals are looked at: its last one, and one three weeks later."""
BRIEF = {"sqlite": (20, 120, DAYS[:180]), "postgres": (10, 60, DAYS[44:89])}
"""Members, contacts and days: until 30 June; or weeks until 31 March, as PostgreSQL takes four times as long."""


class Watched(Year):
    """A year whose mornings and totals are held against the book."""

    messages, _seen = 0, 0

    async def morning(self, today: date) -> tuple[Told, Told]:
        """What was told, and what should have been."""
        due = expected(self.name, self.book, today, self.everyone)
        self.clock.now = at_hour(today, 9)
        await self._bring_back()
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

    async def _bring_back(self) -> None:
        """The letters of who left are in triage again."""
        behind = [letter for letter in self.book.letters if letter.to and not letter.to.serves]
        assert (await stranded.bring_back(self.db, self.rules, 0)).get("letters", 0) == len(behind)
        for letter in behind:
            letter.to = None

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

    async def check_quarter(self, today: date, number: int) -> None:
        """What the office reads of it, and of the year so far: of each member, unit and month."""
        self.clock.now = at_hour(today, 20)
        for period in (Period(PeriodKind.QUARTER, YEAR, number), Period.of_year(YEAR)):
            on = min(today, period.last)
            async with self.db.read() as tx:
                counted = await totals.of_period(tx, self.rules, period)
            serving = [one for one in self.everyone if one.served_on(on)]
            of = {one.member_id: one.figures for one in counted.members}
            assert of.keys() == {one.id for one in serving}
            book = self.book.as_of(on)
            for member in serving:
                self._check_member(book, member, of[member.id], period, on)
            assert counted.by_unit.keys() == {one.unit for one in serving}
            for unit, figures in counted.by_unit.items():
                assert figures == added_up(of[one.id] for one in serving if one.unit == unit)
            assert counted.by_sector.keys() == {one.sector for one in serving}
            for sector, figures in counted.by_sector.items():
                assert figures == added_up(of[one.id] for one in serving if one.sector == sector)
            stands = Counter(one.on.month for one in self.book.visits if one.stands and one.to.of in serving)
            months = range(period.first.month, on.month + 1)
            assert counted.months() == {month: stands[month] for month in months}

    def _check_member(self, book: Book, member: Who, of: Figures, period: Period, on: date) -> None:
        seen = book.period(member, period.first, on)
        assert {name: getattr(of, name) for name in seen} == seen, member
        quotas = [one for each in asked(self.name, book, member).values() for one in each]
        done, all_owed = sum(one.done for one in quotas), sum(one.owed for one in quotas)
        assert (of.done, of.owed, bool(of.complete)) == (done, all_owed, bool(quotas) and done == all_owed), member

    async def check_totals(self, today: date) -> None:
        """Members' and units' standing at the end, the export, and the cards."""
        async with self.db.read() as tx:
            standing = await quota.progress_of_many(tx, self.scheme, YEAR)
            of_units = await unit_quota.of_units(tx, self.rules, YEAR)
            exported = [row async for row in stored.visits(tx)]
            cards_ = await tx.value("SELECT COUNT(*) FROM cards")
        of_id = {one.id: one for one in self.everyone}
        assert {member.id for member, _ in standing} == {one.id for one in self.everyone if one.serves}
        for known, where in standing:
            member = of_id[known.id]
            assert (known.unit, known.sector) == (member.unit, member.sector)
            left = owed(self.name, self.book, member)
            assert where.has_figures is bool(left)
            assert (where.contacts_left, where.visits_left, where.good_deeds_left) == tuple(left.values() or (0, 0, 0))
            assert len(where.contacts) == len(self.book.active(member))
        for one in of_units:
            due = owed_by_units(self.name, self.book, one.unit.name, today)
            assert [(tally.done, tally.quota.min) for tally in one.tallies] == due
        assert bool(of_units) is bool(owed_by_units(self.name, self.book, UNITS[0], today))
        assert len(exported) == len(self.book.visits) + self.book.corrections
        assert sum(row["withdrawn_at"] is None for row in exported) == sum(one.stands for one in self.book.visits)
        assert cards_ == len(self.book.cards)


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


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The whole year of every scheme on both engines is in `make year`."""
    is_long = metafunc.config.getoption("--long")
    several = [(engine, scheme) for engine in ("sqlite", "postgres") for scheme in EVERY] if is_long else SHORT
    params = [pytest.param(*one, marks=[pytest.mark.postgres] if one[0] == "postgres" else []) for one in several]
    metafunc.parametrize(("engine", "scheme"), params)


@pytest.mark.timeout(1800)
async def test_a_year_is_reminded_and_counted_as_it_happened(
    engine: str, scheme: str, db: Db, clock: TestClock, request: pytest.FixtureRequest
) -> None:
    is_long = request.config.getoption("--long")
    given: int | None = request.config.getoption("--fault-seed")
    chance = random.randrange(10**6) if given is None else given
    print(f"--fault-seed {chance}")  # Shown when the test fails.
    year = Watched(db, clock, scheme, chance)
    began, reminded = time.perf_counter(), 0
    members, contacts, days = (200, 1200, DAYS) if is_long else BRIEF[engine]
    await year.begin(members, contacts, days[: len(days) // 2])
    for today in days:
        told, due = await year.morning(today)
        assert told == due, f"{today}: {told - due} was told, {due - told} was not"
        reminded += due.total()
        await year.day(today)
        if number := QUARTERS.get(today):
            await year.check_quarter(today, number)
    await year.check_totals(days[-1])
    book = year.book
    assert len(book.visits) > 10
    # For docs/reliability.md.
    figures = f"{len(book.visits)} visits, {len(book.activities)} activities, {len(book.letters)} letters, "
    figures += f"{reminded} reminders in {year.messages} messages, {time.perf_counter() - began:.0f} s"
    print(f"{scheme} on {engine}: {len(year.everyone)} members, {len(book.contacts)} contacts, {figures}")
