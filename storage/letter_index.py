"""What letters are found by, kept in the transaction that changes them.

A letter's tokens are words of its texts (``domain.bigrams``, each replaced by what stands for it where the database is
sealed) and, told apart by their colon, marks: whose it is, who
held it, its number, its month. Marks let the index answer a person's search by the few letters that are theirs.
A token stays when its word leaves a topic: what is found is looked at before it is shown.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from domain import bigrams
from domain.letters import Letter
from storage.db import Tx
from storage.seal import Seal

# --- marks ------------------------------------------------------------------------------------------------------------


def written_by(person_id: int) -> str:
    return f"w:{person_id}"


def signed_by(person_id: int) -> str:
    """Written by them, and not anonymously."""
    return f"s:{person_id}"


def held_by(member_id: int) -> str:
    """Now or once."""
    return f"h:{member_id}"


def held_by_unit(unit_id: int) -> str:
    """Now or once."""
    return f"u:{unit_id}"


def numbered(number: str) -> str:
    return f"n:{number.replace('-', '').lower()}"


def received_in(month: date) -> str:
    """By the month in UTC."""
    return f"m:{month:%Y%m}"


def whole(seal: Seal, letter: Letter, texts: Sequence[str] = ()) -> str:
    """The tokens of a letter with these texts, as they are stored."""
    return _together(*_marks(letter), *_words(seal, letter.topic, *texts))


def is_of(seal: Seal, tokens: str, *texts: str) -> bool:
    """May these stored tokens be those of a letter with these texts?"""
    return set(_words(seal, *texts)) <= set(tokens.split())


def sought(tx: Tx, word: str) -> list[str]:
    """What stands in the index of every letter in which this word stands."""
    return [tx.seal.token(each) for each in bigrams.wanted(word)]


def _words(seal: Seal, *texts: str) -> list[str]:
    return [seal.token(each) for each in bigrams.tokens("\n".join(texts))]


# --- keeping it -------------------------------------------------------------------------------------------------------


async def begin(tx: Tx, letter: Letter, texts: Sequence[str]) -> None:
    """A new letter, whose first entries have these texts."""
    await tx.run(
        "INSERT INTO letter_index (letter_id, tokens) VALUES (:letter_id, :tokens)",
        letter_id=letter.id,
        tokens=whole(tx.seal, letter, texts),
    )


async def extend(tx: Tx, letter_id: int, text: str) -> None:
    """A new entry's words."""
    if words := _words(tx.seal, text):
        await tx.run(
            "UPDATE letter_index SET tokens = tokens || ' ' || CAST(:words AS TEXT) WHERE letter_id = :letter_id",
            letter_id=letter_id,
            words=_together(*words),
        )


async def follow(tx: Tx, letter: Letter) -> None:
    """A letter about to be saved: another holder, another topic."""
    was = await tx.one("SELECT member_id, unit_id, topic FROM letters WHERE id = :id", id=letter.id)
    if was is None or was == {"member_id": letter.member_id, "unit_id": letter.unit_id, "topic": letter.topic}:
        return
    await tx.run(
        "UPDATE letter_index SET tokens = tokens || ' ' || CAST(:more AS TEXT) WHERE letter_id = :id",
        id=letter.id,
        more=_together(*_held(letter), *_words(tx.seal, letter.topic)),
    )


async def renew(tx: Tx, entry_id: int) -> None:
    """An entry was changed: what nobody can read any more is not found any more."""
    letter_id = await tx.value("SELECT letter_id FROM letter_entries WHERE id = :entry_id", entry_id=entry_id)
    if letter_id is not None:
        await renew_letter(tx, letter_id)


async def renew_letter(tx: Tx, letter_id: int) -> None:
    """Its words anew, from what it says now; its marks stay."""
    row = await tx.one(
        "SELECT i.tokens, l.topic FROM letter_index i JOIN letters l ON l.id = i.letter_id WHERE l.id = :id",
        id=letter_id,
    )
    if row is None:
        return
    marks = [token for token in row["tokens"].split() if ":" in token]
    texts = await tx.all("SELECT text FROM letter_entries WHERE letter_id = :id ORDER BY id", id=letter_id)
    await tx.run(
        "UPDATE letter_index SET tokens = :tokens WHERE letter_id = :letter_id",
        letter_id=letter_id,
        tokens=_together(*marks, *_words(tx.seal, row["topic"], *(each["text"] for each in texts))),
    )


async def pass_to(tx: Tx, old_id: int, new_id: int) -> None:
    """One person turns out to be another: the letters of the first are the second's."""
    await tx.run(
        """
        UPDATE letter_index SET tokens = tokens || ' ' || CAST(:mark AS TEXT)
        WHERE letter_id IN (SELECT id FROM letters WHERE writer_id = :old_id)
        """,
        mark=written_by(new_id),
        old_id=old_id,
    )
    await tx.run(
        """
        UPDATE letter_index SET tokens = tokens || ' ' || CAST(:mark AS TEXT)
        WHERE letter_id IN (SELECT id FROM letters WHERE writer_id = :old_id AND is_anonymous = FALSE)
        """,
        mark=signed_by(new_id),
        old_id=old_id,
    )


def _marks(letter: Letter) -> list[str]:
    signed = [] if letter.is_anonymous else [signed_by(letter.writer_id)]
    month = received_in(_in_utc(letter.received_at))
    return [written_by(letter.writer_id), *signed, *_held(letter), numbered(letter.number), month]


def _held(letter: Letter) -> list[str]:
    member = [held_by(letter.member_id)] if letter.member_id is not None else []
    return [*member, *([held_by_unit(letter.unit_id)] if letter.unit_id is not None else [])]


def _in_utc(moment: datetime) -> date:
    return moment.astimezone(UTC).date()


def _together(*tokens: str) -> str:
    return " ".join(tokens)
