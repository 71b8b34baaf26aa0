"""The sandbox as a server: one world, three faces on one port."""

from collections.abc import Callable
from pathlib import Path

from aiohttp import web

from sandbox import control, control_people
from sandbox.botapi import BotApi
from sandbox.clock import Clock
from sandbox.control import Control
from sandbox.files import MAX_UPLOAD
from sandbox.world import World

PAGE = Path(__file__).parent / "page"
BOT_USERNAME = "lianxin_bot"


class Sandbox:
    """A running sandbox.

    server = await Sandbox.start(port=0)
    server.url          # "http://127.0.0.1:40123"
    await server.stop()
    """

    def __init__(self, world: World, runner: web.AppRunner, url: str) -> None:
        self.world = world
        self.url = url
        self._runner = runner

    @classmethod
    async def start(
        cls,
        port: int = 0,
        host: str = "127.0.0.1",
        *,
        token: str | None = None,
        bot_username: str = BOT_USERNAME,
        check_results: bool = False,
    ) -> "Sandbox":
        """Listen (port 0: any free one).

        `check_results` holds every result and update against the published types: a wrong one is a 500 to whoever
        asked, or a ControlError to the person who caused it. Slow; for tests.

        Raises:
            OSError: the port is taken.
        """
        world = World(bot_username, token, check_updates=check_results)
        runner = web.AppRunner(_app(world, check_results), access_log=None, shutdown_timeout=0.5)
        await runner.setup()
        await web.TCPSite(runner, host, port, backlog=1024).start()
        chosen = runner.addresses[0][1]
        return cls(world, runner, f"http://{host}:{chosen}")

    @property
    def clock(self) -> Clock:
        """`.now()` and `.offset`."""
        return self.world.clock

    def on_clock(self, callback: Callable[[Clock], None]) -> None:
        """Call back whenever the clock is moved."""
        self.world.clock.listeners.append(callback)

    async def stop(self) -> None:
        """End polls, streams and deliveries, and close the port."""
        self.world.events.close()
        await self.world.updates.stop()
        await self._runner.cleanup()


def _app(world: World, check_results: bool) -> web.Application:
    bot = BotApi(world, check_results)
    people = Control(world, {**control.CALLS, **control_people.CALLS})
    app = web.Application(client_max_size=MAX_UPLOAD + (1 << 20))
    app.router.add_route("*", "/bot{token}/{method}", bot.handle)
    app.router.add_get("/file/bot{token}/{path:.+}", bot.download)
    app.router.add_get("/control/events", world.events.stream)
    app.router.add_get("/control/file/{file_id}", people.file)
    app.router.add_route("*", "/control/{call}", people.handle)
    app.router.add_get("/", _index)
    if PAGE.is_dir():
        app.router.add_static("/", PAGE)
    return app


async def _index(_request: web.Request) -> web.StreamResponse:
    page = PAGE / "index.html"
    if not page.is_file():
        return web.Response(text="The sandbox is running; its chat page is not installed.\n")
    return web.FileResponse(page, headers={"Cache-Control": "no-cache"})
