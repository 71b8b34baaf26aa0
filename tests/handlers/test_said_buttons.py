"""Who types a button's words has pressed it."""

import pytest

from domain.letters import Letter
from services import letter_course
from storage.db import Db
from tests.cast import Cast
from tests.handlers.desk import Desk
from tests.services.letter_writing import write


@pytest.fixture
def wang(db: Db, cast: Cast) -> Desk:
    return Desk(db, cast.wang)


@pytest.fixture
async def letter(db: Db, cast: Cast) -> Letter:
    async with db.write() as tx:
        return await write(tx, cast.wang, cast.li_member)


async def entries(db: Db) -> list[str]:
    async with db.read() as tx:
        return [row["text"] for row in await tx.all("SELECT text FROM letter_entries ORDER BY id")]


@pytest.mark.parametrize(
    ("signed", "done", "submit"),
    [("匿名", "完成", "提交"), ("匿名吧。", "提交", "发送！"), ("实名", "好了", "确认")],
)
async def test_a_letter_is_written_without_a_press(wang: Desk, db: Db, signed: str, done: str, submit: str) -> None:
    for said in ("/write 李建国", signed, "村口的路灯坏了", done):
        (preview,) = await wang.say(said)
    assert "请核对" in preview.text
    assert ("署名：匿名" in preview.text) is (signed != "实名")
    (submitted,) = await wang.say(submit)
    assert "SL-2026-000001" in submitted.text
    assert await entries(db) == ["村口的路灯坏了"]


async def test_words_that_are_no_button_s_go_into_the_letter(wang: Desk) -> None:
    for said in ("/write 李建国", "实名", "完成不了的工程", "提交了三次没人管"):
        (kept,) = await wang.say(said)
    assert "共 2 条" in kept.text


async def test_what_cannot_be_done_yet_is_said_and_the_question_asked_again(wang: Desk) -> None:
    for said in ("/write 李建国", "实名", "完成"):
        (refused,) = await wang.say(said)
    assert "还没有内容" in refused.text
    assert "完成" in refused.buttons


async def test_a_letter_is_chosen_and_given_up_by_words(wang: Desk, letter: Letter) -> None:
    await wang.say("还有一盏也坏了")
    (whom,) = await wang.say("写一封新的信")
    assert "您的话已经记下" in whom.text
    (sure,) = await wang.say("不写了")
    assert "要放弃" in sure.text


async def test_a_member_settles_with_the_words_of_a_button(db: Db, cast: Cast, letter: Letter) -> None:
    li = Desk(db, cast.li)
    await li.press(f"letter-settle:{letter.id}")
    (settled, *_) = await li.say("已解决")
    assert "已办结（已解决）" in settled.text


async def test_a_button_of_the_menu_works_by_its_words(wang: Desk) -> None:
    (question,) = await wang.say("写信给委员")
    assert "您想写给哪位委员" in question.text


@pytest.mark.parametrize(
    ("said", "answer"), [("催一下", "已替您催办"), ("已解决了", "已办结"), ("撤回来信", "确定要撤回")]
)
async def test_a_button_under_the_one_open_letter_works_by_its_words(
    wang: Desk, letter: Letter, said: str, answer: str
) -> None:
    (answered, *_) = await wang.say(said)
    assert answer in answered.text
    assert letter.number in answered.text


async def test_with_several_letters_open_their_list_is_shown(wang: Desk, letter: Letter, db: Db, cast: Cast) -> None:
    async with db.write() as tx:
        other = await write(tx, cast.wang, cast.zhao_member)
    (listed,) = await wang.say("催一下")
    assert letter.number in listed.text
    assert other.number in listed.text


async def test_who_types_that_it_helped_has_judged(wang: Desk, letter: Letter, db: Db, cast: Cast) -> None:
    async with db.write() as tx:
        await letter_course.settle(tx, letter.id, cast.li)
    *_, asked = await wang.say("没有帮助")
    assert "哪里没有办好" in asked.text
