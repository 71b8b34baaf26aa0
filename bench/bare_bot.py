"""The ceiling: an echo without any library, over plain connections, so fast that the sandbox is what it measures.

python -m bench.bare_bot BASE_URL TOKEN
"""

import asyncio
import json
import sys
from typing import Any
from urllib.parse import urlsplit

SENDERS = 16

Json = dict[str, Any]


class Line:
    """One kept-alive connection, one call at a time."""

    def __init__(self, base_url: str, token: str) -> None:
        parts = urlsplit(base_url)
        self._address = (parts.hostname, parts.port)
        self._path = f"{parts.path}{token}"

    async def open(self) -> None:
        self._reader, self._writer = await asyncio.open_connection(*self._address)

    async def call(self, method: str, params: Json) -> bytes:
        """The answer's body, unread."""
        body = json.dumps(params).encode()
        head = (
            f"POST {self._path}/{method} HTTP/1.1\r\nHost: sandbox\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        self._writer.write(head.encode() + body)
        answer = await self._reader.readuntil(b"\r\n\r\n")
        length = int(answer.lower().partition(b"content-length:")[2].partition(b"\r\n")[0])
        return await self._reader.readexactly(length)


async def poll(line: Line, heard: "asyncio.Queue[Json]") -> None:
    offset = 0
    while True:
        answer = json.loads(await line.call("getUpdates", {"offset": offset, "timeout": 50}))
        for update in answer["result"]:
            offset = update["update_id"] + 1
            heard.put_nowait(update["message"])


async def echo(line: Line, heard: "asyncio.Queue[Json]") -> None:
    while True:
        message = await heard.get()
        await line.call("sendMessage", {"chat_id": message["chat"]["id"], "text": message["text"]})


async def main(base_url: str, token: str) -> None:
    lines = [Line(base_url, token) for _ in range(SENDERS + 1)]
    for line in lines:
        await line.open()
    heard: asyncio.Queue[Json] = asyncio.Queue()
    await asyncio.gather(poll(lines[0], heard), *(echo(line, heard) for line in lines[1:]))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2]))
