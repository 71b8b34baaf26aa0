"""Letters about one matter: by what another letter about it is found, and what may be gathered.

The weights and the threshold are the software's own: no document says when two letters are about the same thing.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import combinations

from domain.bigrams import tokens
from domain.refusals import MovedOn, Refusal

MOST_PAIRS = 10
"""Pairs of characters that a letter is looked for by: each two of them are asked of the index."""
ALIKE = 40.0
"""Of 100: from here on a letter is suggested."""
SAME_PLACE, OTHER_PLACE = 15.0, -25.0
"""Added where both letters name places, and share one or none."""
SUGGESTED = 5

_EMPTY = frozenset("的了是在我们您你他她它这那有不也就都和与请能可很太吗呢吧啊把被给让到上下来去说着过得地又还没个")
"""Characters that stand in letters about anything."""
_PLACE = re.compile(
    r"[\u4e00-\u9fff]{1,3}(?:小区|社区|小学|中学|学校|医院|广场|村|镇|乡|街|路|桥|巷|河)(?![灯面人上边过费])"
)


class MatterNotFound(Refusal):
    text = "matter-not-found"


class LetterIsInMatter(Refusal):
    """It is gathered already. Arguments: ``number``, ``title``."""

    text = "letter-is-in-matter"


class LetterIsInNoMatter(Refusal):
    """It was taken out before. Argument: ``number``."""

    text = "letter-is-in-no-matter"


class LetterIsMerged(MovedOn):
    """A button of triage on a letter that meanwhile goes with others. Arguments: ``number``, ``title``, ``holder``."""

    text = "letter-is-merged"


class LetterIsTheSame(Refusal):
    text = "letter-is-the-same"


@dataclass(frozen=True)
class Matter:
    """Several letters about one thing. Each keeps its number, its thread and its holder."""

    id: int
    title: str = field(repr=False)
    created_at: datetime


def key_pairs(text: str) -> list[str]:
    """The pairs of characters that tell what a letter is about, in their order, each once."""
    return [token for token in tokens(text) if len(token) > 1 and not _EMPTY.intersection(token)]


def places(text: str) -> frozenset[str]:
    """Places named in a text, as far as their endings tell: 城北村, 人民路."""
    return frozenset(name for found in _PLACE.findall(text) if len(name := _without_empty(found)) > 1)


def _without_empty(found: str) -> str:
    """我们城北村 → 城北村."""
    return re.split(f"[{''.join(sorted(_EMPTY))}]", found)[-1]


def looked_for_by(topic: str, text: str) -> list[tuple[str, ...]]:
    """Pairs that another letter about this should have, any two together; the topic's and the places' go first."""
    named = "\n".join(sorted(places(text)))
    pairs = list(dict.fromkeys([*key_pairs(named), *key_pairs(topic), *key_pairs(text)]))[:MOST_PAIRS]
    return list(combinations(pairs, 2)) or [(pair,) for pair in pairs]


def with_places(likeness: float, one: str, other: str) -> float:
    """A likeness of words, 0–100, with what the places say."""
    here, there = places(one), places(other)
    if not here or not there:
        return likeness
    shared = any(a.endswith(b) or b.endswith(a) for a in here for b in there)
    return likeness + (SAME_PLACE if shared else OTHER_PLACE)


def best(likeness: Mapping[int, float]) -> list[int]:
    """Letters alike enough to be suggested, the likest first; of equals the newest."""
    alike: Iterable[tuple[int, float]] = (each for each in likeness.items() if each[1] >= ALIKE)
    return [letter_id for letter_id, _ in sorted(alike, key=lambda each: (-each[1], -each[0]))][:SUGGESTED]
