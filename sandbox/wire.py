"""The connection of a client to a sandbox: control calls over HTTP."""

from typing import Any, Self

from aiohttp import ClientSession, ClientTimeout, FormData, TCPConnector

Json = dict[str, Any]


class SandboxError(Exception):
    """The sandbox refused a control call: its sentence."""


class Wire:
    """One connection to a sandbox. Use it as an async context manager."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")

    async def __aenter__(self) -> Self:
        self.http = ClientSession(self.url, timeout=ClientTimeout(total=120), connector=TCPConnector(limit=0))
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.http.close()

    async def get(self, call: str, **query: Any) -> Any:
        """`GET /control/<call>`; arguments that are None are left out."""
        given = {name: str(value) for name, value in query.items() if value is not None}
        return await self._ask("GET", call, params=given)

    async def post(self, call: str, **body: Any) -> Any:
        """`POST /control/<call>`; arguments that are None are left out."""
        return await self._ask("POST", call, json={name: value for name, value in body.items() if value is not None})

    async def _ask(self, method: str, call: str, **how: Any) -> Any:
        async with self.http.request(method, f"/control/{call}", **how) as response:
            answer = await response.json()
        if response.status != 200:
            raise SandboxError(answer["error"])
        return answer

    async def file(self, file_id: str) -> bytes:
        """The bytes of a file."""
        async with self.http.get(f"/control/file/{file_id}") as response:
            if response.status != 200:
                raise SandboxError(f"there is no file {file_id}")
            return await response.read()

    async def upload(self, call: str, data: bytes, fields: Json) -> Any:
        """A control call with a file."""
        form = FormData()
        form.add_field("file", data, filename=fields.get("filename") or "file.bin")
        for name, value in fields.items():
            if value is not None:
                form.add_field(name, str(value))
        return await self._ask("POST", call, data=form)
