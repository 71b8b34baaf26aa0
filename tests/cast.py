"""The people of every test, as the committee knows them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from domain.people import DEPARTMENT, Member, Person, Role, Standing, Unit
from storage import people, units
from storage.db import Tx

NOW = datetime(2026, 3, 16, 2, 0, tzinfo=UTC)
"""A Monday, 10:00 in Shanghai."""


@dataclass(frozen=True)
class Cast:
    """王秀英 writes; 李建国 and 赵明 are members; 周敏 is the office, 陈主席 a leader, 刘科长 is of 市政管理局."""

    wang: Person
    li: Person
    zhao: Person
    zhou: Person
    chen: Person
    liu: Person
    li_member: Member
    zhao_member: Member
    department: Unit


async def settle_in(tx: Tx) -> Cast:
    """Put the cast into an empty database."""
    ids = {
        name: await people.add(tx, name, "zh", telegram_id=telegram_id)
        for telegram_id, name in enumerate(("王秀英", "李建国", "赵明", "周敏", "陈主席", "刘科长"), start=1001)
    }
    li = await people.add_member(
        tx, ids["李建国"], "农业界", "城北镇工委", Standing.REGULAR, began_on=date(2022, 1, 10)
    )
    zhao = await people.add_member(
        tx, ids["赵明"], "教育界", "城南街道工委", Standing.REGULAR, began_on=date(2022, 1, 10)
    )
    for name, role in (("周敏", Role.OFFICE), ("陈主席", Role.LEADER), ("刘科长", Role.DEPARTMENT)):
        await people.grant(tx, ids[name], role)
    department = await units.add(tx, "市政管理局", DEPARTMENT)
    await units.join(tx, ids["刘科长"], department.id)
    everyone = {name: await people.get(tx, number) for name, number in ids.items()}
    wang, li_person, zhao_person, zhou, chen, liu = everyone.values()
    members = (await people.member(tx, li), await people.member(tx, zhao))
    return Cast(wang, li_person, zhao_person, zhou, chen, liu, *members, department)
