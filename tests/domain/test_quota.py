"""What is done, what is left, and the plan for the rest of the year."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.contacts import Contact, ContactKind, end
from domain.good_deeds import GoodDeed
from domain.quota import MEMBER, MemberProgress, plan, progress
from domain.schemes import Scheme, Whose
from domain.terms import Served
from domain.visits import Visit, VisitKind, counts

YEAR = 2026
NOON = datetime(YEAR, 3, 1, 4, tzinfo=UTC)
LEADER = MEMBER | {Whose.LEADER}

PER_CONTACT = {"whose": "member", "per": "contact", "source": "办法"}
HOME_VISITS = {**PER_CONTACT, "what": "visits", "visit_kinds": ["home"], "min": 3}
A_DEED_EACH = {**PER_CONTACT, "what": "good_deeds", "min": 1}
PEOPLE_AROUND = {"whose": "member", "contact_kinds": ["sector", "other"], "source": "办法"}
FIVE_TO_SIX = {**PEOPLE_AROUND, "what": "contacts", "min": 5, "max": 6}
TEN_PEOPLE = {**PEOPLE_AROUND, "what": "people", "visit_kinds": ["home", "group"], "min": 10}
JINGJIANG = (FIVE_TO_SIX, HOME_VISITS, A_DEED_EACH)


def scheme(*quotas: dict[str, Any]) -> Scheme:
    return Scheme.model_validate(
        {
            "name": "test",
            "title": "试",
            "contact_kinds": ["sector"],
            "sources": [{"short": "办法", "title": "办法"}],
            "quotas": quotas,
        }
    )


def contact(id: int, kind: ContactKind = ContactKind.SECTOR) -> Contact:
    return Contact(id, member_id=1, kind=kind, name=f"群众{id}", registered_on=date(YEAR, 1, 5))


def visit(id: int, to: int, on: date = date(YEAR, 3, 1), kind: VisitKind = VisitKind.HOME) -> Visit:
    return Visit(id, member_id=1, contact_id=to, kind=kind, happened_on=on, note="走访", logged_at=NOON)


def deed(id: int, to: int, on: date = date(YEAR, 3, 1)) -> GoodDeed:
    return GoodDeed(id, member_id=1, contact_id=to, what="送药", done_on=on)


def visits(to: int, times: int, kind: VisitKind = VisitKind.HOME) -> list[Visit]:
    return [visit(to * 100 + number, to, kind=kind) for number in range(times)]


def of(
    rules: Scheme,
    contacts: list[Contact],
    made: list[Visit] | None = None,
    deeds: list[GoodDeed] | None = None,
    whose: frozenset[Whose] = MEMBER,
) -> MemberProgress:
    return progress(rules, contacts, made or [], deeds or [], YEAR, whose)


FIVE = [contact(number) for number in range(1, 6)]


def test_a_new_member_still_has_to_choose_contacts() -> None:
    start = of(scheme(*JINGJIANG), [])
    assert (start.contacts_left, start.visits_left, start.good_deeds_left) == (5, 0, 0)
    assert not start.owes_nothing


def test_each_contact_is_owed_its_visits_and_good_deeds() -> None:
    start = of(scheme(*JINGJIANG), FIVE)
    assert (start.contacts_left, start.visits_left, start.good_deeds_left) == (0, 15, 5)
    assert [tally.required for tally in start.contacts[0].tallies] == [3, 1]


def test_done_counts_for_its_own_contact_alone() -> None:
    done = of(scheme(*JINGJIANG), FIVE, visits(1, 4), [deed(1, 1), deed(2, 1)])
    first, second = done.contacts[:2]
    assert [(tally.done, tally.left, tally.is_met) for tally in first.tallies] == [(4, 0, True), (2, 0, True)]
    assert [(tally.done, tally.left, tally.is_met) for tally in second.tallies] == [(0, 3, False), (0, 1, False)]
    assert (done.visits_left, done.good_deeds_left) == (12, 4)


def test_who_has_done_all_owes_nothing() -> None:
    made = [one for member_contact in FIVE for one in visits(member_contact.id, 3)]
    done = of(scheme(*JINGJIANG), FIVE, made, [deed(one.id, one.id) for one in FIVE])
    assert done.owes_nothing


@pytest.mark.parametrize("kind", [VisitKind.AD_HOC, VisitKind.GROUP, VisitKind.PHONE, VisitKind.ONLINE])
def test_only_the_kinds_of_the_quota_count(kind: VisitKind) -> None:
    assert of(scheme(HOME_VISITS), [contact(1)], visits(1, 3, kind)).visits_left == 3


def test_the_first_and_the_last_day_of_the_year_count_and_the_days_around_do_not() -> None:
    days = [date(YEAR - 1, 12, 31), date(YEAR, 1, 1), date(YEAR, 12, 31), date(YEAR + 1, 1, 1)]
    made = [visit(number, 1, day) for number, day in enumerate(days)]
    deeds = [deed(number, 1, day) for number, day in enumerate(days)]
    assert [
        tally.done for tally in of(scheme(HOME_VISITS, A_DEED_EACH), [contact(1)], made, deeds).contacts[0].tallies
    ] == [2, 2]


def test_what_was_withdrawn_does_not_count() -> None:
    made = [visit(1, 1), replace(visit(2, 1), withdrawn_at=NOON)]
    deeds = [replace(deed(1, 1), withdrawn_at=NOON)]
    standing = of(scheme(*JINGJIANG), FIVE, made, deeds)
    assert (standing.visits_left, standing.good_deeds_left) == (14, 5)


def test_a_corrected_visit_counts_once() -> None:
    made = [replace(visit(1, 1), withdrawn_at=NOON), replace(visit(2, 1), replaces_id=1)]
    assert of(scheme(HOME_VISITS), [contact(1)], made).visits_left == 2


def test_an_ended_contact_owes_nothing_and_fills_no_place() -> None:
    ended = [*FIVE[:4], end(FIVE[4], date(YEAR, 6, 1))]
    standing = of(scheme(*JINGJIANG), ended, visits(5, 2))
    assert (standing.contacts_left, standing.visits_left, len(standing.contacts)) == (1, 12, 4)


def test_a_contact_registered_in_mid_year_counts_with_the_full_figures() -> None:
    late = replace(contact(1), registered_on=date(YEAR, 11, 30))
    assert of(scheme(HOME_VISITS), [late]).visits_left == 3


def test_a_quota_of_other_kinds_leaves_a_contact_alone() -> None:
    rules = scheme({**HOME_VISITS, "contact_kinds": ["sector"]})
    standing = of(rules, [contact(1, ContactKind.ENTERPRISE)])
    assert (standing.contacts[0].tallies, standing.owes_nothing) == ((), True)


def test_good_deeds_may_be_owed_in_all_instead_of_to_each() -> None:
    rules = scheme({"whose": "member", "what": "good_deeds", "min": 1, "source": "办法"})
    assert of(rules, FIVE).good_deeds_left == 1
    assert of(rules, FIVE, deeds=[deed(1, 3)]).owes_nothing


def test_one_person_visited_ten_times_is_one_of_ten_people() -> None:
    assert of(scheme(TEN_PEOPLE), FIVE, visits(1, 10)).people_left == 9


def test_each_of_ten_people_needs_one_visit() -> None:
    assert of(scheme(TEN_PEOPLE), FIVE, visits(1, 1) + visits(2, 1)).visits_left == 8


def test_a_person_visited_stays_visited_when_the_contact_ends() -> None:
    assert of(scheme(TEN_PEOPLE), [end(contact(1), date(YEAR, 6, 1))], visits(1, 1)).people_left == 9


def test_a_village_is_not_one_of_the_people() -> None:
    assert of(scheme(TEN_PEOPLE), [contact(1, ContactKind.VILLAGE)], visits(1, 1)).people_left == 10


def test_a_visit_owed_to_someone_new_also_serves_the_number_of_people() -> None:
    # Five contacts at three visits each, and ten people: five of those visits meet somebody new, five more are needed.
    assert of(scheme(HOME_VISITS, TEN_PEOPLE), FIVE).visits_left == 15 + 5


def test_a_visit_owed_to_someone_met_before_does_not() -> None:
    assert of(scheme(HOME_VISITS, TEN_PEOPLE), FIVE, visits(1, 1)).visits_left == 14 + 5


def test_a_visit_to_an_enterprise_meets_none_of_the_people() -> None:
    rules = scheme({**HOME_VISITS, "min": 1}, TEN_PEOPLE)
    assert of(rules, [contact(1, ContactKind.ENTERPRISE)]).visits_left == 1 + 10


def test_a_narrow_quota_serves_a_wide_one() -> None:
    wide = {**HOME_VISITS, "visit_kinds": ["phone", "home"], "min": 5}
    assert of(scheme(wide, HOME_VISITS), [contact(1)]).visits_left == 5


def test_visits_in_all_are_served_by_those_owed_to_each() -> None:
    in_all = {"whose": "member", "what": "visits", "visit_kinds": ["home", "group"], "min": 20, "source": "办法"}
    assert of(scheme(HOME_VISITS, in_all), FIVE).visits_left == 20
    assert of(scheme(HOME_VISITS, {**in_all, "min": 10}), FIVE).visits_left == 15


def test_each_kind_of_contact_is_chosen_by_its_own_number() -> None:
    rules = scheme(
        {**FIVE_TO_SIX, "contact_kinds": ["sector"]}, {**FIVE_TO_SIX, "contact_kinds": ["enterprise"], "min": 1}
    )
    assert [tally.left for tally in of(rules, FIVE).own] == [0, 1]


def test_contacts_left_are_added_up_over_the_kinds() -> None:
    rules = scheme(
        {**FIVE_TO_SIX, "contact_kinds": ["enterprise"], "min": 1},
        {**FIVE_TO_SIX, "contact_kinds": ["sector"], "min": 2},
        {**FIVE_TO_SIX, "contact_kinds": ["other"], "min": 3},
    )
    assert of(rules, []).contacts_left == 6


def test_a_contact_chosen_for_a_narrow_quota_serves_a_wide_one() -> None:
    rules = scheme({**FIVE_TO_SIX, "contact_kinds": []}, {**FIVE_TO_SIX, "contact_kinds": ["sector"], "min": 2})
    assert of(rules, []).contacts_left == 5


def test_a_leader_has_a_member_s_duties_and_their_own() -> None:
    rules = scheme(FIVE_TO_SIX, {**FIVE_TO_SIX, "whose": "leader", "contact_kinds": ["village"], "min": 1})
    assert len(of(rules, FIVE, whose=LEADER).own) == 2
    assert not of(rules, FIVE, whose=LEADER).owes_nothing
    assert of(rules, FIVE).owes_nothing


def test_without_figures_nothing_is_owed_and_it_says_so() -> None:
    standing = of(scheme(), FIVE, visits(1, 1))
    assert (standing.owes_nothing, standing.has_figures) == (True, False)
    assert of(scheme(HOME_VISITS), FIVE).has_figures


def test_a_phone_call_is_not_seeing_someone() -> None:
    made = [visit(1, 1, date(YEAR - 1, 5, 1)), visit(2, 1, date(YEAR, 2, 1), VisitKind.PHONE)]
    assert of(scheme(HOME_VISITS), [contact(1)], made).contacts[0].last_seen == date(YEAR - 1, 5, 1)


@pytest.mark.parametrize(
    ("today", "months", "a_month"),
    [
        (date(YEAR, 1, 1), 12, 2),
        (date(YEAR, 9, 15), 4, 4),
        (date(YEAR, 9, 29), 4, 4),
        (date(YEAR, 9, 30), 3, 5),
        (date(YEAR, 12, 30), 1, 15),
        (date(YEAR, 12, 31), 0, 15),
        (date(YEAR + 1, 1, 1), 0, 15),
    ],
)
def test_what_is_left_is_spread_over_the_months_left(today: date, months: int, a_month: int) -> None:
    ahead = plan(of(scheme(*JINGJIANG), FIVE), today)
    assert (ahead.visits_left, ahead.months_left, ahead.visits_a_month) == (15, months, a_month)
    assert (ahead.good_deeds_left, ahead.contacts_left, ahead.until) == (5, 0, date(YEAR, 12, 31))


def test_the_plan_begins_with_whom_one_never_saw_and_goes_on_with_the_longest_ago() -> None:
    made = [visit(1, 1, date(YEAR, 5, 1)), visit(2, 2, date(YEAR, 2, 1)), visit(3, 4, date(YEAR, 3, 1))]
    ahead = plan(of(scheme(HOME_VISITS), FIVE[:4], made), date(YEAR, 6, 1))
    assert [one.contact.id for one in ahead.see_next] == [3, 2, 4, 1]


def test_who_is_owed_no_visit_is_not_in_the_plan() -> None:
    ahead = plan(of(scheme(HOME_VISITS), FIVE[:2], visits(1, 3)), date(YEAR, 6, 1))
    assert [one.contact.id for one in ahead.see_next] == [2]


def test_where_no_visit_is_owed_to_each_all_contacts_are_in_the_plan() -> None:
    ahead = plan(of(scheme(TEN_PEOPLE), FIVE[:2], visits(1, 1)), date(YEAR, 6, 1))
    assert [one.contact.id for one in ahead.see_next] == [2, 1]


MADE = st.lists(
    st.tuples(
        st.integers(min_value=1, max_value=6),
        st.dates(min_value=date(YEAR - 1, 11, 1), max_value=date(YEAR + 1, 2, 1)),
        st.sampled_from(VisitKind),
        st.booleans(),
    ),
    max_size=40,
)


@given(MADE)
def test_the_count_equals_one_made_by_hand(made: list[tuple[int, date, VisitKind, bool]]) -> None:
    log = [
        replace(visit(number, to, on, kind), withdrawn_at=NOON if withdrawn else None)
        for number, (to, on, kind, withdrawn) in enumerate(made, start=1)
    ]
    standing = of(scheme(HOME_VISITS, TEN_PEOPLE), FIVE, log)
    valid = [v for v in log if counts(v) and v.happened_on.year == YEAR and v.contact_id <= 5]
    for one in standing.contacts:
        done = [v for v in valid if v.contact_id == one.contact.id and v.kind is VisitKind.HOME]
        assert one.tallies[0].done == len(done)
    assert standing.people_left == 10 - len(
        {v.contact_id for v in valid if v.kind in (VisitKind.HOME, VisitKind.GROUP)}
    )


# --- a part of the year -----------------------------------------------------------------------------------------------


def test_who_joins_in_mid_year_owes_visits_and_deeds_in_proportion_and_all_contacts() -> None:
    july = Served(joined_on=date(YEAR, 7, 15))
    standing = progress(scheme(*JINGJIANG), [contact(1)], [], [], YEAR, MEMBER, july)
    assert [tally.required for tally in standing.contacts[0].tallies] == [2, 1]
    assert (standing.contacts_left, standing.visits_left) == (4, 2)


def test_a_scheme_may_ask_the_whole_of_who_joins_in_mid_year() -> None:
    whole = scheme(*JINGJIANG).model_copy(update={"joined_in_mid_year": "whole"})
    july = Served(joined_on=date(YEAR, 7, 15))
    assert progress(whole, [contact(1)], [], [], YEAR, MEMBER, july).visits_left == 3


# --- two versions in one year -----------------------------------------------------------------------------------------

JULY = date(YEAR, 7, 1)
ANY_VISIT = {**HOME_VISITS, "visit_kinds": ["home", "phone"], "min": 4}


def test_the_version_of_its_day_says_whether_a_visit_counts_and_the_newest_how_many_are_owed() -> None:
    changed = scheme(ANY_VISIT).succeeding(scheme(HOME_VISITS), JULY)
    made = [
        visit(1, 1, date(YEAR, 6, 30), VisitKind.PHONE),
        visit(2, 1, date(YEAR, 7, 1), VisitKind.PHONE),
        visit(3, 1, date(YEAR, 6, 30), VisitKind.HOME),
    ]
    (tally,) = of(changed, [contact(1)], made).contacts[0].tallies
    assert (tally.done, tally.required) == (2, 4)


def test_what_counted_before_still_counts_where_the_newer_version_is_narrower() -> None:
    changed = scheme(HOME_VISITS).succeeding(scheme(ANY_VISIT), JULY)
    made = [visit(1, 1, date(YEAR, 6, 30), VisitKind.PHONE), visit(2, 1, date(YEAR, 7, 1), VisitKind.PHONE)]
    assert of(changed, [contact(1)], made).contacts[0].tallies[0].done == 1


def test_a_version_without_such_a_quota_leaves_it_to_the_newer_one() -> None:
    changed = scheme(HOME_VISITS).succeeding(scheme(), JULY)
    made = [visit(1, 1, date(YEAR, 6, 30)), visit(2, 1, date(YEAR, 6, 30), VisitKind.PHONE)]
    assert of(changed, [contact(1)], made).contacts[0].tallies[0].done == 1


def test_an_earlier_year_is_counted_by_the_version_it_ended_with() -> None:
    changed = scheme(ANY_VISIT).succeeding(scheme(HOME_VISITS), JULY)
    assert changed.of_year(YEAR - 1).quotas[0].min == 3
    assert progress(changed, [contact(1)], [], [], YEAR - 1).contacts[0].tallies[0].required == 3
    assert changed.of_year(YEAR) is changed
