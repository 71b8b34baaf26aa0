"""The bot dies when a letter's topic is open and empty: the letter goes there, and no second one opens."""

import signal
from pathlib import Path

import pytest

from sandbox.client import SandboxClient
from services import triage
from storage.db import Clock, Db, system_clock
from tests.bot.test_topics import titles
from tests.cast import settle_in
from tests.journeys.bot_process import BotProcess
from tests.journeys.deaths import Death
from tests.journeys.test_crash import STOP_SECONDS, started, written_config
from tests.services.letter_writing import write


@pytest.fixture
def clock() -> Clock:
    """Real time, as in the bot's own process."""
    return system_clock


@pytest.mark.parametrize(
    ("place", "times"), [("leased, not sent", 1), ("sent, not marked", 2), ("sent and marked, not committed", 2)]
)
async def test_a_death_between_the_two_steps_opens_no_second_topic(
    tmp_path: Path, url: str, db: Db, sandbox: SandboxClient, place: str, times: int
) -> None:
    config = written_config(tmp_path / "config.toml", url, sandbox)
    li = await sandbox.person("李建国", id=1002)
    forum = await sandbox.chat("supergroup", "委员群", people=[li], is_forum=True)
    async with db.write() as tx:
        cast = await settle_in(tx)
        letter = await write(tx, cast.wang, None, "村口的路灯坏了。")
        await tx.run("DELETE FROM outbox")
        await triage.post_to_group(tx, letter.id, cast.zhou, forum.id, "zh")
    assert await BotProcess(config, death=Death(place, 1)).ends() == -signal.SIGKILL
    assert len(await titles(sandbox, forum)) == 1
    bot = await started(config, sandbox)
    await li.sees(lambda message: bool(message.buttons), chat=forum)
    assert await bot.terminate(STOP_SECONDS) == 0
    posts = [message for message in await li.messages(forum) if message.buttons]
    assert len(posts) <= times
    assert len(await titles(sandbox, forum)) == 1
    assert len({post.thread for post in posts}) == 1
