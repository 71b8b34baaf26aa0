"""The bulletin (通报) of a month, quarter or year: a picture, a Word file and tables, all from one count.

The office sees it first. What it then sends on is what it looked at, however the figures moved since.
"""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from domain.refusals import Refusal
from domain.settings import Channels, Committee
from domain.totals import Figures, MemberFigures, Period, PeriodKind, parse_period
from services import leaders, totals_beside
from services.broadcasts import parcel_to, tell_each_once
from services.leaders import Leader
from services.outbox import Button, Buttons, Envelope, Lane, Paper, Picture, tell, tell_chat
from services.quota_words import label
from services.rounds import Rules
from services.totals import Totals, of_period
from services.totals_counting import all_of_it_kept
from services.totals_stats import months
from services.totals_words import (
    CELLS,
    OF_ONE,
    Behind,
    behind,
    cells,
    figure_name,
    heads,
    named,
    owes,
    percent,
    said,
    unit_name,
)
from services.unit_quota import words as unit_words
from storage import bulletins, people, reminders
from storage.asked_figures import Claim
from storage.bulletins import Bulletin, Way
from storage.db import Db, Tx
from texts import Text, pack, unpack

PICTURE, PAPER, BOOK = "bulletin", "bulletin-paper", "totals-book"
KIND = "bulletin"
"""Of the claims in ``reminders``: nobody gets one twice."""

UNITS_ON_PICTURE, BEHIND_UNITS, BEHIND_NAMES = 12, 8, 6
BEHIND_ON_PAPER = 300
"""Members named in the Word file; the tables name all."""
_ESSENTIAL = ("visits", "people", "good-deeds", "answered")


class BulletinUnknown(Refusal):
    text = "bulletin-unknown"


class BulletinIsOut(Refusal):
    """It was sent before."""

    text = "bulletin-is-out"


class NoGroupForBulletin(Refusal):
    """No members' group is configured."""

    text = "bulletin-no-group"


async def content(tx: Tx, house: Rules, committee: Committee, period: Period, earlier_years: int = 1) -> dict[str, Any]:
    """What stands in the picture and the two files."""
    with all_of_it_kept():
        counted = await of_period(tx, house, period, earlier_years=earlier_years)
        leading = await leaders.of(tx, counted)
        return await asyncio.to_thread(_content, counted, leading, house, committee)


def _content(counted: Totals, leading: Sequence[Leader], house: Rules, committee: Committee) -> dict[str, Any]:
    shared = {"whose": committee.name, "on": counted.on, "period": named(counted.period)}
    late = behind(counted.members, counted.on, house.scheme.ends(counted.period.year))
    return {
        "picture": _picture(counted, late) | shared,
        "paper": _paper(counted, late, leading, house) | shared,
        "book": {"sheets": _sheets(counted, leading, house)},
    }


def _months_of_year(counted: Totals) -> list[dict[str, int]]:
    """A month alone says little: a month's bulletin shows the year until then."""
    year = Totals(Period.of_year(counted.period.year), counted.on, (), (), counted.days)
    return months(year if counted.period.kind is PeriodKind.MONTH else counted)


# --- the picture ------------------------------------------------------------------------------------------------------


def _picture(counted: Totals, late: Behind) -> dict[str, Any]:
    total = counted.all
    units = sorted(counted.by_unit.items(), key=lambda each: (-_share(each[1]), each[0]))
    groups = sorted(late.by_unit().items(), key=lambda each: (-len(each[1]), each[0]))
    shown = groups[:BEHIND_UNITS]
    return {
        "title": Text("bulletin-title", period=named(counted.period)),
        "percent": total.percent,
        "figures": [
            {"label": figure_name(name), "figure": said(CELLS[name](total))} for name in ("complete", *_ESSENTIAL)
        ],
        "units": [
            {"name": unit_name(name), "percent": of.percent, "figure": percent(of)}
            for name, of in units[:UNITS_ON_PICTURE]
        ],
        "more_units": max(0, len(units) - UNITS_ON_PICTURE),
        "beside": totals_beside.on_picture(counted),
        "months": _months_of_year(counted),
        "behind": [
            {
                "unit": unit_name(name),
                "names": [one.name for one in members[:BEHIND_NAMES]],
                "count": len(members),
            }
            for name, members in shown
        ],
        "behind_count": len(late.members),
        "more_behind": len(groups) - len(shown),
        "note": Text("bulletin-note"),
    }


