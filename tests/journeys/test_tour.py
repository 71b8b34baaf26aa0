"""The tour: the whole story through the sandbox, each scheme's chapter, and what is said when something is missing."""

import re
import sys
from asyncio import create_subprocess_exec, wait_for
from asyncio.subprocess import PIPE

import pytest

from bot import logs
from bot.demo import running, stage, tour
from bot.demo.house import demo_committee, open_show
from bot.demo.story import Story
from domain.letters import LetterState
from services.quota import progress_of_many
from services.schemes import load, shipped
from tests.bot.test_demo import everyone_joined, letters_of
from texts import Texts

STEPS = len(tour.STORY)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch, ready_demo: None) -> pytest.MonkeyPatch:
    """What isn't there is missed soon, and the logs of the other tests stay as they are."""
    monkeypatch.setattr(stage, "PATIENCE", 0.5)
    monkeypatch.setattr(logs, "configure", lambda *_: None)
    return monkeypatch


@pytest.mark.timeout(120)
async def test_every_step_of_the_tour_is_seen() -> None:
    process = await create_subprocess_exec(
        *(sys.executable, "-m", "bot", "demo", "--port", "0", "--tour", "--exit"), stdout=PIPE, stderr=PIPE
    )
    told, complaints = await wait_for(process.communicate(), 100)
    transcript = told.decode()
    assert process.returncode == 0, transcript + complaints.decode()
    assert transcript.count("\n✓") == STEPS
    assert "王秀英 ▸ /write 李建国" in transcript
    # The post is made, and edited twice.
    assert len(re.findall("连心桥 → 示例县政协：群众来信", transcript)) == 3
    assert complaints.decode() == ""


def test_every_scheme_has_a_chapter() -> None:
    assert set(tour.CHAPTERS) == set(shipped())
    assert running.scenes_of(None) is tour.STORY


@pytest.mark.timeout(60)
@pytest.mark.parametrize("scheme", shipped())
async def test_every_step_of_a_scheme_s_chapter_is_seen(
    scheme: str, ready_demo: None, capsys: pytest.CaptureFixture[str]
) -> None:
    async with open_show(0, scheme, Texts.load(demo_committee().zone)) as show:
        for name in everyone_joined(show.committee):
            assert (await show.stage.phones[name].messages())[-1].from_bot, "nobody was greeted"
        async with show.app.db.read() as tx:
            standing = await progress_of_many(tx, load(scheme), 2026)
            usual = {LetterState.RECEIVED, LetterState.READ, LetterState.ANSWERED, LetterState.SETTLED}
            letters = await letters_of(tx, show.committee)
        contacts = {member.name: len(where.contacts) for member, where in standing}
        assert contacts == {one.name: len(one.contacts) for one in show.committee.members}
        assert (len(letters), set(letters)) == (len(show.committee.letters), usual)
        assert await tour.play(running.story_of(show), tour.CHAPTERS[scheme]), capsys.readouterr().out


async def test_what_is_not_seen_is_said_and_the_others_go_on(
    quick: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def expects_too_much(story: Story) -> None:
        await story.stage["王秀英"].says("/letters")
        await story.stage["王秀英"].sees("奖状")

    async def presses_nothing(story: Story) -> None:
        await story.stage["李建国"].presses("button-settle")

    async def has_a_name_in_it(story: Story) -> None:
        li = story.stage["李建国"]
        await li.says("/contacts")
        await li.sees("王秀英")
        await li.has_never_seen("王秀英")

    async def expects_what_comes(story: Story) -> None:
        await story.stage["王秀英"].sees("SL-2026-000001")

    scenes = (
        ("tour-letter", expects_too_much),
        ("tour-end", presses_nothing),
        ("tour-anonymous", has_a_name_in_it),
        ("tour-answer", expects_what_comes),
    )
    quick.setattr(running, "STORY", scenes)
    assert await running.demo(0, tour=True, exit_after=True, scheme=None) == 1
    told = capsys.readouterr().out
    assert "✗ 王秀英没有看到：奖状" in told
    assert "连心桥：您的来信" in told
    assert "✗ 李建国没有看到：[办结]" in told
    assert "✗ 李建国没有看到：不带“王秀英”的内容" in told
    assert "✓" in told
    assert "全程 4 步，看到 1 步。" in told
