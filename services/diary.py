"""The diary: written, read by month, and as the year's file. Visits, deeds, answers and activities are computed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from domain import diary as rules
from domain.diary import Entry, EntryIsRemoved, File, Line, NotYourEntry, What, in_order, last_of
from domain.people import Member
from services.outbox import Paper
from services.quota_words import key_of
from storage import activities, contacts, diary, good_deeds
from storage.db import Tx
from texts import Text

PAPER = "diary"
MOST_PICTURES = 60
"""In the year's file: Telegram takes 50 MB, and a picture of its own has up to 300 KB."""


@dataclass(frozen=True)
class Shown:
    """An entry with its pictures."""

    entry: Entry
    files: tuple[File, ...] = field(default=(), repr=False)


# --- written ----------------------------------------------------------------------------------------------------------


async def write(tx: Tx, member: Member, day: date, body: str, files: Sequence[File] = ()) -> Shown:
    """Raises: EntryIsEmpty, EntryIsTooLong, EntryHasTooManyFiles."""
    rules.check_entry(body, len(files))
    return await own(tx, member, await diary.add(tx, member.id, day, body, files))


async def change(tx: Tx, member: Member, entry_id: int, body: str) -> Shown:
    """Other words for an entry; its pictures stay.

    Raises:
        NotYourEntry, EntryIsRemoved, EntryIsEmpty, EntryIsTooLong
    """
    shown = await own(tx, member, entry_id)
    rules.check_entry(body, len(shown.files))
    await diary.change(tx, entry_id, body)
    return await own(tx, member, entry_id)


async def remove(tx: Tx, member: Member, entry_id: int) -> Entry:
    """Raises: NotYourEntry, EntryIsRemoved."""
    shown = await own(tx, member, entry_id)
    if not await diary.remove(tx, entry_id):
        raise EntryIsRemoved
    return shown.entry


async def own(tx: Tx, member: Member, entry_id: int) -> Shown:
    """Raises: NotYourEntry, EntryIsRemoved."""
    entry = await diary.get(tx, entry_id)
    if entry is None or entry.member_id != member.id:
        raise NotYourEntry
    if entry.removed_at is not None:
        raise EntryIsRemoved
    return Shown(entry, tuple(await diary.files_of(tx, entry_id)))


# --- read -------------------------------------------------------------------------------------------------------------


async def lines(tx: Tx, member: Member, first: date, last: date, zone: ZoneInfo) -> list[Line]:
    """All of these days, both included, in order: what was written, visits, deeds that were promised and are done,
    answers to letters (each letter once a day), activities that they signed in at."""
    called = {contact.id: contact.name for contact in await contacts.of_member(tx, member.id)}
    written = [
        Line(entry.happened_on, What.ENTRY, entry.id, words=entry.body)
        for entry in await diary.between(tx, member.id, first, last)
    ]
    visited = [
        Line(visit.happened_on, What.VISIT, visit.id, called[visit.contact_id], visit.note, visit.kind.value)
        for visit in await diary.visits_between(tx, member.id, first, last)
    ]
    done = [
        Line(deed.done_on, What.DEED, deed.id, called[deed.contact_id], deed.what)
        for deed in await good_deeds.between(tx, member.id, first, last)
    ]
    since, until = datetime.combine(first, time(), zone), datetime.combine(last + timedelta(days=1), time(), zone)
    attended = [
        Line(one.begins_at.astimezone(zone).date(), What.ACTIVITY, one.id, one.title, one.place, one.kind.value)
        for one in await activities.attended_by(tx, member.id, since, until)
    ]
    return in_order([*written, *visited, *done, *attended, *await _answers(tx, member, since, until, zone)])


async def _answers(tx: Tx, member: Member, since: datetime, until: datetime, zone: ZoneInfo) -> list[Line]:
    found = await diary.answers_between(tx, member.person_id, since, until)
    days = {(row["written_at"].astimezone(zone).date(), row["letter_id"]): row["number"] for row in found}
    return [Line(day, What.ANSWER, letter_id, number) for (day, letter_id), number in days.items()]


def line_text(line: Line, longest: int | None = None) -> Text:
    """One line as it is read, of ``longest`` characters of what was written."""
    words = line.words if longest is None or len(line.words) <= longest else line.words[:longest] + "…"
    match line.what:
        case What.VISIT:
            return Text("diary-line-visit", contact=line.name, kind=Text(f"visit-kind-{key_of(line.kind)}"), note=words)
        case What.DEED:
            return Text("diary-line-deed", contact=line.name, deed=words)
        case What.ANSWER:
            return Text("diary-line-answer", number=line.name)
        case What.ACTIVITY:
            kind = Text(f"activity-kind-{key_of(line.kind)}")
            return Text("diary-line-activity", title=line.name, kind=kind, place=words)
    return Text("diary-line-entry", words=words)


# --- the year's file --------------------------------------------------------------------------------------------------


async def paper(tx: Tx, member: Member, year: int, committee: str, zone: ZoneInfo) -> Paper:
    """The year's diary with cover, contents and pictures, month by month."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    found = await lines(tx, member, first, last, zone)
    photos = await _photos(tx, member, first, last)
    shown = _first_of(photos, MOST_PICTURES)
    months = [_month(date(year, number, 1), found, shown) for number in range(1, 13)]
    data: dict[str, Any] = {
        "committee": committee,
        "member": member.name,
        "sector": member.sector,
        "unit": member.unit,
        "year": str(year),
        "months": [month for month in months if month["days"]],
        "left_out": sum(map(len, photos.values())) - sum(map(len, shown.values())),
    }
    ids = [file_id for one in shown.values() for file_id in one]
    return Paper(PAPER, data, f"履职日记-{member.name}-{year}.docx", ids)


async def _photos(tx: Tx, member: Member, first: date, last: date) -> dict[tuple[What, int], list[str]]:
    """(visit or entry, its id) → the file ids of its photos."""
    photos: dict[tuple[What, int], list[str]] = {}
    for row in await diary.photos_of_visits(tx, member.id, first, last):
        photos.setdefault((What.VISIT, row["visit_id"]), []).append(row["file_id"])
    for entry in await diary.between(tx, member.id, first, last):
        found = [file.file_id for file in await diary.files_of(tx, entry.id) if file.kind == "photo"]
        if found:
            photos[What.ENTRY, entry.id] = found
    return photos


def _first_of(photos: dict[tuple[What, int], list[str]], most: int) -> dict[tuple[What, int], list[str]]:
    """As many as there is room for, one of each before a second of any."""
    shown: dict[tuple[What, int], list[str]] = {}
    places = ((place, key) for place in range(rules.MOST_FILES) for key in photos if place < len(photos[key]))
    for place, key in list(places)[:most]:
        shown.setdefault(key, []).append(photos[key][place])
    return shown


def _month(month: date, found: Sequence[Line], photos: dict[tuple[What, int], list[str]]) -> dict[str, Any]:
    mine = [line for line in found if month <= line.on <= last_of(month)]
    days: dict[date, list[Line]] = {}
    for line in mine:
        days.setdefault(line.on, []).append(line)
    counts = Counter(line.what for line in mine)
    return {
        "number": month.month,
        "counts": Text("diary-paper-counts", **{what.value: str(counts[what]) for what in What}),
        "days": [
            {"on": Text("a-day-this-year", month=day.month, day=day.day), "lines": [_told(one, photos) for one in told]}
            for day, told in days.items()
        ],
    }


def _told(line: Line, photos: dict[tuple[What, int], list[str]]) -> dict[str, Any]:
    return {"text": line_text(line), "photos": photos.get((line.what, line.id), [])}
