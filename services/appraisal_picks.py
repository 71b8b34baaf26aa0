"""Lists for honours and for talks: proposed by the scheme's rule when a year is closed, decided by the office."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domain.appraisal import Table
from domain.people import Person
from domain.talks import (
    Decision,
    ListKind,
    Pick,
    PickIsDecided,
    PickIsThere,
    PickIsYourOwn,
    PickUnknown,
    Talk,
    TalkIsRecorded,
    parse_talk,
)
from storage import appraisal_picks, appraisals
from storage.appraisals import Appraisal, Appraised
from storage.db import Tx
from storage.totals import EVERYONE


@dataclass(frozen=True)
class PickList:
    """A list of a closed year, and by which rule it was proposed."""

    appraisal: Appraisal
    table: Table
    kind: ListKind
    picks: list[Pick]


async def propose(tx: Tx, appraisal: Appraisal) -> None:
    """When a year is closed: everyone of whom the scheme's rules are true."""
    table = Table.model_validate(appraisal.table)
    rows = await appraisals.members(tx, appraisal.id, EVERYONE)
    await appraisal_picks.propose(tx, [pick for row in rows for pick in _proposed(row, table)])


def _proposed(row: Appraised, table: Table) -> Iterator[tuple[int, ListKind]]:
    if table.honours and table.honours.proposes(row.points, row.done, row.owed):
        yield row.id, ListKind.HONOUR
    if table.talks and table.talks.proposes(row.points, row.done, row.owed):
        yield row.id, ListKind.TALK


async def of_year(tx: Tx, year: int, kind: ListKind) -> PickList:
    """Raises: PickUnknown: that year is not closed."""
    appraisal = await appraisals.of_year(tx, year)
    if appraisal is None or appraisal.closed_at is None:
        raise PickUnknown
    picks = await appraisal_picks.of_appraisal(tx, appraisal.id, kind)
    return PickList(appraisal, Table.model_validate(appraisal.table), kind, picks)


async def known(tx: Tx, pick_id: int) -> Pick:
    """Raises: PickUnknown."""
    pick = await appraisal_picks.get(tx, pick_id)
    if pick is None:
        raise PickUnknown
    return pick


async def year_of(tx: Tx, pick: Pick) -> int:
    row = await appraisals.appraised(tx, pick.appraised_id)
    appraisal = await appraisals.get(tx, row.appraisal_id) if row else None
    assert appraisal is not None
    return appraisal.year


async def decide(tx: Tx, pick_id: int, decision: Decision, by: Person) -> Pick:
    """On the list or not; the other way as well, as long as no talk is recorded.

    Raises:
        PickUnknown, PickIsYourOwn, PickIsDecided, TalkIsRecorded
    """
    await _hold(tx, pick_id)
    pick = await known(tx, pick_id)
    if pick.person_id == by.id:
        raise PickIsYourOwn
    if decision is Decision.DECLINED and pick.talked_on is not None:
        raise TalkIsRecorded(name=pick.name)
    if not await appraisal_picks.decide(tx, pick.id, decision, by.id):
        raise PickIsDecided(name=pick.name)
    return await known(tx, pick_id)


async def _hold(tx: Tx, pick_id: int) -> None:
    """A talk is recorded, or called off: whoever is second sees what the first did."""
    await tx.hold(f"pick {pick_id}")


async def add(tx: Tx, year: int, kind: ListKind, member_id: int, by: Person) -> PickList:
    """Somebody whom no rule proposed, by the office.

    Raises:
        PickUnknown, PickIsYourOwn, PickIsThere
    """
    listed = await of_year(tx, year, kind)
    row = await appraisals.member(tx, listed.appraisal.id, member_id)
    if row is None:
        raise PickUnknown
    if row.person_id == by.id:
        raise PickIsYourOwn
    if not await appraisal_picks.add(tx, row.id, kind, by.id):
        raise PickIsThere(name=row.name)
    return await of_year(tx, year, kind)


async def to_record(tx: Tx, pick_id: int, by: Person) -> Pick:
    """Somebody who is to be talked with, or was.

    Raises:
        PickUnknown, PickIsYourOwn
    """
    pick = await known(tx, pick_id)
    if pick.list is not ListKind.TALK or pick.decision is not Decision.CONFIRMED:
        raise PickUnknown
    if pick.person_id == by.id:
        raise PickIsYourOwn
    return pick


async def record(tx: Tx, pick_id: int, line: str, by: Person, today: date) -> tuple[Pick, Talk]:
    """A talk was held.

    Raises:
        as ``to_record`` and ``domain.talks.parse_talk``
    """
    await _hold(tx, pick_id)
    pick = await to_record(tx, pick_id, by)
    talk = parse_talk(line, today)
    await appraisal_picks.record(tx, pick.id, talk, by.id)
    return pick, talk


async def talks(tx: Tx, pick_id: int, by: Person) -> tuple[Pick, list[Talk]]:
    """Raises: as ``to_record``."""
    pick = await to_record(tx, pick_id, by)
    return pick, await appraisal_picks.talks(tx, pick.id)
