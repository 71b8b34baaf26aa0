"""Someone answers a letter that was just taken away: it is said what has happened, and their words stay at hand."""

from collections.abc import Awaitable, Callable

import pytest

from domain.letters import Desk as LetterDesk
from domain.letters import EventKind, Letter
from services import letter_course, letter_wishes, tasks, triage
from storage import assignments, letters, relays
from storage.db import Db, Tx
from tests.cast import Cast
from tests.handlers.desk import Desk, Said
from tests.services.brief_making import assigned
from tests.services.letter_writing import write

Way = Callable[[Tx, Cast, Letter], Awaitable[object]]


async def hand_over(tx: Tx, cast: Cast, letter: Letter) -> object:
    return await letter_course.hand_over(tx, letter.id, cast.zhou, LetterDesk(cast.zhao_member.id))


async def settle(tx: Tx, cast: Cast, letter: Letter) -> object:
    return await letter_course.settle(tx, letter.id, cast.zhou)


async def withdraw(tx: Tx, cast: Cast, letter: Letter) -> object:
    return await letter_wishes.withdraw(tx, letter.id, cast.wang)


async def solve(tx: Tx, cast: Cast, letter: Letter) -> object:
    return await letter_course.solved(tx, letter.id, cast.wang)


SHOWN = {"message_id": 77, "date": 1, "chat": {"id": 1002, "type": "private"}, "text": "…"}
"""The letter in the member's chat."""

WAYS = [
    pytest.param(hand_over, "已转交赵明委员办理", id="handed over"),
    pytest.param(settle, "已经办结", id="settled"),
    pytest.param(solve, "已经办结", id="solved"),
    pytest.param(withdraw, "已由来信人撤回", id="withdrawn"),
]


@pytest.fixture
def li(db: Db, cast: Cast) -> Desk:
    return Desk(db, cast.li)


async def taken(db: Db, cast: Cast, letter: Letter, way: Way) -> None:
    async with db.write() as tx:
        await way(tx, cast, letter)


def last(said: list[Said]) -> Said:
    return said[-1]


@pytest.mark.parametrize("by_reply", [False, True], ids=["after 回复", "by a reply"])
@pytest.mark.parametrize(("way", "happened"), WAYS)
async def test_the_words_stay_at_hand_for_another_letter(
    db: Db, cast: Cast, li: Desk, way: Way, happened: str, by_reply: bool
) -> None:
    async with db.write() as tx:
        letter, other = [await write(tx, cast.wang, cast.li_member, words) for words in ("路灯坏了。", "井盖丢了。")]
        await relays.add(tx, 1002, [77], letter.id, None)
    if not by_reply:
        await li.press(f"letter-answer:{letter.id}")
    await taken(db, cast, letter, way)
    shown = {"reply_to_message": SHOWN} if by_reply else {}
    said = last(await li.say("明天派人去看", **shown))
    assert happened in said.text
    assert "明天派人去看" in said.text
    assert [label for label in said.buttons if other.number in label]
    assert not [label for label in said.buttons if letter.number in label]
    button = next(data for label, data in said.buttons.items() if other.number in label)
    offered = last((await li.press(button))[1])
    assert "明天派人去看" in offered.text
    await li.press(offered.buttons["发送"])
    async with db.read() as tx:
        texts = await tx.all("SELECT letter_id, text FROM letter_entries WHERE side = 'holder'")
    assert [(each["letter_id"], each["text"]) for each in texts] == [(other.id, "明天派人去看")]
    assert await li.dialogue() is None


async def test_where_there_is_no_other_letter_the_words_are_shown_again(db: Db, cast: Cast, li: Desk) -> None:
    async with db.write() as tx:
        letter = await write(tx, cast.wang, cast.li_member)
    await li.press(f"letter-settle:{letter.id}")
    await taken(db, cast, letter, hand_over)
    said = last(await li.say("已经修好"))
    assert "赵明委员" in said.text
    assert "已经修好" in said.text
    assert list(said.buttons) == ["不用了"]
    again = last(await li.say("请放心"))
    assert "已经修好\n请放心" in again.text
    await li.press(said.buttons["不用了"])
    assert await li.dialogue() is None


async def test_a_letter_in_triage_that_was_given_away_meanwhile_keeps_the_office_s_words(db: Db, cast: Cast) -> None:
    zhou = Desk(db, cast.zhou)
    async with db.write() as tx:
        letter = await write(tx, cast.wang, None)
    await zhou.press(f"letter-answer:{letter.id}")
    async with db.write() as tx:
        await triage.assign(tx, letter.id, cast.zhou, cast.li_member.id)
        await letter_course.settle(tx, letter.id, cast.li)
    said = last(await zhou.say("已转市政"))
    assert "已转市政" in said.text
    assert "已经办结" in said.text


