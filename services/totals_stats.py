"""What ``/stats`` says of a year, and its picture: of everyone, a unit, a member."""

from domain.totals import MemberFigures
from services.outbox import Picture
from services.totals import Totals
from services.totals_beside import before, note, on_picture
from services.totals_words import CELLS, OF_ONE, figure_name, lines, named, percent, said, unit_name
from texts import Text

MOST_UNITS = 25


def of_many(counted: Totals, whose: Text) -> Text:
    """The section of the office, or of a unit."""
    units = [
        Text("totals-unit", unit=unit_name(name), percent=percent(of), complete=said(of.complete), of=said(of.members))
        for name, of in counted.by_unit.items()
    ]
    more = [Text("totals-more-units", count=str(len(units) - MOST_UNITS))] if len(units) > MOST_UNITS else []
    head = {"whose": whose, "period": named(counted.period), "on": counted.on}
    told = lines(counted.all, before=before(counted))
    return Text("totals-of-many", lines=told, beside=note(counted), units=[*units[:MOST_UNITS], *more], **head)


def of_member(one: MemberFigures, counted: Totals, place: tuple[int, int] | None = None) -> Text:
    """A member's own section."""
    told = lines(one.figures, OF_ONE, before(counted))
    if place and one.figures.owed:
        told.append(Text("totals-place", place=str(place[0]), of=str(place[1])))
    return Text("totals-of-member", period=named(counted.period), on=counted.on, lines=told, beside=note(counted))


def year_picture(counted: Totals, whose: Text | str) -> Picture:
    """The ring of what is done, the months, and the calendar of the year's visits."""
    year, total = counted.period.year, counted.all
    return Picture(
        "totals-year",
        {
            "title": Text("totals-picture-year", year=str(year)),
            "whose": whose,
            "on": counted.on,
            "percent": total.percent,
            "year": year,
            "months": months(counted),
            "days": {day.isoformat(): count for day, count in counted.days.items()},
            "figures": [
                {"label": figure_name(name), "figure": said(CELLS[name](total))}
                for name in ("visits", "people", "good-deeds", "answered")
            ],
            "beside": on_picture(counted),
        },
    )


def months(counted: Totals) -> list[dict[str, int]]:
    return [{"month": month, "visits": visits} for month, visits in counted.months().items()]
