"""Figures that take a while: asked for in the chat, counted beside the writer, told when they are there.

A request is a row. The schedule answers it (``answer``); a crash in between leaves it for the next look.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import structlog

from domain.people import Role
from domain.settings import Appraisal, Committee
from domain.settings import Totals as Settings
from domain.totals import Period, place
from services import appraisal_files, appraisal_list, appraisals, bulletins, leaders, overdue
from services.appraisal import Bench
from services.outbox import Buttons, Paper, Picture, tell
from services.reminders import is_quiet
from services.rounds import Rules
from services.totals import Scope, of_members, of_period
from services.totals_stats import of_many, of_member, year_picture
from storage import asked_figures, people, units
from storage.asked_figures import Asked
from storage.db import DatabaseFault, Db, Tx
from storage.passing import passes
from texts import Text

log = structlog.get_logger()

STATS, OVERDUE, REMIND, BULLETIN, SEND = "stats", "overdue", "remind", "bulletin", "send"
APPRAISAL, PUBLISH, NEWS, FILES = "appraisal", "appraisal-publish", appraisals.NEWS, "appraisal-files"
USUAL_APPRAISAL = Appraisal()
DISTURBING = frozenset({REMIND, SEND, NEWS})
"""Kinds that wait for the end of the quiet hours: many people get a message."""


@dataclass(frozen=True)
class Desk:
    """Whose figures, by which rules."""

    rules: Rules
    committee: Committee
    settings: Settings
    appraisal: Appraisal = USUAL_APPRAISAL


def packed(scope: Scope) -> dict[str, Any]:
    """A scope as it waits in a request."""
    return {"units": None if scope.unit_ids is None else list(scope.unit_ids), "member": scope.member_id}


def _scope(asked: Asked) -> Scope:
    scope = asked.request["scope"]
    return Scope(None if scope["units"] is None else tuple(scope["units"]), scope["member"])


async def ask(tx: Tx, kind: str, person_id: int, **request: Any) -> None:
    """The same asked twice before it is answered is answered once."""
    await asked_figures.add(tx, kind, person_id, request)
    tx.signal("figures")


async def answer(db: Db, desk: Desk) -> dict[str, int]:
    """Everything that waits; kind → how many."""
    async with db.read() as tx:
        waiting = await asked_figures.waiting(tx)
    quiet = bool(waiting) and is_quiet(db.clock(), desk.rules)
    done: dict[str, int] = {}
    for asked in waiting:
        if not (quiet and asked.kind in DISTURBING) and await _answer(db, desk, asked):
            done[asked.kind] = done.get(asked.kind, 0) + 1
    return done


async def _answer(db: Db, desk: Desk, asked: Asked) -> bool:
    """A request that can't be answered stands in nobody's way: its asker is told, and the log says why."""
    try:
        return await _ANSWERS[asked.kind](db, desk, asked)
    except Exception as fault:
        # What passes is nobody's fault: the next look does it.
        if isinstance(fault, DatabaseFault) or passes(fault):
            raise
        log.exception("figures-failed", kind=asked.kind, asked_id=asked.id)
    await _tell(db, asked, Text("figures-failed"))
    return False


async def _tell(db: Db, asked: Asked, text: Text, buttons: Buttons = ()) -> bool:
    """Once; False when another process was faster."""
    async with db.write() as tx:
        if not await asked_figures.claim(tx, asked.id):
            return False
        await tell(tx, asked.person_id, text, buttons=buttons)
    return True


def _today(db: Db, desk: Desk) -> date:
    return db.clock().astimezone(desk.rules.zone).date()


# --- /stats -----------------------------------------------------------------------------------------------------------


async def _stats(db: Db, desk: Desk, asked: Asked) -> bool:
    scope, year = _scope(asked), Period.of_year(_today(db, desk).year)
    async with db.read() as tx:
        told, picture = await (
            _many(tx, desk, scope, year) if scope.member_id is None else _own(tx, desk, scope.member_id, year)
        )
    async with db.write() as tx:
        if not await asked_figures.claim(tx, asked.id):
            return False
        for text in told:
            await tell(tx, asked.person_id, text)
        await tell(tx, asked.person_id, Text("totals-picture-caption", year=str(year.year)), picture=picture)
    return True


async def _many(tx: Tx, desk: Desk, scope: Scope, year: Period) -> tuple[list[Text], Picture]:
    """The leaders' table is the office's alone."""
    counted = await of_period(tx, desk.rules, year, scope)
    if scope.unit_ids is not None:
        whose = await _units(tx, scope.unit_ids)
        return [of_many(counted, whose)], year_picture(counted, whose)
    whose = Text("totals-whose-all")
    table = leaders.table(await leaders.of(tx, counted), counted, desk.rules.scheme)
    return [of_many(counted, whose), *([table] if table else [])], year_picture(counted, whose)


async def _units(tx: Tx, unit_ids: tuple[int, ...]) -> Text:
    known = [await units.get(tx, number) for number in unit_ids]
    return Text("totals-whose-units", units="、".join(unit.name for unit in known if unit))


async def _own(tx: Tx, desk: Desk, member_id: int, year: Period) -> tuple[list[Text], Picture]:
    counted = await of_period(tx, desk.rules, year, Scope(member_id=member_id))
    one = counted.members[0]
    everyone = [each.figures for each in await of_members(tx, desk.rules, year)]
    return [of_member(one, counted, place(one.figures, everyone))], year_picture(counted, one.name)


# --- /overdue ---------------------------------------------------------------------------------------------------------


async def _overdue(db: Db, desk: Desk, asked: Asked) -> bool:
    async with db.read() as tx:
        listed = await overdue.of(tx, desk.rules, _scope(asked))
        text, buttons = await overdue.page(tx, listed, desk.rules, asked.request["page"])
    return await _tell(db, asked, text, buttons)


async def _remind(db: Db, desk: Desk, asked: Asked) -> bool:
    """Those who are behind, a chunk in a transaction; the asker hears how many when all are through."""
    async with db.read() as tx:
        listed = await overdue.of(tx, desk.rules, _scope(asked))
    told = await overdue.remind(db, desk.rules, listed, asked.asked_at)
    return await _tell(db, asked, told)


# --- /bulletin --------------------------------------------------------------------------------------------------------


async def _bulletin(db: Db, desk: Desk, asked: Asked) -> bool:
    claim = partial(_claim, asked_id=asked.id)
    return await bulletins.make(
        *(db, desk.rules, desk.committee, asked.person_id, asked.request["period"], claim),
        earlier_years=desk.settings.earlier_years,
    )


async def _claim(tx: Tx, asked_id: int) -> bool:
    return await asked_figures.claim(tx, asked_id)


async def _send(db: Db, desk: Desk, asked: Asked) -> bool:
    sent = await bulletins.send(db, asked.request["bulletin"], _today(db, desk))
    return await _tell(db, asked, Text("bulletin-is-sent", count=str(sent)))


# --- /appraisal -------------------------------------------------------------------------------------------------------


async def _appraisal(db: Db, desk: Desk, asked: Asked) -> bool:
    bench, request = Bench(desk.rules, desk.appraisal), asked.request
    async with db.read() as tx:
        listed = await appraisal_list.of_year(tx, bench, request["year"], _scope(asked))
    text, buttons = appraisal_list.page(bench, listed, request["page"], request["roles"])
    return await _tell(db, asked, text, buttons)


async def _publish(db: Db, desk: Desk, asked: Asked) -> bool:
    bench, claim = Bench(desk.rules, desk.appraisal), partial(_claim, asked_id=asked.id)
    return await appraisals.publish(db, bench, asked.person_id, asked.request["year"], claim) is not None


async def _files(db: Db, desk: Desk, asked: Asked) -> bool:
    bench, year = Bench(desk.rules, desk.appraisal), asked.request["year"]
    async with db.read() as tx:
        found = await appraisal_files.of_year(tx, bench, year)
    word, excel = await asyncio.to_thread(
        lambda: (appraisal_files.paper(found, bench, desk.committee), appraisal_files.book(found))
    )
    async with db.write() as tx:
        if not await asked_figures.claim(tx, asked.id):
            return False
        name = f"履职考核-{year}"
        of_year = {"year": str(year)}
        paper = Paper(appraisal_files.PAPER, word, f"{name}.docx")
        await tell(tx, asked.person_id, Text("appraisal-word", **of_year), paper=paper)
        await tell(
            tx, asked.person_id, Text("appraisal-excel", **of_year), paper=Paper(bulletins.BOOK, excel, f"{name}.xlsx")
        )
    return True


async def _tell_news(db: Db, desk: Desk, asked: Asked) -> bool:
    told = await appraisals.announce(db, asked.request["appraisal"], _today(db, desk))
    return await _tell(db, asked, Text("appraisal-is-told", count=str(told)))


_ANSWERS: Mapping[str, Callable[[Db, Desk, Asked], Awaitable[bool]]] = {
    STATS: _stats,
    OVERDUE: _overdue,
    REMIND: _remind,
    BULLETIN: _bulletin,
    SEND: _send,
    APPRAISAL: _appraisal,
    PUBLISH: _publish,
    NEWS: _tell_news,
    FILES: _files,
}


# --- whose ------------------------------------------------------------------------------------------------------------


async def scope_of(tx: Tx, person_id: int, roles: frozenset[Role]) -> Scope | None:
    """Whose figures someone sees beside their own: the office everyone's, people of a unit their members'."""
    if Role.OFFICE in roles:
        return Scope()
    own = [unit.id for unit in await units.of_person(tx, person_id) if not unit.is_department]
    return Scope(unit_ids=tuple(own)) if own and Role.STAFF in roles else None


async def may_see(tx: Tx, scope: Scope, member_id: int) -> bool:
    """Is this member, who serves now, among them?"""
    if await people.serving(tx, member_id) is None:
        return False
    return scope.unit_ids is None or await people.unit_id_of(tx, member_id) in scope.unit_ids
