"""A letter handed over, settled and judged: everyone concerned is told once, and nobody who is not may do it."""

import pytest

from domain.letter_pieces import Piece
from domain.letters import (
    OFFICE_DESK,
    AlreadyWithThem,
    Desk,
    Grade,
    LetterIsClosed,
    LetterIsNotSettled,
    LetterIsWithAnother,
    LetterNotFound,
    LetterState,
    NotYourLetter,
)
from domain.people import Role, Standing
from domain.short_words import WordsAreTooLong
from services import letter_course, letter_edits, letters
from services.letters import MemberDoesNotServe
from storage import people
from storage.db import Tx
from tests.cast import Cast
from tests.services.letter_writing import LIMITS, PHOTO, as_pieces, buttons, last_told, log_of, owed, told, write

# --- handing over -----------------------------------------------------------------------------------------------------


async def test_the_new_holder_gets_all_that_was_written_and_why(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member, "学校门口没有路灯。", Piece(attachment=PHOTO))
    await letters.answer(tx, letter.id, cast.li, as_pieces("这归教育界的委员"), LIMITS)
    result = await letter_course.hand_over(tx, letter.id, cast.li, Desk(cast.zhao_member.id), "他熟悉学校")
    opening, thread, photo = await told(tx, cast.zhao)
    assert "转自：李建国委员" in opening
    assert "原因：他熟悉学校" in opening
    assert "学校门口没有路灯。" in thread
    assert "这归教育界的委员" in thread
    assert photo == "photo"
    assert result.letter.state is LetterState.RECEIVED
    under = [buttons(row) for row in (await owed(tx, cast.zhao))[:2]]
    assert under == [[], ["回复", "转交", "办结", "请来信人补充", "内部备注"]]


