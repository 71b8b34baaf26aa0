"""What a writer may do beside writing: ask for news, withdraw; and what becomes of words long after the end."""

import pytest

from domain.answer_reviews import AnswerIsDecided
from domain.letter_kinds import LetterKind
from domain.letters import (
    OFFICE_DESK,
    Desk,
    LetterIsClosed,
    LetterIsNotSettled,
    LetterNotFound,
    LetterState,
    LetterWaitsForYou,
    LetterWasWithdrawn,
    NotYourLetter,
    Outcome,
    UrgedAlready,
)
from services import answer_reviews, letter_course, letter_links, letter_views, letter_wishes, letters, triage
from storage import answer_drafts
from storage.db import Db, Tx
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.letter_writing import COMMITTEE, LIMITS, TEXTS, as_pieces, buttons, last_told, owed, told, write

# --- 催一下 -----------------------------------------------------------------------------------------------------------


async def test_a_writer_asks_for_news_once_a_week(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        letter = await write(tx, cast.wang, cast.li_member)
        await letter_wishes.urge(tx, letter.id, cast.wang)
        assert "王秀英在等您的消息" in await last_told(tx, cast.li)
    clock.move(days=6, hours=23)
    async with db.write() as tx:
        with pytest.raises(UrgedAlready):
            await letter_wishes.urge(tx, letter.id, cast.wang)
    clock.move(hours=1)
    async with db.write() as tx:
        await letter_wishes.urge(tx, letter.id, cast.wang)


async def test_nobody_urges_what_is_over_waits_for_them_or_is_not_theirs(tx: Tx, cast: Cast) -> None:
    asked, settled = await write(tx, cast.wang, cast.li_member), await write(tx, cast.wang, cast.li_member)
    await letters.answer(tx, asked.id, cast.li, as_pieces("哪一盏？"), LIMITS, asks=True)
    await letter_course.settle(tx, settled.id, cast.li)
    with pytest.raises(LetterWaitsForYou):
        await letter_wishes.urge(tx, asked.id, cast.wang)
    with pytest.raises(LetterIsClosed):
        await letter_wishes.urge(tx, settled.id, cast.wang)
    with pytest.raises(LetterNotFound):
        await letter_wishes.urge(tx, asked.id, cast.li)


# --- waiting for the writer -------------------------------------------------------------------------------------------


async def test_who_is_asked_reads_the_question_and_their_words_bring_it_on(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    waiting = await letters.answer(tx, letter.id, cast.li, as_pieces("是哪一盏？"), LIMITS, asks=True)
    assert (waiting.state, waiting.waiting_since_at, waiting.owed_since_at) == (LetterState.WAITING, None, None)
    assert await last_told(tx, cast.wang) == "<b>李建国委员想请您补充（来信 JJ-2026-000001）</b>\n\n是哪一盏？"
    result = await letters.follow_up(tx, letter.id, cast.wang, as_pieces("第三盏"), LIMITS)
    assert (result.letter.state, result.letter.owed_since_at) == (LetterState.RECEIVED, tx.now)


# --- withdrawn --------------------------------------------------------------------------------------------------------


async def test_a_letter_withdrawn_is_over_until_its_writer_goes_on(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member, anonymous=True)
    with pytest.raises(LetterNotFound):
        await letter_wishes.withdraw(tx, letter.id, cast.li)
    withdrawn = await letter_wishes.withdraw(tx, letter.id, cast.wang)
    assert (withdrawn.state, withdrawn.settled_at) == (LetterState.WITHDRAWN, tx.now)
    assert await last_told(tx, cast.li) == "匿名群众撤回了来信 JJ-2026-000001，不用再办理。"
    for act in (
        letters.answer(tx, letter.id, cast.li, as_pieces("好"), LIMITS),
        letter_course.settle(tx, letter.id, cast.li),
        letter_course.hand_over(tx, letter.id, cast.li, OFFICE_DESK),
        letter_wishes.withdraw(tx, letter.id, cast.wang),
    ):
        with pytest.raises(LetterWasWithdrawn):
            await act
    again = await letters.follow_up(tx, letter.id, cast.wang, as_pieces("还是请办"), LIMITS)
    assert again.letter.state is LetterState.REOPENED


async def test_an_answer_that_waits_for_the_office_does_not_go_out_after_a_withdrawal(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await answer_reviews.submit(tx, letter.id, cast.li, as_pieces("明天修"), LIMITS)
    (draft,) = await answer_drafts.waiting_of_letter(tx, letter.id)
    await letter_wishes.withdraw(tx, letter.id, cast.wang)
    assert any("您待审的答复没有发出" in each for each in await told(tx, cast.li))
    with pytest.raises(AnswerIsDecided):
        await answer_reviews.approve(tx, draft.id, cast.zhou, LIMITS)


async def test_what_is_settled_can_not_be_withdrawn(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await letter_course.settle(tx, letter.id, cast.li)
    with pytest.raises(LetterIsClosed):
        await letter_wishes.check_may_withdraw(tx, letter.id, cast.wang)


# --- what came of it --------------------------------------------------------------------------------------------------


async def test_the_writer_reads_what_came_of_it(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    settled = await letter_course.settle(tx, letter.id, cast.li, outcome=Outcome.PARTLY)
    assert settled.outcome is Outcome.PARTLY
    assert "办结（部分解决）。" in await last_told(tx, cast.wang)
    course = await letter_views.course(tx, settled, cast.wang)
    assert "已办结（部分解决）" in TEXTS.render("zh", course.messages[0])


async def test_it_may_be_said_after_the_end_and_is_told_once(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    with pytest.raises(LetterIsNotSettled):
        await letter_course.say_outcome(tx, letter.id, cast.li, Outcome.SOLVED)
    await letter_course.settle(tx, letter.id, cast.li, as_pieces("已换"))
    before = len(await told(tx, cast.wang))
    for _ in range(2):
        await letter_course.say_outcome(tx, letter.id, cast.li, Outcome.SOLVED)
    assert (await told(tx, cast.wang))[before:] == ["来信 JJ-2026-000001 的办理结果：已解决。"]
    with pytest.raises(NotYourLetter):
        await letter_course.say_outcome(tx, letter.id, cast.zhao, Outcome.PARTLY)


# --- going on after the end -------------------------------------------------------------------------------------------


async def go_on(tx: Tx, cast: Cast, letter_id: int, words: str = "又坏了") -> letters.Receipt:
    return await letter_links.go_on(tx, letter_id, cast.wang, as_pieces(words), LIMITS, COMMITTEE)


async def test_soon_after_the_end_the_letter_is_opened_again(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        letter = await write(tx, cast.wang, cast.li_member)
        await letter_course.settle(tx, letter.id, cast.li, outcome=Outcome.SOLVED)
    clock.move(days=LIMITS.reopen_within_days)
    async with db.write() as tx:
        result = await go_on(tx, cast, letter.id)
    assert (result.letter.id, result.letter.state, result.letter.outcome) == (letter.id, LetterState.REOPENED, None)
    assert result.letter.opened_at == clock.now


async def test_long_after_the_end_a_new_letter_begins_and_both_show_the_link(
    db: Db, cast: Cast, clock: TestClock
) -> None:
    async with db.write() as tx:
        letter = await write(tx, cast.wang, cast.li_member, anonymous=True)
        await letter_course.settle(tx, letter.id, cast.li)
    clock.move(days=LIMITS.reopen_within_days, seconds=1)
    async with db.write() as tx:
        result = await go_on(tx, cast, letter.id)
        new = result.letter
        assert (new.number, new.follows_id, new.desk, new.is_anonymous) == (
            "JJ-2026-000002",
            letter.id,
            Desk(cast.li_member.id),
            True,
        )
        assert "来信 JJ-2026-000002 接续来信 JJ-2026-000001" in "".join((await told(tx, cast.li))[-2:])
        assert "回复" in buttons((await owed(tx, cast.li))[-1])
        old, _ = await letter_course.opened(tx, letter.id, cast.wang)
        assert old.state is LetterState.SETTLED
        seen = [TEXTS.plain("zh", (await letter_views.course(tx, each, cast.wang)).messages[0]) for each in (old, new)]
        assert "续写为新来信 JJ-2026-000002" in seen[0]
        assert "接续来信 JJ-2026-000001" in seen[1]
        assert not [row for row in await owed(tx, cast.li) if "王秀英" in str(row["content_json"])]


async def test_the_new_letter_is_held_for_the_same_words_as_any_other(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        letter = await write(tx, cast.wang, cast.li_member)
        await letter_course.settle(tx, letter.id, cast.li)
    clock.move(days=LIMITS.reopen_within_days, seconds=1)
    watchful = LIMITS.model_copy(update={"held_words": ("骗子",)})
    async with db.write() as tx:
        before = len(await owed(tx, cast.li))
        result = await letter_links.go_on(tx, letter.id, cast.wang, as_pieces("都是骗子"), watchful, COMMITTEE)
        assert (result.is_held, result.letter.desk, result.letter.is_in_triage) == (True, OFFICE_DESK, True)
        assert len(await owed(tx, cast.li)) == before
        released = await triage.release(tx, result.letter.id, cast.zhou)
        assert released.letter.desk == Desk(cast.li_member.id)


async def test_the_new_letter_to_a_department_goes_there(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        letter = await write(tx, cast.wang, cast.li_member)
        await letter_course.hand_over(tx, letter.id, cast.li, Desk(unit_id=cast.department.id))
        await letter_course.settle(tx, letter.id, cast.liu)
    clock.move(days=LIMITS.reopen_within_days, seconds=1)
    async with db.write() as tx:
        result = await go_on(tx, cast, letter.id)
        assert (result.letter.desk, result.letter.kind) == (Desk(unit_id=cast.department.id), LetterKind.MEMBER)


async def test_the_new_letter_goes_to_triage_where_the_member_has_left(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        letter = await write(tx, cast.wang, cast.li_member)
        await letter_course.settle(tx, letter.id, cast.li)
        await tx.run("UPDATE members SET left_on = :day WHERE id = :id", day=tx.now.date(), id=cast.li_member.id)
    clock.move(days=100)
    async with db.write() as tx:
        result = await go_on(tx, cast, letter.id)
    assert (result.letter.desk, result.letter.is_in_triage) == (OFFICE_DESK, True)
