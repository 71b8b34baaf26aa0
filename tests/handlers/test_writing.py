"""/write, step by step: nothing typed is lost, nothing goes out twice, and old buttons do no harm."""

from dataclasses import replace
from typing import Any

import pytest

from domain.settings import Mailbox
from handlers.context import House
from storage.db import Db
from tests.cast import Cast
from tests.handlers.desk import Desk, Said

PHOTO: dict[str, Any] = {"photo": [{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}]}
CARD: dict[str, Any] = {"contact": {"phone_number": "13800000001", "first_name": "王秀英"}}


class NarrowDesk(Desk):
    """In a house whose mailbox takes little."""

    @property
    def house(self) -> House:
        return replace(super().house, mailbox=Mailbox(max_letter_characters=6, max_attachments=2))


@pytest.fixture
def wang(db: Db, cast: Cast) -> Desk:
    return Desk(db, cast.wang)


async def pressed(desk: Desk, said: Said, label: str) -> list[Said]:
    _, answer = await desk.press(said.buttons[label])
    return answer


async def to_text(desk: Desk, signed: str = "实名") -> Said:
    """Up to the words; the prompt for them."""
    (question,) = await desk.say("/write 李建国")
    (prompt,) = await pressed(desk, question, signed)
    return prompt


async def letters_in(db: Db) -> list[dict[str, object]]:
    async with db.read() as tx:
        return await tx.all("SELECT number, is_anonymous, member_id, topic FROM letters ORDER BY id")


async def test_a_letter_takes_text_photo_and_place_and_counts_them(wang: Desk) -> None:
    await to_text(wang)
    await wang.say("路灯坏了")
    await wang.say(caption="就是这盏", **PHOTO)
    (kept,) = await wang.say(location={"latitude": 32.0, "longitude": 120.25})
    assert "共 3 条" in kept.text
    (preview,) = await pressed(wang, kept, "完成")
    assert "附件：2 个" in preview.text
    assert "路灯坏了\n就是这盏" in preview.text


async def test_submit_pressed_twice_says_the_same_number(wang: Desk, db: Db) -> None:
    await to_text(wang)
    (kept,) = await wang.say("路灯坏了")
    (preview,) = await pressed(wang, kept, "完成")
    (done,) = await pressed(wang, preview, "提交")
    assert "SL-2026-000001" in done.text
    toast, said = await wang.press(preview.buttons["提交"])
    assert "SL-2026-000001" in toast
    assert said == []
    assert len(await letters_in(db)) == 1


async def test_another_person_s_submit_button_submits_nothing(wang: Desk, db: Db, cast: Cast) -> None:
    await to_text(wang)
    (kept,) = await wang.say("路灯坏了")
    (preview,) = await pressed(wang, kept, "完成")
    toast, _ = await Desk(db, cast.zhao).press(preview.buttons["提交"])
    assert "这一步" in toast
    assert await letters_in(db) == []


async def test_an_old_preview_is_shown_anew_before_anything_goes_out(wang: Desk, db: Db) -> None:
    await to_text(wang)
    (kept,) = await wang.say("路灯坏了")
    (preview,) = await pressed(wang, kept, "完成")
    await wang.say("还有一盏")
    (again,) = await pressed(wang, preview, "提交")
    assert "还有一盏" in again.text
    assert await letters_in(db) == []
    await pressed(wang, again, "提交")
    assert len(await letters_in(db)) == 1


async def test_an_empty_letter_does_not_get_to_its_preview(wang: Desk) -> None:
    prompt = await to_text(wang)
    toast, _ = await wang.press(prompt.buttons["完成"])
    assert "还没有内容" in toast


async def test_what_is_too_long_is_refused_and_what_was_before_stays(db: Db, cast: Cast) -> None:
    wang = NarrowDesk(db, cast.wang)
    await to_text(wang)
    await wang.say("路灯坏了")
    (refused,) = await wang.say("还有一盏")
    assert "最多 6 字" in refused.text
    (kept,) = await wang.say("急")
    assert "共 2 条" in kept.text


