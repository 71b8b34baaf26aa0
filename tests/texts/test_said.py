"""Whatever the code says there is: every key that it names, with all that its sentence mentions."""

import ast
import importlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from domain.lists import RowFault
from domain.refusals import Refusal
from texts import Text, TextsFault, require

ROOT = Path(__file__).resolve().parent.parent.parent
ROOMS = ("bot", "domain", "handlers", "reports", "services", "storage", "web")
FILES = sorted(file for room in ROOMS for file in (ROOT / room).rglob("*.py") if "migrations" not in file.parts)
SAYING = {"say", "revise", "toast"}
"""Methods of a handler's context, which name a text; what else they take is no argument of it."""
NOT_OF_TEXT = {"buttons", "media", "picture", "paper", "about"}
WITH_WORDS = {
    "letter-edited",
    "letter-answered",
    "letter-answered-by-colleague",
    "letter-asks-you",
    "letter-settled-with-words",
}
"""What ``services.letter_post.whole`` puts the words themselves into."""
COMPLETED_LATER = {*WITH_WORDS, "letter-is-already-with-them"}
"""The last by ``services.letter_moves``, which names the letter and its holder."""


@cache
def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def _keys(said: ast.expr) -> list[str]:
    """A key that stands in the code as it is, or one of two."""
    if isinstance(said, ast.IfExp):
        return [*_keys(said.body), *_keys(said.orelse)]
    return [said.value] if isinstance(said, ast.Constant) and isinstance(said.value, str) else []


def _says(call: ast.Call) -> bool:
    func = call.func
    if isinstance(func, ast.Attribute):
        return func.attr in SAYING and isinstance(func.value, ast.Name) and func.value.id == "ctx"
    return isinstance(func, ast.Name) and func.id == "Text"


def _calls(file: Path) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(_tree(file)):
        if isinstance(node, ast.Call) and node.args and _says(node):
            yield from ((node, key) for key in _keys(node.args[0]))


def _labels(file: Path) -> Iterator[tuple[int, str, set[str]]]:
    """Buttons whose arguments, if any, stand beside their label."""
    for node in ast.walk(_tree(file)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id != "Button":
            continue
        args = next((each.value for each in node.keywords if each.arg == "args"), ast.Dict([], []))
        if node.args and isinstance(args, ast.Dict) and all(isinstance(name, ast.Constant) for name in args.keys):
            names = {str(name.value) for name in args.keys if isinstance(name, ast.Constant)}
            yield from ((node.lineno, key, names) for key in _keys(node.args[0]))


def _check(key: str, call: ast.Call | None, known: Iterable[str] = ()) -> str | None:
    """What is missing; where the arguments are put together elsewhere, the key alone is looked for."""
    if key in COMPLETED_LATER:
        return None
    keywords = call.keywords if call else []
    names = {*known, *(each.arg for each in keywords if each.arg)} - NOT_OF_TEXT
    try:
        require(Text(key, **dict.fromkeys(names, "")))
    except TextsFault as fault:
        if "no text" in str(fault) or all(each.arg for each in keywords):
            return str(fault)
    return None


@pytest.mark.parametrize("room", ROOMS)
def test_every_text_that_is_named_is_there_with_all_that_it_mentions(room: str) -> None:
    faults = [
        f"{file.relative_to(ROOT)}:{call.lineno} {fault}"
        for file in FILES
        if file.is_relative_to(ROOT / room)
        for call, key in _calls(file)
        if (fault := _check(key, call))
    ]
    assert faults == []


def test_every_button_has_its_label_with_all_that_it_mentions() -> None:
    faults = [
        f"{file.relative_to(ROOT)}:{line} {fault}"
        for file in FILES
        for line, key, names in _labels(file)
        if (fault := _check(key, None, names))
    ]
    assert faults == []


def _module(file: Path) -> ModuleType:
    return importlib.import_module(".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))


def _raised(file: Path) -> Iterator[tuple[int, type[Refusal], ast.Call | None]]:
    for node in ast.walk(_tree(file)):
        if not isinstance(node, ast.Raise) or node.exc is None:
            continue
        call = node.exc if isinstance(node.exc, ast.Call) else None
        thing = call.func if call else node.exc
        found = getattr(_module(file), thing.id, None) if isinstance(thing, ast.Name) else None
        if isinstance(found, type) and issubclass(found, Refusal):
            yield node.lineno, found, call


@pytest.mark.parametrize("room", ["domain", "services", "handlers", "reports"])
def test_every_refusal_can_be_said_where_it_is_raised(room: str) -> None:
    faults = [
        f"{file.relative_to(ROOT)}:{line} {fault}"
        for file in FILES
        if file.is_relative_to(ROOT / room)
        for line, refusal, call in _raised(file)
        # Whoever reads a list says the row.
        if (fault := _check(refusal.text, call, ("row",) if issubclass(refusal, RowFault) else ()))
    ]
    assert faults == []
