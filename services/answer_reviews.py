"""An answer that the office looks at before it goes out: sent on, returned with a reason, or put in other words.

No message here names the letter's number or is tied to it: a reply to one can't go out to the letter's writer.
"""

from collections.abc import Sequence
from dataclasses import replace

from domain.answer_reviews import AnswerIsDecided, AnswerNotFound, DraftState
from domain.letter_pieces import Piece, attachments, check_whole, parts, replaced, whole_text
from domain.letter_steps import check_open
from domain.letters import (
    OFFICE_DESK,
    Letter,
    LetterIsClosed,
    LetterIsWithAnother,
    LetterNotFound,
    LetterWasReturned,
    LetterWasWithdrawn,
    NotYourLetter,
)
from domain.people import Person, Role, check_role
from domain.refusals import Refusal
from domain.settings import Mailbox
from domain.short_words import check_words
from services import letter_access as access
from services import letters
from services.letter_parties import holder_of, member_named
from services.letter_post import topic_of
from services.outbox import Button, Buttons, media_of, tell
from storage import answer_drafts, letter_entries, people
from storage import letters as stored_letters
from storage.answer_drafts import AnswerDraft
from storage.db import Tx
from texts import Text

LISTED = 8
"""Answers that wait, shown at once."""

WENT_ANOTHER_WAY = (
    LetterIsClosed,
    LetterIsWithAnother,
    LetterWasReturned,
    LetterWasWithdrawn,
    NotYourLetter,
    LetterNotFound,
)
"""Why an answer can't go out any more."""


class ReturnWantsAReason(Refusal):
    text = "answer-return-wants-a-reason"


# --- the member -------------------------------------------------------------------------------------------------------


async def submit(
    tx: Tx, letter_id: int, by: Person, pieces: Sequence[Piece], limits: Mailbox, *, asks: bool = False
) -> Letter:
    """To the office first. ``asks``: it is a question to the writer.

    Raises:
        LetterNotFound, NotYourLetter, LetterIsWithAnother, LetterIsClosed, LetterWasReturned
        LetterIsEmpty, LetterIsTooLong, TooManyAttachments
    """
    check_whole(pieces, limits)
    letter, _ = await access.to_act(tx, letter_id, by)
    check_open(letter)
    await _show_office(tx, await answer_drafts.add(tx, letter.id, by.id, pieces, is_question=asks))
    return letter


async def add_to_album(tx: Tx, by: Person, piece: Piece) -> bool:
    """A later piece of an album that waits for the office's look. False when none of this album does."""
    found = await _with_album(tx, by, piece.album)
    draft = await _held(tx, found.id) if found else None
    if draft is None or draft.state is not DraftState.WAITING:
        return False
    await answer_drafts.rewrite(tx, draft.id, [*draft.pieces, piece])
    for person_id in (await holder_of(tx, OFFICE_DESK)).person_ids:
        await tell(tx, person_id, None, media=media_of(attachments([piece])))
    return True


async def _with_album(tx: Tx, by: Person, album: str | None) -> AnswerDraft | None:
    if album is None:
        return None
    waiting = await answer_drafts.waiting_of_author(tx, by.id)
    return next((draft for draft in waiting if any(piece.album == album for piece in draft.pieces)), None)


async def has_album(tx: Tx, by: Person, album: str | None) -> bool:
    return await _with_album(tx, by, album) is not None


async def edit(tx: Tx, by: Person, edited: Piece, limits: Mailbox) -> bool:
    """A message that waits for the office's look was edited: the office is shown it anew. False when none was.

    Raises:
        LetterIsTooLong
    """
    for one in await answer_drafts.waiting_of_author(tx, by.id):
        if replaced(one.pieces, edited) is None:
            continue
        draft = await _held(tx, one.id)
        pieces = replaced(draft.pieces, edited) if draft else None
        if draft is None or pieces is None or draft.state is not DraftState.WAITING:
            return False
        check_whole(pieces, limits)
        await answer_drafts.rewrite(tx, draft.id, pieces)
        await _show_office(tx, replace(draft, pieces=pieces))
        return True
    return False


async def returned(tx: Tx, draft_id: int, by: Person) -> AnswerDraft:
    """One's own answer that did not go out, to be offered again.

    Raises:
        AnswerNotFound
        AnswerIsDecided: it went out, or waits.
    """
    draft = await answer_drafts.get(tx, draft_id)
    if draft is None or draft.author_id != by.id:
        raise AnswerNotFound
    if draft.state not in (DraftState.RETURNED, DraftState.DROPPED):
        raise AnswerIsDecided(became=Text(f"answer-became-{draft.state.value}"))
    return draft


# --- the office -------------------------------------------------------------------------------------------------------


async def waiting(tx: Tx, by: Person) -> list[tuple[AnswerDraft, Letter]]:
    """The oldest answers that wait, with their letters. What can't go out any more is dropped on the way.

    Raises:
        NotForYourRole
    """
    check_role(by, Role.OFFICE)
    return [(draft, await access.known(tx, draft.letter_id)) for draft in await answer_drafts.waiting(tx, LISTED)]


async def card(tx: Tx, draft_id: int, by: Person) -> tuple[list[Text], AnswerDraft]:
    """The answer as the office decides on it.

    Raises:
        NotForYourRole, AnswerNotFound, AnswerIsDecided
    """
    draft = _checked(await answer_drafts.get(tx, draft_id), by)
    return await _messages(tx, draft), draft


