"""The registration form: what is missing in it, and what may follow what."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.forms import (
    MAY_BECOME,
    Content,
    Form,
    FormIsDecided,
    FormIsEmpty,
    FormIsHandedInAlready,
    FormState,
    Gap,
    HandedInTo,
    Row,
    check_becomes,
    check_hand_in,
    gaps,
    place_of,
)

WHOLE = Content(
    "李建国", "农业界", "139 0000 0000", "城北镇工委", tuple(Row(f"群众{n}", "138 0000 0000", "村里") for n in range(5))
)


def form(state: FormState = FormState.HANDED_IN, content: Content = WHOLE) -> Form:
    return Form(1, 1, 2026, state, content, HandedInTo.OFFICE, datetime(2026, 4, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("content", "missing"),
    [
        (WHOLE, []),
        (replace(WHOLE, sector=""), [Gap.SECTOR]),
        (replace(WHOLE, phone=""), [Gap.PHONE]),
        (replace(WHOLE, unit=""), [Gap.UNIT]),
        (replace(WHOLE, rows=WHOLE.rows[:4]), [Gap.CONTACTS]),
        (replace(WHOLE, rows=(*WHOLE.rows[:4], Row("张三", "", "村里"))), [Gap.DETAILS]),
        (replace(WHOLE, rows=(*WHOLE.rows[:4], Row("张三", "138 0000 0000"))), [Gap.DETAILS]),
    ],
)
def test_what_is_missing_is_named(content: Content, missing: list[Gap]) -> None:
    assert gaps(content, 5) == missing


def test_a_form_without_contacts_can_not_be_handed_in() -> None:
    with pytest.raises(FormIsEmpty):
        check_hand_in(replace(WHOLE, rows=()), None)


@pytest.mark.parametrize("state", [FormState.HANDED_IN, FormState.ACCEPTED])
def test_the_same_form_is_not_handed_in_twice(state: FormState) -> None:
    with pytest.raises(FormIsHandedInAlready):
        check_hand_in(WHOLE, form(state))


@pytest.mark.parametrize("state", [FormState.HANDED_IN, FormState.ACCEPTED, FormState.RETURNED])
def test_a_changed_form_may_be_handed_in_at_any_time(state: FormState) -> None:
    check_hand_in(replace(WHOLE, rows=WHOLE.rows[:4]), form(state))


def test_a_returned_form_may_come_back_as_it_was() -> None:
    check_hand_in(WHOLE, form(FormState.RETURNED))


@given(st.lists(st.sampled_from(FormState)))
def test_a_form_goes_only_where_the_table_says_and_never_back(wanted: list[FormState]) -> None:
    state = FormState.HANDED_IN
    seen = {state}
    for following in wanted:
        try:
            check_becomes(form(state), following)
        except FormIsDecided:
            assert following not in MAY_BECOME[state]
        else:
            assert following not in seen
            seen.add(following)
            state = following


@pytest.mark.parametrize(
    ("committee", "place"),
    [
        ("政协靖江市委员会", "靖江市"),
        ("中国人民政治协商会议靖江市委员会", "靖江市"),
        ("靖江市政协", "靖江市"),
        ("政协示例县委员会", "示例县"),
        ("Example County", "Example County"),
        ("政协", ""),
    ],
)
def test_the_place_is_read_from_the_committees_name(committee: str, place: str) -> None:
    assert place_of(committee) == place
