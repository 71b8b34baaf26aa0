"""A letter in a group with topics has one of its own, whatever fails between opening it and posting the letter."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot import send
from bot.api import TelegramApi
from domain.letters import OFFICE_DESK, Letter, Outcome
from sandbox.client import SandboxClient
from sandbox.phone import Chat, Phone
from services import letter_course, triage
from storage import outbox
from storage.db import Clock, Db, system_clock
from tests.bot.test_send import sending
from tests.cast import Cast
from tests.services.letter_writing import write


@pytest.fixture
def clock() -> Clock:
    """Real time: what is put off has to become due."""
    return system_clock


@pytest.fixture
async def li(sandbox: SandboxClient) -> Phone:
    phone = await sandbox.person("李建国", id=1002)
    await phone.say("/start")
    return phone


@pytest.fixture
async def forum(sandbox: SandboxClient, li: Phone) -> Chat:
    return await sandbox.chat("supergroup", "委员群", people=[li], is_forum=True)


@pytest.fixture
async def letter(db: Db, cast: Cast, forum: Chat) -> Letter:
    """Posted to the forum, not sent yet."""
    async with db.write() as tx:
        letter = await write(tx, cast.wang, None, "我叫王秀英，村口的路灯坏了。")
        await triage.post_to_group(tx, letter.id, cast.zhou, forum.id, "zh")
    return letter


async def titles(sandbox: SandboxClient, chat: Chat) -> list[str]:
    """Of the topics as they are called now, oldest first."""
    return list((await _topics(sandbox, chat)).values())


async def _topics(sandbox: SandboxClient, chat: Chat) -> dict[int, str]:
    found: dict[int, str] = {}
    for message in (await sandbox.state())["messages"][str(chat.id)]:
        named: dict[str, Any] = message.get("forum_topic_created") or message.get("forum_topic_edited") or {}
        if named:
            found[message["message_thread_id"]] = named["name"]
    return found


async def test_a_topic_is_opened_for_a_letter_and_says_how_it_stands(
    db: Db, api: TelegramApi, sandbox: SandboxClient, cast: Cast, li: Phone, forum: Chat, letter: Letter
) -> None:
    async with sending(db, api):
        post = await li.sees("来信待认领", chat=forum)
        assert await _topics(sandbox, forum) == {post.thread: f"待认领 {letter.number} 我叫＊＊，村口的路灯坏了。"}
        async with db.write() as tx:
            await triage.claim(tx, letter.id, cast.li, (forum.id, post.id))
        await li.sees(f"来信 {letter.number} 已由李建国委员办理", chat=forum)
        assert await titles(sandbox, forum) == [f"{letter.number} 已由李建国委员办理"]
        assert await _closed(sandbox, forum) == [post.thread]
        async with db.write() as tx:
            await letter_course.settle(tx, letter.id, cast.li, outcome=Outcome.SOLVED)
        await _until(sandbox, forum, f"{letter.number} 已办结")
    assert len(await sandbox.calls("createForumTopic")) == 1


async def _closed(sandbox: SandboxClient, chat: Chat) -> list[int]:
    messages = (await sandbox.state())["messages"][str(chat.id)]
    return [message["message_thread_id"] for message in messages if "forum_topic_closed" in message]


async def _until(sandbox: SandboxClient, chat: Chat, title: str) -> None:
    async with asyncio.timeout(10):
        while title not in await titles(sandbox, chat):
            await asyncio.sleep(0.02)


@pytest.mark.parametrize("fault", ["500", "drop_before", "429"])
async def test_a_letter_that_fails_after_its_topic_was_opened_goes_into_that_one(
    db: Db,
    api: TelegramApi,
    sandbox: SandboxClient,
    li: Phone,
    forum: Chat,
    letter: Letter,
    fault: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(send, "PAUSES", (0.05,))
    await sandbox.faults(1, [{"method": "sendMessage", "times": 2, "what": fault, "retry_after": 0}])
    async with sending(db, api):
        post = await li.sees("来信待认领", chat=forum)
    assert list(await _topics(sandbox, forum)) == [post.thread]
    assert letter.number in post.text


async def test_a_second_topic_is_opened_only_where_telegram_did_not_answer(
    db: Db,
    api: TelegramApi,
    sandbox: SandboxClient,
    li: Phone,
    forum: Chat,
    letter: Letter,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(send, "PAUSES", (0.05,))
    await sandbox.faults(1, [{"method": "createForumTopic", "times": 1, "what": "drop_after"}])
    async with sending(db, api):
        post = await li.sees(letter.number, chat=forum)
    first, second = await _topics(sandbox, forum)
    assert post.thread == second != first
    assert len([message for message in await li.messages(forum) if message.buttons]) == 1


async def test_where_no_topic_may_be_opened_the_letter_is_posted_as_it_is(
    db: Db, api: TelegramApi, sandbox: SandboxClient, cast: Cast, li: Phone, forum: Chat, letter: Letter
) -> None:
    bot = (await sandbox.state())["bot"]["id"]
    await sandbox.post("join", user=bot, chat=forum.id, status="member")
    async with sending(db, api):
        post = await li.sees("来信待认领", chat=forum)
        async with db.write() as tx:
            second = await write(tx, cast.wang, None, "井盖丢了。")
            await triage.post_to_group(tx, second.id, cast.zhou, forum.id, "zh")
        await li.sees(second.number, chat=forum)
        async with db.write() as tx:
            await triage.claim(tx, letter.id, cast.li, (forum.id, post.id))
        await li.sees(f"来信 {letter.number} 已由李建国委员办理", chat=forum)
    assert (post.thread, await titles(sandbox, forum)) == (None, [])
    assert len(await sandbox.calls("createForumTopic")) == 1, "what was refused is remembered"


async def test_an_ordinary_group_is_asked_once_whether_it_has_topics(
    db: Db, api: TelegramApi, sandbox: SandboxClient, cast: Cast, li: Phone
) -> None:
    group = await sandbox.chat("supergroup", "委员群", people=[li])
    async with db.write() as tx:
        for words in ("路灯坏了。", "井盖丢了。"):
            letter = await write(tx, cast.wang, None, words)
            await triage.post_to_group(tx, letter.id, cast.zhou, group.id, "zh")
    async with sending(db, api):
        assert (await li.sees("井盖丢了", chat=group)).thread is None
    assert (len(await sandbox.calls("getChat")), await sandbox.calls("createForumTopic")) == (1, [])


async def _all_noted(db: Db) -> None:
    """Who sees a message may be faster than the sender, which notes where it is."""
    async with asyncio.timeout(30):
        while True:
            async with db.read() as tx:
                if not (await outbox.counts(tx))["waiting"]:
                    return
            await asyncio.sleep(0.02)


@pytest.fixture
async def came_back(db: Db, cast: Cast, forum: Chat, letter: Letter, api: TelegramApi, li: Phone) -> AsyncIterator[int]:
    """The letter is in triage again after 李建国 had taken it; the topic it had, as long as something is sent."""
    async with sending(db, api):
        post = await li.sees("来信待认领", chat=forum)
        await _all_noted(db)
        async with db.write() as tx:
            await triage.claim(tx, letter.id, cast.li, (forum.id, post.id))
            await letter_course.hand_over(tx, letter.id, cast.li, OFFICE_DESK)
        await li.sees("已由政协办公室办理", chat=forum)
        assert post.thread is not None
        yield post.thread


async def test_a_letter_that_came_back_is_posted_again_in_its_own_topic(
    db: Db, sandbox: SandboxClient, cast: Cast, li: Phone, forum: Chat, letter: Letter, came_back: int
) -> None:
    async with db.write() as tx:
        assert await triage.post_to_group(tx, letter.id, cast.zhou, forum.id, "zh")
        assert not await triage.post_to_group(tx, letter.id, cast.zhou, forum.id, "zh")
    assert (await li.sees("来信待认领", chat=forum)).thread == came_back
    assert await titles(sandbox, forum) == [f"待认领 {letter.number} 我叫＊＊，村口的路灯坏了。"]


async def test_a_topic_that_was_deleted_meanwhile_does_not_hold_the_letter_back(
    db: Db, api: TelegramApi, cast: Cast, li: Phone, forum: Chat, letter: Letter, came_back: int
) -> None:
    await api.call("deleteForumTopic", chat_id=forum.id, message_thread_id=came_back)
    async with db.write() as tx:
        await triage.post_to_group(tx, letter.id, cast.zhou, forum.id, "zh")
    assert (await li.sees("来信待认领", chat=forum)).text.count(letter.number) == 1
