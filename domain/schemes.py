"""A committee's rules as data: one TOML file in ``schemes/`` is one `Scheme`.

A quota is: whose, what is counted, per what, how many, in a year. Each figure and date names its source.
"""

import calendar
import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, PositiveInt, PrivateAttr, StringConstraints, model_validator

from domain.activities import ActivityKind
from domain.appraisal import Table
from domain.contacts import ContactKind, ContactLimit
from domain.frozen import Frozen, Sound
from domain.people import Standing
from domain.visits import VisitKind

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([-_][a-z0-9]+)*$")]


class Whose(StrEnum):
    """Who has to do it."""

    MEMBER = "member"  # 委员
    LEADER = "leader"  # 主席会议成员
    UNIT = "unit"  # 专委会、工委会、界别组
    CONTACT = "contact"  # 联系对象: they send in the service cards
    OFFICE = "office"  # 政协办公室


HOLDERS = (Whose.MEMBER, Whose.LEADER, Whose.UNIT)
"""Those whose duties can be counted."""


class UnitKind(StrEnum):
    """The committee's parts that have duties of their own."""

    SPECIAL_COMMITTEE = "special_committee"  # 专门委员会
    WORK_COMMITTEE = "work_committee"  # 政协工委
    SECTOR_GROUP = "sector_group"  # 界别组


class Counted(StrEnum):
    """What a quota counts."""

    CONTACTS = "contacts"  # registered contacts
    VISITS = "visits"
    PEOPLE = "people"  # different people visited
    GOOD_DEEDS = "good_deeds"  # 实事
    ACTIVITIES = "activities"
    STUDIOS = "studios"  # 委员工作室


OF_CONTACTS = frozenset({Counted.CONTACTS, Counted.VISITS, Counted.PEOPLE, Counted.GOOD_DEEDS})
"""What is counted of contacts."""


class Per(StrEnum):
    """For each registered contact, or for the holder of the duty as a whole."""

    CONTACT = "contact"
    HOLDER = "holder"


class Cites(Frozen):
    """A figure, date or wish of a document, with the place it stands: ``J7, 三（二）1; J-speech, 三``."""

    source: Text


class Source(Frozen):
    """A document that figures are taken from; they cite it by `short`: ``J7, 三（二）1``."""

    short: Text
    title: Text
    number: str = ""
    """Its document number, such as 靖协发〔2014〕7号."""
    dated: date | None = None


class Quota(Cites, Sound):
    """How many of what somebody owes in a year."""

    whose: Whose
    what: Counted
    per: Per = Per.HOLDER
    contact_kinds: tuple[ContactKind, ...] = ()
    """Which contacts it is about; none named: all."""
    visit_kinds: tuple[VisitKind, ...] = ()
    """Which visits count: named by every quota of visits or of people, by no other."""
    activity_kinds: tuple[ActivityKind, ...] = ()
    """Which activities count: named by quotas of activities alone; none named: all."""
    units: tuple[UnitKind, ...] = ()
    """Which units owe it: named by every quota of units, by no other."""
    min: PositiveInt | None = None
    max: PositiveInt | None = None

    def _faults(self) -> tuple[tuple[bool, str], ...]:
        has_visits = self.what in (Counted.VISITS, Counted.PEOPLE)
        of_contacts = has_visits or self.what in (Counted.CONTACTS, Counted.GOOD_DEEDS)
        return (
            (self.whose not in HOLDERS, "whose must be member, leader or unit"),
            (self.min is None and self.max is None, "min or max must be given"),
            (bool(self.min and self.max and self.min > self.max), "min must not be above max"),
            (bool(self.visit_kinds) != has_visits, "visit_kinds must be given for visits and people, and only there"),
            (bool(self.contact_kinds) and not of_contacts, f"contact_kinds mean nothing for {self.what}"),
            (
                bool(self.activity_kinds) and self.what is not Counted.ACTIVITIES,
                f"activity_kinds mean nothing for {self.what}",
            ),
            (bool(self.units) != (self.whose is Whose.UNIT), "units must be given for whose = 'unit', and only there"),
            (
                self.per is Per.CONTACT and self.what not in (Counted.VISITS, Counted.GOOD_DEEDS),
                "per = 'contact' is for visits and good_deeds",
            ),
        )

    def is_about(self, kind: ContactKind) -> bool:
        return not self.contact_kinds or kind in self.contact_kinds


