"""Nobody does what their role does not allow: cell by cell, by the tables of ``tests/rights_tables.py``."""

import pytest

from tests.clear import naming
from tests.conversations import dialogues_of
from tests.house import TABLE
from tests.rights import cells, check_refused, in_fresh_houses, said
from tests.rights_tables import (
    ASKS_FOR_NO_NUMBER,
    BY_ROLE,
    COMMANDS,
    LISTED_FOR_COMMITTEE,
    LISTED_FOR_MEMBERS,
    NOT_LISTED,
    PRESSES,
)
from tests.town import Town


def test_every_command_and_every_button_has_its_row() -> None:
    assert {name for name, _, _ in cells(COMMANDS)} == TABLE.commands.keys()
    assert {name.partition(":")[0] for name, _, _ in cells(PRESSES)} == {
        name for name in TABLE.presses if not name.startswith("do-")
    }


@pytest.mark.parametrize("role", BY_ROLE)
async def test_a_command_is_for_the_roles_of_its_row(role: str, town: Town) -> None:
    who, may = BY_ROLE[role], {name: may for name, column, may in cells(COMMANDS) if column == role}
    async for house, name in in_fresh_houses(town, who, may):
        with naming(name):
            affairs = house.affairs()
            typed, pressed = await house.says(who, f"/{name}"), await house.sends_data(who, f"do-{name}")
            for answer in (typed, pressed):
                assert (said("not-for-your-role") not in answer.words) is may[name], answer.words
            if not may[name]:
                check_refused(typed)
                check_refused(pressed)
                assert house.affairs() == affairs
                assert not await dialogues_of(house, who)


@pytest.mark.parametrize("role", BY_ROLE)
async def test_people_are_shown_the_commands_that_they_may_use_and_no_others(role: str, town: Town) -> None:
    allowed = {name for name, column, may in cells(COMMANDS) if column == role and may} - NOT_LISTED
    if "member" not in role:
        allowed -= LISTED_FOR_MEMBERS
    if role in ("constituent", "department"):
        allowed -= LISTED_FOR_COMMITTEE
    async with (await town.made()).opened(town.scratch) as house:
        (help_message,) = (await house.says(BY_ROLE[role], "/help")).messages
    shown = {line.split()[0] for line in help_message.words.splitlines() if line.startswith("/")}
    assert shown == {f"/{name}" for name in allowed}


@pytest.mark.parametrize("role", BY_ROLE)
async def test_a_button_is_for_the_roles_of_its_row(role: str, town: Town) -> None:
    who, may = BY_ROLE[role], {name: may for name, column, may in cells(PRESSES) if column == role}
    async for house, name in in_fresh_houses(town, who, may):
        with naming(name):
            affairs = house.affairs()
            answer = await house.sends_data(who, f"{name}:999:999")
            assert (said("not-for-your-role") not in answer.words) is may[name], answer.words
            assert house.affairs() == affairs or (may[name] and name in ASKS_FOR_NO_NUMBER)
            if not may[name]:
                check_refused(answer)
                assert not await dialogues_of(house, who)
