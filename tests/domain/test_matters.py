"""By what another letter about the same matter is found."""

import pytest

from domain.matters import ALIKE, OTHER_PLACE, SAME_PLACE, SUGGESTED, best, looked_for_by, places, with_places


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("我们城北村的路灯坏了", {"城北村"}),
        ("人民路和解放路口", {"人民路", "解放路"}),
        ("路灯坏了", set()),
        ("在村里", set()),
    ],
)
def test_places_are_told_by_their_endings(text: str, named: set[str]) -> None:
    assert places(text) == named


def test_a_letter_is_looked_for_by_any_two_of_its_pairs_the_place_s_first() -> None:
    pairs = looked_for_by("路灯坏了", "城北村路灯坏了")
    assert pairs[0] == ("城北", "北村")
    assert all(len(each) == 2 for each in pairs)


def test_a_letter_of_a_single_pair_is_looked_for_by_that() -> None:
    assert looked_for_by("", "路灯") == [("路灯",)]


def test_letters_of_one_place_are_liker_and_of_two_places_less_like() -> None:
    assert with_places(50, "城北村路灯", "东港镇城北村的灯") == 50 + SAME_PLACE
    assert with_places(50, "城北村路灯", "城南村路灯") == 50 + OTHER_PLACE
    assert with_places(50, "城北村路灯", "路灯坏了") == 50


def test_a_place_is_the_same_where_either_letter_says_more_of_it() -> None:
    assert with_places(50, "城北村路灯", "港城北村路灯") == 50 + SAME_PLACE
    assert with_places(50, "港城北村路灯", "城北村路灯") == 50 + SAME_PLACE


def test_the_likest_come_first_and_of_equals_the_newest() -> None:
    assert best({1: ALIKE, 2: ALIKE - 0.1, 3: 90, 4: ALIKE}) == [3, 4, 1]


def test_no_more_than_a_few_are_suggested() -> None:
    assert best(dict.fromkeys(range(20), 80)) == [19, 18, 17, 16, 15][:SUGGESTED]