class Deadline(Cites):
    """Something due on one day of every year."""

    name: Slug
    title: Text
    month: Annotated[int, Field(ge=1, le=12)]
    day: Annotated[int, Field(ge=1, le=31)] | Literal["month_end"]
    who: tuple[Whose, ...]
    what: Text
    remind_days_before: tuple[PositiveInt, ...] = (14, 2)
    """The software's own default: two weeks and two days before."""
    settled_by: Literal["contacts", "form"] | None = None
    """What tells the software that a member has done it and needs no reminder: enough contacts are registered, or the
    registration form is handed in (and not returned). None: it can't know."""

    @model_validator(mode="after")
    def _is_a_day_of_every_year(self) -> Self:
        # 2001 is no leap year: a duty due on 29 February would be due once in four years.
        if self.day != "month_end" and self.day > calendar.monthrange(2001, self.month)[1]:
            raise ValueError(f"month {self.month} has no day {self.day} every year; 'month_end' is its last day")
        return self

    def on(self, year: int) -> date:
        """Its day in `year`."""
        day = calendar.monthrange(year, self.month)[1] if self.day == "month_end" else self.day
        return date(year, self.month, day)


class Event(Cites):
    """A line of the committee's calendar for one year."""

    title: Text
    begins: date
    ends: date
    who: Text

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.ends < self.begins:
            raise ValueError("ends must not be before begins")
        return self


class Guidance(Cites):
    """What a document asks for without a figure: told, never counted."""

    whose: tuple[Whose, ...]
    text: Text


class RegistrationForm(Cites):
    """登记表: what is printed over and under its rows, word by word as in the document."""

    title: Text
    """``{place}`` stands for the committee's place: 靖江市."""
    rows: PositiveInt
    notes: tuple[Text, ...] = ()
    deadline: Slug
    """The name of the deadline until which it is handed in."""
    to_work_committee: tuple[Standing, ...] = ()
    """Which members hand it in to their work committee and not to the office."""


class Wish(Cites):
    """Something that a document asks for and that the software hints at."""


