"""Rows of buttons."""

from services.buttons import in_pairs, page_of
from services.outbox import Button

NAMES = ["王秀英", "孙桂兰", "何伟", "钱芳", "吴强"]


def test_buttons_stand_two_in_a_row_and_an_odd_one_alone() -> None:
    rows = in_pairs([Button(name, "do-start") for name in NAMES])
    assert [[each.label for each in row] for row in rows] == [NAMES[:2], NAMES[2:4], NAMES[4:]]


def test_a_page_leads_to_where_the_next_one_begins() -> None:
    shown, [[more]] = page_of(NAMES, 2, 2, "sector:abc")
    assert (shown, more.does) == (NAMES[2:4], "sector:abc:4")


def test_the_last_page_leads_nowhere() -> None:
    assert page_of(NAMES, 3, 2, "sector:abc") == (NAMES[3:], [])


def test_a_page_behind_the_end_is_empty() -> None:
    assert page_of(NAMES, 40, 2, "sector:abc") == ([], [])
