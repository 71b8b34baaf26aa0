"""Totals in words and rows: what a figure is called, in which order, and what stands for it where there is none."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from domain.schemes import Scheme
from domain.totals import Figures, MemberFigures, Period, PeriodKind, is_behind
from services.quota_words import label
from texts import Text

Cell = int | None

CELLS: Mapping[str, Callable[[Figures], Cell]] = {
    "members": attrgetter("members"),
    "complete": attrgetter("complete"),
    "percent": attrgetter("percent"),
    "contacts": attrgetter("contacts"),
    "visits": attrgetter("visits"),
    "people": attrgetter("people"),
    "good-deeds": attrgetter("good_deeds"),
    "received": attrgetter("received"),
    "answered": attrgetter("answered"),
    "days": attrgetter("median_days"),
    "activities": attrgetter("activities"),
    "forms": attrgetter("forms"),
    "cards": attrgetter("cards"),
    "cards-returned": attrgetter("cards_returned"),
}
"""Every figure that is shown, in its order: ``totals-NAME`` says what it is."""

OF_ONE = tuple(name for name in CELLS if name not in ("members", "complete"))
"""Those that say something of a single member."""


def heads(names: Sequence[str] = tuple(CELLS)) -> list[Text]:
    return [figure_name(name) for name in names]


def cells(figures: Figures, names: Sequence[str] = tuple(CELLS)) -> list[Cell]:
    return [CELLS[name](figures) for name in names]


def figure_name(name: str) -> Text:
    return Text(f"totals-{name}")


def lines(figures: Figures, names: Sequence[str] = tuple(CELLS), before: Figures | None = None) -> list[Text]:
    """``走访（次）：12``, a line for each figure; with that of the year before where it is held."""
    both = [(name, CELLS[name](figures), CELLS[name](before) if before else None) for name in names]
    return [
        Text("totals-line", label=figure_name(name), figure=said(now))
        if before is None or now is then is None
        else Text("totals-line-beside", label=figure_name(name), figure=said(now), before=said(then))
        for name, now, then in both
    ]


def said(cell: Cell) -> str:
    """A figure as people read it; a dash where there is none."""
    return "–" if cell is None else f"{cell:,}"


def percent(figures: Figures) -> str:
    return "–" if figures.percent is None else f"{figures.percent}%"


def named(period: Period) -> Text:
    """``2026年3月``, ``2026年第1季度``, ``2026年``."""
    number = {} if period.kind is PeriodKind.YEAR else {"number": str(period.number)}
    return Text(f"totals-period-{period.kind.value}", year=str(period.year), **number)


def inline(items: Sequence[Text]) -> Text:
    """``甲、乙、丙``; there is at least one."""
    listed = items[0]
    for item in items[1:]:
        listed = Text("listed", first=listed, then=item)
    return listed


def unit_name(name: str) -> Text | str:
    return name or Text("totals-no-unit")


# --- who is behind ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Behind:
    """Who has done less than the time asks for, by unit, the least first."""

    members: tuple[MemberFigures, ...]

    def by_unit(self) -> dict[str, list[MemberFigures]]:
        units: dict[str, list[MemberFigures]] = {}
        for one in self.members:
            units.setdefault(one.unit, []).append(one)
        return units


def behind(members: Sequence[MemberFigures], counted_on: Any, last: Any) -> Behind:
    late = [one for one in members if is_behind(one.figures, counted_on, last)]
    return Behind(by_unit(late))


def by_unit(members: Sequence[MemberFigures]) -> tuple[MemberFigures, ...]:
    """By unit, the least done first."""
    return tuple(sorted(members, key=lambda one: (one.unit, one.figures.percent or 0, one.name, one.member_id)))


def owes(one: MemberFigures, scheme: Scheme, *more: Text) -> Text:
    """What is left of the year of each quota, and what else: ``走访 6/15、实事 1/5``; of someone who owes something."""
    left = [
        Text("totals-owes", what=label(quota, scheme), done=str(done), owed=str(owed))
        for quota, (done, owed) in one.quotas.items()
        if done < owed
    ]
    return inline([*left, *more])
