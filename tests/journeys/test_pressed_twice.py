"""A button that is pressed twice does its work once, and answers both times."""

import pytest

from tests.buttons import SHOWN, show
from tests.clear import check_answer
from tests.conversations import dialogues_of
from tests.house import TABLE, Affairs, OpenHouse
from tests.town import Town, someone_who_may
from tests.updates import Writer

LANGUAGES = ("zh", "en")
SHOWN_ANEW = {"activity-qr"}
"""Each press puts up another screen: of that the audit log tells, and nothing else changes."""


def test_every_button_has_a_place_in_the_table() -> None:
    assert SHOWN.keys() == {name for name in TABLE.presses if not name.startswith("do-")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("route", SHOWN)
async def test_a_button_pressed_twice_does_its_work_once(route: str, language: str, town: Town) -> None:
    shows = SHOWN[route]
    async with (await town.made(language)).opened(town.scratch) as house:
        shown, data = await show(house, shows, route)
        spoken = "zh" if route == "language" else language
        check_answer(await house.sends_data(shows.who, data, shown), spoken, at_most=4)
        affairs, begun = affairs_of(house, route), await kinds_in_hand(house, shows.who)
        check_answer(await house.sends_data(shows.who, data, shown), spoken, at_most=3)
        assert affairs_of(house, route) == affairs
        assert await kinds_in_hand(house, shows.who) == begun


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", TABLE.commands)
async def test_a_command_as_a_button_pressed_twice_does_its_work_once(command: str, language: str, town: Town) -> None:
    who, data = someone_who_may(TABLE.commands[command]), f"do-{command}"
    async with (await town.made(language)).opened(town.scratch) as house:
        check_answer(await house.sends_data(who, data), language)
        affairs, begun = house.affairs(), await kinds_in_hand(house, who)
        check_answer(await house.sends_data(who, data), language)
        assert house.affairs() == affairs
        assert await kinds_in_hand(house, who) == begun


def affairs_of(house: OpenHouse, route: str) -> Affairs:
    return {table: rows for table, rows in house.affairs().items() if table != "audit" or route not in SHOWN_ANEW}


async def kinds_in_hand(house: OpenHouse, writer: Writer) -> list[str]:
    return sorted(row["step"].partition(".")[0] for row in await dialogues_of(house, writer))
