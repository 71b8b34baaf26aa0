"""People who write letters while things go wrong around them: they look for the button that belongs to what they do."""

import asyncio
import re

from sandbox.client import Phone, SandboxClient
from sandbox.message import Message
from storage import inbox, outbox
from storage.db import Db

NUMBER = re.compile(r"SL-\d{4}-\d{6}")


def dialogue_of(message: Message, label: str) -> int:
    """The number of the dialogue whose button this is; 0 when the message has no such button."""
    for row in message.raw.get("reply_markup", {}).get("inline_keyboard", []):
        for button in row:
            if button["text"] == label:
                return int(button["callback_data"].split(":")[1])
    return 0


async def press(phone: Phone, label: str, *, of: int | None = None, after: int = 0) -> int:
    """Press a button of one dialogue (or of a later one than ``after``) as soon as there is one; the dialogue's number.

    A message may have come twice, so a person looks for the button that belongs to what they are doing.
    """
    while True:
        for message in reversed(await phone.messages()):
            number = dialogue_of(message, label)
            if number > after and of in (None, number):
                await phone.sandbox.post("press", user=phone.id, message=message.id, button=label, wait=0)
                return number
        await asyncio.sleep(0.05)


async def numbers_given(phone: Phone) -> set[str]:
    return {found for message in await phone.messages() if message.from_bot for found in NUMBER.findall(message.text)}


async def write_letters(phone: Phone, written: list[str], enough: asyncio.Event) -> None:
    """One letter after the other, each named by what it says, until it is enough."""
    dialogue = 0
    while not enough.is_set():
        words = f"{phone.name}的第{len(written) + 1}封信，{phone.id}号路灯不亮。"
        given = len(await numbers_given(phone))
        await phone.say("/write 李建国")
        dialogue = await press(phone, "匿名", after=dialogue)
        await phone.say(words)
        await press(phone, "完成", of=dialogue)
        await press(phone, "提交", of=dialogue)
        while len(await numbers_given(phone)) == given:
            await asyncio.sleep(0.05)
        written.append(words)


async def until_settled(db: Db, sandbox: SandboxClient) -> None:
    """Nothing waits on either side. In the way of an update: asked the other way round, one could slip past both."""
    while True:
        not_fetched = await sandbox.waiting()
        async with db.read() as tx:
            waiting = await inbox.waiting(tx) + (await outbox.counts(tx))["waiting"]
        if not waiting and not not_fetched:
            return
        await asyncio.sleep(0.05)
