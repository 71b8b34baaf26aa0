"""Buttons that were never shown to who presses them, and absurd ones, do nothing and tell nothing."""

import pytest

from tests.buttons import SHOWN, show
from tests.clear import naming
from tests.conversations import dialogues_of
from tests.house import TABLE, OpenHouse
from tests.rights import check_refused
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
    ZHAO,
    ZHOU,
    Town,
)
from tests.updates import Writer

OF_THE_HOLDER = (
    *("letter-answer", "letter-ask", "letter-hand-over", "letter-settle", "letter-note", "similar", "matter-out"),
)
HAND_BACK = "letter-hand-back"
OF_THE_WRITER = ("letter-go-on", "letter-solved", "letter-urge", "letter-withdraw", "letter-withdraw-yes")
OF_LI = (
    *("visit-show:1", "visit-change:1", "visit-withdraw:1", "visit-withdraw-yes:1", "visit-photos:1", "visit-with:1"),
    *("contact:1", "contact-change:1", "contact-alter:1:name", "contact-kinds:1", "contact-set-kind:1:other"),
    *("contact-end:1", "contact-replace:1"),
)
OF_LI_S_CARDS = ("card:2", "card-issue:3", "card-delivered:2", "card-lost:2", "card-lost-yes:2", "dispute-answer:3")
OF_THE_CONTACT = ("confirm-ask:4", "confirm-true:4", "confirm-differs:4")
FORGED: tuple[tuple[Writer, str], ...] = (
    # another member, a leader, staff and a department on 李建国's letters; 李建国 on 赵明's
    *((ZHAO, f"{route}:{ARRIVED}") for route in OF_THE_HOLDER),
    *((LI, f"{route}:{OF_ZHAO}") for route in OF_THE_HOLDER),
    *((who, f"{route}:{ARRIVED}") for who in (MA, CHEN, SUN, LIU) for route in OF_THE_HOLDER),
    # anyone but the writer, the holder and the office included, on what is the writer's
    *((who, f"{route}:{ANSWERED}") for who in (MA, LI, ZHAO, ZHOU, CHEN, SUN, LIU, QIAN) for route in OF_THE_WRITER),
    *((who, f"letter-grade:{SETTLED}:helped") for who in (MA, LI, ZHAO, ZHOU, CHEN, SUN, LIU, QIAN)),
    # whoever's department it is not, on what lies with one
    *(
        (who, f"{route}:{OF_DEPARTMENT}")
        for who in (MA, LI, CHEN, SUN)
        for route in (*OF_THE_HOLDER, "letter-hand-back")
    ),
    *((LIU, f"letter-hand-back:{letter}") for letter in (ARRIVED, IN_TRIAGE)),
    (LIU, "inbox-page:unit:0:1"),
    *((who, f"letter-files:{ARRIVED}") for who in (MA, ZHAO, CHEN, SUN, LIU)),
    # 李建国's visits and contacts
    *((who, data) for who in (MA, ZHAO, ZHOU, CHEN, SUN, LIU, QIAN) for data in OF_LI),
    # 李建国's cards, and what 王秀英 alone says of his visits
    *((who, data) for who in (MA, ZHAO, ZHOU, CHEN, SUN, LIU, QIAN) for data in OF_LI_S_CARDS),
    *((who, data) for who in (MA, LI, ZHAO, ZHOU, CHEN, SUN, LIU, QIAN) for data in OF_THE_CONTACT),
    # forms are the office's to decide on
    *(
        (who, data)
        for who in (MA, LI, ZHAO, CHEN, SUN, LIU)
        for data in ("form-accept:1", "form-return:1", "form-show:1", "form-paper-yes:1")
    ),
    # briefs: the author's, the office's, the leader's, the department's, the writer's
    *(
        (who, f"{press}:1")
        for who in (ZHAO, ZHOU, CHEN, QIAN)
        for press in ("brief", "brief-edit", "brief-hand-in", "brief-paper")
    ),
    *((who, f"{press}:2") for who in (MA, LI, CHEN, LIU) for press in ("brief-accept", "brief-return")),
    *((who, "brief:2") for who in (ZHAO, CHEN)),
    *((who, "brief-instruct:3") for who in (MA, LI, LIU)),
    *((who, f"task:{number}") for who in (MA, LI, ZHOU, CHEN, SUN) for number in (1, 2)),
    *((who, "judge:8:2:not") for who in (MA, LI, ZHAO, ZHOU, CHEN, SUN, LIU, QIAN)),
    # what waits for the office is the office's to decide on, and it has not come back to its author
    *(
        (who, f"{route}:1")
        for who in (MA, LI, ZHAO, CHEN, SUN, LIU)
        for route in ("answer-show", "answer-approve", "answer-return", "answer-reword")
    ),
    *((who, "answer-again:1") for who in (MA, LI, ZHAO, QIAN)),
    # an activity is run by the office and its unit, a reception time is taken back by its member, a talk by its guest
    *((who, f"activity-{what}:1") for who in (MA, LI, CHEN, SUN, LIU) for what in ("desk", "people", "notes", "qr")),
    *((who, f"activity-{what}:1") for who in (MA, SUN) for what in ("show", "yes", "no", "leave", "ics")),
    *((who, "slot-cancel:1") for who in (MA, ZHAO, ZHOU, QIAN)),
    *((who, "slot-release:1") for who in (MA, LI, ZHOU, QIAN)),
    # desks of others
    (LI, "inbox-page:office:0"),
    (ZHOU, "inbox-page:member:0"),
)


