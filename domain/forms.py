"""The registration form (登记表): what it holds, who has it, and what may follow what."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from domain.refusals import Refusal


class FormState(StrEnum):
    """Where a form that was handed in stands."""

    HANDED_IN = "handed_in"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    REPLACED = "replaced"
    """The member handed in another one after it."""


class HandedInTo(StrEnum):
    """Whom a form is for. Source: J7, 附件注3."""

    OFFICE = "office"
    WORK_COMMITTEE = "work_committee"


MAY_BECOME: Mapping[FormState, frozenset[FormState]] = {
    FormState.HANDED_IN: frozenset({FormState.ACCEPTED, FormState.RETURNED, FormState.REPLACED}),
    FormState.RETURNED: frozenset({FormState.REPLACED}),
    FormState.ACCEPTED: frozenset({FormState.REPLACED}),
    FormState.REPLACED: frozenset(),
}


class FormIsEmpty(Refusal):
    """No contact is registered: there is nothing to hand in."""

    text = "form-is-empty"


class FormIsHandedInAlready(Refusal):
    """The very same form waits for the office, or is accepted. Argument: ``handed_in`` (a moment)."""

    text = "form-is-handed-in-already"


class FormIsDecided(Refusal):
    """It was accepted, returned or replaced before. Argument: ``member``."""

    text = "form-is-decided"


@dataclass(frozen=True)
class Row:
    """A contact's row. Source: J7, annex: 姓名, 联系方式, 工作单位或住址."""

    name: str = field(repr=False)
    phone: str = field(default="", repr=False)
    address: str = field(default="", repr=False)


@dataclass(frozen=True)
class Content:
    """What stands in a member's form. Source: J7, annex: 姓名, 界别, 联系方式, 政协工委, and the rows."""

    name: str = field(repr=False)
    sector: str
    phone: str = field(repr=False)
    unit: str
    rows: tuple[Row, ...]


class Gap(StrEnum):
    """What a form lacks; shown to the member, and to the office."""

    SECTOR = "sector"
    PHONE = "phone"
    UNIT = "unit"
    CONTACTS = "contacts"
    DETAILS = "details"
    """A contact without telephone number or address."""


def gaps(content: Content, least_contacts: int) -> list[Gap]:
    """What is missing, in the order of the form."""
    missing = {
        Gap.SECTOR: not content.sector,
        Gap.PHONE: not content.phone,
        Gap.UNIT: not content.unit,
        Gap.CONTACTS: len(content.rows) < least_contacts,
        Gap.DETAILS: any(not row.phone or not row.address for row in content.rows),
    }
    return [gap for gap, is_missing in missing.items() if is_missing]


@dataclass(frozen=True)
class Form:
    """A form as it was handed in, once for every handing in; the latest of a year counts."""

    id: int
    member_id: int
    year: int
    state: FormState
    content: Content = field(repr=False)
    handed_in_to: HandedInTo
    handed_in_at: datetime
    decided_at: datetime | None = None
    reason: str = field(default="", repr=False)
    decided_by: str = field(default="", repr=False)
    """The name of who accepted or returned it."""


def may_hand_in(content: Content, latest: Form | None) -> bool:
    """Is this another form than the one that was handed in last, or was that one returned?"""
    return latest is None or latest.state is FormState.RETURNED or latest.content != content


def check_hand_in(content: Content, latest: Form | None) -> None:
    """Raises: FormIsEmpty, FormIsHandedInAlready."""
    if not content.rows:
        raise FormIsEmpty
    if latest is not None and not may_hand_in(content, latest):
        raise FormIsHandedInAlready(handed_in=latest.handed_in_at)


def check_becomes(form: Form, state: FormState) -> None:
    """Raises: FormIsDecided."""
    if state not in MAY_BECOME[form.state]:
        raise FormIsDecided(member=form.content.name)


def is_late(handed_in_on: date, deadline: date | None) -> bool:
    return deadline is not None and handed_in_on > deadline


def place_of(committee: str) -> str:
    """The place in a committee's name: 政协靖江市委员会 and 靖江市政协 → 靖江市; another name stays whole."""
    bare = committee.removeprefix("中国人民政治协商会议").removeprefix("政协")
    return re.sub(r"(?<=.)(委员会|政协)$", "", bare)
