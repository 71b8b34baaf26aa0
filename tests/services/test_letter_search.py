"""Who finds which letter, by what, and what of it is shown; on both engines."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.letter_kinds import LetterKind
from domain.letter_pieces import Piece
from domain.letter_search import Query
from domain.letters import Desk, Letter, LetterState, Side
from domain.people import Person
from services import letter_course, letter_edits, letters
from services.letter_search import MOST_EXAMINED, search
from services.letter_views import NEWEST, PAGE, Page
from storage import letter_entries, letter_search, merging, people
from storage import letters as stored
from storage.db import Db, Tx
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.letter_writing import COMMITTEE, LIMITS, TEXTS, as_pieces, write

TODAY = date(2026, 3, 16)
STATES = {"已回复": frozenset({LetterState.ANSWERED}), "已送达": frozenset({LetterState.RECEIVED})}


async def page_of(tx: Tx, by: Person, line: str, before_id: int = NEWEST) -> Page:
    return await search(tx, await people.get(tx, by.id), Query.parse(line, TODAY, STATES), COMMITTEE, before_id)


async def found(tx: Tx, by: Person, line: str) -> list[int]:
    """Ids, newest first."""
    return [letter.id for letter in (await page_of(tx, by, line)).letters]


async def read(tx: Tx, by: Person, line: str) -> str:
    """What is shown of the results, as HTML."""
    return "\n".join(TEXTS.render("zh", line) for line in (await page_of(tx, by, line)).lines)


# --- words ------------------------------------------------------------------------------------------------------------


async def test_two_characters_one_character_and_whole_sentences_are_found(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member, "村口的路灯坏了，老人晚上不敢出门。")
    for line in ("路灯", "灯", "老人晚上不敢出门", "灯坏了，老人", "路灯 出门"):
        assert await found(tx, cast.li, line) == [letter.id], line
    for line in ("路人", "灯口", "路灯 学校"):
        assert await found(tx, cast.li, line) == [], line


async def test_words_may_stand_in_different_messages_of_a_letter(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member, "路灯坏了", "学校门口也是")
    await letters.answer(tx, letter.id, cast.li, as_pieces("已请供电所去看"), LIMITS)
    assert await found(tx, cast.wang, "路灯 学校 供电所") == [letter.id]


async def test_pairs_without_the_word_are_no_result(tx: Tx, cast: Cast) -> None:
    await write(tx, cast.wang, cast.li_member, "路灯下，灯坏的时候")
    assert await found(tx, cast.li, "路灯坏") == []


async def test_a_later_message_is_found_and_a_word_edited_away_is_not(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member, Piece("张三偷了井盖", chat_id=1001, message_id=5))
    assert await found(tx, cast.zhou, "张三") == [letter.id]
    await letters.follow_up(tx, letter.id, cast.wang, as_pieces("已报警"), LIMITS)
    await letter_edits.edit(tx, cast.wang, Piece("井盖不见了", chat_id=1001, message_id=5))
    assert await found(tx, cast.zhou, "张三") == []
    assert await found(tx, cast.zhou, "井盖 报警") == [letter.id]
    tokens = await tx.value("SELECT tokens FROM letter_index WHERE letter_id = :id", id=letter.id)
    assert "张三" not in tokens


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    before=st.text(max_size=8),
    word=st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=2, max_size=6),
    after=st.text(max_size=8),
)
async def test_any_two_characters_of_a_letter_find_it(before: str, word: str, after: str, tx: Tx, cast: Cast) -> None:
    text = f"{before}{word}{after}".replace("\0", "").encode("utf-8", "ignore").decode()
    letter = await write(tx, cast.wang, cast.li_member, text)
    assert letter.id in await found(tx, cast.zhou, f"“{word}”")


async def test_a_topic_given_later_is_found(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member, "不亮了")
    renamed = Letter(**vars(letter) | {"topic": "城北路灯"})
    await stored.save(tx, renamed)
    assert await found(tx, cast.li, "路灯") == [letter.id]


# --- number, person, state, dates -------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["{}", "1", "000001", "jj-2026-1", "２０２６－００００１"])
async def test_a_letter_is_found_by_its_number(typed: str, tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await write(tx, cast.wang, cast.li_member)
    assert await found(tx, cast.li, typed.format(letter.number)) == [letter.id]


async def test_letters_are_found_by_who_signed_them_never_by_who_did_not(tx: Tx, cast: Cast) -> None:
    signed = await write(tx, cast.wang, cast.li_member)
    await write(tx, cast.wang, cast.li_member, anonymous=True)
    for viewer in (cast.li, cast.zhou, cast.wang):
        assert await found(tx, viewer, "王秀英") == [signed.id]
    assert await found(tx, cast.li, "王秀英 路灯") == [signed.id]
    assert await found(tx, cast.li, "王秀英 学校") == []


async def test_an_anonymous_writer_has_no_name_in_the_results(tx: Tx, cast: Cast) -> None:
    await write(tx, cast.wang, cast.li_member, anonymous=True)
    for viewer in (cast.li, cast.zhou):
        shown = await read(tx, viewer, "路灯")
        assert "匿名群众" in shown
        assert "王秀英" not in shown


async def test_state_and_words_go_together(tx: Tx, cast: Cast) -> None:
    first = await write(tx, cast.wang, cast.li_member)
    second = await write(tx, cast.wang, cast.li_member)
    await letters.answer(tx, first.id, cast.li, as_pieces("好"), LIMITS)
    assert await found(tx, cast.li, "路灯 已回复") == [first.id]
    assert await found(tx, cast.zhou, "已送达") == [second.id]
    assert await found(tx, cast.zhou, "已送达 已回复") == [second.id, first.id]


async def test_days_are_the_committee_s(db: Db, cast: Cast, clock: TestClock) -> None:
    # 00:30 on 1 March in Shanghai is still February in UTC.
    clock.now = datetime(2026, 2, 28, 16, 30, tzinfo=UTC)
    async with db.write() as tx:
        letter = await write(tx, cast.wang, cast.li_member)
    clock.now = datetime(2026, 3, 16, 2, tzinfo=UTC)
    async with db.read() as tx:
        for line in ("3月", "路灯 3月1日", "自3月1日至3月5日", "2026-03", "路灯 自2月", "至3月1日", "今年"):
            assert await found(tx, cast.li, line) == [letter.id], line
        for line in (
            "2月",
            "路灯 3月2日",
            "至2月",
            "自3月2日",
            "去年",
            "1900-01-01",
            "0001-01-01",
            "自0001-01-01至2月",
        ):
            assert await found(tx, cast.li, line) == [], line
        assert await found(tx, cast.li, "至9999-12-31") == [letter.id]


# --- rights -----------------------------------------------------------------------------------------------------------


async def test_everyone_finds_their_own_and_what_their_role_lets_them_see(tx: Tx, cast: Cast) -> None:
    to_li = await write(tx, cast.wang, cast.li_member)
    to_office = await write(tx, cast.chen, None)
    of_li = await write(tx, cast.li, cast.zhao_member)
    rights = {
        cast.wang.name: [to_li.id],
        cast.chen.name: [to_office.id],
        cast.li.name: [of_li.id, to_li.id],
        cast.zhao.name: [of_li.id],
        cast.zhou.name: [of_li.id, to_office.id, to_li.id],
        cast.liu.name: [],
    }
    for person in (cast.wang, cast.chen, cast.li, cast.zhao, cast.zhou, cast.liu):
        assert await found(tx, person, "路灯") == rights[person.name], person.name
        assert await found(tx, person, "已送达") == rights[person.name], person.name


async def test_who_held_a_letter_finds_what_was_written_until_they_handed_it_on(
    db: Db, cast: Cast, clock: TestClock
) -> None:
    async with db.write() as tx:
        letter = await write(tx, cast.wang, cast.li_member)
    clock.move(hours=1)
    async with db.write() as tx:
        await letter_course.hand_over(tx, letter.id, cast.li, Desk(cast.zhao_member.id))
    clock.move(hours=1)
    async with db.write() as tx:
        await letters.follow_up(tx, letter.id, cast.wang, as_pieces("我的电话换了"), LIMITS)
    async with db.read() as tx:
        assert await found(tx, cast.li, "路灯") == [letter.id]
        assert "已转交赵明委员" in await read(tx, cast.li, "路灯")
        assert await found(tx, cast.li, "电话") == []
        assert await found(tx, cast.zhao, "路灯 电话") == [letter.id]


async def test_letters_go_with_a_person_who_turns_out_to_be_another(tx: Tx, cast: Cast) -> None:
    signed = await write(tx, cast.wang, cast.li_member)
    anonymous = await write(tx, cast.wang, cast.li_member, anonymous=True)
    member_id = await people.add(tx, "王委员", "zh")
    assert cast.wang.telegram_id is not None
    await merging.move_telegram(tx, cast.wang.telegram_id, member_id)
    joined = await people.get(tx, member_id)
    assert await found(tx, joined, "路灯") == [anonymous.id, signed.id]
    assert await found(tx, cast.li, "王委员") == [signed.id]


class Undone(Exception):
    """Something fails after the letter was stored."""


async def test_what_was_undone_is_not_found(db: Db, cast: Cast) -> None:
    async def write_and_fail() -> None:
        async with db.write() as tx:
            await write(tx, cast.wang, cast.li_member)
            assert await found(tx, cast.li, "路灯")
            raise Undone

    with pytest.raises(Undone):
        await write_and_fail()
    async with db.read() as tx:
        assert await found(tx, cast.zhou, "路灯") == []


# --- pages ------------------------------------------------------------------------------------------------------------


async def test_pages_follow_one_another_without_gap_or_repetition(tx: Tx, cast: Cast) -> None:
    written = [(await write(tx, cast.wang, cast.li_member, f"第{n}封：路灯坏了")).id for n in range(2 * PAGE + 1)]
    seen: list[int] = []
    before_id: int | None = NEWEST
    while before_id is not None:
        page = await page_of(tx, cast.li, "路灯", before_id)
        assert len(page.letters) <= PAGE
        seen += [letter.id for letter in page.letters]
        before_id = page.next
    assert seen == written[::-1]


@pytest.mark.parametrize("line", ["路灯", "路灯 北村", "路灯 已送达"])
async def test_no_page_ends_where_the_newest_part_does(
    tx: Tx, cast: Cast, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    for bound in ("NEWEST_READ", "NEWEST_IN_STATES"):
        monkeypatch.setattr(letter_search, bound, 2)
    monkeypatch.setattr(letter_search, "NEAR", 5)
    texts = ["北村的路灯坏了" if at % 3 else "学校门口很挤" for at in range(24)]
    numbers = [(await write(tx, cast.wang, cast.li_member, text)).id for text in texts]
    wanted = [number for at, number in enumerate(numbers) if at % 3][::-1]
    seen: list[int] = []
    before_id: int | None = NEWEST
    while before_id is not None:
        page = await page_of(tx, cast.zhou, line, before_id)
        seen += [letter.id for letter in page.letters]
        before_id = page.next
    assert seen == wanted


async def test_a_search_that_finds_nothing_among_many_can_go_on(tx: Tx, cast: Cast) -> None:
    wanted = await write(tx, cast.wang, cast.li_member, "路灯坏")
    for n in range(MOST_EXAMINED + 50):
        letter = await stored.add(
            tx, f"X-{n}", cast.wang.id, cast.li_member.id, "", kind=LetterKind.MEMBER, is_anonymous=False
        )
        await letter_entries.add(tx, letter.id, cast.wang.id, Side.WRITER, Piece("路灯，灯坏"))
    page = await page_of(tx, cast.li, "路灯坏")
    assert page.letters == []
    assert page.next is not None
    assert [letter.id for letter in (await page_of(tx, cast.li, "路灯坏", page.next)).letters] == [wanted.id]


# --- what is shown ----------------------------------------------------------------------------------------------------


async def test_the_word_stands_out_in_the_topic(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member, "村口的路灯坏了。")
    shown = await read(tx, cast.li, "路灯")
    assert shown.strip() == f"{letter.number} · 已送达 · 2026年3月16日\n村口的<b>路灯</b>坏了（王秀英）"


async def test_a_word_further_down_is_shown_with_what_stands_around_it(tx: Tx, cast: Cast) -> None:
    await write(tx, cast.wang, cast.li_member, "村里的事想反映一下。", "甲" * 30 + "\n<那里>路灯\n坏了" + "乙" * 40)
    shown = await read(tx, cast.li, "路灯")
    assert f"…{'甲' * 9} &lt;那里&gt;<b>路灯</b> 坏了{'乙' * 19}…" in shown
    assert "村里的事想反映一下（王秀英）" in shown


async def test_own_letters_are_one_s_own(tx: Tx, cast: Cast) -> None:
    await write(tx, cast.wang, cast.li_member)
    assert "（您）" in await read(tx, cast.wang, "路灯")
