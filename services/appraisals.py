"""A year's appraisal made known: counted once and kept, told to each member, closed when objections are decided.

What was made known stays as it was, whatever becomes of the visits and letters: only a decided objection changes it.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from domain.appraisal import Evidence, Table, shown
from domain.refusals import Refusal
from domain.totals import MemberFigures, Period
from services import appraisal_picks, merits, totals
from services.appraisal import Bench
from services.broadcasts import parcel_to, tell_each_once
from services.outbox import Button, Parcel, tell
from services.rounds import CHUNK
from storage import appraisals, asked_figures, audit, reminders
from storage.appraisals import Appraisal, Appraised, tenths
from storage.asked_figures import Claim
from storage.db import Db, Row, Tx
from storage.merits import Among
from storage.reminders import Addressee
from storage.totals import EVERYONE
from texts import Text

KIND = "appraisal"
"""Of the claims in ``reminders``: nobody is told twice."""

NEWS = "appraisal-news"
"""The request to tell everyone."""


class AppraisalIsOut(Refusal):
    """This year's was made known before. Argument: ``year``."""

    text = "appraisal-is-out"


class NothingToAppraise(Refusal):
    """The scheme has neither points nor a rule for honours or talks."""

    text = "appraisal-has-no-table"


class AppraisalIsOver(Refusal):
    """It was closed, or withdrawn; or there is none. Argument: ``year``."""

    text = "appraisal-is-over"


class ObjectionsAreStillOpen(Refusal):
    """Argument: ``until``, the last day."""

    text = "objections-are-still-open"


class ObjectionsWait(Refusal):
    """Argument: ``count``."""

    text = "objections-wait"


@dataclass(frozen=True)
class Plan:
    """What publishing now would mean."""

    year: int
    counted_on: date
    until_on: date
    table: Table


async def plan(tx: Tx, bench: Bench, year: int) -> Plan:
    """Raises: AppraisalIsOut, NothingToAppraise."""
    if await appraisals.of_year(tx, year) is not None:
        raise AppraisalIsOut(year=str(year))
    table = bench.table(year)
    if table == merits.NOTHING:
        raise NothingToAppraise
    today = bench.today(tx)
    until = today + timedelta(days=bench.settings.object_within_days)
    return Plan(year, min(today, bench.rules.scheme.ends(year)), until, table)


# --- counted and kept -------------------------------------------------------------------------------------------------


async def publish(db: Db, bench: Bench, person_id: int, year: int, claim: Claim) -> int | None:
    """Count everyone, keep it with what each line rests on, and make it known; its id.

    A chunk of members in a transaction; nobody sees anything before the last. None when somebody has done so.
    """
    try:
        async with db.read() as tx:
            made = await plan(tx, bench, year)
            members = await totals.of_members(tx, bench.rules, Period.of_year(year), EVERYONE)
    except Refusal as refusal:
        await _refused(db, person_id, refusal, claim)
        return None
    async with db.write() as tx:
        table = made.table.model_dump(mode="json")
        number = await appraisals.begin(tx, year, table, made.counted_on, made.until_on, person_id)
    if number is None:
        await _refused(db, person_id, AppraisalIsOut(year=str(year)), claim)
        return None
    for start in range(0, len(members), CHUNK):
        await _keep(db, bench, made, number, members[start : start + CHUNK])
    async with db.write() as tx:
        if not await claim(tx) or not await appraisals.publish(tx, number):
            return None
        await audit.add(tx, person_id, "appraisal-published", year=year, appraisal=number)
        text = Text("appraisal-published", year=str(year), count=str(len(members)), until=made.until_on)
        await tell(tx, person_id, text)
        await _spread(tx, person_id, number)
    return number


async def _spread(tx: Tx, person_id: int, number: int) -> None:
    """Everyone in it is to be told."""
    await asked_figures.add(tx, NEWS, person_id, {"appraisal": number})
    tx.signal("figures")


async def _refused(db: Db, person_id: int, refusal: Refusal, claim: Claim) -> None:
    async with db.write() as tx:
        if await claim(tx):
            await tell(tx, person_id, Text(refusal.text, **refusal.args_of_text))


async def _keep(db: Db, bench: Bench, made: Plan, number: int, members: Sequence[MemberFigures]) -> None:
    among = Among(tuple(one.member_id for one in members))
    async with db.read() as tx:
        found = {
            rule.name: await merits.evidence(tx, bench.rules, rule, made.year, among) for rule in made.table.points
        }
    rows = await asyncio.to_thread(lambda: [_row(one, made.table, found) for one in members])
    async with db.write() as tx:
        await appraisals.add_members(tx, number, rows)


