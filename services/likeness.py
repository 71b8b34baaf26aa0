"""Letters that may be about the same matter: found by the index of pairs of characters, compared by rapidfuzz.

Only suggested: a person decides.
"""

from collections.abc import Sequence
from datetime import timedelta

from domain import matters as rules
from domain.letters import Actor, Letter, LetterState
from storage import letter_index, letter_search
from storage.db import Tx
from storage.letter_search import AnyOf, Wanted

WITHIN = timedelta(days=180)
"""Older letters are not suggested (the software's own default)."""
MOST_WITH_TWO, MOST_WITH_ONE = 100, 40
"""Letters compared, the newest that share two pairs, or one: the cost does not grow with the mailbox."""
NEWEST = 2**62


async def similar(tx: Tx, letter: Letter, who: Actor) -> list[Letter]:
    """Letters about what may be the same matter, of those that this person may act on; the likest first."""
    mine = await _said_in(tx, letter)
    ways = rules.looked_for_by(letter.topic, mine)
    if not ways:
        return []
    found = await _candidates(tx, letter, who, ways, MOST_WITH_TWO)
    if singles := [(pair,) for pair in dict.fromkeys(pair for way in ways for pair in way)]:
        found |= await _candidates(tx, letter, who, singles, MOST_WITH_ONE)
    texts = await _texts(tx, [*found.values()])
    likeness = {number: compare(mine, text) for number, text in texts.items()}
    return [found[number] for number in rules.best(likeness)]


def compare(one: str, other: str) -> float:
    """How alike two texts are, 0–100 and what the places add."""
    # Here and not above: no start has to wait for it.
    from rapidfuzz import fuzz

    likeness = fuzz.token_set_ratio(" ".join(rules.key_pairs(one)), " ".join(rules.key_pairs(other)))
    return rules.with_places(likeness, one, other)


async def _candidates(
    tx: Tx, letter: Letter, who: Actor, ways: Sequence[Sequence[str]], limit: int
) -> dict[int, Letter]:
    words: AnyOf = [[token for pair in way for token in letter_index.sought(tx, pair)] for way in ways]
    held: list[AnyOf] = [] if who.is_office or not who.member else [[[letter_index.held_by(who.member.id)]]]
    asked = Wanted([*held, words], from_at=letter.received_at - WITHIN, is_narrow=not who.is_office)
    seen = await letter_search.candidates(tx, asked, NEWEST, limit)
    return {each.id: each for each in seen if _may_be_gathered(each, letter, who)}


def _may_be_gathered(other: Letter, letter: Letter, who: Actor) -> bool:
    is_theirs = who.is_office or (who.member is not None and other.member_id == who.member.id)
    return is_theirs and other.id != letter.id and other.state is not LetterState.RETURNED


async def _said_in(tx: Tx, letter: Letter) -> str:
    return (await _texts(tx, [letter]))[letter.id]


async def _texts(tx: Tx, several: Sequence[Letter]) -> dict[int, str]:
    """What each letter begins with: its topic and the first thing its writer said."""
    said = {letter.id: letter.topic for letter in several}
    first: dict[int, str] = {}
    for row in await letter_search.texts(tx, list(said)) if said else []:
        first.setdefault(row["letter_id"], row["text"])
    return {number: f"{topic}\n{first.get(number, '')}" for number, topic in said.items()}
