"""News for many people, told to each once: whatever is killed, and however many processes are at it."""

from collections.abc import Callable, Sequence

from services.outbox import Buttons, Envelope, Lane, Parcel, Picture, tell_many
from services.rounds import CHUNK
from storage import reminders
from storage.db import Db, Tx
from storage.reminders import Addressee
from texts import Text

Say = Callable[[Addressee], Parcel]


def parcel_to(to: Addressee, text: Text, buttons: Buttons = (), picture: Picture | None = None) -> Parcel:
    """A message to someone who has joined."""
    assert to.telegram_id is not None
    return Parcel(to.person_id, to.telegram_id, to.language, text, buttons, picture)


async def tell_each_once(db: Db, kind: str, period: str, people: Sequence[Addressee], say: Say) -> int:
    """Tell those whom nobody has told of this yet, a chunk at a time; how many of them can be reached.

    ``people``: by their number. ``kind`` and ``period`` are what is claimed: after a crash, a later call goes on there.
    """
    reached = [one for one in people if one.telegram_id is not None and not one.is_blocking]
    for start in range(0, len(reached), CHUNK):
        async with db.write() as tx:
            await _tell(tx, kind, period, reached[start : start + CHUNK], say)
    return len(reached)


async def _tell(tx: Tx, kind: str, period: str, chunk: Sequence[Addressee], say: Say) -> None:
    round_id = await reminders.begin_unreported(tx, kind, period)
    taken = await reminders.claimed(tx, kind, period, chunk[0].person_id, chunk[-1].person_id)
    await tell_now(tx, round_id, kind, period, [say(one) for one in chunk if one.person_id not in taken])


async def tell_now(tx: Tx, round_id: int, kind: str, period: str, parcels: Sequence[Parcel]) -> None:
    """Claim each one's person, and owe it to them. One who is claimed already undoes the transaction."""
    told = [{"kind": kind, "person_id": one.person_id, "period": period, "outcome": "told"} for one in parcels]
    await reminders.claim(tx, round_id, told)
    await tell_many(tx, parcels, Envelope(lane=Lane.BROADCAST))
