"""What the doors do with who keeps them waiting."""

import asyncio

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from tests.web.conftest import Serve
from web import server


async def slow(_: Request) -> PlainTextResponse:
    await asyncio.sleep(3 * server.PATIENCE)
    return PlainTextResponse("done")


@pytest.mark.parametrize(
    "begun", [b"", b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ", b"GET /nothing HTTP/1.1\r\nHost: x\r\n\r\nGET / HT"]
)
async def test_who_never_ends_the_head_of_a_request_is_not_waited_for(
    begun: bytes, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "PATIENCE", 0.1)
    async with serve([Route("/", slow)]) as client:
        url = client._base_url
        assert url is not None
        reader, writer = await asyncio.open_connection(url.host, url.port)
        writer.write(begun)
        async with asyncio.timeout(60):
            while await reader.read(1000):
                pass
        writer.close()


async def test_a_request_under_way_is_answered_however_long_it_takes(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "PATIENCE", 0.1)
    async with serve([Route("/", slow)]) as client, client.get("/") as answered:
        assert (answered.status, await answered.text()) == (200, "done")


async def test_beyond_so_many_at_once_one_is_told_to_come_again(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "AT_ONCE", 1)
    async with serve([Route("/", slow)]) as client, client.get("/") as answered:
        assert answered.status == 503
