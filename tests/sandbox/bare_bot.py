"""A bot without a library: calls methods by name and shows Telegram's answer."""

import json
from io import BytesIO
from typing import Any, Self

from aiohttp import ClientSession, FormData

Json = dict[str, Any]

TOKEN = "700001:AAbbCCddEEff"


class Refused(Exception):
    """The API said no."""

    def __init__(self, answer: Json) -> None:
        super().__init__(answer["description"])
        self.code: int = answer["error_code"]
        self.parameters: Json = answer.get("parameters", {})


def wire_form(params: Json) -> FormData:
    """As libraries send it: objects as JSON, bytes as file parts (which makes it multipart)."""
    form = FormData()
    for name, value in params.items():
        if isinstance(value, bytes):
            form.add_field(name, BytesIO(value), filename=f"{name}.png", content_type="image/png")
        else:
            form.add_field(name, value if isinstance(value, str) else json.dumps(value))
    return form


class BareBot:
    """`await bot("sendMessage", chat_id=1001, text="您好")` is the result; Refused is raised for an error."""

    def __init__(self, url: str, token: str = TOKEN) -> None:
        self.url = url
        self.token = token
        self.offset = 0

    async def __aenter__(self) -> Self:
        self.http = ClientSession()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.http.close()

    async def __call__(self, method: str, /, **params: Any) -> Any:
        address = f"{self.url}/bot{self.token}/{method}"
        async with self.http.post(address, data=wire_form(params) if params else None) as response:
            answer = await response.json()
        assert response.status == answer.get("error_code", 200)
        if not answer["ok"]:
            raise Refused(answer)
        return answer["result"]

    async def updates(self, **params: Any) -> list[Json]:
        """All that wait, confirmed at once."""
        updates: list[Json] = await self("getUpdates", offset=self.offset, **params)
        if updates:
            self.offset = updates[-1]["update_id"] + 1
            await self("getUpdates", offset=self.offset, limit=1)
        return updates

    async def download(self, path: str) -> bytes:
        """A file by the path that getFile gave."""
        async with self.http.get(f"{self.url}/file/bot{self.token}/{path}") as response:
            response.raise_for_status()
            return await response.read()


def keyboard(*labels: str) -> Json:
    """An inline keyboard of one row; each button carries its label as data."""
    return {"inline_keyboard": [[{"text": label, "callback_data": label} for label in labels]]}
