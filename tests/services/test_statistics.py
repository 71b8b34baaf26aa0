"""What is counted of a year, on both engines."""

from datetime import UTC, datetime

from domain.letters import Grade
from domain.statistics import YearCounts
from services import letter_course, letters, statistics
from storage.db import Db
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.letter_writing import COMMITTEE, LIMITS, TEXTS, as_pieces, write

ZONE = COMMITTEE.zone


async def letter(db: Db, clock: TestClock, cast: Cast, days: int | None, given: Grade | None = None) -> None:
    """Written now; answered so many days later, and judged then."""
    async with db.write() as tx:
        one = await write(tx, cast.wang, cast.li_member)
    if days is None:
        return
    clock.move(days=days, hours=1)
    async with db.write() as tx:
        await letters.answer(tx, one.id, cast.li, as_pieces("好的"), LIMITS)
        if given:
            await letter_course.settle(tx, one.id, cast.li)
            await letter_course.grade(tx, one.id, cast.wang, given)


async def test_a_year_is_counted_from_its_first_hour_on_the_committees_clock(
    db: Db, clock: TestClock, cast: Cast
) -> None:
    clock.now = datetime(2025, 12, 31, 15, 59, tzinfo=UTC)
    await letter(db, clock, cast, None)
    clock.now = datetime(2025, 12, 31, 16, 0, tzinfo=UTC)
    await letter(db, clock, cast, 0, Grade.HELPED)
    await letter(db, clock, cast, 3)
    async with db.read() as tx:
        assert await statistics.counts_of(tx, 2025, ZONE) == YearCounts(2025, 1, 0, {}, {})
        assert await statistics.counts_of(tx, 2026, ZONE) == YearCounts(2026, 2, 2, {0: 1, 3: 1}, {Grade.HELPED: 1})


async def test_everyone_sees_this_year_and_the_last(db: Db, clock: TestClock, cast: Cast) -> None:
    for days in (0, 1, 2, 2, 4):
        await letter(db, clock, cast, days, Grade.PARTLY)
    async with db.read() as tx:
        said = TEXTS.plain("zh", await statistics.public_section(tx, ZONE))
    assert "2026年</b>\n收到：5 封\n已答复：5 封\n首次答复（中位数）：2 天" in said
    assert "有帮助 0%，有些帮助 100%，没有帮助 0%" in said
    assert "2025年</b>\n收到：不足 5 封" in said
