"""The book of a year: what happened, and what is to be expected of it, said once more without ``domain.quota``.

What each document asks for stands here as plain sums, document by document.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from domain.activities import ActivityKind
from domain.contacts import ContactKind
from domain.days import months_before
from domain.visits import VisitKind

YEAR = 2026
A_DAY = timedelta(days=1)
NOT_MET = (VisitKind.PHONE, VisitKind.ONLINE)
UNSEEN_MONTHS = 4
NAMED = 6
"""As many contacts not seen for long are named; the others are counted."""


@dataclass(eq=False)
class Who:
    """A member in the book. ``joined``: in mid-term, on that day; ``left``: their last day.

    ``is_in``: they have opened the bot. ``away_until``: the last day on which ``stand_in`` gets their letters.
    """

    id: int
    person_id: int
    name: str
    sector: str
    unit: str
    began: date
    joined: date | None = None
    left: date | None = None
    leads: bool = False
    is_in: bool = True
    away_until: date = date.min
    stand_in: "Who | None" = None

    @property
    def serves(self) -> bool:
        return self.left is None

    def acts(self, today: date) -> bool:
        """Do they serve by now, and do they use the bot?"""
        return self.serves and self.is_in and self.began <= today

    def served_on(self, day: date) -> bool:
        return self.began <= day and (self.left is None or day <= self.left)

    def is_away(self, today: date) -> bool:
        return today <= self.away_until

    def part_of(self, figure: int) -> int:
        """What of a year's figure is asked of them, rounded up: a month that they began in office counts."""
        first = self.joined.month if self.joined and self.joined.year == YEAR else 1
        last = self.left.month if self.left else 12
        return -(-figure * (last - first + 1) // 12)


@dataclass(eq=False)
class Kept:
    """A contact in the book. ``ended``: the day from which they are no contact any more."""

    id: int
    of: Who
    name: str
    kind: ContactKind
    since: date
    ended: date | None = None
    visits: list["Seen"] = field(default_factory=list, repr=False)
    promises: list["Word"] = field(default_factory=list, repr=False)

    @property
    def is_active(self) -> bool:
        return self.ended is None

    def seen_after(self, day: date) -> bool:
        return any(one.stands and one.on > day for one in self.visits)


@dataclass
class Seen:
    """A visit in the book, with what was done at it."""

    id: int
    to: Kept
    on: date
    kind: VisitKind
    deeds: int
    stands: bool = True


@dataclass
class Word:
    """A promise in the book."""

    id: int
    at: Seen
    made: date
    due: date
    kept_on: date | None = None

    @property
    def is_kept(self) -> bool:
        return self.kept_on is not None

    def is_owed(self, by: date) -> bool:
        """Neither kept nor withdrawn, and due on that day or before."""
        return not self.is_kept and self.at.stands and self.due <= by


@dataclass
class Held:
    """An activity in the book. ``came``: the members who signed in."""

    id: int
    unit: str
    kind: ActivityKind
    on: date
    coming: list[Who]
    came: list[Who] = field(default_factory=list)


@dataclass
class Sent:
    """A letter in the book. ``to``: who holds it; None: it is in triage."""

    id: int
    to: Who | None
    on: date
    answered_on: date | None = None


class Asked(NamedTuple):
    """What a quota comes to for one member; ``done`` no more than is ``owed``."""

    done: int
    owed: int


@dataclass
class Book:
    """What happened until now, in the order in which it did."""

    contacts: list[Kept] = field(default_factory=list)
    visits: list[Seen] = field(default_factory=list)
    corrections: int = 0
    promises: list[Word] = field(default_factory=list)
    activities: list[Held] = field(default_factory=list)
    letters: list[Sent] = field(default_factory=list)
    studios: Counter[str] = field(default_factory=Counter)
    forms: set[int] = field(default_factory=set)
    """The members whose form is in."""
    cards: list[tuple[Who, date]] = field(default_factory=list)
    """Whose contact was given one, and when."""
    thanked: set[int] = field(default_factory=set)

    def as_of(self, day: date) -> "Book":
        """As if nothing had happened after this day, but for what was taken back or corrected since."""
        return replace(self, contacts=[_as_of(one, day) for one in self.contacts if one.since <= day])

    def of(self, member: Who) -> list[Kept]:
        return [one for one in self.contacts if one.of is member]

    def active(self, member: Who, *kinds: ContactKind) -> list[Kept]:
        return [one for one in self.of(member) if one.is_active and (not kinds or one.kind in kinds)]

    def visits_to(self, contact: Kept, *kinds: VisitKind) -> int:
        return sum(one.stands and one.kind in kinds for one in contact.visits)

    def deeds_for(self, contact: Kept) -> int:
        return sum(1 for _ in _deed_days([contact]))

    def people_met(self, member: Who) -> int:
        kinds, sorts = (VisitKind.HOME, VisitKind.AD_HOC, VisitKind.GROUP), (ContactKind.SECTOR, ContactKind.OTHER)
        return sum(self.visits_to(one, *kinds) > 0 for one in self.of(member) if one.kind in sorts)

    def period(self, member: Who, first: date, last: date) -> dict[str, Any]:
        """What was logged from the first to the last day; forms and cards of the year."""
        own = self.of(member)
        logged = [one for contact in own for one in contact.visits if one.stands and first <= one.on <= last]
        letters = [one for one in self.letters if one.to is member and first <= one.on <= last]
        days = [(one.answered_on - one.on).days for one in letters if one.answered_on]
        return {
            "contacts": len(self.active(member)),
            "visits": len(logged),
            "people": len({one.to.id for one in logged if one.kind not in NOT_MET}),
            "good_deeds": sum(first <= day <= last for day in _deed_days(own)),
            "received": len(letters),
            "answered": len(days),
            "days": Counter(days),
            "activities": sum(first <= one.on <= last and member in one.came for one in self.activities),
            "forms": int(member.id in self.forms),
            "cards": sum(whose is member and on <= last for whose, on in self.cards),
        }


def _as_of(contact: Kept, day: date) -> Kept:
    return replace(
        contact,
        ended=contact.ended if contact.ended and contact.ended <= day else None,
        visits=[one for one in contact.visits if one.on <= day],
        promises=[one for one in contact.promises if one.kept_on and one.kept_on <= day],
    )


def _deed_days(contacts: Iterable[Kept]) -> Iterator[date]:
    """The days on which good deeds were done: at a visit, or as it was promised."""
    for contact in contacts:
        for one in contact.visits:
            if one.stands:
                yield from [one.on] * one.deeds
        for word in contact.promises:
            if word.kept_on and word.at.stands:
                yield word.kept_on


# --- what the documents ask for, said once more -----------------------------------------------------------------------


def asked(scheme: str, book: Book, member: Who) -> dict[str, list[Asked]]:
    """``contacts``, ``visits`` and ``good-deeds``: every quota that binds the member; {} where nothing is asked for."""
    active = book.active(member)
    if scheme == "jingjiang-2014":
        # J7: 5 contacts, each visited at home 3 times; J-speech: a good deed for each.
        home = [_of(book.visits_to(one, VisitKind.HOME), member.part_of(3)) for one in active]
        deeds = [_of(book.deeds_for(one), member.part_of(1)) for one in active]
        return {"contacts": [_of(len(active), 5)], "visits": home, "good-deeds": deeds}
    if scheme == "baokang-151":
        # 151: 5 of the sector, 10 different people met. 三联: a village, 5 members, 10 of the sector.
        links = {ContactKind.VILLAGE: 1, ContactKind.MEMBER: 5, ContactKind.SECTOR: 10} if member.leads else {}
        contacts = [(ContactKind.SECTOR, 5), *links.items()]
        met = [_of(book.people_met(member), member.part_of(10))]
        return {"contacts": _contacts(book, member, contacts), "visits": met, "good-deeds": []}
    if scheme == "xishan-2017":
        # 双走进: an enterprise, 2 of the sector, 3 others.
        kinds = [(ContactKind.ENTERPRISE, 1), (ContactKind.SECTOR, 2), (ContactKind.OTHER, 3)]
        return {"contacts": _contacts(book, member, kinds), "visits": [], "good-deeds": []}
    return {}


def _contacts(book: Book, member: Who, kinds: Iterable[tuple[ContactKind, int]]) -> list[Asked]:
    return [_of(len(book.active(member, kind)), least) for kind, least in kinds]


def _of(count: int, least: int) -> Asked:
    return Asked(min(count, least), least)


def owed(scheme: str, book: Book, member: Who) -> dict[str, int]:
    """How many of each are still owed this year; {} where nothing is asked for."""
    of = asked(scheme, book, member)
    left = {what: sum(one.owed - one.done for one in quotas) for what, quotas in of.items()}
    if scheme == "baokang-151" and member.leads:
        # A leader's five of the sector are among their ten.
        left["contacts"] -= max(0, 5 - len(book.active(member, ContactKind.SECTOR)))
    return left


def owed_by_units(scheme: str, book: Book, unit: str, today: date) -> list[tuple[int, int]]:
    """Done until now and owed at least: service activities and studios of a unit."""
    if scheme != "xishan-2017":
        return []
    # 双走进: 1 or 2 times 进社区服务 (activity day, sector week), and a studio.
    kinds = (ActivityKind.ACTIVITY_DAY, ActivityKind.SECTOR_WEEK)
    held = sum(one.unit == unit and one.kind in kinds and one.on <= today for one in book.activities)
    return [(held, 1), (book.studios[unit], 1)]


# --- what a morning reminds of ----------------------------------------------------------------------------------------

Told = Counter[tuple[Any, ...]]
"""(person, sentence, figures) → how often, on one day."""


def expected(scheme: str, book: Book, today: date, everyone: list[Who]) -> Told:
    """Whom the morning of this day reminds of what: of those who serve, whoever has opened the bot."""
    told: Told = Counter()
    # Who is reminded of one promise reads all that are due by the day after tomorrow.
    reminded = {word.at.to.of.person_id for word in book.promises if _is_reminded(word, today)}
    lines = Counter(word.at.to.of.person_id for word in book.promises if word.is_owed(today + 2 * A_DAY))
    told.update({(person, "promises", lines[person]): 1 for person in reminded})
    for held in book.activities:
        if held.on == today + A_DAY:
            told.update((member.person_id, "activity", ()) for member in held.coming)
    if today.day == 10:
        told.update(_unseen(book, today, months_before(today, UNSEEN_MONTHS)))
    of_dates = [on for on in J7_DATES if (date(YEAR, *on) - today).days in (14, 2) and scheme == "jingjiang-2014"]
    reached = [one for one in everyone if one.acts(today)]
    for member in reached if today.day == 25 or of_dates else ():
        person, left = member.person_id, owed(scheme, book, member)
        if today.day == 25 and left:
            if any(left.values()):
                told[person, "monthly", tuple((what, n) for what, n in left.items() if n)] += 1
            elif person not in book.thanked:
                book.thanked.add(person)
                told[person, "thanks", ()] += 1
        told.update(one for on in of_dates if (one := _of_date(on, book, member, left["contacts"])))
    return told


def _unseen(book: Book, today: date, day: date) -> Iterator[tuple[Any, ...]]:
    """Contacts registered by that day whom nobody has visited since."""
    active = [one for one in book.contacts if one.is_active and one.of.acts(today)]
    missed = Counter(one.of.person_id for one in active if one.since <= day and not one.seen_after(day))
    for person, count in missed.items():
        yield person, "unseen", count


J7_DATES = ((3, 31), (4, 15), (11, 30))
"""Of the contacts, the form and the cards; each is reminded of two weeks and two days before."""


def _of_date(on: tuple[int, int], book: Book, member: Who, missing: int) -> tuple[Any, ...] | None:
    """What a member is reminded of at one of J7's dates."""
    person, active = member.person_id, len(book.active(member))
    if on == (3, 31):
        return (person, "contacts", (active, missing)) if missing else None
    if on == (4, 15):
        return None if member.id in book.forms else (person, "form", ())
    return (person, "cards", active) if active else None


def _is_reminded(word: Word, today: date) -> bool:
    """Two days before (or the day after it was made), the day after its day, and weekly from then on."""
    if word.is_kept or not word.at.stands or not word.at.to.of.serves:
        return False
    first = max(word.due - 2 * A_DAY, word.made + A_DAY)
    return today == first or (today > word.due and (today - word.due).days % 7 == 1)
