"""Objections: a member says what is wrong with a line of their points, the office decides with a reason."""

from dataclasses import dataclass
from decimal import Decimal

from domain import objections as rules
from domain.appraisal import Line, shown
from domain.objections import (
    NothingToObjectTo,
    Objection,
    ObjectionIsDecided,
    ObjectionIsMade,
    ObjectionIsYourOwn,
    ObjectionNeedsWords,
    ObjectionUnknown,
    Verdict,
)
from domain.people import Member, Person, Role
from domain.short_words import check_words, says_something
from services.appraisal import Bench, Sheet, kept_sheet, sheet
from services.outbox import Button, tell, tell_all
from storage import appraisals, people
from storage.db import Tx
from texts import Text


class ObjectionNeedsReason(ObjectionNeedsWords):
    """The office says why."""

    text = "objection-needs-reason"


@dataclass(frozen=True)
class Case:
    """An objection with the points that it is about."""

    objection: Objection
    sheet: Sheet

    @property
    def line(self) -> Line:
        return self.sheet.line(self.objection.line)


# --- the member -------------------------------------------------------------------------------------------------------


async def to_object(tx: Tx, bench: Bench, year: int, name: str, member: Member) -> Sheet:
    """The member's own points, of which they may still object to this line.

    Raises:
        AppraisalIsNotYours, AppraisalLineUnknown, NothingToObjectTo, ObjectionsAreOver, ObjectionIsMade
    """
    own = await sheet(tx, bench, year, member.id)
    if own.published is None:
        raise NothingToObjectTo
    own.line(name)
    if own.published.closed_at is not None:
        raise rules.ObjectionsAreOver(until=own.published.until_on)
    rules.check_in_time(bench.today(tx), own.published.until_on)
    if name in own.objections:
        raise ObjectionIsMade
    return own


async def make(tx: Tx, bench: Bench, year: int, name: str, member: Member, words: str) -> None:
    """Object; everyone of the office is told.

    Raises:
        as ``to_object``; ObjectionNeedsWords, WordsAreTooLong
    """
    words = check_words(words)
    if not says_something(words):
        raise ObjectionNeedsWords
    await appraisals.hold(tx, year)
    own = await to_object(tx, bench, year, name, member)
    assert own.appraised_id is not None
    number = await appraisals.object_to(tx, own.appraised_id, name, words)
    if number is None:
        raise ObjectionIsMade
    news = Text("objection-came", name=member.name, year=str(year), title=own.line(name).rule.title, words=words)
    office = await people.with_role(tx, Role.OFFICE)
    await tell_all(tx, office, news, buttons=[[Button("objection-button-show", f"objection:{number}")]])


# --- the office -------------------------------------------------------------------------------------------------------


async def case(tx: Tx, objection_id: int) -> Case:
    """Raises: ObjectionUnknown."""
    objection = await appraisals.objection(tx, objection_id)
    row = await appraisals.appraised(tx, objection.appraised_id) if objection else None
    published = await appraisals.get(tx, row.appraisal_id) if row else None
    if objection is None or row is None or published is None:
        raise ObjectionUnknown
    return Case(objection, await kept_sheet(tx, published, row))


async def to_decide(tx: Tx, objection_id: int, by: Person) -> Case:
    """One that waits, for somebody of the office whom it is not about.

    Raises:
        ObjectionUnknown, ObjectionIsDecided, ObjectionIsYourOwn
    """
    found = await case(tx, objection_id)
    assert found.sheet.published is not None
    if found.objection.decided_at is not None or found.sheet.published.withdrawn_at is not None:
        raise ObjectionIsDecided
    if found.sheet.standing.member.person_id == by.id:
        raise ObjectionIsYourOwn
    return found


async def decide(tx: Tx, objection_id: int, by: Person, points: Decimal | None, reason: str) -> Case:
    """Upheld with the points that the line has from now on, or refused (None); the member is told why.

    Raises:
        as ``to_decide``; ObjectionNeedsReason, WordsAreTooLong
    """
    reason = check_words(reason)
    if not says_something(reason):
        raise ObjectionNeedsReason
    await appraisals.hold(tx, (await case(tx, objection_id)).sheet.year)
    found = await to_decide(tx, objection_id, by)
    verdict = Verdict.REFUSED if points is None else Verdict.UPHELD
    changed = None if points is None else appraisals.tenths(points)
    if not await appraisals.decide(tx, objection_id, verdict, changed, reason, by.id):
        raise ObjectionIsDecided
    after = await case(tx, objection_id)
    await appraisals.change_points(tx, found.objection.appraised_id, appraisals.tenths(after.sheet.standing.points))
    await _tell_member(tx, after, reason)
    return after


async def _tell_member(tx: Tx, after: Case, reason: str) -> None:
    member, verdict = after.sheet.standing.member, after.objection.verdict
    assert verdict is not None
    news = Text(
        f"objection-was-{verdict.value}",
        year=str(after.sheet.year),
        title=after.line.rule.title,
        points=shown(after.line.points),
        total=shown(after.sheet.standing.points),
        reason=reason,
    )
    await tell(tx, member.person_id, news, buttons=[[own_button(after.sheet)]])


def own_button(about: Sheet) -> Button:
    return Button("appraisal-button-own", f"appraisal-of:{about.year}:{about.standing.member.member_id}")


MOST = 20
"""Objections in one list: those that wait come first, and make room for others when they are decided."""


async def of_year(tx: Tx, year: int) -> list[Case]:
    """The first of a year: those that wait before the others.

    Raises:
        NothingToObjectTo
    """
    published = await appraisals.of_year(tx, year)
    if published is None:
        raise NothingToObjectTo
    return [await case(tx, one.id) for one in (await appraisals.objections(tx, published.id))[:MOST]]
