"""Letters whose holder does not come to them go back to triage by themselves: the member left, or can't be reached, or
nobody of the unit can."""

from collections.abc import Mapping
from datetime import timedelta

from domain import letter_steps as rules
from domain.letters import OFFICE_DESK, EventKind
from domain.people import Role
from services import answer_reviews, public_posts
from services import letter_post as post
from services.letter_parties import OFFICE, holder_named, packed
from services.outbox import About, tell_all
from services.reminders import is_quiet
from services.rounds import Rules
from storage import letters, people, triage
from storage.db import Db, Tx
from storage.triage import Stranded
from texts import Text

LEFT, OUT_OF_REACH, UNIT_OUT_OF_REACH = "member-left", "member-out-of-reach", "unit-out-of-reach"
CHUNK = 100
"""Letters in one go: the next tick takes the rest."""


async def bring_back(db: Db, rules_: Rules, after_days: int) -> Mapping[str, int]:
    """Bring them back, by day only; ``after_days`` 0 leaves those of holders out of reach. How many there were."""
    now = db.clock()
    if is_quiet(now, rules_):
        return {}
    async with db.read() as tx:
        found = {LEFT: await triage.of_members_who_left(tx, CHUNK)}
        if after_days:
            before = now - timedelta(days=after_days)
            found[OUT_OF_REACH] = await triage.out_of_reach(tx, before, CHUNK)
            found[UNIT_OUT_OF_REACH] = await triage.with_unreached_units(tx, before, CHUNK)
    brought = 0
    for why, several in found.items():
        for stranded in several:
            async with db.write() as tx:
                brought += await _bring_back(tx, stranded, why)
    return {"letters": brought} if brought else {}


async def _bring_back(tx: Tx, stranded: Stranded, why: str) -> bool:
    """One letter, in the office's hands from now on; False when somebody was quicker."""
    if not await triage.claim_stranded(tx, stranded):
        return False
    letter = await letters.get_to_change(tx, stranded.letter_id)
    assert letter is not None
    moved = rules.hand_over(letter, OFFICE_DESK, tx.now)
    await letters.save(tx, moved)
    ends = packed(from_=letter.desk, to=OFFICE_DESK)
    await letters.log(tx, letter.id, EventKind.BACK_TO_TRIAGE, None, **ends, why=why)
    await public_posts.refresh(tx, moved)
    await answer_reviews.letter_went_on(tx, moved)
    before = await holder_named(tx, letter.desk)
    news = Text(f"letter-is-back-{why}", number=letter.number, before=before, holder=OFFICE)
    await post.show(tx, letter.writer_id, [news], about=About(letter.id))
    notice = Text(f"letter-in-triage-{why}", number=letter.number, before=before)
    await tell_all(tx, await people.with_role(tx, Role.OFFICE), notice, buttons=[[post.triage_button(moved)]])
    return True
