"""The lists and the whole course of a letter, as each side sees them."""

from zoneinfo import ZoneInfo

from domain.letter_pieces import PART_CHARACTERS, Piece
from domain.letters import OFFICE_DESK, Desk, Grade, Letter
from domain.people import Person
from services import letter_course, letter_views, letters
from services.letter_views import PAGE
from storage.db import Db, Tx
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.letter_writing import LIMITS, PHOTO, TEXTS, as_pieces, write

SHANGHAI = ZoneInfo("Asia/Shanghai")


async def course_of(tx: Tx, letter: Letter, viewer: Person) -> str:
    seen = await letter_views.course(tx, letter, viewer)
    return "\n".join(TEXTS.plain("zh", message) for message in seen.messages)


async def test_the_course_tells_every_event_and_every_word_with_its_moment(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member, "路灯坏了", Piece(attachment=PHOTO))
    await letters.answer(tx, letter.id, cast.li, as_pieces("请赵委员看看"), LIMITS)
    await letter_course.hand_over(tx, letter.id, cast.li, Desk(cast.zhao_member.id), "他住得近")
    await letters.follow_up(tx, letter.id, cast.wang, as_pieces("谢谢"), LIMITS)
    await letter_course.settle(tx, letter.id, cast.zhao, as_pieces("已修好"))
    await letter_course.grade(tx, letter.id, cast.wang, Grade.HELPED)
    settled = await letter_course.add_words(tx, letter.id, cast.wang, "很快")
    said = await course_of(tx, settled, cast.zhao)
    for line in (
        "状态：已办结",
        "2026年3月16日 10:00 王秀英写给李建国委员",
        "李建国委员已阅",
        "李建国委员已回复",
        "由李建国委员转交赵明委员。原因：他住得近",
        "王秀英补充了内容",
        "赵明委员办结",
        "王秀英又写道：很快",
        "请赵委员看看",
        "（附件 1 个）",
        "已修好",
    ):
        assert line in said


async def test_the_writer_reads_the_course_as_theirs(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    assert "来信人：您" in await course_of(tx, letter, cast.wang)


async def test_an_anonymous_writer_has_no_name_in_the_course(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member, anonymous=True)
    for viewer in (cast.li, cast.zhou):
        said = await course_of(tx, letter, viewer)
        assert "匿名群众" in said
        assert "王秀英" not in said


async def test_a_long_course_comes_in_messages_that_telegram_takes(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member, *["很长的一句话。" * 200] * 5)
    seen = await letter_views.course(tx, letter, cast.li)
    lengths = [len(TEXTS.plain("zh", message)) for message in seen.messages]
    assert len(lengths) > 1
    assert max(lengths) <= PART_CHARACTERS + 200


async def test_ones_letters_are_listed_newest_first_in_pages(tx: Tx, cast: Cast) -> None:
    written = [await write(tx, cast.wang, cast.li_member) for _ in range(PAGE + 1)]
    await write(tx, cast.zhao, cast.li_member)
    first = await letter_views.written_by(tx, cast.wang, SHANGHAI)
    assert first.letters == written[:0:-1]
    assert first.next == written[1].id
    second = await letter_views.written_by(tx, cast.wang, SHANGHAI, first.next)
    assert (second.letters, second.next) == (written[:1], None)


async def test_a_member_s_open_letters_come_oldest_first_with_the_days_waited(
    db: Db, cast: Cast, clock: TestClock
) -> None:
    async with db.write() as tx:
        oldest = await write(tx, cast.wang, cast.li_member)
    clock.move(days=3)
    async with db.write() as tx:
        newest = await write(tx, cast.wang, cast.li_member)
        settled = await write(tx, cast.wang, cast.li_member)
        await letter_course.settle(tx, settled.id, cast.li)
        today = tx.now.astimezone(SHANGHAI).date()
        page = await letter_views.open_with(tx, Desk(cast.li_member.id), today, SHANGHAI)
        lines = [TEXTS.plain("zh", line) for line in page.lines]
    assert [letter.id for letter in page.letters] == [oldest.id, newest.id]
    assert "已等 3 天" in lines[0]
    assert "今天收到" in lines[1]


async def test_what_is_answered_waits_for_nobody(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await letters.answer(tx, letter.id, cast.li, as_pieces("好"), LIMITS)
    page = await letter_views.open_with(tx, Desk(cast.li_member.id), tx.now.date(), SHANGHAI)
    assert TEXTS.plain("zh", page.lines[0]) == "JJ-2026-000001 · 已回复\n村口的路灯坏了（王秀英）"


async def test_the_office_sees_what_it_holds_and_not_what_members_hold(tx: Tx, cast: Cast) -> None:
    await write(tx, cast.wang, cast.li_member)
    mine = await write(tx, cast.wang, None)
    page = await letter_views.open_with(tx, OFFICE_DESK, tx.now.date(), SHANGHAI)
    assert page.letters == [mine]
