"""What an attacker would try, in a whole committee of one morning."""

from collections.abc import AsyncIterator

import pytest

from services.doctor import examine
from storage import audit, tables
from storage.db import Row, Tx, open_db
from storage.seal import AS_STORED
from tests.buttons import SHOWN, show
from tests.cast import NOW
from tests.conversations import STARTS, Start, finish, reach
from tests.house import TABLE, Affairs, OpenHouse
from tests.raw import everything, found_in
from tests.town import CARD, CHEN, LI, LIU, MA, QIAN, SUN, WANG, ZHAO, ZHOU, Town


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


# --- forged buttons ---------------------------------------------------------------------------------------------------

EVERYBODY = (WANG, MA, LI, ZHAO, ZHOU, CHEN, LIU, SUN, QIAN)


ALLOWED = {
    # The letter's holder reads it, gathers it with others they hold, and takes it out again.
    *(("letter-open", LI), ("letter-files", LI), ("merge", LI), ("matter-out", LI)),
    # Their own answer to an invitation of every member.
    *(("activity-no", LI), ("activity-no", QIAN), ("activity-yes", QIAN)),
    *(("merge", ZHOU), ("matter-out", ZHOU), ("letter-outcome", ZHOU), ("letter-outcome", QIAN)),
    # Without a number it is about one's own contacts, and the first member who takes an order has it.
    *(("card-issue-all", ZHAO), ("lecture-take", ZHAO), ("lecture-take", QIAN)),
    # Invited like the others.
    *(("group-in", ZHAO), ("group-in", QIAN)),
    # A card not yet scanned belongs to who holds its code: 128 random bits.
    *(("card-me", who) for who in EVERYBODY),
}
"""Who may do something with the very same button: it is theirs as well."""


@pytest.mark.parametrize("route", SHOWN)
async def test_a_button_does_nothing_in_the_hand_of_somebody_else(route: str, house: OpenHouse) -> None:
    shows = SHOWN[route]
    _, data = await show(house, shows, route)
    others = [who for who in EVERYBODY if who is not shows.who and (route, who) not in ALLOWED]
    before = of_others(house)
    for who in others:
        if not (who is QIAN and shows.who is ZHOU):
            await house.sends_data(who, data)
    assert of_others(house) == before


def of_others(house: OpenHouse) -> Affairs:
    """Everything but the audit log."""
    return {table: rows for table, rows in house.affairs().items() if not table.startswith("audit")}


# --- the audit log ----------------------------------------------------------------------------------------------------


async def audited(house: OpenHouse) -> int:
    async with house.db.read() as tx:
        chain = await audit.verify(tx)
    assert chain.is_whole
    return chain.rows


@pytest.mark.parametrize("route", [route for route, shows in SHOWN.items() if shows.who is ZHOU])
async def test_a_button_of_the_office_that_changes_something_is_in_the_audit_log(route: str, house: OpenHouse) -> None:
    shown, data = await show(house, SHOWN[route], route)
    affairs, rows = of_others(house), await audited(house)
    await house.sends_data(ZHOU, data, shown)
    assert (await audited(house) > rows) or of_others(house) == affairs


@pytest.mark.parametrize("start", [start for start in STARTS if start.who is ZHOU], ids=str)
async def test_what_the_office_does_by_writing_is_in_the_audit_log(start: Start, house: OpenHouse) -> None:
    await reach(house, start)
    affairs, rows = of_others(house), await audited(house)
    await finish(house, ZHOU, start.kind)
    assert (await audited(house) > rows) or of_others(house) == affairs


async def test_the_office_reads_the_audit_log_page_by_page(house: OpenHouse) -> None:
    async with house.db.write() as tx:
        for number in range(12):
            await audit.add(tx, None, "imported-members" if number == 0 else "backup", number=number)
    await house.says(ZHOU, "/triage")
    await house.presses(ZHOU, "triage-mark")
    await house.presses(ZHOU, "triage-mark", "urgent")
    (first,) = (await house.says(ZHOU, "操作记录")).messages
    assert "周敏：给来信加标记" in first.words.splitlines()[2]
    assert "命令行：备份数据库" in first.words
    (second,) = (await house.presses(ZHOU, "audit-page")).messages
    assert "命令行：导入委员名单" in second.words
    assert "导入委员名单" not in first.words


# --- the database in the wrong hands ----------------------------------------------------------------------------------

SECRETS = [
    *("王秀英", "李建国", "马三立", "周敏", "张三", "何苗"),
    *("13800000001", "明德小学", "桥头的护栏", "村口的路灯", "已请供电所", "斑马线", "公交站没有站牌"),
    *("了解就医情况", "送去轮椅", "只送来一袋"),
]
"""Names, a phone, addresses, letters, an answer, notes, a good deed, what a contact said."""


async def test_the_files_of_a_whole_morning_hold_no_name_phone_or_letter(house: OpenHouse) -> None:
    await house.says(MA, "/write 赵明 村口的路灯 半夜才亮")
    await house.says(ZHOU, "/search 斑马线")
    stolen = everything(f"sqlite:///{house.path}")
    assert b"sealed:k1:" in stolen
    assert found_in(stolen, SECRETS) == []


async def test_every_personal_column_is_sealed_and_no_other(house: OpenHouse) -> None:
    raw = await open_db(f"sqlite:///{house.path}", seal=AS_STORED)
    clear, not_marked = set(), set()
    async with raw.read() as tx:
        for table in tables.in_order():
            async for page in tables.pages(tx, table):
                for row in page:
                    sealed = {name for name, value in row.items() if str(value).startswith("sealed:k1:")}
                    said = {name for name in table.personal if row[name] is not None}
                    clear |= {f"{table.name}.{name}" for name in said - sealed}
                    not_marked |= {f"{table.name}.{name}" for name in sealed - said}
    await raw.close()
    assert (clear, not_marked) == (set(), set())


async def test_names_and_words_that_were_moved_to_other_rows_are_found_by_the_check_up(house: OpenHouse) -> None:
    assert await moved(house) == {}
    raw = await open_db(f"sqlite:///{house.path}", seal=AS_STORED)
    async with raw.write() as tx:
        names = await tx.all("SELECT id, name FROM people WHERE telegram_id IN (1001, 1002) ORDER BY id")
        await swap(tx, "people", "name", names)
        entries = await tx.all("SELECT id, text FROM letter_entries ORDER BY id LIMIT 2")
        await swap(tx, "letter_entries", "text", entries)
    await raw.close()
    assert await moved(house) == {
        "doctor-names-moved": "1, 2",
        "doctor-letters-moved": "SL-2026-000001, SL-2026-000002",
    }


async def swap(tx: Tx, table: str, column: str, rows: list[Row]) -> None:
    first, second = rows
    for row, other in ((first, second), (second, first)):
        await tx.run(f"UPDATE {table} SET {column} = :value WHERE id = :id", value=other[column], id=row["id"])


async def moved(house: OpenHouse) -> dict[str, str]:
    async with house.db.read() as tx:
        found = await examine(tx, house.db.url, house.house.scheme, TABLE.steps.keys(), NOW.date())
    return {one.text.key: one.text.args["which"] for one in found if one.text.key.endswith("-moved")}


async def test_an_invitation_s_code_stands_nowhere(house: OpenHouse) -> None:
    answer = await house.says(ZHOU, "/invite 委员 吴桐")
    code = "".join(answer.words).partition("join_")[2].split()[0][:22]
    assert len(code) == 22
    assert found_in(everything(f"sqlite:///{house.path}"), [code, code[:12]]) == []
