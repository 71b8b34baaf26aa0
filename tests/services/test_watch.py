"""The office hears of what needs a person: once when it begins, once when it is over."""

import asyncio
from datetime import timedelta

import pytest

from services.outbox import tell
from services.watch import DISK_FREE_FROM, DISK_FULL_BELOW, look, mend_after_clock
from storage import doctor, inbox, merging, outbox
from storage.db import Db
from storage.room import Disk
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.letter_writing import told
from texts import Text

ROOMY = Disk(total=2**40, free=2**39)


async def heard(db: Db, cast: Cast) -> list[str]:
    """What the office was told, in order."""
    async with db.read() as tx:
        return await told(tx, cast.zhou)


async def refused_for_now(db: Db, cast: Cast, error: str = "429 Too Many Requests: retry after 60") -> int:
    """A message that Telegram does not take; its number."""
    async with db.write() as tx:
        await tell(tx, cast.wang.id, Text("cancelled"))
        number: int = await tx.value("SELECT MAX(id) AS id FROM outbox")
        await outbox.put_off(tx, number, tx.now + timedelta(minutes=1), error)
    return number


async def test_nothing_is_said_while_nothing_is_wrong(db: Db, cast: Cast) -> None:
    assert await look(db, ROOMY) == {}
    assert await look(db, None) == {}
    assert await heard(db, cast) == []


@pytest.mark.parametrize(("minutes", "is_told"), [(15, False), (16, True)])
async def test_messages_held_up_for_a_quarter_of_an_hour(
    db: Db, cast: Cast, clock: TestClock, minutes: int, is_told: bool
) -> None:
    await refused_for_now(db, cast)
    clock.move(minutes=minutes)
    await look(db, ROOMY)
    assert [line[:5] for line in await heard(db, cast)] == (["有 1 条"] if is_told else [])


async def test_it_is_said_once_and_once_more_when_it_is_over(db: Db, cast: Cast, clock: TestClock) -> None:
    number = await refused_for_now(db, cast)
    clock.move(minutes=20)
    assert await look(db, ROOMY) == {"unsent": 1}
    clock.move(minutes=20)
    assert await look(db, ROOMY) == {}
    async with db.write() as tx:
        await outbox.mark_sent(tx, number, 1)
    assert await look(db, ROOMY) == {"unsent": 1}
    assert await look(db, ROOMY) == {}
    begun, over = await heard(db, cast)
    assert "Telegram 暂时不收" in begun
    assert over == "前面没有发出去的消息，现在都已发出。"


async def test_the_next_occasion_is_said_anew(db: Db, cast: Cast, clock: TestClock) -> None:
    for _ in range(2):
        number = await refused_for_now(db, cast)
        clock.move(minutes=20)
        await look(db, ROOMY)
        async with db.write() as tx:
            await outbox.mark_sent(tx, number, 1)
        await look(db, ROOMY)
    assert len(await heard(db, cast)) == 4


