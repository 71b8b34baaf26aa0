"""The representatives' pool, and how often each was invited out of it."""

from domain.pool import Representative
from storage.db import Tx
from storage.seal import sealed


async def of_person(tx: Tx, person_id: int) -> Representative | None:
    """Their place in the pool, if they are in it now."""
    row = await tx.one(
        """
        SELECT id, person_id, sector, township, joined_at FROM pool_people
        WHERE person_id = :person_id AND left_at IS NULL
        """,
        person_id=person_id,
    )
    return Representative(**row) if row else None


async def join(tx: Tx, person_id: int, sector: str, township: str) -> bool:
    """In it from now on, anew for who had left. False when they are in it."""
    changed = await tx.run(
        """
        INSERT INTO pool_people (person_id, sector, township, joined_at)
        VALUES (:person_id, :sector, :township, :now)
        ON CONFLICT (person_id) DO UPDATE SET sector = excluded.sector, township = excluded.township,
            joined_at = excluded.joined_at, left_at = NULL
        WHERE pool_people.left_at IS NOT NULL
        """,
        person_id=person_id,
        sector=sector,
        township=sealed(township),
        now=tx.now,
    )
    return changed == 1


async def leave(tx: Tx, person_id: int) -> bool:
    changed = await tx.run(
        "UPDATE pool_people SET left_at = :now WHERE person_id = :person_id AND left_at IS NULL",
        now=tx.now,
        person_id=person_id,
    )
    return changed == 1


async def everyone(tx: Tx) -> list[Representative]:
    """All who are in it and can be reached, with their turns: how often and when last they were invited out of it."""
    rows = await tx.all(
        """
        SELECT r.id, r.person_id, r.sector, r.township, r.joined_at,
               COUNT(a.id) AS times_invited, MAX(a.invited_at) AS last_invited_at
        FROM pool_people r JOIN people p ON p.id = r.person_id
             LEFT JOIN activity_people a ON a.person_id = r.person_id AND a.is_from_pool
        WHERE r.left_at IS NULL AND p.telegram_id IS NOT NULL AND p.blocked_at IS NULL
        GROUP BY r.id, r.person_id, r.sector, r.township, r.joined_at ORDER BY r.id
        """
    )
    return [Representative(**row) for row in rows]
