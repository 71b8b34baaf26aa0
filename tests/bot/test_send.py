"""What is owed leaves once, in order, and until Telegram has it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from structlog.testing import capture_logs

from bot import render, send
from bot.api import TelegramApi
from bot.pace import Sending, booking
from bot.send import Sender
from domain.activities import ActivityKind
from domain.publications import Answer
from sandbox.client import Phone, SandboxClient
from services import activities, letter_course, publications
from services.activities import NewActivity
from services.outbox import Button, Envelope, Lane, Media, Picture, tell, tell_chat
from services.people import blocked
from storage import outbox, people, sign_in_screens
from storage.db import Db, system_clock
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.letter_writing import write
from tests.services.reminding import RULES
from texts import Text, Texts

FAST = Sending(overall_per_second=1000, chat_per_second=1000, group_per_minute=60000)
TEXTS = Texts.load(ZoneInfo("Asia/Shanghai"))
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)


@pytest.fixture
def clock() -> TestClock:
    """Real time: what is put off has to become due."""
    return system_clock  # type: ignore[return-value]  # a Clock like the standing one


@asynccontextmanager
async def sending(db: Db, api: TelegramApi, limits: Sending = FAST) -> AsyncIterator[Sender]:
    sender = Sender(db, api, TEXTS, booking(db, limits), lambda name, language, data: PNG)
    task = asyncio.create_task(sender.run())
    try:
        yield sender
    finally:
        task.cancel()
        await asyncio.wait([task])
    if not task.cancelled():
        task.result()


@pytest.fixture
async def wang(sandbox: SandboxClient) -> Phone:
    phone = await sandbox.person("王秀英", id=1001)
    await phone.say("/start")
    return phone


def number(n: int) -> Text:
    return Text("unknown-command", command=f"第{n}条")


async def test_messages_arrive_in_order_whatever_fails_in_between(
    db: Db, api: TelegramApi, sandbox: SandboxClient, cast: Cast, wang: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(send, "PAUSES", (0.05,))
    await sandbox.faults(
        7, [{"method": "sendMessage", "p": 0.4, "times": 12, "what": w} for w in ("500", "drop_before")]
    )
    async with db.write() as tx:
        for n in range(10):
            await tell(tx, cast.wang.id, number(n))
    async with sending(db, api):
        await wang.sees("第9条", timeout=15)
    texts = [message.text for message in await wang.messages() if "第" in message.text]
    assert [text.split("条")[0][-1] for text in texts] == list("0123456789")


async def test_retry_after_is_obeyed(db: Db, api: TelegramApi, sandbox: SandboxClient, cast: Cast, wang: Phone) -> None:
    await sandbox.faults(1, [{"method": "sendMessage", "p": 1, "times": 1, "what": "429", "retry_after": 1}])
    async with db.write() as tx:
        await tell(tx, cast.wang.id, number(1))
    began = asyncio.get_running_loop().time()
    async with sending(db, api):
        await wang.sees("第1条")
    assert asyncio.get_running_loop().time() - began >= 1
    assert [call["status"] for call in await sandbox.calls("sendMessage")] == [429, 200]


async def test_an_answer_overtakes_a_broadcast(db: Db, api: TelegramApi, cast: Cast, wang: Phone) -> None:
    async with db.write() as tx:
        for n in (1, 2):
            await tell(tx, cast.wang.id, number(n), envelope=Envelope(lane=Lane.BROADCAST))
        await tell(tx, cast.wang.id, number(3), envelope=Envelope(lane=Lane.ANSWER))
    async with sending(db, api):
        await wang.sees("第2条")
    assert [m.text.split("条")[0][-1] for m in await wang.messages() if "第" in m.text] == ["3", "1", "2"]


async def test_who_blocks_the_bot_is_remembered_and_gets_it_when_back(
    db: Db, api: TelegramApi, cast: Cast, wang: Phone
) -> None:
    await wang.block()
    async with db.write() as tx:
        await tell(tx, cast.wang.id, number(1))
        await tell(tx, cast.wang.id, number(2), envelope=Envelope(lane=Lane.BROADCAST))
    async with sending(db, api):
        async with asyncio.timeout(30):
            while True:
                async with db.read() as tx:
                    if (await outbox.counts(tx))["failed"] == 2:
                        break
                await asyncio.sleep(0.02)
        async with db.read() as tx:
            assert (await people.get(tx, cast.wang.id)).blocked_at is not None
        await wang.unblock()
        async with db.write() as tx:
            await blocked(tx, 1001, blocked=False)
        await wang.sees("第1条")
    assert not [message for message in await wang.messages() if "第2条" in message.text]


async def test_what_telegram_refuses_for_good_is_parked_and_holds_up_nothing(
    db: Db, api: TelegramApi, cast: Cast, wang: Phone
) -> None:
    async with db.write() as tx:
        await tell(tx, cast.wang.id, None, media=[Media("photo", file_id="nonsense")])
        await tell(tx, cast.wang.id, number(1))
    async with sending(db, api) as sender:
        await wang.sees("第1条")
        await sender.drain(5)
    async with db.read() as tx:
        assert await outbox.counts(tx) == {"waiting": 0, "failed": 1}


async def test_pictures_albums_places_buttons_and_edits_arrive(
    db: Db, api: TelegramApi, cast: Cast, wang: Phone
) -> None:
    first, second = [(await wang.send_photo(caption=str(n))).raw["photo"][-1]["file_id"] for n in (1, 2)]
    place = Media("location", latitude=32.0, longitude=120.25)
    media = [Media("photo", file_id=first), Media("photo", file_id=second), place]
    async with db.write() as tx:
        buttons = [[Button("button-submit", does="x:1"), Button("button-cancel", url="https://example.org")]]
        await tell(tx, cast.wang.id, number(1), buttons=buttons, media=media)
        await tell(tx, cast.wang.id, number(2), picture=Picture("quota", {}))
    async with sending(db, api):
        shown = await wang.sees("第1条")
        await wang.sees("第2条")
        album = [message for message in await wang.messages() if message.raw.get("media_group_id")]
        assert len(album) == 2
        assert any("location" in message.raw for message in await wang.messages())
        async with db.write() as tx:
            await tell(tx, cast.wang.id, number(3), envelope=Envelope(edits=shown.id))
        edited = await wang.sees("第3条")
        assert edited.id == shown.id


async def test_an_edit_of_a_message_that_is_gone_is_said_anew(
    db: Db, api: TelegramApi, cast: Cast, wang: Phone
) -> None:
    async with db.write() as tx:
        await tell(tx, cast.wang.id, number(4), envelope=Envelope(edits=999_999))
    async with sending(db, api):
        await wang.sees("第4条")


async def test_a_screen_whose_picture_is_gone_is_given_up(db: Db, api: TelegramApi, cast: Cast, wang: Phone) -> None:
    begins = db.clock() + timedelta(minutes=30)
    new = NewActivity(ActivityKind.BRIEFING, "通报会", "会议室", begins, begins + timedelta(hours=2))
    async with db.write() as tx:
        held = await activities.make(tx, new, cast.zhou, RULES)
        screen = await sign_in_screens.show(tx, held.id, 1001, "zh", 0, begins)
        await sign_in_screens.stands_at(tx, screen, 999_999)
        gone = Envelope(edits=999_999, screen_id=screen)
        await tell(tx, cast.wang.id, number(1), picture=Picture("quota", {}), envelope=gone)
        await tell(tx, cast.wang.id, number(2))
    async with sending(db, api):
        await wang.sees("第2条")
    assert not [message for message in await wang.messages() if "第1条" in message.text]
    async with db.read() as tx:
        assert (await outbox.counts(tx))["failed"] == 0
        assert await tx.value("SELECT COUNT(*) FROM sign_in_screens") == 0


async def test_a_message_that_cannot_be_made_is_parked(db: Db, api: TelegramApi, cast: Cast, wang: Phone) -> None:
    async with db.write() as tx:
        await tell_chat(tx, 1001, Text("cancelled"), "klingon")
        await tell(tx, cast.wang.id, number(1))
    async with sending(db, api):
        await wang.sees("第1条")
    async with db.read() as tx:
        assert (await outbox.counts(tx))["failed"] == 1


async def test_what_a_message_that_cannot_be_made_says_is_kept_nowhere(
    db: Db, api: TelegramApi, cast: Cast, wang: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(_chat_id: int, content: Any, *_: Any) -> Any:
        raise ValueError(f"cannot make {content}")

    monkeypatch.setattr(render, "call", cannot)
    async with db.write() as tx:
        await tell(tx, cast.wang.id, Text("unknown-command", command="of the street lamp"))
    with capture_logs() as logs:
        async with sending(db, api):
            while not await failed(db):
                await asyncio.sleep(0.02)
    assert "street lamp" not in "".join([await failed(db), *(str(line.get("error")) for line in logs)])


async def failed(db: Db) -> str:
    async with db.read() as tx:
        row = await tx.one("SELECT error FROM outbox WHERE failed_at IS NOT NULL")
    return row["error"] if row else ""


async def test_the_limits_of_telegram_are_never_hit(
    db: Db, api: TelegramApi, sandbox: SandboxClient, cast: Cast, wang: Phone
) -> None:
    await sandbox.limits(True, overall_per_second=30, chat_per_second=1, group_per_minute=20)
    async with db.write() as tx:
        for n in range(3):
            await tell(tx, cast.wang.id, number(n))
    async with sending(db, api, Sending(overall_per_second=28, chat_per_second=0.95)):
        await wang.sees("第2条", timeout=10)
    assert {call["status"] for call in await sandbox.calls("sendMessage")} == {200}


async def test_nobody_is_told_who_has_not_joined(db: Db, cast: Cast) -> None:
    async with db.write() as tx:
        stranger = await people.add(tx, "孙大爷", "zh")
        assert not await tell(tx, stranger, number(1))
        assert await outbox.counts(tx) == {"waiting": 0, "failed": 0}


async def test_a_post_that_the_channel_refuses_waits_for_the_office_again(
    db: Db, api: TelegramApi, cast: Cast, wang: Phone, sandbox: SandboxClient
) -> None:
    zhou = await sandbox.person("周敏", id=1004)
    await zhou.say("/start")
    async with db.write() as tx:
        letter = await write(tx, cast.wang, cast.li_member, "村口的路灯坏了。")
        await letter_course.settle(tx, letter.id, cast.li)
        await publications.answer_consent(tx, letter.id, cast.wang, Answer.UNNAMED)
        card = await publications.card(tx, letter.id, cast.zhou)
        nowhere = publications.Channel(-1009999999999, "zh", "https://t.me/lianxin_bot?start=write")
        await publications.publish(tx, letter.id, cast.zhou, card.publication.revision, nowhere)
    async with sending(db, api):
        await zhou.sees(f"没有收下来信 {letter.number} 的帖子")
    async with db.write() as tx:
        assert await publications.next_card(tx, cast.zhou) is not None


async def test_a_letter_whose_member_turns_out_to_be_gone_reaches_the_office(
    db: Db, api: TelegramApi, cast: Cast, wang: Phone, sandbox: SandboxClient
) -> None:
    li, zhou = await sandbox.person("李建国", id=1002), await sandbox.person("周敏", id=1004)
    for phone in (li, zhou):
        await phone.say("/start")
    await li.block()
    async with db.write() as tx:
        letter = await write(tx, cast.wang, cast.li_member, "村口的路灯坏了。")
    async with sending(db, api):
        await zhou.sees("村口的路灯坏了。")
        await wang.sees(f"您的来信 {letter.number} 暂时送不到李建国委员")
