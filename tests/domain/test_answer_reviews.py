"""Whose answers are looked at before they go out."""

from dataclasses import replace
from typing import Literal

import pytest

from domain.answer_reviews import is_wanted, may_be_asked
from domain.letters import Actor
from domain.people import Role
from domain.settings import Mailbox
from tests.domain.test_letters import LETTER, LI_JIANGUO, OFFICE, ZHAO_MING, member, person

HOLDER = member(LI_JIANGUO)
HOLDER_OF_OFFICE = replace(HOLDER, person=person(501, Role.MEMBER, Role.OFFICE))


@pytest.mark.parametrize(
    ("review", "asked", "wanted"),
    [
        ("never", True, False),
        ("on request", False, False),
        ("on request", True, True),
        ("always", False, True),
        ("always", True, True),
    ],
)
def test_a_member_s_answer_is_looked_at_as_the_committee_has_set(
    review: Literal["never", "on request", "always"], asked: bool, wanted: bool
) -> None:
    mailbox = Mailbox(review_answers=review)
    assert is_wanted(mailbox, LETTER, HOLDER, asked=asked) is wanted
    assert may_be_asked(mailbox) is (review == "on request")


@pytest.mark.parametrize(
    "who",
    [OFFICE, HOLDER_OF_OFFICE, member(ZHAO_MING), Actor(person(7, Role.STAFF), unit_ids=frozenset({3}))],
    ids=["office", "holder of the office", "another member", "a unit"],
)
def test_nobody_else_s_answer_is(who: Actor) -> None:
    assert not is_wanted(Mailbox(review_answers="always"), LETTER, who, asked=True)
