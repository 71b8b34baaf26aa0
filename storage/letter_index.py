"""What letters are found by, kept in the transaction that changes them.

A letter's tokens are words of its texts (``domain.bigrams``) and, told apart by their colon, marks: whose it is, who
held it, its number, its month. Marks let the index answer a person's search by the few letters that are theirs.
A token stays when its word leaves a topic: what is found is looked at before it is shown.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from domain import bigrams
from domain.letters import Letter
from storage.db import Tx

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


def whole(letter: Letter, texts: Sequence[str] = ()) -> str:
    """The tokens of a letter with these texts, as they are stored."""
    return _together(*_marks(letter), *bigrams.tokens("\n".join([letter.topic, *texts])))


# --- keeping it -------------------------------------------------------------------------------------------------------


async def begin(tx: Tx, letter: Letter) -> None:
    """A letter without entries yet."""
    await tx.run(
        "INSERT INTO letter_index (letter_id, tokens) VALUES (:letter_id, :tokens)",
        letter_id=letter.id,
        tokens=whole(letter),
    )


async def extend(tx: Tx, letter_id: int, text: str) -> None:
    """A new entry's words."""
    if words := bigrams.tokens(text):
        await tx.run(
            "UPDATE letter_index SET tokens = tokens || ' ' || CAST(:words AS TEXT) WHERE letter_id = :letter_id",
            letter_id=letter_id,
            words=_together(*words),
        )


async def follow(tx: Tx, letter: Letter) -> None:
    """A letter about to be saved: another holder, another topic."""
    await tx.run(
        """
        UPDATE letter_index SET tokens = tokens || ' ' || CAST(:more AS TEXT)
        WHERE letter_id = :id AND EXISTS (SELECT 1 FROM letters WHERE id = :id AND
              (member_id IS DISTINCT FROM CAST(:member_id AS BIGINT)
               OR unit_id IS DISTINCT FROM CAST(:unit_id AS BIGINT) OR topic <> :topic))
        """,
        id=letter.id,
        member_id=letter.member_id,
        unit_id=letter.unit_id,
        topic=letter.topic,
        more=_together(*_held(letter), *bigrams.tokens(letter.topic)),
    )


async def renew(tx: Tx, entry_id: int) -> None:
    """An entry was changed: what nobody can read any more is not found any more."""
    row = await tx.one(
        """
        SELECT i.letter_id, i.tokens, l.topic FROM letter_entries e
        JOIN letter_index i ON i.letter_id = e.letter_id JOIN letters l ON l.id = e.letter_id WHERE e.id = :entry_id
        """,
        entry_id=entry_id,
    )
    if row is None:
        return
    marks = [token for token in row["tokens"].split() if ":" in token]
    texts = await tx.all("SELECT text FROM letter_entries WHERE letter_id = :id ORDER BY id", id=row["letter_id"])
    words = bigrams.tokens("\n".join([row["topic"], *(each["text"] for each in texts)]))
    await tx.run(
        "UPDATE letter_index SET tokens = :tokens WHERE letter_id = :letter_id",
        letter_id=row["letter_id"],
        tokens=_together(*marks, *words),
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
