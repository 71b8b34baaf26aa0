"""Who has not said whether it helped is asked once more, a week after the end, and never again for this letter."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from domain.letters import Letter
from services import letter_post as post
from services.outbox import About
from services.reminders import is_quiet
from services.rounds import Rules
from storage import grade_requests, letters
from storage.db import Db
from texts import Text

LATE = timedelta(days=28)
"""So long after its moment the question is still caught up; later it is of a matter long forgotten."""
CHUNK = 100
"""Letters in one go: the next tick takes the rest."""


async def ask_again(db: Db, rules: Rules, after_days: int) -> Mapping[str, int]:
    """Ask, by day only, everyone whose letter was settled so many days ago; 0: nobody. How many were asked."""
    now = db.clock()
    if not after_days or is_quiet(now, rules):
        return {}
    until = now - timedelta(days=after_days)
    async with db.read() as tx:
        found = await grade_requests.due(tx, until - LATE, until, CHUNK)
    asked = [await _ask(db, letter_id, until) for letter_id in found]
    return {"asked": sum(asked)} if any(asked) else {}


async def _ask(db: Db, letter_id: int, until: datetime) -> bool:
    """False when somebody was quicker: another process, or the writer."""
    async with db.write() as tx:
        letter = await letters.get_to_change(tx, letter_id)
        if letter is None or not _is_due(letter, until) or not await grade_requests.claim(tx, letter_id):
            return False
        question = Text("letter-did-it-help-after-all", number=letter.number, topic=post.topic_of(letter))
        buttons = post.grade_buttons(letter)
        await post.show(tx, letter.writer_id, [question], about=About(letter.id), buttons=buttons)
        return True


def _is_due(letter: Letter, until: datetime) -> bool:
    return letter.is_settled and letter.helped is None and letter.settled_at is not None and letter.settled_at <= until
