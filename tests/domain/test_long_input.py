"""A message of 4,096 characters, whatever is in it, is read or refused at once: the whole house waits meanwhile."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from domain.absences import AwayLine
from domain.activity_times import parse_when
from domain.letter_numbers import only_number_in
from domain.masking import mask
from domain.refusals import Refusal
from domain.visit_lines import VisitLine

TODAY, ZONE = date(2026, 3, 16), ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 3, 16, 2, tzinfo=UTC)
READERS: dict[str, Callable[[str], Any]] = {
    "away": lambda text: AwayLine.parse(text, TODAY),
    "when": lambda text: parse_when(text, NOW, ZONE),
    "visit": lambda text: VisitLine.parse(text, TODAY),
    "number": only_number_in,
    # Of a letter that its writer went on with four times.
    "mask": lambda text: mask(text * 5, ["王秀英"], ["李建国"]),
}
BEGINNINGS = ("4月1日 9:00", "我叫", "微信", "门牌", "住在", "王秀英 昨天 上门")
FILLINGS = (" ", "\t", "\n", "，", "、", "-", "a.", "1-", "1 ", "至", "由", "，由 ", "上午 ")


@pytest.mark.timeout(20)
@pytest.mark.parametrize("reader", READERS)
def test_no_filling_takes_long(reader: str) -> None:
    for beginning in BEGINNINGS:
        for filling in FILLINGS:
            with suppress(Refusal):
                READERS[reader](f"{beginning}{filling * (4000 // len(filling))}x9:00y")
