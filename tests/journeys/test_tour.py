"""The tour: the whole story through the sandbox, and what it says when something is not there."""

import sys
from asyncio import create_subprocess_exec, wait_for
from asyncio.subprocess import PIPE

import pytest

from bot import logs
from bot.demo import running, stage, tour
from bot.demo.story import Story

STEPS = {"jingjiang-2014": 18, "baokang-151": 18, "xishan-2017": 18}
"""That of ordos-2021, which has no figures and so no reminders to show, is played in test_leaks.py."""


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """What isn't there is missed soon, and the logs of the other tests stay as they are."""
    monkeypatch.setattr(stage, "PATIENCE", 0.5)
    monkeypatch.setattr(logs, "configure", lambda *_: None)
    return monkeypatch


@pytest.mark.timeout(120)
@pytest.mark.parametrize("scheme", STEPS)
async def test_every_step_of_the_tour_is_seen(scheme: str) -> None:
    process = await create_subprocess_exec(
        *(sys.executable, "-m", "bot", "demo", "--port", "0", "--tour", "--exit", "--scheme", scheme),
        stdout=PIPE,
        stderr=PIPE,
    )
    told, complaints = await wait_for(process.communicate(), 100)
    transcript = told.decode()
    assert process.returncode == 0, transcript + complaints.decode()
    assert transcript.count("\n✓") == STEPS[scheme]
    assert "王秀英 ▸ /write 李建国" in transcript
    assert complaints.decode() == ""


async def test_a_step_that_is_not_seen_says_what_was_there_and_the_others_go_on(
    quick: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def expects_too_much(story: Story) -> None:
        await story.stage["王秀英"].says("/letters")
        await story.stage["王秀英"].sees("奖状")

    async def expects_what_comes(story: Story) -> None:
        await story.stage["王秀英"].sees("SL-2026-000001")

    quick.setattr(tour, "SCENES", (("tour-letter", expects_too_much), ("tour-answer", expects_what_comes)))
    quick.setattr(tour, "OF_REMINDERS", ())
    quick.setattr(tour, "OF_LAMP", ())
    assert await running.demo(0, tour=True, exit_after=True, scheme=None) == 1
    told = capsys.readouterr().out
    assert "✗ 王秀英没有看到：奖状" in told
    assert "连心桥：您的来信" in told
    assert "✓" in told
    assert "全程 2 步，看到 1 步。" in told


async def test_a_button_that_is_not_there_is_missed_and_named(
    quick: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def presses_nothing(story: Story) -> None:
        await story.stage["李建国"].presses("button-settle")

    quick.setattr(tour, "SCENES", (("tour-end", presses_nothing),))
    quick.setattr(tour, "OF_REMINDERS", ())
    quick.setattr(tour, "OF_LAMP", ())
    assert await running.demo(0, tour=True, exit_after=True, scheme=None) == 1
    assert "✗ 李建国没有看到：[办结]" in capsys.readouterr().out


async def test_a_name_that_must_not_be_read_is_found(
    quick: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def has_a_name_in_it(story: Story) -> None:
        li = story.stage["李建国"]
        await li.says("/contacts")
        await li.sees("王秀英")
        await li.has_never_seen("王秀英")

    quick.setattr(tour, "SCENES", (("tour-anonymous", has_a_name_in_it),))
    quick.setattr(tour, "OF_REMINDERS", ())
    quick.setattr(tour, "OF_LAMP", ())
    assert await running.demo(0, tour=True, exit_after=True, scheme=None) == 1
    assert "✗ 李建国没有看到：不带“王秀英”的内容" in capsys.readouterr().out
