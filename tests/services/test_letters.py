"""What is written in a letter reaches the other side, once, whole, and under the right name."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.letter_pieces import Attachment, LetterIsEmpty, LetterIsTooLong, Piece
from domain.letters import Desk, LetterIsClosed, LetterIsWithAnother, LetterNotFound, LetterState, NotYourLetter
from domain.people import Person, Role, Standing
from domain.settings import Mailbox
from services import letter_access, letter_course, letter_edits, letters
from services.letters import MemberDoesNotServe, NewLetter
from storage import letter_entries, people, relays
from storage import letters as stored
from storage.db import Db, Tx
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.letter_writing import (
    COMMITTEE,
    LIMITS,
    PHOTO,
    as_pieces,
    buttons,
    last_told,
    log_of,
    owed,
    receipt_of,
    told,
    write,
)


async def office_colleague(tx: Tx) -> Person:
    person_id = await people.add(tx, "孙洁", "zh", telegram_id=1101)
    await people.grant(tx, person_id, Role.OFFICE)
    return await people.get(tx, person_id)


# --- submitting -------------------------------------------------------------------------------------------------------


async def test_a_letter_gets_a_number_and_the_member_sees_it_whole(tx: Tx, cast: Cast) -> None:
    result = await receipt_of(tx, cast.wang, cast.li_member, "村口的路灯坏了。", Piece(attachment=PHOTO), "请修。")
    assert result.letter.number == "JJ-2026-000001"
    assert result.holder.is_reached
    text, photo = await told(tx, cast.li)
    assert text == "<b>来信 JJ-2026-000001</b> · 委员信箱\n村口的路灯坏了\n来信人：王秀英\n\n村口的路灯坏了。\n请修。"
    assert photo == "photo"
    assert buttons((await owed(tx, cast.li))[0]) == ["回复", "转交", "办结", "请来信人补充", "内部备注"]


async def test_numbers_run_on_in_a_year_and_begin_anew_in_the_next(db: Db, cast: Cast, clock: TestClock) -> None:
    numbers = []
    # 16:00 in UTC on New Year's Eve is midnight where the committee is.
    for now in (clock.now, datetime(2026, 12, 31, 15, 59, tzinfo=UTC), datetime(2026, 12, 31, 16, 0, tzinfo=UTC)):
        clock.now = now
        async with db.write() as tx:
            numbers.append((await write(tx, cast.wang, cast.li_member)).number)
    assert numbers == ["JJ-2026-000001", "JJ-2026-000002", "JJ-2027-000001"]


async def test_a_draft_submitted_twice_is_one_letter(tx: Tx, cast: Cast) -> None:
    first = await receipt_of(tx, cast.wang, cast.li_member, "路灯", draft_id=5)
    second = await receipt_of(tx, cast.wang, cast.li_member, "路灯", draft_id=5)
    assert first.letter == second.letter
    assert len(await told(tx, cast.li)) == 1


async def test_a_draft_s_letter_is_shown_to_its_writer_alone(tx: Tx, cast: Cast) -> None:
    first = await receipt_of(tx, cast.wang, cast.li_member, "路灯", draft_id=5)
    assert (await letters.submitted_before(tx, cast.wang, 5)) == first
    assert await letters.submitted_before(tx, cast.zhao, 5) is None


async def test_an_empty_letter_and_one_too_long_are_refused(tx: Tx, cast: Cast) -> None:
    with pytest.raises(LetterIsEmpty):
        await write(tx, cast.wang, cast.li_member, "  ")
    new = NewLetter(cast.li_member.id, False, as_pieces("路灯坏了"))
    with pytest.raises(LetterIsTooLong):
        await letters.submit(tx, cast.wang, new, Mailbox(max_letter_characters=3), COMMITTEE)


async def test_nobody_writes_to_a_member_who_has_left(tx: Tx, cast: Cast) -> None:
    await tx.run("UPDATE members SET left_on = :today WHERE id = :id", today=tx.now.date(), id=cast.li_member.id)
    with pytest.raises(MemberDoesNotServe):
        await write(tx, cast.wang, cast.li_member)


async def test_a_letter_to_the_office_goes_to_everyone_there(tx: Tx, cast: Cast) -> None:
    sun = await office_colleague(tx)
    result = await receipt_of(tx, cast.wang, None, "想反映路灯的事")
    assert result.holder.named.key == "the-office"
    assert "想反映路灯的事" in await last_told(tx, cast.zhou)
    assert "想反映路灯的事" in await last_told(tx, sun)
    assert await told(tx, cast.li) == []


async def test_a_long_letter_arrives_whole_with_the_buttons_under_its_end(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member, "一" * 3400, "二" * 3400)
    rows = await owed(tx, cast.li)
    first, second = await told(tx, cast.li)
    assert "一" * 3400 in first
    assert "二" * 3400 in second
    assert [bool(buttons(row)) for row in rows] == [False, True]
    assert {row["letter_id"] for row in rows} == {letter.id}


async def test_messages_of_the_writer_are_tied_to_the_letter(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member, Piece("路灯", chat_id=1001, message_id=7))
    shown = await relays.find(tx, 1001, 7)
    assert shown is not None
    assert shown["letter_id"] == letter.id


# --- a member out of reach --------------------------------------------------------------------------------------------


async def test_the_office_passes_on_what_a_member_who_has_not_joined_was_sent(tx: Tx, cast: Cast) -> None:
    person_id = await people.add(tx, "钱大爷", "zh")
    member = await people.member(tx, await people.add_member(tx, person_id, "工商界", "", Standing.REGULAR))
    result = await receipt_of(tx, cast.wang, member, "路灯坏了", Piece(attachment=PHOTO))
    assert not result.holder.is_reached
    assert result.letter.member_id == member.id
    notice, letter, photo = await told(tx, cast.zhou)
    assert "钱大爷委员尚未开通" in notice
    assert "路灯坏了" in letter
    assert photo == "photo"
    assert await log_of(tx, result.letter) == ["submitted", "passed-on"]


async def test_a_member_who_blocks_us_is_owed_the_letter_and_the_office_has_it_too(tx: Tx, cast: Cast) -> None:
    await people.set_blocked(tx, cast.li.id, blocked=True)
    result = await receipt_of(tx, cast.wang, cast.li_member, "路灯坏了")
    assert not result.holder.is_reached
    assert "路灯坏了" in await last_told(tx, cast.li)
    assert "路灯坏了" in await last_told(tx, cast.zhou)


# --- answering and going on -------------------------------------------------------------------------------------------


async def test_the_answer_reaches_the_writer_under_the_member_s_name(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    answered = await letters.answer(tx, letter.id, cast.li, as_pieces("明天去看", Piece(attachment=PHOTO)), LIMITS)
    assert answered.state is LetterState.ANSWERED
    answer, photo = await told(tx, cast.wang)
    assert "李建国委员回复了您的来信 JJ-2026-000001" in answer
    assert photo == "photo"
    assert buttons((await owed(tx, cast.wang))[0]) == ["继续说", "已解决"]
    assert await log_of(tx, letter) == ["submitted", "read", "answered"]


async def test_another_member_and_the_writer_cannot_answer(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    for person in (cast.zhao, cast.wang, cast.liu):
        with pytest.raises(NotYourLetter):
            await letters.answer(tx, letter.id, person, as_pieces("好"), LIMITS)
    with pytest.raises(LetterNotFound):
        await letters.answer(tx, 999, cast.li, as_pieces("好"), LIMITS)


async def test_the_office_may_answer_for_a_member_and_the_member_sees_it(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await letters.answer(tx, letter.id, cast.zhou, as_pieces("已电话告知委员"), LIMITS)
    assert "政协办公室回复了您的来信" in await last_told(tx, cast.wang)
    assert "政协办公室已回复来信" in await last_told(tx, cast.li)


async def test_when_one_of_the_office_answers_the_others_see_it(tx: Tx, cast: Cast) -> None:
    sun = await office_colleague(tx)
    letter = await write(tx, cast.wang, None)
    await letters.answer(tx, letter.id, sun, as_pieces("已转有关部门"), LIMITS)
    assert "已转有关部门" in await last_told(tx, cast.zhou)
    assert len(await told(tx, sun)) == 1


async def test_a_settled_letter_takes_no_answer(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await letter_course.settle(tx, letter.id, cast.li)
    with pytest.raises(LetterIsClosed):
        await letters.answer(tx, letter.id, cast.li, as_pieces("再说一句"), LIMITS)


async def test_the_writer_goes_on_and_nobody_else_can(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    result = await letters.follow_up(tx, letter.id, cast.wang, as_pieces("还有一盏也坏了"), LIMITS)
    assert not result.is_reopened
    assert "还有一盏也坏了" in await last_told(tx, cast.li)
    for person in (cast.li, cast.zhou, cast.zhao):
        with pytest.raises(LetterNotFound):
            await letters.follow_up(tx, letter.id, person, as_pieces("我也说"), LIMITS)


async def test_going_on_with_a_settled_letter_opens_it_again_and_says_so(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await letter_course.settle(tx, letter.id, cast.li)
    result = await letters.follow_up(tx, letter.id, cast.wang, as_pieces("又坏了"), LIMITS)
    assert result.is_reopened
    assert result.letter.state is LetterState.REOPENED
    assert "重新打开" in await last_told(tx, cast.li)
    assert await log_of(tx, letter) == ["submitted", "read", "settled", "reopened", "followed-up"]


async def test_later_pieces_of_an_album_go_the_same_way_without_a_word(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    first, second = (Attachment("photo", f"file-{n}", album="77") for n in (1, 2))
    await letters.answer(tx, letter.id, cast.li, [Piece("现场照片", first)], LIMITS)
    meant = await letter_access.meant_by(tx, cast.li, "77", None)
    assert meant is not None
    assert meant.is_album
    await letters.add_to_album(tx, cast.li, Piece(attachment=second))
    assert (await told(tx, cast.wang))[-1] == "photo photo"
    assert [len(entry.attachments) for entry in await letter_entries.of_letter(tx, letter.id)] == [0, 1, 1]


async def test_an_album_of_someone_else_is_not_joined(tx: Tx, cast: Cast) -> None:
    await write(tx, cast.wang, cast.li_member, Piece("照片", Attachment("photo", "file-1", album="77")))
    assert await letter_access.meant_by(tx, cast.li, "77", None) is None


# --- corrections ------------------------------------------------------------------------------------------------------


async def test_an_edited_message_is_shown_anew_as_a_reply_and_the_log_keeps_the_old_text(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member, Piece("路灯坏了", chat_id=1001, message_id=7))
    (entry,) = await letter_entries.of_letter(tx, letter.id)
    await relays.add(tx, 1002, [40], letter.id, entry.id)
    assert await letter_edits.edit(tx, cast.wang, Piece("两盏路灯坏了", chat_id=1001, message_id=7)) is not None
    row = (await owed(tx, cast.li))[-1]
    assert "来信 JJ-2026-000001 有修改。王秀英改为：\n\n两盏路灯坏了" in await last_told(tx, cast.li)
    assert row["content_json"]["replies_to"] == 40
    (entry,) = await letter_entries.of_letter(tx, letter.id)
    assert entry.text == "两盏路灯坏了"
    assert entry.edited_at == tx.now
    assert [each["details_json"].get("old") for each in await stored.events(tx, letter.id)] == [None, "路灯坏了"]


async def test_a_holder_s_edit_reaches_the_writer(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await letters.answer(tx, letter.id, cast.li, [Piece("周一去看", chat_id=1002, message_id=9)], LIMITS)
    await letter_edits.edit(tx, cast.li, Piece("周二去看", chat_id=1002, message_id=9))
    assert "李建国委员改为：\n\n周二去看" in await last_told(tx, cast.wang)


async def test_a_name_taken_out_of_the_first_sentence_leaves_the_topic_line(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member, Piece("我是王秀英。路灯坏了", chat_id=1001, message_id=7))
    assert letter.topic == "我是王秀英"
    await letter_edits.edit(tx, cast.wang, Piece("路灯坏了", chat_id=1001, message_id=7))
    edited = await stored.get(tx, letter.id)
    assert edited is not None
    assert edited.topic == "路灯坏了"


async def test_an_edit_that_changes_nothing_or_belongs_to_no_letter_tells_nobody(tx: Tx, cast: Cast) -> None:
    await write(tx, cast.wang, cast.li_member, Piece("路灯坏了", chat_id=1001, message_id=7))
    before = len(await told(tx, cast.li))
    assert await letter_edits.edit(tx, cast.wang, Piece("路灯坏了", chat_id=1001, message_id=7)) is None
    assert await letter_edits.edit(tx, cast.wang, Piece("别的话", chat_id=1001, message_id=8)) is None
    assert await letter_edits.edit(tx, cast.zhao, Piece("冒名", chat_id=1001, message_id=7)) is None
    assert len(await told(tx, cast.li)) == before


async def test_a_photo_exchanged_by_an_edit_is_sent_again(tx: Tx, cast: Cast) -> None:
    await write(tx, cast.wang, cast.li_member, Piece("看照片", PHOTO, 1001, 7))
    other = replace(PHOTO, file_id="file-2")
    await letter_edits.edit(tx, cast.wang, Piece("看照片", other, 1001, 7))
    assert (await owed(tx, cast.li))[-1]["content_json"]["media"] == [{"kind": "photo", "file_id": "file-2"}]


# --- which letter -----------------------------------------------------------------------------------------------------


async def test_a_member_who_held_a_letter_is_told_who_holds_it_now(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await letter_course.hand_over(tx, letter.id, cast.li, Desk(cast.zhao_member.id))
    with pytest.raises(LetterIsWithAnother) as refusal:
        await letters.answer(tx, letter.id, cast.li, as_pieces("好"), LIMITS)
    assert refusal.value.args_of_text["holder"].args == {"name": "赵明"}


async def test_a_letter_is_found_by_number_by_those_who_may_see_it(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    for person in (cast.wang, cast.li, cast.zhou):
        assert await letter_access.numbered(tx, "jj-2026-1", person, COMMITTEE) == letter
    for person in (cast.zhao, cast.liu, cast.chen):
        with pytest.raises(LetterNotFound):
            await letter_access.numbered(tx, "1", person, COMMITTEE)


async def test_a_reply_made_before_its_message_was_marked_as_sent_still_finds_the_letter(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    reply = letter_access.RepliedTo(1002, 50, f"来信 {letter.number} 路灯坏了")
    meant = await letter_access.meant_by(tx, cast.li, None, reply)
    assert meant is not None
    assert meant.letter_id == letter.id
    assert await letter_access.meant_by(tx, cast.li, None, replace(reply, text="您好")) is None


async def test_words_go_on_with_open_letters_once_one_is_answered(tx: Tx, cast: Cast) -> None:
    first, second = await write(tx, cast.wang, cast.li_member), await write(tx, cast.wang, cast.zhao_member)
    assert await letter_access.under_way(tx, cast.wang) == []
    answered = await letters.answer(tx, first.id, cast.li, as_pieces("好"), LIMITS)
    assert await letter_access.under_way(tx, cast.wang) == [second, answered]
    await letter_course.solved(tx, first.id, cast.wang)
    assert await letter_access.under_way(tx, cast.wang) == []
