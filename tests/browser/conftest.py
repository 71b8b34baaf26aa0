"""A browser before the chat page, a sandbox behind it, and a bot small enough to see through."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest
import pytest_asyncio
from aiohttp import ClientSession

from sandbox.server import Sandbox
from tests.browser.tinybot import TinyBot
from tests.missing import skip

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

Json = dict[str, Any]
fixture = partial(pytest_asyncio.fixture, loop_scope="session")
"""A browser lives as long as its event loop: all that is done with it happens in one."""

PICTURES = Path(__file__).parent.parent / "_artifacts"
LAPTOP = (1440, 900)
TOKEN = "900:tiny"
# Chromium may not look for updates or anything else: tests need no network.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class OpenPage(Protocol):
    """Opens the chat page of the sandbox at `url` and waits until it is drawn."""

    async def __call__(
        self,
        url: str,
        *phones: int,
        size: tuple[int, int] = LAPTOP,
        dark: bool = False,
        touch: bool = False,
    ) -> "Page": ...


@fixture(scope="session")
async def chromium() -> "AsyncIterator[Browser]":
    """One browser for all tests: each opens its pages in a context of its own, as empty as a new profile."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        skip("chromium is not installed")
    playwright = pytest.importorskip("playwright.async_api", reason="playwright is not installed")
    async with playwright.async_playwright() as running:
        browser = await running.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        await browser.close()


@fixture
async def open_page(chromium: "Browser") -> AsyncIterator[OpenPage]:
    """Pages that must end without an error of their own and without having asked any other server for anything."""
    errors: list[str] = []
    asked: set[str] = set()
    origins: set[str] = set()

    async def open_one(
        url: str, *phones: int, size: tuple[int, int] = LAPTOP, dark: bool = False, touch: bool = False
    ) -> "Page":
        context = await chromium.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            has_touch=touch,
            is_mobile=touch,
        )
        page = await context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("request", lambda request: asked.add(request.url))
        origins.update({url, "blob:", "data:"})
        await page.goto(f"{url}/?phones={','.join(map(str, phones))}" if phones else url)
        await page.wait_for_selector("body[data-ready]")
        return page

    yield open_one
    for context in chromium.contexts:
        await context.close()
    assert errors == []
    assert [address for address in asked if not address.startswith(tuple(origins))] == []


@pytest.fixture
def picture() -> "Callable[[Page, str], Awaitable[None]]":
    """Keeps what a page looks like, for people to look at."""

    async def take(page: "Page", name: str) -> None:
        await page.screenshot(path=PICTURES / f"{name}.png")

    return take


@fixture
async def server() -> AsyncIterator[Sandbox]:
    """An empty sandbox that takes `TOKEN`."""
    running = await Sandbox.start(port=0, token=TOKEN)
    yield running
    await running.stop()


class Control:
    """The control interface over HTTP, as sandbox/README.md describes it."""

    def __init__(self, session: ClientSession, url: str) -> None:
        self._session = session
        self._url = url

    async def __call__(self, call: str, **body: Any) -> Json:
        """POST `/control/<call>`."""
        async with self._session.post(f"{self._url}/control/{call}", json=body) as response:
            answer: Json = await response.json()
            assert response.status == 200, answer
            return answer

    async def person(self, name: str, label: str) -> int:
        """A new person; answers the id."""
        return int((await self("people", first_name=name, label=label))["id"])


@fixture
async def http() -> AsyncIterator[ClientSession]:
    async with ClientSession() as session:
        yield session


@pytest.fixture
def control(http: ClientSession, server: Sandbox) -> Control:
    return Control(http, server.url)


@fixture
async def bot(http: ClientSession, server: Sandbox) -> AsyncIterator[TinyBot]:
    """Running until the test ends; what went wrong in it fails the test."""
    tiny = TinyBot(http, f"{server.url}/bot{TOKEN}")
    polling = asyncio.create_task(tiny.run())
    yield tiny
    polling.cancel()
    await asyncio.gather(polling, return_exceptions=True)
    assert polling.cancelled(), polling.exception()
