"""One-time invitations: the office gives someone a role by a link that works once and not for ever."""

import hashlib
import secrets
import unicodedata
from dataclasses import dataclass
from datetime import timedelta

from domain.guesses import WrongCode
from domain.names import is_name
from domain.people import DEPARTMENT, UNIT_ROLES, WORK_COMMITTEE, Person, Role, Standing, Unit
from domain.refusals import Refusal
from domain.roster import Known
from services.guesses import must_not_wait
from services.outbox import tell
from storage import audit, invitations, merging, people, roster, units
from storage.db import Tx
from storage.invitations import Invitation
from storage.roster import ROSTER
from texts import Text

CODE_BYTES = 16
LONGEST_NAME = 40
LONGEST_UNIT = 40
"""Characters of a unit's name."""


class InvitationUnknown(WrongCode):
    text = "invitation-unknown"


class InvitationUsed(Refusal):
    text = "invitation-used"


class InvitationExpired(Refusal):
    """Argument: ``expired`` (a moment)."""

    text = "invitation-expired"


class InvitationForSomeoneElse(Refusal):
    """Who is in already opened a link that was made for another. Argument: ``name``, under which they are in."""

    text = "invitation-for-someone-else"


class NameMeansSeveral(Refusal):
    """Arguments: ``name``, ``people`` (a list of Texts that tell them apart)."""

    text = "name-means-several"


class NameIsNoName(Refusal):
    """Argument: ``limit``, as text."""

    text = "name-is-no-name"


class NoUnitForRole(Refusal):
    """A unit is named for a role of people who belong to none. Argument: ``role``, a Text."""

    text = "invitation-has-no-unit"


class UnitIsOfOtherKind(Refusal):
    """Staff is invited to a department, or a department's people to a unit. Argument: ``unit``."""

    text = "invitation-unit-is-of-other-kind"


class UnitNameIsNoName(Refusal):
    """Argument: ``limit``, as text."""

    text = "unit-name-is-no-name"


@dataclass(frozen=True)
class Invited:
    """A fresh invitation. ``code`` is shown once and kept nowhere; ``name`` is "" when it is for whoever comes,
    ``unit`` when they belong to none."""

    code: str
    role: Role
    name: str
    is_new: bool
    is_on_roster: bool
    unit: str = ""
    is_new_unit: bool = False

    def link(self, bot_name: str) -> str:
        """What the invited person presses; who has the link has the role."""
        return f"https://t.me/{bot_name}?start=join_{self.code}"


@dataclass(frozen=True)
class Joined:
    """``person`` with their roles as they are now; ``again`` when they pressed their own used link."""

    person: Person
    role: Role
    again: bool = False


async def create(
    tx: Tx, role: Role, name: str, by: Person | None, *, valid_days: int, language: str, unit: str = ""
) -> Invited:
    """Invite the person of this name, made known in ``language`` if new; with an empty name, whoever comes.

    A name that several share is narrowed by what follows it: their sector, their unit, or the end of their phone.
    Staff belongs to the ``unit``, a department's people to the department; it is made if it is new.

    Raises:
        NameMeansSeveral, NameIsNoName
        NoUnitForRole, UnitIsOfOtherKind, UnitNameIsNoName
    """
    name = _tidy(name)
    await tx.hold(ROSTER)
    to_unit, is_new_unit = await _unit(tx, role, unit) if unit.strip() else (None, False)
    whom = await _whom(tx, name) if name else None
    person_id = whom.person_id if whom else await people.add(tx, name, language) if name else None
    code = secrets.token_urlsafe(CODE_BYTES)
    expires_at = tx.now + timedelta(days=valid_days)
    by_id, unit_id = by.id if by else None, to_unit.id if to_unit else None
    number = await invitations.add(tx, hashed(code), role, person_id, by_id, expires_at, unit_id)
    await audit.add(tx, by_id, "invited", invitation=number, role=role.value, person=person_id)
    on_roster = whom is not None and whom.member_id is not None
    return Invited(
        code,
        role,
        whom.name if whom else name,
        is_new=whom is None,
        is_on_roster=on_roster,
        unit=to_unit.name if to_unit else "",
        is_new_unit=is_new_unit,
    )


