"""What someone looks for, typed in one line: 路灯 已回复 3月."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from domain.bigrams import wanted
from domain.day_spans import Span, between, parse_end, parse_span
from domain.letters import LetterState
from domain.refusals import Refusal

LONGEST_LINE = 100
MOST_WORDS = 8

States = Mapping[str, frozenset[LetterState]]
"""The words for states, in small letters, and which states each means."""


EVER = Span()


class SearchIsTooLong(Refusal):
    """Arguments: ``limit`` and ``length``, in characters."""

    text = "search-is-too-long"


class TooManyWords(Refusal):
    """Argument: ``limit``."""

    text = "search-has-too-many-words"


class NothingToLookFor(Refusal):
    """Signs alone, or nothing."""

    text = "search-has-nothing-to-look-for"


@dataclass(frozen=True)
class Query:
    """All ``words`` must stand in a letter, or name its writer or its number; no ``states``: any state."""

    words: tuple[str, ...] = field(default=(), repr=False)
    states: frozenset[LetterState] = frozenset()
    span: Span = EVER

    @classmethod
    def parse(cls, line: str, today: date, states: States) -> "Query":
        """Dates, words for states, and what is left; “已回复” in quotes is a word as any other.

        Raises:
            SearchIsTooLong
            TooManyWords
            NothingToLookFor
            NoSuchDay
        """
        if len(line) > LONGEST_LINE:
            raise SearchIsTooLong(limit=LONGEST_LINE, length=len(line))
        rest, span = _without_range(_QUOTED.sub(" ", line), today)
        words, asked = _QUOTED.findall(line), frozenset[LetterState]()
        for word in rest.split():
            if word.lower() in states:
                asked |= states[word.lower()]
            elif named := parse_span(word, today):
                span = between(span, named) if span else named
            else:
                words.append(word)
        return _checked(cls(tuple(word for word in words if wanted(word)), asked, span or EVER))


def _checked(query: Query) -> Query:
    if len(query.words) > MOST_WORDS:
        raise TooManyWords(limit=MOST_WORDS)
    if query == Query():
        raise NothingToLookFor
    return query


_QUOTED = re.compile(r"[“\"「](.+?)[”\"」]")
_SIDE = r"(?:自|从|from\s)\s*(?P<first>[^\s至到]+)"
_RANGES = (
    re.compile(rf"{_SIDE}\s*(?:至|到|\sto\s)\s*(?P<last>\S+)"),
    re.compile(rf"(?<!\S){_SIDE}(?!\S)"),
    re.compile(r"(?<!\S)(?:至|到)\s*(?P<last>\S+)"),
)


def _without_range(line: str, today: date) -> tuple[str, Span | None]:
    """The line without 自…至…, and what that means; 从学校到医院 is no range, and stays."""
    for pattern in _RANGES:
        for match in pattern.finditer(line):
            said = match.groupdict()
            ends = {side: parse_end(typed, today) for side, typed in said.items()}
            if all(ends.values()):
                span = between(ends.get("first"), ends.get("last"))
                return line[: match.start()] + " " + line[match.end() :], span
    return line, None
