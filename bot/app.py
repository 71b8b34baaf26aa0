"""The composition root: everything is built and wired here, and here alone."""

import asyncio
import signal
from collections.abc import Callable, Coroutine, Mapping
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import structlog
from telegram import Update
from telegram.ext import Application, ApplicationBuilder, ContextTypes, ExtBot, TypeHandler

from bot.api import ApiError, SharedRequest, TelegramApi
from bot.config import Config
from bot.config_faults import ConfigFault
from bot.lock import only_poller, only_process
from bot.opening import scheme_of
from bot.pace import booking
from bot.receive import ALLOWED_UPDATES, Poller
from bot.roster_files import RosterReader
from bot.schedule import Schedule, keep_scheme
from bot.send import Sender
from bot.steady import patiently, steadily
from bot.work import Worker
from domain.floods import Flow
from handlers.context import House, current
from handlers.dispatch import Routes, dispatch
from handlers.routes import ROUTES
from services import bulletins, calendar_files, mydata
from services.calendar import workdays
from storage import key_uses
from storage.db import Clock, Db, open_db, system_clock
from storage.migrate import migrate
from storage.room import Room
from texts import LANGUAGES, Text, Texts
from web.figures import Figures

if TYPE_CHECKING:
    from web.server import Server

STOP_WITHIN = 8.0
"""Seconds for what is in hand when asked to stop; what is not finished then is undone and taken up again later."""
LANDING = 2.0
"""Of these, for what is in the air; what has not landed by then is sent again."""

WEBHOOK_CONNECTIONS = 40
"""At most so many of Telegram's pushes at once; those that come together share a commit."""

log = structlog.get_logger()

TABLE = Routes(ROUTES)
"""Every route by what leads to it."""

AnyApplication = Application[Any, Any, Any, Any, Any, Any]


