"""The models of config.toml: every key with its unit, strangers refused, each mistake one clear line."""

import tomllib
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot.pace import Sending
from domain.settings import Channels, Committee, Invitations, Mailbox, Reminders, Section, Visits

EXAMPLE = Path(__file__).resolve().parent.parent / "config.example.toml"


class ConfigFault(Exception):
    """Mistakes in the configuration: one line each, naming file, key and what was expected."""

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


class Telegram(Section):
    """How the bot reaches Telegram."""

    token: SecretStr | None = None
    token_file: Path | None = None
    base_url: str = "https://api.telegram.org/bot"
    base_file_url: str = "https://api.telegram.org/file/bot"
    proxy: str | None = None
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
            raise ConfigFault(
                "telegram.token: missing; put it there, into LIANXIN_TELEGRAM__TOKEN, or name a token_file"
            )
        try:
            return self.token_file.read_text("utf-8-sig").strip()
        except OSError as fault:
            raise ConfigFault(f"telegram.token_file: can't read {self.token_file} ({fault.strerror})") from fault


class Storage(Section):
    url: str = Field(default="sqlite:///lianxin.db", pattern=r"^(sqlite:///.+|postgres(ql)?://.+)$")


class Scheme(Section):
    """Which committee's rules are counted: a shipped scheme by name, or a file of your own."""

    name: str = "jingjiang-2014"
    file: Path | None = None


class Security(Section):
    key_file: Path | None = None


class Logging(Section):
    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["console", "json"] = "console"


class Config(BaseSettings):
    """The whole file. The environment (``LIANXIN_SECTION__KEY``) goes before it."""

    model_config = SettingsConfigDict(
        env_prefix="LIANXIN_",
        env_nested_delimiter="__",
        frozen=True,
        extra="forbid",
        hide_input_in_errors=True,
        nested_model_default_partial_update=True,
    )

    committee: Committee
    telegram: Telegram = Telegram()
    channels: Channels = Channels()
    storage: Storage = Storage()
    scheme: Scheme = Scheme()
    reminders: Reminders = Reminders()
    sending: Sending = Sending()
    mailbox: Mailbox = Mailbox()
    visits: Visits = Visits()
    invitations: Invitations = Invitations()
    security: Security = Security()
    logging: Logging = Logging()

    @classmethod
    def settings_customise_sources(
        cls, settings_cls: type[BaseSettings], **sources: PydanticBaseSettingsSource
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Environment before file; no .env files, which nobody would look for."""
        del settings_cls
        return sources["env_settings"], sources["init_settings"]


def load(path: Path) -> Config:
    """Read and check a configuration file, with the environment over it. Relative paths in it start at its folder.

    Raises:
        ConfigFault
    """
    try:
        values = tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        raise ConfigFault(f"{path}: no such file; `lianxin init` writes one") from None
    except (OSError, UnicodeDecodeError) as fault:
        raise ConfigFault(f"{path}: can't be read ({fault})") from fault
    except tomllib.TOMLDecodeError as fault:
        raise ConfigFault(f"{path}: not TOML: {fault}") from fault
    try:
        return _beside(path, Config(**values))
    except ValidationError as fault:
        raise ConfigFault(*(_line(path, dict(error)) for error in fault.errors())) from None


def _beside(path: Path, config: Config) -> Config:
    home = path.resolve().parent
    url = config.storage.url
    if url.startswith("sqlite:///"):
        url = f"sqlite:///{home / url.removeprefix('sqlite:///')}"
    return config.model_copy(
        update={
            "storage": config.storage.model_copy(update={"url": url}),
            "scheme": config.scheme.model_copy(update={"file": _under(home, config.scheme.file)}),
            "telegram": config.telegram.model_copy(update={"token_file": _under(home, config.telegram.token_file)}),
            "security": config.security.model_copy(update={"key_file": _under(home, config.security.key_file)}),
        }
    )


def _under(home: Path, file: Path | None) -> Path | None:
    return home / file if file else None


_EXPECTED = {
    "extra_forbidden": "unknown key; see config.example.toml",
    "missing": "missing",
}


def _line(path: Path, error: dict[str, Any]) -> str:
    key = ".".join(str(part) for part in error["loc"])
    return f"{path}: {key}: {_EXPECTED.get(error['type'], error['msg'])}"
