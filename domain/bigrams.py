"""A text as tokens of an index in which every two Chinese characters side by side are found.

Chinese is written without spaces: an index of words would need a dictionary of names and dialect, and one of
three-character pieces finds nothing for 路灯. So every pair is a token, and every single character for who asks for
one. What the index finds may hold the pairs without holding the word; ``find`` looks at the text itself.

To the index tokens are opaque: ``storage.letter_index`` gives it a keyed hash of each.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 40
"""Characters of a word in the index; the text tells apart what only begins alike."""

# Kana and Hangul are written without spaces, or inflected, as well.
_UNSPACED = "\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_RUN = re.compile(f"(?P<unspaced>[{_UNSPACED}]+)|(?:(?![{_UNSPACED}])[^\\W_])+")
_OF_A_WORD = re.compile(f"(?![{_UNSPACED}])[^\\W_]")


@dataclass(frozen=True)
class Hit:
    """Where a word stands: ``text[start:end]``."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[str]:
    """What a text is found by, each once: characters and pairs of Chinese, words and numbers of the rest."""
    found: dict[str, None] = {}
    for run in _runs(text):
        found.update(dict.fromkeys(_all_of(run)))
    return list(found)


def wanted(word: str) -> list[str]:
    """The tokens that every text has in which this word stands; none when nothing in it can be looked for."""
    found: dict[str, None] = {}
    for run in _runs(word):
        found.update(dict.fromkeys(_fewest_of(run)))
    return list(found)


def find(text: str, word: str) -> Hit | None:
    """The first place where the word stands, whatever the width and case of its letters; 2号 does not stand in 12号."""
    written, plain, places = _folded(text)
    _, sought, _ = _folded(word)
    at = plain.find(sought) if sought else -1
    while at >= 0:
        end = at + len(sought)
        if not (_goes_on(plain, at) or _goes_on(plain, end)):
            return Hit(written, places[at], places[end - 1] + 1)
        at = plain.find(sought, at + 1)
    return None


def _runs(text: str) -> Iterator[re.Match[str]]:
    return _RUN.finditer("".join(map(_spelt, unicodedata.normalize("NFC", text))))


def _all_of(run: re.Match[str]) -> list[str]:
    return [*run[0], *_pairs(run[0])] if run["unspaced"] else [run[0][:LONGEST]]


def _fewest_of(run: re.Match[str]) -> list[str]:
    """A pair implies its characters."""
    return (_pairs(run[0]) or [run[0]]) if run["unspaced"] else [run[0][:LONGEST]]


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run) - 1)]


def _goes_on(plain: str, at: int) -> bool:
    """Is a word or number cut in two here?"""
    return 0 < at < len(plain) and all(_OF_A_WORD.match(char) for char in plain[at - 1 : at + 1])


def _folded(text: str) -> tuple[str, str, list[int]]:
    """The text, its one spelling for half and full width, capitals and small letters, and where in the text each
    character of that spelling comes from."""
    written = unicodedata.normalize("NFC", text)
    plain: list[str] = []
    places: list[int] = []
    for place, char in enumerate(written):
        spelt = _spelt(char)
        plain.append(spelt)
        places += [place] * len(spelt)
    return written, "".join(plain), places


@lru_cache(maxsize=16384)
def _spelt(char: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", char).casefold())
