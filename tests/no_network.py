"""python-telegram-bot without a network: its own HTTP client reads all certificates of the machine for each bot."""

import json
from typing import Any

from telegram import Bot
from telegram.request import BaseRequest

from tests import updates


class NoNetwork(BaseRequest):
    """python-telegram-bot asks once who the bot is."""

    @property
    def read_timeout(self) -> float:
        return 1.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(self, url: str, *_args: Any, **_more: Any) -> tuple[int, bytes]:
        assert url.endswith("/getMe"), "a handler called the Bot API by itself"
        return 200, json.dumps({"ok": True, "result": updates.BOT}).encode()


def bot_without_network() -> Bot:
    return Bot("42:silent", request=NoNetwork(), get_updates_request=NoNetwork())
