"""Two people with the same place, task or year at once, in two processes: what must be true holds.

Who is too late reads one clear sentence. Each pair is tried with one of the two halted in the middle; in `make faults`
with either, before every statement of theirs.
"""

from datetime import UTC, datetime, timedelta

import pytest

from domain.activities import Attendance
from domain.briefs import TaskHasMovedOn
from domain.group_visits import GroupVisitIsOver, SomeoneSignedIn
from domain.lectures import Order, OrderIsTaken
from domain.objections import ObjectionIsDecided, ObjectionsAreOver
from domain.receptions import SlotIsTaken, SlotKind
from domain.talks import Decision, ListKind, PickUnknown, TalkIsRecorded
from services import (
    activities,
    appraisal_picks,
    appraisals,
    gathering,
    group_visits,
    lectures,
    objections,
    receptions,
    tasks,
)
from services.broadcasts import parcel_to, tell_each_once
from storage import appraisal_picks as stored_picks
from storage import appraisals as stored_appraisals
from storage import reminders
from storage.db import Db, Tx
from tests.cast import Cast
from tests.services import test_activities, test_receptions
from tests.services.brief_making import assigned
from tests.services.racing import Case, Cases, Outcome, a_newcomer, the_late_one
from tests.services.reminding import with_settings
from tests.services.test_appraisals import BENCH
from tests.services.test_cards import TODAY
from texts import Text

pytestmark = pytest.mark.postgres
CASES = Cases()


@pytest.fixture
def engine() -> str:
    return "postgres"


# --- places -----------------------------------------------------------------------------------------------------------


@CASES.case()
async def two_want_the_last_place_of_an_activity(tx: Tx, cast: Cast, _: int) -> Case:
    activity = await test_activities.hold(tx, cast, 1, is_open=True)

    async def holds(tx: Tx, one: Outcome, other: Outcome) -> None:
        stand = [await test_activities.stands(tx, activity, each) for each in (cast.li, cast.zhao)]
        assert sorted(map(str, stand)) == sorted(map(str, (Attendance.COMING, Attendance.WAITING)))
        assert one.is_done
        assert other.is_done

    return Case(
        lambda tx: activities.come(tx, activity.id, cast.li, cast.li_member),
        lambda tx: activities.come(tx, activity.id, cast.zhao, cast.zhao_member),
        holds,
    )


@CASES.case()
async def two_want_the_same_half_hour(tx: Tx, cast: Cast, number: int) -> Case:
    begins = test_receptions.BEGINS + timedelta(days=number)
    ends = begins + timedelta(minutes=30)
    await receptions.offer(tx, cast.li_member, SlotKind.RECEPTION_DAY, "城北社区", begins, ends, test_receptions.HOUSE)
    (slot,) = [one for one in await receptions.offered(tx, cast.li_member) if one.begins_at == begins]
    guests = [await a_newcomer(tx, number, more) for more in (1, 2)]

    async def holds(tx: Tx, one: Outcome, other: Outcome) -> None:
        the_late_one(one, other, SlotIsTaken)

    return Case(
        lambda tx: receptions.book(tx, slot.id, guests[0], "修路", test_receptions.HOUSE),
        lambda tx: receptions.book(tx, slot.id, guests[1], "路灯", test_receptions.HOUSE),
        holds,
    )


@CASES.case()
async def a_group_visit_is_called_off_while_a_member_signs_in(tx: Tx, cast: Cast, _: int) -> Case:
    called = await group_visits.call(tx, cast.zhou, TODAY, "走访敬老院")

    async def holds(tx: Tx, off: Outcome, signed_in: Outcome) -> None:
        the_late_one(off, signed_in, SomeoneSignedIn, GroupVisitIsOver)

    return Case(
        lambda tx: group_visits.call_off(tx, cast.zhou, called.visit.id),
        lambda tx: group_visits.sign_in(tx, cast.li_member, called.visit.id, TODAY),
        holds,
    )


# --- appraisal --------------------------------------------------------------------------------------------------------


async def _appraised(tx: Tx, cast: Cast, number: int) -> tuple[int, int, int]:
    """A year of its own made known, to which 李建国 may object until today: its number, the year, his row."""
    year = 2100 + number
    table = BENCH.table(2026)
    made = await stored_appraisals.begin(tx, year, table.model_dump(mode="json"), TODAY, TODAY, cast.zhou.id)
    assert made is not None
    lines = {rule.name: {"count": 1, "tenths": 10, "evidence": []} for rule in table.points}
    row = {"member_id": cast.li_member.id, "tenths": 10 * len(lines), "done": 1, "owed": 2, "lines_json": lines}
    await stored_appraisals.add_members(tx, made, [row])
    await stored_appraisals.publish(tx, made)
    appraised = await stored_appraisals.member(tx, made, cast.li_member.id)
    assert appraised is not None
    return made, year, appraised.id


@CASES.case()
async def a_year_is_closed_while_an_objection_is_made(tx: Tx, cast: Cast, number: int) -> Case:
    """At midnight: the objection comes at its last moment, the closing at the first of the next day."""
    made, year, _ = await _appraised(tx, cast, number)

    async def holds(tx: Tx, closed: Outcome, objected: Outcome) -> None:
        now = await stored_appraisals.get(tx, made)
        assert now is not None
        waits = [one for one in await stored_appraisals.objections(tx, made) if one.decided_at is None]
        assert bool(waits) is objected.is_done
        assert not (waits and now.closed_at)
        the_late_one(closed, objected, appraisals.ObjectionsWait, ObjectionsAreOver)

    return Case(
        lambda tx: appraisals.close(tx, year, cast.zhou.id, TODAY + timedelta(days=1)),
        lambda tx: objections.make(tx, BENCH, year, "visits", cast.li_member, "少算了一次"),
        holds,
    )


