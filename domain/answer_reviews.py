"""Answers that the office looks at before they go out, where the committee wants it."""

from enum import StrEnum

from domain.letters import Actor, Letter
from domain.refusals import Refusal
from domain.settings import Mailbox


class DraftState(StrEnum):
    """Of an answer that was sent to the office."""

    WAITING = "waiting"
    SENT = "sent"
    RETURNED = "returned"
    DROPPED = "dropped"  # its letter went another way


class AnswerIsDecided(Refusal):
    """Someone was quicker, or its letter went another way. Argument: ``became``."""

    text = "answer-is-decided"


class AnswerNotFound(Refusal):
    text = "answer-is-not-found"


def is_wanted(mailbox: Mailbox, letter: Letter, who: Actor, *, asked: bool) -> bool:
    """Must this person's answer be looked at? A member's own, unless they are of the office themselves.

    ``asked``: the member wants it. (The software's own: no document asks for it.)
    """
    if who.is_office or who.member is None or letter.member_id != who.member.id:
        return False
    return mailbox.review_answers == "always" or (asked and may_be_asked(mailbox))


def may_be_asked(mailbox: Mailbox) -> bool:
    """Has a member the choice?"""
    return mailbox.review_answers == "on request"
