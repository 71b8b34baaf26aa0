"""What a member has done and still owes this year under a scheme, and a plan for the rest of it.

No document says what a contact registered in mid-year needs: each counts with the full figures.
An ended contact owes nothing and fills no place; a person visited before stays visited (Source: Baokang, 二（二）).

A year with two versions of a scheme: the figures of the newer one hold for the whole year; whether a visit counts is
said by the version that was in force on its day.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from domain.contacts import Contact, ContactKind, active
from domain.good_deeds import GoodDeed
from domain.schemes import Counted, Per, Quota, Scheme, Whose
from domain.terms import WHOLE_YEAR, Served, in_proportion
from domain.visits import IN_PERSON, Visit, VisitKind, counts, in_force

MEMBER = frozenset({Whose.MEMBER})

OVER_THE_YEAR = frozenset({Counted.VISITS, Counted.PEOPLE, Counted.GOOD_DEEDS, Counted.ACTIVITIES})
"""What is done bit by bit: who serves for part of the year owes it in proportion. Contacts are chosen at once."""


@dataclass(frozen=True)
class Tally:
    """One quota and how much of it is done."""

    quota: Quota
    done: int
    months: int = 12
    """Of the year, for what is owed in proportion."""

    @property
    def required(self) -> int:
        """How many are owed; 0 where the rule only sets a maximum."""
        least = self.quota.min or 0
        return in_proportion(least, self.months) if self.quota.what in OVER_THE_YEAR else least

    @property
    def left(self) -> int:
        return max(0, self.required - self.done)

    @property
    def is_met(self) -> bool:
        return self.left == 0


@dataclass(frozen=True)
class ContactProgress:
    """One registered contact: every quota that is counted for each contact, and the last meeting in person."""

    contact: Contact
    tallies: tuple[Tally, ...]
    last_seen: date | None
    """None: never seen."""
    is_new: bool
    """Would a visit now be one more of the different people to be visited this year?"""

    @cached_property
    def visits_owed(self) -> dict[str, int]:
        """The fewest further visits, by kind."""
        return _fewest(self.tallies, Counted.VISITS)

    @cached_property
    def visits_left(self) -> int:
        return sum(self.visits_owed.values())

    @cached_property
    def good_deeds_left(self) -> int:
        return _left(self.tallies, Counted.GOOD_DEEDS)


def _holds(larger: Tally, tally: Tally) -> bool:
    """Do both count the same, and is the one done only when the other is?"""
    same = all(getattr(larger.quota, of) == getattr(tally.quota, of) for of in ("what", "contact_kinds", "visit_kinds"))
    return same and tally.quota.max is None and larger.required > tally.required


@dataclass(frozen=True)
class MemberProgress:
    """Where a member stands in one year of the scheme."""

    year: int
    until: date
    """The last day that counts."""
    contacts: tuple[ContactProgress, ...]
    own: tuple[Tally, ...]
    """The quotas counted for the member as a whole, in the scheme's order."""
    has_figures: bool
    """False where the scheme sets this member no figure at all: then nothing can be owed."""

    @property
    def own_shown(self) -> tuple[Tally, ...]:
        """`own` without what a larger one holds: a leader's ten constituents hold the five of every member."""
        return tuple(tally for tally in self.own if not any(_holds(larger, tally) for larger in self.own))

    @property
    def contacts_left(self) -> int:
        """The fewest contacts that are still to be chosen."""
        return sum(_fewest(self.own, Counted.CONTACTS).values())

    @property
    def people_left(self) -> int:
        """How many people not met this year are still to be visited."""
        return _left(self.own, Counted.PEOPLE)

    @cached_property
    def visits_left(self) -> int:
        """The fewest visits that settle everything owed to the contacts registered now."""
        planned: dict[str, int] = {}
        for progress in self.contacts:
            for kind, visits in progress.visits_owed.items():
                planned[kind] = planned.get(kind, 0) + visits
        strangers = max(0, self.people_left - self._new_people_among_those_owed())
        people = next((tally.quota for tally in self.own if tally.quota.what is Counted.PEOPLE), None)
        if people is not None:
            planned[people.visit_kinds[0]] = planned.get(people.visit_kinds[0], 0) + strangers
        return sum(_fewest(self.own, Counted.VISITS, planned).values())

    @property
    def good_deeds_left(self) -> int:
        each = sum(progress.good_deeds_left for progress in self.contacts)
        return max(each, _left(self.own, Counted.GOOD_DEEDS))

    @property
    def owes_nothing(self) -> bool:
        return not (self.contacts_left or self.visits_left or self.good_deeds_left)

    def _new_people_among_those_owed(self) -> int:
        return sum(progress.visits_left > 0 and progress.is_new for progress in self.contacts)


@dataclass(frozen=True)
class Plan:
    """How to get there by the end of the year."""

    visits_left: int
    good_deeds_left: int
    contacts_left: int
    months_left: int
    visits_a_month: int
    """Needed from now on, rounded up."""
    see_next: tuple[ContactProgress, ...]
    """Those still owed a visit (all, where no visit is owed to each): never seen first, then longest ago."""
    until: date


