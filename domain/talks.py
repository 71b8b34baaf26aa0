"""Lists for honours and for talks (教育谈话): who is on them, and the record of a talk."""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.days import DayIsInTheFuture, parse_day
from domain.refusals import MovedOn, Refusal
from domain.short_words import check_words, says_something

LONGEST_TALKER = 40
_PARTS = re.compile(r"[;；\n]")


class ListKind(StrEnum):
    HONOUR = "honour"  # 评优
    TALK = "talk"  # 教育谈话


class Decision(StrEnum):
    CONFIRMED = "confirmed"
    DECLINED = "declined"


class PickUnknown(MovedOn):
    """Not on the list, or its year was not closed."""

    text = "pick-unknown"


class PickIsDecided(Refusal):
    """Somebody decided the same. Argument: ``name``."""

    text = "pick-is-decided"


class PickIsYourOwn(Refusal):
    text = "pick-is-your-own"


class PickIsThere(Refusal):
    """On this list already. Argument: ``name``."""

    text = "pick-is-there"


class TalkIsRecorded(Refusal):
    """Who had their talk stays on the list. Argument: ``name``."""

    text = "talk-is-recorded"


class TalkIsUnclear(Refusal):
    """Not «day, who; what»."""

    text = "talk-is-unclear"


@dataclass(frozen=True)
class Pick:
    """A member on a list. ``is_proposed``: by the scheme's rule, else by the office. ``talked_on``: the latest talk."""

    id: int
    appraised_id: int
    member_id: int
    person_id: int
    name: str
    tenths: int
    done: int
    owed: int
    list: ListKind
    is_proposed: bool
    decision: Decision | None = None
    talked_on: date | None = None


@dataclass(frozen=True)
class Talk:
    """When somebody talked with the member, and what was said, in a sentence."""

    on: date
    talker: str = field(repr=False)
    words: str = field(repr=False)


def parse_talk(line: str, today: date) -> Talk:
    """``1月15日 陈主席；谈了走访太少的原因，四月前补上``.

    Raises:
        TalkIsUnclear, NoSuchDay, DayIsInTheFuture, WordsAreTooLong
    """
    first, _, rest = _split(line)
    typed, _, talker = first.strip().partition(" ")
    day = parse_day(typed, today)
    talker, words = talker.strip(), check_words(rest)
    if day is None or not says_something(talker) or len(talker) > LONGEST_TALKER or not says_something(words):
        raise TalkIsUnclear
    if day > today:
        raise DayIsInTheFuture(day=day)
    return Talk(day, talker, words)


def _split(line: str) -> tuple[str, str, str]:
    found = _PARTS.search(line)
    return (line[: found.start()], found[0], line[found.end() :]) if found else (line, "", "")