async def test_an_album_that_is_too_large_is_refused_once(db: Db, cast: Cast) -> None:
    wang = NarrowDesk(db, cast.wang)
    await to_text(wang)
    answers = [await wang.say(media_group_id="7", **PHOTO) for _ in range(5)]
    assert [len(answer) for answer in answers] == [1, 0, 1, 0, 0]
    assert "最多 2 个附件" in answers[2][0].text


async def test_words_before_the_signature_are_kept(wang: Desk) -> None:
    await wang.say("/write 李建国")
    (question,) = await wang.say("路灯坏了")
    assert "这一条已经记下" in question.text
    (kept,) = await pressed(wang, question, "匿名")
    assert "共 1 条" in kept.text


async def test_the_letter_itself_may_follow_the_name_in_one_line(wang: Desk) -> None:
    (question,) = await wang.say("/write 李建国 村口的路灯坏了")
    (kept,) = await pressed(wang, question, "实名")
    (preview,) = await pressed(wang, kept, "完成")
    assert "村口的路灯坏了" in preview.text


async def test_the_signature_may_be_changed_while_the_words_are_written(wang: Desk, db: Db) -> None:
    (question,) = await wang.say("/write 李建国")
    await pressed(wang, question, "实名")
    await pressed(wang, question, "匿名")
    (kept,) = await wang.say("路灯坏了")
    (preview,) = await pressed(wang, kept, "完成")
    assert "署名：匿名" in preview.text
    toast, _ = await wang.press(question.buttons["实名"])
    assert "这一步" in toast


async def test_a_contact_card_can_not_give_an_anonymous_writer_away(wang: Desk) -> None:
    await to_text(wang, "匿名")
    (refused,) = await wang.say(**CARD)
    assert "放不进信里" in refused.text


async def test_a_long_text_where_a_member_is_asked_for_is_kept_for_the_letter(wang: Desk) -> None:
    await wang.say("/write")
    (question,) = await wang.say("村口的路灯坏了。" * 8)
    assert "您的话已经记下" in question.text


async def test_nobody_is_found_and_nothing_is_lost(wang: Desk) -> None:
    (none,) = await wang.say("/write 诸葛")
    assert "没有找到“诸葛”" in none.text
    assert "交给政协办公室代转" in none.buttons
    (question,) = await wang.say("赵明")
    assert "写给：赵明委员" in question.text


async def test_a_button_of_a_cancelled_letter_is_known_as_old(wang: Desk) -> None:
    prompt = await to_text(wang)
    await pressed(wang, prompt, "取消")
    toast, _ = await wang.press(prompt.buttons["完成"])
    assert "这一步" in toast


@pytest.mark.parametrize(
    "data", ["write-to:999", "write-to", "write-submit", "write-submit:abc", "write-to:²", "letter-open:"]
)
async def test_forged_buttons_get_one_sentence(wang: Desk, data: str) -> None:
    toast, said = await wang.press(data)
    assert toast
    assert said == []


@pytest.mark.parametrize("named", ["李建国委员", "写给李建国", "李委员", "李建国，", "找李建国同志"])
async def test_a_member_is_found_however_they_are_addressed(wang: Desk, named: str) -> None:
    await wang.say("/write")
    (question,) = await wang.say(named)
    assert "写给：李建国委员" in question.text


async def test_who_writes_on_where_a_member_is_asked_for_loses_nothing(wang: Desk) -> None:
    await wang.say("村口的路灯坏了快两个月了")
    await wang.say("村里报了两次，没人来修")
    (kept,) = await wang.say("物业不管")
    assert "共 3 条" in kept.text
    (question,) = await wang.say("李建国委员")
    (prompt,) = await pressed(wang, question, "实名")
    (preview,) = await pressed(wang, prompt, "完成")
    assert "村口的路灯坏了快两个月了\n村里报了两次，没人来修\n物业不管" in preview.text


