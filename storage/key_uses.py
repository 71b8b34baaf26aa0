"""Which keys this database is sealed with, so that a wrong key ring is told before anything is read or written."""

from dataclasses import dataclass
from datetime import datetime

from domain.keys import KeyNeeded, KeyNotInRing, NotSealedYet, WrongKeyRing
from storage.db import Db, Tx
from storage.seal import Seal, WithKeys


@dataclass(frozen=True)
class KeyUse:
    """A key that has sealed something here. ``done_at`` is None while something else is sealed with an older one."""

    key_id: str
    key_check: str
    began_at: datetime
    done_at: datetime | None


async def agree(db: Db, *, rotating: bool = False) -> None:
    """Do the keys fit the database? One that nobody has written to yet takes them; so does one that is ``rotating``.

    Raises:
        KeyNeeded, KeyNotInRing, WrongKeyRing, NotSealedYet
    """
    async with db.read() as tx:
        uses = await all_of(tx)
        state = await _first_name_is_sealed(tx)
    _check(uses, db.seal, sealed=bool(uses) or bool(state))
    if not isinstance(db.seal, WithKeys):
        return
    # What is half sealed for the first time has names that nobody is found by.
    is_in_clear = state is not None and not any(use.done_at for use in uses) if uses else state is False
    if is_in_clear and not rotating:
        raise NotSealedYet
    if any(use.key_id == db.seal.ring.current for use in uses):
        return
    async with db.write() as tx:
        await begin(tx, db.seal, is_done=not uses and state is not False)


def _check(uses: list[KeyUse], seal: Seal, *, sealed: bool) -> None:
    if not isinstance(seal, WithKeys):
        if sealed:
            raise KeyNeeded
        return
    for use in uses:
        if use.key_id not in seal.ring.keys:
            raise KeyNotInRing(key=use.key_id)
        if use.key_check != seal.check(use.key_id):
            raise WrongKeyRing


async def all_of(tx: Tx) -> list[KeyUse]:
    """In the order in which they came into use."""
    rows = await tx.all("SELECT key_id, key_check, began_at, done_at FROM key_uses ORDER BY began_at, key_id")
    return [KeyUse(**row) for row in rows]


async def begin(tx: Tx, seal: WithKeys, *, is_done: bool) -> None:
    """The current key is in use from now on."""
    await tx.run(
        """
        INSERT INTO key_uses (key_id, key_check, began_at, done_at)
        VALUES (:key_id, :key_check, :now, :done_at) ON CONFLICT DO NOTHING
        """,
        key_id=seal.ring.current,
        key_check=seal.check(seal.ring.current),
        now=tx.now,
        done_at=tx.now if is_done else None,
    )


async def finish(tx: Tx, seal: WithKeys) -> None:
    """Everything is sealed with the current key."""
    await tx.run("UPDATE key_uses SET done_at = :now WHERE key_id = :id", now=tx.now, id=seal.ring.current)


async def _first_name_is_sealed(tx: Tx) -> bool | None:
    """None when there is nobody yet."""
    row = await tx.one("SELECT name LIKE 'sealed:k%' AS is_sealed FROM people ORDER BY id LIMIT 1")
    return bool(row["is_sealed"]) if row else None
