"""The table of methods the sandbox offers, filled by the methods_*.py files."""

from collections.abc import Awaitable, Callable
from typing import Any

from sandbox.api import METHODS
from sandbox.files import Upload
from sandbox.world import World

Json = dict[str, Any]


class Call(dict[str, Any]):
    """The parameters of one call, checked; `uploads` holds the file parts that came along, by name."""

    def __init__(self, method: str, params: Json, uploads: dict[str, Upload]) -> None:
        super().__init__(params)
        self.method = method
        self.uploads = uploads

    def file(self, value: Upload | str) -> Upload | str:
        """The upload that "attach://name" stands for, or the value itself."""
        if isinstance(value, str) and value.startswith("attach://"):
            return self.uploads.get(value.removeprefix("attach://"), value)
        return value


Handler = Callable[[World, Call], Any | Awaitable[Any]]

HANDLERS: dict[str, Handler] = {}
# Telegram does not care about the case of a method's name.
BY_LOWER_NAME = {name.lower(): name for name in METHODS}


def method(handler: Handler) -> Handler:
    """Offer a function as the method of the same name: send_message is sendMessage."""
    name = BY_LOWER_NAME[handler.__name__.replace("_", "").lower()]
    HANDLERS[name] = handler
    return handler
