"""Members who come and go in the middle of the year: what the office's list says, and what each of them says."""

import random
from collections.abc import Callable
from datetime import date, timedelta

from domain.people import Person, Role, Standing
from services import absences, invitations, members_import
from services.rounds import Rules
from storage import people
from storage.db import Db, Tx
from tests.services.year_book import A_DAY, YEAR, Book, Who

UNITS = ("城北镇政协工委", "城南街道政协工委", "开发区政协工委", "城关镇政协工委")
SECTORS = ("农业界", "教育界", "医药卫生界")
HEADINGS = ["姓名", "界别", "政协工委", "届中加入日期", "离任日期"]
LONGEST_LATE = 6
"""Days after which the office's list knows that somebody left."""


class ComingsAndGoings:
    """The part of a year's life that is about who serves, where, and who is there."""

    db: Db
    rules: Rules
    chance: random.Random
    book: Book
    office: Person

    def __init__(self) -> None:
        self.everyone: list[Who] = []

    def acting(self, today: date, but: Callable[[Who], bool] = lambda _: False) -> list[Who]:
        return [one for one in self.everyone if one.acts(today) and not but(one)]

    async def begin_with(self, tx: Tx, members: int) -> None:
        """Those who serve from the start; one in twenty leads."""
        for number in range(members):
            person = await people.add(tx, f"委员{number}", "zh", telegram_id=1000 + number)
            began = date(YEAR - 3, 1, 10)
            unit, sector = UNITS[number % len(UNITS)], SECTORS[number % len(SECTORS)]
            member = await people.add_member(tx, person, sector, unit, Standing.REGULAR, began_on=began)
            who = Who(member, person, f"委员{number}", sector, unit, began, leads=number % 20 == 0)
            if who.leads:
                await people.grant(tx, person, Role.LEADER)
            self.everyone.append(who)

    async def come_and_go(self, tx: Tx, today: date) -> None:
        """As many come as go: one in twenty days."""
        for happens, often in (
            (self._join, 0.05),
            (self._leave, 0.05),
            (self._return, 0.01),
            (self._go_elsewhere, 0.1),
            (self._go_away, 0.2),
        ):
            if self.chance.random() < often:
                await happens(tx, today)
        await self._open_the_bot(tx, today)

    async def _join(self, tx: Tx, today: date) -> None:
        """On the list at times some days before."""
        on = min(today + self.chance.randrange(4) * A_DAY, date(YEAR, 12, 31))
        name, sector, unit = f"新委员{len(self.everyone)}", self.chance.choice(SECTORS), self.chance.choice(UNITS)
        await self._listed(tx, today, [name, sector, unit, on.isoformat(), ""])
        (new,) = await people.members_named(tx, name)
        who = Who(new.id, new.person_id, name, sector, unit, on, joined=on, is_in=False)
        self.everyone.append(who)

    async def _open_the_bot(self, tx: Tx, today: date) -> None:
        """By the office's link, some days after they were listed; who wrote before keeps their telephone."""
        for who in self.everyone:
            if who.is_in or not who.serves or self.chance.random() > 0.2 or today < who.began:
                continue
            invited = await invitations.create(
                tx, Role.MEMBER, who.name, self.office, valid_days=7, language=self.office.language
            )
            user = await people.add(tx, "用户", "zh", telegram_id=5000 + who.id)
            joined = await invitations.redeem(tx, invited.code, await people.get(tx, user))
            assert joined.person.id == who.person_id
            who.is_in = True

    async def _leave(self, tx: Tx, today: date) -> None:
        serving = [one for one in self.everyone if one.acts(today) and one.began < today - LONGEST_LATE * A_DAY]
        who = self.chance.choice(serving)
        # Many leave with a month, and with a quarter.
        ends = [today - days * A_DAY for days in range(LONGEST_LATE) if (today - (days - 1) * A_DAY).day == 1]
        on = ends[0] if ends else today - self.chance.randrange(LONGEST_LATE) * A_DAY
        await self._listed(tx, today, [who.name, who.sector, who.unit, "", max(on, date(YEAR, 1, 1)).isoformat()])
        who.left, who.leads = max(on, date(YEAR, 1, 1)), False

    async def _return(self, tx: Tx, today: date) -> None:
        for who in [one for one in self.everyone if not one.serves][:1]:
            await self._listed(tx, today, [who.name, who.sector, who.unit, "", ""])
            who.left = None

    async def _go_elsewhere(self, tx: Tx, today: date) -> None:
        """To another unit, another sector, or both."""
        who = self.chance.choice(self.acting(today))
        who.unit, who.sector = self.chance.choice(UNITS), self.chance.choice(SECTORS)
        await self._listed(tx, today, [who.name, who.sector, who.unit, "", ""])

    async def _listed(self, tx: Tx, today: date, row: list[str]) -> None:
        taken = await members_import.take_over(tx, [[HEADINGS, row]], language="zh", by=self.office, today=today)
        assert taken.added + taken.updated + taken.unchanged + taken.left == 1

    async def _go_away(self, tx: Tx, today: date) -> None:
        """For some weeks, with somebody who stands in or without; at times they are back before."""
        free = self.acting(today, but=lambda one: one.is_away(today))
        who, stand_in = self.chance.sample(free, 2)
        until = today + timedelta(days=self.chance.randrange(1, 40))
        who.away_until, who.stand_in = until, stand_in if self.chance.random() < 0.6 else None
        stand_in_id = who.stand_in.id if who.stand_in else None
        await absences.go_away(tx, await people.member(tx, who.id), until, stand_in_id, self.rules.zone)
        for back in self.acting(today, but=lambda one: not one.is_away(today))[:1]:
            if self.chance.random() < 0.3:
                await absences.come_back(tx, await people.member(tx, back.id))
                back.away_until = today - A_DAY
