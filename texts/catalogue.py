"""The strict loader: a key or a variable that one language lacks is found at start, not by a reader."""

import html
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, tzinfo
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle
from fluent.runtime.resolver import Pattern
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from texts.values import DayOf, Text

LANGUAGES = ("zh", "en")
_LOCALES = {"zh": "zh-CN", "en": "en-GB"}
_FOLDER = Path(__file__).parent

_LONG = 1000
# Fluent refuses arguments of more than 2,500 characters, and letters are longer: they are put in afterwards.
# A zero byte never comes out of a chat, so nobody can type a mark.
_MARK = re.compile("\0([^\0]+)\0")


class TextsFault(Exception):
    """The texts are not whole: a key or variable is missing, or a message can't be read."""


class _VariableNames(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802  (the library's naming)
        self.names.add(node.id.name)


class Texts:
    """All messages of all languages. ``render`` gives Telegram's HTML, with every argument escaped."""

    def __init__(self, sources: Mapping[str, str], zone: tzinfo) -> None:
        self._zone = zone
        self._variables = {language: _variables(language, source) for language, source in sources.items()}
        self._bundles = {language: _bundle(language, source) for language, source in sources.items()}
        self._compare()

    @classmethod
    def load(cls, zone: tzinfo) -> "Texts":
        """Read the files beside this one. ``zone`` is where moments are shown."""
        return cls({language: _source(language) for language in LANGUAGES}, zone)

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(self._variables[LANGUAGES[0]])

    def render(self, language: str, text: Text, escape: Callable[[str], str] = html.escape) -> str:
        """The sentence. Plain strings among the arguments go through ``escape``; lists become lines.

        Raises:
            TextsFault: no such text, or an argument is missing.
        """
        pattern = self._pattern(language, text.key)
        args = {name: self._argument(language, arg, escape) for name, arg in text.args.items()}
        long = {name: arg for name, arg in args.items() if isinstance(arg, str) and len(arg) > _LONG}
        marks = {name: f"\0{name}\0" for name in long}
        said, errors = self._bundles[language].format_pattern(pattern, args | marks)
        if errors:
            raise TextsFault(f"text {text.key!r}: {errors[0]}")
        return _MARK.sub(lambda mark: long[mark[1]], str(said)) if long else str(said)

    def _pattern(self, language: str, key: str) -> Pattern:
        bundle = self._bundles[language]
        pattern = bundle.get_message(key).value if bundle.has_message(key) else None
        if pattern is None:
            raise TextsFault(f"no text {key!r}")
        return pattern

    def plain(self, language: str, text: Text) -> str:
        """The sentence without escaping: for buttons, files and pictures."""
        return self.render(language, text, escape=str)

    def _argument(self, language: str, arg: Any, escape: Callable[[str], str]) -> Any:
        match arg:
            case Text():
                return self.render(language, arg, escape)
            case DayOf():
                return self._day(language, arg.moment.astimezone(self._zone).date())
            case datetime():
                return self._moment(language, arg)
            case date():
                return self._day(language, arg)
            case list() | tuple():
                return "\n".join(str(self._argument(language, part, escape)) for part in arg)
            case str():
                return escape(arg)
            case None:
                return ""
        return arg

    def _day(self, language: str, day: date) -> str:
        return self.render(language, Text("a-day", year=str(day.year), month=day.month, day=str(day.day)))

    def _moment(self, language: str, moment: datetime) -> str:
        local = moment.astimezone(self._zone)
        return f"{self._day(language, local.date())} {local:%H:%M}"

    def _compare(self) -> None:
        first, *others = LANGUAGES
        for other in others:
            ours, theirs = self._variables[first], self._variables[other]
            if lacking := sorted(ours.keys() ^ theirs.keys()):
                raise TextsFault(f"{first} and {other} do not have the same texts: {', '.join(lacking)}")
            if differing := sorted(key for key in ours if ours[key] != theirs[key]):
                raise TextsFault(f"{first} and {other} use other variables in: {', '.join(differing)}")


def require(text: Text) -> None:
    """Fail where a message is owed rather than where it is sent: its key is known and no argument is missing.

    Raises:
        TextsFault
    """
    known = _variables(LANGUAGES[0], _source(LANGUAGES[0]))
    if text.key not in known:
        raise TextsFault(f"no text {text.key!r}")
    if missing := known[text.key] - text.args.keys():
        raise TextsFault(f"text {text.key!r} lacks {', '.join(sorted(missing))}")
    for arg in text.args.values():
        for part in arg if isinstance(arg, list | tuple) else (arg,):
            if isinstance(part, Text):
                require(part)


@cache
def _source(language: str) -> str:
    return "\n".join(file.read_text("utf-8") for file in sorted((_FOLDER / language).glob("*.ftl")))


@cache
def _parsed(source: str) -> ast.Resource:
    return FluentParser().parse(source)


@cache
def _variables(language: str, source: str) -> Mapping[str, frozenset[str]]:
    """Key → variables.

    Raises:
        TextsFault: a message can't be read, or a key comes twice.
    """
    found: dict[str, frozenset[str]] = {}
    for entry in _parsed(source).body:
        if isinstance(entry, ast.Junk):
            raise TextsFault(f"{language}: can't read {str(entry.content)[:60]!r}")
        if not isinstance(entry, ast.Message):
            continue
        if entry.id.name in found:
            raise TextsFault(f"{language}: {entry.id.name!r} comes twice")
        seen = _VariableNames()
        seen.visit(entry)
        found[entry.id.name] = frozenset(seen.names)
    return found


def _bundle(language: str, source: str) -> FluentBundle:
    bundle = FluentBundle([_LOCALES[language]], use_isolating=False)
    bundle.add_resource(_parsed(source))
    return bundle
