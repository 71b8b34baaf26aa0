"""Thousands of updates of every kind that Telegram may send: none raises, none is parked, memory stays flat."""

import gc
import random

import psutil
import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from sandbox.api import check_value
from tests.fuzz.built import KINDS, USUAL, update
from tests.town import Town
from tests.updates import Json

FEW, MANY = 80, 5000
MEGABYTE = 2**20


@pytest.fixture
def count(request: pytest.FixtureRequest) -> int:
    return MANY if request.config.getoption("--long") else FEW


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> int:
    given_one: int | None = request.config.getoption("--fault-seed")
    number = random.randrange(10**6) if given_one is None else given_one
    print(f"--fault-seed {number}")  # Shown when the test fails.
    return number


# python-telegram-bot reads one of its own old fields, in a service message of groups.
@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
@pytest.mark.parametrize("kinds", [KINDS, USUAL], ids=["of every kind", "of the kinds that we ask for"])
async def test_no_update_is_parked_whatever_it_holds(
    kinds: tuple[str, ...], count: int, chance: int, town: Town
) -> None:
    process, weights = psutil.Process(), []
    async with (await town.made()).opened(town.scratch) as house:
        for content in drawn(kinds, count, chance):
            check_value({"update_id": 1} | content, ["Update"])
            try:
                await house.receives(content)
            except AssertionError as error:
                error.add_note(f"update: {content}")
                raise
            weights.append(process.memory_info().rss)
    gc.collect()
    assert weights[-1] - weights[len(weights) // 2] < 30 * MEGABYTE


def drawn(kinds: tuple[str, ...], count: int, chance: int) -> list[Json]:
    """Updates by chance. Drawn before any is sent: each changes the house, so no failure could be made smaller."""
    updates: list[Json] = []

    @seed(chance)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(update(kinds))
    def draw(content: Json) -> None:
        updates.append(content)

    draw()
    return updates
