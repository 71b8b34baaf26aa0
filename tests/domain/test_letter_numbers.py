"""A number is written one way and typed in many."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.letter_numbers import LetterNumber, NotALetterNumber, only_number_in
from domain.people import member_code, member_of_code

codes = st.text("ABCDEFGHJKSZ", min_size=1, max_size=6)
numbers = st.builds(LetterNumber, codes, st.integers(2000, 2100), st.integers(1, 9_999_999))


def parse(typed: str) -> LetterNumber:
    return LetterNumber.parse(typed, "JJ", 2026)


def test_a_number_has_code_year_and_six_digits() -> None:
    assert str(LetterNumber("JJ", 2026, 123)) == "JJ-2026-000123"


def test_a_year_of_more_than_a_million_letters_has_longer_numbers() -> None:
    assert str(LetterNumber("JJ", 2026, 1_234_567)) == "JJ-2026-1234567"


@pytest.mark.parametrize(
    "typed",
    [
        "JJ-2026-000123",
        "jj-2026-000123",
        "jj-2026-123",
        "JJ2026000123",
        "jj 2026 123",
        " JJ - 2026 - 123 ",
        "ＪＪ－２０２６－０００１２３",
        "JJ—2026—000123",
        "JJ_2026_123",
        "2026-123",
        "2026000123",
        "123",
        "#123",
        "000123",
        "jj123",
        "jj-123",
    ],
)
def test_people_type_it_in_many_ways(typed: str) -> None:
    assert parse(typed) == LetterNumber("JJ", 2026, 123)


def test_another_year_and_another_committee_are_taken_as_typed() -> None:
    assert parse("2025-7") == LetterNumber("JJ", 2025, 7)
    assert parse("sl-2026-7") == LetterNumber("SL", 2026, 7)


@pytest.mark.parametrize(
    "typed", ["", "-1", "－1", "−12", "abc", "路灯", "JJ-", "TOOLONGCODE-2026-1", "1-2-3", "<b>1</b>", "👍", "٣"]
)
def test_what_is_no_number_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(NotALetterNumber) as refusal:
        parse(typed)
    assert refusal.value.args_of_text == {"typed": typed, "example": "JJ-2026-000123"}


@given(numbers)
def test_every_number_reads_back_as_itself(number: LetterNumber) -> None:
    assert parse(str(number)) == number
    assert parse(str(number).lower().replace("-", " ")) == number


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_number_or_refused(typed: str) -> None:
    with suppress(NotALetterNumber):
        assert parse(typed).running >= 0


def test_a_message_of_ours_tells_its_letter_only_if_it_names_one() -> None:
    assert only_number_in("您的来信JJ-2026-000123，已转交") == "JJ-2026-000123"
    assert only_number_in("JJ-2026-000123 和 JJ-2026-000124") is None
    assert only_number_in("您好") is None


# --- the code of a member in a link -----------------------------------------------------------------------------------


@given(st.integers(1, 10**9))
def test_a_member_s_code_reads_back_as_the_member(member_id: int) -> None:
    assert member_of_code(member_code(member_id)) == member_id
    assert member_of_code(member_code(member_id).upper()) == member_id


def test_codes_are_short_and_fit_a_link() -> None:
    assert len(member_code(1)) == 3
    assert member_code(12).isascii()


@given(st.text(max_size=40))
def test_whatever_code_comes_it_is_a_member_or_nobody(code: str) -> None:
    member_id = member_of_code(code)
    assert member_id is None or 0 < member_id < 2**63
