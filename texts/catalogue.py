"""The strict loader: a key or a variable that one language lacks is found at start, not by a reader.

Texts are parsed when they are first said: to parse all of them takes half a second and 20 MB. What the start looks at
is found by their form; that it is what the parser finds is tested.
"""

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle
from fluent.runtime.resolver import Pattern
from fluent.runtime.types import fluent_number
from fluent.syntax import FluentParser, ast

from texts.values import DayOf, Text

LANGUAGES = ("zh", "en")
_LOCALES = {"zh": "zh-CN", "en": "en-GB"}
_FOLDER = Path(__file__).parent

_LONG = 1000
# Fluent refuses arguments of more than 2,500 characters, and letters are longer: they are put in afterwards.
# A zero byte never comes out of a chat, so nobody can type a mark; one from a table is left as it is.
_MARK = re.compile("\0([^\0]+)\0")


class TextsFault(Exception):
    """The texts are not whole: a key or variable is missing, or a message can't be read."""


@dataclass(frozen=True)
class _Entry:
    """A message as it stands in its file, and the variables in it."""

    source: str
    variables: frozenset[str]


class Texts:
    """All messages of all languages. ``render`` gives Telegram's HTML, with every argument escaped."""

    def __init__(self, sources: Mapping[str, str], zone: tzinfo) -> None:
        self._zone = zone
        self._entries = {language: _entries(language, source) for language, source in sources.items()}
        self._bundles = {
            language: FluentBundle([_LOCALES[language]], functions={"COUNT": _count}, use_isolating=False)
            for language in sources
        }
        self._known: dict[tuple[str, str], str] = {}
        self._compare()

    @classmethod
    def load(cls, zone: tzinfo) -> "Texts":
        """Read the files beside this one. ``zone`` is where moments are shown."""
        return cls({language: _source(language) for language in LANGUAGES}, zone)

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(self._entries[LANGUAGES[0]])

    def render(self, language: str, text: Text, escape: Callable[[str], str] = html.escape) -> str:
        """The sentence. Plain strings among the arguments go through ``escape``; lists become lines.

        Raises:
            TextsFault: no such text, or an argument is missing.
        """
        if not text.args:
            return self._bare(language, text.key)
        pattern = self._pattern(language, text.key)
        args = {name: self._argument(language, arg, escape) for name, arg in text.args.items()}
        long = {name: arg for name, arg in args.items() if isinstance(arg, str) and len(arg) > _LONG}
        marks = {name: f"\0{name}\0" for name in long}
        said = self._said(language, text.key, pattern, args | marks)
        return _MARK.sub(lambda mark: long.get(mark[1], mark[0]), said) if long else said

    def _bare(self, language: str, key: str) -> str:
        """A sentence without arguments is always the same; most buttons are."""
        if (language, key) not in self._known:
            self._known[language, key] = self._said(language, key, self._pattern(language, key), {})
        return self._known[language, key]

    def _said(self, language: str, key: str, pattern: Pattern, args: dict[str, Any]) -> str:
        said, errors = self._bundles[language].format_pattern(pattern, args)
        if errors:
            raise TextsFault(f"text {key!r}: {errors[0]}")
        return str(said)

    def _pattern(self, language: str, key: str) -> Pattern:
        bundle = self._bundles[language]
        if not bundle.has_message(key):
            bundle.add_resource(self._parsed(language, key))
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise TextsFault(f"no text {key!r}")
        return pattern

    def _parsed(self, language: str, key: str) -> ast.Resource:
        if key not in self._entries[language]:
            raise TextsFault(f"no text {key!r}")
        parsed = FluentParser(with_spans=False).parse(self._entries[language][key].source)
        if any(isinstance(entry, ast.Junk) for entry in parsed.body):
            raise TextsFault(f"{language}: can't read {key!r}")
        return parsed

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
            ours, theirs = self._entries[first], self._entries[other]
            if lacking := sorted(ours.keys() ^ theirs.keys()):
                raise TextsFault(f"{first} and {other} do not have the same texts: {', '.join(lacking)}")
            if differing := sorted(key for key in ours if ours[key].variables != theirs[key].variables):
                raise TextsFault(f"{first} and {other} use other variables in: {', '.join(differing)}")


def _count(value: Any) -> Any:
    """``COUNT($days)`` in a text chooses between "1 day" and "2 days".

    Counts come as text, so that no language puts a comma into them; Fluent knows the plural of numbers alone.
    """
    return fluent_number(int(value)) if isinstance(value, str) and value.isdecimal() else value


def require(text: Text) -> None:
    """Fail where a message is owed rather than where it is sent: its key is known and no argument is missing.

    Raises:
        TextsFault
    """
    known = _entries(LANGUAGES[0], _source(LANGUAGES[0]))
    if text.key not in known:
        raise TextsFault(f"no text {text.key!r}")
    if missing := known[text.key].variables - text.args.keys():
        raise TextsFault(f"text {text.key!r} lacks {', '.join(sorted(missing))}")
    for arg in text.args.values():
        for part in arg if isinstance(arg, list | tuple) else (arg,):
            if isinstance(part, Text):
                require(part)


@cache
def _source(language: str) -> str:
    return "\n".join(file.read_text("utf-8") for file in sorted((_FOLDER / language).glob("*.ftl")))


_BEGINNING = re.compile(r"^(?=[^\s}])", re.MULTILINE)
_KEY = re.compile(r"([A-Za-z][\w-]*) *=")
_VARIABLE = re.compile(r"\$([A-Za-z][\w-]*)")


@cache
def _entries(language: str, source: str) -> Mapping[str, _Entry]:
    """Every message by its key.

    Raises:
        TextsFault: something is no message, or a key comes twice.
    """
    found: dict[str, _Entry] = {}
    for piece in _BEGINNING.split(source):
        if piece.startswith("#") or not piece.strip():
            continue
        key = _KEY.match(piece)
        if key is None:
            raise TextsFault(f"{language}: can't read {piece[:60]!r}")
        if key[1] in found:
            raise TextsFault(f"{language}: {key[1]!r} comes twice")
        found[key[1]] = _Entry(piece, frozenset(_VARIABLE.findall(piece)))
    return found
