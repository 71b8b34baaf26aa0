"""In a group the bot is for reading: what is typed or pressed there changes nothing in anybody's own chat."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from domain.floods import Flow
from domain.settings import Mailbox
from tests import updates
from tests.house import HOUSE, OpenHouse
from tests.phones import Shown
from tests.town import WANG, Town
from tests.updates import Json

GROUP = {"id": -100123, "type": "supergroup", "title": "委员之家"}


@pytest.fixture
async def house(town: Town) -> AsyncIterator[OpenHouse]:
    async with (await town.made()).opened(town.scratch) as opened:
        yield opened


def in_group(update: Json) -> Json:
    """The same, said or pressed in the group."""
    if query := update.get("callback_query"):
        return {"callback_query": query | {"message": query["message"] | {"chat": GROUP}}}
    return {"message": update["message"] | {"chat": GROUP}}


async def test_a_button_pressed_in_a_group_gives_no_message_of_ones_own_other_words(house: OpenHouse) -> None:
    shown = (await house.says(WANG, "/language")).messages[0]
    message = updates.of_bot(WANG, shown.id, shown.words, house.memory.clock(), [])
    answer = await house.receives(in_group(updates.pressed(WANG, "language:en", message, "q")))
    assert house.phone(WANG).screen[shown.id].words == shown.words
    assert "English" in next(iter(answer.others[WANG.id])).words


async def test_who_floods_a_group_with_commands_pauses_like_anybody(town: Town) -> None:
    watched = replace(HOUSE, flow=Flow(Mailbox(messages_per_minute=5, newcomer_messages_per_minute=5)))
    async with (await town.made()).opened(town.scratch, watched) as house:
        said: list[Shown] = []
        for number in range(9):
            typed = in_group(updates.new(WANG, 5000 + number, updates.text("/letters"), house.memory.clock()))
            said += (await house.receives(typed)).others.get(WANG.id, ())
    assert "太快" in said[-1].words
    assert len(said) == 6
