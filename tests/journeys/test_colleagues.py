"""Who writes anonymously may be of the committee themselves: colleagues, who see more than others, learn nothing."""

from collections.abc import AsyncIterator

import pytest

from tests.house import OpenHouse
from tests.town import LI, QIAN, WANG, ZHOU, Town
from tests.updates import Writer

LETTER = "7"
"""The one that is written here."""


@pytest.fixture
async def house(town: Town) -> AsyncIterator[OpenHouse]:
    async with (await town.made()).opened(town.scratch) as opened:
        yield opened


async def write(house: OpenHouse, writer: Writer) -> None:
    """An anonymous letter, for which the office finds somebody."""
    await house.says(writer, "/write")
    await house.presses(writer, "write-choose", "office")
    await house.presses(writer, "write-as", "anonymous")
    await house.says(writer, "办公室有人收礼")
    await house.presses(writer, "write-done")
    assert f"SL-2026-00000{LETTER}" in (await house.presses(writer, "write-submit")).words[-1]


async def audited(house: OpenHouse) -> str:
    return (await house.says(ZHOU, "/audit")).words[0]


async def test_the_audit_log_does_not_say_that_a_clerk_wrote(house: OpenHouse) -> None:
    before = (await audited(house)).count("钱芳")
    await write(house, QIAN)
    await house.sends_data(QIAN, f"letter-urge:{LETTER}")
    await house.edits(QIAN, "办公室有人收礼，不止一次")
    await house.sends_data(QIAN, f"letter-solved:{LETTER}")
    await house.presses(QIAN, "letter-grade", LETTER, "not")
    assert (await audited(house)).count("钱芳") == before
    await house.says(QIAN, "/block 马三立 骂人 至 4月1日")
    assert (await audited(house)).count("钱芳") == before + 1, "everything else of hers is"


async def test_what_a_clerk_does_with_her_own_anonymous_letter_is_done_by_the_office(house: OpenHouse) -> None:
    await write(house, QIAN)
    await house.says(QIAN, f"/letter {LETTER}")
    await house.sends_data(QIAN, f"triage-mark:{LETTER}:urgent")
    await house.sends_data(QIAN, f"triage-keep:{LETTER}")
    (course,) = (await house.says(ZHOU, f"/letter {LETTER}")).words[:1]
    assert course.count("匿名群众") == 3, "as who wrote it, and no more"
    assert "钱芳委员标记" in course


@pytest.mark.parametrize("writer", [WANG, LI, QIAN], ids=lambda writer: writer.name)
async def test_keeping_an_anonymous_writer_out_does_not_tell_who_is_of_the_committee(
    writer: Writer, house: OpenHouse
) -> None:
    await write(house, writer)
    said = (await house.says(ZHOU, f"/block {LETTER} 骂人 至 4月1日")).words
    assert said[-1].startswith(f"已停用来信 SL-2026-00000{LETTER} 的来信人")


async def test_a_member_who_is_kept_out_writes_no_letters_and_goes_on_working(house: OpenHouse) -> None:
    await write(house, LI)
    await house.says(ZHOU, f"/block {LETTER} 骂人 至 4月1日")
    assert "联系对象" in (await house.says(LI, "/contacts")).words[0]
    await house.says(LI, "/write 赵明 又是办公室")
    await house.presses(LI, "write-as", "anonymous")
    await house.presses(LI, "write-done")
    assert "骂人" in (await house.presses(LI, "write-submit")).toast
