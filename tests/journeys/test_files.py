"""Files of every way in are looked into before they are passed on, and large ones are refused when they are sent."""

import pytest
from telegram import Update

from domain.file_kinds import FileTooLarge
from handlers.diary import file_in
from handlers.letter_pieces import piece_of
from handlers.visit_words import evidence_in
from tests import updates
from tests.bot.test_cleaning import pdf
from tests.bridge import Bridge
from tests.cast import NOW
from tests.no_network import bot_without_network
from tests.town import WANG

PROGRAM = b"MZ\x90\x00 This program cannot be run in DOS mode."


async def test_a_program_in_a_signed_letter_stays_behind_and_both_sides_hear_it(bridge: Bridge) -> None:
    wang, li = bridge.wang, bridge.li
    await wang.say("/write 李建国")
    await wang.sees("您想怎样署名")
    await wang.press("实名")
    await wang.sees("请把要说的话发过来")
    await wang.say("村口的路灯坏了。")
    await wang.sees("已记下")
    await wang.send("document", file=PROGRAM, filename="路灯.pdf")
    await wang.sees("已记下")
    await wang.send("document", file=pdf(), filename="平面图.pdf")
    await wang.sees("已记下")
    await wang.press("完成")
    await wang.sees("请核对")
    await wang.press("提交")
    await wang.sees("已提交")
    await li.sees("村口的路灯坏了")
    got = await li.sees(lambda message: "document" in message.raw)
    assert got.raw["document"]["file_name"] == "平面图.pdf"
    await li.sees("有 1 个文件没有转交")
    await wang.sees("您发来的文件中有 1 个没有转交")
    # Shown again, it stays behind again; its writer is told once.
    await li.say("/letter 1")
    await li.press("查看附件")
    await li.sees("有 1 个文件没有转交")
    await wang.quiet()


async def test_a_program_in_a_diary_is_not_given_back_as_a_document(bridge: Bridge) -> None:
    li = bridge.li
    await li.say("日记")
    await li.sees("日记")
    await li.press("✍️ 写日记")
    await li.sees("请写今天的日记")
    await li.say("看了水渠")
    await li.sees("可以接着写")
    await li.send("document", file=PROGRAM, filename="水渠.jpg")
    await li.sees("照片、录音 1 份")
    await li.press("完成")
    await li.sees("只有您自己能看")
    await li.press("看照片、录音")
    await li.sees("有 1 个文件没有转交")


def test_every_way_in_refuses_what_is_too_large() -> None:
    document = updates.document()["document"] | {"file_size": 21 << 20}
    large = updates.new(WANG, 1, {"document": document}, NOW)
    update = Update.de_json({"update_id": 1} | large, bot_without_network())
    with pytest.raises(FileTooLarge):
        piece_of(update)
    with pytest.raises(FileTooLarge):
        file_in(update.message)
    with pytest.raises(FileTooLarge):
        evidence_in(update.message)