def _share(figures: Figures) -> float:
    return figures.done / figures.owed if figures.owed else -1.0


# --- the Word file ----------------------------------------------------------------------------------------------------

PAPER_CELLS = ("members", "complete", "percent", "visits", "people", "good-deeds", "received", "answered", "activities")


def _paper(counted: Totals, late: Behind, leading: Sequence[Leader], house: Rules) -> dict[str, Any]:
    named_late = late.members[:BEHIND_ON_PAPER]
    return {
        "title": Text("bulletin-title", period=named(counted.period)),
        "figures": [
            {"label": head, "figure": said(cell)} for head, cell in zip(heads(), cells(counted.all), strict=True)
        ],
        "beside": totals_beside.on_paper(counted),
        "heads": heads(PAPER_CELLS),
        "units": [_paper_row(unit_name(name), of) for name, of in counted.by_unit.items()],
        "sectors": [_paper_row(name or "–", of) for name, of in counted.by_sector.items()],
        "months": [{"month": str(one["month"]), "visits": said(one["visits"])} for one in _months_of_year(counted)],
        "leader_heads": heads(leaders.FIGURES),
        "leaders": leaders.on_paper(leading, house),
        "duties": [unit_words(standing) for standing in counted.units],
        "behind": [_paper_late(one, house) for one in named_late],
        "more_behind": len(late.members) - len(named_late),
        "note": Text("bulletin-note"),
    }


def _paper_row(name: Text | str, figures: Figures) -> dict[str, Any]:
    return {"name": name, "cells": [said(cell) for cell in cells(figures, PAPER_CELLS)]}


def _paper_late(one: MemberFigures, house: Rules) -> dict[str, Any]:
    return {
        "name": one.name,
        "unit": unit_name(one.unit),
        "percent": percent(one.figures),
        "owes": owes(one, house.scheme),
    }


# --- the tables -------------------------------------------------------------------------------------------------------


def _sheets(counted: Totals, leading: Sequence[Leader], house: Rules) -> list[dict[str, Any]]:
    """Everything counted, a sheet each. No letter's words are anywhere near them."""
    quotas = house.scheme.of_year(counted.period.year).quotas_of(
        *{quota.whose for one in counted.members for quota in one.quotas}
    )
    owed = [Text("totals-head-quota", what=label(quota, house.scheme)) for quota in quotas]
    return [
        _sheet("all", [], [cells(counted.all)], heads()),
        _sheet("beside", ["figure"], _beside(counted), totals_beside.heads(counted)),
        _sheet("units", ["unit"], [[unit_name(name), *cells(of)] for name, of in counted.by_unit.items()], heads()),
        _sheet("sectors", ["sector"], [[name, *cells(of)] for name, of in counted.by_sector.items()], heads()),
        _sheet(
            "members",
            ["name", "sector", "unit"],
            [_member_row(one, quotas) for one in counted.members],
            [*heads(OF_ONE), *owed],
        ),
        *_leaders_sheet(leading, house),
        _sheet("months", ["month", "visits"], [[one["month"], one["visits"]] for one in _months_of_year(counted)], []),
    ]


def _leaders_sheet(leading: Sequence[Leader], house: Rules) -> list[dict[str, Any]]:
    if not leading:
        return []
    return [_sheet("leaders", ["name", "unit"], leaders.rows(leading), leaders.columns(leading, house.scheme))]


def _beside(counted: Totals) -> list[list[Any]]:
    """With what it is compared under it, or that there is nothing to compare it with."""
    return [*([label, *row] for label, row in totals_beside.rows(counted)), [totals_beside.note(counted)]]


def _sheet(name: str, named_: list[str], rows: list[list[Any]], columns: list[Text]) -> dict[str, Any]:
    first = [Text(f"totals-head-{each}") for each in named_]
    return {"title": Text(f"totals-sheet-{name}"), "columns": [*first, *columns], "rows": rows}


def _member_row(one: MemberFigures, quotas: Any) -> list[Any]:
    owed = (one.quotas.get(quota) for quota in quotas)
    shown = [None if both is None else f"{both[0]}/{both[1]}" for both in owed]
    return [one.name, one.sector, one.unit, *cells(one.figures, OF_ONE), *shown]


# --- looked at by the office ------------------------------------------------------------------------------------------