@pytest.mark.parametrize("who", {who.id: who for who, _ in FORGED}.values(), ids=lambda who: who.name)
async def test_a_forged_button_does_nothing_and_tells_nothing(who: Writer, town: Town) -> None:
    async with (await town.made()).opened(town.scratch) as house:
        affairs = house.affairs()
        for data in [data for forger, data in FORGED if forger is who]:
            with naming(data):
                check_refused(await house.sends_data(who, data))
                assert house.affairs() == affairs
                assert not await dialogues_of(house, who)


OF_DIALOGUES = {name: shows for name, shows in SHOWN.items() if shows.at}


@pytest.mark.parametrize("route", OF_DIALOGUES)
async def test_nobody_answers_in_someone_else_s_dialogue(route: str, town: Town) -> None:
    shows = SHOWN[route]
    async with (await town.made()).opened(town.scratch) as house:
        _, data = await show(house, shows, route)
        affairs, dialogues = house.affairs(), await dialogues_of(house, shows.who)
        for stranger in (QIAN, ZHAO, MA):
            check_refused(await house.sends_data(stranger, data))
            assert not await dialogues_of(house, stranger)
        assert house.affairs() == affairs
        assert await dialogues_of(house, shows.who) == dialogues


LISTS_OF_THE_OFFICE = {"do-cards", "paper-page"}
"""There the office reads which cards have not come back."""
HERS = {"pick-no", "pick-yes", "roster-unit-invite"}
"""What 钱芳 of the office may do with number 1, which "1:" comes to."""
ABSURD = (*("", "0", "-1", "9223372036854775808", "9" * 45, "abc", "٣", "1.0", "';--", "王秀英", "1:", "::::"),)


@pytest.mark.parametrize("argument", ABSURD, ids=lambda argument: argument or "nothing")
async def test_absurd_numbers_are_answered_and_change_nothing(argument: str, town: Town) -> None:
    async with (await town.made()).opened(town.scratch) as house:
        affairs = house.affairs()
        for name in TABLE.presses:
            if argument == "1:" and name in HERS:
                continue
            answer = await house.sends_data(QIAN, f"{name}:{argument}"[:60])
            assert 1 <= len(answer.words) <= 3, (name, answer.words)
            assert not answer.others, name
            assert house.affairs() == affairs, name
            if name in LISTS_OF_THE_OFFICE:
                house.phone(QIAN).screen.popitem()
        await check_nothing_of_others(house, QIAN)


async def check_nothing_of_others(house: OpenHouse, writer: Writer) -> None:
    """Whatever was shown, the private affairs of other members are not in it."""
    words = "\n".join(shown.words for shown in house.phone(writer).screen.values())
    assert not [secret for secret in ("张三", "李四", "何苗", "1380000", "入学") if secret in words]
