"""What kind of letter it is, and how the office marks one."""

from enum import StrEnum


class LetterKind(StrEnum):
    """Which door a letter came in by; it stays, whoever holds the letter later. Source: duties.md, mailbox."""

    MEMBER = "member"  # 委员信箱: to one member
    COMMITTEE = "committee"  # 政协信箱: the office deals with it itself
    SUGGESTION = "suggestion"  # 我要建言
    ANYONE = "anyone"  # to whoever fits: the office finds out who


class Mark(StrEnum):
    """The office's label on a letter, never shown to its writer (the software's own: no document names any)."""

    URGENT = "urgent"
    IMPORTANT = "important"
    PRIVATE = "private"  # is not posted to the members' group
