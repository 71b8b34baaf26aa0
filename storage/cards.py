"""Service cards, and who their contacts turned out to be."""

from domain.cards import Card, CardState
from storage.db import Row, Tx

_CARD = "k.id, k.contact_id, k.state, k.issued_at, k.delivered_at, k.returned_at"
_MOMENTS = {
    CardState.DELIVERED: "delivered_at",
    CardState.RETURNED: "returned_at",
    CardState.LOST: "lost_at",
}


def _card(row: Row) -> Card:
    return Card(**(row | {"state": CardState(row["state"])}))


async def add(tx: Tx, contact_id: int, code_hash: str) -> int:
    """A card issued now; its id."""
    number: int = await tx.value(
        """
        INSERT INTO cards (contact_id, code_hash, state, issued_at)
        VALUES (:contact_id, :code_hash, 'issued', :now) RETURNING id
        """,
        contact_id=contact_id,
        code_hash=code_hash,
        now=tx.now,
    )
    return number


async def find(tx: Tx, code_hash: str) -> Card | None:
    row = await tx.one(f"SELECT {_CARD} FROM cards k WHERE k.code_hash = :code_hash", code_hash=code_hash)
    return _card(row) if row else None


async def latest(tx: Tx, contact_id: int) -> Card | None:
    """The contact's newest card, whatever its state."""
    row = await tx.one(
        f"SELECT {_CARD} FROM cards k WHERE k.contact_id = :id ORDER BY k.id DESC LIMIT 1", id=contact_id
    )
    return _card(row) if row else None


async def latest_of_member(tx: Tx, member_id: int) -> dict[int, Card]:
    """Contact's id → their newest card."""
    rows = await tx.all(
        f"""
        SELECT {_CARD} FROM cards k JOIN contacts c ON c.id = k.contact_id
        WHERE c.member_id = :member_id ORDER BY k.id
        """,
        member_id=member_id,
    )
    return {row["contact_id"]: _card(row) for row in rows}


async def latest_of_all(tx: Tx) -> dict[int, Card]:
    """Contact's id → their newest card, of everyone."""
    rows = await tx.all(
        f"SELECT {_CARD} FROM cards k JOIN (SELECT MAX(id) AS id FROM cards GROUP BY contact_id) n ON n.id = k.id"
    )
    return {row["contact_id"]: _card(row) for row in rows}


async def move(tx: Tx, card: Card, state: CardState) -> bool:
    """Into this state from the one it was seen in. False when someone was faster."""
    changed = await tx.run(
        f"UPDATE cards SET state = :state, {_MOMENTS[state]} = :now WHERE id = :id AND state = :seen",
        state=state.value,
        now=tx.now,
        id=card.id,
        seen=card.state.value,
    )
    return changed == 1


# --- who the contact is -----------------------------------------------------------------------------------------------


async def bind(tx: Tx, contact_id: int, person_id: int) -> bool:
    """The contact is this person. False when it is someone already."""
    changed = await tx.run(
        "UPDATE contacts SET person_id = :person_id WHERE id = :id AND person_id IS NULL",
        person_id=person_id,
        id=contact_id,
    )
    return changed == 1


async def unbind(tx: Tx, contact_id: int) -> None:
    await tx.run("UPDATE contacts SET person_id = NULL WHERE id = :id", id=contact_id)


async def contacts_of_person(tx: Tx, person_id: int) -> list[int]:
    """The ids of the contacts that this person is, still registered, with members who serve."""
    rows = await tx.all(
        """
        SELECT c.id FROM contacts c JOIN members m ON m.id = c.member_id
        WHERE c.person_id = :person_id AND c.ended_on IS NULL AND m.left_on IS NULL ORDER BY c.id
        """,
        person_id=person_id,
    )
    return [row["id"] for row in rows]
