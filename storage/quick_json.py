"""JSON by orjson, and by Python's own where orjson is stricter than what comes and goes: halves of surrogate pairs
(which Telegram may send), numbers of more than 64 bits, keys that are no text."""

import json
from typing import Any

import orjson

# A moment or a day in JSON is a mistake of ours, as it always was.
_OPTIONS = orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS


def dumps(value: Any) -> bytes:
    """JSON in UTF-8.

    Raises:
        TypeError: something that is not JSON.
    """
    try:
        return orjson.dumps(value, option=_OPTIONS)
    except TypeError:
        return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")


def loads(text: str | bytes) -> Any:
    """What it says.

    Raises:
        ValueError: no JSON.
    """
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return json.loads(text if isinstance(text, str) else text.decode("utf-8", "surrogatepass"))
