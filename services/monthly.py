"""The monthly reminder: what a member still owes this year, and a plan. Who owes nothing is thanked, once."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

from domain.quota import ContactProgress, Plan, plan
from services import totals
from services.outbox import Button, Buttons
from services.quota import progress_of_many
from services.rounds import Compose, Judge, Notice, Outcome, Owed, Rules, Verdict, span_of
from storage import reminders
from storage.db import Tx
from storage.reminders import Addressee
from texts import Text

THANKS = "thanks"
"""Claimed once a year, beside the month's own claim."""

SHOWN_CONTACTS = 6
BUTTONS: Buttons = ((Button("visit-button-log", does="visit-new"), Button("quota-button", does="quota")),)


async def prepare(tx: Tx, people: Sequence[Addressee], rules: Rules, today: date) -> Judge:
    """Who owes something, and who was thanked this year."""
    owing = await totals.owing(tx, rules, today)
    first, last = (people[0].person_id, people[-1].person_id) if people else (0, 0)
    thanked = await reminders.claimed(tx, THANKS, str(today.year), first, last)
    return _Month(owing, thanked, today.year, rules.settings.thanks).verdict


async def recall(tx: Tx, people: Sequence[Addressee], rules: Rules, period: str) -> Compose:
    """The month's plan as it stands today; nothing for who owes nothing any more, or of a year that is over."""
    today = tx.now.astimezone(rules.zone).date()
    standing = await progress_of_many(tx, rules.scheme, today.year, span_of(people))
    of_person = {member.person_id: where for member, where in standing}

    def owed(person: Addressee) -> Notice | None:
        where = of_person.get(person.person_id)
        if where is None or where.owes_nothing or not period.startswith(f"{today.year}-"):
            return None
        return Notice(plan_text(plan(where, today), today), BUTTONS)

    return owed


async def recall_thanks(tx: Tx, people: Sequence[Addressee], rules: Rules, period: str) -> Compose:
    """Thanks, as they were due."""
    del tx, people, rules, period
    return lambda _: Notice(Text("reminder-thanks"), BUTTONS, Outcome.THANKED)


@dataclass(frozen=True)
class _Month:
    owing: Mapping[int, bool]
    thanked: Set[int]
    year: int
    thanks: bool

    def verdict(self, person: Addressee) -> Verdict | None:
        owes = self.owing.get(person.person_id)
        if owes is None:
            return None
        if owes:
            return Owed()
        if self.thanks and person.person_id not in self.thanked:
            return Owed(Outcome.THANKED, {THANKS: str(self.year)})
        return None


def plan_text(ahead: Plan, today: date) -> Text:
    """The whole reminder: what is left, how much a month, whom to see first, until when."""
    return Text("reminder-monthly", lines=[*_left(ahead), *_see_next(ahead, today)], until=ahead.until)


def _left(ahead: Plan) -> list[Text]:
    parts = (
        (ahead.contacts_left, Text("reminder-contacts-left", count=ahead.contacts_left)),
        (ahead.visits_left, _visits(ahead)),
        (ahead.good_deeds_left, Text("reminder-good-deeds-left", count=ahead.good_deeds_left)),
    )
    return [text for left, text in parts if left]


def _visits(ahead: Plan) -> Text:
    if ahead.months_left <= 1:
        return Text("reminder-visits-left", count=ahead.visits_left)
    return Text("reminder-visits-left-by-month", count=ahead.visits_left, a_month=ahead.visits_a_month)


def _see_next(ahead: Plan, today: date) -> list[Text | str]:
    """After an empty line: who was never seen first, then who was seen longest ago. Nothing where no visit is owed."""
    if not ahead.visits_left or not ahead.see_next:
        return []
    shown = [_contact(one, today) for one in ahead.see_next[:SHOWN_CONTACTS]]
    more = len(ahead.see_next) - len(shown)
    rest = [Text("reminder-more-contacts", count=more)] if more else []
    return ["", Text("reminder-see-next", contacts=[*shown, *rest])]


def _contact(one: ContactProgress, today: date) -> Text:
    seen = Text("reminder-seen-on", day=_day(one.last_seen, today)) if one.last_seen else Text("reminder-never-seen")
    if not one.visits_left:
        return Text("reminder-contact", name=one.contact.name, seen=seen)
    return Text("reminder-contact-owed", name=one.contact.name, count=one.visits_left, seen=seen)


def _day(day: date, today: date) -> Text | date:
    """Without the year where it is this one: a line of a narrow phone is short."""
    return Text("a-day-this-year", month=day.month, day=day.day) if day.year == today.year else day
