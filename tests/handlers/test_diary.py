"""The diary by messages and presses: an entry of recordings alone becomes a brief once it has words."""

from typing import Any

import pytest

from storage.db import Db
from tests.cast import Cast
from tests.handlers.desk import Desk

VOICE: dict[str, Any] = {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 1}}


@pytest.fixture
def li(db: Db, cast: Cast) -> Desk:
    return Desk(db, cast.li)


async def test_a_recording_alone_is_asked_for_words_before_it_becomes_a_brief(li: Desk) -> None:
    (written,) = await li.say(caption="/diary", **VOICE)
    entry = written.buttons["修改"]
    _, (asked,) = await li.press(written.buttons["写成信息"])
    assert "还没有文字" in asked.text
    (which,) = await li.say("村口的路灯坏了半个月")
    assert "社情民意信息" in which.buttons
    _, (title,) = await li.press(which.buttons["社情民意信息"])
    assert any("村口的路灯坏了半个月" in label for label in title.buttons)
    _, (shown,) = await li.press(entry.replace("diary-change", "diary-show"))
    assert "村口的路灯坏了半个月" in shown.text
    assert shown.buttons["写成信息"].startswith("brief-of:")


async def test_a_recording_without_words_gets_some_when_it_is_changed(li: Desk) -> None:
    (written,) = await li.say(caption="/diary", **VOICE)
    _, (asked,) = await li.press(written.buttons["修改"])
    assert asked.text == "这篇日记还没有文字。请写几句，原来的照片、录音会留着。"
    (changed,) = await li.say("参加座谈")
    assert "已修改" in changed.text


async def test_a_recording_that_nothing_waits_for_is_answered_with_how_to_speak_in_words(li: Desk) -> None:
    (said,) = await li.say(**VOICE)
    assert "话筒" in said.text
    assert said.buttons
