"""/search in the chat: in one line or asked for, page by page, and each result opens its letter."""

import pytest

from storage.db import Db
from tests.cast import Cast
from tests.conftest import TestClock
from tests.handlers.desk import Desk, Said
from tests.services.letter_writing import write


@pytest.fixture
def li(db: Db, cast: Cast) -> Desk:
    return Desk(db, cast.li)


async def one(desk: Desk, line: str) -> Said:
    """The answer; letters that arrived before it are no answer."""
    return (await desk.say(line))[-1]


async def fill(db: Db, cast: Cast, count: int) -> None:
    async with db.write() as tx:
        for n in range(count):
            await write(tx, cast.wang, cast.li_member, f"第{n}盏路灯坏了")


async def test_one_line_finds_letters_and_a_press_opens_one(db: Db, cast: Cast, li: Desk) -> None:
    await fill(db, cast, 1)
    said = await one(li, "/search 路灯 已送达 3月")
    assert said.text.startswith("<b>查找：路灯 已送达 3月</b>")
    assert "第0盏<b>路灯</b>坏了（王秀英）" in said.text
    ((label, data),) = said.buttons.items()
    assert label == "JJ-2026-000001 第0盏路灯坏了"
    _, (course,) = await li.press(data)
    assert "<b>来信 JJ-2026-000001</b>" in course.text


@pytest.mark.parametrize("word", ["查找", "搜索"])
async def test_it_has_chinese_words(word: str, db: Db, cast: Cast, li: Desk) -> None:
    await fill(db, cast, 1)
    said = await one(li, f"{word} 路灯")
    assert "第0盏" in said.text


async def test_without_words_they_are_asked_for_and_a_refused_line_is_asked_for_again(
    db: Db, cast: Cast, li: Desk
) -> None:
    await fill(db, cast, 1)
    asked = await one(li, "/search")
    assert "您想找哪封来信" in asked.text
    assert set(asked.buttons) == {"取消"}
    for line, sentence in (("👍", "没有看到可以查找的字词"), ("路" * 101, "不超过 100 字"), ("2月30日", "2月30日")):
        said = await one(li, line)
        assert sentence in said.text
        assert await li.dialogue() is not None
    said = await one(li, "路灯")
    assert "第0盏" in said.text
    assert await li.dialogue() is None


async def test_the_question_can_be_cancelled(li: Desk) -> None:
    asked = await one(li, "/search")
    await li.press(asked.buttons["取消"])
    assert await li.dialogue() is None


async def test_nothing_found_is_one_sentence_with_what_to_try(li: Desk) -> None:
    said = await one(li, "/search 路灯 已回复")
    assert "没有找到。可以换个说法" in said.text
    assert set(said.buttons) == {"重新查找"}
    _, (asked,) = await li.press(said.buttons["重新查找"])
    assert "您想找哪封来信" in asked.text


async def test_pages_are_turned_in_the_message_itself(db: Db, cast: Cast, li: Desk) -> None:
    await fill(db, cast, 8)
    first = await one(li, "/search 路灯")
    assert [f"第{n}盏" in first.text for n in (7, 2, 1)] == [True, True, False]
    _, (second,) = await li.press(first.buttons["更早的"])
    assert [f"第{n}盏" in second.text for n in (2, 1, 0)] == [False, True, True]
    assert "更早的" not in second.buttons
    _, (again,) = await li.press(second.buttons["回到最新"])
    assert again.text == first.text


async def test_another_s_search_and_a_forgotten_one_say_so(db: Db, cast: Cast, li: Desk, clock: TestClock) -> None:
    await fill(db, cast, 8)
    said = await one(li, "/search 路灯")
    data = said.buttons["更早的"]
    for who in (cast.wang, cast.zhou):
        toast, shown = await Desk(db, who).press(data)
        assert "重新查找" in toast
        assert shown == []
    async with db.write() as tx:
        await tx.run("DELETE FROM searches")
    toast, _ = await li.press(data)
    assert "重新查找" in toast


async def test_marks_of_html_are_shown_as_typed(db: Db, cast: Cast, li: Desk) -> None:
    async with db.write() as tx:
        await write(tx, cast.wang, cast.li_member, "<b>路灯</b>坏了")
    said = await one(li, "/search <b>路灯")
    assert "<b>查找：&lt;b&gt;路灯</b>" in said.text
    assert "<b>&lt;b&gt;路灯</b>&lt;/b&gt;坏了" in said.text


async def test_english_words_for_states_and_the_unsettled(db: Db, cast: Cast, li: Desk) -> None:
    await fill(db, cast, 1)
    for line in ("delivered", "Delivered 路灯", "unsettled", "未办结"):
        said = await one(li, f"/search {line}")
        assert "JJ-2026-000001" in said.text, line
    for line in ("settled", "已办结"):
        said = await one(li, f"/search {line}")
        assert "没有找到" in said.text, line


async def test_a_search_in_the_middle_of_a_letter_leaves_it_where_it_was(db: Db, cast: Cast) -> None:
    wang = Desk(db, cast.wang)
    await wang.say("/write 李建国")
    before = await wang.dialogue()
    await wang.say("/search 路灯")
    assert await wang.dialogue() == before
