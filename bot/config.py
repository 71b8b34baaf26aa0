"""The models of config.toml: every key with its unit, strangers refused, each mistake one clear line."""

import os
import re
import tomllib
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, PositiveFloat, PositiveInt, SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, SettingsError

from bot.config_faults import PREFIX, SEPARATOR, ConfigFault, line, unknown_section
from bot.pace import Sending
from domain.settings import (
    Appraisal,
    Backup,
    Briefs,
    Cards,
    Channels,
    Committee,
    Invitations,
    Mailbox,
    Privacy,
    Reminders,
    Retention,
    Section,
    Totals,
    Visits,
)
from storage import key_file
from storage.seal import IN_CLEAR, Seal, WithKeys
from texts import Text, because

WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
"""Telegram's alphabet and its longest; ours is the shortest that can't be guessed."""

EXAMPLE = Path(__file__).resolve().parent.parent / "config.example.toml"
CHINESE_EXAMPLE = EXAMPLE.with_suffix(".zh.toml")
"""The same, explained in Chinese."""


class Telegram(Section):
    """How the bot reaches Telegram."""

    token: SecretStr | None = None
    token_file: Path | None = None
    base_url: str = "https://api.telegram.org/bot"
    base_file_url: str = "https://api.telegram.org/file/bot"
    proxy: str | None = None
    answer_within_seconds: PositiveFloat = 30
    mode: Literal["polling", "webhook"] = "polling"
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    listen: str = "127.0.0.1"
    port: int = Field(default=8443, ge=1, le=65535)

    def secret_token(self) -> str:
        """The token, from the key, the environment or the file.

        Raises:
            ConfigFault: there is none, or its file can't be read.
        """
        if self.token is not None and self.token.get_secret_value():
            return self.token.get_secret_value()
        if self.token_file is None:
            raise ConfigFault(Text("config-token-missing"))
        try:
            token = self.token_file.read_text("utf-8-sig").strip()
        except (OSError, UnicodeDecodeError) as fault:
            why = because(fault) if isinstance(fault, OSError) else "UTF-8"
            raise ConfigFault(Text("config-token-file-not-readable", file=str(self.token_file), why=why)) from None
        if not token:
            raise ConfigFault(Text("config-token-missing"))
        return token


class Web(Section):
    """Where health and figures are asked for, and when the process calls itself not ready."""

    listen: str = "127.0.0.1"
    port: int | None = Field(default=None, ge=1, le=65535)
    page_url: str | None = Field(default=None, pattern=r"^https?://[^/\s]+(/\S*)?$")
    inbox_lag_seconds: PositiveInt = 60
    outbox_lag_seconds: PositiveInt = 900


class Storage(Section):
    url: str = Field(default="sqlite:///lianxin.db", pattern=r"^(sqlite:///.+|postgres(ql)?://.+)$")


class Scheme(Section):
    """Which committee's rules are counted: a shipped scheme by name, or a file of your own."""

    name: str = "jingjiang-2014"
    file: Path | None = None


class Security(Section):
    """The key ring for personal data at rest; without one it is stored in clear."""

    key_file: Path | None = None

    def seal(self) -> Seal:
        """How personal data is kept in the database.

        Raises:
            KeyFault, OSError: the file is missing, or not as it must be.
        """
        return WithKeys(key_file.read(self.key_file)) if self.key_file else IN_CLEAR


class Logging(Section):
    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["console", "json"] = "console"


class Config(BaseSettings):
    """The whole file. The environment (``LIANXIN_SECTION__KEY``) goes before it."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_nested_delimiter=SEPARATOR,
        frozen=True,
        extra="forbid",
        hide_input_in_errors=True,
        nested_model_default_partial_update=True,
    )

    committee: Committee
    telegram: Telegram = Telegram()
    web: Web = Web()
    channels: Channels = Channels()
    storage: Storage = Storage()
    scheme: Scheme = Scheme()
    reminders: Reminders = Reminders()
    sending: Sending = Sending()
    mailbox: Mailbox = Mailbox()
    privacy: Privacy = Privacy()
    retention: Retention = Retention()
    totals: Totals = Totals()
    appraisal: Appraisal = Appraisal()
    visits: Visits = Visits()
    invitations: Invitations = Invitations()
    cards: Cards = Cards()
    briefs: Briefs = Briefs()
    backup: Backup = Backup()
    security: Security = Security()
    logging: Logging = Logging()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Environment before file; no .env files, which nobody would look for."""
        del settings_cls, dotenv_settings, file_secret_settings
        return env_settings, init_settings


