"""Several open letters of one person are never mixed up, however its two sides go on with them."""

import re
from collections.abc import Iterable
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.house import OpenHouse
from tests.phones import Shown
from tests.town import ANSWERED, ARRIVED, LI, SETTLED, WANG, Town
from tests.updates import Writer

OF_WRITER, OF_HOLDER = (SETTLED, ANSWERED, ARRIVED), (ANSWERED, ARRIVED)
BEGINS = {WANG.id: "letter-go-on", LI.id: "letter-answer"}

Step = tuple[Writer, str, str, str]
"""Who, how, with which letter; and which other letter comes between, if one does."""


def steps_of(who: Writer, ways: Iterable[str], letters: Iterable[str]) -> st.SearchStrategy[Step]:
    one = st.sampled_from(list(letters))
    return st.tuples(st.just(who), st.sampled_from(list(ways)), one, one)


STEPS = st.lists(
    steps_of(WANG, ("replies", "begins", "is crossed"), OF_WRITER)
    | steps_of(WANG, ("is asked",), OF_HOLDER)
    | steps_of(LI, ("replies", "begins", "is crossed"), OF_HOLDER),
    min_size=3,
    max_size=10,
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
async def test_what_is_meant_for_one_letter_is_in_that_one_and_shown_as_that_one_s(
    town: Town, steps: list[Step]
) -> None:
    async with (await town.made()).opened(town.scratch) as house:
        turns = count(1)
        for who, how, letter, other in steps:
            house.memory.clock.move(minutes=2)
            await _go_on(house, who, how, letter, other, turns)
        said = next(turns) - 1
        async with house.db.read() as tx:
            rows = await tx.all("SELECT letter_id, text FROM letter_entries ORDER BY id")
        meant = [(str(row["letter_id"]), mark.group(1)) for row in rows if (mark := MARK.search(row["text"]))]
        assert len(meant) == said
        assert all(kept == letter for kept, letter in meant), (steps, meant)
        for phone in house.memory.phones.values():
            for shown in phone.screen.values():
                _check_shown(shown)


MARK, NUMBER = re.compile(r"给第(\d+)封的第\d+句"), re.compile(r"-2026-0*(\d+)")


async def _go_on(house: OpenHouse, who: Writer, how: str, letter: str, other: str, turns: Iterable[int]) -> None:
    def words(meant: str) -> str:
        return f"给第{meant}封的第{next(iter(turns))}句"

    if how == "replies":
        await house.says(who, words(letter), reply_to=_shows(house, who, letter))
    elif how == "is asked":
        asked = await house.says(who, words(letter))
        assert any("要补充到哪一封来信" in line for line in asked.words), asked.words
        await house.presses(who, "which-letter", letter)
    else:
        shown = _shows(house, who, letter)
        await house.sends_data(who, f"{BEGINS[who.id]}:{letter}", shown)
        if how == "is crossed" and other != letter:
            await house.says(who, words(other), reply_to=_shows(house, who, other))
        await house.says(who, words(letter))


def _shows(house: OpenHouse, who: Writer, letter: str) -> Shown:
    """The newest message on someone's phone that shows this letter and no other."""
    screen = reversed(house.phone(who).screen.values())
    return next(shown for shown in screen if set(NUMBER.findall(shown.words)) == {letter})


def _check_shown(shown: Shown) -> None:
    """Words meant for a letter stand under its number and under no other's."""
    meant, named = set(MARK.findall(shown.words)), set(NUMBER.findall(shown.words))
    assert not meant or not named or meant == named, shown.words
