"""Finding a name, and saying whom a mistyped one may mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.names import closest, find, is_name, is_plain, may_call_someone, without_title

KNOWN = ["王秀英", "李建国", "周敏", "张伟", "欧阳建国", "靖江市华联超市有限公司"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("王秀英", ["王秀英"]),
        (" 王 秀 英 ", ["王秀英"]),
        ("秀英", ["王秀英"]),
        ("李", ["李建国"]),
        ("建国", ["李建国", "欧阳建国"]),
        ("华联超市", ["靖江市华联超市有限公司"]),
        ("王秀瑛", []),
        ("", []),
        ("，", []),
    ],
)
def test_a_name_or_a_part_of_it_finds_one_several_or_none(typed: str, found: list[str]) -> None:
    assert find(typed, KNOWN) == found


def test_the_whole_name_goes_before_those_that_contain_it() -> None:
    assert find("王秀", ["王秀英", "王秀"]) == ["王秀"]


def test_two_people_of_one_name_are_two() -> None:
    assert find("张伟", ["张伟", "李建国", "张伟"]) == ["张伟", "张伟"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("王秀瑛", "王秀英"),
        ("汪秀英", "王秀英"),
        ("王绣英", "王秀英"),
        ("王英秀", "王秀英"),
        ("秀王英", "王秀英"),
        ("王英", "王秀英"),
        ("王秀英英", "王秀英"),
        ("王秀英阿姨", "王秀英"),
        ("李建", "李建国"),
        ("张威", "张伟"),
        ("伟张", "张伟"),
        ("欧阳见国", "欧阳建国"),
        ("靖江华联超市", "靖江市华联超市有限公司"),
    ],
)
def test_a_slip_brings_the_name_that_was_meant_first(typed: str, meant: str) -> None:
    assert closest(typed, KNOWN)[0] == meant


@pytest.mark.parametrize("typed", ["陈红", "赵一鸣", "刘大海", "王大明", "泰兴市第二中学", "🙂", ""])
def test_a_wholly_different_name_brings_nothing(typed: str) -> None:
    assert closest(typed, KNOWN) == []


def test_the_same_surname_goes_before_the_same_given_name() -> None:
    assert closest("王伟", ["张伟", "王玮"]) == ["王玮", "张伟"]


def test_no_more_are_offered_than_asked_for_and_none_twice() -> None:
    assert closest("王秀瑛", ["王秀英", "王秀英", "王秀云", "王秀兰", "王秀珍"], n=2) == ["王秀英", "王秀云"]


@given(typed=st.text(), known=st.lists(st.text()))
def test_only_known_names_are_offered(typed: str, known: list[str]) -> None:
    assert set(find(typed, known)) <= set(known)
    assert set(closest(typed, known)) <= set(known)


@given(name=st.text(alphabet="王李张秀英建国伟敏", min_size=2, max_size=4), at=st.integers(min_value=0, max_value=3))
def test_one_wrong_character_is_always_forgiven(name: str, at: int) -> None:
    at = min(at, len(name) - 1)
    assert closest(name[:at] + "某" + name[at + 1 :], [name]) == [name]


@pytest.mark.parametrize("text", ["王秀英", "阿依古丽·买买提", "城北村（三组）", "Wang Xiuying", "明德小学-东校区"])
def test_people_villages_and_enterprises_have_names(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize("text", ["", "123", "👍", "【通知】明天停水", "我去看了王秀英。", "<b>王</b>", "/visit"])
def test_a_notice_a_sentence_or_nothing_is_no_name(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("李建国委员", "李建国"),
        ("写给李委员", "李"),
        ("我想找李建国同志。", "李建国"),
        ("李委員", "李"),
        ("李建国", "李建国"),
        ("委员", ""),
    ],
)
def test_a_name_is_known_without_what_it_is_addressed_by(typed: str, name: str) -> None:
    assert without_title(typed) == name


@pytest.mark.parametrize("typed", ["李", "李建国", "欧阳建国", "诸葛", "陳太", "Zhao Ming"])
def test_what_is_short_and_begins_with_a_surname_may_be_a_name(typed: str) -> None:
    assert may_call_someone(typed)


@pytest.mark.parametrize(
    "typed", ["路灯坏了", "物业不管", "村里报了两次，没人来修", "李建国说路灯", "no water", "", "13"]
)
def test_a_complaint_is_no_name(typed: str) -> None:
    assert not may_call_someone(typed)


@pytest.mark.parametrize(
    ("part", "whole", "is_said"),
    [
        ("王秀英", "王秀英", True),
        ("秀英", "王秀英", True),
        ("华联超市", "靖江市华联超市有限公司", True),
        ("张三", "张三丰", False),
        ("李", "李建国", False),
        ("英", "王秀英", False),
    ],
)
def test_a_part_of_a_name_names_someone_only_where_it_is_no_name_of_its_own(
    part: str, whole: str, *, is_said: bool
) -> None:
    assert is_plain(part, whole) is is_said


@pytest.mark.parametrize("typed", ["李大爷", "李主任", "老李", "小李", "李大爷家"])
def test_who_is_called_by_surname_and_title_is_each_of_that_surname(typed: str) -> None:
    assert closest(typed, KNOWN) == ["李建国"]
    assert closest(typed, ["张伟"]) == []