def load(path: Path) -> Config:
    """Read and check a configuration file, with the environment over it. Relative paths in it start at its folder.

    Raises:
        ConfigFault: with every mistake that was found.
    """
    values = _read(path)
    strangers = _strangers()
    try:
        config = Config(**values)
    except ValidationError as fault:
        errors = fault.errors(include_url=False)
        lines = [line(_where(path, error["loc"]), dict(error), Config.model_json_schema()) for error in errors]
        raise ConfigFault(*strangers, *lines) from None
    except SettingsError:
        # Its own message quotes the value, which may be a secret.
        raise ConfigFault(*strangers, Text("config-variable-not-json", prefix=PREFIX)) from None
    if mistakes := [*strangers, *_webhook_mistakes(path, config.telegram)]:
        raise ConfigFault(*mistakes)
    return _beside(path, config)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        raise ConfigFault(Text("config-file-missing", file=str(path))) from None
    except UnicodeDecodeError:
        raise ConfigFault(Text("config-file-not-utf8", file=str(path))) from None
    except OSError as fault:
        raise ConfigFault(Text("config-file-not-readable", file=str(path), why=because(fault))) from None
    except tomllib.TOMLDecodeError as fault:
        raise ConfigFault(Text("config-file-not-toml", file=str(path), why=str(fault))) from None


def _strangers() -> list[Text]:
    """Variables of the environment that begin like ours and name no section: pydantic-settings would ignore them."""
    schema = Config.model_json_schema()
    ours = sorted(name for name in os.environ if name.upper().startswith(PREFIX))
    sections = Config.model_fields
    return [unknown_section(name, schema) for name in ours if _section(name) not in sections]


def _section(variable: str) -> str:
    return variable.upper().removeprefix(PREFIX).partition(SEPARATOR)[0].lower()


def _where(path: Path, key: tuple[int | str, ...]) -> str:
    """The file, or the variable that overrides it in this place."""
    for depth in range(len(key), 0, -1):
        variable = PREFIX + SEPARATOR.join(str(part) for part in key[:depth]).upper()
        if variable in {name.upper() for name in os.environ}:
            return variable
    return str(path)


def _webhook_mistakes(path: Path, telegram: Telegram) -> list[Text]:
    """What the webhook needs beside its being asked for."""
    if telegram.mode != "webhook":
        return []
    secret = telegram.webhook_secret.get_secret_value() if telegram.webhook_secret else ""
    given = {
        "webhook_url": (telegram.webhook_url, _is_webhook_url(telegram.webhook_url or "")),
        "webhook_secret": (secret, WEBHOOK_SECRET.fullmatch(secret)),
    }
    return [
        Text(
            "config-key-wrong" if value else "config-key-missing",
            where=_where(path, ("telegram", key)),
            key=f"telegram.{key}",
            expected=Text(f"expected-{key.replace('_', '-')}"),
        )
        for key, (value, fits) in given.items()
        if not fits
    ]


def _is_webhook_url(url: str) -> bool:
    """Telegram calls https alone; plain http is for a sandbox on this machine."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    is_local = parts.hostname in ("127.0.0.1", "localhost", "::1")
    return bool(parts.hostname) and (parts.scheme == "https" or (parts.scheme == "http" and is_local))


def _beside(path: Path, config: Config) -> Config:
    home = path.resolve().parent
    url = config.storage.url
    if url.startswith("sqlite:///"):
        url = f"sqlite:///{home / url.removeprefix('sqlite:///')}"
    return config.model_copy(
        update={
            "storage": config.storage.model_copy(update={"url": url}),
            "scheme": config.scheme.model_copy(update={"file": _under(home, config.scheme.file)}),
            "backup": config.backup.model_copy(update={"folder": _under(home, config.backup.folder)}),
            "telegram": config.telegram.model_copy(update={"token_file": _under(home, config.telegram.token_file)}),
            "security": config.security.model_copy(update={"key_file": _under(home, config.security.key_file)}),
        }
    )


def _under(home: Path, file: Path | None) -> Path | None:
    return home / file if file else None
