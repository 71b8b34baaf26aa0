"""The published Bot API, read from bot-api.json, and values checked against its types."""

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

Json = dict[str, Any]
Check = Callable[[Any], None]

API: Json = json.loads((Path(__file__).parent / "bot-api.json").read_text("utf-8"))
METHODS: Mapping[str, Json] = API["methods"]
TYPES: Mapping[str, Json] = API["types"]

PLAIN: Mapping[str, tuple[type, ...]] = {
    "String": (str,),
    "Integer": (int,),
    "Float": (int, float),
    "Boolean": (bool,),
}
LENGTHS: Mapping[str, Callable[[str], int]] = {"characters": len, "bytes": lambda value: len(value.encode())}
ARRAY = "Array of "


class MismatchError(Exception):
    """A value that is not of its published type; `where` is the path to it, `field` the innermost named field."""

    def __init__(self, problem: str, kind: str = "type") -> None:
        super().__init__(problem)
        self.problem = problem
        self.kind = kind
        self.path: list[str | int] = []
        self.owner = ""

    def within(self, step: str | int, owner: str = "") -> "MismatchError":
        """The same mismatch, seen from one level further out."""
        self.path.insert(0, step)
        self.owner = self.owner or owner
        return self

    @property
    def field(self) -> str:
        """The innermost field's name: the part of the path that is not an index."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")

    def __str__(self) -> str:
        where = ".".join(map(str, self.path))
        return f"{where}: {self.problem}" if where else self.problem


def check_value(value: Any, types: list[str]) -> None:
    """Raises MismatchError unless the JSON value is of one of the published types, down to its last field."""
    check_of(tuple(types))(value)


@cache
def check_of(types: tuple[str, ...]) -> Check:
    """The check of a value that may be of any of these types."""
    if all(name.startswith(ARRAY) for name in types):
        return _array(tuple(name.removeprefix(ARRAY) for name in types))
    if len(types) > 1:
        return _union(types)
    (name,) = types
    if name in PLAIN:
        return _plain(name)
    item = TYPES[name]
    return check_of(tuple(item["subtypes"])) if "subtypes" in item else _object(name, item)


def _plain(name: str) -> Check:
    wanted = PLAIN[name]

    def check(value: Any) -> None:
        if not isinstance(value, wanted) or (isinstance(value, bool) and name != "Boolean"):
            raise MismatchError(f"{name} expected, {type(value).__name__} given")
        if isinstance(value, str) and not value.isascii():
            _check_utf8(value)

    return check


def _check_utf8(value: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError:
        raise MismatchError("strings must be encoded in UTF-8", "utf8") from None


def _array(elements: tuple[str, ...]) -> Check:
    """Arrays of several types are one array that mixes them: an album of photos and videos."""

    def check(value: Any) -> None:
        if not isinstance(value, list):
            raise MismatchError(f"Array of {' or '.join(elements)} expected, {type(value).__name__} given")
        check_element = check_of(elements)
        for index, item in enumerate(value):
            try:
                check_element(item)
            except MismatchError as error:
                raise error.within(index) from None

    return check


def _object(name: str, item: Json) -> Check:
    fields: Mapping[str, list[str]] = item.get("fields", {})
    required: list[str] = item.get("required", [])
    constants: Json = item.get("const", {})
    sizes: Mapping[str, list[Any]] = item.get("sizes", {})

    def check(value: Any) -> None:
        if not isinstance(value, dict):
            raise MismatchError(f"{name} expected, {type(value).__name__} given")
        if missing := [field for field in required if field not in value]:
            raise MismatchError(f"{name} needs it", "missing").within(missing[0], name)
        for field, constant in constants.items():
            if value[field] != constant:
                raise MismatchError(f'"{constant}" expected').within(field, name)
        for field, part in value.items():
            if field not in fields:
                raise MismatchError(f"{name} has no such field", "unknown").within(field, name)
            try:
                check_of(tuple(fields[field]))(part)
                if field in sizes:
                    check_size(part, sizes[field])
            except MismatchError as error:
                raise error.within(field, name) from None

    return check


def check_size(value: str, size: list[Any]) -> None:
    """Raises MismatchError of kind "size"; sizes that count after parsing are checked where the text is parsed."""
    least, most, unit = size
    if unit in LENGTHS and not least <= LENGTHS[unit](value) <= most:
        raise MismatchError(f"{least}-{most} {unit} expected", "size")


def _union(types: tuple[str, ...]) -> Check:
    def check(value: Any) -> None:
        candidates = _candidates(types, value)
        problems = []
        for candidate in candidates:
            try:
                return check_of((candidate,))(value)
            except MismatchError as error:
                problems.append(error)
        raise problems[0] if problems else MismatchError(f"one of {', '.join(types)} expected")

    return check


def _candidates(types: tuple[str, ...], value: Any) -> list[str]:
    """The union's members that this value may be meant as: by JSON kind, by `type` and by the fields it has."""
    fitting = [name for name in types if _may_be(name, value)]
    if not isinstance(value, dict):
        return fitting
    return sorted(fitting, key=lambda name: -len(value.keys() & TYPES[name].get("required", [])))


def _may_be(name: str, value: Any) -> bool:
    if name in PLAIN:
        return isinstance(value, PLAIN[name])
    if name.startswith(ARRAY):
        return isinstance(value, list)
    if not isinstance(value, dict):
        return False
    return all(value.get(field) == constant for field, constant in TYPES[name].get("const", {}).items())