def _row(member: MemberFigures, table: Table, found: Mapping[str, Mapping[int, Sequence[Evidence]]]) -> Row:
    lines: dict[str, Any] = {}
    for rule in table.points:
        evidence = found[rule.name].get(member.member_id, ())
        points = tenths(rule.worth(len(evidence)))
        listed = [[each.id, each.on.isoformat(), each.kind] for each in evidence]
        lines[rule.name] = {"count": len(evidence), "tenths": points, "evidence": listed}
    figures = member.figures
    total = sum(line["tenths"] for line in lines.values())
    whose = {"member_id": member.member_id, "tenths": total, "done": figures.done, "owed": figures.owed}
    return whose | {"lines_json": lines}


# --- told -------------------------------------------------------------------------------------------------------------


async def announce(db: Db, appraisal_id: int, today: date) -> int:
    """Tell everyone in it who can be reached that it is out (or withdrawn), each once; how many now. What a crash
    leaves undone, the next call finishes."""
    async with db.read() as tx:
        appraisal = await _known(tx, appraisal_id)
        period = str(appraisal.id) if appraisal.withdrawn_at is None else f"{appraisal.id}-withdrawn"
        rows = {one.person_id: one for one in await appraisals.members(tx, appraisal_id, EVERYONE)}
        people = await reminders.unclaimed(tx, KIND, period, today)
    appraised = [one for one in people if one.person_id in rows]
    return await tell_each_once(db, KIND, period, appraised, lambda one: _news(appraisal, rows[one.person_id], one))


def _news(appraisal: Appraisal, row: Appraised, to: Addressee) -> Parcel:
    buttons = [[Button("appraisal-button-own", f"appraisal-of:{appraisal.year}:{row.member_id}")]]
    said = {"name": row.name, "year": str(appraisal.year)}
    if appraisal.withdrawn_at is not None:
        return parcel_to(to, Text("appraisal-was-withdrawn", **said), buttons)
    key = "appraisal-news" if appraisal.table["points"] else "appraisal-news-without-points"
    return parcel_to(to, Text(key, points=shown(row.points), until=appraisal.until_on, **said), buttons)


async def _known(tx: Tx, appraisal_id: int) -> Appraisal:
    appraisal = await appraisals.get(tx, appraisal_id)
    assert appraisal is not None
    return appraisal


# --- closed, or taken back --------------------------------------------------------------------------------------------


async def standing(tx: Tx, year: int) -> Appraisal:
    """The one of this year, not yet closed.

    Raises:
        AppraisalIsOver
    """
    appraisal = await appraisals.of_year(tx, year)
    if appraisal is None or appraisal.closed_at is not None:
        raise AppraisalIsOver(year=str(year))
    return appraisal


async def check_may_close(tx: Tx, year: int, today: date) -> Appraisal:
    """Raises: AppraisalIsOver, ObjectionsAreStillOpen, ObjectionsWait."""
    appraisal = await standing(tx, year)
    if today <= appraisal.until_on:
        raise ObjectionsAreStillOpen(until=appraisal.until_on)
    waiting = [one for one in await appraisals.objections(tx, appraisal.id) if one.decided_at is None]
    if waiting:
        raise ObjectionsWait(count=str(len(waiting)))
    return appraisal


async def close(tx: Tx, year: int, by_id: int, today: date) -> Appraisal:
    """Nothing of it changes any more; who is proposed for honours and for a talk follows from it.

    Raises:
        AppraisalIsOver, ObjectionsAreStillOpen, ObjectionsWait
    """
    await appraisals.hold(tx, year)
    appraisal = await check_may_close(tx, year, today)
    if not await appraisals.close(tx, appraisal.id, by_id):
        raise AppraisalIsOver(year=str(year))
    await appraisal_picks.propose(tx, appraisal)
    await audit.add(tx, by_id, "appraisal-closed", year=year, appraisal=appraisal.id)
    return appraisal


async def withdraw(tx: Tx, year: int, by_id: int) -> Appraisal:
    """Made known by mistake: as if it had not been, until it is made known again.

    Raises:
        AppraisalIsOver
    """
    await appraisals.hold(tx, year)
    appraisal = await standing(tx, year)
    if not await appraisals.withdraw(tx, appraisal.id):
        raise AppraisalIsOver(year=str(year))
    await audit.add(tx, by_id, "appraisal-withdrawn", year=year, appraisal=appraisal.id)
    await _spread(tx, by_id, appraisal.id)
    return appraisal
