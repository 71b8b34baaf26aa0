"""A member turns out to be gone while a letter is on its way to them: the office gets it, and its writer is told.

``letter_post.deliver`` does the same for a member who was known to be gone before.
"""

from domain.letters import Letter
from services import letter_post as post
from services import letter_views as views
from services.letter_parties import Holder, holder_of
from services.outbox import About
from storage import absence, letter_entries, letters
from storage.db import Tx
from texts import Text


async def holder_is_gone(tx: Tx, person_id: int, chat_id: int) -> int:
    """Pass on every letter that this person holds and was still to be shown; how many there were.

    What the office was asked to pass on already is left alone, so that it does not matter who notices, and how often.
    """
    passed_on = 0
    for letter_id, since in (await absence.unseen(tx, chat_id)).items():
        letter = await letters.get_to_change(tx, letter_id)
        assert letter is not None
        if letter.desk.is_office or await absence.is_passed_on(tx, letter_id, since):
            continue
        holder = await holder_of(tx, letter.desk)
        if letter.unit_id is not None and holder.is_reached:
            # A colleague in the unit gets it all the same.
            continue
        if person_id in holder.person_ids:
            await _pass_on(tx, letter, holder)
            passed_on += 1
    return passed_on


async def _pass_on(tx: Tx, letter: Letter, holder: Holder) -> None:
    """The whole thread: which of its messages had come through is not worth finding out."""
    thread = await letter_entries.of_letter(tx, letter.id)
    attached = [each for entry in thread for each in entry.attachments]
    messages = [await post.opening(tx, "letter-so-far", letter), *await views.thread(tx, letter, thread)]
    await post.pass_on(tx, letter, holder, messages, attached, About(letter.id, thread[0].id))
    news = Text("letter-holder-is-gone", number=letter.number, holder=holder.named)
    await post.show(tx, letter.writer_id, [news], about=About(letter.id))
