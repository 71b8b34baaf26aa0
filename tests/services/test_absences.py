"""A member who is away: new letters go to the stand-in or to triage, held ones stay, everyone concerned is told."""

from datetime import date, timedelta

import pytest

from domain.absences import (
    AwayDayIsPast,
    MemberIsAway,
    NotAway,
    StandInDoesNotServe,
    StandInIsAway,
    StandInIsOutOfReach,
    StandInIsYourself,
)
from domain.letters import Desk
from services import absences, letter_course, letter_views, triage
from storage import people
from storage.db import Tx
from tests.cast import NOW, Cast
from tests.services.letter_writing import COMMITTEE, TEXTS, last_told, log_of, receipt_of, told, write

ZONE = COMMITTEE.zone
FRIDAY = date(2026, 3, 20)


async def go_away(tx: Tx, cast: Cast, *, until: date = FRIDAY, with_stand_in: bool = True) -> absences.Away:
    stand_in = cast.zhao_member.id if with_stand_in else None
    return await absences.go_away(tx, cast.li_member, until, stand_in, ZONE)


async def test_the_stand_in_and_the_office_are_told_and_held_letters_are_counted(tx: Tx, cast: Cast) -> None:
    await write(tx, cast.wang, cast.li_member)
    away = await go_away(tx, cast)
    assert (away.until_on, away.stand_in, away.letters) == (FRIDAY, cast.zhao_member, 1)
    assert "李建国委员请假至2026年3月20日，请您代办" in await last_told(tx, cast.zhao)
    assert "代理：赵明委员。手上还有 1 封" in await last_told(tx, cast.zhou)


async def test_a_new_letter_goes_to_the_stand_in_and_the_receipt_says_why(tx: Tx, cast: Cast) -> None:
    await go_away(tx, cast)
    receipt = await receipt_of(tx, cast.wang, cast.li_member, "路灯坏了")
    assert receipt.letter.member_id == cast.zhao_member.id
    assert receipt.away is not None
    assert receipt.away.until_on == FRIDAY
    *_, notice, letter = await told(tx, cast.zhao)
    assert "李建国委员请假至2026年3月20日" in notice
    assert "路灯坏了" in letter
    assert await told(tx, cast.li) == []
    assert await log_of(tx, receipt.letter) == ["submitted", "redirected"]
    course = await letter_views.course(tx, receipt.letter, cast.wang)
    assert "由赵明委员代收" in TEXTS.plain("zh", course.messages[0])


async def test_without_a_stand_in_a_new_letter_goes_to_triage(tx: Tx, cast: Cast) -> None:
    await go_away(tx, cast, with_stand_in=False)
    receipt = await receipt_of(tx, cast.wang, cast.li_member, "路灯坏了")
    assert (receipt.letter.member_id, receipt.letter.is_in_triage) == (None, True)
    assert "路灯坏了" in await last_told(tx, cast.zhou)


async def test_a_stand_in_who_goes_away_leaves_or_blocks_sends_letters_to_triage(tx: Tx, cast: Cast) -> None:
    await go_away(tx, cast)
    zhao = cast.zhao_member.id
    await people.set_blocked(tx, cast.zhao.id, blocked=True)
    assert (await absences.receiver(tx, cast.li_member.id)).member_id is None
    await people.set_blocked(tx, cast.zhao.id, blocked=False)
    assert (await absences.receiver(tx, cast.li_member.id)).member_id == zhao
    await absences.go_away(tx, cast.zhao_member, FRIDAY, None, ZONE)
    assert (await absences.receiver(tx, cast.li_member.id)).member_id is None
    await absences.come_back(tx, cast.zhao_member)
    await tx.run("UPDATE members SET left_on = began_on WHERE id = :id", id=zhao)
    assert (await absences.receiver(tx, cast.li_member.id)).member_id is None


async def test_letters_already_held_stay_and_nobody_may_give_more(tx: Tx, cast: Cast) -> None:
    held, other = await write(tx, cast.wang, cast.li_member), await write(tx, cast.wang, cast.zhao_member)
    waiting = await write(tx, cast.wang, None)
    await go_away(tx, cast)
    assert (await letter_views.open_with(tx, Desk(cast.li_member.id), FRIDAY, ZONE)).letters[0].id == held.id
    with pytest.raises(MemberIsAway) as refusal:
        await letter_course.hand_over(tx, other.id, cast.zhao, Desk(cast.li_member.id))
    assert refusal.value.args_of_text == {"name": "李建国", "until": FRIDAY}
    with pytest.raises(MemberIsAway):
        await triage.assign(tx, waiting.id, cast.zhou, cast.li_member.id)


async def test_an_absence_ends_by_itself_after_its_last_day(tx: Tx, cast: Cast) -> None:
    await go_away(tx, cast, until=NOW.date())
    tx.now = NOW + timedelta(hours=13, minutes=59)
    assert await absences.current(tx, cast.li_member.id) is not None
    tx.now = NOW + timedelta(hours=14)
    assert await absences.current(tx, cast.li_member.id) is None
    assert (await receipt_of(tx, cast.wang, cast.li_member, "路灯")).letter.member_id == cast.li_member.id


async def test_who_is_back_gets_letters_again_and_the_stand_in_is_thanked(tx: Tx, cast: Cast) -> None:
    await go_away(tx, cast)
    assert await absences.come_back(tx, cast.li_member) == 0
    assert "不用再由您代办" in await last_told(tx, cast.zhao)
    assert await last_told(tx, cast.zhou) == "李建国委员请假回来了。"
    assert (await receipt_of(tx, cast.wang, cast.li_member, "路灯")).letter.member_id == cast.li_member.id
    with pytest.raises(NotAway):
        await absences.come_back(tx, cast.li_member)


async def test_said_twice_nobody_is_told_twice_and_said_anew_it_is_replaced(tx: Tx, cast: Cast) -> None:
    await go_away(tx, cast)
    heard = len(await told(tx, cast.zhou))
    await go_away(tx, cast)
    assert len(await told(tx, cast.zhou)) == heard
    await go_away(tx, cast, with_stand_in=False)
    assert "不用再由您代办" in await last_told(tx, cast.zhao)
    assert (await absences.receiver(tx, cast.li_member.id)).member_id is None


async def test_a_stand_in_is_someone_else_who_serves_is_here_and_can_be_reached(tx: Tx, cast: Cast) -> None:
    async def refused(kind: type[Exception], stand_in_id: int) -> None:
        with pytest.raises(kind):
            await absences.go_away(tx, cast.li_member, FRIDAY, stand_in_id, ZONE)

    await refused(StandInIsYourself, cast.li_member.id)
    await refused(StandInDoesNotServe, 999)
    await people.set_blocked(tx, cast.zhao.id, blocked=True)
    await refused(StandInIsOutOfReach, cast.zhao_member.id)
    await people.set_blocked(tx, cast.zhao.id, blocked=False)
    await absences.go_away(tx, cast.zhao_member, FRIDAY, None, ZONE)
    await refused(StandInIsAway, cast.zhao_member.id)
    with pytest.raises(AwayDayIsPast):
        await absences.go_away(tx, cast.li_member, NOW.date() - timedelta(days=1), None, ZONE)
