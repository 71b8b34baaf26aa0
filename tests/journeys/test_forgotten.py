"""Who is forgotten: a night later their number at Telegram stands nowhere, and their name where others were told it."""

import json

from bot.schedule import JOBS
from storage import inbox, tables
from tests.house import OpenHouse
from tests.town import LI, Town
from tests.updates import Writer

GAO = Writer(987654321, "高秀兰")
LETTER = "7"
NIGHTLY = [job for job in JOBS if job.name in ("housekeeping", "retention")]
WRONG_CODES = ["wrong_codes.telegram_id"]
"""They are kept for two days: whoever guesses would begin anew by being forgotten."""


async def test_the_number_of_the_forgotten_stands_nowhere_and_in_the_end_not_their_name(town: Town) -> None:
    async with (await town.made()).opened(town.scratch) as house:
        await write_and_go_on(house)
        await park_one(house)
        await house.says(GAO, "/start join_wrong")
        await house.says(GAO, "/search 路灯")
        await house.says(GAO, "/forget")
        assert "已经删除" in (await house.presses(GAO, "forget-all")).words[-1]
        await house.later(NIGHTLY, days=1, hours=18)
        assert await places_of(house, str(GAO.id)) <= {*WRONG_CODES, "inbox.lane", "inbox.update_json"}
        await house.later(NIGHTLY, days=3)
        assert await places_of(house, str(GAO.id)) == set()
        assert await places_of(house, GAO.name) == {"outbox.content_json"}
        await house.later(NIGHTLY, days=90)
        assert await places_of(house, GAO.name) == set()


async def write_and_go_on(house: OpenHouse) -> None:
    await house.says(GAO, "/write 李建国 村口的路灯坏了")
    for route in ("write-as", "write-done", "write-submit"):
        await house.presses(GAO, route, *(["named"] if route == "write-as" else []))
    await house.presses(LI, "letter-answer", LETTER)
    await house.says(LI, "已请供电所去看")
    await house.presses(GAO, "letter-go-on", LETTER)
    await house.says(GAO, "还是黑的")
    await house.edits(GAO, "还是黑的，谢谢")


async def park_one(house: OpenHouse) -> None:
    """An update of hers that nobody could handle."""
    async with house.db.write() as tx:
        await inbox.keep(tx, [(1, GAO.id, {"message": {"from": {"id": GAO.id, "first_name": GAO.name}}})])
        await inbox.park(tx, 1, f"ValueError: {GAO.name}")


async def places_of(house: OpenHouse, words: str) -> set[str]:
    """The columns in which these words stand, opened."""
    found = set()
    async with house.db.read() as tx:
        for table in tables.in_order():
            async for page in tables.pages(tx, table):
                found |= {
                    f"{table.name}.{name}"
                    for row in page
                    for name, value in row.items()
                    if words in json.dumps(value, ensure_ascii=False, default=str)
                }
    return found