async def make(
    db: Db, house: Rules, committee: Committee, person_id: int, period: str, claim: Claim, *, earlier_years: int = 1
) -> bool:
    """Count, keep it, and show it to who asked for it. False when somebody has done so."""
    async with db.read() as tx:
        wanted = parse_period(period, tx.now.astimezone(house.zone).date())
        made = await content(tx, house, committee, wanted, earlier_years)
    stored = await asyncio.to_thread(pack, made)
    async with db.write() as tx:
        if not await claim(tx):
            return False
        number = await bulletins.add(tx, period, person_id, stored)
        await _show(tx, person_id, number, made, f"履职情况通报-{period}")
    return True


async def _show(tx: Tx, person_id: int, number: int, made: Mapping[str, Any], name: str) -> None:
    period = made["picture"]["period"]
    picture = Picture(PICTURE, made["picture"])
    await tell(tx, person_id, Text("bulletin-paper", period=period), paper=Paper(PAPER, made["paper"], f"{name}.docx"))
    await tell(tx, person_id, Text("bulletin-book", period=period), paper=Paper(BOOK, made["book"], f"{name}.xlsx"))
    await tell(tx, person_id, Text("bulletin-preview", period=period), picture=picture, buttons=_send_buttons(number))


def _send_buttons(number: int) -> Buttons:
    return [
        [Button("bulletin-button-members", f"bulletin-send:{number}")],
        [Button("bulletin-button-group", f"bulletin-post:{number}")],
    ]


# --- sent on ----------------------------------------------------------------------------------------------------------


_BEFORE = {Way.MEMBERS: "bulletin-told-before", Way.GROUP: "bulletin-posted-before"}


async def out_before(tx: Tx, bulletin_id: int, way: Way) -> Text | None:
    """Who sent another bulletin of the same period this way, and when; None when nobody did, or this one is out itself.

    Raises:
        BulletinUnknown
    """
    bulletin = await _known(tx, bulletin_id)
    is_out = {Way.MEMBERS: bulletin.told_at, Way.GROUP: bulletin.posted_at}[way] is not None
    out = None if is_out else await bulletins.out_before(tx, bulletin, way)
    if out is None:
        return None
    who = (await people.get(tx, out.by_id)).name
    return Text(_BEFORE[way], who=who, on=out.at, period=_stored(bulletin).data["period"])


async def release(tx: Tx, bulletin_id: int) -> Bulletin:
    """It may go to all members: ``send`` does it.

    Raises:
        BulletinUnknown, BulletinIsOut
    """
    bulletin = await _known(tx, bulletin_id)
    if not await bulletins.mark_told(tx, bulletin.id):
        raise BulletinIsOut
    return bulletin


async def post(tx: Tx, bulletin_id: int, channels: Channels, language: str) -> Bulletin:
    """Into the members' group.

    Raises:
        BulletinUnknown, BulletinIsOut, NoGroupForBulletin
    """
    bulletin = await _known(tx, bulletin_id)
    if channels.members_chat_id is None:
        raise NoGroupForBulletin
    if not await bulletins.mark_posted(tx, bulletin.id):
        raise BulletinIsOut
    picture = _stored(bulletin)
    text = Text("bulletin-out", period=picture.data["period"])
    envelope = Envelope(lane=Lane.BROADCAST)
    await tell_chat(tx, channels.members_chat_id, text, language, picture=picture, envelope=envelope)
    return bulletin


async def _known(tx: Tx, bulletin_id: int) -> Bulletin:
    bulletin = await bulletins.get(tx, bulletin_id)
    if bulletin is None:
        raise BulletinUnknown
    return bulletin


def _stored(bulletin: Bulletin) -> Picture:
    return Picture(PICTURE, unpack(bulletin.content["picture"]))


async def send(db: Db, bulletin_id: int, today: date) -> int:
    """To everyone who serves as a member and can be reached, each once; how many now. What a crash leaves undone, the
    next call finishes."""
    async with db.read() as tx:
        picture = _stored(await _known(tx, bulletin_id))
        unclaimed = await reminders.unclaimed(tx, KIND, str(bulletin_id), today)
    text = Text("bulletin-out", period=picture.data["period"])
    return await tell_each_once(
        db, KIND, str(bulletin_id), unclaimed, lambda one: parcel_to(one, text, picture=picture)
    )
