"""A mistake in the configuration as one line: where, which key, what was expected there. No value is ever shown."""

import difflib
from collections.abc import Mapping
from typing import Any

from texts import Text

PREFIX = "LIANXIN_"
SEPARATOR = "__"

Schema = Mapping[str, Any]
"""The JSON schema of the whole configuration, made by pydantic."""

Key = tuple[int | str, ...]
"""Where in the file: section, key, and the place in a list (from 0)."""

_OF_KEYS = {
    "committee.code": "expected-committee-code",
    "committee.timezone": "expected-time-zone",
    "storage.url": "expected-database-address",
}
_OF_KINDS = {
    "boolean": "expected-true-or-false",
    "array": "expected-days",
    "object": "expected-section",
    "string": "expected-text",
}
_WRONG_KIND = ("_type", "_parsing", "_from_float")
_KINDS: tuple[tuple[type, str], ...] = (
    (bool, "a-truth-value"),
    (int, "a-number"),
    (float, "a-number"),
    (str, "a-text"),
    (list, "a-list"),
    (dict, "a-section"),
)


class ConfigFault(Exception):
    """Mistakes in the configuration. ``faults``: one sentence each."""

    def __init__(self, *faults: Text) -> None:
        super().__init__(", ".join(fault.key for fault in faults))
        self.faults = faults


def line(where: str, error: Mapping[str, Any], schema: Schema) -> Text:
    """The sentence for one of pydantic's errors. ``where``: the file, or the variable of the environment."""
    if error["type"] == "extra_forbidden":
        return _unknown_key(where, error["loc"], schema)
    said = {"where": where, "key": _spelled(error["loc"]), "expected": expected(error["loc"], schema)}
    if error["type"] == "missing":
        return Text("config-key-missing", **said)
    if error["type"].endswith(_WRONG_KIND) and (kind := _kind(error["input"])):
        return Text("config-key-of-wrong-kind", **said, kind=Text(kind))
    return Text("config-key-wrong", **said)


def unknown_section(variable: str, schema: Schema) -> Text:
    return Text("config-variable-unknown", variable=variable, sections=", ".join(schema["properties"]))


def _unknown_key(where: str, key: Key, schema: Schema) -> Text:
    near = difflib.get_close_matches(str(key[-1]), _node(key[:-1], schema).get("properties", ()), n=1)
    if near:
        return Text("config-key-unknown-did-you-mean", where=where, key=_spelled(key), meant=near[0])
    return Text("config-key-unknown", where=where, key=_spelled(key))


def _spelled(key: Key) -> str:
    """``reminders.extra_holidays[1]``, counted from 1 as one counts in the file."""
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in key).removeprefix(".")


def expected(key: Key, schema: Schema) -> Text:
    """What may stand there, in words."""
    node = _node(key, schema)
    if (known := _OF_KEYS.get(_spelled(key))) is not None:
        return Text(known)
    if "enum" in node:
        return Text("expected-one-of", choices=", ".join(node["enum"]))
    if node.get("type") == "integer":
        return _whole_number(node)
    if node.get("type") == "number":
        return Text("expected-number-above-zero")
    return Text("expected-day" if node.get("format") == "date" else _OF_KINDS[node.get("type", "string")])


def _whole_number(node: Schema) -> Text:
    if "minimum" in node and "maximum" in node:
        return Text("expected-whole-number-between", least=str(node["minimum"]), most=str(node["maximum"]))
    return Text("expected-whole-number-above-zero" if "exclusiveMinimum" in node else "expected-whole-number")


def _node(key: Key, schema: Schema) -> Schema:
    """The part of the schema for a key; {} when there is no such key."""
    node: Schema = schema
    for part in key:
        node = node.get("items", {}) if isinstance(part, int) else node.get("properties", {}).get(part, {})
        # `int | None` is a choice of two; the first says what a value may be.
        node = node.get("anyOf", [node])[0]
        if "$ref" in node:
            node = schema["$defs"][node["$ref"].rsplit("/", 1)[1]]
    return node


def _kind(value: object) -> str | None:
    return next((name for kind, name in _KINDS if isinstance(value, kind)), None)