def progress(
    scheme: Scheme,
    contacts: Iterable[Contact],
    visits: Iterable[Visit],
    good_deeds: Iterable[GoodDeed],
    year: int,
    whose: frozenset[Whose] = MEMBER,
    served: Served = WHOLE_YEAR,
) -> MemberProgress:
    """Count one member's year. A leader holds both duties: ``whose=frozenset({Whose.MEMBER, Whose.LEADER})``.

    A good deed that is only promised counts for nothing. Visits of other years may be among those given: they say
    when a contact was seen last, and count for nothing.
    """
    scheme = scheme.of_year(year)
    months = served.months_of(year) if scheme.joined_in_mid_year == "in_proportion" else 12
    kept = in_force(visits)
    done = tuple(deed for deed in good_deeds if counts(deed) and not deed.is_open)
    ledger = _Ledger(scheme, tuple(contacts), tuple(kept), done, year, months)
    quotas = scheme.quotas_of(*whose)
    return MemberProgress(
        year=year,
        until=scheme.ends(year),
        contacts=tuple(ledger.of_contact(contact, quotas) for contact in active(ledger.contacts)),
        own=tuple(ledger.of_holder(quota) for quota in quotas if quota.per is Per.HOLDER),
        has_figures=bool(quotas),
    )


def plan(standing: MemberProgress, today: date) -> Plan:
    """What is left, spread over the months left, and whom to see first."""
    months = _months_left(today, standing.until)
    owed = [one for one in standing.contacts if one.visits_left] or list(standing.contacts)
    return Plan(
        visits_left=standing.visits_left,
        good_deeds_left=standing.good_deeds_left,
        contacts_left=standing.contacts_left,
        months_left=months,
        visits_a_month=-(-standing.visits_left // max(1, months)),
        see_next=tuple(sorted(owed, key=lambda one: one.last_seen or date.min)),
        until=standing.until,
    )


def _months_left(today: date, until: date) -> int:
    """Months from now on; the current one counts unless today is its last day. 0 on the last day and after it."""
    months = (until.year - today.year) * 12 + until.month - today.month
    is_last_day = (date.fromordinal(today.toordinal() + 1)).month != today.month
    return max(0, months if is_last_day else months + 1)


def _left(tallies: Iterable[Tally], what: Counted) -> int:
    return max((tally.left for tally in tallies if tally.quota.what is what), default=0)


def _fewest(tallies: Iterable[Tally], what: Counted, planned: Mapping[str, int] | None = None) -> dict[str, int]:
    """The fewest further visits (or contacts), by kind, that settle the quotas, given those planned anyway.

    The narrowest quota is settled first, so that a home visit owed also serves a quota of visits of any kind.
    """
    fewest = dict(planned or {})
    counted = [(_kinds(tally.quota), tally.left) for tally in tallies if tally.quota.what is what]
    for kinds, left in sorted(counted, key=lambda one: len(one[0])):
        more = left - sum(fewest.get(kind, 0) for kind in kinds)
        if more > 0:
            fewest[kinds[0]] = fewest.get(kinds[0], 0) + more
    return fewest


def _kinds(quota: Quota) -> Sequence[str]:
    return quota.visit_kinds or quota.contact_kinds or tuple(ContactKind)


@dataclass(frozen=True)
class _Ledger:
    """One member's entries that stand, and how a quota counts them."""

    scheme: Scheme
    contacts: Sequence[Contact]
    visits: Sequence[Visit]
    good_deeds: Sequence[GoodDeed]
    year: int
    months: int

    def of_contact(self, contact: Contact, quotas: Iterable[Quota]) -> ContactProgress:
        each = [quota for quota in quotas if quota.per is Per.CONTACT and quota.is_about(contact.kind)]
        seen = [v.happened_on for v in self.visits if v.contact_id == contact.id and v.kind in IN_PERSON]
        return ContactProgress(
            contact=contact,
            tallies=tuple(Tally(quota, self._count(quota, frozenset({contact.id})), self.months) for quota in each),
            last_seen=max(seen, default=None),
            is_new=any(self._is_new(contact, quota) for quota in quotas if quota.what is Counted.PEOPLE),
        )

    def of_holder(self, quota: Quota) -> Tally:
        about = [contact for contact in self.contacts if quota.is_about(contact.kind)]
        if quota.what is Counted.CONTACTS:
            return Tally(quota, len(active(about)))
        if quota.what is not Counted.PEOPLE:
            about = active(about)
        return Tally(quota, self._count(quota, frozenset(contact.id for contact in about)), self.months)

    def _is_new(self, contact: Contact, quota: Quota) -> bool:
        return quota.is_about(contact.kind) and not self._count(quota, frozenset({contact.id}))

    def _count(self, quota: Quota, contact_ids: frozenset[int]) -> int:
        if quota.what is Counted.GOOD_DEEDS:
            deeds = (deed for deed in self.good_deeds if deed.contact_id in contact_ids)
            return sum(self._is_this_year(deed.done_on) for deed in deeds)
        met = [
            visit.contact_id
            for visit in self.visits
            if visit.contact_id in contact_ids
            and self._is_this_year(visit.happened_on)
            and visit.kind in self._kinds_that_counted(quota, visit)
        ]
        return len(set(met)) if quota.what is Counted.PEOPLE else len(met)

    def _kinds_that_counted(self, quota: Quota, visit: Visit) -> Collection[VisitKind]:
        """By the version in force on the visit's day; one that had no such quota leaves it to this one."""
        then = self.scheme.on(visit.happened_on)
        if then is self.scheme:
            return quota.visit_kinds
        sort, kind = (quota.whose, quota.what, quota.per), self._kind_of[visit.contact_id]
        alike = [q for q in then.quotas if (q.whose, q.what, q.per) == sort and q.is_about(kind)]
        return {counted for q in alike for counted in q.visit_kinds} if alike else quota.visit_kinds

    @cached_property
    def _kind_of(self) -> dict[int, ContactKind]:
        return {contact.id: contact.kind for contact in self.contacts}

    def _is_this_year(self, day: date) -> bool:
        return self.scheme.began(self.year) <= day <= self.scheme.ends(self.year)
