"""The life of a committee through a year, by chance: each thing is done by the services, and noted in the book."""

import random
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from domain import sign_in
from domain.activities import ActivityKind
from domain.contacts import ContactKind, ContactLimitReached
from domain.good_deeds import Promise
from domain.people import Member, Person, Role
from domain.settings import Committee, Reminders
from domain.visits import VisitKind
from services import (
    activities,
    activity_rounds,
    activity_sign_in,
    cards,
    contacts,
    forms,
    good_deeds,
    letters,
    schemes,
    studios,
    triage,
    visits,
)
from services.activities import NewActivity
from services.calendar import workdays
from services.contact_replacing import replace_contact
from services.contacts import Particulars
from services.rounds import Rules
from services.visits import Report
from storage import activities as stored_activities
from storage import people
from storage.db import Db, Tx
from tests.conftest import TestClock
from tests.services.letter_writing import LIMITS, as_pieces, write
from tests.services.reminding import ZONE
from tests.services.year_book import (
    A_DAY,
    YEAR,
    Book,
    Held,
    Kept,
    Seen,
    Sent,
    Who,
    Word,
)
from tests.services.year_people import UNITS, ComingsAndGoings

COMMITTEE = Committee(name="政协示例县委员会", code="SL")
WRITERS = 12
MOST_CONTACTS = {"jingjiang-2014": 6}
LASTS = timedelta(hours=2)


