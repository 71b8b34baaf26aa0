"""A step of a brief: kept in its log, and shown in the public posts of the letters that it is about."""

from typing import Any

from domain.briefs import BriefEvent
from services import public_posts
from services.public_brief_steps import SHOWN
from storage import briefs, letters
from storage.db import Tx


async def taken(tx: Tx, brief_id: int, kind: BriefEvent, by_id: int | None, **details: Any) -> None:
    """The step was taken, and is saved already. With the result the office has new words to look at."""
    await briefs.log(tx, brief_id, kind, by_id, **details)
    if kind is BriefEvent.JUDGED:
        concerned = [details["letter"]]
    else:
        concerned = await briefs.letter_ids(tx, brief_id) if kind in SHOWN else []
    for letter_id in concerned:
        letter = await letters.get(tx, letter_id)
        assert letter is not None
        await public_posts.refresh(tx, letter, has_new_words=kind is BriefEvent.CARRIED_BACK)
