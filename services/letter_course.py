"""The course of a letter: read, handed over, settled, judged."""

from collections.abc import Sequence
from typing import Any

from domain import letter_steps as rules
from domain.letter_pieces import Piece, attachments
from domain.letters import UNREAD, Actor, Desk, EventKind, Grade, Letter, Outcome
from domain.people import Person
from domain.short_words import check_words as check_words  # others still look for it here
from services import answer_reviews, group_posts, public_posts
from services import letter_access as access
from services import letter_moves as moves
from services import letter_post as post
from services.letter_parties import writer_named
from services.letters import Receipt, author_named, keep_of_holder, seen
from services.outbox import About
from storage import letters
from storage.db import Tx
from texts import Text


async def look_at(tx: Tx, letter_id: int, by: Person) -> Letter:
    """The holder takes an open letter in hand: it is read from now on.

    Raises:
        LetterNotFound
        NotYourLetter
        LetterIsWithAnother
        LetterIsClosed
    """
    letter, who = await access.to_act(tx, letter_id, by)
    rules.check_open(letter)
    return await seen(tx, letter, who)


async def opened(tx: Tx, letter_id: int, by: Person) -> tuple[Letter, Actor]:
    """A letter looked at by its writer, its holder or the office; read from now on if it is the holder.

    Raises:
        LetterNotFound
        LetterIsWithAnother
    """
    letter, who = await access.to_see(tx, letter_id, by)
    if letter.state in UNREAD and rules.holds(letter, who):
        letter, who = await access.to_act(tx, letter_id, by)
        letter = await seen(tx, letter, who)
    return letter, who


# --- another holder ---------------------------------------------------------------------------------------------------


async def hand_over(tx: Tx, letter_id: int, by: Person, to: Desk, reason: str = "") -> Receipt:
    """Someone else's desk holds it from now on. Both sides and the writer are told.

    Raises:
        LetterNotFound
        NotYourLetter
        LetterIsWithAnother
        LetterIsClosed
        AlreadyWithThem
        MemberDoesNotServe
        MemberIsAway
        UnitIsUnknown, UnitHasNobody
        WordsAreTooLong
    """
    reason = check_words(reason)
    await moves.check_may_hold(tx, to)
    letter, who = await access.to_act(tx, letter_id, by)
    letter = await seen(tx, letter, who)
    return await moves.move(tx, letter, to, by, EventKind.HANDED_OVER, reason)


# --- the end ----------------------------------------------------------------------------------------------------------


async def settle(
    tx: Tx, letter_id: int, by: Person, pieces: Sequence[Piece] = (), *, outcome: Outcome | None = None
) -> Letter:
    """The holder ends the matter and says with what outcome, with closing words or without; the writer is asked whether
    it helped.

    Raises:
        LetterNotFound
        NotYourLetter
        LetterIsWithAnother
        LetterIsClosed
    """
    letter, who = await access.to_act(tx, letter_id, by)
    settled = rules.settle(await seen(tx, letter, who), tx.now, outcome)
    await letters.save(tx, settled)
    await answer_reviews.letter_went_on(tx, settled)
    await group_posts.ended(tx, letter, settled)
    entry_id = await keep_of_holder(tx, letter, who, pieces) if pieces else None
    unit_id = rules.speaks_for(letter, who).unit_id
    await letters.log(tx, letter.id, EventKind.SETTLED, by.id, unit_id=unit_id, outcome=outcome)
    await public_posts.refresh(tx, settled, has_new_words=bool(pieces))
    key = "letter-settled-with-words" if pieces else "letter-settled"
    came = Text("settled-with-outcome", outcome=outcome_named(outcome)) if outcome else ""
    opening = Text(key, number=letter.number, who=await author_named(tx, letter, who), outcome=came)
    messages = post.whole(letter, opening, pieces)
    await _ask_for_grade(tx, settled, messages, pieces, entry_id)
    if not rules.holds(letter, who):
        closed = Text("letter-settled-by-office", number=letter.number)
        await post.tell_holders(tx, letter, letter.desk, closed, but=by.id)
    return settled


