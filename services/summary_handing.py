"""The yearly summary is handed in, with the diary where the member wants that.

Source: J7, 三（三）2, which names neither day nor receiver: it goes to whom the registration form goes to.
"""

from dataclasses import dataclass
from datetime import datetime

from domain.people import Member, Role
from domain.refusals import Refusal
from services import diary, yearly_summary
from services.forms import Desk
from services.outbox import tell_all
from storage import diary as stored
from storage import people, units
from storage.db import Tx
from texts import Text


class SummaryHasNoWords(Refusal):
    """Figures alone are no summary."""

    text = "summary-has-no-words"


class SummaryIsHandedIn(Refusal):
    """On this day, and its words are the same since. Argument: ``handed_in`` (a moment)."""

    text = "summary-is-handed-in"


@dataclass(frozen=True)
class Receipt:
    """``unit``: whose people got it; "": the office."""

    at: datetime
    unit: str


async def hand_in(tx: Tx, member: Member, year: int, desk: Desk, *, with_diary: bool) -> Receipt:
    """Send it, as it stands now, to the office, or to the work committee where the scheme sends the member's form.

    Raises:
        SummaryHasNoWords, SummaryIsHandedIn
    """
    committee = desk.committee
    summary = await yearly_summary.of_member(tx, member, year, desk.scheme, committee.zone)
    if not summary.words:
        raise SummaryHasNoWords
    if not await stored.mark_handed_in(tx, member.id, year, _midnight(tx.now, desk)):
        raise SummaryIsHandedIn(handed_in=await stored.summary_handed_in(tx, member.id, year))
    own = await _unit_people(tx, member, desk)
    receivers = own or await people.with_role(tx, Role.OFFICE)
    about = {"member": member.name, "sector": member.sector or "–", "unit": member.unit or "–", "year": str(year)}
    paper = yearly_summary.paper(summary, member, committee.name)
    await tell_all(tx, receivers, Text("summary-came-in", **about), paper=paper)
    if with_diary:
        whole = await diary.paper(tx, member, year, committee.name, committee.zone)
        await tell_all(tx, receivers, Text("diary-came-in", **about), paper=whole)
    return Receipt(tx.now, member.unit if own else "")


def _midnight(now: datetime, desk: Desk) -> datetime:
    """The day's beginning on the committee's clock."""
    return now.astimezone(desk.committee.zone).replace(hour=0, minute=0, second=0, microsecond=0)


async def _unit_people(tx: Tx, member: Member, desk: Desk) -> list[int]:
    form = desk.scheme.form
    goes_to_unit = form is not None and member.standing in form.to_work_committee
    return await units.reached_people(tx, member.unit) if goes_to_unit else []
