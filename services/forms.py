"""The registration form (登记表): shown, handed in, accepted or returned, printed.

Source: J7, 三（一） and its annex.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain import forms as rules
from domain.contacts import Contact, active
from domain.forms import Content, Form, FormIsDecided, FormIsHandedInAlready, FormState, Gap, HandedInTo, Row
from domain.people import Member, NotForYourRole, Person, Role
from domain.refusals import Refusal
from domain.schemes import Counted, Deadline, RegistrationForm, Scheme
from domain.settings import Committee
from services.contacts import shown_phone
from services.outbox import Button, Buttons, Paper, tell, tell_all
from services.quota import duties_of
from storage import contacts, forms, people, units
from storage.db import Tx
from texts import Text

PAPER = "registration-form"


class NoFormInScheme(Refusal):
    """The committee's scheme has no registration form."""

    text = "form-is-not-in-the-scheme"


class FormUnknown(Refusal):
    text = "form-unknown"


class NobodyToPrint(Refusal):
    """No member, or no member of that name or unit. Argument: ``whom``."""

    text = "form-nobody-to-print"


@dataclass(frozen=True)
class Desk:
    """Whose form it is, and by which rules: what every use case needs."""

    scheme: Scheme
    committee: Committee

    @property
    def form(self) -> RegistrationForm:
        """Raises: NoFormInScheme."""
        if self.scheme.form is None:
            raise NoFormInScheme
        return self.scheme.form

    def deadline(self) -> Deadline:
        deadline = self.scheme.deadline(self.form.deadline)
        assert deadline is not None
        return deadline


@dataclass(frozen=True)
class View:
    """A member's form of a year as it would be handed in now, and what was handed in last."""

    content: Content
    gaps: Sequence[Gap]
    least_contacts: int
    latest: Form | None
    due_on: date

    @property
    def may_hand_in(self) -> bool:
        return bool(self.content.rows) and rules.may_hand_in(self.content, self.latest)


# --- shown ------------------------------------------------------------------------------------------------------------


async def view(tx: Tx, member: Member, desk: Desk, year: int) -> View:
    """Raises: NoFormInScheme."""
    due_on = desk.deadline().on(year)
    content = await content_of(tx, member)
    least = await _least_contacts(tx, member, desk.scheme)
    return View(content, rules.gaps(content, least), least, await forms.latest(tx, member.id, year), due_on)


async def content_of(tx: Tx, member: Member) -> Content:
    """What is known of a member and the contacts registered now, as the form asks for it."""
    person = await people.get(tx, member.person_id)
    registered = active(await contacts.of_member(tx, member.id))
    return _content(member, person.phone or "", registered)


def _content(member: Member, phone: str, registered: Iterable[Contact]) -> Content:
    rows = tuple(Row(contact.name, _phone(contact.phone), contact.address) for contact in registered)
    return Content(member.name, member.sector, _phone(phone), member.unit, rows)


def _phone(phone: str) -> str:
    return shown_phone(phone) if phone else ""


async def _least_contacts(tx: Tx, member: Member, scheme: Scheme) -> int:
    quotas = scheme.quotas_of(*await duties_of(tx, member))
    return max((quota.min or 0 for quota in quotas if quota.what is Counted.CONTACTS), default=0)


def paper(desk: Desk, contents: Sequence[Content], whose: str) -> Paper:
    """The forms as one Word file, a page each. ``whose`` stands in the file's name."""
    form = desk.form
    title = form.title.replace("{place}", rules.place_of(desk.committee.name))
    data: dict[str, Any] = {
        "title": title,
        "notes": list(form.notes),
        "forms": [_sheet(content, form.rows) for content in contents],
    }
    return Paper(PAPER, data, f"登记表-{whose}.docx")


def _sheet(content: Content, least_rows: int) -> dict[str, Any]:
    """One page: empty rows up to the form's own number; more contacts than that get rows of their own."""
    rows = [vars(row) for row in content.rows]
    empty = [vars(Row("")) for _ in range(least_rows - len(rows))]
    return vars(content) | {"rows": [dict(row) for row in (*rows, *empty)]}


# --- handed in --------------------------------------------------------------------------------------------------------


