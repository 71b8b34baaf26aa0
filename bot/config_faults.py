"""A mistake in the configuration as one line: where, which key, what was expected there. No value is ever shown."""

import difflib
from collections.abc import Mapping
from typing import Any

from texts import Text

PREFIX = "LIANXIN_"
SEPARATOR = "__"

Schema = Mapping[str, Any]
"""The JSON schema of the whole configuration, made by pydantic."""

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
    key = ".".join(str(part) for part in error["loc"])
    if error["type"] == "missing":
        return Text("config-key-missing", where=where, key=key, expected=expected(key, schema))
    if error["type"] == "extra_forbidden":
        return _unknown_key(where, key, schema)
    if error["type"].endswith(_WRONG_KIND) and (kind := _kind(error["input"])):
        return Text("config-key-of-wrong-kind", where=where, key=key, expected=expected(key, schema), kind=Text(kind))
    return Text("config-key-wrong", where=where, key=key, expected=expected(key, schema))


def unknown_section(variable: str, schema: Schema) -> Text:
    return Text("config-variable-unknown", variable=variable, sections=", ".join(schema["properties"]))


def _unknown_key(where: str, key: str, schema: Schema) -> Text:
    *section, name = key.split(".")
    near = difflib.get_close_matches(name, _node(section, schema).get("properties", ()), n=1)
    if near:
        return Text("config-key-unknown-did-you-mean", where=where, key=key, meant=near[0])
    return Text("config-key-unknown", where=where, key=key)


def expected(key: str, schema: Schema) -> Text:
    """What may stand there, in words."""
    node = _node(key.split("."), schema)
    if key in _OF_KEYS:
        return Text(_OF_KEYS[key])
    if "enum" in node:
        return Text("expected-one-of", choices=", ".join(node["enum"]))
    if node.get("type") == "integer":
        return _whole_number(node)
    if node.get("type") == "number":
        return Text("expected-number-above-zero")
    return Text(_OF_KINDS[node.get("type", "string")])


def _whole_number(node: Schema) -> Text:
    if "minimum" in node and "maximum" in node:
        return Text("expected-whole-number-between", least=str(node["minimum"]), most=str(node["maximum"]))
    return Text("expected-whole-number-above-zero" if "exclusiveMinimum" in node else "expected-whole-number")


def _node(path: list[str], schema: Schema) -> Schema:
    """The part of the schema for a key; {} when there is no such key. A number in the path is a place in a list."""
    node: Schema = schema
    for part in path:
        node = node.get("items", {}) if part.isdigit() else node.get("properties", {}).get(part, {})
        # `int | None` is a choice of two; the first says what a value may be.
        node = node.get("anyOf", [node])[0]
        if "$ref" in node:
            node = schema["$defs"][node["$ref"].rsplit("/", 1)[1]]
    return node


def _kind(value: object) -> str | None:
    return next((name for kind, name in _KINDS if isinstance(value, kind)), None)