class Year(ComingsAndGoings):
    """A committee in its year: ``begin``, then ``day`` by day."""

    def __init__(self, db: Db, clock: TestClock, scheme: str, chance: int) -> None:
        super().__init__()
        self.db, self.clock, self.name = db, clock, scheme
        self.scheme = schemes.load(scheme)
        settings = Reminders(workdays_only=False)
        self.rules = Rules(self.scheme, settings, ZONE, workdays([YEAR - 1, YEAR, YEAR + 1]))
        self.desk = forms.Desk(self.scheme, COMMITTEE)
        self.chance = random.Random(chance)
        self.book = Book()
        self.writers: list[Person] = []

    async def begin(self, members: int, contacts_: int, joining: Sequence[date]) -> None:
        """Enter everyone; contacts are registered on some of the days of ``joining``, from the day after on."""
        self.clock.now = at_hour(joining[0] - A_DAY, 8)
        async with self.db.write() as tx:
            office = await people.add(tx, "周敏", "zh", telegram_id=1)
            await people.grant(tx, office, Role.OFFICE)
            self.office = await people.get(tx, office)
            for number in range(WRITERS):
                writer = await people.add(tx, f"来信人{number}", "zh", telegram_id=100 + number)
                self.writers.append(await people.get(tx, writer))
            await self.begin_with(tx, members)
        kinds = self.scheme.contact_kinds
        self.joining = Counter(self.chance.choice(joining) for _ in range(contacts_))
        self.kinds = [*kinds, ContactKind.SECTOR, ContactKind.SECTOR]

    async def day(self, today: date) -> None:
        self.clock.now = at_hour(today, 11)
        async with self.db.write() as tx:
            await self.come_and_go(tx, today)
        async with self.db.write() as tx:
            for _ in range(self.joining[today]):
                await self._register_anyone(tx, today)
            active = [one for one in self.book.contacts if one.is_active and one.of.acts(today)]
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

    async def _register_anyone(self, tx: Tx, today: date) -> None:
        kind = self.chance.choice(self.kinds)
        await self._register(tx, self.acting(today), f"群众{len(self.book.contacts)}", kind, today)

    async def _register(self, tx: Tx, with_: list[Who], name: str, kind: ContactKind, today: date) -> None:
        """With whoever does not know them and has room: who has not is refused, and nothing happened."""
        with_ = [who for who in with_ if not any(one.name == name for one in self.book.active(who))]
        wanted = Particulars(name, kind, "", "城北村")
        for who in self.chance.sample(with_, len(with_)):
            member = await people.member(tx, who.id)
            try:
                new = await contacts.register(tx, member, wanted, self.scheme, today)
                break
            except ContactLimitReached:
                assert len(self.book.active(who)) == MOST_CONTACTS[self.name]
            except contacts.KindIsNotOffered:
                assert kind in (ContactKind.VILLAGE, ContactKind.MEMBER)
                assert not who.leads
        else:
            return
        self.book.contacts.append(Kept(new.id, who, name, kind, today))
        if self.chance.random() < 0.8:
            await cards.issue(tx, member, new.id)
            self.book.cards.append((who, today))

    async def _visit(self, tx: Tx, one: Kept, today: date) -> None:
        kind = self.chance.choice([VisitKind.HOME, VisitKind.HOME, *VisitKind])
        deeds = tuple(f"第{number}件" for number in range(self.chance.choice((0, 0, 0, 1, 2))))
        due = today + timedelta(days=self.chance.randrange(1, 30))
        promises = (Promise("送化肥", due),) if self.chance.random() < 0.15 else ()
        report = Report(one.id, kind, today, f"走访{len(self.book.visits)}", deeds, promises=promises)
        made = await visits.log(tx, await people.member(tx, one.of.id), report, self.scheme, today)
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
            if not seen.stands or not seen.to.of.acts(today) or any(word.at is seen for word in self.book.promises):
                continue
            member = await people.member(tx, seen.to.of.id)
            if seen.to.is_active and self.chance.random() < 0.5:
                deeds = tuple(f"更正后第{number}件" for number in range(self.chance.randrange(3)))
                kind = self.chance.choice([*VisitKind])
                report = Report(seen.to.id, kind, seen.on, f"更正{self.book.corrections}", deeds)
                made = await visits.correct(tx, member, seen.id, report, self.scheme, today, within)
                seen.id, seen.kind, seen.deeds = made.visit.id, kind, len(deeds)
                self.book.corrections += 1
            else:
                await visits.withdraw(tx, member, seen.id, within)
                seen.stands = False
        if active and self.chance.random() < 0.1:
            await self._end(tx, self.chance.choice(active), today)
        left_behind = [one for one in self.book.contacts if one.is_active and not one.of.serves]
        if left_behind and self.chance.random() < 0.1:
            # Whose member left: another one looks after them from now on.
            one = self.chance.choice(left_behind)
            await self._register(tx, self.acting(today), one.name, one.kind, today)

    async def _end(self, tx: Tx, one: Kept, today: date) -> None:
        """Someone moves away: somebody else takes their place, or another member looks after them, or neither."""
        member = await people.member(tx, one.of.id)
        what = self.chance.choice(("replaced", "moved", "ended"))
        if what == "replaced":
            wanted = Particulars(f"接替{len(self.book.contacts)}", one.kind, "", "城北村")
            new = await replace_contact(tx, member, one.id, wanted, "moved", self.scheme, today)
            self.book.contacts.append(Kept(new.new.id, one.of, wanted.name, one.kind, today))
        else:
            await contacts.end(tx, member, one.id, today, "moved")
        one.ended = today
        if what == "moved":
            others = self.acting(today, but=lambda who: who is one.of)
            await self._register(tx, others, one.name, one.kind, today)

    async def _keep_words(self, tx: Tx, today: date) -> None:
        for word in self.book.promises:
            who = word.at.to.of
            is_open = not word.is_kept and word.at.stands and word.made < today and who.acts(today)
            if is_open and self.chance.random() < 0.05:
                await good_deeds.done(tx, await people.member(tx, who.id), word.id, today, today, self.scheme)
                word.kept_on = today

    async def _hand_in(self, tx: Tx, today: date) -> None:
        """The form; the office sends some back, which are owed again."""
        for who in self.acting(today):
            if who.id not in self.book.forms and self.book.active(who) and self.chance.random() < 0.06:
                form = await forms.hand_in(tx, await people.member(tx, who.id), self.desk, today)
                self.book.forms.add(who.id)
                if self.chance.random() < 0.2:
                    await forms.send_back(tx, form.id, "请补上住址", self.office)
                    self.book.forms.discard(who.id)

    # --- activities, studios and letters ------------------------------------------------------------------------------

    async def _plan(self, tx: Tx, today: date) -> None:
        """A unit plans an activity; some say that they come, one takes leave. Now and then a studio is opened."""
        unit = self.chance.choice(UNITS)
        unit_id = await people.unit_id(tx, unit)
        on = today + timedelta(days=self.chance.randrange(3, 12))
        if self.chance.random() < 0.15 and on.year == YEAR and all(one.on != on for one in self.book.activities):
            kind = self.chance.choice([*ActivityKind])
            begins = at_hour(on, 14)
            new = NewActivity(kind, "活动", "会议室", begins, begins + LASTS, unit_id=unit_id, is_open=True)
            made = await activities.make(tx, new, self.office, self.rules)
            acting = self.acting(today)
            coming = self.chance.sample(acting, min(len(acting), 10))
            for who in coming:
                person, member = await self._both(tx, who)
                await activities.come(tx, made.id, person, member)
            person, member = await self._both(tx, coming.pop())
            await activities.take_leave(tx, made.id, person, member, "出差", self.rules)
            self.book.activities.append(Held(made.id, unit, kind, on, coming))
        if self.chance.random() < 0.02:
            await studios.add(tx, f"工作室{today}；老街 8 号；{unit}", self.office, today)
            self.book.studios[unit] += 1

    async def _hold(self, held: Held) -> None:
        """Most of those who said so come, but for who left meanwhile, and are asked afterwards how it was."""
        self.clock.now = at_hour(held.on, 14)
        async with self.db.write() as tx:
            key = await stored_activities.sign_in_key(tx, held.id)
            code = sign_in.code(key, held.id, sign_in.minute_of(tx.now))
            for who in held.coming:
                if who.serves and self.chance.random() < 0.8:
                    await activity_sign_in.sign_in_by(tx, code, *await self._both(tx, who))
                    held.came.append(who)
        self.clock.now += LASTS
        asked_ = (await activity_rounds.look(self.db, self.rules)).get("asked", 0)
        assert asked_ == len(held.came)

    async def _both(self, tx: Tx, who: Who) -> tuple[Person, Member]:
        return await people.get(tx, who.person_id), await people.member(tx, who.id)

    async def _write(self, tx: Tx, today: date) -> None:
        """A letter to someone, at times answered at once or later; what is in triage, the office gives to somebody."""
        if self.chance.random() < 0.4:
            to = self.chance.choice(self.acting(today))
            written = await write(
                tx, self.chance.choice(self.writers), await people.member(tx, to.id), "村口的路灯坏了。"
            )
            self.book.letters.append(Sent(written.id, _reader(to, today), today))
        for letter in self.book.letters:
            if letter.to is None and self.chance.random() < 0.3:
                letter.to = self.chance.choice(self.acting(today, but=lambda one: one.is_away(today)))
                await triage.assign(tx, letter.id, self.office, letter.to.id)
            elif letter.to and letter.to.serves and not letter.answered_on and self.chance.random() < 0.1:
                by = await people.get(tx, letter.to.person_id)
                await letters.answer(tx, letter.id, by, as_pieces("已请人去修。"), LIMITS)
                letter.answered_on = today


def _reader(to: Who, today: date) -> Who | None:
    """Who gets what is written to a member: while they are away their stand-in, if that one is there; or the office."""
    if not to.is_away(today):
        return to
    stand_in = to.stand_in
    return stand_in if stand_in and stand_in.acts(today) and not stand_in.is_away(today) else None


def at_hour(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, 30, tzinfo=ZONE)
