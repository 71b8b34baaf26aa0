"""The representatives' pool (群众代表库): constituents who agreed to be invited, in turn.

Source: Xishan, 二（二）; the rule of turns is the software's own: not always the same people come.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from domain.refusals import Refusal


class AlreadyInPool(Refusal):
    text = "pool-joined-already"


class NotInPool(Refusal):
    text = "pool-not-joined"


class NobodyToInvite(Refusal):
    """Everyone of this choice is invited already, or nobody is in the pool."""

    text = "pool-nobody-to-invite"


@dataclass(frozen=True)
class Representative:
    """Someone of the pool, and how often and when last they were invited out of it."""

    id: int
    person_id: int
    sector: str
    township: str
    joined_at: datetime
    times_invited: int = 0
    last_invited_at: datetime | None = None


def of_choice(
    pool: Iterable[Representative], sector: str | None = None, township: str | None = None
) -> list[Representative]:
    """Those of a sector, or of a township; all, where neither is named."""
    return [one for one in pool if sector in (None, one.sector) and township in (None, one.township)]


def in_turn(candidates: Iterable[Representative], count: int) -> list[Representative]:
    """The next ``count``: who was invited least often; among them who was it longest ago; then who joined first."""

    def turn(one: Representative) -> tuple[int, float, datetime, int]:
        last = one.last_invited_at.timestamp() if one.last_invited_at else 0.0
        return one.times_invited, last, one.joined_at, one.id

    return sorted(candidates, key=turn)[: max(0, count)]
