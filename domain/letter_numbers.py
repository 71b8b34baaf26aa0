"""Numbers of letters: ``JJ-2026-000123``, and the many ways people type them."""

import re
import unicodedata
from dataclasses import dataclass

from domain.refusals import Refusal

DIGITS = 6
"""Of the running number; more when a year needs more."""
_YEAR = 4

_TYPED = re.compile(r"(?:(?P<code>[A-Z]{1,6})-?)?(?:(?P<year>[0-9]{4})-)?(?P<running>[0-9]{1,15})")
_OURS = re.compile(r"(?<![A-Za-z])[A-Z]{1,6}-[0-9]{4}-[0-9]{6,15}(?![0-9])")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−－_/. "), "-")


class NotALetterNumber(Refusal):
    """Arguments: ``typed``, and an ``example`` of what a number looks like."""

    text = "not-a-letter-number"


@dataclass(frozen=True)
class LetterNumber:
    """The committee's code, the year in the committee's zone, and a number running from 1 in each year."""

    code: str
    year: int
    running: int

    def __str__(self) -> str:
        return f"{self.code}-{self.year}-{self.running:0{DIGITS}d}"

    @classmethod
    def parse(cls, typed: str, code: str, year: int) -> "LetterNumber":
        """What someone means by ``jj-2026-123``, ``ＪＪ－２０２６－００００１２３``, ``2026000123`` or ``123``.

        Without a code it is this committee's ``code``, without a year this ``year``.

        Raises:
            NotALetterNumber
        """
        found = _TYPED.fullmatch(_plain(typed))
        if found is None:
            raise NotALetterNumber(typed=typed[:40], example=str(cls(code, year, 123)))
        running, its_year = found["running"], found["year"]
        if its_year is None and len(running) >= _YEAR + DIGITS:
            its_year, running = running[:_YEAR], running[_YEAR:]
        return cls(found["code"] or code, int(its_year or year), int(running))


def only_number_in(text: str) -> str | None:
    """The number that a message of ours mentions, if it mentions just one."""
    found = set(_OURS.findall(text))
    return found.pop() if len(found) == 1 else None


def _plain(typed: str) -> str:
    """Upper case and half width, with one dash for whatever stands between the parts."""
    folded = unicodedata.normalize("NFKC", typed).strip().upper().translate(_DASHES)
    # A dash in front is no slip of the hand: -1 is no letter's number.
    return re.sub("-+", "-", folded).lstrip("#").rstrip("-#")
