"""Taking back what one wrote in a letter: it goes from every chat that shows it, and the log keeps that it happened."""

from collections.abc import Sequence

from domain import taking_back as rules
from domain.letter_steps import check_open
from domain.letters import EventKind, Letter, LetterNotFound, Side
from domain.people import Person
from domain.settings import Mailbox
from domain.taking_back import NotYourWords, OpeningStays, StillOnItsWay, TakenBackAlready
from services import letter_access as access
from services import letter_post as post
from services import letter_views as views
from services import public_posts
from services.letter_parties import holder_of
from services.outbox import Envelope, tell_chat
from storage import letter_entries, letters, outbox, people, relays
from storage.db import Tx
from storage.letter_entries import Entry
from texts import Text

_SHOWS_THE_THREAD = frozenset(
    {
        EventKind.HANDED_OVER,
        EventKind.ASSIGNED,
        EventKind.CLAIMED,
        EventKind.RELEASED,
        EventKind.BACK_TO_TRIAGE,
        EventKind.PASSED_ON,
    }
)
"""Events at which someone is shown all that was written so far, in messages of its own."""


async def take_back(tx: Tx, entry_id: int, by: Person, limits: Mailbox) -> Letter:
    """What was sent at once with this entry is gone: on the other side «taken back» stands in its place.

    Raises:
        LetterNotFound, NotYourLetter, LetterIsWithAnother
        LetterIsClosed, LetterWasReturned: the holder has had the last word.
        NotYourWords, OpeningStays, TakenBackAlready, TooLateToTakeBack, StillOnItsWay
    """
    letter, thread = await _found(tx, entry_id, by)
    gone = [entry for entry in thread if entry.shown_as == entry_id]
    _check(gone, thread, by, tx, limits)
    if gone[0].side is Side.HOLDER:
        check_open(letter)
    if await outbox.is_in_the_air(tx, letter.id, entry_id):
        raise StillOnItsWay
    await outbox.withdraw(tx, letter.id, entry_id)
    await _log(tx, letter, gone, by)
    await letter_entries.take_back(tx, [entry.id for entry in gone])
    left = [(each.side, each.written_at) for each in thread if each not in gone and each.taken_back_at is None]
    changed = rules.without(letter, left, await letters.last(tx, letter.id, EventKind.ASKED))
    await letters.save(tx, changed)
    await public_posts.refresh(tx, changed, has_new_words=True)
    await _cover(tx, letter, gone[0])
    if await _thread_was_shown(tx, letter, gone[0]):
        await _show_thread_anew(tx, changed, thread[0].id)
    return changed


async def _found(tx: Tx, entry_id: int, by: Person) -> tuple[Letter, list[Entry]]:
    letter_id = await letter_entries.letter_of(tx, entry_id)
    letter = await letters.get(tx, letter_id) if letter_id is not None else None
    if letter is None:
        raise LetterNotFound
    if letter.writer_id == by.id:
        letter = await access.of_writer(tx, letter.id, by)
    else:
        letter, _ = await access.to_act(tx, letter.id, by)
    return letter, await letter_entries.of_letter(tx, letter.id)


def _check(gone: Sequence[Entry], thread: Sequence[Entry], by: Person, tx: Tx, limits: Mailbox) -> None:
    if not gone or gone[0].author_id != by.id:
        raise NotYourWords
    if gone[0].id == thread[0].id:
        raise OpeningStays
    if gone[0].taken_back_at is not None:
        raise TakenBackAlready
    rules.check_in_time(gone[0].written_at, tx.now, limits.take_back_within_hours)


async def _log(tx: Tx, letter: Letter, gone: Sequence[Entry], by: Person) -> None:
    """A constituent's words are nobody's any more. Those of the committee's side stay, for the office to answer for."""
    kept = "\n".join(entry.text for entry in gone) if gone[0].side is Side.HOLDER else ""
    if gone[0].side is Side.WRITER:
        await letters.forget_edits(tx, letter.id, {entry.id for entry in gone})
    await letters.log(tx, letter.id, EventKind.TAKEN_BACK, by.id, entry=gone[0].id, text=kept)


async def _cover(tx: Tx, letter: Letter, gone: Entry) -> None:
    """In every message that shows it; those of its author are their own."""
    own = await people.address(tx, gone.author_id)
    for shown in await relays.of_entry(tx, gone.id):
        if own is None or shown["chat_id"] != own[0]:
            await _replace(tx, letter, shown["chat_id"], shown["message_id"])


async def _replace(tx: Tx, letter: Letter, chat_id: int, message_id: int) -> None:
    reader = await people.by_telegram(tx, chat_id)
    if reader is None:
        return
    said = Text("taken-back", number=letter.number)
    envelope = Envelope(edits=message_id, takes_back=True)
    await tell_chat(tx, chat_id, said, reader.language, envelope=envelope, person_id=reader.id)


# --- who was shown the whole thread meanwhile -------------------------------------------------------------------------


async def _thread_was_shown(tx: Tx, letter: Letter, gone: Entry) -> bool:
    events = await letters.events(tx, letter.id)
    return any(event["kind"] in _SHOWS_THE_THREAD and event["happened_at"] >= gone.written_at for event in events)


async def _show_thread_anew(tx: Tx, letter: Letter, first_id: int) -> None:
    """In the place of copies in which the words still stand."""
    chats = {address[0] for each in await post.readers(tx, letter) if (address := await people.address(tx, each))}
    for shown in await relays.of_entry(tx, first_id):
        if shown["chat_id"] in chats:
            await _replace(tx, letter, shown["chat_id"], shown["message_id"])
    thread = await letter_entries.of_letter(tx, letter.id)
    messages = [await post.opening(tx, "letter-so-far", letter), *await views.thread(tx, letter, thread)]
    attached = [each for entry in thread for each in entry.attachments]
    await post.deliver(tx, letter, await holder_of(tx, letter.desk), messages, attached, first_id)
