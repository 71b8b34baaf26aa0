"""A check-up of the house: what needs a person, and what that person can do."""

import re
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.contacts import ContactKind, active
from domain.people import Role
from domain.quota import MEMBER
from domain.schemes import Scheme
from services.housekeeping import KEEP_DIALOGUES
from services.office import office_listens
from services.quota import LEADER
from storage import contacts, doctor, key_uses, people
from storage.db import Tx
from storage.outbox import BLOCKED
from storage.seal import WithKeys
from texts import Text

SHOWN = 5
UNREAD_FOR = timedelta(days=14)
"""The software's own measure: no document names one."""
LEASED_FOR = timedelta(minutes=15)
BACKUP_WITHIN = timedelta(days=7)


@dataclass(frozen=True)
class Finding:
    """``is_fine``: nobody need do anything."""

    is_fine: bool
    text: Text


async def examine(tx: Tx, url: str, scheme: Scheme, steps: Collection[str], today: date) -> list[Finding]:
    """Everything that the database tells. ``steps``: those of all dialogues that the program knows."""
    parts = (
        _file(tx, url),
        _keys(tx),
        _rows(tx),
        _moved(tx),
        _dialogues(tx, steps),
        _parked(tx),
        _failed(tx),
        _leases(tx),
        _contacts(tx, scheme),
        _letters(tx),
        _members(tx, today),
        _backup(tx),
    )
    return [finding for part in parts async for finding in part]


async def _file(tx: Tx, url: str) -> AsyncIterator[Finding]:
    if await doctor.is_whole(tx, url):
        yield Finding(True, Text("doctor-database-whole"))
    else:
        yield Finding(False, Text("doctor-database-damaged"))


async def _keys(tx: Tx) -> AsyncIterator[Finding]:
    if not isinstance(tx.seal, WithKeys):
        yield Finding(True, Text("check-keys-none"))
        return
    unfinished = [use.key_id for use in await key_uses.all_of(tx) if use.done_at is None]
    if tx.seal.ring.current in unfinished:
        yield Finding(False, Text("doctor-rotation-unfinished", key=tx.seal.ring.current))
    else:
        yield Finding(True, Text("check-keys", count=len(tx.seal.ring.keys), current=tx.seal.ring.current))


async def _rows(tx: Tx) -> AsyncIterator[Finding]:
    orphans = await doctor.orphans(tx)
    for where, count in orphans.items():
        yield Finding(False, Text("doctor-orphans", where=where, count=count))
    broken = [(rule, numbers) for rule in doctor.RULES if (numbers := await doctor.broken(tx, rule))]
    for rule, numbers in broken:
        yield Finding(False, Text(rule.text, count=len(numbers), which=shown(numbers)))
    if not orphans and not broken:
        yield Finding(True, Text("doctor-rows-fine"))


async def _moved(tx: Tx) -> AsyncIterator[Finding]:
    """What was sealed knows nothing of its row; what it is looked up by does."""
    if names := await doctor.people_of_other_names(tx):
        yield Finding(False, Text("doctor-names-moved", count=len(names), which=shown(names)))
    if letters := await doctor.letters_of_other_words(tx):
        yield Finding(False, Text("doctor-letters-moved", count=len(letters), which=shown(letters)))


async def _dialogues(tx: Tx, steps: Collection[str]) -> AsyncIterator[Finding]:
    unknown = {step: count for step, count in (await doctor.steps(tx)).items() if step not in steps}
    if unknown:
        count, which = sum(unknown.values()), shown(list(unknown))
        yield Finding(False, Text("doctor-dialogues-nowhere", count=count, which=which))
    # A day more than they are kept: the night's tidying may be still to come.
    stuck = await doctor.dialogues_untouched(tx, tx.now - KEEP_DIALOGUES - timedelta(days=1))
    if stuck:
        yield Finding(False, Text("doctor-dialogues-stuck", count=stuck, days=str(KEEP_DIALOGUES.days)))
    if not unknown and not stuck:
        yield Finding(True, Text("doctor-dialogues-fine"))


