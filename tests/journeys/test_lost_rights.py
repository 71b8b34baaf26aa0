"""A right that was taken a moment ago is gone: in dialogues under way, in buttons on the screen, in old messages."""

import pytest

from tests.clear import naming
from tests.conversations import GOOD, STARTS, dialogues_of, reach
from tests.house import OpenHouse
from tests.phones import NothingToPress
from tests.town import ANSWERED, LI, LIU, OF_DEPARTMENT, WANG, ZHOU, Town
from tests.updates import Writer

EVERYBODY_S = {"activityleave.why"}
"""Invited stays invited."""
OF_THE_COMMITTEE = [start for start in STARTS if start.who is not WANG and start.step not in EVERYBODY_S]


async def take_rights(house: OpenHouse, writer: Writer) -> None:
    async with house.db.write() as tx:
        for table in ("roles", "unit_people"):
            person = "(SELECT id FROM people WHERE telegram_id = :id)"
            await tx.run(f"DELETE FROM {table} WHERE person_id = {person}", id=writer.id)


async def test_a_dialogue_begun_with_a_right_comes_to_nothing_without_it(town: Town) -> None:
    for start in OF_THE_COMMITTEE:
        async with (await town.made()).opened(town.scratch) as house:
            await reach(house, start)
            await take_rights(house, start.who)
            affairs = house.affairs()
            with naming(str(start)):
                for act in GOOD[start.step]:
                    try:
                        answer = await act.by(start.who, house)
                    except NothingToPress:
                        continue
                    assert not answer.others
                    assert house.affairs() == affairs


@pytest.mark.parametrize(
    ("who", "letter"),
    [(LI, ANSWERED), (LIU, OF_DEPARTMENT), (ZHOU, OF_DEPARTMENT)],
    ids=lambda each: getattr(each, "name", each),
)
async def test_who_has_left_changes_nothing_that_was_said_in_the_committee_s_name(
    who: Writer, letter: str, town: Town
) -> None:
    async with (await town.made()).opened(town.scratch) as house:
        await house.sends_data(who, f"letter-answer:{letter}")
        await house.says(who, "已请人去看")
        await house.edits(who, "已请人去看，三天内修好")
        await take_rights(house, who)
        affairs = house.affairs()
        answer = await house.edits(who, "请先打款")
        assert "身份" in answer.words[-1]
        assert not answer.others
        assert house.affairs() == affairs


async def test_what_waited_is_not_asked_again_of_who_has_lost_the_right(town: Town) -> None:
    async with (await town.made()).opened(town.scratch) as house:
        await house.says(ZHOU, "/assign 5")
        waiting = len(await dialogues_of(house, ZHOU))
        await house.says(ZHOU, "/search")
        await take_rights(house, ZHOU)
        answer = await house.says(ZHOU, "/cancel")
        assert len(await dialogues_of(house, ZHOU)) == waiting
        assert len(answer.words) == 1
