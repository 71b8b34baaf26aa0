"""What an attacker would try, in a whole committee of one morning."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.house import OpenHouse
from tests.town import CARD, MA, WANG, Town


@pytest.fixture(scope="module")
def town(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Town:
    return Town(migrated_sqlite, tmp_path_factory.mktemp("security"))


@pytest.fixture
async def house(town: Town) -> AsyncIterator[OpenHouse]:
    async with (await town.made()).opened(town.scratch) as opened:
        yield opened


async def test_who_tries_code_after_code_waits_longer_and_longer_and_others_do_not(house: OpenHouse) -> None:
    for number in range(5):
        answer = await house.says(MA, f"/start {'card' if number % 2 else 'join'}_{number}")
        assert "多次不对" not in answer.words[-1]
    assert "多次不对" in (await house.says(MA, f"/start card_{CARD}")).words[-1]
    assert "多次不对" in (await house.sends_data(MA, f"card-me:{CARD}")).toast
    assert "多次不对" not in (await house.says(WANG, "/start join_x")).words[-1]
    house.memory.clock.move(minutes=1)
    assert "多次不对" not in (await house.says(MA, f"/start card_{CARD}")).words[-1]
    await house.says(MA, "/start join_again")
    house.memory.clock.move(minutes=1)
    assert "多次不对" in (await house.says(MA, f"/start card_{CARD}")).words[-1]
