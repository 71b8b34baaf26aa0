"""Something in a letter is taken back: gone where it was shown, kept where a public body answers for its word."""

import pytest

from domain.letter_pieces import Attachment, Piece
from domain.letters import Desk, Letter, LetterIsClosed, LetterState
from domain.people import Person
from domain.taking_back import NotYourWords, OpeningStays, StillOnItsWay, TakenBackAlready, TooLateToTakeBack
from services import letter_edits, letters
from services.letter_course import hand_over, settle
from services.letter_views import course
from services.taking_back import take_back
from storage import letter_entries, outbox, relays
from storage.db import Db, Tx
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.letter_writing import LIMITS, TEXTS, log_of, owed, told, write


async def deliver(tx: Tx) -> None:
    """All that is owed is sent, each message with a number of its own."""
    for row in await tx.all("SELECT id, chat_id, letter_id, entry_id FROM outbox WHERE sent_at IS NULL ORDER BY id"):
        await outbox.mark_sent(tx, row["id"], 5000 + row["id"])
        if row["letter_id"]:
            await relays.add(tx, row["chat_id"], [5000 + row["id"]], row["letter_id"], row["entry_id"])


async def page(tx: Tx, letter: Letter, viewer: Person) -> str:
    seen = await course(tx, letter, viewer)
    return "\n".join(TEXTS.plain("zh", message) for message in seen.messages)


async def answered(tx: Tx, cast: Cast) -> tuple[Letter, int]:
    letter = await write(tx, cast.wang, cast.li_member)
    answer = await letters.answer(tx, letter.id, cast.li, [Piece("明天一定修好")], LIMITS)
    await deliver(tx)
    return answer, await letter_entries.newest_of(tx, letter.id, cast.li.id)


async def test_an_answer_taken_back_is_covered_where_it_was_shown_and_stays_for_the_office(tx: Tx, cast: Cast) -> None:
    letter, entry_id = await answered(tx, cast)
    left = await take_back(tx, entry_id, cast.li, LIMITS)
    assert left.state is LetterState.READ
    (covered,) = [row["content_json"] for row in await owed(tx, cast.wang) if row["content_json"].get("takes_back")]
    assert covered["edits"] > 5000
    assert "已由对方撤回" in (await told(tx, cast.wang))[-1]
    assert "明天一定修好" not in await page(tx, letter, cast.wang)
    assert "明天一定修好" not in await page(tx, letter, cast.li)
    assert "撤回了一条内容：明天一定修好" in await page(tx, letter, cast.zhou)


async def test_what_a_writer_takes_back_is_nowhere_any_more(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    said = Piece("邻居老张也在偷电", Attachment("photo", "of the meter"), chat_id=1001, message_id=7)
    await letters.follow_up(tx, letter.id, cast.wang, [said], LIMITS)
    await letter_edits.edit(tx, cast.wang, Piece("邻居也在偷电", said.attachment, chat_id=1001, message_id=7))
    await deliver(tx)
    entry_id = await letter_entries.newest_of(tx, letter.id, cast.wang.id)
    await take_back(tx, entry_id, cast.wang, LIMITS)
    for table in ("letter_entries", "letter_events", "outbox", "attachments", "letter_index"):
        rows = await tx.all(f"SELECT * FROM {table}")
        assert not [row for row in rows if "偷电" in str(row) or "of the meter" in str(row) or "7535" in str(row)]
    assert (await log_of(tx, letter))[-1] == "taken-back"
    assert "（已撤回）" in await page(tx, letter, cast.li)
    assert all("偷电" not in words for words in await told(tx, cast.li))


async def test_what_has_not_been_sent_is_never_sent(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await letters.answer(tx, letter.id, cast.li, [Piece("写错了")], LIMITS)
    await take_back(tx, await letter_entries.newest_of(tx, letter.id, cast.li.id), cast.li, LIMITS)
    assert await told(tx, cast.wang) == []


async def test_what_is_being_sent_is_taken_back_a_moment_later(tx: Tx, cast: Cast, clock: TestClock) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await letters.answer(tx, letter.id, cast.li, [Piece("写错了")], LIMITS)
    await outbox.lease(tx, clock.now, 20)
    with pytest.raises(StillOnItsWay):
        await take_back(tx, await letter_entries.newest_of(tx, letter.id, cast.li.id), cast.li, LIMITS)


async def test_an_album_is_taken_back_as_a_whole(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await letters.follow_up(tx, letter.id, cast.wang, [Piece("现场", Attachment("photo", "a", album="9"))], LIMITS)
    await letters.add_to_album(tx, cast.wang, Piece("近景", Attachment("photo", "b", album="9")))
    assert (await told(tx, cast.li))[-2:] == ["photo photo", f"（{letter.number} 续）\n近景"]
    await deliver(tx)
    await take_back(tx, await letter_entries.newest_of(tx, letter.id, cast.wang.id), cast.wang, LIMITS)
    thread = await letter_entries.of_letter(tx, letter.id)
    assert [(entry.text, len(entry.attachments)) for entry in thread[1:]] == [("", 0), ("", 0)]


async def test_a_new_holder_who_was_shown_the_thread_is_shown_it_anew(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await letters.follow_up(tx, letter.id, cast.wang, [Piece("我家电话写错了")], LIMITS)
    await hand_over(tx, letter.id, cast.li, Desk(cast.zhao_member.id))
    await deliver(tx)
    await take_back(tx, await letter_entries.newest_of(tx, letter.id, cast.wang.id), cast.wang, LIMITS)
    new = (await told(tx, cast.zhao))[2:]
    assert "已由对方撤回" in new[0]
    assert "（已撤回）" in new[-1]
    assert "我家电话写错了" not in "".join(new)


async def test_what_may_not_be_taken_back(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        letter, entry_id = await answered(tx, cast)
        opening = (await letter_entries.of_letter(tx, letter.id))[0].id
        with pytest.raises(NotYourWords):
            await take_back(tx, entry_id, cast.wang, LIMITS)
        with pytest.raises(NotYourWords):
            await take_back(tx, entry_id, cast.zhou, LIMITS)
        with pytest.raises(OpeningStays):
            await take_back(tx, opening, cast.wang, LIMITS)
    clock.move(hours=25)
    async with db.write() as tx:
        with pytest.raises(TooLateToTakeBack):
            await take_back(tx, entry_id, cast.li, LIMITS)
        clock.move(hours=-25)
    async with db.write() as tx:
        await take_back(tx, entry_id, cast.li, LIMITS)
        with pytest.raises(TakenBackAlready):
            await take_back(tx, entry_id, cast.li, LIMITS)
        await letters.answer(tx, letter.id, cast.li, [Piece("修好了")], LIMITS)
        await settle(tx, letter.id, cast.li)
        with pytest.raises(LetterIsClosed):
            await take_back(tx, await letter_entries.newest_of(tx, letter.id, cast.li.id), cast.li, LIMITS)
