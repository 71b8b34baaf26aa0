"""The whole tour with logs at debug, with Telegram failing and a handler broken: nobody is named in logs or figures."""

import asyncio
import io
import re
from collections.abc import AsyncIterator
from typing import Any

import pytest
import structlog

from bot import app, logs
from bot.demo.committee import load
from bot.demo.house import SCHEME, TOKEN, Show, demo_committee, open_show
from bot.demo.running import story_of
from bot.demo.tour import play
from storage.db import Db
from storage.room import Room
from storage.schema import metadata
from texts import Texts
from web.metrics import exposition, take_stock

HAN = re.compile(r"[\u4e00-\u9fff]")
IN_ENGLISH = "The street lamp at the north gate is broken, call 13912345678"


@pytest.fixture
def unmasked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every event as it was before anything in it was hidden: nobody should rely on that."""
    events: list[str] = []
    hide = logs.Mask.__call__

    def noted(self: logs.Mask, logger: Any, name: str, event: Any) -> Any:
        events.append(str({key: value for key, value in event.items() if key[0] != "_"}))
        return hide(self, logger, name, event)

    monkeypatch.setattr(logs.Mask, "__call__", noted)
    return events


@pytest.fixture
def written(unmasked: list[str]) -> io.StringIO:
    stream = io.StringIO()
    logs.configure("debug", "json", to=stream)
    return stream


@pytest.fixture
async def show(written: io.StringIO, ready_demo: None) -> AsyncIterator[Show]:
    async with open_show(0, SCHEME, Texts.load(demo_committee().zone)) as running:
        running.stage.out = lambda _: None
        yield running


async def secrets_of(show: Show) -> set[str]:
    """Everybody's names, what they said, and all that the database keeps sealed."""
    names = {*load().constituents, *(member.name for member in load().members), *show.stage.phones}
    said = {message.text for phone in show.stage.phones.values() for message in await phone.messages()}
    stored = {words for words in await personal(show.app.db) if HAN.search(words) or words.isdigit()}
    return {words for words in names | stored | {words for words in said if HAN.search(words)} if len(words) > 1}


async def personal(db: Db) -> set[str]:
    """What stands in every column that is for personal words, opened."""
    found: set[str] = set()
    async with db.read() as tx:
        for table in metadata.sorted_tables:
            for column in (column.name for column in table.columns if column.info.get("personal")):
                rows = await tx.all(f"SELECT {column} AS words FROM {table.name} WHERE {column} IS NOT NULL")
                found |= {str(row["words"]) for row in rows}
    return found


async def breaks(show: Show, monkeypatch: pytest.MonkeyPatch, written: io.StringIO) -> None:
    """A handler fails with what was said in its fault, as a mistake of ours would."""

    async def broken(update: Any, *_: Any) -> None:
        raise RuntimeError(update.message.text)

    monkeypatch.setattr(app, "dispatch", broken)
    await next(iter(show.stage.phones.values())).say(IN_ENGLISH)
    async with asyncio.timeout(60):
        while "update-failed" not in written.getvalue():
            await asyncio.sleep(0.02)


@pytest.mark.timeout(120)
async def test_the_tour_leaves_nobody_in_logs_or_figures(
    show: Show, written: io.StringIO, unmasked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = [{"what": what, "method": "send*", "p": 0.05} for what in ("500", "drop_before")]
    await show.client.faults(rules=rules)
    assert await play(story_of(show)), "a step of the tour was not seen"
    secrets = await secrets_of(show)
    assert len(secrets) > 200
    await breaks(show, monkeypatch, written)
    page = exposition(show.app.figures, await take_stock(show.app.db, Room("sqlite:///nowhere"))).decode()
    told = "\n".join(unmasked)
    for where, words in (("logs", written.getvalue()), ("logs, unmasked", told), ("figures", page)):
        leaked = [secret for secret in (*secrets, IN_ENGLISH, TOKEN) if secret in words]
        assert leaked == [], where
    assert "sending-failed" in told, "Telegram must have failed for the test to mean something"
    structlog.get_logger().info("the-test-sees", who="王秀英")
    assert "王秀英" in unmasked[-1]
    assert "王秀英" not in written.getvalue()
