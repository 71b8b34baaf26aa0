"""init, migrate, run, demo: from nothing to a running bridge."""

import gc
import os
from pathlib import Path

from bot import logs
from bot.config import CHINESE_EXAMPLE, EXAMPLE, Config, load
from bot.config_faults import ConfigFault
from bot.opening import must_be_newest, must_be_there
from bot.options import ConfigFile, Exit, Migrate, Tour
from bot.terminal import CommandFault, Outcome, language_for
from domain.keys import KeyRing
from storage import key_file
from storage.migrate import migrate as bring_up_to_date
from storage.migrate import newest
from texts import Text


async def init(*, config: ConfigFile = Path("config.toml")) -> Outcome:
    """Write a configuration from the example, and create the database it names."""
    example = CHINESE_EXAMPLE if language_for((), os.environ) == "zh" else EXAMPLE
    _write_new(config, example.read_bytes())
    settings = load(config)
    keys = _make_keys(settings.security.key_file)
    await bring_up_to_date(settings.storage.url)
    return Outcome([Text("cli-init-done", file=str(config)), *keys])


def _make_keys(file: Path | None) -> list[Text]:
    """A key ring where the example says; one that is there already may be an older house's, and stays."""
    if file is None or file.exists():
        return []
    key_file.create(file, KeyRing.fresh())
    return [Text("keys-made", file=str(file))]


def _write_new(path: Path, content: bytes) -> None:
    """Create a file, never over another. The owner alone may read it: a token will be in it."""
    try:
        path.touch(mode=0o600, exist_ok=False)
        path.write_bytes(content)
    except FileExistsError:
        raise CommandFault(Text("cli-init-refuses", file=str(path))) from None


async def migrate(*, config: ConfigFile = Path("config.toml")) -> Outcome:
    """Bring the database to the newest version."""
    await bring_up_to_date(load(config).storage.url)
    return Outcome([Text("cli-migrated", revision=newest())])


def run(*, config: ConfigFile = Path("config.toml"), migrate: Migrate = True) -> Outcome:
    """The bot, until it is asked to stop."""
    # Here and not above: no other command is so much in a hurry.
    import uvloop

    return uvloop.run(_run(load(config), migrate=migrate))


async def _run(settings: Config, *, migrate: bool) -> Outcome:
    must_be_there(settings.storage.url)
    if not migrate:
        await must_be_newest(settings.storage.url)
    logs.configure(settings.logging.level, settings.logging.format, _secrets(settings))
    # Here and not above: python-telegram-bot takes half a second that the other commands need not wait.
    # What is imported stays: it is not looked through for garbage, neither now (a tenth of the start) nor later.
    gc.disable()
    from bot import app

    gc.freeze()
    gc.enable()
    await app.run(settings, migrating=migrate)
    return Outcome()


def _secrets(settings: Config) -> list[str]:
    telegram = settings.telegram
    secret = telegram.webhook_secret.get_secret_value() if telegram.webhook_secret else ""
    try:
        return [telegram.secret_token(), secret]
    except ConfigFault:
        return [secret]


async def demo(*, port: int = 8080, tour: Tour = False, exit_after: Exit = False, scheme: str = "") -> Outcome:
    """The whole bridge on this machine: sandbox, bot and a fictional committee."""
    from bot import demo as stage

    return Outcome(code=await stage.demo(port=port, tour=tour, exit_after=exit_after, scheme=scheme or None))
