"""Notes beside a letter, between its holder and the office. Its writer is never shown one, whatever else they are.

A message that shows a note names no letter's number and is tied to none: a reply to it can't go out as an answer.
"""

from domain.letter_steps import may_act, speaks_for
from domain.letters import OFFICE_DESK, Letter, NotYourLetter
from domain.people import Person
from domain.refusals import Refusal
from domain.short_words import check_words
from services import letter_access as access
from services.letter_parties import OFFICE, holder_of, member_named, unit_named
from services.letter_post import note_button, topic_of
from services.outbox import Button, tell
from storage import letter_notes
from storage.db import Row, Tx
from texts import Text

NEWEST = 10
"""Notes on a letter's page, the newest."""


class NoteIsEmpty(Refusal):
    text = "note-is-empty"


async def check_may_note(tx: Tx, letter_id: int, by: Person) -> Letter:
    """A letter that this person may write a note on, open or over.

    Raises:
        LetterNotFound, NotYourLetter, LetterIsWithAnother
    """
    letter, _ = await access.to_act(tx, letter_id, by)
    if letter.writer_id == by.id:
        raise NotYourLetter
    return letter


async def add(tx: Tx, letter_id: int, by: Person, text: str) -> Letter:
    """Keep a note and show it to the others at the desk.

    Raises:
        LetterNotFound, NotYourLetter, LetterIsWithAnother
        NoteIsEmpty, WordsAreTooLong
    """
    text = check_words(text)
    if not text:
        raise NoteIsEmpty
    letter = await check_may_note(tx, letter_id, by)
    unit_id = speaks_for(letter, await access.actor(tx, by)).unit_id
    await letter_notes.add(tx, letter.id, by.id, unit_id, text)
    (*_, note) = await letter_notes.of_letter(tx, letter.id)
    said = Text("note-written", topic=topic_of(letter), who=_author(note), text=text)
    named = {"number": letter.number, "topic": topic_of(letter)}
    open_it = Button("button-letter", does=f"letter-open:{letter.id}", args=named)
    for person_id in await _desk(tx, letter, but=by.id):
        await tell(tx, person_id, said, buttons=[[open_it], [note_button(letter)]])
    return letter


async def shown_to(tx: Tx, letter: Letter, viewer: Person) -> Text | None:
    """The newest notes, for the letter's page; None when there is none for this person."""
    who = await access.actor(tx, viewer)
    if letter.writer_id == viewer.id or not may_act(letter, who):
        return None
    notes = (await letter_notes.of_letter(tx, letter.id))[-NEWEST:]
    lines = [Text("note-line", at=note["written_at"], who=_author(note), text=note["text"]) for note in notes]
    return Text("notes-of-letter", topic=topic_of(letter), lines=lines) if lines else None


async def _desk(tx: Tx, letter: Letter, *, but: int) -> list[int]:
    """The holder and the office, each once, without its author and without who wrote the letter."""
    everyone = [*(await holder_of(tx, letter.desk)).person_ids, *(await holder_of(tx, OFFICE_DESK)).person_ids]
    return [each for each in dict.fromkeys(everyone) if each not in (but, letter.writer_id)]


def _author(note: Row) -> Text:
    if note["unit"] is not None:
        return unit_named(note["unit"])
    return member_named(note["author_name"]) if note["author_member_id"] is not None else OFFICE
