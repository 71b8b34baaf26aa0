"""The demo: a sandbox, the bot and a fictional committee in one process, and a tour of what they can do."""

from bot.demo.running import demo

__all__ = ["demo"]