class Scheme(Frozen):
    """One committee's rules."""

    name: Slug
    title: Text
    period: Literal["year"] = "year"
    """The calendar year: all four documents count 每年."""
    contact_kinds: tuple[ContactKind, ...]
    """The kinds offered when a contact is registered."""
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    quotas: tuple[Quota, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    calendar: tuple[Event, ...] = ()
    guidance: tuple[Guidance, ...] = ()
    form: RegistrationForm | None = None
    own_sector_first: Wish | None = None
    """Contacts are mainly of the member's own sector: hinted at, never refused."""
    appraisal: Table | None = None
    """What is appraised: points, and who is proposed for honours and for a talk."""
    joined_in_mid_year: Literal["in_proportion", "whole"] = "in_proportion"
    """What a member who joins or leaves in mid-year owes; no document says, and this is the software's own default."""
    replacing_is_told_to: Literal["office", "unit", "nobody"] = "office"
    """Who hears that a member replaced a contact; no document says, and this is the software's own default. ``unit``:
    the people of the member's work committee, or the office while none of them has joined."""
    _earlier: tuple[tuple[date, "Scheme"], ...] = PrivateAttr(default=())
    """The versions before this one, the oldest first, each with the day on which the next one began."""

    @model_validator(mode="after")
    def _names_its_sources(self) -> Self:
        known = {source.short for source in self.sources}
        forms = (self.form,) if self.form else ()
        wishes = (self.own_sector_first,) if self.own_sector_first else ()
        cites: tuple[Cites, ...] = (*self.quotas, *self.deadlines, *self.calendar, *self.guidance, *forms, *wishes)
        sources = [part.source for part in cites] + list(self.appraisal.cited if self.appraisal else ())
        for source in sources:
            if strange := cited(source) - known:
                raise ValueError(f"source {', '.join(sorted(strange))} must be one of the file's [[sources]]")
        return self

    @model_validator(mode="after")
    def _names_each_deadline_once(self) -> Self:
        names = [deadline.name for deadline in self.deadlines]
        if len(set(names)) < len(names):
            raise ValueError("each deadline must have a name of its own")
        return self

    @model_validator(mode="after")
    def _knows_the_deadline_of_its_form(self) -> Self:
        if self.form and self.deadline(self.form.deadline) is None:
            raise ValueError(f"form.deadline must be one of the file's [[deadlines]], not {self.form.deadline!r}")
        if self.form is None and any(deadline.settled_by == "form" for deadline in self.deadlines):
            raise ValueError("settled_by = 'form' needs a [form]")
        return self

    @model_validator(mode="after")
    def _knows_the_deadlines_of_its_points(self) -> Self:
        awaited = self.appraisal.awaited if self.appraisal else frozenset()
        if strange := awaited - {deadline.name for deadline in self.deadlines}:
            raise ValueError(f"until = {', '.join(sorted(strange))} must be one of the file's [[deadlines]]")
        return self

    def deadline(self, name: str) -> Deadline | None:
        return next((deadline for deadline in self.deadlines if deadline.name == name), None)

    def succeeding(self, earlier: "Scheme", on: date) -> "Scheme":
        """This version, with ``earlier`` (and what came before that) in force until the day before ``on``."""
        later = self.model_copy()
        later._earlier = (*earlier._earlier, (on, earlier))
        return later

    def on(self, day: date) -> "Scheme":
        """The version in force on a day."""
        return next((version for until, version in self._earlier if day < until), self)

    def of_year(self, year: int) -> "Scheme":
        """The newest version of a year: its figures hold for the whole of it."""
        return self.on(self.ends(year))

    def began(self, year: int) -> date:
        """The first day that counts for `year`."""
        return date(year, 1, 1)

    def ends(self, year: int) -> date:
        """The last day that counts for `year`."""
        return date(year, 12, 31)

    def quotas_of(self, *whose: Whose) -> tuple[Quota, ...]:
        return tuple(quota for quota in self.quotas if quota.whose in whose)

    def kinds_for(self, *whose: Whose) -> tuple[ContactKind, ...]:
        """The kinds of contacts offered to whom these duties bind: all but those that only others' quotas are about.

        Source: Baokang, 二（二）: villages and members are the leaders' to keep in touch with (三联).
        """
        owed = [quota for quota in self.quotas if quota.what in OF_CONTACTS]
        of_others = {kind for quota in owed if quota.whose not in whose for kind in quota.contact_kinds}
        own = {kind for quota in owed if quota.whose in whose for kind in quota.contact_kinds or ContactKind}
        return tuple(kind for kind in self.contact_kinds if kind in own or kind not in of_others)

    def contact_limits(self, *whose: Whose) -> tuple[ContactLimit, ...]:
        """How many contacts may be registered at most, for `domain.contacts.register`."""
        return tuple(
            ContactLimit(frozenset(quota.contact_kinds or ContactKind), quota.max, self.cite(quota.source))
            for quota in self.quotas_of(*whose)
            if quota.what is Counted.CONTACTS and quota.max is not None
        )

    def cite(self, source: str) -> str:
        """A source spelled out for readers: ``J7, 三（一）`` → 靖协发〔2014〕7号 三（一）."""
        documents = {document.short: document.number or document.title for document in self.sources}
        return "；".join(" ".join((documents[short], *place)) for short, *place in _citations(source))


def cited(source: str) -> frozenset[str]:
    """The short names in ``J7, 三（一）; J-speech, 三``."""
    return frozenset(short for short, *_ in _citations(source))


def _citations(source: str) -> list[list[str]]:
    """Each document's short name, and the place in it if one is given."""
    return [
        [part.strip() for part in re.split(r"[,，]", citation, maxsplit=1)] for citation in re.split("[;；]", source)
    ]
