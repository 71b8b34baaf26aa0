"""Nobody reads a letter that is not theirs to read: letter by letter, person by person."""

import pytest

from tests.clear import naming
from tests.rights import cells, check_refused, in_fresh_houses
from tests.town import (
    ANSWERED,
    ARRIVED,
    CHEN,
    IN_TRIAGE,
    LI,
    LIU,
    MA,
    OF_DEPARTMENT,
    OF_ZHAO,
    QIAN,
    SETTLED,
    SUN,
    WANG,
    ZHAO,
    ZHOU,
    Town,
)
from tests.updates import Writer

READERS = """
               王秀英 马三立 李建国 赵明 周敏 陈主席 孙平 刘科长 钱芳
    settled       +      .      +     .     +     .      .      .      +
    answered      +      .      +     .     +     .      .      .      +
    arrived       +      .      +     .     +     .      .      .      +
    of-zhao       .      +      .     +     +     .      .      .      +
    in-triage     .      +      .     .     +     .      .      .      +
    of-department .      +      .     .     +     .      .      +      +
"""
LETTERS = {
    "settled": SETTLED,
    "answered": ANSWERED,
    "arrived": ARRIVED,
    "of-zhao": OF_ZHAO,
    "in-triage": IN_TRIAGE,
    "of-department": OF_DEPARTMENT,
}
MATTERS = {
    "settled": "护栏",
    "answered": "路灯",
    "arrived": "垃圾",
    "of-zhao": "斑马线",
    "in-triage": "公交站",
    "of-department": "井盖",
}
NAMED = {who.name: who for who in (WANG, MA, LI, ZHAO, ZHOU, CHEN, SUN, LIU, QIAN)}


@pytest.mark.parametrize("name", NAMED)
async def test_a_letter_is_read_by_its_writer_its_holder_and_the_office(name: str, town: Town) -> None:
    who, mine = NAMED[name], [(letter, may) for letter, column, may in cells(READERS) if column == name]
    async for house, (letter, may) in in_fresh_houses(town, who, mine):
        number = LETTERS[letter]
        with naming(letter):
            typed = await house.says(who, f"/letter {number}")
            pressed = await house.sends_data(who, f"letter-open:{number}")
            for answer in (typed, pressed):
                if may:
                    assert f"SL-2026-00000{number}" in answer.words[0]
                else:
                    check_refused(answer)


@pytest.mark.parametrize("who", [LI, ZHAO, ZHOU, QIAN], ids=lambda who: who.name)
async def test_who_reads_an_anonymous_letter_is_not_shown_who_wrote_it(who: Writer, town: Town) -> None:
    async with (await town.made()).opened(town.scratch) as house:
        seen = [await house.says(who, line) for line in (f"/letter {OF_ZHAO}", "/inbox", "/search 斑马线")]
        on_the_phone = [shown.words for shown in house.phone(who).screen.values()]
        assert not [words for words in on_the_phone if MA.name in words or str(MA.id) in words]
    assert who is LI or any("匿名群众" in words for answer in seen for words in answer.words)


@pytest.mark.parametrize("who", [LI, ZHAO, ZHOU, QIAN], ids=lambda who: who.name)
async def test_an_anonymous_letter_is_not_found_by_its_writer_s_name(who: Writer, town: Town) -> None:
    async with (await town.made()).opened(town.scratch) as house:
        (answer,) = (await house.says(who, f"/search {MA.name}")).words
        assert "SL-2026" not in answer


@pytest.mark.parametrize("name", NAMED)
async def test_a_letter_is_found_by_those_who_may_read_it(name: str, town: Town) -> None:
    who, mine = NAMED[name], [(letter, may) for letter, column, may in cells(READERS) if column == name]
    async for house, (letter, may) in in_fresh_houses(town, who, mine):
        with naming(letter):
            answer = await house.says(who, f"/search {MATTERS[letter]}")
            assert (f"SL-2026-00000{LETTERS[letter]}" in answer.words[0]) is may
