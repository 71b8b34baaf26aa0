"""Lecture orders."""

from domain.lectures import Order
from storage.db import Row, Tx

_ORDER = """
    SELECT o.id, o.topic, o.place, o.begins_at, o.ends_at, o.ordered_by_id, o.unit_id, COALESCE(u.name, '') AS unit,
           o.taken_by_id, COALESCE(p.name, '') AS taken_by, o.withdrawn_at, o.activity_id
    FROM lecture_orders o LEFT JOIN units u ON u.id = o.unit_id
         LEFT JOIN members m ON m.id = o.taken_by_id LEFT JOIN people p ON p.id = m.person_id
"""


def _order(row: Row) -> Order:
    return Order(**row)


async def add(tx: Tx, order: Order) -> int:
    number: int = await tx.value(
        """
        INSERT INTO lecture_orders (unit_id, ordered_by_id, topic, place, begins_at, ends_at, ordered_at)
        VALUES (:unit_id, :ordered_by_id, :topic, :place, :begins_at, :ends_at, :now) RETURNING id
        """,
        unit_id=order.unit_id,
        ordered_by_id=order.ordered_by_id,
        topic=order.topic,
        place=order.place,
        begins_at=order.begins_at,
        ends_at=order.ends_at,
        now=tx.now,
    )
    return number


async def get(tx: Tx, order_id: int) -> Order | None:
    row = await tx.one(_ORDER + "WHERE o.id = :id", id=order_id)
    return _order(row) if row else None


async def open_orders(tx: Tx, limit: int) -> list[Order]:
    """Those that nobody has taken and whose time lies ahead, the next first."""
    rows = await tx.all(
        _ORDER
        + """
        WHERE o.taken_by_id IS NULL AND o.withdrawn_at IS NULL AND o.begins_at > :now
        ORDER BY o.begins_at, o.id LIMIT :limit
        """,
        now=tx.now,
        limit=limit,
    )
    return [_order(row) for row in rows]


async def take(tx: Tx, order_id: int, member_id: int) -> bool:
    """Whoever changes the row has it; False for everyone after."""
    changed = await tx.run(
        """
        UPDATE lecture_orders SET taken_by_id = :member_id, taken_at = :now
        WHERE id = :id AND taken_by_id IS NULL AND withdrawn_at IS NULL
        """,
        member_id=member_id,
        now=tx.now,
        id=order_id,
    )
    return changed == 1


async def becomes(tx: Tx, order_id: int, activity_id: int) -> None:
    await tx.run(
        "UPDATE lecture_orders SET activity_id = :activity_id WHERE id = :id", activity_id=activity_id, id=order_id
    )


async def withdraw(tx: Tx, order_id: int) -> bool:
    changed = await tx.run(
        "UPDATE lecture_orders SET withdrawn_at = :now WHERE id = :id AND taken_by_id IS NULL AND withdrawn_at IS NULL",
        now=tx.now,
        id=order_id,
    )
    return changed == 1
