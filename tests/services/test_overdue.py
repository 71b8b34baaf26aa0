"""Who is behind: listed by unit, and reminded at most once a week."""

from datetime import UTC, date, datetime

from domain.contacts import Contact, ContactKind
from domain.people import Standing
from domain.visits import UNSAVED
from services import figures, forms
from services.totals import Scope
from storage import contacts, people
from storage.db import Db
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.reminding import RULES, said_to
from tests.services.totalling import ALL, DESK, ask


async def test_who_is_behind_is_listed_by_unit_and_reminded_once_a_week(db: Db, clock: TestClock, cast: Cast) -> None:
    (listed,) = await ask(db, figures.OVERDUE, cast, **ALL, page=0)
    assert "进度落后：2 位</b>（共 2 位" in listed
    assert listed.index("城北镇工委") < listed.index("李建国") < listed.index("城南街道工委") < listed.index("赵明")
    assert "联系对象 0/5" in listed
    one = {"scope": figures.packed(Scope(member_id=cast.li_member.id))}
    assert await ask(db, figures.REMIND, cast, **one) == ["已提醒 1 位。"]
    (reminder,) = await said_to(db, cast.li.id)
    assert reminder.startswith("李建国，您好！今年的履职任务还没有完成：\n联系对象 0/5")
    assert await said_to(db, cast.zhao.id) == []
    clock.move(days=6)
    assert await ask(db, figures.REMIND, cast, **ALL) == ["已提醒 1 位。1 位七天内已经提醒过，没有再发。"]
    assert len(await said_to(db, cast.zhao.id)) == 1
    assert "赵明　0%　联系对象 0/5（七天内已提醒）" in (await ask(db, figures.OVERDUE, cast, **ALL, page=0))[0]
    clock.move(days=1, minutes=1)
    assert await ask(db, figures.REMIND, cast, **ALL) == ["已提醒 1 位。1 位七天内已经提醒过，没有再发。"]
    assert len(await said_to(db, cast.li.id)) == 2


async def test_whose_form_was_due_and_is_not_in_is_listed_and_reminded_of_it(
    db: Db, clock: TestClock, cast: Cast
) -> None:
    desk = forms.Desk(RULES.scheme, DESK.committee)
    clock.now = datetime(2026, 4, 15, 4, 0, tzinfo=UTC)
    async with db.write() as tx:
        for name in ("甲", "乙", "丙", "丁", "戊"):
            for member in (cast.li_member, cast.zhao_member):
                await contacts.add(tx, Contact(UNSAVED, member.id, ContactKind.SECTOR, name, date(2026, 3, 1)))
        await forms.hand_in(tx, cast.zhao_member, desk, clock.now.date())
    assert "登记表未报" not in (await ask(db, figures.OVERDUE, cast, **ALL, page=0))[0]
    clock.move(days=1)
    (listed,) = await ask(db, figures.OVERDUE, cast, **ALL, page=0)
    assert "登记表未报（2026年4月15日到期）" in line_of("李建国", listed)
    assert "登记表" not in line_of("赵明", listed)
    assert await ask(db, figures.REMIND, cast, scope=figures.packed(Scope(member_id=cast.li_member.id)))
    assert "登记表未报（2026年4月15日到期）" in (await said_to(db, cast.li.id))[-1]
    async with db.write() as tx:
        await tx.run("UPDATE members SET began_on = :day", day=date(2026, 4, 16))
    assert "登记表" not in (await ask(db, figures.OVERDUE, cast, **ALL, page=0))[0]


def line_of(name: str, listed: str) -> str:
    """What the list says of somebody."""
    return next(line for line in listed.splitlines() if name in line)


async def test_who_can_t_be_reached_is_counted_and_nobody_is_disturbed_at_night(
    db: Db, clock: TestClock, cast: Cast
) -> None:
    async with db.write() as tx:
        await people.set_blocked(tx, cast.zhao.id, blocked=True)
    clock.now = datetime(2026, 3, 16, 15, 0, tzinfo=UTC)
    assert await ask(db, figures.REMIND, cast, **ALL) == []
    clock.move(hours=10)
    await figures.answer(db, DESK)
    (told,) = await said_to(db, cast.zhou.id)
    assert told == "已提醒 1 位。1 位还没有加入或收不到消息，请另行联系。"


async def test_a_long_list_has_pages(db: Db, cast: Cast) -> None:
    async with db.write() as tx:
        for number in range(23):
            person = await people.add(tx, f"委员{number:02}", "zh")
            await people.add_member(tx, person, "农业界", "城北镇工委", Standing.REGULAR, began_on=date(2022, 1, 1))
    names: set[str] = set()
    for page in range(3):
        (listed,) = await ask(db, figures.OVERDUE, cast, **ALL, page=page)
        names.update(line.split("　")[0] for line in listed.splitlines() if line.startswith("· "))
    assert len(names) == 25