class App:
    """A running bot. ``async with App.open(config) as app`` starts it; leaving the block stops it."""

    def __init__(self, config: Config, db: Db, api: TelegramApi, house: House, application: AnyApplication) -> None:
        self.db = db
        self.house = house
        self.figures = Figures()
        self._config = config
        self._api = api
        self._application = application
        texts = house.texts
        self.worker = Worker(db, api, application.bot, house, application.process_update, self.figures)
        self.sender = Sender(db, api, texts, booking(db, config.sending), draw(texts), self.figures)
        self.roster_reader = RosterReader(db, api, house)
        self.schedule = Schedule(db, house)
        self._servers: list[Server] = []
        self._doors: list[asyncio.Task[None]] = []
        self._tasks: dict[str, asyncio.Task[None]] = {}

    @classmethod
    async def open(cls, config: Config, clock: Clock = system_clock, *, migrating: bool = True) -> "App":
        """Build everything, greet Telegram, and start.

        Raises:
            ConfigFault, DatabaseFault, KeyFault: one clear line each.
        """
        async with AsyncExitStack() as stack:
            stack.enter_context(only_process(config.storage.url))
            if migrating:
                await migrate(config.storage.url)
            db = await open_db(config.storage.url, clock, config.security.seal())
            stack.push_async_callback(db.close)
            await key_uses.agree(db)
            if config.telegram.mode == "polling":
                await only_poller(stack, db)
            telegram = config.telegram
            token, seconds = telegram.secret_token(), telegram.answer_within_seconds
            api = TelegramApi(telegram.base_url, token, telegram.proxy, seconds, telegram.base_file_url)
            stack.push_async_callback(api.close)
            me = await greet(api)
            application = await _application(config, api)
            stack.push_async_callback(application.shutdown)
            app = cls(config, db, api, build_house(config, me["username"], clock().year), application)
            await keep_scheme(db, app.house)
            stack.callback(app._close_doors)
            app._open_doors()
            await app._introduce()
            app._start()
            app._stack = stack.pop_all()
        return app

    _stack: AsyncExitStack

    async def __aenter__(self) -> "App":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    @property
    def _is_webhook(self) -> bool:
        return self._config.telegram.mode == "webhook"

    def _open_doors(self) -> None:
        """Listen from now on, where the configuration asks for it; what calls meanwhile waits until ``_start``."""
        if self._is_webhook or self._config.web.port:
            # Here and not above: the web's libraries take a while to be imported.
            from bot.doors import open_doors

            self._servers = open_doors(self._config, self.db, self._api, self.figures, self.ended, self.house.texts)

    def _close_doors(self) -> None:
        for server in self._servers:
            server.close()

    def _start(self) -> None:
        parts: dict[str, Callable[[], Coroutine[Any, Any, None]]] = {"work": self.worker.run, "send": self.sender.run}
        if not self._is_webhook:
            parts["receive"] = Poller(self.db, self._api, self.figures).run
        parts["roster"] = self.roster_reader.run
        if self.db.is_shared:
            parts["listen"] = self.db.listen
        self._tasks = {name: asyncio.create_task(steadily(name, run), name=name) for name, run in parts.items()}
        self._doors = [asyncio.create_task(server.run(), name="web") for server in self._servers]
        self.schedule.start()

    def ended(self) -> list[str]:
        """The parts that should run and don't."""
        ended = [name for name, task in self._tasks.items() if task.done()]
        return [*ended, *([] if self.schedule.runs else ["schedule"])]

    async def stop(self) -> None:
        """Receive nothing more, finish what is in hand, send what is in the air, close."""
        until = asyncio.get_running_loop().time() + STOP_WITHIN
        self._close_doors()
        if self._doors:
            await asyncio.wait(self._doors)
        if not self._is_webhook:
            await _cancelled(self._tasks["receive"])
        await self.schedule.stop()
        self.worker.stop()
        await asyncio.wait([self._tasks["work"]], timeout=_left(until - LANDING))
        for task in self._tasks.values():
            await _cancelled(task)
        await self.sender.drain(_left(until))
        await self._stack.aclose()

    async def until_stopped(self, stop: asyncio.Event) -> None:
        """Until ``stop`` is set, or a part fails.

        Raises:
            Exception: what a part failed with; the process must not go on without it.
        """
        waiting = asyncio.create_task(stop.wait())
        parts = [waiting, *self._tasks.values(), *self._doors]
        done, _ = await asyncio.wait(parts, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        for task in done - {waiting}:
            task.result()

    async def _introduce(self) -> None:
        """Say how we are to be told of updates; everyone sees the commands that are for everyone.

        Raises:
            ConfigFault: Telegram does not accept the webhook's address.
        """
        if self._is_webhook:
            await self._set_webhook()
        else:
            await patiently(self._api, "deleteWebhook")
        for language in LANGUAGES:
            commands = [
                {"command": name, "description": self.house.texts.plain(language, Text(f"command-{name}"))}
                for name in TABLE.commands_for(frozenset())
            ]
            spoken: dict[str, Any] = {} if language == self.house.committee.language else {"language_code": language}
            await patiently(self._api, "setMyCommands", commands=commands, **spoken)

    async def _set_webhook(self) -> None:
        secret = self._config.telegram.webhook_secret
        assert secret is not None
        wanted: dict[str, Any] = {
            "url": self._config.telegram.webhook_url,
            "secret_token": secret.get_secret_value(),
            "allowed_updates": ALLOWED_UPDATES,
            "max_connections": WEBHOOK_CONNECTIONS,
        }
        try:
            await patiently(self._api, "setWebhook", **wanted)
        except ApiError as refusal:
            raise ConfigFault(Text("config-webhook-refused", why=refusal.description)) from None


async def run(config: Config, *, migrating: bool = True) -> None:
    """The bot, until SIGTERM or SIGINT.

    Raises:
        ConfigFault, DatabaseFault: one clear line each.
    """
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with await App.open(config, migrating=migrating) as app:
        log.info("running", bot=app.house.bot_name, committee=app.house.committee.code)
        await app.until_stopped(stop)
    log.info("stopped")


def build_house(config: Config, bot_name: str, year: int) -> House:
    """What handlers and services may know of the configuration. ``year`` is the present one: the calendar is around it.

    Raises:
        SchemeFault: the scheme's file is not sound.
    """
    off, worked = config.reminders.extra_holidays, config.reminders.extra_workdays
    return House(
        committee=config.committee,
        channels=config.channels,
        reminders=config.reminders,
        mailbox=config.mailbox,
        visits=config.visits,
        invitations=config.invitations,
        cards=config.cards,
        briefs=config.briefs,
        page_url=page_url(config),
        scheme=scheme_of(config),
        workdays=workdays(range(year - 2, year + 4), off, worked),
        texts=Texts.load(config.committee.zone),
        bot_name=bot_name,
        backup=config.backup,
        privacy=config.privacy,
        retention=config.retention,
        totals=config.totals,
        appraisal=config.appraisal,
        flow=Flow(config.mailbox),
        room=Room(config.storage.url),
    )


def page_url(config: Config) -> str:
    """Where departments open their links: as configured, or beside the webhook; "" where no server listens for them."""
    if config.web.page_url and (config.web.port or config.telegram.mode == "webhook"):
        return config.web.page_url
    if config.telegram.mode == "webhook" and not config.web.port:
        parts = urlsplit(config.telegram.webhook_url or "")
        return f"{parts.scheme}://{parts.netloc}"
    return ""


def draw(texts: Texts) -> Callable[[str, str, Mapping[str, Any]], bytes]:
    """The drawer of pictures and writer of papers, with the texts that stand in them."""

    def drawn(name: str, language: str, data: Mapping[str, Any]) -> bytes:
        # A third of a second of imports that no start has to wait for: this runs in a thread, when something is sent.
        if name == calendar_files.PAPER:
            from reports import calendars

            return calendars.write(name, language, data, texts)
        if name == mydata.PAPER:
            from reports import mydata as page

            return page.write(name, language, data, texts)
        if name == bulletins.BOOK:
            from reports import books

            return books.write(name, language, data, texts)
        from reports import papers, pictures

        make = papers.write if name in papers.WRITERS else pictures.draw
        return make(name, language, data, texts)

    return drawn


async def greet(api: TelegramApi) -> dict[str, Any]:
    """``getMe``, as often as it takes while Telegram can't be reached.

    Raises:
        ConfigFault: Telegram does not know the token.
    """
    try:
        me: dict[str, Any] = await patiently(api, "getMe", final=(401, 404))
    except ApiError:
        raise ConfigFault(Text("config-token-unknown")) from None
    return me


async def _application(config: Config, api: TelegramApi) -> AnyApplication:
    telegram = config.telegram
    bot = ExtBot(
        token=telegram.secret_token(),
        base_url=telegram.base_url,
        base_file_url=telegram.base_file_url,
        request=SharedRequest(api),
        get_updates_request=SharedRequest(api),
    )
    return await application_of(bot)


async def application_of(bot: ExtBot[None]) -> AnyApplication:
    """python-telegram-bot, without its Updater: updates come from our inbox, one transaction each."""
    application = ApplicationBuilder().bot(bot).updater(None).job_queue(None).build()
    application.add_handler(TypeHandler(Update, _on_update))
    application.add_error_handler(_on_error)
    await application.initialize()
    return application


async def _on_update(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    await dispatch(update, current.get(), TABLE)


async def _on_error(_: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    # process_update swallows what a handler raises; the transaction has to know.
    current.get().error = context.error


async def _cancelled(task: "asyncio.Task[None]") -> None:
    task.cancel()
    await asyncio.wait([task])


def _left(until: float) -> float:
    return max(0.0, until - asyncio.get_running_loop().time())