async def hand_in(tx: Tx, member: Member, desk: Desk, today: date) -> Form:
    """Hand in the form as it stands; who gets it has buttons to accept or return it.

    Whom the scheme names hands in to their work committee (J7, 附件注3: a township's special members). Where nobody of
    it has joined, the office takes it for them, and the notice names the unit.

    Raises:
        NoFormInScheme, FormIsEmpty, FormIsHandedInAlready
    """
    await _hold(tx, member)
    seen = await view(tx, member, desk, today.year)
    rules.check_hand_in(seen.content, seen.latest)
    if seen.latest is not None and not await forms.decide(tx, seen.latest, FormState.REPLACED):
        raise FormIsDecided(member=member.name)
    to = _receiver(member, desk)
    form = await get(tx, await forms.add(tx, member.id, today.year, seen.content, to))
    own = await unit_people(tx, form)
    notice = arrived(form, seen, is_late=today > seen.due_on, for_another=not own)
    receivers = own or await people.with_role(tx, Role.OFFICE)
    await tell_all(tx, receivers, notice, buttons=decisions(form), paper=file(desk, form))
    return form


async def take_paper(tx: Tx, member_id: int, desk: Desk, by: Person, year: int) -> Form:
    """A form came on paper or by e-mail: it is received, with the contacts that are registered; the member is told.

    Source: J7, 附件注3 and 三（一）: in writing or by e-mail.

    Raises:
        NoFormInScheme, FormUnknown: no such member serves.
        NotForYourRole: the form is not this person's to take.
        FormIsHandedInAlready
    """
    member = await people.serving(tx, member_id)
    if member is None:
        raise FormUnknown
    to = _receiver(member, desk)
    await _check_may_take(tx, member.unit, to, by)
    await _hold(tx, member)
    latest = await forms.latest(tx, member.id, year)
    if latest is not None and latest.state is not FormState.RETURNED:
        raise FormIsHandedInAlready(handed_in=latest.handed_in_at)
    if latest is not None:
        await forms.decide(tx, latest, FormState.REPLACED)
    form = await get(tx, await forms.add(tx, member.id, year, await content_of(tx, member), to))
    await _decide(tx, form, FormState.ACCEPTED, by)
    least = await _least_contacts(tx, member, desk.scheme)
    lacking = Text("form-paper-lacks-contacts") if len(form.content.rows) < least else ""
    about = {"year": str(year), "by": _taker(form, by), "receiver": by.name, "at": tx.now, "lacking": lacking}
    await _tell_member(tx, form, Text("form-paper-was-taken", **about), [[Button("contact-button-list", "contacts")]])
    return form


async def _hold(tx: Tx, member: Member) -> None:
    """Who hands it in, and whoever takes it on paper, come one after the other."""
    await tx.hold(f"form {member.id}")


def _receiver(member: Member, desk: Desk) -> HandedInTo:
    """Source: J7, 附件注3."""
    return HandedInTo.WORK_COMMITTEE if member.standing in desk.form.to_work_committee else HandedInTo.OFFICE


async def _check_may_take(tx: Tx, unit: str, to: HandedInTo, by: Person) -> None:
    """The office any; the people of a work committee what is handed in to it.

    Raises:
        NotForYourRole
    """
    if Role.OFFICE in by.roles:
        return
    own = [unit.name for unit in await units.of_person(tx, by.id)]
    if Role.STAFF not in by.roles or to is not HandedInTo.WORK_COMMITTEE or unit not in own:
        raise NotForYourRole


async def unit_people(tx: Tx, form: Form) -> list[int]:
    """Those of the form's work committee who can be reached; nobody for a form to the office."""
    is_of_unit = form.handed_in_to is HandedInTo.WORK_COMMITTEE
    return await units.reached_people(tx, form.content.unit) if is_of_unit else []


def file(desk: Desk, form: Form) -> Paper:
    """A form as it was handed in."""
    return paper(desk, [form.content], form.content.name)


def arrived(form: Form, seen: View, *, is_late: bool, for_another: bool = True) -> Text:
    """What is read over the file; ``for_another``: by the office in a unit's place."""
    content = form.content
    is_of_unit = form.handed_in_to is HandedInTo.WORK_COMMITTEE
    key = "form-came-in-for-unit" if is_of_unit and for_another else "form-came-in"
    notes = gap_lines(seen) + ([Text("form-is-late", due=seen.due_on)] if is_late else [])
    about = {"member": content.name, "sector": content.sector or "–", "unit": content.unit or "–"}
    return Text(key, count=str(len(content.rows)), notes=notes, **about)


