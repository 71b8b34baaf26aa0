"""An activity as it is shown once it has begun: who did not answer is not asked any more, who was there may judge."""

from datetime import timedelta

from storage import activity_people
from storage.db import Db
from tests.cast import Cast
from tests.conftest import TestClock
from tests.handlers.desk import Desk
from tests.services.test_activities import BEGINS, ENDS, hold, invite


async def test_once_it_has_begun_nobody_is_asked_to_answer_and_who_was_there_may_judge(
    db: Db, cast: Cast, clock: TestClock
) -> None:
    async with db.write() as tx:
        activity = await hold(tx, cast)
        await invite(tx, cast, activity)
    li = Desk(db, cast.li)
    await li.say("/events")
    show = f"activity-show:{activity.id}"
    _, (asked,) = await li.press(show)
    assert "邀请了您，请答复" in asked.text
    clock.now = BEGINS + timedelta(minutes=5)
    _, (under_way,) = await li.press(show)
    assert "请答复" not in under_way.text
    assert "签到" in under_way.text
    clock.now = ENDS
    _, (over,) = await li.press(show)
    assert "活动已经结束" in over.text
    assert "满意" not in over.buttons
    async with db.write() as tx:
        await activity_people.sign_in(tx, activity.id, cast.li.id)
    _, (was_there,) = await li.press(show)
    assert "您已到场签到" in was_there.text
    assert "满意" in was_there.buttons
