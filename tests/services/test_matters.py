"""Letters about one matter: suggested, merged, taken out; and what their writers are told."""

from collections.abc import Sequence

import pytest

from domain.letters import Desk, EventKind, Letter, LetterWasReturned, NotYourLetter
from domain.matters import LetterIsInMatter, LetterIsInNoMatter, LetterIsMerged, LetterIsTheSame, MatterNotFound
from services import letter_course, matters, triage
from services.likeness import compare
from storage import letters
from storage.db import Tx
from tests.cast import Cast
from tests.services.letter_writing import last_told, log_of, told, write

LAMPS = (
    "城北村村口的路灯坏了半个月，晚上看不清路。",
    "我们城北村村口路灯不亮，孩子放学害怕。",
    "村口路灯坏了，请来修一修。",
)
OTHERS = ("学校食堂的饭菜常常是凉的。", "城南镇的路灯坏了，没有人管。", "公交站没有站牌，老人不知道等哪一路。")


async def lamps(tx: Tx, cast: Cast) -> Sequence[Letter]:
    """Three letters to the office about one lamp."""
    return [await write(tx, who, None, text) for who, text in zip((cast.wang, cast.liu, cast.chen), LAMPS, strict=True)]


@pytest.mark.parametrize("other", LAMPS[1:])
def test_letters_about_one_lamp_are_alike(other: str) -> None:
    assert compare(LAMPS[0], other) >= 40


@pytest.mark.parametrize("other", OTHERS)
def test_letters_about_other_things_or_another_place_are_not(other: str) -> None:
    assert compare(LAMPS[0], other) < 40


async def test_the_letters_about_the_same_lamp_are_suggested_and_no_others(tx: Tx, cast: Cast) -> None:
    first, *same = await lamps(tx, cast)
    for text in OTHERS:
        await write(tx, cast.zhao, None, text)
    seen = await matters.alike(tx, first.id, cast.zhou)
    assert {letter.id for letter, _ in seen.others} == {each.id for each in same}
    assert seen.matter is None


async def test_a_member_is_suggested_letters_of_their_own_alone(tx: Tx, cast: Cast) -> None:
    mine = [await write(tx, cast.wang, cast.li_member, text) for text in LAMPS[:2]]
    await write(tx, cast.chen, cast.zhao_member, LAMPS[2])
    seen = await matters.alike(tx, mine[0].id, cast.li)
    assert [letter.id for letter, _ in seen.others] == [mine[1].id]
    with pytest.raises(NotYourLetter):
        await matters.alike(tx, mine[0].id, cast.zhao)


async def test_merged_letters_are_one_matter_and_their_writers_are_told(tx: Tx, cast: Cast) -> None:
    first, second, third = await lamps(tx, cast)
    matter = await matters.merge(tx, second.id, first.id, cast.zhou)
    assert await matters.merge(tx, third.id, second.id, cast.zhou) == matter
    seen = await matters.gathered(tx, matter.id, cast.zhou)
    assert [letter.id for letter in seen.letters] == [first.id, second.id, third.id]
    for writer, letter in ((cast.wang, first), (cast.liu, second), (cast.chen, third)):
        words = await last_told(tx, writer)
        assert letter.number in words
        assert "编号不变" in words
        assert len([line for line in await told(tx, writer) if "一并办理" in line]) == 1
        assert EventKind.MERGED in await log_of(tx, letter)


async def test_a_letter_is_not_merged_twice_nor_with_itself_nor_when_it_was_returned(tx: Tx, cast: Cast) -> None:
    first, second, third = await lamps(tx, cast)
    await matters.merge(tx, second.id, first.id, cast.zhou)
    with pytest.raises(LetterIsInMatter):
        await matters.merge(tx, second.id, first.id, cast.zhou)
    with pytest.raises(LetterIsTheSame):
        await matters.merge(tx, third.id, third.id, cast.zhou)
    await triage.send_back(tx, third.id, cast.zhou, "请写明地点")
    with pytest.raises(LetterWasReturned):
        await matters.merge(tx, third.id, first.id, cast.zhou)


async def test_a_letter_taken_out_goes_its_own_way_once(tx: Tx, cast: Cast) -> None:
    first, second, _ = await lamps(tx, cast)
    matter = await matters.merge(tx, second.id, first.id, cast.zhou)
    await matters.take_out(tx, second.id, cast.zhou)
    assert [letter.id for letter in (await matters.gathered(tx, matter.id, cast.zhou)).letters] == [first.id]
    assert "单独办理" in await last_told(tx, cast.liu)
    with pytest.raises(LetterIsInNoMatter):
        await matters.take_out(tx, second.id, cast.zhou)
    assert await matters.merge(tx, second.id, first.id, cast.zhou) == matter


async def test_a_letter_in_triage_goes_to_who_holds_the_one_it_is_merged_with(tx: Tx, cast: Cast) -> None:
    held = await write(tx, cast.wang, cast.li_member, LAMPS[0])
    waiting = await write(tx, cast.chen, None, LAMPS[1])
    await matters.merge(tx, waiting.id, held.id, cast.zhou)
    now = await letters.get(tx, waiting.id)
    assert now
    assert (now.member_id, now.is_in_triage) == (cast.li_member.id, False)
    with pytest.raises(LetterIsMerged):
        await triage.assign(tx, waiting.id, cast.zhou, cast.zhao_member.id)


async def test_letters_that_waited_with_the_leading_one_are_assigned_with_it(tx: Tx, cast: Cast) -> None:
    first, second, _ = await lamps(tx, cast)
    await matters.merge(tx, second.id, first.id, cast.zhou)
    with pytest.raises(LetterIsMerged):
        await triage.card(tx, second.id, cast.zhou)
    await triage.assign(tx, first.id, cast.zhou, cast.li_member.id)
    now = await letters.get(tx, second.id)
    assert now
    assert now.member_id == cast.li_member.id


async def test_a_member_sees_of_a_matter_the_letters_they_hold(tx: Tx, cast: Cast) -> None:
    mine = await write(tx, cast.wang, cast.li_member, LAMPS[0])
    others = await write(tx, cast.chen, cast.zhao_member, LAMPS[1])
    matter = await matters.merge(tx, others.id, mine.id, cast.zhou)
    seen = await matters.gathered(tx, matter.id, cast.li)
    assert ([letter.id for letter in seen.letters], seen.hidden) == ([mine.id], 1)
    await letter_course.hand_over(tx, mine.id, cast.li, Desk(cast.zhao_member.id))
    with pytest.raises(MatterNotFound):
        await matters.gathered(tx, matter.id, cast.li)
    assert await matters.newest(tx, cast.li) == []
    assert await matters.newest(tx, cast.zhao) == [(matter, 2)]
