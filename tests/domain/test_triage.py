"""Whom the office is advised to give a letter to, and what may happen to one in triage."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.letter_kinds import LetterKind, Mark
from domain.letter_steps import follow_up, settle
from domain.letters import Letter, LetterIsClosed, LetterState, LetterWasReturned
from domain.people import Member, Standing
from domain.triage import (
    LetterIsPrivate,
    Why,
    begins_in_triage,
    check_may_be_posted,
    keep,
    send_back,
    suggest,
    without_name,
)

NOW = datetime(2026, 3, 16, 2, tzinfo=UTC)
LETTER = Letter(
    1, "JJ-2026-000001", 9, None, LetterKind.ANYONE, False, "路灯", LetterState.RECEIVED, NOW, True, None, NOW
)


def member(number: int, name: str, sector: str, unit: str) -> Member:
    return Member(number, number + 100, name, sector, unit, Standing.REGULAR, False, date(2022, 1, 1))


LI = member(1, "李建国", "农业界", "城北镇工委")
ZHAO = member(2, "赵明", "教育界", "城南街道工委")
SUN = member(3, "孙丽", "工商界", "开发园区工委")
QIAN = member(4, "钱芳", "医卫界", "")
EVERYONE = (LI, ZHAO, SUN, QIAN)


def names(text: str, **loads: int) -> list[str]:
    held = {each.id: loads[each.name] for each in EVERYONE if each.name in loads}
    return [suggestion.member.name for suggestion in suggest(text, EVERYONE, held)]


def test_a_place_named_in_the_letter_points_to_its_member() -> None:
    (first,) = suggest("城北的路灯坏了", EVERYONE, {})
    assert (first.member, first.why) == (LI, ((Why.PLACE, "城北"),))


def test_a_sector_or_its_words_point_to_its_members() -> None:
    (first,) = suggest("学校门口没有斑马线", EVERYONE, {})
    assert (first.member, first.why) == (ZHAO, ((Why.WORDS, "学校"),))
    (second,) = suggest("支持教育", EVERYONE, {})
    assert second.why == ((Why.SECTOR, "教育"),)


def test_place_and_sector_together_weigh_more_than_one() -> None:
    assert names("城南的学校缺水，城北也是")[0] == "赵明"


def test_of_equals_who_has_less_in_hand_comes_first() -> None:
    assert names("城北和城南都停水了", 李建国=3, 赵明=1) == ["赵明", "李建国"]


def test_when_nothing_points_to_anyone_the_least_busy_are_offered() -> None:
    found = suggest("谢谢大家", EVERYONE, {LI.id: 2, ZHAO.id: 1})
    assert [(each.member.name, each.load) for each in found] == [("孙丽", 0), ("钱芳", 0), ("赵明", 1)]
    assert all(each.why == ((Why.LOAD, ""),) for each in found)


def test_without_members_nobody_is_suggested() -> None:
    assert suggest("城北的路灯坏了", (), {}) == []


def test_only_what_is_for_anyone_begins_in_triage() -> None:
    assert [kind for kind in LetterKind if begins_in_triage(kind)] == [LetterKind.ANYONE]


def test_what_the_office_keeps_leaves_triage_and_waits_on() -> None:
    kept = keep(LETTER)
    assert (kept.is_in_triage, kept.waiting_since_at, kept.state) == (False, NOW, LetterState.RECEIVED)


def test_a_returned_letter_waits_for_its_writer_and_comes_back_to_triage() -> None:
    returned = send_back(LETTER, NOW)
    assert (returned.state, returned.is_in_triage, returned.waiting_since_at) == (LetterState.RETURNED, False, None)
    with pytest.raises(LetterWasReturned):
        settle(returned, NOW)
    again = follow_up(returned, NOW)
    assert (again.state, again.is_in_triage, again.settled_at) == (LetterState.RECEIVED, True, None)


def test_a_settled_letter_is_neither_kept_returned_nor_posted() -> None:
    settled = settle(LETTER, NOW)
    with pytest.raises(LetterIsClosed):
        keep(settled)
    with pytest.raises(LetterIsClosed):
        check_may_be_posted(settled)
    with pytest.raises(LetterIsClosed):
        send_back(settled, NOW)


def test_what_is_marked_private_is_not_posted() -> None:
    check_may_be_posted(replace(LETTER, mark=Mark.URGENT))
    with pytest.raises(LetterIsPrivate):
        check_may_be_posted(replace(LETTER, mark=Mark.PRIVATE))


def test_a_writer_s_name_is_taken_out_of_the_text() -> None:
    assert without_name("我是王秀英，住城北", "王秀英") == "我是＊＊，住城北"
    assert without_name("我王家", "王") == "我王家"