async def _unit(tx: Tx, role: Role, typed: str) -> tuple[Unit, bool]:
    """The unit of this name, and whether it is new."""
    if role not in UNIT_ROLES:
        raise NoUnitForRole(role=role_name(role))
    name = " ".join("".join(char for char in typed if unicodedata.category(char)[0] != "C").split())
    if not is_name(name) or len(name) > LONGEST_UNIT:
        raise UnitNameIsNoName(limit=str(LONGEST_UNIT))
    known = await units.named(tx, name)
    unit = known or await units.add(tx, name, DEPARTMENT if role is Role.DEPARTMENT else WORK_COMMITTEE)
    if unit.is_department is not (role is Role.DEPARTMENT):
        raise UnitIsOfOtherKind(unit=unit.name)
    return unit, known is None


async def checked_name(tx: Tx, typed: str) -> str:
    """A name that ``create`` will take, for who is asked for more before it is made.

    Raises:
        NameMeansSeveral, NameIsNoName
    """
    name = _tidy(typed)
    await _whom(tx, name)
    return name


def _tidy(name: str) -> str:
    """On one line, without characters that can't be seen.

    Raises:
        NameIsNoName: no letter in it, a sentence, or too long.
    """
    words = ("".join(char for char in word if unicodedata.category(char)[0] != "C") for word in name.split())
    tidy = " ".join(filter(None, words))
    if len(tidy) > LONGEST_NAME or (name.strip() and not is_name(tidy)):
        raise NameIsNoName(limit=str(LONGEST_NAME))
    return tidy


async def _whom(tx: Tx, words: str) -> Known | None:
    """The one person of the committee whom these words mean; None for a name that is new.

    Raises:
        NameMeansSeveral
    """
    known = await roster.known(tx, words)
    if not known and " " in words:
        name, *hints = words.split()
        namesakes = await roster.known(tx, name)
        known = [one for one in namesakes if all(fits(one, hint) for hint in hints)] or namesakes
    if len(known) > 1:
        raise NameMeansSeveral(name=known[0].name, people=[told_apart(one) for one in known])
    return known[0] if known else None


def fits(one: Known, hint: str) -> bool:
    return hint in (one.sector, one.unit) or (hint.isdigit() and one.phone.endswith(hint))


def told_apart(one: Known) -> Text:
    return Text(
        "one-of-several", name=one.name, sector=one.sector or "–", unit=one.unit or "–", phone=one.phone[-4:] or "–"
    )


async def redeem(tx: Tx, code: str, person: Person) -> Joined:
    """Someone opened an invitation's link: they get its role, and become the person it was made for.

    Raises:
        InvitationUnknown, InvitationUsed, InvitationExpired, InvitationForSomeoneElse, TooManyWrongCodes
    """
    await must_not_wait(tx, person)
    invitation = await invitations.find(tx, hashed(code))
    if invitation is None:
        raise InvitationUnknown
    if invitation.used_at is not None and invitation.person_id == person.id:
        return Joined(person, invitation.role, again=True)
    whom = invitation.person_id or person.id
    if person.roles and whom != person.id:
        raise InvitationForSomeoneElse(name=person.name)
    if not await invitations.use(tx, invitation.id, whom):
        raise await _why_not(tx, code, invitation)
    await _let_in(tx, person, whom, invitation)
    return Joined(await people.get(tx, whom), invitation.role)


async def _why_not(tx: Tx, code: str, seen: Invitation) -> Refusal:
    """Look again: the one who was quicker is committed by now."""
    invitation = await invitations.find(tx, hashed(code)) or seen
    return InvitationUsed() if invitation.used_at is not None else InvitationExpired(expired=invitation.expires_at)


async def _let_in(tx: Tx, person: Person, whom: int, invitation: Invitation) -> None:
    if whom != person.id:
        assert person.telegram_id is not None
        await merging.move_telegram(tx, person.telegram_id, whom)
        await people.set_language(tx, whom, person.language)
    await people.grant(tx, whom, invitation.role)
    if invitation.unit_id is not None:
        await units.join(tx, whom, invitation.unit_id)
    if invitation.role is Role.MEMBER and await people.member_of(tx, whom) is None:
        await people.add_member(tx, whom, sector="", unit="", standing=Standing.REGULAR)
    await audit.add(tx, whom, "joined", invitation=invitation.id, role=invitation.role.value)
    if invitation.invited_by_id is not None and invitation.invited_by_id != whom:
        name = (await people.get(tx, whom)).name
        await tell(
            tx, invitation.invited_by_id, Text("invited-person-joined", name=name, role=role_name(invitation.role))
        )


def role_name(role: Role) -> Text:
    return Text(f"role-{role.value}")


def hashed(code: str) -> str:
    """As a code is kept."""
    return hashlib.sha256(code.encode()).hexdigest()
