"""Answers that the office looks at before they go out: the writer sees the final one alone."""

import pytest

from domain.answer_reviews import AnswerIsDecided, AnswerNotFound, DraftState, is_wanted
from domain.letter_pieces import Attachment, Piece
from domain.letters import Actor, Desk, Letter, LetterIsClosed, LetterIsWithAnother, LetterState
from domain.people import NotForYourRole
from domain.settings import Mailbox
from services import answer_reviews as reviews
from services import letters
from services.letter_course import hand_over, settle
from storage import answer_drafts
from storage import letters as stored
from storage.db import Tx
from tests.cast import Cast
from tests.services.letter_writing import LIMITS, told, write

ALWAYS, ASKED = Mailbox(review_answers="always"), Mailbox(review_answers="on request")


async def submitted(tx: Tx, cast: Cast, text: str = "三天内修好") -> tuple[Letter, int]:
    letter = await write(tx, cast.wang, cast.li_member)
    await reviews.submit(tx, letter.id, cast.li, [Piece(text, chat_id=1002, message_id=5)], LIMITS)
    (draft,) = await answer_drafts.waiting_of_letter(tx, letter.id)
    return letter, draft.id


async def test_it_is_wanted_where_the_committee_wants_it(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    li, office = Actor(cast.li, cast.li_member), Actor(cast.zhou)
    assert [is_wanted(box, letter, li, asked=False) for box in (LIMITS, ASKED, ALWAYS)] == [False, False, True]
    assert [is_wanted(box, letter, li, asked=True) for box in (LIMITS, ASKED, ALWAYS)] == [False, True, True]
    assert not is_wanted(ALWAYS, letter, office, asked=True)


async def test_the_writer_sees_nothing_until_the_office_agrees(tx: Tx, cast: Cast) -> None:
    letter, draft_id = await submitted(tx, cast)
    assert await told(tx, cast.wang) == []
    assert "李建国委员拟答复：\n\n三天内修好" in (await told(tx, cast.zhou))[-1]
    assert letter.number not in (await told(tx, cast.zhou))[-1]
    assert await reviews.approve(tx, draft_id, cast.zhou, LIMITS) is None
    (answer,) = await told(tx, cast.wang)
    assert "李建国委员回复了您的来信" in answer
    now = await stored.get(tx, letter.id)
    assert now is not None
    assert now.state is LetterState.ANSWERED


async def test_a_question_goes_out_as_one(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await reviews.submit(tx, letter.id, cast.li, [Piece("是哪一盏？")], LIMITS, asks=True)
    assert "李建国委员拟请来信人补充：\n\n是哪一盏？" in (await told(tx, cast.zhou))[-1]
    (draft,) = await answer_drafts.waiting_of_letter(tx, letter.id)
    await reviews.approve(tx, draft.id, cast.zhou, LIMITS)
    assert "想请您补充" in (await told(tx, cast.wang))[-1]
    now = await stored.get(tx, letter.id)
    assert now is not None
    assert now.state is LetterState.WAITING


async def test_what_is_returned_is_kept_and_offered_again(tx: Tx, cast: Cast) -> None:
    _, draft_id = await submitted(tx, cast)
    await reviews.send_back(tx, draft_id, cast.zhou, "请写明哪一天")
    back = (await told(tx, cast.li))[-1]
    assert "意见：请写明哪一天" in back
    assert "三天内修好" in back
    assert (await reviews.returned(tx, draft_id, cast.li)).pieces[0].text == "三天内修好"
    assert await told(tx, cast.wang) == []
    with pytest.raises(AnswerNotFound):
        await reviews.returned(tx, draft_id, cast.zhao)


async def test_the_office_puts_it_in_other_words_and_what_is_attached_stays(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    first, second = (Piece(text, Attachment("photo", text or "b", album="9")) for text in ("现场", ""))
    await reviews.submit(tx, letter.id, cast.li, [first], LIMITS)
    assert await reviews.add_to_album(tx, cast.li, second)
    assert not await reviews.add_to_album(tx, cast.li, Piece("", Attachment("photo", "c", album="10")))
    (draft,) = await answer_drafts.waiting_of_letter(tx, letter.id)
    await reviews.reword(tx, draft.id, cast.zhou, "现场照片如下", LIMITS)
    await reviews.approve(tx, draft.id, cast.zhou, LIMITS)
    assert (await told(tx, cast.wang))[-1] == "photo photo"
    assert "现场照片如下" in (await told(tx, cast.wang))[0]
    assert "现场照片如下" in (await told(tx, cast.li))[-1]


async def test_an_edit_of_its_author_changes_what_waits(tx: Tx, cast: Cast) -> None:
    _, draft_id = await submitted(tx, cast)
    assert await reviews.edit(tx, cast.li, Piece("两天内修好", chat_id=1002, message_id=5), LIMITS)
    assert "两天内修好" in (await told(tx, cast.zhou))[-1]
    await reviews.approve(tx, draft_id, cast.zhou, LIMITS)
    assert "两天内修好" in (await told(tx, cast.wang))[-1]
    assert not await reviews.edit(tx, cast.li, Piece("一天", chat_id=1002, message_id=5), LIMITS)


async def test_a_letter_handed_over_or_settled_gives_its_author_the_words_back(tx: Tx, cast: Cast) -> None:
    letter, draft_id = await submitted(tx, cast)
    await hand_over(tx, letter.id, cast.zhou, Desk(cast.zhao_member.id))
    assert "您待审的答复没有发出" in (await told(tx, cast.li))[-1]
    with pytest.raises(AnswerIsDecided):
        await reviews.approve(tx, draft_id, cast.zhou, LIMITS)
    other, other_id = await submitted(tx, cast, "明天修")
    await settle(tx, other.id, cast.zhou)
    dropped = await answer_drafts.get(tx, other_id)
    assert dropped is not None
    assert dropped.state is DraftState.DROPPED
    assert not [words for words in await told(tx, cast.wang) if "三天内" in words or "明天修" in words]


async def test_what_slipped_past_is_found_out_when_it_would_go_out(tx: Tx, cast: Cast) -> None:
    letter, draft_id = await submitted(tx, cast)
    await tx.run("UPDATE letters SET member_id = :other WHERE id = :id", other=cast.zhao_member.id, id=letter.id)
    assert await reviews.approve(tx, draft_id, cast.zhou, LIMITS) is not None
    assert "三天内修好" in (await told(tx, cast.li))[-1]
    assert await told(tx, cast.wang) == []


async def test_of_two_who_decide_the_second_reads_what_became_of_it(tx: Tx, cast: Cast) -> None:
    _, draft_id = await submitted(tx, cast)
    await reviews.approve(tx, draft_id, cast.zhou, LIMITS)
    for act in (reviews.approve(tx, draft_id, cast.zhou, LIMITS), reviews.send_back(tx, draft_id, cast.zhou, "不行")):
        with pytest.raises(AnswerIsDecided):
            await act
    assert len(await told(tx, cast.wang)) == 1


async def test_who_may_not_decide_or_submit(tx: Tx, cast: Cast) -> None:
    letter, draft_id = await submitted(tx, cast)
    with pytest.raises(NotForYourRole):
        await reviews.approve(tx, draft_id, cast.li, LIMITS)
    with pytest.raises(reviews.ReturnWantsAReason):
        await reviews.send_back(tx, draft_id, cast.zhou, " ")
    await hand_over(tx, letter.id, cast.li, Desk(cast.zhao_member.id))
    with pytest.raises(LetterIsWithAnother):
        await reviews.submit(tx, letter.id, cast.li, [Piece("再说一句")], LIMITS)
    await letters.answer(tx, letter.id, cast.zhao, [Piece("好")], LIMITS)
    await settle(tx, letter.id, cast.zhao)
    with pytest.raises(LetterIsClosed):
        await reviews.submit(tx, letter.id, cast.zhao, [Piece("再说一句")], LIMITS)
