"""/forget, and the nightly end of what was kept long enough."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain import letter_steps as rules
from domain.letters import EventKind, Letter
from domain.people import Person
from domain.refusals import Refusal
from domain.settings import Retention
from services import group_posts, public_posts
from services import letter_post as post
from services.housekeeping import FROM_HOUR
from services.letter_parties import writer_named
from services.outbox import ANSWER, tell
from storage import audit, forgetting, letter_lists, letters, publications, reminders
from storage.db import Db, Tx
from texts import Text

NIGHT = "retention"
BATCH = 200
"""Letters in one transaction, so that nobody waits long behind it."""
MOST_LETTERS = 1000
"""Open letters of one person: more than anyone has."""


class RolesStay(Refusal):
    """Who has a role is in the committee's records."""

    text = "forget-not-for-roles"


class LettersAreOpen(Refusal):
    """Argument: ``count``."""

    text = "forget-letters-are-open"


async def open_letters(tx: Tx, person: Person) -> list[Letter]:
    """What would have to be taken back first.

    Raises:
        RolesStay
    """
    if person.roles:
        raise RolesStay
    return await letter_lists.open_of_writer(tx, person.id, MOST_LETTERS)


async def forget(tx: Tx, person: Person, *, taking_back: bool) -> None:
    """Erase what the law lets go. Open letters are taken back first, if the person says so.

    Raises:
        RolesStay
        LettersAreOpen
    """
    still_open = await open_letters(tx, person)
    if still_open and not taking_back:
        raise LettersAreOpen(count=len(still_open))
    for seen in still_open:
        letter = await letters.get_to_change(tx, seen.id)
        if letter is not None and not letter.is_over:
            await _take_back(tx, letter, person)
    is_banned = person.banned_until_at is not None and person.banned_until_at > tx.now
    key = "forgotten-but-for-ban" if is_banned else "forgotten"
    await forgetting.messages(tx, person.id)
    await tell(tx, person.id, Text(key), envelope=ANSWER)
    await forgetting.person(tx, person.id, person.telegram_id, keep_number=is_banned)
    await _take_name_from_posts(tx, person)
    await audit.add(tx, None, "forgotten", person=person.id)


async def _take_name_from_posts(tx: Tx, person: Person) -> None:
    """Posts in the public channel that they signed."""
    for letter_id in await publications.signed_by(tx, person.id):
        letter = await letters.get(tx, letter_id)
        assert letter is not None
        await public_posts.refresh(tx, letter)


async def _take_back(tx: Tx, letter: Letter, person: Person) -> None:
    settled = rules.settle(letter, tx.now)
    await letters.save(tx, settled)
    await group_posts.ended(tx, letter, settled)
    await letters.log(tx, letter.id, EventKind.SETTLED, person.id)
    news = Text("letter-taken-back-for-good", number=letter.number, who=await writer_named(tx, letter))
    await post.tell_holders(tx, letter, letter.desk, news)


# --- by night ---------------------------------------------------------------------------------------------------------


async def keep_times(db: Db, zone: ZoneInfo, keep: Retention) -> dict[str, int]:
    """Once a day after 03:00: erase words that were kept long enough; how many letters and visits."""
    now = db.clock()
    night = now.astimezone(zone).date().isoformat()
    if now.astimezone(zone).hour < FROM_HOUR:
        return {}
    async with db.write() as tx:
        if not await reminders.claim_once(tx, NIGHT, night):
            return {}
        await forgetting.numbers_of_the_forgotten(tx)
    erased = 0
    if keep.letters_days:
        erased += await _erase_letters(db, now - timedelta(days=keep.letters_days), of_forgotten=False)
    erased += await _erase_letters(db, now - timedelta(days=keep.forgotten_letters_days), of_forgotten=True)
    visits = await _erase_visits(db, now - timedelta(days=keep.visits_days)) if keep.visits_days else 0
    return {"letters": erased, "visits": visits} if erased or visits else {}


async def _erase_letters(db: Db, before: datetime, *, of_forgotten: bool) -> int:
    erased = 0
    while True:
        async with db.write() as tx:
            found = await forgetting.letters_to_erase(tx, before, BATCH, of_forgotten=of_forgotten)
            for letter_id in found:
                await forgetting.words_of(tx, letter_id)
        erased += len(found)
        if len(found) < BATCH:
            return erased


async def _erase_visits(db: Db, before: datetime) -> int:
    erased = 0
    while True:
        async with db.write() as tx:
            found = await forgetting.visits(tx, before, BATCH)
        erased += found
        if found < BATCH:
            return erased
