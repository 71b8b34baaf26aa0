"""Members who are away: said by themselves, known to the office and to who stands in, heeded by what comes in."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from domain.absences import (
    Absence,
    MemberIsAway,
    NotAway,
    StandInDoesNotServe,
    StandInIsAway,
    StandInIsOutOfReach,
    StandInIsYourself,
    check_until,
    ends_at,
)
from domain.letters import Desk
from domain.people import Member
from services.letter_parties import holder_of, member_named
from services.office import tell_office
from services.outbox import tell
from storage import absences, people, triage
from storage.db import Tx
from texts import Text


@dataclass(frozen=True)
class Away:
    """What came of ``/away``: the last day, who stands in, and the open letters that stay in hand."""

    until_on: date
    stand_in: Member | None
    letters: int


@dataclass(frozen=True)
class Receiver:
    """Who gets what is written to a member: the member, or while they are ``away`` someone else (None: the office)."""

    member_id: int | None
    away: Absence | None = None


async def current(tx: Tx, member_id: int) -> Absence | None:
    """The absence that a member is on now."""
    absence = await absences.of_member(tx, member_id)
    return absence if absence is not None and absence.holds(tx.now) else None


async def check_is_here(tx: Tx, member_id: int) -> None:
    """Raises:
    MemberIsAway
    """
    if away := await current(tx, member_id):
        raise MemberIsAway(name=(await people.member(tx, member_id)).name, until=away.until_on)


async def receiver(tx: Tx, member_id: int) -> Receiver:
    """Whom a new letter to this member goes to. A stand-in who is away as well, has left or can't be reached sends it
    on to the office, never to a third."""
    away = await current(tx, member_id)
    if away is None:
        return Receiver(member_id)
    stand_in = away.stand_in_id
    return Receiver(stand_in if stand_in is not None and await _is_there(tx, stand_in) else None, away)


async def _is_there(tx: Tx, member_id: int) -> bool:
    serves = await people.serving(tx, member_id) is not None
    return serves and (await holder_of(tx, Desk(member_id))).is_reached and await current(tx, member_id) is None


# --- going and coming back --------------------------------------------------------------------------------------------


async def go_away(tx: Tx, member: Member, until: date, stand_in_id: int | None, zone: ZoneInfo) -> Away:
    """Away from now to the end of that day; what was set before is replaced. Stand-in and office are told.

    Raises:
        AwayDayIsPast, AwayIsTooLong
        StandInIsYourself, StandInDoesNotServe, StandInIsAway, StandInIsOutOfReach
    """
    check_until(until, tx.now.astimezone(zone).date())
    stand_in = await checked_stand_in(tx, member, stand_in_id) if stand_in_id is not None else None
    before = await current(tx, member.id)
    if before is not None and (before.until_on, before.stand_in_id) == (until, stand_in_id):
        # Pressed twice: nobody is told twice.
        return Away(until, stand_in, await _open_letters(tx, member))
    await absences.begin(tx, member.id, stand_in_id, until, ends_at(until, zone))
    if before is not None and before.stand_in_id != stand_in_id:
        await _tell_stand_in(tx, before, Text("away-stand-in-is-over", name=member.name))
    away = Away(until, stand_in, await _open_letters(tx, member))
    await _tell_of(tx, member, away)
    return away


async def come_back(tx: Tx, member: Member) -> int:
    """Back before the time; how many open letters wait.

    Raises:
        NotAway
    """
    before = await current(tx, member.id)
    if before is None:
        raise NotAway
    await absences.end(tx, member.id)
    await _tell_stand_in(tx, before, Text("away-stand-in-is-over", name=member.name))
    await tell_office(tx, Text("away-office-back", name=member.name))
    return await _open_letters(tx, member)


async def checked_stand_in(tx: Tx, member: Member, stand_in_id: int) -> Member:
    """Raises:
    StandInIsYourself, StandInDoesNotServe, StandInIsAway, StandInIsOutOfReach
    """
    if stand_in_id == member.id:
        raise StandInIsYourself
    stand_in = await people.serving(tx, stand_in_id)
    if stand_in is None:
        raise StandInDoesNotServe
    if await current(tx, stand_in_id) is not None:
        raise StandInIsAway(name=stand_in.name)
    if not (await holder_of(tx, Desk(stand_in_id))).is_reached:
        raise StandInIsOutOfReach(name=stand_in.name)
    return stand_in


async def _open_letters(tx: Tx, member: Member) -> int:
    return (await triage.loads(tx)).get(member.id, 0)


async def _tell_of(tx: Tx, member: Member, away: Away) -> None:
    if away.stand_in is not None:
        asked = Text("away-please-stand-in", name=member.name, until=away.until_on)
        await tell(tx, away.stand_in.person_id, asked)
    stand_in = member_named(away.stand_in.name) if away.stand_in else Text("away-nobody-stands-in")
    news = Text("away-office-news", name=member.name, until=away.until_on, stand_in=stand_in, count=away.letters)
    await tell_office(tx, news)


async def _tell_stand_in(tx: Tx, absence: Absence, text: Text) -> None:
    if absence.stand_in_id is not None:
        await tell(tx, (await people.member(tx, absence.stand_in_id)).person_id, text)
