"""Any two things done to one activity, one visit or one brief at once on PostgreSQL: as one after the other.

As ``test_any_two_at_once.py`` does with letters. In `make faults`; in `make test` a pair of each.
"""

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest

from domain.contacts import Contact
from domain.visits import VisitKind
from services import activities, brief_work, confirmations, contacts, tasks, visits
from services.visits import Report
from storage.db import Db, Tx
from tests.cast import Cast
from tests.services import test_activities, test_cards
from tests.services.brief_making import answered
from tests.services.racing import Subject, last_told, told_since
from tests.services.test_activities import HOUSE
from tests.services.test_cards import JINGJIANG, TODAY, WEEK

pytestmark = pytest.mark.postgres


@pytest.fixture
def engine() -> str:
    return "postgres"


# --- an activity ------------------------------------------------------------------------------------------------------


async def one_place(tx: Tx, cast: Cast) -> dict[str, Any]:
    """An open activity with one place, which 赵明 has."""
    activity = await test_activities.hold(tx, cast, 1, is_open=True)
    await activities.come(tx, activity.id, cast.zhao, cast.zhao_member)
    return {"id": activity.id, "cast": cast, "seen": await last_told(tx)}


async def who_comes(tx: Tx, on: dict[str, Any]) -> list[Any]:
    row = await tx.one("SELECT capacity, place, cancelled_at, begins_at FROM activities WHERE id = :id", id=on["id"])
    people = await tx.all(
        "SELECT person_id, attendance, signed_in_at FROM activity_people WHERE activity_id = :id", id=on["id"]
    )
    return [row, Counter(tuple(one.values()) for one in people), await told_since(tx, on["seen"])]


ACTIVITY = Subject(
    one_place,
    who_comes,
    {
        "li-comes": lambda tx, on: activities.come(tx, on["id"], on["cast"].li, on["cast"].li_member),
        "wang-comes": lambda tx, on: activities.come(tx, on["id"], on["cast"].wang, None),
        "zhao-declines": lambda tx, on: activities.decline(
            tx, on["id"], on["cast"].zhao, on["cast"].zhao_member, HOUSE
        ),
        "zhao-takes-leave": lambda tx, on: activities.take_leave(
            tx, on["id"], on["cast"].zhao, on["cast"].zhao_member, "出差", HOUSE
        ),
        "two-places": lambda tx, on: activities.alter(tx, on["id"], on["cast"].zhou, HOUSE, capacity=2),
        "elsewhere": lambda tx, on: activities.alter(tx, on["id"], on["cast"].zhou, HOUSE, place="礼堂"),
        "called-off": lambda tx, on: activities.call_off(tx, on["id"], on["cast"].zhou, "下雨", HOUSE),
    },
)

# --- a visit ----------------------------------------------------------------------------------------------------------


async def a_visit(tx: Tx, cast: Cast) -> dict[str, Any]:
    """To 王秀英, who scanned her card and is asked about it."""
    for one in await contacts.of_member(tx, cast.li_member):
        await contacts.end(tx, cast.li_member, one.id, TODAY, "搬走")
    contact: Contact = await test_cards.handed_over(tx, cast)
    report = Report(contact.id, VisitKind.HOME, TODAY, "了解就医", ("送去轮椅",))
    made = await visits.log(tx, cast.li_member, report, JINGJIANG, TODAY)
    return {"id": made.visit.id, "contact": contact, "cast": cast, "seen": await last_told(tx)}


async def how_it_stands(tx: Tx, on: dict[str, Any]) -> list[Any]:
    mine = {"id": on["contact"].id}
    logged = await tx.all("SELECT kind, note, withdrawn_at FROM visits WHERE contact_id = :id", **mine)
    deeds = await tx.all("SELECT what, state, withdrawn_at FROM good_deeds WHERE contact_id = :id", **mine)
    said = await tx.all(
        """
        SELECT f.verdict, v.withdrawn_at FROM visit_confirmations f JOIN visits v ON v.id = f.visit_id
        WHERE v.contact_id = :id
        """,
        **mine,
    )
    rows = [Counter(tuple(one.values()) for one in each) for each in (logged, deeds, said)]
    return [*rows, await told_since(tx, on["seen"])]


def _corrected(on: dict[str, Any]) -> Report:
    return Report(on["contact"].id, VisitKind.PHONE, TODAY, "电话了解就医", ("送去轮椅",))


VISIT = Subject(
    a_visit,
    how_it_stands,
    {
        "true": lambda tx, on: confirmations.confirm(tx, on["id"], on["cast"].wang),
        "differs": lambda tx, on: confirmations.dispute(tx, on["id"], on["cast"].wang, "没有来过"),
        "corrected": lambda tx, on: visits.correct(
            tx, on["cast"].li_member, on["id"], _corrected(on), JINGJIANG, TODAY, WEEK
        ),
        "withdrawn": lambda tx, on: visits.withdraw(tx, on["cast"].li_member, on["id"], WEEK),
        "ended": lambda tx, on: contacts.end(tx, on["cast"].li_member, on["contact"].id, TODAY, "搬走"),
    },
)

# --- a brief ----------------------------------------------------------------------------------------------------------


async def an_answer(tx: Tx, cast: Cast) -> dict[str, Any]:
    """A department has answered, and the office looks at it."""
    brief, task = await answered(tx, cast)
    return {"id": brief.id, "task": task.id, "cast": cast, "seen": await last_told(tx)}


async def how_far_it_is(tx: Tx, on: dict[str, Any]) -> list[Any]:
    brief = await tx.one("SELECT state, result, closed_at, instruction FROM briefs WHERE id = :id", id=on["id"])
    given = await tx.all("SELECT state, answer, due_on FROM assignments WHERE brief_id = :id", id=on["id"])
    events = await tx.all("SELECT kind, by_id FROM brief_events WHERE brief_id = :id", id=on["id"])
    rows = [Counter(tuple(one.values()) for one in each) for each in (given, events)]
    return [brief, *rows, await told_since(tx, on["seen"])]


DUE = date(2026, 4, 8)
BRIEF = Subject(
    an_answer,
    how_far_it_is,
    {
        "accepted": lambda tx, on: brief_work.accept_answer(tx, on["task"], on["cast"].zhou),
        "returned": lambda tx, on: brief_work.return_answer(
            tx, on["task"], on["cast"].zhou, "请写明时间", DUE + timedelta(days=5)
        ),
        "answered": lambda tx, on: tasks.answer(tx, on["task"], on["cast"].liu, "已修好"),
        "instructed": lambda tx, on: brief_work.instruct(tx, on["id"], on["cast"].chen, "请抓紧"),
        "concluded": lambda tx, on: brief_work.conclude(tx, on["id"], on["cast"].zhou, "已办"),
    },
)


# --- tried out --------------------------------------------------------------------------------------------------------

SUBJECTS = {"activity": ACTIVITY, "visit": VISIT, "brief": BRIEF}
FEW = (
    ("activity", ("li-comes", "zhao-declines")),
    ("visit", ("true", "corrected")),
    ("brief", ("accepted", "returned")),
)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    every = [(name, pair) for name, subject in SUBJECTS.items() for pair in subject.pairs()]
    several = every if metafunc.config.getoption("--long") else FEW
    metafunc.parametrize(("subject", "names"), several, ids=[f"{name}-{'+'.join(pair)}" for name, pair in several])


async def test_two_others_at_once_are_as_one_after_the_other(
    subject: str, names: tuple[str, str], db: Db, cast: Cast, is_long: bool
) -> None:
    await SUBJECTS[subject].is_as_one_after_the_other(names, db, cast, everywhere=is_long)
