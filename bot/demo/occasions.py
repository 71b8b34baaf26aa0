"""What was held, opened, written and handed out in the half-year: activities, studios, diaries, forms, cards."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.demo.committee import Note, Occasion, Reception, Written
from bot.demo.past import Act, Happening, Past
from domain import sign_in
from domain.activities import ActivityKind, Grade, NoteKind
from domain.receptions import SlotKind
from services import (
    activities,
    activity_invitations,
    activity_sign_in,
    cards,
    diary,
    forms,
    pool,
    receptions,
    studios,
)
from services.activities import NewActivity
from storage import activities as stored
from storage import units
from storage.db import Tx

LASTS = timedelta(hours=2)
ANNOUNCED = timedelta(days=7)
"""Before it is held."""
NEXT_WEEK = timedelta(days=8)
PLACES = 40


@dataclass
class Occasions(Past):
    """Each on its own day."""

    def happenings(self) -> Iterator[Happening]:
        """All of it, in no order."""
        committee = self.committee
        yield Happening(self.on((committee.today - timedelta(days=4)).date()), self._invited)
        for occasion in committee.activities:
            yield from self._held(occasion)
        for entry in committee.diary:
            yield Happening(self.on(entry.on, 20), self._written(entry))
        for studio in committee.studios:
            yield Happening(self.on(studio.on), self._opened(studio.line))
        for reception in committee.receptions:
            yield Happening(self.on(committee.today.date() - ANNOUNCED), self._offered(reception))
        yield Happening(self.on(committee.opened.date() + timedelta(days=30)), self._joined_pool)
        if committee.forms and self.house.scheme.form:
            yield Happening(self.on(committee.forms.on), self._handed_in)
        if committee.cards:
            yield Happening(self.on(committee.cards.on), self._issued)

    # --- activities ---------------------------------------------------------------------------------------------------

    async def _invited(self, tx: Tx) -> None:
        """The office holds a consultation next week, open to all; every member is invited, one comes already."""
        first, *_ = self.cast.members.values()
        begins = self.on((self.committee.today + NEXT_WEEK).date())
        talk = self.committee.consultation
        new = NewActivity(
            ActivityKind.CONSULTATION, talk.title, talk.place, begins, begins + LASTS, PLACES, is_open=True
        )
        held = await activities.make(tx, new, self.office, self.house.rules)
        await activity_invitations.invite_members(
            tx, held.id, self.office, list(self.cast.members.values()), self.house.rules
        )
        await activities.come(tx, held.id, self.cast.people[first.name], first)

    def _held(self, occasion: Occasion) -> Iterator[Happening]:
        """Announced a week before, held, judged an hour after its end."""
        number: list[int] = []
        begins = self.on(occasion.on)

        async def announce(tx: Tx) -> None:
            unit = await units.named(tx, occasion.unit) if occasion.unit else None
            ends, of = begins + LASTS, unit.id if unit else None
            new = NewActivity(occasion.kind, occasion.title, occasion.place, begins, ends, unit_id=of, is_open=True)
            number.append((await activities.make(tx, new, self.office, self.house.rules)).id)
            for name in occasion.came:
                await activities.come(tx, number[0], self.cast.people[name], self.cast.members.get(name))

        async def hold(tx: Tx) -> None:
            code = sign_in.code(await stored.sign_in_key(tx, number[0]), number[0], sign_in.minute_of(tx.now))
            for name in occasion.came:
                await activity_sign_in.sign_in_by(tx, code, self.cast.people[name], self.cast.members.get(name))
            for each in occasion.said:
                await self._noted(tx, number[0], each)

        async def judge(tx: Tx) -> None:
            for grade, names in ((Grade.SATISFIED, occasion.satisfied), (Grade.MOSTLY, occasion.mostly)):
                for name in names:
                    await activity_sign_in.judge(tx, number[0], self.cast.people[name], grade)

        yield Happening(begins - ANNOUNCED, announce)
        yield Happening(begins, hold)
        yield Happening(begins + LASTS + timedelta(hours=1), judge)

    async def _noted(self, tx: Tx, activity_id: int, said: Note) -> None:
        await activity_sign_in.note(tx, activity_id, self.cast.people[said.by], NoteKind.SUGGESTION, said.text)

    # --- places and people --------------------------------------------------------------------------------------------

    def _opened(self, line: str) -> Act:
        async def open_studio(tx: Tx) -> None:
            await studios.add(tx, line, self.office, self.today(tx))

        return open_studio

    def _offered(self, reception: Reception) -> Act:
        async def offer(tx: Tx) -> None:
            host, begins = self.cast.members[reception.member], self.on(reception.on, 14)
            await receptions.offer(
                tx, host, SlotKind.RECEPTION_DAY, reception.place, begins, begins + LASTS / 2, self.house.rules
            )

        return offer

    async def _joined_pool(self, tx: Tx) -> None:
        for one in self.committee.pool:
            await pool.join(tx, self.cast.people[one.name], one.sector, one.township)

    # --- what members write, hand in and give -------------------------------------------------------------------------

    def _written(self, entry: Written) -> Act:
        async def write(tx: Tx) -> None:
            await diary.write(tx, self.cast.members[entry.member], entry.on, entry.text)

        return write

    async def _handed_in(self, tx: Tx) -> None:
        assert self.committee.forms is not None
        desk = forms.Desk(self.house.scheme, self.house.committee)
        for name in self._but(self.committee.forms.without):
            form = await forms.hand_in(tx, self.cast.members[name], desk, self.today(tx))
            await forms.accept(tx, form.id, self.office)

    async def _issued(self, tx: Tx) -> None:
        """A card for each contact; who is a constituent of the story has scanned theirs."""
        assert self.committee.cards is not None
        for name in self.cast.members:
            for contact, _card in await cards.of_member(tx, self.cast.members[name]):
                if contact.name in self.committee.cards.without:
                    continue
                issued = await cards.issue(tx, self.cast.members[name], contact.id)
                holder = self.cast.people.get(contact.name)
                if holder is None:
                    await cards.mark_delivered(tx, self.cast.members[name], contact.id)
                elif contact.name not in self.cast.members:
                    await cards.confirm(tx, issued.code, holder)

    def _but(self, without: Sequence[str]) -> list[str]:
        return [name for name in self.cast.members if name not in without]
