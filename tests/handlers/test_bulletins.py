"""Two clerks make a bulletin of the same period: who sends the second is told of the first."""

from dataclasses import replace

import pytest

from domain.people import Person, Role
from domain.settings import Channels
from services import figures
from storage import people
from storage.db import Db
from tests.cast import Cast
from tests.handlers import desk
from tests.handlers.desk import Desk, Said, house_for
from tests.services.totalling import DESK

WITH_GROUP = replace(house_for("jingjiang-2014"), channels=Channels(members_chat_id=-100))


async def made(db: Db, by: Person, period: str) -> None:
    async with db.write() as tx:
        await figures.ask(tx, figures.BULLETIN, by.id, period=period)
    await figures.answer(db, DESK)


def said_of(pressed: tuple[str, list[Said]]) -> str:
    toast, said = pressed
    return "".join([toast, *(each.text for each in said)])


async def test_who_sends_a_second_bulletin_of_a_period_is_told_of_the_first(
    db: Db, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "house_for", lambda _: WITH_GROUP)
    zhou, colleague = Desk(db, cast.zhou), Desk(db, cast.chen)
    async with db.write() as tx:
        await people.grant(tx, cast.chen.id, Role.OFFICE)
    for by, period in ((cast.zhou, "2026-03"), (cast.chen, "2026-03"), (cast.chen, "2026-Q1")):
        await made(db, by, period)
    for route, first in (("bulletin-send", "正在发给全体委员"), ("bulletin-post", "已发到委员群")):
        assert first in said_of(await zhou.press(f"{route}:1"))
        pressed = await colleague.press(f"{route}:2")
        assert "2026年3月的通报，周敏已于2026年3月16日 10:00" in said_of(pressed)
        assert list(pressed[1][-1].buttons) == ["仍要发送"]
        # Of another period none is out; and one's own stays what it was.
        assert first in said_of(await colleague.press(f"{route}:3"))
        assert "已经发过了" in said_of(await zhou.press(f"{route}:1"))
        again = pressed[1][-1].buttons["仍要发送"]
        assert first in said_of(await colleague.press(again))
        assert "已经发过了" in said_of(await colleague.press(again))
