"""Find a name among those known, and say whom a mistyped one may mean."""

import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher

LONG_NAME = 5
"""From here on (enterprises, villages) names are compared by their common parts."""
ALIKE = 0.6
NOT_IN_A_NAME = frozenset("，。！？；：…【】《》<>!?;")
"""Marks of a sentence or a notice: what has them was typed, or passed on, for something else."""


def is_name(text: str) -> bool:
    """May this be the name of a person, an enterprise or a village?"""
    is_command = text.startswith("/")
    return any(char.isalpha() for char in text) and NOT_IN_A_NAME.isdisjoint(text) and not is_command


def find(name: str, known: Sequence[str]) -> list[str]:
    """Whom `name` names: one, several (ask which), or none.

    The whole name comes first; failing that, those that contain it. Two people of one name are two.
    """
    wanted = _folded(name)
    if not wanted:
        return []
    same = [candidate for candidate in known if _folded(candidate) == wanted]
    return same or [candidate for candidate in known if wanted in _folded(candidate)]


def closest(name: str, known: Sequence[str], n: int = 3) -> list[str]:
    """At most `n` known names that `name` may have been meant for, likeliest first.

    Taken for a slip: one character wrong, missing or too many, two exchanged, all in another order,
    or a part of the name. A name that shares no character is never offered.
    """
    wanted = _folded(name)
    scored = [(_likeness(wanted, _folded(candidate)), candidate) for candidate in dict.fromkeys(known)]
    likely = sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: -pair[0])
    return [candidate for _, candidate in likely[:n]]


def _folded(name: str) -> str:
    """One spelling for the many ways to space, dot and capitalise a name."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(char for char in plain if char.isalnum())


def _likeness(typed: str, known: str) -> float:
    """0 for different names, 1 for the same, between them for a slip."""
    is_slip = bool(set(typed) & set(known)) and _is_slip(typed, known)
    if not is_slip and min(len(typed), len(known)) < LONG_NAME:
        return 0
    ratio = SequenceMatcher(None, typed, known, autojunk=False).ratio()
    if not is_slip and ratio < ALIKE:
        return 0
    # A slip keeps the surname more often than not, so that one is offered first.
    return (ratio + (typed[0] == known[0])) / 2


def _is_slip(typed: str, known: str) -> bool:
    return typed in known or known in typed or sorted(typed) == sorted(known) or _one_step_apart(typed, known)


def _one_step_apart(a: str, b: str) -> bool:
    """Do they differ by one character: wrong, missing or too many? (Exchanged ones are caught by their order.)"""
    short, long = sorted((a, b), key=len)
    start = next((i for i, char in enumerate(short) if char != long[i]), len(short))
    if len(short) == len(long):
        return short[start + 1 :] == long[start + 1 :]
    return short[start:] == long[start + 1 :]
