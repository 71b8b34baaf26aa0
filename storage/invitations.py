"""One-time links: the hash of a code, for whom, until when."""

from dataclasses import dataclass
from datetime import datetime

from domain.people import Role
from storage.db import Tx


@dataclass(frozen=True)
class Invitation:
    """``person_id`` is whom it is for; without one it is for whoever comes, and once used it is who came."""

    id: int
    role: Role
    person_id: int | None
    unit_id: int | None
    invited_by_id: int | None
    expires_at: datetime
    used_at: datetime | None


async def add(
    tx: Tx,
    code_hash: str,
    role: Role,
    person_id: int | None,
    invited_by_id: int | None,
    expires_at: datetime,
    unit_id: int | None = None,
) -> int:
    """A new invitation; its id."""
    number: int = await tx.value(
        """
        INSERT INTO invitations (code_hash, role, person_id, unit_id, invited_by_id, created_at, expires_at)
        VALUES (:code_hash, :role, :person_id, :unit_id, :invited_by_id, :now, :expires_at) RETURNING id
        """,
        code_hash=code_hash,
        role=role.value,
        person_id=person_id,
        unit_id=unit_id,
        invited_by_id=invited_by_id,
        now=tx.now,
        expires_at=expires_at,
    )
    return number


async def find(tx: Tx, code_hash: str) -> Invitation | None:
    row = await tx.one(
        """
        SELECT id, role, person_id, unit_id, invited_by_id, expires_at, used_at FROM invitations
        WHERE code_hash = :code_hash
        """,
        code_hash=code_hash,
    )
    return Invitation(**(row | {"role": Role(row["role"])})) if row else None


async def use(tx: Tx, invitation_id: int, person_id: int) -> bool:
    """Claim it for a person. False when someone was quicker, or its time is over."""
    changed = await tx.run(
        """
        UPDATE invitations SET used_at = :now, person_id = :person_id
        WHERE id = :id AND used_at IS NULL AND expires_at > :now
        """,
        now=tx.now,
        person_id=person_id,
        id=invitation_id,
    )
    return changed == 1


async def lapse(tx: Tx, person_id: int, role: Role) -> None:
    """Invitations of this person to this role that nobody used work no more: a new one takes their place."""
    await tx.run(
        """
        UPDATE invitations SET expires_at = :now
        WHERE person_id = :person_id AND role = :role AND used_at IS NULL AND expires_at > :now
        """,
        now=tx.now,
        person_id=person_id,
        role=role.value,
    )


async def newest_of_unit(tx: Tx, unit_id: int) -> int:
    """The id of the last invitation into a unit; 0 when there was none."""
    number: int | None = await tx.value("SELECT MAX(id) FROM invitations WHERE unit_id = :id", id=unit_id)
    return number or 0
