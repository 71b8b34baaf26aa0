"""The composition root: everything is built and wired here, and here alone."""

import asyncio
import signal
from collections.abc import Callable, Coroutine, Mapping
from contextlib import AsyncExitStack
from typing import Any

import structlog
from telegram import Update
from telegram.ext import Application, ApplicationBuilder, ContextTypes, ExtBot, TypeHandler

from bot.api import ApiError, NoAnswer, SharedRequest, TelegramApi
from bot.config import Config
from bot.config_faults import ConfigFault
from bot.lock import only_process
from bot.pace import Pace
from bot.receive import Poller
from bot.schedule import Schedule
from bot.send import Sender
from bot.work import Worker
from handlers.context import House, current
from handlers.dispatch import Routes, dispatch
from handlers.routes import ROUTES
from reports import papers, pictures
from services import schemes
from services.calendar import workdays
from storage.db import Clock, Db, open_db, system_clock
from storage.migrate import migrate
from texts import LANGUAGES, Text, Texts

STOP_WITHIN = 8.0
"""Seconds for the updates in hand when asked to stop; what is not finished then is undone and taken up again later."""

GREETING_PAUSES = (1.0, 2.0, 5.0, 10.0, 30.0)

log = structlog.get_logger()

AnyApplication = Application[Any, Any, Any, Any, Any, Any]


class App:
    """A running bot. ``async with App.open(config) as app`` starts it; leaving the block stops it."""

    def __init__(self, config: Config, db: Db, api: TelegramApi, house: House, application: AnyApplication) -> None:
        self.db = db
        self.house = house
        self._api = api
        self._application = application
        texts = house.texts
        self.worker = Worker(db, api, application.bot, house, application.process_update)
        self.sender = Sender(db, api, texts, Pace(config.sending), draw(texts))
        self.schedule = Schedule(db, house)
        self._poller = Poller(db, api)
        self._tasks: list[asyncio.Task[None]] = []

    @classmethod
    async def open(cls, config: Config, clock: Clock = system_clock, *, migrating: bool = True) -> "App":
        """Build everything, greet Telegram, and start.

        Raises:
            ConfigFault, DatabaseFault: one clear line each.
        """
        async with AsyncExitStack() as stack:
            stack.enter_context(only_process(config.storage.url))
            if migrating:
                await migrate(config.storage.url)
            db = await open_db(config.storage.url, clock)
            stack.push_async_callback(db.close)
            api = TelegramApi(config.telegram.base_url, config.telegram.secret_token(), config.telegram.proxy)
            stack.push_async_callback(api.close)
            me = await greet(api)
            application = await _application(config, api)
            stack.push_async_callback(application.shutdown)
            app = cls(config, db, api, build_house(config, me["username"], clock().year), application)
            await app._introduce()
            app._start()
            app._stack = stack.pop_all()
        return app

    _stack: AsyncExitStack

    async def __aenter__(self) -> "App":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    def _start(self) -> None:
        parts: dict[str, Callable[[], Coroutine[Any, Any, None]]] = {
            "receive": self._poller.run,
            "work": self.worker.run,
            "send": self.sender.run,
        }
        self._tasks = [asyncio.create_task(run(), name=name) for name, run in parts.items()]
        self.schedule.start()

    async def stop(self) -> None:
        """Receive nothing more, finish what is in hand, send what is in the air, close."""
        receive, work, send = self._tasks
        await _cancelled(receive)
        await self.schedule.stop()
        self.worker.stop()
        await asyncio.wait([work], timeout=STOP_WITHIN)
        await _cancelled(work)
        await _cancelled(send)
        await self.sender.drain()
        await self._stack.aclose()

    async def until_stopped(self, stop: asyncio.Event) -> None:
        """Until ``stop`` is set, or a part fails.

        Raises:
            Exception: what a part failed with; the process must not go on without it.
        """
        waiting = asyncio.create_task(stop.wait())
        done, _ = await asyncio.wait([waiting, *self._tasks], return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        for task in done - {waiting}:
            task.result()

    async def _introduce(self) -> None:
        """Polling needs that no webhook is set; everyone sees the commands that are for everyone."""
        await self._api.call("deleteWebhook")
        routes = self.house_routes
        for language in LANGUAGES:
            commands = [
                {"command": name, "description": self.house.texts.plain(language, Text(f"command-{name}"))}
                for name in routes.commands_for(frozenset())
            ]
            spoken: dict[str, Any] = {} if language == self.house.committee.language else {"language_code": language}
            await self._api.call("setMyCommands", commands=commands, **spoken)

    @property
    def house_routes(self) -> Routes:
        return _ROUTES


_ROUTES = Routes(ROUTES)


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
        scheme=schemes.load_file(config.scheme.file) if config.scheme.file else schemes.load(config.scheme.name),
        workdays=workdays(range(year - 2, year + 4), off, worked),
        texts=Texts.load(config.committee.zone),
        bot_name=bot_name,
        backup=config.backup,
    )


def draw(texts: Texts) -> Callable[[str, str, Mapping[str, Any]], bytes]:
    """The drawer of pictures and writer of papers, with the texts that stand in them."""

    def drawn(name: str, language: str, data: Mapping[str, Any]) -> bytes:
        make = papers.write if name in papers.WRITERS else pictures.draw
        return make(name, language, data, texts)

    return drawn


async def greet(api: TelegramApi) -> dict[str, Any]:
    """``getMe``, as often as it takes while Telegram can't be reached.

    Raises:
        ConfigFault: Telegram does not know the token.
    """
    failures = 0
    while True:
        try:
            me: dict[str, Any] = await api.call("getMe")
            return me
        except ApiError as refusal:
            if refusal.status in (401, 404):
                raise ConfigFault(Text("config-token-unknown")) from None
            fault: Exception = refusal
        except NoAnswer as silence:
            fault = silence
        pause = GREETING_PAUSES[min(failures, len(GREETING_PAUSES) - 1)]
        log.warning("telegram-not-reached", error=str(fault), pause=pause)
        await asyncio.sleep(pause)
        failures += 1


async def _application(config: Config, api: TelegramApi) -> AnyApplication:
    """python-telegram-bot, without its Updater: updates come from our inbox, one transaction each."""
    telegram = config.telegram
    bot = ExtBot(
        token=telegram.secret_token(),
        base_url=telegram.base_url,
        base_file_url=telegram.base_file_url,
        request=SharedRequest(api),
        get_updates_request=SharedRequest(api),
    )
    application = ApplicationBuilder().bot(bot).updater(None).job_queue(None).build()
    application.add_handler(TypeHandler(Update, _on_update))
    application.add_error_handler(_on_error)
    await application.initialize()
    return application


async def _on_update(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    await dispatch(update, current.get(), _ROUTES)


async def _on_error(_: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    # process_update swallows what a handler raises; the transaction has to know.
    current.get().error = context.error


async def _cancelled(task: "asyncio.Task[None]") -> None:
    task.cancel()
    await asyncio.wait([task])