async def say_outcome(tx: Tx, letter_id: int, by: Person, outcome: Outcome) -> Letter:
    """What came of a letter, said after it was settled; the writer is told. Said twice it is told once.

    Raises:
        LetterNotFound, NotYourLetter, LetterIsWithAnother
        LetterIsNotSettled
    """
    letter, who = await access.to_act(tx, letter_id, by)
    said = rules.say_outcome(letter, outcome)
    if said == letter:
        return letter
    await letters.save(tx, said)
    unit_id = rules.speaks_for(letter, who).unit_id
    await letters.log(tx, letter.id, EventKind.OUTCOME, by.id, unit_id=unit_id, outcome=outcome)
    news = Text("letter-outcome-is", number=letter.number, outcome=outcome_named(outcome))
    await post.show(tx, letter.writer_id, [news], about=About(letter.id))
    return said


async def solved(tx: Tx, letter_id: int, by: Person) -> Letter:
    """The writer says that the matter is at its end, and is asked whether it helped.

    Raises:
        LetterNotFound
        LetterIsClosed
    """
    letter = await access.of_writer(tx, letter_id, by)
    settled = rules.settle(letter, tx.now, Outcome.SOLVED)
    await letters.save(tx, settled)
    await answer_reviews.letter_went_on(tx, settled)
    await group_posts.ended(tx, letter, settled)
    await letters.log(tx, letter.id, EventKind.SETTLED, by.id, outcome=Outcome.SOLVED)
    await public_posts.refresh(tx, settled)
    who = await writer_named(tx, letter)
    await post.tell_holders(tx, letter, letter.desk, Text("letter-solved", number=letter.number, who=who))
    await _ask_for_grade(tx, settled, [Text("letter-thank-you-for-solved", number=letter.number)], (), None)
    return settled


def outcome_named(outcome: Outcome) -> Text:
    """已解决, 部分解决, 已作解释 …"""
    return Text(f"outcome-{outcome.value}")


async def _ask_for_grade(
    tx: Tx, letter: Letter, messages: Sequence[Text], pieces: Sequence[Piece], entry_id: int | None
) -> None:
    about, buttons = About(letter.id, entry_id), post.grade_buttons(letter)
    await post.show(tx, letter.writer_id, messages, attachments(pieces), about=about, buttons=buttons)


async def grade(tx: Tx, letter_id: int, by: Person, given: Grade) -> Letter:
    """The writer's judgement. Given twice it is told once; given anew it is changed.

    Raises:
        LetterNotFound: it is not theirs.
        LetterIsNotSettled
    """
    letter = await access.of_writer(tx, letter_id, by)
    graded = rules.grade(letter, given)
    if graded != letter:
        await letters.save(tx, graded)
        await _tell_of_grade(tx, graded, by, "letter-graded", grade=Text(f"grade-{given.value}"))
    return graded


async def add_words(tx: Tx, letter_id: int, by: Person, words: str) -> Letter:
    """The writer's free sentence beside the grade.

    Raises:
        LetterNotFound
        LetterIsNotSettled
        NotGradedYet
        WordsAreTooLong
    """
    words = check_words(words)
    letter = rules.add_words(await access.of_writer(tx, letter_id, by), words)
    await letters.save(tx, letter)
    await _tell_of_grade(tx, letter, by, "letter-grade-has-words", words=words)
    return letter


async def _tell_of_grade(tx: Tx, letter: Letter, by: Person, key: str, **told: Any) -> None:
    assert letter.helped is not None
    await letters.log(
        tx, letter.id, EventKind.GRADED, by.id, grade=letter.helped.value, words=letter.helped_words or ""
    )
    await public_posts.refresh(tx, letter)
    text = Text(key, number=letter.number, who=await writer_named(tx, letter), **told)
    await post.tell_holders(tx, letter, letter.desk, text)
