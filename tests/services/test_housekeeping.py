"""What is forgotten at night, and what is kept."""

from datetime import timedelta

from services import housekeeping
from services.gathering import remind
from services.outbox import Envelope, Lane, tell
from services.summaries import summarise
from storage import dialogues, inbox, merging
from storage.db import Db, Tx
from tests.cast import NOW, Cast
from tests.conftest import TestClock
from tests.services.reminding import MONTH_ONLY, ZONE, at, deliver
from texts import Text

NOTHING = {"updates": 0, "messages": 0, "dialogues": 0, "searches": 0, "albums": 0}


async def rows(tx: Tx, table: str) -> int:
    number: int = await tx.value(f"SELECT COUNT(*) FROM {table}")
    return number


async def test_it_is_done_once_a_night_from_three_o_clock_on(db: Db, clock: TestClock) -> None:
    clock.now = at("2026-03-17", 2, 59)
    assert await housekeeping.tidy(db, ZONE) == {}
    clock.now = at("2026-03-17", 3)
    assert await housekeeping.tidy(db, ZONE) == NOTHING
    assert await housekeeping.tidy(db, ZONE) == {}
    clock.now = at("2026-03-18", 17)
    assert await housekeeping.tidy(db, ZONE) == NOTHING, "a missed night is caught up"


async def test_updates_are_kept_for_two_days_after_they_are_done(db: Db, clock: TestClock) -> None:
    async with db.write() as tx:
        await inbox.keep(tx, [(1, 1001, {}), (2, 1001, {}), (3, 1001, {})])
        await inbox.take_first(tx, 1001)
    clock.move(days=1)
    async with db.write() as tx:
        await inbox.take_first(tx, 1001)
    clock.move(days=1, seconds=1)
    assert await housekeeping.tidy(db, ZONE) == NOTHING | {"updates": 1}
    async with db.read() as tx:
        assert await rows(tx, "inbox") == 2, "what is not done yet is kept however old"


async def test_messages_are_kept_for_ninety_days_after_they_are_sent(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        await tell(tx, cast.wang.id, Text("cancelled"))
    clock.move(days=200)
    assert await housekeeping.tidy(db, ZONE) == NOTHING, "a message still owed is kept however old"
    await deliver(db)
    clock.move(days=90)
    assert await housekeeping.tidy(db, ZONE) == NOTHING
    clock.move(days=1)
    assert await housekeeping.tidy(db, ZONE) == NOTHING | {"messages": 1}


async def test_what_someone_missed_who_blocks_the_bot_is_kept_but_for_reminders(
    db: Db, cast: Cast, clock: TestClock
) -> None:
    clock.now = at("2026-03-25")
    await remind(db, MONTH_ONLY)
    async with db.write() as tx:
        await tell(tx, cast.li.id, Text("cancelled"), envelope=Envelope(lane=Lane.NOTICE))
    await deliver(db, blocked_by=[cast.li.id, cast.zhao.id])
    await summarise(db, MONTH_ONLY)
    clock.move(days=91)
    assert await housekeeping.tidy(db, ZONE) == NOTHING | {"messages": 2}
    async with db.read() as tx:
        kept = await tx.all("SELECT person_id, lane FROM outbox WHERE sent_at IS NULL AND failed_at IS NOT NULL")
    assert kept == [{"person_id": cast.li.id, "lane": Lane.NOTICE}]


async def test_a_round_that_the_office_has_not_heard_of_is_summed_up_though_its_messages_went(
    db: Db, cast: Cast, clock: TestClock
) -> None:
    async with db.write() as tx:
        await tx.run("UPDATE people SET telegram_id = NULL WHERE id = :id", id=cast.zhou.id)
    clock.now = at("2026-03-25")
    await remind(db, MONTH_ONLY)
    await deliver(db)
    clock.move(days=91)
    assert await housekeeping.tidy(db, ZONE) == NOTHING | {"messages": 2}
    async with db.write() as tx:
        await merging.move_telegram(tx, 1004, cast.zhou.id)
    assert await summarise(db, MONTH_ONLY)


async def test_a_dialogue_is_kept_for_ninety_days_after_it_was_touched(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        await dialogues.begin(tx, cast.wang.id, "letter.text", {"text": "路灯"})
        letter = await dialogues.begin(tx, cast.li.id, "letter.text", {"text": "水管"})
    clock.move(days=1)
    async with db.write() as tx:
        await dialogues.move(tx, letter, "letter.review", letter.draft)
    clock.now = NOW + timedelta(days=90, seconds=1)
    assert await housekeeping.tidy(db, ZONE) == NOTHING | {"dialogues": 1}
    async with db.read() as tx:
        assert await dialogues.active(tx, cast.li.id) is not None
        assert await dialogues.active(tx, cast.wang.id) is None
