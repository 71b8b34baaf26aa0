"""What the writer of a letter wants beside writing on: that it goes faster, or that it ends."""

from domain import letter_steps as rules
from domain.letters import OFFICE_DESK, EventKind, Letter
from domain.people import Person
from services import answer_reviews, group_posts, publications
from services import letter_access as access
from services import letter_post as post
from services.letter_parties import holder_of, writer_named
from services.letters import Receipt
from services.outbox import About
from storage import letters
from storage.db import Tx
from texts import Text


async def urge(tx: Tx, letter_id: int, by: Person) -> Receipt:
    """催一下: who holds the letter is told that its writer waits. Once a week.

    Raises:
        LetterNotFound
        LetterIsClosed, LetterWasReturned, LetterWasWithdrawn
        LetterWaitsForYou
        UrgedAlready
    """
    letter = await access.of_writer(tx, letter_id, by)
    rules.check_may_urge(letter, await letters.last(tx, letter.id, EventKind.URGED), tx.now)
    await letters.log(tx, letter.id, EventKind.URGED, by.id)
    holder = await holder_of(tx, letter.desk)
    text = Text(
        "letter-is-urged", number=letter.number, topic=post.topic_of(letter), who=await writer_named(tx, letter)
    )
    for person_id in holder.person_ids:
        await post.show(tx, person_id, [text], about=About(letter.id), buttons=post.holder_buttons(letter))
    if not holder.is_reached:
        notice = Text("letter-please-pass-on", number=letter.number, holder=holder.named)
        for person_id in (await holder_of(tx, OFFICE_DESK)).person_ids:
            await post.show(tx, person_id, [notice, text], about=About(letter.id), buttons=post.office_buttons(letter))
    return Receipt(letter, holder)


async def check_may_withdraw(tx: Tx, letter_id: int, by: Person) -> Letter:
    """Raises:
    LetterNotFound
    LetterIsClosed, LetterWasWithdrawn
    """
    letter = await access.of_writer(tx, letter_id, by)
    rules.withdraw(letter, tx.now)
    return letter


async def withdraw(tx: Tx, letter_id: int, by: Person) -> Letter:
    """The writer takes the letter back; who holds it has nothing more to do, and nothing of it stays public.

    Raises:
        LetterNotFound
        LetterIsClosed, LetterWasWithdrawn
    """
    letter = await access.of_writer(tx, letter_id, by)
    withdrawn = rules.withdraw(letter, tx.now)
    await letters.save(tx, withdrawn)
    await group_posts.ended(tx, letter, withdrawn)
    await letters.log(tx, letter.id, EventKind.WITHDRAWN, by.id)
    await answer_reviews.letter_went_on(tx, withdrawn)
    await publications.withdrawn(tx, withdrawn, by)
    if not letter.is_over:
        who = await writer_named(tx, letter)
        await post.tell_holders(tx, letter, letter.desk, Text("letter-withdrawn", number=letter.number, who=who))
    return withdrawn
