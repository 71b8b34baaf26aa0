"""Letters in a line or two, for tests: written, and what each person was told, as they read it."""

from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

from domain.letter_pieces import Attachment, Piece
from domain.letters import Letter
from domain.people import Member, Person
from domain.settings import Committee, Mailbox
from services import letters
from services.letters import NewLetter, Receipt
from storage.db import Tx
from texts import Texts, unpack

COMMITTEE = Committee(name="政协示例县委员会", code="JJ")
LIMITS = Mailbox(letters_per_day=0, newcomer_letters_per_day=0)
TEXTS = Texts.load(ZoneInfo("Asia/Shanghai"))
PHOTO = Attachment("photo", "file-1")


async def receipt_of(
    tx: Tx,
    writer: Person,
    to: Member | None,
    *pieces: Piece | str,
    anonymous: bool = False,
    draft_id: int | None = None,
) -> Receipt:
    new = NewLetter(to.id if to else None, anonymous, as_pieces(*pieces), draft_id)
    return await letters.submit(tx, writer, new, LIMITS, COMMITTEE)


async def write(tx: Tx, writer: Person, to: Member | None, *pieces: Piece | str, anonymous: bool = False) -> Letter:
    """A letter, submitted."""
    return (await receipt_of(tx, writer, to, *(pieces or ("村口的路灯坏了。",)), anonymous=anonymous)).letter


def as_pieces(*pieces: Piece | str) -> Sequence[Piece]:
    return [piece if isinstance(piece, Piece) else Piece(piece) for piece in pieces]


async def owed(tx: Tx, person: Person) -> list[dict[str, Any]]:
    """The outbox rows of one person, in order."""
    return await tx.all(
        "SELECT content_json, letter_id, entry_id, chat_id FROM outbox WHERE person_id = :id ORDER BY id", id=person.id
    )


async def told(tx: Tx, person: Person) -> list[str]:
    """What one person reads, in order; "photo" and the like for what comes without words."""
    return [_read(row["content_json"]) for row in await owed(tx, person)]


def _read(content: dict[str, Any]) -> str:
    if "media" in content:
        return " ".join(piece["kind"] for piece in content["media"])
    return TEXTS.plain("zh", unpack(content["text"]))


async def last_told(tx: Tx, person: Person) -> str:
    return (await told(tx, person))[-1]


def buttons(row: dict[str, Any]) -> list[str]:
    """Labels under a message."""
    return [TEXTS.plain("zh", unpack(each["label"])) for line in row["content_json"]["buttons"] for each in line]


async def log_of(tx: Tx, letter: Letter) -> list[str]:
    """The kinds of all that happened to a letter."""
    rows = await tx.all("SELECT kind FROM letter_events WHERE letter_id = :id ORDER BY id", id=letter.id)
    return [row["kind"] for row in rows]
