"""Half a year of a committee's life, lived through by the functions that real people's messages lead to.

Nothing here writes SQL: contacts are registered, visits reported, letters answered by the services, each on its own
day, with the clock set back. What the services wanted to send then counts as sent: nobody's phone rings for it.
"""

import random
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import count, groupby

from bot.demo.committee import Acquaintance, DemoCommittee, OldLetter, Turn
from bot.demo.occasions import Occasions
from bot.demo.past import Act, Happening, Past, cast_of
from domain.contacts import ContactKind
from domain.letter_pieces import Piece
from domain.letters import Desk, Letter
from domain.people import DEPARTMENT, Person, Role, Standing
from domain.schemes import UnitKind
from domain.visits import VisitKind
from handlers.context import House
from services import activity_rounds, contacts, gathering, letter_course, letters, summaries, visits
from services.contacts import Particulars
from services.letters import NewLetter
from services.visits import Report
from storage import outbox, people, units
from storage.db import Db, Tx

NEAREST: Mapping[ContactKind, Sequence[ContactKind]] = {
    ContactKind.ENTERPRISE: (ContactKind.ENTERPRISE, ContactKind.SECTOR, ContactKind.OTHER),
    ContactKind.GRID_WORKER: (ContactKind.GRID_WORKER, ContactKind.OTHER, ContactKind.SECTOR),
}
"""As what a contact counts where the scheme has no such kind."""

MEMBERS_BEGAN = date(2022, 1, 10)
REGISTERED_WITHIN = timedelta(days=25)
"""Contacts are chosen in the first weeks."""
MOST_AT_ONCE = 500


