"""Whether a visit was as it was reported: what its contact says, or their paper card.

Source: J7, 三（三）1: the contact records each visit on the service card.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from domain.refusals import Refusal


class Verdict(StrEnum):
    TRUE = "true"  # 属实
    DISPUTED = "disputed"  # 有出入


class How(StrEnum):
    """Who says so."""

    BY_CONTACT = "by_contact"
    BY_STAFF_FROM_PAPER = "by_staff_from_paper"


MAY_BECOME: Mapping[Verdict | None, frozenset[Verdict]] = {
    None: frozenset({Verdict.TRUE, Verdict.DISPUTED}),
    Verdict.DISPUTED: frozenset({Verdict.TRUE}),
    Verdict.TRUE: frozenset(),
}
"""None: nobody has said anything yet."""


class VisitIsJudged(Refusal):
    """The contact said so before."""

    text = "visit-is-judged"


class NotYourVisitToJudge(Refusal):
    """Only the contact who was visited says whether it is true."""

    text = "visit-is-not-yours-to-judge"


class NothingIsDisputed(Refusal):
    """There is no dispute to answer (any more)."""

    text = "visit-is-not-disputed"


@dataclass(frozen=True)
class Confirmation:
    """What was said about one visit."""

    visit_id: int
    how: How
    verdict: Verdict
    said_at: datetime
    words: str = field(default="", repr=False)
    answer: str = field(default="", repr=False)
    """The member's answer to a dispute."""


def check_judges(before: Confirmation | None, verdict: Verdict) -> None:
    """Raises: VisitIsJudged."""
    if verdict not in MAY_BECOME[before.verdict if before else None]:
        raise VisitIsJudged
