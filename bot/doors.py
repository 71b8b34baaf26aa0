"""Which servers a configuration asks for, and what is behind each of their doors."""

from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from starlette.routing import Route

from bot.api import ApiError, NoAnswer, TelegramApi
from bot.clean_copies import TYPES, CleanCopies
from bot.cleaning import CannotClean
from bot.cleaning_apart import clean_apart
from bot.config import Config
from bot.config_faults import ConfigFault
from bot.receive import keep
from storage.db import Db
from storage.room import Room
from texts import Text, Texts
from web.answers import Answers, Busy
from web.figures import Figures
from web.health import Health, Limits
from web.server import Address, AddressTaken, Server, together
from web.webhook import Update, Webhook


def open_doors(
    config: Config, db: Db, api: TelegramApi, figures: Figures, ended: Callable[[], Sequence[str]], texts: Texts
) -> list[Server]:
    """Listen on every address that is asked for: the webhook's, and health's, which may be the same.

    Without a port of their own, health, figures and the page of departments' links stand beside the webhook.

    Raises:
        ConfigFault: an address is taken.
    """
    telegram, web = config.telegram, config.web
    limits = Limits(web.inbox_lag_seconds, web.outbox_lag_seconds)
    health = Health(db, Room(config.storage.url), figures, limits, ended)
    beside = Address(telegram.listen, telegram.port)
    answers = Answers(db, texts, config.committee, cleaned, _Fetched(CleanCopies(api)))
    pages = [*health.routes(), *answers.routes()]
    doors = [(Address(web.listen, web.port) if web.port else beside, route) for route in pages]
    if telegram.mode == "webhook":
        doors.append((beside, _webhook(config, db, figures).route(webhook_path(config))))
    return [_listening(config, address, routes) for address, routes in together(doors).items()]


async def cleaned(data: bytes) -> tuple[bytes, str] | None:
    """Raises: Busy."""
    try:
        return await clean_apart(data)
    except CannotClean:
        return None
    except NoAnswer:
        raise Busy from None


class _Fetched:
    """Clean copies of files that Telegram keeps, for a page."""

    def __init__(self, copies: CleanCopies) -> None:
        self._copies = copies

    async def __call__(self, file_id: str) -> tuple[bytes, str, str] | None:
        """Raises: Busy."""
        try:
            data, ending = await self._copies.of(file_id)
        except CannotClean:
            return None
        except (ApiError, NoAnswer):
            raise Busy from None
        return data, ending, TYPES[ending]


def webhook_path(config: Config) -> str:
    """The path of the address that Telegram calls: what stands before us must not change it."""
    return urlsplit(config.telegram.webhook_url or "").path or "/"


def _webhook(config: Config, db: Db, figures: Figures) -> Webhook:
    async def kept(updates: Sequence[Update]) -> None:
        await keep(db, updates)
        figures.received += len(updates)

    assert config.telegram.webhook_secret is not None
    return Webhook(config.telegram.webhook_secret.get_secret_value(), kept)


def _listening(config: Config, address: Address, routes: Sequence[Route]) -> Server:
    try:
        return Server.open(address, routes)
    except AddressTaken as fault:
        key = "web.port" if address.port == config.web.port else "telegram.port"
        where = f"{address.host}:{address.port}"
        raise ConfigFault(Text("config-address-taken", key=key, address=where, why=fault.why)) from None
