"""The webhook's door: whoever lacks the secret stays outside, and 200 is only said after the commit."""

import asyncio
import json
from collections.abc import Sequence
from typing import Any

import pytest
from aiohttp import ClientConnectorError, ClientSession

from tests.postgres import free_port
from tests.web.conftest import Serve
from web import webhook
from web.server import Address, AddressTaken, Server
from web.webhook import LARGEST_BODY, SECRET_HEADER, Update, Webhook

SECRET = "a-secret-of-sixteen-letters"
KNOWN = {SECRET_HEADER: SECRET}
UPDATE = {"update_id": 7, "message": {"chat": {"id": 1001}, "text": "你好"}}


class Inbox:
    """Keeps, fails, or takes its time."""

    def __init__(self) -> None:
        self.kept: list[Update] = []
        self.fault: Exception | None = None
        self.asked = asyncio.Event()
        self.may_commit = asyncio.Event()
        self.may_commit.set()

    async def keep(self, updates: Sequence[Update]) -> None:
        self.asked.set()
        await self.may_commit.wait()
        if self.fault:
            raise self.fault
        self.kept += updates


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


async def push(client: ClientSession, body: Any = UPDATE, **headers: str) -> int:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    sent = {"Content-Type": "application/json"} | (headers or KNOWN)
    async with client.post("/hook", data=data, headers=sent) as answer:
        return answer.status


async def test_an_update_is_kept_and_acknowledged(serve: Serve, inbox: Inbox) -> None:
    async with serve([Webhook(SECRET, inbox.keep).route("/hook")]) as client:
        assert await push(client) == 200
    assert inbox.kept == [UPDATE]


async def test_nothing_is_acknowledged_before_it_is_committed(serve: Serve, inbox: Inbox) -> None:
    inbox.may_commit.clear()
    async with serve([Webhook(SECRET, inbox.keep).route("/hook")]) as client:
        pushing = asyncio.create_task(push(client))
        await inbox.asked.wait()
        await asyncio.sleep(0.2)
        assert not pushing.done()
        inbox.may_commit.set()
        assert await pushing == 200


async def test_a_database_that_fails_is_503_so_that_telegram_repeats(serve: Serve, inbox: Inbox) -> None:
    inbox.fault = OSError("disk full")
    async with serve([Webhook(SECRET, inbox.keep).route("/hook")]) as client:
        assert await push(client) == 503
        inbox.fault = None
        assert await push(client) == 200
    assert inbox.kept == [UPDATE]


async def test_a_database_that_hangs_is_503(serve: Serve, inbox: Inbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhook, "KEEP_SECONDS", 0.1)
    inbox.may_commit.clear()
    async with serve([Webhook(SECRET, inbox.keep).route("/hook")]) as client:
        assert await push(client) == 503


@pytest.mark.parametrize("secret", ["", "a-secret-of-sixteen-letterS", SECRET + "x", SECRET[:-1], "é" * 20])
async def test_without_the_secret_nobody_gets_in(serve: Serve, inbox: Inbox, secret: str) -> None:
    async with serve([Webhook(SECRET, inbox.keep).route("/hook")]) as client:
        assert await push(client, **{SECRET_HEADER: secret}) == 401
        assert await push(client, **{"X-Other": "1"}) == 401
    assert inbox.kept == []


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        b"[]",
        b"null",
        {"message": {}},
        {"update_id": "7"},
        {"update_id": True},
        {"update_id": 7.5},
        {"update_id": -1},
        {"update_id": 2**63},
    ],
)
async def test_what_is_no_update_is_refused(serve: Serve, inbox: Inbox, body: Any) -> None:
    async with serve([Webhook(SECRET, inbox.keep).route("/hook")]) as client:
        assert await push(client, body) == 400
    assert inbox.kept == []


async def test_other_contents_methods_and_paths_are_refused(serve: Serve, inbox: Inbox) -> None:
    async with serve([Webhook(SECRET, inbox.keep).route("/hook")]) as client:
        assert await push(client, **KNOWN, **{"Content-Type": "text/plain"}) == 415
        for method in ("GET", "PUT", "DELETE", "PATCH"):
            async with client.request(method, "/hook", headers=KNOWN) as answer:
                assert answer.status == 405
        async with client.post("/other", json=UPDATE, headers=KNOWN) as answer:
            assert answer.status == 404
    assert inbox.kept == []


@pytest.mark.parametrize("told", [True, False])
async def test_a_body_too_large_is_refused_whether_it_tells_its_length_or_not(
    serve: Serve, inbox: Inbox, told: bool
) -> None:
    size = LARGEST_BODY + 1
    length = f"Content-Length: {size}" if told else "Transfer-Encoding: chunked"
    head = f"POST /hook HTTP/1.1\r\nHost: x\r\n{SECRET_HEADER}: {SECRET}\r\nContent-Type: application/json\r\n{length}"
    async with serve([Webhook(SECRET, inbox.keep).route("/hook")]) as client:
        assert client._base_url is not None
        reader, writer = await asyncio.open_connection("127.0.0.1", client._base_url.port)
        writer.write(f"{head}\r\n\r\n".encode())
        if not told:
            # Whoever tells no length is read until it is too much, and not to the end.
            writer.write(f"{size:x}\r\n".encode() + b" " * size)
        assert b"413" in await asyncio.wait_for(reader.readline(), 5)
        writer.close()
        assert await push(client) == 200


async def test_a_body_that_never_ends_is_given_up(serve: Serve, inbox: Inbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhook, "BODY_SECONDS", 0.1)

    async def dripping() -> Any:
        yield b"{"
        await asyncio.sleep(5)

    async with serve([Webhook(SECRET, inbox.keep).route("/hook")]) as client:
        headers = KNOWN | {"Content-Type": "application/json"}
        async with client.post("/hook", data=dripping(), headers=headers) as answer:
            assert answer.status == 400


async def test_requests_under_way_are_answered_when_the_server_closes(inbox: Inbox) -> None:
    inbox.may_commit.clear()
    port = free_port()
    server = Server.open(Address("127.0.0.1", port), [Webhook(SECRET, inbox.keep).route("/hook")])
    running = asyncio.create_task(server.run())
    async with ClientSession(f"http://127.0.0.1:{port}") as client:
        pushing = asyncio.create_task(push(client))
        await inbox.asked.wait()
        server.close()
        await asyncio.sleep(0.2)
        inbox.may_commit.set()
        assert await pushing == 200
        await running
        with pytest.raises(ClientConnectorError):
            await push(client)


async def test_a_server_that_never_ran_gives_its_address_back() -> None:
    address = Address("127.0.0.1", free_port())
    server = Server.open(address, [])
    with pytest.raises(AddressTaken):
        Server.open(address, [])
    server.close()
    Server.open(address, []).close()
