"""Reminders of the scheme's dates: J7's 31 March, 15 April and 30 November, or what another scheme names.

A date of the contacts' own (they send in their service cards themselves) is brought to them by their member.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from domain.quota import MemberProgress
from domain.reminders import DeadlineDue
from domain.schemes import Deadline, Whose
from services.outbox import Button, Buttons
from services.quota import progress_of_many
from services.rounds import Compose, Notice, Rules
from storage.db import Tx
from storage.reminders import Addressee
from texts import Text

BUTTONS: Buttons = ((Button("contact-button-list", does="contacts"), Button("quota-button", does="quota")),)

_REMINDED = frozenset({Whose.MEMBER, Whose.LEADER, Whose.CONTACT})


def whose(deadline: Deadline) -> frozenset[Whose]:
    """Whom this date concerns, of those whom we remind; units and the office have no reminders of their own."""
    return _REMINDED.intersection(deadline.who)


async def prepare(tx: Tx, people: Sequence[Addressee], rules: Rules, due: DeadlineDue) -> Compose:
    """Everyone's registered contacts, in the year of the date."""
    del people
    standing = await progress_of_many(tx, rules.scheme, due.on.year)
    of_person = {member.person_id: where for member, where in standing}
    source = rules.scheme.cite(due.deadline.source)
    return _Date(of_person, due, source).notice


@dataclass(frozen=True)
class _Date:
    standing: dict[int, MemberProgress]
    due: DeadlineDue
    source: str

    def notice(self, person: Addressee) -> Notice | None:
        where = self.standing.get(person.person_id)
        if where is None or self._has_nothing_to_do(where):
            return None
        return Notice(self._text(person.name, where), BUTTONS)

    def _has_nothing_to_do(self, where: MemberProgress) -> bool:
        if self._is_for_contacts:
            return not where.contacts
        return self.due.deadline.settled_by is not None and not where.contacts_left

    @property
    def _is_for_contacts(self) -> bool:
        return whose(self.due.deadline) == {Whose.CONTACT}

    def _text(self, name: str, where: MemberProgress) -> Text:
        deadline = self.due.deadline
        when = Text("reminder-deadline-when", day=self.due.on, left=self.due.days_left)
        said: dict[str, Any] = {"name": name, "title": deadline.title, "what": deadline.what}
        said |= {"when": when, "source": self.source}
        if self._is_for_contacts:
            return Text("reminder-deadline-of-contacts", count=len(where.contacts), **said)
        if deadline.settled_by is not None:
            left = {"registered": len(where.contacts), "missing": where.contacts_left}
            return Text("reminder-deadline-contacts", **left, **said)
        return Text("reminder-deadline", **said)