def decisions(form: Form) -> list[list[Button]]:
    """What the office may press under a form that waits."""
    accept = Button("form-button-accept", f"form-accept:{form.id}")
    return [[accept, Button("form-button-return", f"form-return:{form.id}")]]


def gap_lines(seen: View) -> list[Text]:
    """What is missing, in words."""
    figures = {"least": str(seen.least_contacts), "registered": str(len(seen.content.rows))}
    return [Text(f"form-lacks-{gap}", **(figures if gap is Gap.CONTACTS else {})) for gap in seen.gaps]


# --- the office -------------------------------------------------------------------------------------------------------


async def accept(tx: Tx, form_id: int, by: Person) -> Form:
    """Take a form; the member is told.

    Raises:
        NotForYourRole, FormUnknown, FormIsDecided
    """
    form = await waiting(tx, form_id, by)
    await _decide(tx, form, FormState.ACCEPTED, by)
    receipt = Text("form-was-accepted", year=str(form.year), by=_taker(form, by), receiver=by.name, at=tx.now)
    await _tell_member(tx, form, receipt)
    return form


async def send_back(tx: Tx, form_id: int, reason: str, by: Person) -> Form:
    """Return a form with the reason; the member corrects it and hands in again.

    Raises:
        NotForYourRole, FormUnknown, FormIsDecided
    """
    form = await waiting(tx, form_id, by)
    await _decide(tx, form, FormState.RETURNED, by, reason)
    correct = [[Button("form-button-open", "do-form"), Button("contact-button-list", "contacts")]]
    await _tell_member(tx, form, Text("form-was-returned", reason=reason, by=_taker(form, by)), correct)
    return form


def _taker(form: Form, by: Person) -> str | Text:
    """In whose name somebody decided."""
    return Text("form-by-office") if Role.OFFICE in by.roles else form.content.unit


def taker_name(form: Form) -> str | Text:
    """Whom a form is for, in words."""
    to_unit = form.handed_in_to is HandedInTo.WORK_COMMITTEE and form.content.unit
    return to_unit or Text("form-by-office")


async def waiting(tx: Tx, form_id: int, by: Person) -> Form:
    """A form that the office may decide on.

    Raises:
        NotForYourRole, FormUnknown, FormIsDecided
    """
    form = await shown_to(tx, form_id, by)
    rules.check_becomes(form, FormState.ACCEPTED)
    return form


async def shown_to(tx: Tx, form_id: int, by: Person) -> Form:
    """Any form for the office; for the people of a work committee those handed in to it.

    Raises:
        NotForYourRole, FormUnknown
    """
    form = await get(tx, form_id)
    await _check_may_take(tx, form.content.unit, form.handed_in_to, by)
    return form


async def get(tx: Tx, form_id: int) -> Form:
    """Raises: FormUnknown."""
    form = await forms.get(tx, form_id)
    if form is None:
        raise FormUnknown
    return form


async def _decide(tx: Tx, form: Form, state: FormState, by: Person, reason: str = "") -> None:
    if not await forms.decide(tx, form, state, by.id, reason):
        raise FormIsDecided(member=form.content.name)


async def _tell_member(tx: Tx, form: Form, text: Text, buttons: Buttons = ()) -> None:
    member = await people.member(tx, form.member_id)
    await tell(tx, member.person_id, text, buttons=buttons)


# --- for the printer --------------------------------------------------------------------------------------------------


async def sheets(tx: Tx, desk: Desk, *, unit: str = "", member: str = "") -> Paper:
    """The forms of all members, of one unit's, or of one member, as they are now, in one file.

    Raises:
        NoFormInScheme, NobodyToPrint
    """
    chosen = [
        one for one in await people.members(tx) if (not unit or one.unit == unit) and (not member or one.name == member)
    ]
    whose = member or unit or rules.place_of(desk.committee.name)
    if not chosen:
        raise NobodyToPrint(whom=whose)
    return paper(desk, [await content_of(tx, one) for one in chosen], whose)
