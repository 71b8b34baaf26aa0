"""The same echo with aiogram as it comes: its long polling, its aiohttp session, storing nothing.

    python -m bench.echo_aiogram BASE_URL TOKEN

It asks for an older pydantic than ours, so it lives in an environment of its own (``make bench`` makes it), and this
file imports nothing of ours.
"""

import asyncio
import sys

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message


async def echo(message: Message) -> None:
    await message.answer(message.text or "")


async def main(base_url: str, token: str) -> None:
    server = TelegramAPIServer.from_base(base_url.removesuffix("/bot"))
    dispatcher = Dispatcher()
    dispatcher.message.register(echo, F.text)
    await dispatcher.start_polling(Bot(token, session=AiohttpSession(api=server)))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2]))
