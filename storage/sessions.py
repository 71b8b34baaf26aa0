"""The sessions of the committee's terms."""

from domain.terms import Session
from storage.db import Tx


async def all_known(tx: Tx) -> list[Session]:
    rows = await tx.all("SELECT term, number, began_on FROM sessions ORDER BY term, number")
    return [Session(**row) for row in rows]


async def save(tx: Tx, session: Session) -> None:
    """A new one, or another first day of one that is known."""
    await tx.run(
        """
        INSERT INTO sessions (term, number, began_on) VALUES (:term, :number, :began_on)
        ON CONFLICT (term, number) DO UPDATE SET began_on = excluded.began_on
        """,
        term=session.term,
        number=session.number,
        began_on=session.began_on,
    )