@CASES.case()
async def an_objection_is_decided_while_the_year_is_withdrawn(tx: Tx, cast: Cast, number: int) -> Case:
    _, year, appraised_id = await _appraised(tx, cast, number)
    objection = await stored_appraisals.object_to(tx, appraised_id, "visits", "少算了一次")
    assert objection is not None

    async def holds(tx: Tx, decided: Outcome, withdrawn: Outcome) -> None:
        assert withdrawn.is_done
        said = await stored_appraisals.objection(tx, objection)
        assert said is not None
        assert (said.decided_at is not None) is decided.is_done
        assert decided.is_done or isinstance(decided.refusal, ObjectionIsDecided)

    return Case(
        lambda tx: objections.decide(tx, objection, cast.zhou, None, "有据可查"),
        lambda tx: appraisals.withdraw(tx, year, cast.zhou.id),
        holds,
    )


@CASES.case()
async def a_talk_is_recorded_while_it_is_called_off(tx: Tx, cast: Cast, number: int) -> Case:
    made, year, appraised_id = await _appraised(tx, cast, number)
    await appraisals.close(tx, year, cast.zhou.id, TODAY + timedelta(days=1))
    await stored_picks.add(tx, appraised_id, ListKind.TALK, cast.zhou.id)
    (pick,) = await stored_picks.of_appraisal(tx, made, ListKind.TALK)
    await stored_picks.decide(tx, pick.id, Decision.CONFIRMED, cast.zhou.id)

    async def holds(tx: Tx, recorded: Outcome, declined: Outcome) -> None:
        now = await appraisal_picks.known(tx, pick.id)
        assert not (now.talked_on and now.decision is Decision.DECLINED)
        the_late_one(recorded, declined, TalkIsRecorded, PickUnknown)

    return Case(
        lambda tx: appraisal_picks.record(tx, pick.id, "今天 周敏；谈了走访太少的原因", cast.zhou, TODAY),
        lambda tx: appraisal_picks.decide(tx, pick.id, Decision.DECLINED, cast.zhou),
        holds,
    )


@CASES.case()
async def two_members_take_the_same_lecture(tx: Tx, cast: Cast, number: int) -> Case:
    begins = test_receptions.BEGINS + timedelta(days=number)
    wished = Order(0, "健康讲座", "城北社区", begins, begins + timedelta(hours=2), 0)
    placed = await lectures.order(tx, wished, cast.zhou, test_receptions.HOUSE)

    async def holds(tx: Tx, one: Outcome, other: Outcome) -> None:
        the_late_one(one, other, OrderIsTaken)
        assert await tx.value("SELECT COUNT(*) FROM activities WHERE begins_at = :at", at=begins) == 1

    return Case(
        lambda tx: lectures.take(tx, placed.id, cast.li_member, test_receptions.HOUSE),
        lambda tx: lectures.take(tx, placed.id, cast.zhao_member, test_receptions.HOUSE),
        holds,
    )


@CASES.case()
async def a_department_answers_twice(tx: Tx, cast: Cast, _: int) -> Case:
    _brief, task = await assigned(tx, cast)

    async def holds(tx: Tx, one: Outcome, other: Outcome) -> None:
        the_late_one(one, other, TaskHasMovedOn)

    return Case.twice(lambda tx: tasks.answer(tx, task.id, cast.liu, "路灯已修好。"), holds)


# --- by itself --------------------------------------------------------------------------------------------------------


@CASES.case()
async def two_processes_send_the_reminders_of_a_day(tx: Tx, cast: Cast, number: int) -> Case:
    """Of a month of its own: each of the two members gets one message."""
    at = datetime(2026 + number // 12, number % 12 + 1, 25, 2, tzinfo=UTC)
    before = await _messages(tx, cast)

    async def holds(tx: Tx, one: Outcome, other: Outcome) -> None:
        assert [after - seen for after, seen in zip(await _messages(tx, cast), before, strict=True)] == [1, 1]
        assert one.is_done
        assert other.is_done

    rules = with_settings(workdays_only=False)
    return Case.twice(lambda db: gathering.remind(db, rules), holds, at, is_work=True)


@CASES.case(r"\s*INSERT INTO reminders")
async def two_processes_tell_everyone_the_same_news(tx: Tx, cast: Cast, number: int) -> Case:
    everyone = sorted(
        (await reminders.addressees(tx, {cast.li.id, cast.zhao.id})).values(), key=lambda one: one.person_id
    )
    before = await _messages(tx, cast)

    async def holds(tx: Tx, one: Outcome, other: Outcome) -> None:
        assert [after - seen for after, seen in zip(await _messages(tx, cast), before, strict=True)] == [1, 1]
        assert one.is_done
        assert other.is_done

    async def tell(db: Db) -> int:
        return await tell_each_once(
            db, "bulletin", str(number), everyone, lambda to: parcel_to(to, Text("reminder-thanks"))
        )

    return Case.twice(tell, holds, is_work=True)


async def _messages(tx: Tx, cast: Cast) -> list[int]:
    """How many are owed to the two members."""
    count = "SELECT COUNT(*) FROM outbox WHERE person_id = :id"
    return [await tx.value(count, id=each.id) for each in (cast.li, cast.zhao)]


# --- tried out --------------------------------------------------------------------------------------------------------


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    CASES.parametrize(metafunc)


async def test_two_with_the_same_at_once(name: str, turned: bool, db: Db, cast: Cast, is_long: bool) -> None:
    await CASES.try_out(name, db, cast, turned=turned, everywhere=is_long)
