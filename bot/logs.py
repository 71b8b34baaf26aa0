"""Logs for people or for machines. No name, phone, letter or token ever reaches a line."""

import logging
import re
import sys
import traceback
from collections.abc import Iterable, Mapping, MutableMapping
from typing import Any, TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

QUIET = ("httpx", "httpcore", "telegram", "aiohttp", "aiosqlite", "apscheduler", "asyncio", "uvicorn")
"""Below a warning these tell of every request: httpx and aiohttp with its address, and the token is in it; aiosqlite of
every statement, with its values."""

TOKEN = re.compile(r"\d{5,}:[A-Za-z0-9_-]{20,}")
_IN_ADDRESS = re.compile(r"(?<=/bot)\d+:[^/\s\"']+")
_PASSWORD = re.compile(r"(?<=://)([^/\s:@]+):[^/\s@]+(?=@)")
_PHONE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
"""Our own lines are English: what is Chinese in one is what somebody wrote, or their name."""

PERSONAL = frozenset(
    {"name", "names", "phone", "address", "text", "body", "topic", "note", "words", "draft", "caption", "token", "code"}
)
"""Fields whose value is never written, whoever passes it."""
HIDDEN = "[hidden]"


def configure(level: str, form: str, secrets: Iterable[str] = (), to: TextIO | None = None) -> None:
    """Set up structlog, and the standard library's logging (which the libraries use) to write in the same way.

    ``form``: console or json. ``secrets``: texts that are masked wherever they stand, the token and its like.
    """
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper("iso", utc=True),
        _place_of_exception,
        Mask(secrets),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        cache_logger_on_first_use=False,
    )
    _standard_library(level, shared, _renderer(form), to or sys.stderr)


def _standard_library(level: str, shared: list[Processor], renderer: Processor, to: TextIO) -> None:
    handler = logging.StreamHandler(to)
    last: list[Processor] = [structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer]
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(processors=last, foreign_pre_chain=shared))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for name in QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))


def _renderer(form: str) -> Processor:
    if form == "json":
        return structlog.processors.JSONRenderer(ensure_ascii=False, default=_kind_of)
    return structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())


def _kind_of(value: object) -> str:
    """For what is no JSON: its kind, for its words may be anyone's."""
    return f"<{type(value).__name__}>"


class Mask:
    """Hides what must not be read in a line, wherever in it that stands."""

    def __init__(self, secrets: Iterable[str]) -> None:
        self._secrets = tuple(secret for secret in secrets if len(secret) >= 8)

    def __call__(self, _: WrappedLogger, __: str, event: EventDict) -> EventDict:
        for key, value in event.items():
            event[key] = HIDDEN if key in PERSONAL else self.masked(value)
        return event

    def masked(self, value: Any) -> Any:
        """The same, without anything secret; lists and dicts too."""
        match value:
            case str():
                return self._line(value)
            case Mapping():
                return {key: HIDDEN if key in PERSONAL else self.masked(part) for key, part in value.items()}
            case list() | tuple() | set() | frozenset():
                return [self.masked(part) for part in value]
            case BaseException():
                return _kind_of(value)
        return value

    def _line(self, line: str) -> str:
        for secret in self._secrets:
            line = line.replace(secret, HIDDEN)
        for pattern in (_IN_ADDRESS, TOKEN, _PHONE, _HAN):
            line = pattern.sub(HIDDEN, line)
        return _PASSWORD.sub(rf"\1:{HIDDEN}", line)


def _place_of_exception(_: WrappedLogger, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Where and what kind an exception was. Not its message: that may quote what someone wrote."""
    fault = event.pop("exc_info", None)
    if fault is True:
        fault = sys.exc_info()[1]
    elif isinstance(fault, tuple):
        fault = fault[1]
    if isinstance(fault, BaseException):
        event["exception"] = "\n".join(_told(fault))
    return event


def _told(fault: BaseException) -> list[str]:
    before = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    earlier = [*_told(before), "then:"] if before else []
    frames = traceback.extract_tb(fault.__traceback__)
    places = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return [*earlier, *places, type(fault).__name__]
