"""Reminders of the scheme's dates: J7's 31 March, 15 April and 30 November, or what another scheme names.

A date of the contacts' own (they send in their service cards themselves) is brought to them by their member.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from domain.forms import FormState
from domain.quota import MemberProgress
from domain.reminders import DeadlineDue
from domain.schemes import Deadline, Whose
from services.outbox import Button, Buttons
from services.quota import progress_of_many
from services.rounds import Compose, Notice, Rules, span_of
from storage import forms
from storage.db import Tx
from storage.reminders import Addressee
from texts import Text

BUTTONS: Buttons = ((Button("contact-button-list", does="contacts"), Button("quota-button", does="quota")),)

FORM: Buttons = ((Button("form-button-open", does="do-form"), Button("contact-button-list", does="contacts")),)

_REMINDED = frozenset({Whose.MEMBER, Whose.LEADER, Whose.CONTACT})


def whose(deadline: Deadline) -> frozenset[Whose]:
    """Whom this date concerns, of those whom we remind; units and the office have no reminders of their own."""
    return _REMINDED.intersection(deadline.who)


async def prepare(tx: Tx, people: Sequence[Addressee], rules: Rules, due: DeadlineDue) -> Compose:
    """Their registered contacts, in the year of the date, and whose form is in."""
    standing = await progress_of_many(tx, rules.scheme, due.on.year, span_of(people))
    handed_in = await _handed_in(tx, due) if due.deadline.settled_by == "form" else frozenset()
    of_person = {member.person_id: where for member, where in standing}
    settled = frozenset(member.person_id for member, _ in standing if member.id in handed_in)
    return _Date(of_person, settled, due, rules.scheme.cite(due.deadline.source)).notice


async def recall(tx: Tx, people: Sequence[Addressee], rules: Rules, period: str) -> Compose:
    """A date as it stands today; nothing once it is over, or is a date of the scheme no more. ``2026:form:14``"""
    year, name, _ = period.split(":")
    today = tx.now.astimezone(rules.zone).date()
    for deadline in rules.scheme.deadlines:
        on = deadline.on(int(year))
        if deadline.name == name and on >= today:
            due = DeadlineDue(period, tx.now, rules.zone, deadline, on, (on - today).days)
            return await prepare(tx, people, rules, due)
    return lambda _: None


async def _handed_in(tx: Tx, due: DeadlineDue) -> frozenset[int]:
    """The members whose form of the year is in; a returned one is still owed."""
    latest = await forms.latest_of_all(tx, due.on.year)
    return frozenset(member_id for member_id, form in latest.items() if form.state is not FormState.RETURNED)


@dataclass(frozen=True)
class _Date:
    standing: dict[int, MemberProgress]
    settled: frozenset[int]
    """The people whose form is in, where that settles the date."""
    due: DeadlineDue
    source: str

    def notice(self, person: Addressee) -> Notice | None:
        where = self.standing.get(person.person_id)
        if where is None or person.person_id in self.settled or self._has_nothing_to_do(where):
            return None
        return Notice(self._text(where), FORM if self._is_for_form else BUTTONS)

    def _has_nothing_to_do(self, where: MemberProgress) -> bool:
        if self._is_for_contacts:
            return not where.contacts
        return self.due.deadline.settled_by == "contacts" and not where.contacts_left

    @property
    def _is_for_form(self) -> bool:
        return self.due.deadline.settled_by == "form"

    @property
    def _is_for_contacts(self) -> bool:
        return whose(self.due.deadline) == {Whose.CONTACT}

    def _text(self, where: MemberProgress) -> Text:
        deadline = self.due.deadline
        when = Text("reminder-deadline-when", day=self.due.on, left=self.due.days_left)
        said: dict[str, Any] = {"title": deadline.title, "what": deadline.what}
        said |= {"when": when, "source": self.source}
        if self._is_for_contacts:
            return Text("reminder-deadline-of-contacts", count=len(where.contacts), **said)
        if deadline.settled_by == "contacts":
            left = {"registered": len(where.contacts), "missing": where.contacts_left}
            return Text("reminder-deadline-contacts", **left, **said)
        return Text("reminder-deadline", **said)
