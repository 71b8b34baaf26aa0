"""Telephone numbers in every spelling that a form or a spreadsheet gives them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.phones import normalised


@pytest.mark.parametrize(
    "typed",
    [
        "13812345678",
        "138 1234 5678",
        "138-1234-5678",
        "１３８１２３４５６７８",
        "+86 13812345678",
        "8613812345678",
        "008613812345678",
        "13812345678.0",
        " 138.1234.5678 ",
    ],
)
def test_a_mobile_number_has_one_spelling(typed: str) -> None:
    assert normalised(typed) == "13812345678"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("0523-84891234", "0523-84891234"),
        ("（0523）84891234", "0523-84891234"),
        ("052384891234", "0523-84891234"),
        ("010-65251234", "010-65251234"),
        ("02152341234", "021-52341234"),
        ("84891234", "84891234"),
    ],
)
def test_a_landline_has_its_area_code_before_a_hyphen(typed: str, expected: str) -> None:
    assert normalised(typed) == expected


@pytest.mark.parametrize(
    "typed", ["", "无", "1381234567", "138123456789", "12345678901", "13812345678/13912345678", "1e10", "😀", "-"]
)
def test_what_is_no_number_is_none(typed: str) -> None:
    assert normalised(typed) is None


@given(st.text(max_size=30))
def test_a_normalised_number_stays_as_it_is(typed: str) -> None:
    once = normalised(typed)
    assert once is None or normalised(once) == once
