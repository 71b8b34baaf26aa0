"""HTTP to Telegram where it does not go well, and what must not be told then."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

import pytest

from bot.wire import NoAnswer, Upload, Wire

Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
SECRET = "42:secret"
OK = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s"


@asynccontextmanager
async def server(serve: Serve) -> AsyncIterator[str]:
    """An address at which this is served."""
    served: list[asyncio.StreamWriter] = []

    async def serve_and_close(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        served.append(writer)
        await serve(reader, writer)
        writer.close()

    listening = await asyncio.start_server(serve_and_close, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}/bot{SECRET}/sendMessage"
    listening.close()
    for writer in served:
        with suppress(ConnectionError):
            await writer.wait_closed()


@pytest.fixture
async def wire() -> AsyncIterator[Wire]:
    wire = Wire()
    yield wire
    await wire.close()


async def asked(reader: asyncio.StreamReader) -> tuple[bytes, bytes]:
    """Head and body of what comes."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0] or 0)
    return head, await reader.readexactly(length)


async def test_one_connection_carries_one_call_after_the_other(wire: Wire) -> None:
    connections, bodies = 0, []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal connections
        connections += 1
        for _ in range(2):
            bodies.append((await asked(reader))[1])
            writer.write(OK % (2, b"{}"))

    async with server(serve) as url:
        assert [await wire.post(url, body, 5) for body in (b'{"a":1}', b'{"a":2}')] == [(200, b"{}")] * 2
    assert (connections, bodies) == (1, [b'{"a":1}', b'{"a":2}'])


async def test_a_connection_cut_in_the_middle_is_no_answer_and_does_not_tell_the_token(wire: Wire) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asked(reader)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")

    async with server(serve) as url:
        with pytest.raises(NoAnswer) as fault:
            await wire.post(url, b"{}", 5)
    assert SECRET not in f"{fault.value!r} {fault.value.__cause__!r}"


async def test_nobody_there_is_no_answer(wire: Wire) -> None:
    with pytest.raises(NoAnswer):
        await wire.post("http://127.0.0.1:1/", b"{}", 5)


async def test_silence_ends_when_the_time_is_over(wire: Wire) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asked(reader)
        await reader.read()

    async with server(serve) as url:
        with pytest.raises(NoAnswer):
            await wire.post(url, b"{}", 0.2)


async def test_a_call_that_is_given_up_hangs_up(wire: Wire) -> None:
    begun, hung_up = asyncio.Event(), asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asked(reader)
        begun.set()
        with suppress(ConnectionError):
            await reader.read()
        hung_up.set()

    async with server(serve) as url:
        call = asyncio.create_task(wire.post(url, b"{}", 30))
        await begun.wait()
        call.cancel()
        await asyncio.wait_for(hung_up.wait(), 10)


async def test_a_files_chinese_name_travels_as_it_is(wire: Wire) -> None:
    bodies = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        bodies.append((await asked(reader))[1])
        writer.write(OK % (2, b"{}"))

    async with server(serve) as url:
        await wire.post_form(url, {"caption": "简报"}, {"document": Upload("简报.docx", b"x", "text/plain")}, 5)
    assert 'filename="简报.docx"'.encode() in bodies[0]


async def test_a_file_that_is_too_long_is_not_read_to_its_end(wire: Wire) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n" + bytes(200_000))

    async with server(serve) as url:
        status, data = await wire.get(url, 1000, 30)
    assert status == 200
    assert len(data) == 1001


async def test_a_proxy_is_asked_where_one_is_configured() -> None:
    heads = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heads.append((await asked(reader))[0])
        writer.write(OK % (2, b"{}"))

    async with server(serve) as proxy:
        wire = Wire(proxy.partition("/bot")[0])
        assert await wire.post("http://api.telegram.example/bot/getMe", b"{}", 5) == (200, b"{}")
        await wire.close()
    assert heads[0].startswith(b"POST http://api.telegram.example/bot/getMe ")