async def _parked(tx: Tx) -> AsyncIterator[Finding]:
    rows = await doctor.parked(tx)
    for row in rows[:SHOWN]:
        hours = int((tx.now - row["received_at"]).total_seconds() // 3600)
        kind = kind_of(row["error"] or "")
        yield Finding(False, Text("doctor-parked", number=str(row["update_id"]), age=age(hours), kind=kind))
    if rows:
        yield Finding(False, Text("doctor-parked-altogether", count=len(rows)))
    else:
        yield Finding(True, Text("doctor-parked-none"))


async def _failed(tx: Tx) -> AsyncIterator[Finding]:
    errors = await doctor.failed(tx)
    blocked = errors.pop(BLOCKED, 0)
    if blocked:
        yield Finding(True, Text("doctor-failed-blocked", count=blocked))
    kinds: Counter[str] = Counter()
    for error, count in errors.items():
        kinds[kind_of(error)] += count
    for kind, count in kinds.items():
        yield Finding(False, Text("doctor-failed", count=count, kind=kind))
    if not kinds:
        yield Finding(True, Text("doctor-failed-none"))


async def _leases(tx: Tx) -> AsyncIterator[Finding]:
    count = await doctor.leases_beyond(tx, tx.now - LEASED_FOR, tx.now + LEASED_FOR)
    yield Finding(False, Text("doctor-leases", count=count)) if count else Finding(True, Text("doctor-leases-fine"))


async def _contacts(tx: Tx, scheme: Scheme) -> AsyncIterator[Finding]:
    kinds: defaultdict[int, list[ContactKind]] = defaultdict(list)
    for contact in active(await contacts.of_all(tx)):
        kinds[contact.member_id].append(contact.kind)
    leaders = frozenset(await people.with_role(tx, Role.LEADER))
    over = []
    for member in await people.members(tx):
        limits = scheme.contact_limits(*(LEADER if member.person_id in leaders else MEMBER))
        if any(sum(kind in limit.kinds for kind in kinds[member.id]) > limit.most for limit in limits):
            over.append(member.name)
    if over:
        yield Finding(False, Text("doctor-contacts-over", count=len(over), who=shown(over)))
    else:
        yield Finding(True, Text("doctor-contacts-fine"))


async def _letters(tx: Tx) -> AsyncIterator[Finding]:
    numbers = await doctor.unread(tx, tx.now - UNREAD_FOR)
    days = str(UNREAD_FOR.days)
    if numbers:
        yield Finding(False, Text("doctor-letters-unread", count=len(numbers), days=days, which=shown(numbers)))
    else:
        yield Finding(True, Text("doctor-letters-fine", days=days))


async def _members(tx: Tx, today: date) -> AsyncIterator[Finding]:
    if not await office_listens(tx):
        yield Finding(False, Text("doctor-office-not-joined"))
    if not await people.members(tx):
        yield Finding(False, Text("doctor-members-none"))
        return
    count = await doctor.members_not_joined(tx, today)
    if count:
        yield Finding(False, Text("doctor-members-not-joined", count=count))
    else:
        yield Finding(True, Text("doctor-members-fine"))


async def _backup(tx: Tx) -> AsyncIterator[Finding]:
    last = await doctor.last_backup(tx)
    if last is None:
        yield Finding(False, Text("doctor-backup-never"))
        return
    fine = tx.now - last <= BACKUP_WITHIN
    hours = int((tx.now - last).total_seconds() // 3600)
    yield Finding(fine, Text("doctor-backup" if fine else "doctor-backup-old", age=age(hours)))


# --- in words ---------------------------------------------------------------------------------------------------------


def kind_of(error: str) -> str:
    """The kind of a fault, without its words: they may be what a person wrote. Telegram's own refusals stay whole."""
    if re.match(r"\d{3}\b", error):
        return error[:80]
    found = re.match(r"[A-Za-z_.]+", error)
    return found[0] if found else "?"


def age(hours: int) -> Text:
    """Of something, in hours or days."""
    return Text("age-in-hours", hours=hours) if hours < 48 else Text("age-in-days", days=hours // 24)


def shown(which: Sequence[str]) -> str:
    """The first few."""
    return ", ".join(which[:SHOWN]) + (" …" if len(which) > SHOWN else "")
