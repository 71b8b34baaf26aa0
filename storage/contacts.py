"""Registered contacts of the members."""

from domain.contacts import Contact, ContactKind
from storage.db import Row, Tx, made_of
from storage.seal import sealed
from storage.spans import EVERYONE, Span, bounds, within

_COLUMNS = """
    c.id, c.member_id, c.kind, c.name, c.registered_on, COALESCE(c.phone, '') AS phone,
    COALESCE(c.address, '') AS address, c.ended_on, COALESCE(c.ended_because, '') AS ended_because,
    c.person_id, c.replaces_id
"""


def _contact(row: Row) -> Contact:
    return Contact(**(row | {"kind": ContactKind(row["kind"])}))


async def get(tx: Tx, contact_id: int) -> Contact | None:
    row = await tx.one(f"SELECT {_COLUMNS} FROM contacts c WHERE c.id = :id", id=contact_id)
    return _contact(row) if row else None


async def of_member(tx: Tx, member_id: int) -> list[Contact]:
    """All contacts that a member ever had, in the order of their registration."""
    rows = await tx.all(f"SELECT {_COLUMNS} FROM contacts c WHERE c.member_id = :id ORDER BY c.id", id=member_id)
    return [_contact(row) for row in rows]


async def of_all(tx: Tx, span: Span = EVERYONE) -> list[Contact]:
    """The contacts of everyone who serves now, in the order of their registration."""
    rows = await tx.all(
        f"""
        SELECT {_COLUMNS} FROM contacts c JOIN members m ON m.id = c.member_id
        WHERE m.left_on IS NULL {within(span)} ORDER BY c.id
        """,
        **bounds(span),
    )
    return await made_of(rows, _contact)


async def add(tx: Tx, contact: Contact) -> int:
    """A new contact; its id."""
    number: int = await tx.value(
        """
        INSERT INTO contacts (member_id, name, kind, phone, address, registered_on, replaces_id)
        VALUES (:member_id, :name, :kind, :phone, :address, :registered_on, :replaces_id) RETURNING id
        """,
        member_id=contact.member_id,
        name=sealed(contact.name),
        kind=contact.kind.value,
        phone=sealed(contact.phone or None),
        address=sealed(contact.address or None),
        registered_on=contact.registered_on,
        replaces_id=contact.replaces_id,
    )
    return number


async def save(tx: Tx, contact: Contact) -> None:
    """What may change of a contact, as it is now."""
    await tx.run(
        """
        UPDATE contacts SET name = :name, kind = :kind, phone = :phone, address = :address,
               ended_on = :ended_on, ended_because = :ended_because
        WHERE id = :id
        """,
        id=contact.id,
        name=sealed(contact.name),
        kind=contact.kind.value,
        phone=sealed(contact.phone or None),
        address=sealed(contact.address or None),
        ended_on=contact.ended_on,
        ended_because=sealed(contact.ended_because or None),
    )
