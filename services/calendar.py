"""China's workdays from the `holidays` package, with the committee's own corrections."""

from collections.abc import Iterable
from datetime import date

import holidays

from domain.workdays import Workdays

EXTRA_DAY_OFF = "假日"


def workdays(
    years: Iterable[int], extra_holidays: Iterable[date] = (), extra_workdays: Iterable[date] = ()
) -> Workdays:
    """The calendar of those years; what the committee says goes before what the package knows.

    A year counts as known once it has make-up workdays, the package's or the committee's: every notice of the
    State Council since 2001 has had some, and before the notice is out the package has none.
    """
    off, worked = frozenset(extra_holidays), frozenset(extra_workdays)
    china = holidays.country_holidays("CN", years=years, language="zh_CN")
    known = {day: name for day, name in china.items() if day not in worked}
    make_up = (frozenset(china.weekend_workdays) | worked) - off
    return Workdays(
        holidays={**known, **dict.fromkeys(off - worked, EXTRA_DAY_OFF)},
        make_up=make_up,
        known_years=frozenset(day.year for day in make_up) & frozenset(china.years),
    )