async def test_a_reason_for_handing_over_stays_at_hand_for_another_letter(db: Db, cast: Cast, li: Desk) -> None:
    async with db.write() as tx:
        letter, other = [await write(tx, cast.wang, cast.li_member, words) for words in ("路灯坏了。", "井盖丢了。")]
    whom = last((await li.press(f"letter-hand-over:{letter.id}"))[1])
    await li.press(whom.buttons["转给政协办公室"])
    await taken(db, cast, letter, hand_over)
    said = last(await li.say("不在我的片区"))
    assert "已转交赵明委员办理" in said.text
    assert "不在我的片区" in said.text
    (button,) = [data for label, data in said.buttons.items() if other.number in label]
    whom = last((await li.press(button))[1])
    why = last((await li.press(whom.buttons["转给政协办公室"]))[1])
    assert "转交原因：不在我的片区" in why.text
    await li.press(why.buttons["提交"])
    async with db.read() as tx:
        (event,) = [each for each in await letters.events(tx, other.id) if each["kind"] == EventKind.HANDED_OVER]
        reasons = [each["text"] for each in await tx.all("SELECT text FROM letter_entries") if each["text"]]
    assert event["details_json"]["reason"] == "不在我的片区"
    assert "不在我的片区" not in reasons
    assert await li.dialogue() is None


async def test_a_reason_for_giving_back_is_shown_again(db: Db, cast: Cast) -> None:
    liu = Desk(db, cast.liu)
    async with db.write() as tx:
        letter, other = [await write(tx, cast.wang, cast.li_member) for _ in range(2)]
        for each in (letter, other):
            await letter_course.hand_over(tx, each.id, cast.li, LetterDesk(unit_id=cast.department.id))
    await liu.press(f"letter-hand-back:{letter.id}")
    await taken(db, cast, letter, settle)
    said = last(await liu.say("属于城管"))
    assert "已经办结" in said.text
    assert "属于城管" in said.text
    assert list(said.buttons) == ["不用了"]


async def test_a_member_who_just_writes_is_asked_which_letter_it_answers(db: Db, cast: Cast, li: Desk) -> None:
    assert "请问要办什么" in last(await li.say("明天上午我去现场看看")).text
    async with db.write() as tx:
        letter = await write(tx, cast.wang, cast.li_member)
    assert "请问要办什么" in last(await li.say("在吗")).text
    asked = last(await li.say("明天上午我去现场看看"))
    (button,) = [data for label, data in asked.buttons.items() if letter.number in label]
    offered = last((await li.press(button))[1])
    assert "明天上午我去现场看看" in offered.text
    await li.press(offered.buttons["发送"])
    async with db.read() as tx:
        assert await tx.value("SELECT COUNT(*) FROM letter_entries WHERE side = 'holder'") == 1


async def test_a_department_that_just_writes_is_asked_whether_it_answers_its_task(db: Db, cast: Cast) -> None:
    liu = Desk(db, cast.liu)
    assert "请问要办什么" in last(await liu.say("路灯今天已经修好")).text
    async with db.write() as tx:
        _, task = await assigned(tx, cast)
    assert "请问要办什么" in last(await liu.say("在吗")).text
    asked = last(await liu.say("路灯今天已经修好"))
    assert "路灯今天已经修好" in asked.text
    assert "这是对交办件“城北村村口路灯”的答复吗" in asked.text
    assert list(asked.buttons) == ["答复", "不用了"]
    # A photo that comes after goes with it.
    asked = last(await liu.say(photo=[{"file_id": "fixed", "file_unique_id": "u", "width": 9, "height": 9}]))
    shown = last((await liu.press(asked.buttons["答复"]))[1])
    assert "路灯今天已经修好" in shown.text
    assert "已收到附件 1 个" in shown.text
    assert "已交政协办公室审核" in last((await liu.press(shown.buttons["提交"]))[1]).text
    toast, _ = await liu.press(asked.buttons["答复"])
    assert toast
    async with db.read() as tx:
        answered = await assignments.get(tx, task.id)
    assert answered is not None
    assert answered.answer == "路灯今天已经修好"
    assert await liu.dialogue() is None


async def test_who_did_not_mean_the_task_says_so_and_nothing_goes_out(db: Db, cast: Cast) -> None:
    liu = Desk(db, cast.liu)
    async with db.write() as tx:
        _, task = await assigned(tx, cast)
    asked = last(await liu.say("明天的会几点开始"))
    await liu.press(asked.buttons["不用了"])
    async with db.read() as tx:
        waits = await assignments.get(tx, task.id)
    assert waits is not None
    assert waits.waits
    assert await liu.dialogue() is None


async def test_of_letters_and_tasks_the_department_chooses_one(db: Db, cast: Cast) -> None:
    liu = Desk(db, cast.liu)
    async with db.write() as tx:
        letter = await write(tx, cast.wang, cast.li_member)
        await letter_course.hand_over(tx, letter.id, cast.li, LetterDesk(unit_id=cast.department.id))
        _, task = await assigned(tx, cast)
    asked = last(await liu.say("路灯今天已经修好"))
    assert "要答复哪一件" in asked.text
    (of_letter, of_task, no) = asked.buttons
    assert letter.number in of_letter
    assert (of_task, no) == ("交办：城北村村口路灯", "不用了")
    # Another of the department was faster: it is said, and the words are still there for the letter.
    async with db.write() as tx:
        await tasks.answer(tx, task.id, cast.liu, "修好了")
    toast, said = await liu.press(asked.buttons[of_task])
    assert "已经答复，等办公室审核" in "".join([toast, *(each.text for each in said)])
    offered = last((await liu.press(asked.buttons[of_letter]))[1])
    assert "路灯今天已经修好" in offered.text
    assert "发送" in offered.buttons
