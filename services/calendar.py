"""China's workdays from the `holidays` package, with the committee's own corrections."""

import sys
from collections.abc import Iterable
from datetime import date
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING

from domain.workdays import Workdays

if TYPE_CHECKING:
    from holidays.countries.china import China

EXTRA_DAY_OFF = "假日"
COUNTRIES = "holidays.countries"


def _china() -> "type[China]":
    """The package's China by itself: its own way imports 250 countries more, 8 MB and a tenth of each start."""
    if COUNTRIES not in sys.modules:
        spec = find_spec("holidays")
        assert spec is not None
        assert spec.submodule_search_locations is not None
        alone = ModuleType(COUNTRIES)
        alone.__path__ = [f"{folder}/countries" for folder in spec.submodule_search_locations]
        sys.modules[COUNTRIES] = alone
        try:
            from holidays.countries.china import China
        finally:
            del sys.modules[COUNTRIES]
        return China
    from holidays.countries.china import China

    return China


def workdays(
    years: Iterable[int], extra_holidays: Iterable[date] = (), extra_workdays: Iterable[date] = ()
) -> Workdays:
    """The calendar of those years; what the committee says goes before what the package knows.

    A year counts as known once it has make-up workdays, the package's or the committee's: every notice of the
    State Council since 2001 has had some, and before the notice is out the package has none.
    """
    off, worked = frozenset(extra_holidays), frozenset(extra_workdays)
    china = _china()(years=years, language="zh_CN")
    known = {day: name for day, name in china.items() if day not in worked}
    make_up = (frozenset(china.weekend_workdays) | worked) - off
    return Workdays(
        holidays={**known, **dict.fromkeys(off - worked, EXTRA_DAY_OFF)},
        make_up=make_up,
        known_years=frozenset(day.year for day in make_up) & frozenset(china.years),
    )
