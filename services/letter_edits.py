"""What is corrected in a letter: an edited message reaches the other side, or the office first."""

from dataclasses import dataclass, replace

from domain import letter_steps as rules
from domain.anonymity import check_anonymous
from domain.letter_pieces import Piece, attachments, topic
from domain.letters import OFFICE_DESK, EventKind, Letter, Side
from domain.people import NotForYourRole, Person
from domain.settings import Mailbox
from services import letter_access as access
from services import letter_post as post
from services import letter_watch as watch
from services import public_posts
from services.letter_parties import writer_named
from services.letters import NO_WORDS, author_of
from storage import letter_entries, letters
from storage.db import Tx
from storage.letter_entries import Entry
from texts import Text


@dataclass(frozen=True)
class Edited:
    """A letter in which something was edited. ``is_held``: the office looks at the new words first."""

    letter: Letter
    is_held: bool


async def edit(tx: Tx, by: Person, edited: Piece, limits: Mailbox = NO_WORDS) -> Edited | None:
    """Someone edited a message of theirs. If it belongs to a letter (that one comes back), the other side is told.

    The log keeps the old text. What arrives without a change (a live location that moves on) tells nobody.

    Raises:
        YouAreKeptOut, CannotGoAnonymously
        NotForYourRole: they wrote for the committee, and have left it.
    """
    assert edited.chat_id is not None
    assert edited.message_id is not None
    entry = await letter_entries.of_message(tx, edited.chat_id, edited.message_id)
    if entry is None or entry.author_id != by.id:
        return None
    has_new_file = _has_new_file(entry, edited)
    if entry.text == edited.text and not has_new_file:
        return None
    letter = await letters.get_to_change(tx, entry.letter_id)
    assert letter is not None
    if entry.side is Side.WRITER:
        await watch.check_let_in(tx, by)
        if letter.is_anonymous:
            check_anonymous([edited])
    elif not rules.may_correct(entry.unit_id, await access.actor(tx, by)):
        raise NotForYourRole
    await _correct(tx, letter, entry, edited)
    await public_posts.refresh(tx, letter, has_new_words=True)
    before = letter.desk
    if entry.side is Side.WRITER:
        letter = await _looked_at(tx, await access.known(tx, letter.id), edited, limits)
        await watch.alarm(tx, letter, by, [edited], limits)
    await _tell_of_edit(tx, letter, entry, edited, with_file=has_new_file)
    return Edited(letter, is_held=letter.desk != before)


async def _looked_at(tx: Tx, letter: Letter, edited: Piece, limits: Mailbox) -> Letter:
    """An open letter whose new words want a look goes to the office; of one that is over, the office is told."""
    held = watch.held_words([edited], letter.desk, limits)
    if not held:
        return letter
    if letter.is_over:
        return rules.put_on(letter, OFFICE_DESK)
    moved = rules.hand_over(letter, OFFICE_DESK, tx.now)
    await letters.save(tx, moved)
    await watch.hold(tx, moved, letter.desk, held, was_there=True)
    return moved


async def is_kept(tx: Tx, piece: Piece) -> bool:
    """Is this message part of a letter that is out?"""
    assert piece.chat_id is not None
    assert piece.message_id is not None
    return await letter_entries.of_message(tx, piece.chat_id, piece.message_id) is not None


def _has_new_file(entry: Entry, edited: Piece) -> bool:
    old = entry.attachments[0].file_id if entry.attachments else None
    return edited.attachment is not None and edited.attachment.file_id != old


async def _correct(tx: Tx, letter: Letter, entry: Entry, edited: Piece) -> None:
    # A name that its writer takes out of the first sentence must leave the topic line as well, and then the index.
    if letter.topic and letter.topic == topic(entry.text):
        await letters.save(tx, replace(letter, topic=topic(edited.text)))
    await letter_entries.change(tx, entry.id, edited.text, edited.attachment)
    await letters.log(tx, letter.id, EventKind.EDITED, entry.author_id, entry=entry.id, old=entry.text)


async def _tell_of_edit(tx: Tx, letter: Letter, entry: Entry, edited: Piece, *, with_file: bool) -> None:
    is_writer = entry.side is Side.WRITER
    who = await writer_named(tx, letter) if is_writer else author_of(entry)
    messages = post.whole(letter, Text("letter-edited", number=letter.number, who=who), [edited])
    attached = attachments([edited]) if with_file else []
    others = await post.readers(tx, letter) if is_writer else [letter.writer_id]
    for person_id in others:
        await post.show_edit(tx, person_id, letter, entry.shown_as, messages, attached)
