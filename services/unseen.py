"""Contacts whom their member has not seen for long: once a month, with the day of the last visit.

After how many months is the software's own default: a year has three home visits to each contact in J7.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.days import months_before
from services.outbox import Button, Buttons
from services.rounds import Compose, Judge, Notice, Owed, Rules, span_of
from storage import unseen
from storage.db import Tx
from storage.reminders import Addressee
from storage.unseen import UnseenContact
from texts import Text

UNSEEN = "unseen"
SHOWN = 6
BUTTONS: Buttons = ((Button("visit-button-log", does="visit-new"), Button("contact-button-list", does="contacts")),)


async def prepare(tx: Tx, people: Sequence[Addressee], rules: Rules, today: date) -> Judge:
    """Who has unseen contacts."""
    del people
    found = await unseen.members_with_unseen(tx, months_before(today, rules.settings.unseen_months))
    return lambda person: Owed() if person.person_id in found else None


async def recall(tx: Tx, people: Sequence[Addressee], rules: Rules, period: str) -> Compose:
    """Their unseen contacts today, who was longest unseen first."""
    del period
    today = tx.now.astimezone(rules.zone).date()
    found = await unseen.contacts_unseen_since(tx, months_before(today, rules.settings.unseen_months), span_of(people))
    of_person: dict[int, list[UnseenContact]] = {}
    for one in found:
        of_person.setdefault(one.person_id, []).append(one)
    return _Unseen(of_person, today).notice


@dataclass(frozen=True)
class _Unseen:
    of_person: Mapping[int, Sequence[UnseenContact]]
    today: date

    def notice(self, person: Addressee) -> Notice | None:
        found = self.of_person.get(person.person_id)
        if not found:
            return None
        lines = [_line(one) for one in found[:SHOWN]]
        more = len(found) - len(lines)
        rest = [Text("reminder-more-contacts", count=more)] if more else []
        return Notice(Text("reminder-unseen", lines=[*lines, *rest]), BUTTONS)


def _line(one: UnseenContact) -> Text:
    seen = Text("reminder-seen-on", day=one.last_seen) if one.last_seen else Text("reminder-never-seen")
    return Text("reminder-contact", name=one.name, seen=seen)