async def test_the_writer_is_told_who_holds_the_letter_now(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await letter_course.hand_over(tx, letter.id, cast.li, Desk(cast.zhao_member.id))
    assert await last_told(tx, cast.wang) == "您的来信 JJ-2026-000001 已转交赵明委员办理。"
    assert "原因" not in (await told(tx, cast.zhao))[0]


async def test_a_letter_may_go_to_the_office_and_from_it_to_a_member(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await letter_course.hand_over(tx, letter.id, cast.li, OFFICE_DESK)
    assert "村口的路灯坏了" in await last_told(tx, cast.zhou)
    await letter_course.hand_over(tx, letter.id, cast.zhou, Desk(cast.zhao_member.id))
    assert "转自：政协办公室" in (await told(tx, cast.zhao))[0]
    assert await log_of(tx, letter) == ["submitted", "read", "handed-over", "read", "handed-over"]


async def test_a_member_from_whom_the_office_takes_a_letter_is_told(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await letter_course.hand_over(tx, letter.id, cast.zhou, Desk(cast.zhao_member.id))
    assert await last_told(tx, cast.li) == "来信 JJ-2026-000001 已转交赵明委员办理，您不用再处理。"


async def test_who_gave_a_letter_away_can_not_give_it_away_again(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await letter_course.hand_over(tx, letter.id, cast.li, Desk(cast.zhao_member.id))
    with pytest.raises(LetterIsWithAnother):
        await letter_course.hand_over(tx, letter.id, cast.li, OFFICE_DESK)


async def test_a_letter_is_not_handed_to_who_has_it_or_has_left(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    with pytest.raises(AlreadyWithThem) as refusal:
        await letter_course.hand_over(tx, letter.id, cast.li, Desk(cast.li_member.id))
    assert refusal.value.args_of_text["holder"].args == {"name": "李建国"}
    with pytest.raises(MemberDoesNotServe):
        await letter_course.hand_over(tx, letter.id, cast.li, Desk(999))


async def test_a_reason_of_a_page_is_refused(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    with pytest.raises(WordsAreTooLong) as refusal:
        await letter_course.hand_over(tx, letter.id, cast.li, OFFICE_DESK, "长" * 501)
    assert refusal.value.args_of_text == {"limit": 500, "length": 501}


async def test_handed_to_a_member_out_of_reach_it_goes_to_the_office_too(tx: Tx, cast: Cast) -> None:
    person_id = await people.add(tx, "钱大爷", "zh")
    member_id = await people.add_member(tx, person_id, "工商界", "", Standing.REGULAR)
    letter = await write(tx, cast.wang, cast.li_member)
    result = await letter_course.hand_over(tx, letter.id, cast.li, Desk(member_id))
    assert not result.holder.is_reached
    assert "委员尚未开通" in await last_told(tx, cast.wang)
    assert "村口的路灯坏了" in await last_told(tx, cast.zhou)


# --- settling ---------------------------------------------------------------------------------------------------------


async def test_the_writer_gets_the_closing_words_and_is_asked_whether_it_helped(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    settled = await letter_course.settle(tx, letter.id, cast.li, as_pieces("路灯已换新"))
    assert settled.settled_at == tx.now
    assert "李建国委员办结：\n\n路灯已换新\n\n这次办理对您有帮助吗？" in await last_told(tx, cast.wang)
    assert buttons((await owed(tx, cast.wang))[-1]) == ["有帮助", "有些帮助", "没有帮助", "继续说"]


async def test_a_letter_may_be_settled_without_a_word(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await letter_course.settle(tx, letter.id, cast.li)
    assert "已由李建国委员办结。\n\n这次办理" in await last_told(tx, cast.wang)


async def test_nothing_is_settled_twice(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await letter_course.settle(tx, letter.id, cast.li)
    with pytest.raises(LetterIsClosed):
        await letter_course.settle(tx, letter.id, cast.li)
    with pytest.raises(LetterIsClosed):
        await letter_course.solved(tx, letter.id, cast.wang)


async def test_only_holder_and_office_settle_and_only_the_writer_says_it_is_solved(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    for person in (cast.zhao, cast.wang, cast.chen):
        with pytest.raises(NotYourLetter):
            await letter_course.settle(tx, letter.id, person)
    for person in (cast.li, cast.zhou, cast.zhao):
        with pytest.raises(LetterNotFound):
            await letter_course.solved(tx, letter.id, person)


async def test_a_member_is_told_when_the_office_settles_their_letter(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await letter_course.settle(tx, letter.id, cast.zhou)
    assert await last_told(tx, cast.li) == "来信 JJ-2026-000001 已由政协办公室办结。"


async def test_the_holder_hears_that_it_is_solved(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await letter_course.solved(tx, letter.id, cast.wang)
    assert "王秀英表示来信 JJ-2026-000001 的事情已经解决" in await last_told(tx, cast.li)
    assert "这次办理对您有帮助吗？" in await last_told(tx, cast.wang)


# --- looking and judging ----------------------------------------------------------------------------------------------


async def test_the_holder_s_first_look_makes_it_read_and_the_office_s_does_not(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    by_office, _ = await letter_course.opened(tx, letter.id, cast.zhou)
    assert by_office.state is LetterState.RECEIVED
    by_holder, _ = await letter_course.opened(tx, letter.id, cast.li)
    assert by_holder.state is LetterState.READ
    await letter_course.look_at(tx, letter.id, cast.li)
    assert await log_of(tx, letter) == ["submitted", "read"]


async def test_a_grade_given_twice_is_told_once_and_changed_is_told_again(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await letter_course.settle(tx, letter.id, cast.li)
    before = len(await told(tx, cast.li))
    for given in (Grade.PARTLY, Grade.PARTLY, Grade.HELPED):
        await letter_course.grade(tx, letter.id, cast.wang, given)
    assert (await told(tx, cast.li))[before:] == [
        "王秀英对来信 JJ-2026-000001 的评价：有些帮助",
        "王秀英对来信 JJ-2026-000001 的评价：有帮助",
    ]


async def test_only_the_writer_judges_and_only_what_is_settled(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    with pytest.raises(LetterIsNotSettled):
        await letter_course.grade(tx, letter.id, cast.wang, Grade.HELPED)
    for person in (cast.li, cast.zhou, cast.zhao):
        with pytest.raises(LetterNotFound):
            await letter_course.grade(tx, letter.id, person, Grade.HELPED)


async def test_a_sentence_beside_the_grade_is_kept_and_passed_on(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await letter_course.settle(tx, letter.id, cast.li)
    await letter_course.grade(tx, letter.id, cast.wang, Grade.HELPED)
    judged = await letter_course.add_words(tx, letter.id, cast.wang, "  多谢  ")
    assert judged.helped_words == "多谢"
    assert "多谢" in await last_told(tx, cast.li)
    with pytest.raises(WordsAreTooLong):
        await letter_course.add_words(tx, letter.id, cast.wang, "谢" * 501)


# --- the promise ------------------------------------------------------------------------------------------------------


async def test_the_name_of_an_anonymous_writer_is_in_nothing_that_anyone_else_is_sent(tx: Tx, cast: Cast) -> None:
    """Everything that can happen to a letter happens to this one."""
    sun = await people.add(tx, "孙洁", "zh", telegram_id=1101)
    await people.grant(tx, sun, Role.OFFICE)
    first = Piece("路灯坏了", chat_id=1001, message_id=7)
    letter = await write(tx, cast.wang, cast.li_member, first, Piece(attachment=PHOTO), anonymous=True)
    await letters.answer(tx, letter.id, cast.li, as_pieces("好"), LIMITS)
    await letters.follow_up(tx, letter.id, cast.wang, as_pieces("还没修"), LIMITS)
    await letter_edits.edit(tx, cast.wang, Piece("两盏路灯坏了", chat_id=1001, message_id=7))
    await letter_course.hand_over(tx, letter.id, cast.li, OFFICE_DESK, "请协助")
    await letters.answer(tx, letter.id, cast.zhou, as_pieces("已转"), LIMITS)
    await people.set_blocked(tx, cast.zhao.id, blocked=True)
    await letter_course.hand_over(tx, letter.id, cast.zhou, Desk(cast.zhao_member.id))
    await letters.follow_up(tx, letter.id, cast.wang, as_pieces("催一下"), LIMITS)
    await letter_course.settle(tx, letter.id, cast.zhao, as_pieces("修好"))
    await letters.follow_up(tx, letter.id, cast.wang, as_pieces("又坏"), LIMITS)
    await letter_course.solved(tx, letter.id, cast.wang)
    await letter_course.grade(tx, letter.id, cast.wang, Grade.NOT)
    await letter_course.add_words(tx, letter.id, cast.wang, "太慢")
    rows = await tx.all("SELECT content_json FROM outbox WHERE person_id <> :writer", writer=cast.wang.id)
    assert len(rows) > 15
    for row in rows:
        assert "王秀英" not in str(row["content_json"])
        assert "1001" not in str(row["content_json"])
