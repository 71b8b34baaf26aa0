"""What a scheme may say, and what it refuses to mean."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from domain.contacts import ContactKind, ContactLimit
from domain.schemes import Deadline, Event, Quota, Scheme, Whose, cited
from domain.visits import VisitKind

SOURCES = [{"short": "J7", "title": "意见", "number": "靖协发〔2014〕7号"}, {"short": "J-speech", "title": "讲话"}]
CONTACTS = {"whose": "member", "what": "contacts", "min": 5, "max": 6, "source": "J7, 三（一）; J-speech, 三"}
VISITS = {"whose": "member", "what": "visits", "visit_kinds": ["home"], "min": 3, "source": "J7"}
FORM = {"name": "form", "title": "登记表", "month": 4, "day": 15, "who": ["member"], "what": "报送", "source": "J7"}


def scheme(**parts: Any) -> Scheme:
    return Scheme.model_validate(
        {"name": "test", "title": "试", "contact_kinds": ["sector"], "sources": SOURCES, **parts}, strict=False
    )


def quota(base: dict[str, Any] = CONTACTS, **changes: Any) -> Quota:
    return Quota.model_validate({**base, **changes})


@pytest.mark.parametrize(
    ("changes", "expectation"),
    [
        ({"min": None, "max": None}, "min or max must be given"),
        ({"min": 7}, "min must not be above max"),
        ({"visit_kinds": ["home"]}, "visit_kinds must be given for visits and people, and only there"),
        ({"what": "visits"}, "visit_kinds must be given for visits and people, and only there"),
        ({"what": "activities", "contact_kinds": ["sector"]}, "contact_kinds mean nothing for activities"),
        ({"whose": "unit"}, "units must be given for whose = 'unit', and only there"),
        ({"units": ["sector_group"]}, "units must be given for whose = 'unit', and only there"),
        ({"per": "contact"}, "per = 'contact' is for visits and good_deeds"),
        ({"min": 0}, "greater than 0"),
        ({"whose": "office"}, "whose must be member, leader or unit"),
        ({"most": 6}, "Extra inputs are not permitted"),
        ({"source": "  "}, "at least 1 character"),
    ],
)
def test_a_quota_that_means_nothing_is_refused(changes: dict[str, Any], expectation: str) -> None:
    with pytest.raises(ValidationError, match=expectation):
        quota(**changes)


def test_a_quota_without_contact_kinds_is_about_every_contact() -> None:
    assert all(quota().is_about(kind) for kind in ContactKind)


def test_a_quota_with_contact_kinds_is_about_those_alone() -> None:
    of_sector = quota(contact_kinds=["sector"])
    assert of_sector.is_about(ContactKind.SECTOR)
    assert not of_sector.is_about(ContactKind.OTHER)


def test_visit_kinds_say_which_visits_count() -> None:
    assert quota(VISITS, visit_kinds=["home", "phone"]).visit_kinds == (VisitKind.HOME, VisitKind.PHONE)


def test_a_value_can_t_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        quota().min = 1


@pytest.mark.parametrize(("month", "last"), [(2, 28), (3, 31), (11, 30)])
def test_month_end_is_the_last_day_of_the_month(month: int, last: int) -> None:
    assert Deadline.model_validate({**FORM, "month": month, "day": "month_end"}).on(2026) == date(2026, month, last)


def test_month_end_knows_leap_years() -> None:
    assert Deadline.model_validate({**FORM, "month": 2, "day": "month_end"}).on(2028) == date(2028, 2, 29)


@pytest.mark.parametrize(("month", "day"), [(2, 29), (2, 30), (4, 31), (13, 1), (0, 1), (1, 0), (1, 32)])
def test_a_deadline_on_a_day_that_not_every_year_has_is_refused(month: int, day: int) -> None:
    with pytest.raises(ValidationError):
        Deadline.model_validate({**FORM, "month": month, "day": day})


def test_a_deadline_is_reminded_of_two_weeks_and_two_days_before_unless_it_says_otherwise() -> None:
    assert Deadline.model_validate(FORM).remind_days_before == (14, 2)
    assert Deadline.model_validate({**FORM, "remind_days_before": [30]}).remind_days_before == (30,)


def test_an_event_can_t_end_before_it_begins() -> None:
    with pytest.raises(ValidationError, match="ends must not be before begins"):
        Event(title="走访", begins=date(2026, 5, 2), ends=date(2026, 5, 1), who="委员", source="J7")


def test_a_source_that_the_file_does_not_list_is_refused() -> None:
    with pytest.raises(ValidationError, match="J8 must be one of the file's"):
        scheme(quotas=[{**CONTACTS, "source": "J7, 三; J8, 一"}])


def test_two_deadlines_of_one_name_are_refused() -> None:
    with pytest.raises(ValidationError, match="a name of its own"):
        scheme(deadlines=[FORM, FORM])


def test_a_scheme_without_a_source_is_refused() -> None:
    with pytest.raises(ValidationError, match="sources"):
        scheme(sources=[])


def test_the_year_is_the_calendar_year() -> None:
    assert (scheme().began(2026), scheme().ends(2026)) == (date(2026, 1, 1), date(2026, 12, 31))


def test_quotas_are_found_by_whose_they_are() -> None:
    both = scheme(quotas=[CONTACTS, {**CONTACTS, "whose": "leader"}])
    assert [q.whose for q in both.quotas_of(Whose.LEADER)] == [Whose.LEADER]
    assert len(both.quotas_of(Whose.MEMBER, Whose.LEADER)) == 2
    assert both.quotas_of(Whose.UNIT) == ()


def test_the_limits_of_contacts_are_the_quotas_with_a_maximum() -> None:
    limited = scheme(quotas=[{**CONTACTS, "contact_kinds": ["sector"]}, {**CONTACTS, "max": None}, VISITS])
    assert limited.contact_limits(Whose.MEMBER) == (
        ContactLimit(frozenset({ContactKind.SECTOR}), 6, "靖协发〔2014〕7号 三（一）；讲话 三"),
    )


def test_a_limit_without_kinds_is_for_all_kinds_together() -> None:
    assert scheme(quotas=[CONTACTS]).contact_limits(Whose.MEMBER)[0].kinds == frozenset(ContactKind)


def test_a_source_is_spelled_out_by_number_or_else_by_title() -> None:
    assert scheme().cite("J7, 三（二）1; J-speech") == "靖协发〔2014〕7号 三（二）1；讲话"


@pytest.mark.parametrize(
    ("source", "shorts"),
    [("J7", {"J7"}), ("J7, 三（二）1", {"J7"}), ("J7，三；J-speech，三", {"J7", "J-speech"}), ("J7, 一, 二", {"J7"})],
)
def test_a_source_begins_with_the_short_name_of_its_document(source: str, shorts: set[str]) -> None:
    assert cited(source) == shorts