class SetClock:
    """Stands where the story is."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


async def settle_in(tx: Tx, committee: DemoCommittee, phones: Mapping[str, int]) -> None:
    """Enter everyone; ``phones`` are the Telegram numbers of those who have joined."""
    for name in committee.constituents:
        await people.add(tx, name, "zh", telegram_id=phones[name])
    roles = (
        (committee.office, Role.OFFICE),
        (committee.department, Role.DEPARTMENT),
        (committee.staff, Role.STAFF),
    )
    for name, role in roles:
        await people.grant(tx, await people.add(tx, name, "zh", telegram_id=phones[name]), role)
    for number, one in enumerate(committee.members, start=1):
        # Numbers that anyone sees are examples.
        phone = f"+861390000{number:04}"
        person_id = await people.add(tx, one.name, "zh", telegram_id=phones.get(one.name), phone=phone)
        await people.add_member(tx, person_id, one.sector, one.unit, Standing.REGULAR, began_on=MEMBERS_BEGAN)
        if one.name == committee.leader:
            await people.grant(tx, person_id, Role.LEADER)
    await _found_units(tx, committee)


async def _found_units(tx: Tx, committee: DemoCommittee) -> None:
    """The department, the committees and groups, and who works for one of them."""
    department = await units.add(tx, committee.department_unit, DEPARTMENT)
    await units.join(tx, (await people.named(tx, committee.department))[0].id, department.id)
    for name in committee.special_committees:
        await units.add(tx, name, UnitKind.SPECIAL_COMMITTEE)
    for name in committee.sector_groups:
        await units.add(tx, name, UnitKind.SECTOR_GROUP)
    own = await units.named(tx, committee.staff_unit)
    assert own is not None
    await units.join(tx, (await people.named(tx, committee.staff))[0].id, own.id)


async def live_through(db: Db, clock: SetClock, committee: DemoCommittee, house: House) -> None:
    """Let all that the file tells happen in its order, and an hour ago the reminders that had fallen due."""
    async with db.read() as tx:
        cast = await cast_of(tx, committee)
    past = History(committee, house, cast, random.Random(committee.seed))  # noqa: S311  (a story, not a secret)
    told = sorted([*past.happenings(), *Occasions(committee, house, cast).happenings()], key=lambda each: each.at)
    for at, happening in groupby(told, key=lambda each: each.at):
        clock.now = at
        async with db.write() as tx:
            for each in happening:
                await each.do(tx)
    clock.now = committee.today - timedelta(hours=1)
    rules = past.house.rules
    await activity_rounds.look(db, rules)
    await gathering.remind(db, rules)
    await _count_as_sent(db)
    await summaries.summarise(db, rules)
    await _count_as_sent(db)


async def _count_as_sent(db: Db) -> None:
    """What was owed on a day of the past was read then. Within a chat the outbox gives out one message at a time."""
    async with db.write() as tx:
        while rows := await outbox.lease(tx, tx.now, MOST_AT_ONCE):
            for row in rows:
                await outbox.mark_sent(tx, row["id"], None)


@dataclass
class History(Past):
    """What happens when; the same each time."""

    chance: random.Random
    contact_ids: dict[tuple[str, str], int] = field(default_factory=dict)
    letters: dict[int, Letter] = field(default_factory=dict)

    def happenings(self) -> Iterator[Happening]:
        """All of it, in no order."""
        number = count(1)
        for delegate in self.committee.members:
            for place, contact in enumerate(delegate.contacts):
                day = self.committee.opened.date() + REGISTERED_WITHIN / len(delegate.contacts) * place
                yield Happening(self.on(day), self._registered(delegate.name, contact, next(number)))
                yield from self._visits(delegate.name, contact)
        for place, letter in enumerate(self.committee.letters):
            yield from self._letter(place, letter)

    # --- contacts and visits ------------------------------------------------------------------------------------------

    def _registered(self, member: str, contact: Acquaintance, number: int) -> Act:
        # Numbers that anyone sees are examples.
        phone = f"+861380000{number:04}"

        async def register(tx: Tx) -> None:
            owner = self.cast.members[member]
            offered = await contacts.kinds_of(tx, owner, self.house.scheme)
            wanted = Particulars(contact.name, _nearest(contact.kind, offered), phone, contact.address)
            new = await contacts.register(tx, owner, wanted, self.house.scheme, self.today(tx))
            self.contact_ids[member, contact.name] = new.id

        return register

    def _visits(self, member: str, contact: Acquaintance) -> Iterator[Happening]:
        """As many as the file says, on different workdays, the good deeds with the last ones."""
        deeds = self.chance.sample(self.committee.deeds, contact.deeds)
        notes = self.chance.sample(self.committee.notes, contact.visits)
        days = sorted(self.chance.sample(self._workdays(), contact.visits))
        for place, (day, note) in enumerate(zip(days, notes, strict=True)):
            done = deeds[place :: contact.visits] if contact.visits else []
            yield Happening(self.on(day), self._visited(member, contact, note, tuple(done)))

    def _workdays(self) -> list[date]:
        """From February on, when all contacts are chosen, to the week before today."""
        first = self.committee.opened.date() + REGISTERED_WITHIN
        days = (first + timedelta(days=ahead) for ahead in range(1, (self.committee.today.date() - first).days - 7))
        return [day for day in days if self.house.workdays.is_workday(day)]

    def _visited(self, member: str, contact: Acquaintance, note: str, deeds: tuple[str, ...]) -> Act:
        is_enterprise = _nearest(contact.kind, self.house.scheme.contact_kinds) is ContactKind.ENTERPRISE
        kind = VisitKind.ENTERPRISE if is_enterprise else VisitKind.HOME

        async def visit(tx: Tx) -> None:
            today = self.today(tx)
            report = Report(self.contact_ids[member, contact.name], kind, today, note, deeds)
            await visits.log(tx, self.cast.members[member], report, self.house.scheme, today)

        return visit

    # --- letters ------------------------------------------------------------------------------------------------------

    def _letter(self, place: int, letter: OldLetter) -> Iterator[Happening]:
        """Each turn at a later time of the day than the one before it, so that two of a day keep their order."""
        day = letter.on
        yield Happening(self.on(day) + timedelta(hours=1), self._submitted(place, letter))
        for later, turn in enumerate(letter.course, start=2):
            day += timedelta(days=turn.days)
            yield Happening(self.on(day) + timedelta(hours=later), self._happened(place, turn))

    def _submitted(self, place: int, letter: OldLetter) -> Act:
        async def submit(tx: Tx) -> None:
            to = self.cast.members[letter.to].id if letter.to else None
            new = NewLetter(to, letter.is_anonymous, [Piece(letter.text)])
            writer = self.cast.people[letter.writer]
            receipt = await letters.submit(tx, writer, new, self.house.mailbox, self.house.committee)
            self.letters[place] = receipt.letter

        return submit

    def _happened(self, place: int, turn: Turn) -> Act:
        async def happen(tx: Tx) -> None:
            letter = self.letters[place]
            writer = next(person for person in self.cast.people.values() if person.id == letter.writer_id)
            holder = self.cast.holder(letter, self.committee.office)
            match turn.does:
                case "read":
                    await letter_course.look_at(tx, letter.id, holder)
                case "answer":
                    await letters.answer(tx, letter.id, holder, [Piece(turn.text)], self.house.mailbox)
                case "follow_up":
                    await letters.follow_up(tx, letter.id, writer, [Piece(turn.text)], self.house.mailbox)
                case "hand_over":
                    to = self.cast.members[turn.to].id if turn.to else None
                    receipt = await letter_course.hand_over(tx, letter.id, holder, Desk(to), turn.text)
                    self.letters[place] = receipt.letter
                case "settle":
                    await letter_course.settle(tx, letter.id, holder, [Piece(turn.text)] if turn.text else [])
                case "solved":
                    await letter_course.solved(tx, letter.id, writer)
                case "grade":
                    await self._graded(tx, letter.id, writer, turn)

        return happen

    async def _graded(self, tx: Tx, letter_id: int, writer: Person, turn: Turn) -> None:
        assert turn.grade is not None
        await letter_course.grade(tx, letter_id, writer, turn.grade)
        if turn.text:
            await letter_course.add_words(tx, letter_id, writer, turn.text)


def _nearest(kind: ContactKind, offered: Collection[ContactKind]) -> ContactKind:
    return next(each for each in NEAREST.get(kind, (kind,)) if each in offered)