async def test_words_after_a_name_are_kept_and_a_name_within_words_is_offered(wang: Desk) -> None:
    await wang.say("/write")
    (question,) = await wang.say("李建国委员，村口路灯坏了")
    assert "写给：李建国委员" in question.text
    (prompt,) = await pressed(wang, question, "实名")
    assert "共 1 条" in prompt.text
    await wang.say("/cancel")
    await wang.press(f"drop:{prompt.buttons['完成'].split(':')[1]}")
    (kept,) = await wang.say("想请赵明委员看看学校门口的路")
    assert "您的话已经记下" in kept.text
    assert any("赵明" in label for label in kept.buttons)


async def test_what_was_taken_for_a_name_can_be_words_of_the_letter(wang: Desk) -> None:
    await wang.say("/write")
    (none,) = await wang.say("高压线")
    assert {"按界别找", "按镇街找"} <= set(none.buttons)
    (kept,) = await pressed(wang, none, "不是姓名，是信里的话")
    assert "共 1 条" in kept.text
    toast, _ = await wang.press(none.buttons["不是姓名，是信里的话"])
    assert "这一步" in toast


async def test_a_member_s_name_alone_begins_a_letter_to_them(wang: Desk) -> None:
    (question,) = await wang.say("李建国委员")
    assert "写给：李建国委员" in question.text


@pytest.mark.parametrize(
    ("said", "answer"),
    [("在吗", "写信给委员"), ("谢谢", "不客气"), ("我要投诉", "您想写给哪位委员"), ("我的来信", "还没有写过信")],
)
async def test_small_talk_is_answered_and_is_no_letter(wang: Desk, said: str, answer: str) -> None:
    (answered,) = await wang.say(said)
    assert answer in answered.text


async def test_small_talk_while_a_member_is_asked_for_does_not_get_into_the_letter(wang: Desk) -> None:
    await wang.say("村口的路灯坏了")
    for said in ("在吗", "谢谢"):
        (question,) = await wang.say(said)
        assert "共 1 条" in question.text


async def test_words_that_came_with_the_command_go_into_the_half_written_letter(wang: Desk) -> None:
    await to_text(wang)
    await wang.say("路灯坏了")
    (half,) = await wang.say("/suggest 建议多装几盏")
    (kept,) = await pressed(wang, half, "继续写")
    assert "共 2 条" in kept.text


async def test_cancel_beside_submit_asks_before_it_throws_words_away(wang: Desk) -> None:
    await to_text(wang)
    (kept,) = await wang.say("路灯坏了")
    (preview,) = await pressed(wang, kept, "完成")
    (sure,) = await pressed(wang, preview, "取消")
    assert "要放弃" in sure.text
    said = await pressed(wang, sure, "继续")
    assert "路灯坏了" in said[-1].text
    (sure,) = await pressed(wang, said[-1], "取消")
    await pressed(wang, sure, "放弃")
    assert await wang.dialogue() is None


async def test_more_words_before_anybody_has_answered_are_asked_about(wang: Desk, db: Db) -> None:
    await to_text(wang)
    (kept,) = await wang.say("路灯坏了")
    (preview,) = await pressed(wang, kept, "完成")
    await pressed(wang, preview, "提交")
    (question,) = await wang.say("在卫生院那个路口")
    assert "还是写一封新的信" in question.text
    (letter,) = [label for label in question.buttons if "SL-2026-000001" in label]
    await pressed(wang, question, letter)
    async with db.read() as tx:
        assert await tx.value("SELECT COUNT(*) FROM letter_entries") == 2
    (question,) = await wang.say("还有一件别的事")
    (whom,) = await pressed(wang, question, "写一封新的信")
    assert "您的话已经记下（共 1 条）" in whom.text


async def test_a_submitted_letter_has_its_next_steps_under_it(wang: Desk) -> None:
    await to_text(wang)
    (kept,) = await wang.say("路灯坏了")
    (preview,) = await pressed(wang, kept, "完成")
    (done,) = await pressed(wang, preview, "提交")
    assert set(done.buttons) == {"继续说", "📂 我的来信"}


async def test_who_writes_anonymously_is_told_beforehand_what_can_not_go_with_it(wang: Desk) -> None:
    prompt = await to_text(wang, "匿名")
    assert "语音、视频会让人认出您" in prompt.text
    assert "语音" in (await to_text(wang)).text
