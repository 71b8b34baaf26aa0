"""A sign-in code on a screen: another one each minute in the same message, until its time is over."""

from datetime import timedelta
from typing import Any

from domain.activities import ActivityKind
from services import activities, sign_in_screens
from services.activities import NewActivity
from storage import sign_in_screens as screens
from storage.db import Db
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.reminding import RULES, at

BEGINS = at("2026-03-20", 14)


async def shown(db: Db, cast: Cast, clock: TestClock, *, stands_at: int | None = 77) -> int:
    """周敏 has the code of an activity on a screen; the activity."""
    async with db.write() as tx:
        new = NewActivity(ActivityKind.BRIEFING, "通报会", "会议室", BEGINS, BEGINS + timedelta(hours=2))
        activity = await activities.make(tx, new, cast.zhou, RULES)
    clock.now = BEGINS
    await show(db, cast, activity.id, stands_at)
    return activity.id


async def show(db: Db, cast: Cast, number: int, stands_at: int | None) -> None:
    async with db.write() as tx:
        await sign_in_screens.show(tx, number, cast.zhou, "lianxin_bot")
    screen = (await sent(db))[-1]["screen"]
    if stands_at:
        async with db.write() as tx:
            await screens.stands_at(tx, screen, stands_at)


async def sent(db: Db) -> list[dict[str, Any]]:
    async with db.read() as tx:
        rows = await tx.all("SELECT content_json FROM outbox ORDER BY id")
    return [row["content_json"] for row in rows if "picture" in row["content_json"]]


async def test_each_minute_has_its_code_in_the_same_message(db: Db, cast: Cast, clock: TestClock) -> None:
    await shown(db, cast, clock)
    assert await sign_in_screens.draw_anew(db, "lianxin_bot") == {}
    clock.now += timedelta(minutes=1)
    assert await sign_in_screens.draw_anew(db, "lianxin_bot") == {"drawn": 1}
    assert await sign_in_screens.draw_anew(db, "lianxin_bot") == {}
    first, second = await sent(db)
    assert "edits" not in first
    assert second["edits"] == 77
    assert first["picture"]["data"]["link"] != second["picture"]["data"]["link"]


async def test_what_is_not_in_the_chat_yet_is_not_changed(db: Db, cast: Cast, clock: TestClock) -> None:
    await shown(db, cast, clock, stands_at=None)
    clock.now += timedelta(minutes=1)
    assert await sign_in_screens.draw_anew(db, "lianxin_bot") == {}


async def test_a_newer_picture_takes_over_from_the_one_before(db: Db, cast: Cast, clock: TestClock) -> None:
    number = await shown(db, cast, clock)
    await show(db, cast, number, 78)
    clock.now += timedelta(minutes=1)
    await sign_in_screens.draw_anew(db, "lianxin_bot")
    assert (await sent(db))[-1]["edits"] == 78


async def test_after_an_hour_and_when_it_is_cancelled_nothing_changes_any_more(
    db: Db, cast: Cast, clock: TestClock
) -> None:
    number = await shown(db, cast, clock)
    clock.now += timedelta(hours=1)
    assert await sign_in_screens.draw_anew(db, "lianxin_bot") == {}
    async with db.write() as tx:
        await screens.prune(tx)
        assert await tx.value("SELECT COUNT(*) FROM sign_in_screens") == 0
        await screens.show(tx, number, 1, "zh", 0, tx.now + timedelta(hours=1))
        await screens.stands_at(tx, (await tx.value("SELECT MAX(id) FROM sign_in_screens")), 79)
        await tx.run("UPDATE activities SET cancelled_at = :now", now=tx.now)
    assert await sign_in_screens.draw_anew(db, "lianxin_bot") == {}
    async with db.read() as tx:
        assert await tx.value("SELECT COUNT(*) FROM sign_in_screens") == 0
