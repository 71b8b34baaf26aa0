"""What the tests of rights have in common: reading their tables, and what a refusal may say."""

from collections import deque
from collections.abc import AsyncIterator, Iterable
from functools import cache
from typing import TypeVar

from tests.conversations import dialogues_of
from tests.house import HOUSE, OpenHouse
from tests.phones import Answer
from tests.town import Town
from tests.updates import Writer
from texts import Text

Case = TypeVar("Case")


def cells(table: str) -> list[tuple[str, str, bool]]:
    """(row, column, may) for every cell."""
    head, *rows = [line.split() for line in table.strip().splitlines()]
    return [(row[0], column, cell == "+") for row in rows for column, cell in zip(head, row[1:], strict=True)]


@cache
def said(key: str) -> str:
    return HOUSE.texts.plain("zh", Text(key))


SECRETS = (
    "王秀英",
    "马三立",
    "李建国",
    "赵明",
    "张三",
    "李四",
    "何苗",
    "SL-2026",
    "路灯",
    "护栏",
    "垃圾",
    "斑马线",
    "井盖",
    "轮椅",
    "1380000",
)
"""Names, numbers, matters and telephone numbers of that morning."""


def check_refused(answer: Answer, *, hidden: tuple[str, ...] = SECRETS) -> None:
    """One sentence, to nobody else, that gives nothing away."""
    (sentence,) = answer.words
    assert not answer.others
    assert not [secret for secret in hidden if secret in sentence], sentence


async def in_fresh_houses(town: Town, who: Writer, cases: Iterable[Case]) -> AsyncIterator[tuple[OpenHouse, Case]]:
    """The house of that morning for each case: the same one, until something has changed in it."""
    left = deque(cases)
    while left:
        async with (await town.made()).opened(town.scratch) as house:
            affairs = house.affairs()
            while left and house.affairs() == affairs and not await dialogues_of(house, who):
                yield house, left.popleft()
