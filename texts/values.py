"""What may stand in a sentence's argument, and how it waits in the outbox: as JSON, until it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True, init=False)
class Text:
    """A sentence named, not yet said: a key of ``texts/`` and its arguments, which may be Texts or lists of them."""

    key: str
    args: Mapping[str, Any]

    def __init__(self, key: str, /, **args: Any) -> None:
        object.__setattr__(self, "key", key)
        object.__setattr__(self, "args", args)


@dataclass(frozen=True)
class DayOf:
    """The day of a moment, where moments are shown: its hour is nobody's business."""

    moment: datetime


_AS_THEY_ARE = frozenset({str, int, float, bool, type(None)})


def pack(value: Any) -> Any:
    """JSON for str, int, bool, None, date, aware datetime, DayOf, Text, and lists and dicts of these."""
    # First, and in lists without another call: a bulletin's tables are hundreds of thousands of these.
    if value.__class__ in _AS_THEY_ARE:
        return value
    match value:
        case str():
            return str(value)
        case int() | float() | None:
            return value
        case Text():
            return {"$text": value.key, "args": {name: pack(arg) for name, arg in value.args.items()}}
        case DayOf():
            return {"$day-of": value.moment.isoformat()}
        case datetime():
            return {"$at": value.isoformat()}
        case date():
            return {"$day": value.isoformat()}
        case list() | tuple():
            return [item if item.__class__ in _AS_THEY_ARE else pack(item) for item in value]
        case Mapping():
            return {name: pack(item) for name, item in value.items()}
    raise TypeError(f"{type(value).__name__} can't stand in a text")


def unpack(value: Any) -> Any:
    """What ``pack`` was given (lists for tuples)."""
    match value:
        case {"$text": key, "args": args}:
            return Text(key, **{name: unpack(arg) for name, arg in args.items()})
        case {"$at": moment}:
            return datetime.fromisoformat(moment)
        case {"$day-of": moment}:
            return DayOf(datetime.fromisoformat(moment))
        case {"$day": day}:
            return date.fromisoformat(day)
        case list():
            return [unpack(item) for item in value]
        case dict():
            return {name: unpack(item) for name, item in value.items()}
    return value
