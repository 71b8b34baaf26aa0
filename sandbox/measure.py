"""How fast is the sandbox itself: its ceiling, which must lie well above what is measured with it.

    python -m sandbox.measure [seconds]

Starts a sandbox as a process of its own and calls it over plain keep-alive connections, prepared requests only, so that
the figures are the server's and not the client's. Prints calls a second for each call. For clean figures pin both
(`taskset`): the server inherits core 0 where the system has more than one.
"""

import asyncio
import os
import sys
import time
from urllib.parse import urlencode, urlsplit

from sandbox.client import SandboxClient

CONNECTIONS = 32
BOT = "123456:measure"
SERVER = (sys.executable, "-m", "sandbox", "--port", "0", "--token", BOT)


def request(path: str, body: str, kind: str) -> bytes:
    """A complete HTTP request."""
    head = (
        f"POST {path} HTTP/1.1\r\nHost: sandbox\r\nContent-Type: {kind}\r\nContent-Length: {len(body.encode())}\r\n\r\n"
    )
    return (head + body).encode()


def form(method: str, **params: str | int) -> bytes:
    """A call of the bot, as python-telegram-bot sends it."""
    return request(f"/bot{BOT}/{method}", urlencode(params), "application/x-www-form-urlencoded")


async def caller(address: tuple[str, int], call: bytes, until: float) -> int:
    """Call and wait for the answer, over and over; how many were answered."""
    reader, writer = await asyncio.open_connection(*address)
    answered = 0
    while time.monotonic() < until:
        writer.write(call)
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0])
        await reader.readexactly(length)
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(head.decode())
        answered += 1
    writer.close()
    return answered


async def rate(url: str, call: bytes, seconds: float) -> float:
    """Answers a second over all connections."""
    parts = urlsplit(url)
    until = time.monotonic() + seconds
    address = (str(parts.hostname), int(parts.port or 80))
    return sum(await asyncio.gather(*(caller(address, call, until) for _ in range(CONNECTIONS)))) / seconds


async def measure(url: str, seconds: float) -> None:
    """Print one line for each call of the hot path."""
    async with SandboxClient(url) as sandbox:
        wang = await sandbox.person("王秀英")
        await wang.say("/start")
        text = "您的来信已收到，编号 JJ-2026-000123。我们会在 15 个工作日内答复。"
        markup = '{"inline_keyboard":[[{"text":"提交","callback_data":"submit"},{"text":"取消","callback_data":"x"}]]}'
        say = f'{{"user":{wang.id},"text":"村口的路灯坏了三个月了"}}'
        calls = {
            "getMe": form("getMe"),
            "sendMessage": form("sendMessage", chat_id=wang.id, text=text),
            "sendMessage, HTML": form("sendMessage", chat_id=wang.id, text=f"<b>{text}</b>", parse_mode="HTML"),
            "sendMessage, buttons": form("sendMessage", chat_id=wang.id, text=text, reply_markup=markup),
            "control/say": request("/control/say", say, "application/json"),
            "getUpdates, 100 waiting": form("getUpdates"),
        }
        for name, call in calls.items():
            print(f"{name:<24} {await rate(url, call, seconds):>8,.0f} a second", flush=True)


async def main(seconds: float) -> None:
    """Start a sandbox on core 0, measure from the others, stop it."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    server = await asyncio.create_subprocess_exec(*SERVER, stdout=asyncio.subprocess.PIPE)
    os.sched_setaffinity(0, cores - {min(cores)} or cores)
    try:
        line = await server.stdout.readline() if server.stdout else b""
        await measure(line.decode().split()[-1], seconds)
    finally:
        server.terminate()
        await server.wait()


if __name__ == "__main__":
    asyncio.run(main(float(sys.argv[1]) if len(sys.argv) > 1 else 2.0))
