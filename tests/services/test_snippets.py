"""Often-used answers: whose they are, and what they become for a letter."""

from datetime import date

import pytest

from domain.people import NotForYourRole
from domain.snippets import MOST, FieldIsUnknown, SnippetIsGone, TooManySnippets
from services import letter_access as access
from services import snippets
from storage.db import Tx
from tests.cast import Cast
from tests.services.letter_writing import COMMITTEE, TEXTS, write

DAY = date(2026, 3, 16)


async def test_ones_own_come_first_and_those_of_others_not_at_all(tx: Tx, cast: Cast) -> None:
    await snippets.add(tx, cast.zhou, "收到", "来信 {编号} 已收到。", is_shared=True)
    await snippets.add(tx, cast.li, "我的", "我去看看。", is_shared=False)
    await snippets.add(tx, cast.zhao, "赵的", "请等等。", is_shared=False)
    assert [each.title for each in await snippets.usable(tx, cast.li)] == ["我的", "收到"]
    (_, of_zhao) = await snippets.usable(tx, cast.li), (await snippets.usable(tx, cast.zhao))[0]
    with pytest.raises(SnippetIsGone):
        await snippets.one(tx, of_zhao.id, cast.li)


async def test_the_committees_are_changed_by_the_office_alone(tx: Tx, cast: Cast) -> None:
    await snippets.add(tx, cast.zhou, "收到", "已收到。", is_shared=True)
    (shared,) = await snippets.usable(tx, cast.li)
    with pytest.raises(NotForYourRole):
        await snippets.change(tx, shared.id, cast.li, "没收到")
    with pytest.raises(NotForYourRole):
        await snippets.add(tx, cast.li, "公用", "大家好", is_shared=True)
    assert (await snippets.change(tx, shared.id, cast.zhou, "来信已收到。")).text == "来信已收到。"
    await snippets.delete(tx, shared.id, cast.zhou)
    with pytest.raises(SnippetIsGone):
        await snippets.delete(tx, shared.id, cast.zhou)


async def test_who_answers_no_letters_has_none(tx: Tx, cast: Cast) -> None:
    for person in (cast.wang, cast.chen):
        with pytest.raises(NotForYourRole):
            await snippets.add(tx, person, "你好", "你好", is_shared=False)


async def test_an_unknown_field_is_refused_before_it_is_kept(tx: Tx, cast: Cast) -> None:
    with pytest.raises(FieldIsUnknown):
        await snippets.add(tx, cast.li, "你好", "{姓名}你好", is_shared=False)
    assert await snippets.usable(tx, cast.li) == []


async def test_there_is_an_end_to_them(tx: Tx, cast: Cast) -> None:
    for number in range(MOST):
        await snippets.add(tx, cast.li, f"第{number}条", "好", is_shared=False)
    with pytest.raises(TooManySnippets):
        await snippets.add(tx, cast.li, "再一条", "好", is_shared=False)


@pytest.mark.parametrize(("anonymous", "address"), [(False, "王秀英"), (True, "群众朋友")])
async def test_it_is_filled_in_for_the_letter_and_names_no_anonymous_writer(
    tx: Tx, cast: Cast, *, anonymous: bool, address: str
) -> None:
    letter = await write(tx, cast.wang, cast.li_member, "村口的路灯坏了", anonymous=anonymous)
    text = "{称呼}，您好！关于“{事由}”的来信 {编号}，{日期}已办。{政协}{委员}"
    await snippets.add(tx, cast.li, "已办", text, is_shared=False)
    (mine,) = await snippets.usable(tx, cast.li)
    who = await access.actor(tx, cast.li)
    assert await snippets.fill(tx, mine, letter, who, DAY, COMMITTEE, TEXTS) == (
        f"{address}，您好！关于“村口的路灯坏了”的来信 JJ-2026-000001，2026年3月16日已办。政协示例县委员会李建国委员"
    )
