"""What points come to, who is proposed, and which tables are refused."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from domain.appraisal import Honours, Line, Rule, Table, Talks, shown
from tests.domain.test_schemes import FORM, scheme

VISITS = {"name": "visits", "title": "走访", "what": "visits", "points": 2}


def rule(**changes: Any) -> Rule:
    return Rule.model_validate(VISITS | changes)


@pytest.mark.parametrize(
    ("changes", "count", "points"),
    [
        ({}, 0, "0"),
        ({}, 3, "6"),
        ({"points": 0.5}, 3, "1.5"),
        ({"at_most": 5}, 2, "4"),
        ({"at_most": 5}, 3, "5"),
        ({"points": -2, "at_most": 5}, 2, "-4"),
        ({"points": -2, "at_most": 5}, 3, "-5"),
        ({"points": 10}, 10, "100"),
    ],
)
def test_points_are_given_for_each_and_no_more_than_the_most(changes: dict[str, Any], count: int, points: str) -> None:
    assert shown(Line.of(rule(**changes), count).points) == points


@pytest.mark.parametrize(
    ("changes", "expectation"),
    [
        ({"points": 0}, "points must not be 0"),
        ({"points": 0.25}, "no more than 1 decimal place"),
        ({"at_most": -3}, "greater than 0"),
        ({"kinds": ["opinion"]}, "kinds must be some of home, ad_hoc"),
        ({"what": "diary", "kinds": ["home"]}, "kinds mean nothing for diary"),
        ({"within_workdays": 5}, "within_workdays is for letters"),
        ({"what": "letters_late"}, "letters_late needs within_workdays"),
        ({"until": "form"}, "until is for form and summary"),
        ({"name": "a-name-that-does-not-fit-a-button"}, "at most 20 characters"),
        ({"what": "smiles"}, "visits"),
        ({"each": 2}, "Extra inputs"),
    ],
)
def test_a_line_that_means_nothing_is_refused(changes: dict[str, Any], expectation: str) -> None:
    with pytest.raises(ValidationError, match=expectation):
        rule(**changes)


def test_two_lines_of_one_name_are_refused() -> None:
    with pytest.raises(ValidationError, match="a name of its own"):
        Table(points=(rule(), rule()))


@pytest.mark.parametrize(
    ("table", "expectation"),
    [
        ({"source": "J8"}, "source J8 must be one of the file's"),
        ({"honours": {"fulfilled": True, "source": "J9, 三"}}, "source J9 must be one"),
        ({"points": [VISITS | {"what": "form", "until": "form"}]}, "until = form must be one of the file's"),
        ({"honours": {}}, "fulfilled or points_at_least must be given"),
        ({"talks": {"source": "J7"}}, "unfulfilled or points_below must be given"),
    ],
)
def test_a_table_names_what_its_scheme_knows(table: dict[str, Any], expectation: str) -> None:
    with pytest.raises(ValidationError, match=expectation):
        scheme(appraisal=table)


def test_a_line_may_wait_for_a_deadline_of_its_scheme() -> None:
    assert scheme(deadlines=[FORM], appraisal={"points": [VISITS | {"what": "form", "until": "form"}]}).appraisal


@pytest.mark.parametrize(
    ("points", "done", "owed", "honoured", "talked"),
    [
        ("60", 5, 5, True, False),
        ("59.5", 5, 5, False, False),
        ("60", 4, 5, False, False),
        ("29.5", 4, 5, False, True),
        ("30", 4, 5, False, False),
        ("29.5", 5, 5, False, False),
        # Who owes nothing has not done all of it, and has left nothing undone.
        ("80", 0, 0, False, False),
        ("0", 0, 0, False, False),
    ],
)
def test_who_is_proposed_meets_all_that_is_named(
    points: str, done: int, owed: int, honoured: bool, talked: bool
) -> None:
    honours = Honours(fulfilled=True, points_at_least=Decimal(60))
    talks = Talks(unfulfilled=True, points_below=Decimal(30))
    assert honours.proposes(Decimal(points), done, owed) is honoured
    assert talks.proposes(Decimal(points), done, owed) is talked


def test_points_alone_may_propose() -> None:
    assert Honours(points_at_least=Decimal(60)).proposes(Decimal(60), 0, 5)
    assert Talks(points_below=Decimal(30)).proposes(Decimal(0), 5, 5)


def test_a_line_is_found_by_its_name() -> None:
    table = Table(points=(rule(name="visits"), rule(name="home-visits")))
    assert table.rule("home-visits") is table.points[1]
    assert table.rule("diary") is None
