"""What each unit has done of what the scheme asks of units: activities held, studios open.

Source: Xishan, 二（一）4 and 二（二）1.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from domain.people import Unit
from domain.quota import Tally
from domain.schemes import Counted, Quota, Whose
from services.rounds import Rules
from storage import activities, studios, units
from storage.db import Tx
from texts import Text


@dataclass(frozen=True)
class UnitStanding:
    unit: Unit
    tallies: tuple[Tally, ...]


async def of_units(tx: Tx, house: Rules, year: int, only: Sequence[int] | None = None) -> list[UnitStanding]:
    """Every unit that owes something (of ``only`` these), by name."""
    quotas = house.scheme.of_year(year).quotas_of(Whose.UNIT)
    done = {quota: await _done(tx, house, quota, year) for quota in quotas}
    known = [unit for unit in await units.of_kind(tx, departments=False) if only is None or unit.id in only]
    standings = [
        UnitStanding(
            unit, tuple(Tally(quota, done[quota].get(unit.id, 0)) for quota in quotas if unit.kind in quota.units)
        )
        for unit in known
    ]
    return [one for one in standings if one.tallies]


async def _done(tx: Tx, house: Rules, quota: Quota, year: int) -> dict[int, int]:
    first, last = house.scheme.began(year), house.scheme.ends(year)
    if quota.what is Counted.STUDIOS:
        return await studios.of_units(tx, first, last)
    if quota.what is Counted.ACTIVITIES:
        since = datetime.combine(first, time(0), tzinfo=house.zone)
        until = datetime.combine(last + timedelta(days=1), time(0), tzinfo=house.zone)
        return await activities.held_by_units(tx, since, until, quota.activity_kinds)
    return {}


def words(standing: UnitStanding) -> Text:
    """``· 城北镇工委：服务活动 1 次（应 1–2 次），工作室 1 个（应至少 1 个）``"""
    parts: list[Text] = [
        Text(
            f"unit-quota-{tally.quota.what.value}",
            done=tally.done,
            figure=_figure(tally.quota),
            mark=Text("unit-quota-met" if tally.is_met else "unit-quota-open"),
        )
        for tally in standing.tallies
        if tally.quota.what in (Counted.ACTIVITIES, Counted.STUDIOS)
    ]
    return Text("unit-quota-line", unit=standing.unit.name, parts=parts)


def _figure(quota: Quota) -> Text | str:
    if quota.min and quota.max:
        return f"{quota.min}–{quota.max}" if quota.min < quota.max else str(quota.min)
    if quota.min:
        return Text("unit-quota-at-least", figure=str(quota.min))
    return Text("unit-quota-at-most", figure=str(quota.max))
