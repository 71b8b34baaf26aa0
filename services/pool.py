"""The representatives' pool: constituents agree to be invited to activities, and leave it as they like."""

from domain.people import Person
from domain.pool import AlreadyInPool, NotInPool, Representative
from storage import pool
from storage.db import Tx


async def of_person(tx: Tx, person: Person) -> Representative | None:
    return await pool.of_person(tx, person.id)


async def join(tx: Tx, person: Person, sector: str, township: str) -> None:
    """By consent: from now on they may be invited.

    Raises:
        AlreadyInPool
    """
    if not await pool.join(tx, person.id, sector, township):
        raise AlreadyInPool


async def leave(tx: Tx, person: Person) -> None:
    """Raises: NotInPool."""
    if not await pool.leave(tx, person.id):
        raise NotInPool
