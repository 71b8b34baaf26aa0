"""The line a member types to log a visit."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.days import NoSuchDay
from domain.refusals import Refusal
from domain.visit_heads import KIND_WORDS, kind_of
from domain.visit_lines import (
    LONGEST_CONTACT,
    LONGEST_GOOD_DEED,
    LONGEST_NOTE,
    MOST_GOOD_DEEDS,
    ContactIsMissing,
    ContactNameIsTooLong,
    GoodDeedIsEmpty,
    GoodDeedIsTooLong,
    NoteIsEmpty,
    NoteIsMissing,
    NoteIsTooLong,
    TooManyGoodDeeds,
    VisitLine,
    read_good_deed,
    read_note,
)
from domain.visits import VisitKind

TODAY = date(2026, 3, 5)
YESTERDAY = date(2026, 3, 4)


def parse(text: str) -> VisitLine:
    return VisitLine.parse(text, TODAY)


def test_the_whole_line_is_understood() -> None:
    assert parse("王秀英 昨天 上门 帮助联系大病救助 #实事 送去轮椅") == VisitLine(
        contact="王秀英", day=YESTERDAY, kind=VisitKind.HOME, note="帮助联系大病救助", good_deeds=("送去轮椅",)
    )


@pytest.mark.parametrize(
    "typed",
    [
        "王秀英 上门 昨天 帮助就医",
        "王秀英　昨天　上门　帮助就医",
        "王秀英，昨天，上门，帮助就医",
        "王秀英,昨天,上门,帮助就医",
        "王秀英、昨天、上门、帮助就医",
        "王秀英：昨天上门，帮助就医",
        "  王秀英 ，  昨天上门   帮助就医  ",
        "王秀英 3月4日 上门走访 帮助就医",
        "王秀英 3月 4日 登门 帮助就医",
        "王秀英 Mar 4, 2026 home 帮助就医",
        "王秀英\n昨天\n上门\n帮助就医",
    ],
)
def test_day_and_kind_stand_in_either_order_behind_any_separator(typed: str) -> None:
    assert parse(typed) == VisitLine("王秀英", YESTERDAY, VisitKind.HOME, "帮助就医")


def test_day_and_kind_may_be_left_out() -> None:
    assert parse("王秀英 帮助就医") == VisitLine("王秀英", None, None, "帮助就医")


def test_a_second_day_belongs_to_the_note() -> None:
    assert parse("王秀英 昨天 前天 说好的事办了").note == "前天 说好的事办了"


def test_a_day_inside_the_note_stays_there() -> None:
    assert parse("王秀英 答应 明天 送药") == VisitLine("王秀英", None, None, "答应 明天 送药")


def test_the_note_keeps_its_commas_and_lines() -> None:
    assert parse("王秀英 昨天 谈了就医，还有低保\n下周再去").note == "谈了就医，还有低保\n下周再去"


def test_each_good_deed_begins_with_its_mark() -> None:
    assert parse("王秀英 上门 帮助 #实事 送去轮椅 #实事 代办医保").good_deeds == ("送去轮椅", "代办医保")


@pytest.mark.parametrize(
    "typed", ["＃实事 送去轮椅", "#实事：送去轮椅", "#实事送去轮椅", "# 实事 送去轮椅", "#deed 送去轮椅"]
)
def test_the_mark_of_a_good_deed_may_be_typed_in_several_ways(typed: str) -> None:
    assert parse(f"王秀英 帮助 {typed}").good_deeds == ("送去轮椅",)


def test_a_hash_without_the_word_stays_in_the_note() -> None:
    line = parse("王秀英 住 #2 号楼 #deeds")
    assert line.note == "住 #2 号楼 #deeds"
    assert line.good_deeds == ()


def test_an_empty_good_deed_is_refused() -> None:
    with pytest.raises(GoodDeedIsEmpty):
        parse("王秀英 帮助 #实事 送去轮椅 #实事 ，")


@pytest.mark.parametrize("typed", ["", "   ", "，，", "昨天 上门 帮助", "上门 帮助", "#实事 送去轮椅"])
def test_a_line_without_a_contact_is_refused(typed: str) -> None:
    with pytest.raises(ContactIsMissing):
        parse(typed)


@pytest.mark.parametrize("typed", ["王秀英", "王秀英 昨天", "王秀英 昨天 上门", "王秀英 上门 #实事 送去轮椅"])
def test_a_line_without_a_note_is_refused_and_names_the_contact(typed: str) -> None:
    with pytest.raises(NoteIsMissing) as refusal:
        parse(typed)
    assert refusal.value.args_of_text == {"contact": "王秀英"}


def test_a_day_the_calendar_lacks_is_refused_and_not_taken_for_the_note() -> None:
    with pytest.raises(NoSuchDay):
        parse("王秀英 2月30日 上门 帮助")


def test_the_longest_line_is_accepted() -> None:
    deeds = " ".join(["#实事 " + "办" * LONGEST_GOOD_DEED] * MOST_GOOD_DEEDS)
    line = parse(f"{'王' * LONGEST_CONTACT} {'谈' * LONGEST_NOTE} {deeds}")
    assert (len(line.contact), len(line.note)) == (LONGEST_CONTACT, LONGEST_NOTE)
    assert len(line.good_deeds) == MOST_GOOD_DEEDS


@pytest.mark.parametrize(
    ("typed", "refusal", "limit"),
    [
        ("王" * (LONGEST_CONTACT + 1) + " 谈", ContactNameIsTooLong, LONGEST_CONTACT),
        ("王秀英 " + "谈" * (LONGEST_NOTE + 1), NoteIsTooLong, LONGEST_NOTE),
        ("王秀英 谈 #实事 " + "办" * (LONGEST_GOOD_DEED + 1), GoodDeedIsTooLong, LONGEST_GOOD_DEED),
    ],
)
def test_one_character_too_many_is_refused_with_the_limit(typed: str, refusal: type[Refusal], limit: int) -> None:
    with pytest.raises(refusal) as refused:
        parse(typed)
    assert refused.value.args_of_text == {"limit": str(limit), "length": str(limit + 1)}


def test_one_good_deed_too_many_is_refused() -> None:
    with pytest.raises(TooManyGoodDeeds):
        parse("王秀英 谈" + " #实事 送药" * (MOST_GOOD_DEEDS + 1))


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("上门走访", VisitKind.HOME),
        ("走访", VisitKind.HOME),
        ("Visit", VisitKind.HOME),
        ("随访", VisitKind.AD_HOC),
        ("集中走访", VisitKind.GROUP),
        ("走访企业", VisitKind.ENTERPRISE),
        ("电话", VisitKind.PHONE),
        ("call", VisitKind.PHONE),
        ("微信", VisitKind.ONLINE),
        ("视频", VisitKind.ONLINE),
    ],
)
def test_a_kind_has_several_words(word: str, kind: VisitKind) -> None:
    assert kind_of(word) is kind


def test_every_kind_can_be_typed() -> None:
    assert set(KIND_WORDS.values()) == set(VisitKind)


def test_a_word_that_is_no_kind_is_none() -> None:
    assert kind_of("散步") is None


@given(
    st.text(max_size=300)
    | st.lists(st.sampled_from(["王秀英", "昨天", "2月30日", "上门", "#实事", "，", "送药"])).map(" ".join)
)
def test_any_text_is_understood_or_refused(text: str) -> None:
    try:
        line = parse(text)
    except Refusal:
        return
    assert line.contact
    assert line.note
    assert all(line.good_deeds)


def test_signs_alone_are_no_note_and_no_good_deed() -> None:
    with pytest.raises(NoteIsMissing):
        VisitLine.parse("王秀英 昨天 上门 👍", TODAY)
    with pytest.raises(GoodDeedIsEmpty):
        VisitLine.parse("王秀英 昨天 上门 了解就医 #实事 👍", TODAY)


def test_what_is_typed_for_a_note_or_a_good_deed_needs_words_and_an_end() -> None:
    assert read_note(" 了解\n就医 ") == "了解\n就医"
    assert read_good_deed(" 送去\n轮椅 ") == "送去 轮椅"
    for read in (read_note, read_good_deed):
        with pytest.raises(NoteIsEmpty):
            read("😀")
    with pytest.raises(NoteIsTooLong):
        read_note("字" * 2001)
    with pytest.raises(GoodDeedIsTooLong):
        read_good_deed("字" * 201)