async def test_a_broadcast_that_waits_its_turn_is_no_trouble(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        await tell(tx, cast.wang.id, Text("cancelled"))
    clock.move(hours=1)
    assert await look(db, ROOMY) == {}


async def test_a_message_refused_for_good_is_told_and_one_to_who_blocks_us_is_not(
    db: Db, cast: Cast, clock: TestClock
) -> None:
    first, second = await refused_for_now(db, cast), await refused_for_now(db, cast)
    async with db.write() as tx:
        await outbox.mark_failed(tx, first, outbox.BLOCKED)
        await outbox.mark_sent(tx, second, 1)
    assert await look(db, ROOMY) == {}
    third = await refused_for_now(db, cast)
    async with db.write() as tx:
        await outbox.mark_failed(tx, third, "400 Bad Request")
    assert await look(db, ROOMY) == {"refused": 1}
    clock.move(days=2)
    assert await look(db, ROOMY) == {"refused": 1}
    assert [line[:5] for line in await heard(db, cast)] == ["近一天有 ", "近一天没有"]


async def test_a_disk_nearly_full_is_over_only_when_there_is_room_to_spare(db: Db, cast: Cast) -> None:
    for free in (DISK_FULL_BELOW, DISK_FULL_BELOW - 1, DISK_FULL_BELOW, DISK_FREE_FROM - 1, DISK_FREE_FROM):
        await look(db, Disk(total=2**40, free=free))
    begun, over = await heard(db, cast)
    assert "只剩 499 MB" in begun
    assert over == "服务器的硬盘空间已经够用了。"


async def test_it_waits_until_somebody_of_the_office_listens(db: Db, cast: Cast) -> None:
    full = Disk(total=2**40, free=1)
    async with db.write() as tx:
        await tx.run("UPDATE people SET telegram_id = NULL WHERE id = :id", id=cast.zhou.id)
    assert await look(db, full) == {}
    async with db.write() as tx:
        await merging.move_telegram(tx, 1004, cast.zhou.id)
    assert await look(db, full) == {"disk": 1}


# --- after a clock that ran ahead -------------------------------------------------------------------------------------


async def put_off_in_the_future(db: Db, cast: Cast, clock: TestClock, **ahead: float) -> None:
    """While the clock runs ahead something is sent, and something else is put off; then it is set back."""
    now = clock.now
    clock.move(**ahead)
    sent = await refused_for_now(db, cast)
    await refused_for_now(db, cast)
    async with db.write() as tx:
        await outbox.mark_sent(tx, sent, 1)
        await inbox.keep(tx, [(7, 1001, {"update_id": 7})])
    clock.now = now


@pytest.mark.parametrize("ahead", [{"hours": 1}, {"days": 30}])
async def test_what_was_put_off_by_a_clock_that_ran_ahead_is_due_at_once(
    db: Db, cast: Cast, clock: TestClock, ahead: dict[str, float]
) -> None:
    await put_off_in_the_future(db, cast, clock, **ahead)
    async with db.read() as tx:
        assert await inbox.due_lanes(tx, 10) == []
    assert await mend_after_clock(db) == {"updates": 1, "messages": 1}
    async with db.write() as tx:
        assert await inbox.due_lanes(tx, 10) == [1001]
        assert len(await outbox.lease(tx, tx.now + timedelta(minutes=2), 10)) == 1
    assert await mend_after_clock(db) == {}


async def test_what_telegram_asked_us_to_put_off_stays_put_off(db: Db, cast: Cast) -> None:
    async with db.write() as tx:
        await tell(tx, cast.wang.id, Text("cancelled"))
        await outbox.put_off(tx, 1, tx.now + timedelta(hours=5), "429 Too Many Requests: retry after 18000")
    assert await mend_after_clock(db) == {}


async def test_a_lease_of_a_clock_that_ran_ahead_is_ended(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        await tell(tx, cast.wang.id, Text("cancelled"))
        await outbox.lease(tx, tx.now + timedelta(days=30), 10)
    assert await mend_after_clock(db) == {"updates": 0, "messages": 1}


# --- updates that can't be handled ------------------------------------------------------------------------------------


async def parked(db: Db, *numbers: int) -> None:
    async with db.write() as tx:
        await inbox.keep(tx, [(number, number, {"update_id": number}) for number in numbers])
        for number in numbers:
            await inbox.park(tx, number, "KeyError: 'x'")


async def test_what_could_not_be_handled_is_gathered_and_told_once_with_its_number(
    db: Db, cast: Cast, clock: TestClock
) -> None:
    await parked(db, 1, 2)
    clock.move(minutes=1)
    await parked(db, 3)
    assert await look(db, ROOMY) == {}
    clock.move(minutes=1)
    assert await look(db, ROOMY) == {"parked": 1}
    assert await look(db, ROOMY) == {}
    (told_once,) = await heard(db, cast)
    assert told_once.startswith("有 3 条收到的消息没能处理好")


async def test_what_follows_waits_an_hour_and_is_counted_then(db: Db, cast: Cast, clock: TestClock) -> None:
    await parked(db, 1)
    clock.move(minutes=2)
    assert await look(db, ROOMY) == {"parked": 1}
    for number in range(2, 12):
        clock.move(minutes=5)
        await parked(db, number)
        assert await look(db, ROOMY) == {}
    clock.move(minutes=10)
    assert await look(db, ROOMY) == {"parked": 1}
    assert (await heard(db, cast))[-1].startswith(
        "有 10 条收到的消息没能处理好，都已保存，没有丢失（等待重新处理的共 11 条）"
    )


async def test_one_that_is_given_up_again_is_told_again_and_none_is_lost_between_two_processes(
    db: Db, cast: Cast, clock: TestClock
) -> None:
    await parked(db, 1)
    clock.move(minutes=2)
    told_by_each = await asyncio.gather(look(db, ROOMY), look(db, ROOMY))
    assert sorted(told_by_each, key=len) == [{}, {"parked": 1}]
    clock.move(hours=1)
    async with db.write() as tx:
        assert await doctor.retry_parked(tx) == 1
        await inbox.park(tx, 1, "KeyError: 'x'")
    assert await look(db, ROOMY) == {}
    clock.move(minutes=2)
    assert await look(db, ROOMY) == {"parked": 1}
    assert len(await heard(db, cast)) == 2
