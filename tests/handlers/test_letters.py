"""Letters in the chat: lists, one letter's course, replies; what is not one's own stays closed."""

import pytest

from domain.letters import Letter
from services import letter_course, letter_wishes
from storage import people
from storage.db import Db
from tests.cast import Cast
from tests.handlers.desk import Desk, Said
from tests.services.letter_writing import write


@pytest.fixture
async def letter(db: Db, cast: Cast) -> Letter:
    async with db.write() as tx:
        return await write(tx, cast.wang, cast.li_member)


@pytest.fixture
def wang(db: Db, cast: Cast) -> Desk:
    return Desk(db, cast.wang)


@pytest.fixture
def li(db: Db, cast: Cast) -> Desk:
    return Desk(db, cast.li)


@pytest.fixture
def zhou(db: Db, cast: Cast) -> Desk:
    return Desk(db, cast.zhou)


def last(said: list[Said]) -> Said:
    return said[-1]


HOLDERS_BUTTONS = ("letter-answer", "letter-hand-over", "letter-settle")


async def test_a_letter_is_shown_by_its_number_to_its_writer(wang: Desk, letter: Letter) -> None:
    said = last(await wang.say(f"/letter {letter.number.lower()}"))
    assert "状态：已送达" in said.text
    assert set(said.buttons) == {"继续说", "已解决", "催一下", "撤回来信"}


async def test_a_wrong_number_gets_one_sentence(wang: Desk, letter: Letter) -> None:
    assert "编号的样子是" in last(await wang.say("/letter 路灯")).text
    assert "没有找到这封来信" in last(await wang.say("/letter 99")).text


async def test_another_s_letter_is_not_found_by_number_or_button(db: Db, cast: Cast, letter: Letter) -> None:
    zhao = Desk(db, cast.zhao)
    assert "没有找到这封来信" in last(await zhao.say(f"/letter {letter.number}")).text
    for route in ("letter-open", "letter-files", "letter-go-on", "letter-solved", "letter-grade"):
        toast, said = await zhao.press(f"{route}:{letter.id}:helped")
        assert "没有找到这封来信" in toast
        assert said == []
    for route in HOLDERS_BUTTONS:
        toast, _ = await zhao.press(f"{route}:{letter.id}")
        assert "不由您办理" in toast


async def test_a_constituent_has_no_holder_s_buttons(wang: Desk, letter: Letter) -> None:
    for route in HOLDERS_BUTTONS:
        toast, _ = await wang.press(f"{route}:{letter.id}")
        assert "不对您的身份开放" in toast


async def test_a_member_s_inbox_is_theirs_and_the_office_has_its_own(li: Desk, zhou: Desk, letter: Letter) -> None:
    assert letter.number in last(await li.say("/inbox")).text
    assert "没有待办" in last(await zhou.say("/inbox")).text
    toast, _ = await li.press("inbox-page:office:0")
    assert "不对您的身份开放" in toast


async def test_a_sticker_in_reply_is_refused_and_the_question_stays(li: Desk, letter: Letter) -> None:
    await li.press(f"letter-answer:{letter.id}")
    sticker = {"file_id": "s", "file_unique_id": "s", "width": 9, "height": 9, "type": "regular"}
    said = await li.say(sticker=sticker | {"is_animated": False, "is_video": False})
    assert "放不进信里" in last(said).text
    assert "答复已发给王秀英" in last(await li.say("明天去看")).text


async def test_a_reply_to_the_letter_answers_the_open_question_too(db: Db, li: Desk, letter: Letter) -> None:
    await li.press(f"letter-answer:{letter.id}")
    async with db.write() as tx:
        await tx.run("INSERT INTO relays (chat_id, message_id, letter_id) VALUES (1002, 900, :id)", id=letter.id)
    shown = {"message_id": 900, "date": 1, "chat": {"id": 1002, "type": "private"}, "text": "来信"}
    assert "答复已发给" in last(await li.say("明天去看", reply_to_message=shown)).text
    assert await li.dialogue() is None


async def test_a_grade_that_is_none_is_refused(wang: Desk, letter: Letter) -> None:
    toast, _ = await wang.press(f"letter-grade:{letter.id}:great")
    assert "这一步" in toast
    toast, _ = await wang.press(f"letter-grade:{letter.id}:helped")
    assert "还没有办结" in toast


async def test_solved_pressed_twice_is_said_once(wang: Desk, letter: Letter) -> None:
    _, said = await wang.press(f"letter-solved:{letter.id}")
    assert "有帮助" in last(said).buttons
    toast, said = await wang.press(f"letter-solved:{letter.id}")
    assert "已经办结" in toast
    assert said == []


async def test_hand_over_offers_a_choice_and_names_nobody_it_does_not_find(li: Desk, letter: Letter) -> None:
    await li.press(f"letter-hand-over:{letter.id}")
    assert "没有找到“诸葛”" in last(await li.say("诸葛")).text
    assert "赵明（教育界）" in last(await li.say("赵朋")).buttons
    assert "将转交赵明委员" in last(await li.say("赵明")).text
    assert "请不超过 500 字" in last(await li.say("长" * 501)).text
    assert "已转交赵明委员" in last(await li.say("他熟悉学校")).text


async def test_whom_it_did_not_help_is_shown_the_way_on(db: Db, cast: Cast) -> None:
    async with db.write() as tx:
        letter = await write(tx, cast.wang, cast.li_member)
        await letter_course.settle(tx, letter.id, cast.li)
    wang = Desk(db, cast.wang)
    _, (*_, asked) = await wang.press(f"letter-grade:{letter.id}:not")
    (answered, *_) = await wang.say("还是没修好")
    assert "哪里没有办好" in asked.text
    assert "很抱歉" in answered.text
    _, (question,) = await wang.press(answered.buttons["继续说"])
    assert letter.number in question.text


@pytest.mark.parametrize("route", ["letter-urge", "letter-withdraw", "letter-withdraw-yes", "letter-solved"])
async def test_a_letter_that_is_over_is_not_called_somebody_else_s_to_its_writer(
    db: Db, cast: Cast, route: str
) -> None:
    wang = Desk(db, cast.wang)
    async with db.write() as tx:
        settled, withdrawn = [await write(tx, cast.wang, cast.li_member) for _ in range(2)]
        await letter_course.settle(tx, settled.id, cast.li)
        await letter_wishes.withdraw(tx, withdrawn.id, cast.wang)
    assert "还没办好的" in (await wang.press(f"{route}:{settled.id}"))[0]
    assert "您已经撤回来信" in (await wang.press(f"{route}:{withdrawn.id}"))[0]


async def test_an_answer_to_who_is_away_from_the_bot_is_said_to_wait(db: Db, cast: Cast) -> None:
    async with db.write() as tx:
        letter = await write(tx, cast.wang, cast.li_member)
        await people.set_blocked(tx, cast.wang.id, blocked=True)
    li = Desk(db, cast.li)
    await li.press(f"letter-answer:{letter.id}")
    (said,) = await li.say("明天去看")
    assert "暂时停用了本服务" in said.text


async def test_a_unit_is_found_by_a_part_of_its_name_and_who_holds_the_letter_is_no_choice(
    li: Desk, letter: Letter
) -> None:
    await li.press(f"letter-hand-over:{letter.id}")
    (refused,) = await li.say("李建国")
    assert "现在就由李建国委员办理" in refused.text
    assert "转给单位或部门" in refused.buttons
    (why,) = await li.say("市政")
    assert "将转交市政管理局" in why.text
