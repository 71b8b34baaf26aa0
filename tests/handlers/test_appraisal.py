"""/appraisal for who was not there in the year that everyone else is shown."""

import pytest

from domain.people import Role, Standing
from services import figures
from storage import people
from storage.db import Db
from tests.cast import Cast
from tests.handlers.desk import Desk
from tests.services.test_appraisals import answered


@pytest.fixture
async def newcomer(db: Db, cast: Cast) -> Desk:
    """2025 is made known; 孙平 is a member since this morning."""
    async with db.write() as tx:
        await figures.ask(tx, figures.PUBLISH, cast.zhou.id, year=2025)
        sun = await people.add(tx, "孙平", "zh", telegram_id=1009)
        await people.add_member(tx, sun, "医卫界", "城北镇工委", Standing.REGULAR)
    await answered(db)
    async with db.read() as tx:
        return Desk(db, await people.get(tx, sun))


async def test_a_newcomer_is_shown_this_year(newcomer: Desk) -> None:
    (said,) = await newcomer.say("/appraisal")
    assert "2026年" in said.text
    assert "只能看本人" in (await newcomer.say("/appraisal 2025"))[0].text


async def test_a_newcomer_of_the_office_gets_the_list_as_well(db: Db, newcomer: Desk) -> None:
    async with db.write() as tx:
        await people.grant(tx, newcomer.person.id, Role.OFFICE)
    own, asked = await newcomer.say("/appraisal")
    assert "2026年" in own.text
    assert "正在核对" in asked.text
    (asked,) = await newcomer.say("/appraisal 2025")
    assert "正在核对" in asked.text


async def test_a_month_is_no_year(newcomer: Desk) -> None:
    assert "没看懂" in (await newcomer.say("/appraisal 2026年3月"))[0].text
