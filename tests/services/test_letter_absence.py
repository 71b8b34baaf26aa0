"""A member who turns out to be gone while a letter is on its way: the office has it, and its writer knows."""

from typing import Any

import pytest

from domain.letter_pieces import Piece
from services import letters
from services.outbox import Envelope, tell
from services.people import blocked, gone
from storage import outbox, people
from storage.db import Tx
from storage.letters import events
from tests.cast import Cast
from tests.services.letter_writing import LIMITS, PHOTO, told, write
from texts import Text


async def leave(tx: Tx, cast: Cast) -> None:
    await gone(tx, cast.li.id, 1002)


async def passed_on(tx: Tx, letter_id: int) -> int:
    return sum(event["kind"] == "passed-on" for event in await events(tx, letter_id))


async def sent_to(tx: Tx, chat_id: int) -> None:
    """All that was owed there has arrived."""
    await tx.run("UPDATE outbox SET sent_at = :now WHERE chat_id = :chat_id", now=tx.now, chat_id=chat_id)


async def test_the_office_gets_the_whole_letter_and_the_writer_is_told(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member, "村口的路灯坏了。", Piece("见照片。", PHOTO))
    await leave(tx, cast)
    notice, head, thread, photo = await told(tx, cast.zhou)
    assert notice == f"来信 {letter.number} 的李建国委员尚未开通或已停用本服务，请代为转达。来信如下："
    assert "王秀英" in head
    assert "村口的路灯坏了。" in thread
    assert "见照片。" in thread
    assert photo == "photo"
    assert (await told(tx, cast.wang))[-1] == f"您的来信 {letter.number} 暂时送不到李建国委员，已交由办公室转达。"
    assert await passed_on(tx, letter.id) == 1


async def test_an_anonymous_writer_stays_so(tx: Tx, cast: Cast) -> None:
    await write(tx, cast.wang, cast.li_member, anonymous=True)
    await leave(tx, cast)
    assert "王秀英" not in "".join(await told(tx, cast.zhou))


async def test_it_is_passed_on_once_whoever_notices_and_however_often(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member, "一" * 7000)
    await leave(tx, cast)
    await blocked(tx, 1002, blocked=True)
    await leave(tx, cast)
    assert await passed_on(tx, letter.id) == 1


async def test_what_the_office_was_asked_to_pass_on_already_is_left_alone(tx: Tx, cast: Cast) -> None:
    await people.set_blocked(tx, cast.li.id, blocked=True)
    letter = await write(tx, cast.wang, cast.li_member)
    before = await told(tx, cast.zhou)
    await leave(tx, cast)
    assert await told(tx, cast.zhou) == before
    assert await passed_on(tx, letter.id) == 1


async def test_what_the_member_has_seen_is_not_passed_on(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await sent_to(tx, 1002)
    await leave(tx, cast)
    assert await passed_on(tx, letter.id) == 0
    assert await told(tx, cast.zhou) == []


async def test_a_letter_that_comes_after_a_return_is_passed_on_at_the_next_leaving(
    tx: Tx, cast: Cast, clock: Any
) -> None:
    first = await write(tx, cast.wang, cast.li_member)
    await leave(tx, cast)
    await blocked(tx, 1002, blocked=False)
    await letters.follow_up(tx, first.id, cast.wang, [Piece("又坏了一盏。")], LIMITS)
    # Time stands still in one transaction; the second leaving is a minute later.
    await tx.run("UPDATE outbox SET created_at = :later WHERE entry_id = 2", later=clock.now.replace(minute=1))
    await leave(tx, cast)
    assert await passed_on(tx, first.id) == 2


async def test_a_writer_who_leaves_is_owed_the_answer_and_nobody_else_gets_it(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await letters.answer(tx, letter.id, cast.li, [Piece("已经报修。")], LIMITS)
    await gone(tx, cast.wang.id, 1001)
    assert await told(tx, cast.zhou) == []
    assert await passed_on(tx, letter.id) == 0


@pytest.mark.parametrize("to_office", [True, False])
async def test_notices_without_a_letter_are_nobody_elses(tx: Tx, cast: Cast, to_office: bool) -> None:
    person = cast.zhou if to_office else cast.li
    await tell(tx, person.id, Text("cancelled"), envelope=Envelope())
    await gone(tx, person.id, person.telegram_id or 0)
    assert (await people.get(tx, person.id)).blocked_at is not None
    assert (await outbox.counts(tx))["waiting"] == 1
