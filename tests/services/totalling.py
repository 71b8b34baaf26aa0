"""A year to be counted, and asking for figures as people do."""

import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from domain.contacts import Contact, ContactKind
from domain.people import Role
from domain.settings import Totals as Settings
from domain.totals import Period
from domain.visits import UNSAVED, Visit, VisitKind
from services import figures, schemes
from services.totals import Scope
from storage import contacts, good_deeds, people, visits
from storage.db import Db, Tx
from tests.cast import Cast
from tests.services.letter_writing import COMMITTEE
from tests.services.reminding import RULES, said_to

YEAR = Period.of_year(2026)
DESK = figures.Desk(RULES, COMMITTEE, Settings())
BAOKANG = replace(RULES, scheme=schemes.load("baokang-151"))
ALL: Mapping[str, Any] = {"scope": figures.packed(Scope())}
"""Of the whole committee."""


async def a_year(tx: Tx, cast: Cast, seed: int = 7) -> None:
    """Contacts of every kind, some ended; visits of every kind in two years, some withdrawn; good deeds."""
    dice = random.Random(seed)
    for member in (cast.li_member.id, cast.zhao_member.id):
        for number in range(9):
            kind = dice.choice(list(ContactKind))
            contact = Contact(UNSAVED, member, kind, f"群众{number}", date(2025, 3, 1))
            contact = replace(contact, id=await contacts.add(tx, contact))
            for _ in range(dice.randrange(6)):
                await _visit(tx, contact, dice)
            if dice.random() < 0.25:
                await contacts.save(tx, replace(contact, ended_on=date(2026, 2, 1), ended_because="搬走"))


async def _visit(tx: Tx, contact: Contact, dice: random.Random) -> None:
    day = date(2026, 3, 16) - timedelta(days=dice.randrange(120))
    entry = Visit(UNSAVED, contact.member_id, contact.id, dice.choice(list(VisitKind)), day, "了解情况", tx.now)
    entry = replace(entry, id=await visits.add(tx, entry))
    if dice.random() < 0.4:
        await good_deeds.add(tx, entry, ["送去轮椅"])
    if dice.random() < 0.15:
        await visits.withdraw(tx, entry.id)


async def lead(tx: Tx, cast: Cast) -> None:
    """李建国 leads: a village and three members registered, the village visited twice this year."""
    await people.grant(tx, cast.li.id, Role.LEADER)
    kinds = (ContactKind.VILLAGE, *[ContactKind.MEMBER] * 3)
    for number, kind in enumerate(kinds):
        contact = Contact(UNSAVED, cast.li_member.id, kind, f"对象{number}", date(2025, 12, 1))
        contact = replace(contact, id=await contacts.add(tx, contact))
        for day in (date(2025, 12, 2), date(2026, 1, 6), date(2026, 2, 6)) if number == 0 else ():
            await visits.add(tx, Visit(UNSAVED, cast.li_member.id, contact.id, VisitKind.HOME, day, "了解情况", tx.now))


async def ask(db: Db, kind: str, cast: Cast, **request: Any) -> list[str]:
    """What the office hears of it."""
    before = len(await said_to(db, cast.zhou.id))
    async with db.write() as tx:
        await figures.ask(tx, kind, cast.zhou.id, **request)
    await figures.answer(db, DESK)
    return (await said_to(db, cast.zhou.id))[before:]


def as_shown(cell: Any) -> str:
    """Empty cells and whole numbers, as a spreadsheet gives them back."""
    return "–" if cell == "" else f"{int(cell):,}"
