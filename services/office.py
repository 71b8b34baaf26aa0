"""What the office is told in its own chat."""

from domain.people import Role
from services.outbox import Envelope, Lane, tell_all
from storage import people
from storage.db import Tx
from texts import Text

NOTICE = Envelope(lane=Lane.NOTICE)


async def office_listens(tx: Tx) -> bool:
    """Has anyone of the office joined?"""
    ids = await people.with_role(tx, Role.OFFICE)
    return any([await people.address(tx, person_id) for person_id in ids])


async def tell_office(tx: Tx, text: Text, envelope: Envelope = NOTICE) -> int:
    """Tell everyone of the office; how many have joined and will get it."""
    return await tell_all(tx, await people.with_role(tx, Role.OFFICE), text, envelope=envelope)
