"""Who is behind, or has not handed in the registration form in time; and reminding them: at most once a week each,
whoever asks for it.

No document says who is behind or how often they are told: ``domain.totals.is_behind`` and the week are the
software's own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.refusals import Refusal
from domain.schemes import Scheme
from domain.totals import MemberFigures, Period, months_over
from services.broadcasts import parcel_to, tell_now
from services.buttons import in_pairs
from services.outbox import Button, Buttons, Parcel
from services.rounds import CHUNK, Rules
from services.totals import Scope, of_members
from services.totals_words import behind, by_unit, owes, percent, unit_name
from storage import people, reminders
from storage.db import Db, Tx
from storage.reminders import Addressee
from texts import Text

KIND = "overdue"
ONCE_IN = timedelta(days=7)
PAGE = 10
BUTTONS: Buttons = ((Button("quota-button", does="quota"), Button("visit-button-log", does="visit-new")),)
FORM: Buttons = ((Button("form-button-open", does="do-form"),),)


class NotYoursToRemind(Refusal):
    """A member of another unit, or one who does not serve any more."""

    text = "overdue-not-yours"


@dataclass(frozen=True)
class Form:
    """Whose registration form was due on a day that is over, and is not in, or was returned."""

    missing: frozenset[int] = frozenset()
    due: date = date.min


NOTHING_DUE = Form()


@dataclass(frozen=True)
class Listed:
    """Those behind on a day, by unit, the least done first; and those whose registration form is not in.

    ``form``: of whom (members' ids) it was due, and when.
    """

    members: Sequence[MemberFigures]
    on: date
    of: int
    """How many they were taken from."""
    last: date
    form: Form = NOTHING_DUE

    def owes(self, one: MemberFigures, scheme: Scheme) -> Text:
        """What a listed member owes."""
        form = [Text("overdue-form", due=self.form.due)] if one.member_id in self.form.missing else []
        return owes(one, scheme, *form)


async def of(tx: Tx, rules: Rules, scope: Scope) -> Listed:
    today = tx.now.astimezone(rules.zone).date()
    last = rules.scheme.ends(today.year)
    members = await of_members(tx, rules, Period.of_year(today.year), scope)
    form = await _form(tx, rules.scheme, today, members)
    late = {one.member_id for one in behind(members, today, last).members} | form.missing
    return Listed(by_unit([one for one in members if one.member_id in late]), today, len(members), last, form)


async def _form(tx: Tx, scheme: Scheme, today: date, members: Sequence[MemberFigures]) -> Form:
    """Who began after the day was never asked for it."""
    deadline = scheme.deadline(scheme.form.deadline) if scheme.form else None
    due = deadline.on(today.year) if deadline else today
    if due >= today:
        return NOTHING_DUE
    asked = {member.id for member in await people.members(tx) if max(member.began_on, member.joined_on or due) <= due}
    return Form(frozenset(one.member_id for one in members if not one.figures.forms) & asked, due)


async def page(tx: Tx, listed: Listed, rules: Rules, number: int) -> tuple[Text, Buttons]:
    """A page of the list, with buttons to remind each of it, or all."""
    if not listed.members:
        return Text("overdue-nobody", on=listed.on, of=str(listed.of)), ()
    pages = -(-len(listed.members) // PAGE)
    number = max(0, min(number, pages - 1))
    shown = listed.members[number * PAGE : (number + 1) * PAGE]
    told = await reminders.claimed_lately(tx, KIND, tx.now - ONCE_IN)
    text = Text(
        "overdue-list",
        on=listed.on,
        count=str(len(listed.members)),
        of=str(listed.of),
        months=str(months_over(listed.on)),
        form=Text("overdue-form-too", due=listed.form.due) if listed.form.missing else "",
        lines=_lines(shown, listed, rules, told),
    )
    return text, _buttons(listed, shown, told, number, pages)


def _lines(shown: Sequence[MemberFigures], listed: Listed, rules: Rules, told: set[int]) -> list[Text]:
    lines, unit = [], None
    for one in shown:
        if one.unit != unit:
            unit = one.unit
            lines.append(Text("overdue-unit", unit=unit_name(unit)))
        said = {"name": one.name, "percent": percent(one.figures), "owes": listed.owes(one, rules.scheme)}
        lines.append(Text("overdue-line-reminded" if one.person_id in told else "overdue-line", **said))
    return lines


def _buttons(
    listed: Listed, shown: Sequence[MemberFigures], told: set[int], number: int, pages: int
) -> list[list[Button]]:
    each = [
        Button("overdue-button-one", f"overdue-remind:{one.member_id}", args={"name": one.name})
        for one in shown
        if one.person_id not in told
    ]
    rows = in_pairs(each)
    turns = [(number - 1, "overdue-button-before"), (number + 1, "overdue-button-after")]
    turn = [Button(key, f"overdue-page:{to}") for to, key in turns if 0 <= to < pages]
    everyone = [Button("overdue-button-all", "overdue-remind-all", args={"count": str(len(listed.members))})]
    return [*rows, *([turn] if turn else []), everyone]


async def remind(db: Db, rules: Rules, listed: Listed, since: datetime) -> Text:
    """Tell each of them what is left; says how many got it, and how many why not.

    Who was told after ``since`` was told for this very request, before a crash.
    """
    now = db.clock()
    async with db.read() as tx:
        told = await reminders.claimed_lately(tx, KIND, now - ONCE_IN)
        own = await reminders.claimed_lately(tx, KIND, since)
        reached = await reminders.addressees(tx, {one.person_id for one in listed.members})
    owed = [one for one in listed.members if one.person_id in reached and one.person_id not in told]
    for start in range(0, len(owed), CHUNK):
        await _tell(db, rules, listed, [(one, reached[one.person_id]) for one in owed[start : start + CHUNK]])
    earlier = sum(one.person_id in told and one.person_id not in own for one in listed.members)
    unreached = sum(one.person_id not in reached and one.person_id not in told for one in listed.members)
    sent = len(owed) + sum(one.person_id in own for one in listed.members)
    return Text("overdue-reminded", sent=sent, earlier=earlier, unreached=unreached)


async def _tell(db: Db, rules: Rules, listed: Listed, owed: Sequence[tuple[MemberFigures, Addressee]]) -> None:
    async with db.write() as tx:
        # Another process, or another request, may have told them meanwhile.
        lately = await reminders.claimed_lately(tx, KIND, tx.now - ONCE_IN)
        due = [(one, to) for one, to in owed if one.person_id not in lately]
        period = listed.on.isoformat()
        round_id = await reminders.begin_unreported(tx, KIND, period)
        await tell_now(tx, round_id, KIND, period, [_parcel(one, to, rules, listed) for one, to in due])


def _parcel(one: MemberFigures, to: Addressee, rules: Rules, listed: Listed) -> Parcel:
    text = Text("overdue-reminder", name=one.name, owes=listed.owes(one, rules.scheme), until=listed.last)
    buttons = (*FORM, *BUTTONS) if one.member_id in listed.form.missing else BUTTONS
    return parcel_to(to, text, buttons)