async def approve(tx: Tx, draft_id: int, by: Person, limits: Mailbox) -> Refusal | None:
    """Out it goes, in its author's name; None. Or why it can't any more: then its author has the words back.

    Raises:
        NotForYourRole, AnswerNotFound, AnswerIsDecided
    """
    draft = await _to_decide(tx, draft_id, by)
    author = await people.get(tx, draft.author_id)
    try:
        letter = await letters.answer(tx, draft.letter_id, author, draft.pieces, limits, asks=draft.is_question)
    except WENT_ANOTHER_WAY as refusal:
        await _drop(tx, draft, by.id)
        return refusal
    await answer_drafts.decide(tx, draft.id, DraftState.SENT, by.id)
    entry_id = await letter_entries.newest_of(tx, letter.id, author.id)
    undo = [[Button("button-take-back", does=f"take-back:{entry_id}")]] if limits.take_back_within_hours else []
    said = Text("answer-approved", topic=topic_of(letter), text=_words(draft))
    await tell(tx, author.id, said, buttons=undo)
    return None


async def send_back(tx: Tx, draft_id: int, by: Person, reason: str) -> AnswerDraft:
    """Back to the member, with what the office thinks of it.

    Raises:
        NotForYourRole, AnswerNotFound, AnswerIsDecided
        ReturnWantsAReason, WordsAreTooLong
    """
    reason = check_words(reason)
    if not reason:
        raise ReturnWantsAReason
    draft = await _to_decide(tx, draft_id, by)
    await answer_drafts.decide(tx, draft.id, DraftState.RETURNED, by.id, reason)
    letter = await access.known(tx, draft.letter_id)
    said = Text("answer-returned", topic=topic_of(letter), reason=reason, text=_words(draft))
    await tell(tx, draft.author_id, said, buttons=_again(draft))
    return draft


async def reword(tx: Tx, draft_id: int, by: Person, text: str, limits: Mailbox) -> AnswerDraft:
    """The office puts it in other words; what is attached stays. Its author reads them when it goes out.

    Raises:
        NotForYourRole, AnswerNotFound, AnswerIsDecided
        LetterIsEmpty, LetterIsTooLong
    """
    draft = await _to_decide(tx, draft_id, by)
    pieces = [Piece(text), *(Piece(attachment=each) for each in attachments(draft.pieces))]
    check_whole(pieces, limits)
    await answer_drafts.rewrite(tx, draft.id, pieces)
    return replace(draft, pieces=pieces)


async def letter_went_on(tx: Tx, letter: Letter) -> None:
    """It has another holder, or is over: what waits for it does not go out, and its authors have their words back."""
    for draft in await answer_drafts.waiting_of_letter(tx, letter.id):
        author = await access.actor(tx, await people.get(tx, draft.author_id))
        if letter.is_over or author.member is None or letter.member_id != author.member.id:
            await _drop(tx, draft, None)


async def _drop(tx: Tx, draft: AnswerDraft, by_id: int | None) -> None:
    await answer_drafts.decide(tx, draft.id, DraftState.DROPPED, by_id)
    letter = await access.known(tx, draft.letter_id)
    await tell(tx, draft.author_id, Text("answer-dropped", topic=topic_of(letter), text=_words(draft)))


async def _to_decide(tx: Tx, draft_id: int, by: Person) -> AnswerDraft:
    """Of two who decide at once the second finds it decided."""
    return _checked(await _held(tx, draft_id), by)


async def _held(tx: Tx, draft_id: int) -> AnswerDraft | None:
    """An answer, kept from others by its letter's row: who sends it out, or drops it, holds that one as well."""
    draft = await answer_drafts.get(tx, draft_id)
    if draft is None:
        return None
    await stored_letters.get_to_change(tx, draft.letter_id)
    return await answer_drafts.get(tx, draft_id)


def _checked(draft: AnswerDraft | None, by: Person) -> AnswerDraft:
    check_role(by, Role.OFFICE)
    if draft is None:
        raise AnswerNotFound
    if draft.state is not DraftState.WAITING:
        raise AnswerIsDecided(became=Text(f"answer-became-{draft.state.value}"))
    return draft


# --- what is shown ----------------------------------------------------------------------------------------------------


async def _show_office(tx: Tx, draft: AnswerDraft) -> None:
    *before, last = await _messages(tx, draft)
    for person_id in (await holder_of(tx, OFFICE_DESK)).person_ids:
        for message in before:
            await tell(tx, person_id, message)
        await tell(tx, person_id, last, buttons=buttons(draft), media=media_of(attachments(draft.pieces)))


async def _messages(tx: Tx, draft: AnswerDraft) -> list[Text]:
    letter = await access.known(tx, draft.letter_id)
    who = member_named(await people.name_of(tx, draft.author_id))
    first, *more = parts(whole_text(draft.pieces))
    key = "question-to-look-at" if draft.is_question else "answer-to-look-at"
    opening = Text(key, topic=topic_of(letter), who=who, text=first or Text("see-attachments"))
    return [opening, *(Text("write-preview-continued", text=part) for part in more)]


def buttons(draft: AnswerDraft) -> Buttons:
    """What the office can do with it."""
    return [
        [Button("button-answer-approve", does=f"answer-approve:{draft.id}")],
        [
            Button("button-answer-return", does=f"answer-return:{draft.id}"),
            Button("button-answer-reword", does=f"answer-reword:{draft.id}"),
        ],
        [Button("button-whole-letter", does=f"letter-open:{draft.letter_id}")],
    ]


def _again(draft: AnswerDraft) -> Buttons:
    return [[Button("button-answer-again", does=f"answer-again:{draft.id}")]]


def _words(draft: AnswerDraft) -> str | Text:
    return parts(whole_text(draft.pieces))[0] or Text("see-attachments")
