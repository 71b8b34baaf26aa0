"""届、次: the sessions of the committee's terms, and which one holds now."""

from datetime import date

from domain.refusals import Refusal
from domain.terms import Session, in_session
from storage import audit, sessions
from storage.db import Tx
from texts import Text


class SessionOutOfOrder(Refusal):
    """A later session began before, or an earlier one after it."""

    text = "session-out-of-order"


async def record(tx: Tx, session: Session) -> None:
    """Write a session down, or give it another first day.

    Raises:
        SessionOutOfOrder
    """
    others = [one for one in await sessions.all_known(tx) if (one.term, one.number) != (session.term, session.number)]
    for other in others:
        is_earlier = (other.term, other.number) < (session.term, session.number)
        if other.began_on == session.began_on or is_earlier is not (other.began_on < session.began_on):
            raise SessionOutOfOrder
    await sessions.save(tx, session)
    await audit.add(tx, None, "session-recorded", term=session.term, number=session.number)


async def present(tx: Tx, today: date) -> Session | None:
    return in_session(await sessions.all_known(tx), today)


async def words(tx: Tx, today: date) -> Text | None:
    """``第十五届三次会议``; None where none is known."""
    now = await present(tx, today)
    return Text("session-name", term=str(now.term), number=str(now.number)) if now else None
