"""Service cards (联系群众服务卡): issued, delivered, returned; a lost one is replaced and its code dies.

Source of issuing and returning: J7, 三（二）2 and 三（三）1. Fields and code are the software's own default.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.refusals import Refusal


class CardState(StrEnum):
    ISSUED = "issued"
    DELIVERED = "delivered"  # the contact scanned it, or the member says so
    RETURNED = "returned"  # sent in at the end of the year
    LOST = "lost"


MAY_BECOME: Mapping[CardState, frozenset[CardState]] = {
    CardState.ISSUED: frozenset({CardState.DELIVERED, CardState.RETURNED, CardState.LOST}),
    CardState.DELIVERED: frozenset({CardState.RETURNED, CardState.LOST}),
    CardState.RETURNED: frozenset(),
    CardState.LOST: frozenset(),
}

IN_USE = frozenset({CardState.ISSUED, CardState.DELIVERED})


class CardIsIssued(Refusal):
    """The contact has a card that works. Argument: ``contact``."""

    text = "card-is-issued"


class NoCardInUse(Refusal):
    """There is no card to mark or to replace. Argument: ``contact``."""

    text = "card-none-in-use"


class CardCanNotBecome(Refusal):
    """It is there already, or past it. Argument: ``contact``."""

    text = "card-is-past-that"


class CardIsLost(Refusal):
    """A card that was reported lost was scanned: its code is dead."""

    text = "card-is-lost"


class CardIsYourOwn(Refusal):
    """The member scanned a card of theirs. Argument: ``contact``."""

    text = "card-is-your-own"


class CardHasEnded(Refusal):
    """The contact is registered no more. Argument: ``member``."""

    text = "card-has-ended"


@dataclass(frozen=True)
class Card:
    """A contact's card; its code is known only to who holds it."""

    id: int
    contact_id: int
    state: CardState
    issued_at: datetime
    delivered_at: datetime | None = None
    returned_at: datetime | None = None


def check_becomes(card: Card, state: CardState, contact: str) -> None:
    """Raises: CardCanNotBecome."""
    if state not in MAY_BECOME[card.state]:
        raise CardCanNotBecome(contact=contact)
