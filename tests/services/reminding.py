"""What the tests of reminders share: the rules, the moments, what was said."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from domain.contacts import Contact, ContactKind
from domain.people import Standing
from domain.settings import Committee, Reminders
from domain.visits import Visit, VisitKind
from services import schemes
from services.calendar import workdays
from services.rounds import Rules
from storage import contacts, good_deeds, people, visits
from storage import outbox as outbox_rows
from storage.db import Db, Tx
from texts import Texts, unpack

ZONE = Committee(name="政协示例县委员会", code="SL").zone
TEXTS = Texts.load(ZONE)
RULES = Rules(schemes.load("jingjiang-2014"), Reminders(), ZONE, workdays([2025, 2026]))
MONTH_ONLY = replace(RULES, settings=Reminders(deadlines=False, unseen_months=0))
"""J7's dates in spring come between, and contacts not seen for long: these rules leave them out."""


def at(day: str, hour: int = 9, minute: int = 0) -> datetime:
    """A moment on the committee's clock."""
    return datetime.combine(date.fromisoformat(day), datetime.min.time(), ZONE).replace(hour=hour, minute=minute)


def with_settings(**settings: Any) -> Rules:
    return replace(RULES, settings=Reminders.model_validate({"deadlines": False, "unseen_months": 0} | settings))


async def said_to(db: Db, person_id: int) -> list[str]:
    """Everything owed to a person, as they will read it."""
    async with db.read() as tx:
        rows = await tx.all("SELECT content_json FROM outbox WHERE person_id = :id ORDER BY id", id=person_id)
    return [TEXTS.render("zh", unpack(row["content_json"]["text"])) for row in rows]


async def deliver(db: Db, blocked_by: Iterable[int] = ()) -> None:
    """What the sender does, without Telegram."""
    async with db.write() as tx:
        for row in await tx.all("SELECT id, person_id FROM outbox WHERE sent_at IS NULL AND failed_at IS NULL"):
            if row["person_id"] in blocked_by:
                await outbox_rows.mark_failed(tx, row["id"], outbox_rows.BLOCKED)
                await people.set_blocked(tx, row["person_id"], blocked=True)
            else:
                await outbox_rows.mark_sent(tx, row["id"], row["id"])


async def register(tx: Tx, member_id: int, *names: str) -> list[int]:
    return [
        await contacts.add(tx, Contact(0, member_id, ContactKind.SECTOR, name, date(2026, 3, 16))) for name in names
    ]


async def visit(tx: Tx, member_id: int, contact_id: int, *days: str, deed: str = "") -> None:
    for day in days:
        report = Visit(0, member_id, contact_id, VisitKind.HOME, date.fromisoformat(day), "了解情况", tx.now)
        number = await visits.add(tx, report)
        await good_deeds.add(tx, replace(report, id=number), [deed] if deed else [])


async def fulfil(db: Db, member_id: int) -> None:
    """Everything that Jingjiang asks of a member in a year."""
    async with db.write() as tx:
        for contact in await register(tx, member_id, "孙一", "孙二", "孙三", "孙四", "孙五"):
            await visit(tx, member_id, contact, "2026-03-17", "2026-03-18")
            await visit(tx, member_id, contact, "2026-03-19", deed="送去轮椅")


async def many_members(db: Db, how_many: int) -> None:
    async with db.write() as tx:
        for number in range(how_many):
            person = await people.add(tx, f"委员{number}", "zh", telegram_id=5000 + number)
            await people.add_member(tx, person, "农业界", "", Standing.REGULAR, began_on=date(2022, 1, 10))
