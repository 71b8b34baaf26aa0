"""The thread of a letter: one entry for each message of its writer or of who holds it, with what came with it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from domain.letter_pieces import Attachment, Piece
from domain.letters import Side
from storage import anonymous_files, letter_index, relays
from storage.db import Row, Tx
from storage.seal import sealed


@dataclass(frozen=True)
class Entry:
    """One message of the thread. ``author_member_id`` is set when the author is a member, ``unit`` and ``unit_id`` when
    they wrote in a unit's name, ``sent_with_id`` when it was sent at once with an entry before it: what others were
    shown of it stands under that one."""

    id: int
    letter_id: int
    author_id: int
    author_name: str = field(repr=False)
    author_member_id: int | None
    side: Side
    text: str = field(repr=False)
    written_at: datetime
    edited_at: datetime | None
    sent_with_id: int | None = None
    taken_back_at: datetime | None = None
    unit: str | None = None
    unit_id: int | None = None
    attachments: tuple[Attachment, ...] = ()

    @property
    def shown_as(self) -> int:
        """The entry under which messages to others show this one."""
        return self.sent_with_id or self.id


_ENTRY = """
    SELECT e.id, e.letter_id, e.author_id, p.name AS author_name, m.id AS author_member_id, e.side, e.text,
           e.written_at, e.edited_at, e.sent_with_id, e.taken_back_at, u.name AS unit, e.unit_id
    FROM letter_entries e JOIN people p ON p.id = e.author_id LEFT JOIN members m ON m.person_id = e.author_id
         LEFT JOIN units u ON u.id = e.unit_id
"""
_ATTACHMENT = "SELECT a.entry_id, a.kind, a.file_id, a.file_name, a.album, a.latitude, a.longitude FROM attachments a"


async def add(
    tx: Tx,
    letter_id: int,
    author_id: int,
    side: Side,
    piece: Piece,
    *,
    sent_with_id: int | None = None,
    unit_id: int | None = None,
    is_found: bool = False,
) -> int:
    """Keep a message in the thread, and remember where it stands in its author's chat; the entry's id.

    ``is_found``: the letter was added with this text.
    """
    number: int = await tx.value(
        """
        INSERT INTO letter_entries (letter_id, author_id, unit_id, side, text, written_at, chat_id, message_id,
                                    sent_with_id)
        VALUES (:letter_id, :author_id, :unit_id, :side, :text, :now, :chat_id, :message_id, :sent_with_id)
        RETURNING id
        """,
        letter_id=letter_id,
        author_id=author_id,
        unit_id=unit_id,
        side=side.value,
        text=sealed(piece.text),
        now=tx.now,
        chat_id=piece.chat_id,
        message_id=piece.message_id,
        sent_with_id=sent_with_id,
    )
    if not is_found:
        await letter_index.extend(tx, letter_id, piece.text)
    if piece.attachment:
        await _attach(tx, number, piece.attachment)
        await anonymous_files.note(tx, letter_id, side, piece.attachment)
    if piece.chat_id is not None and piece.message_id is not None:
        await relays.add(tx, piece.chat_id, [piece.message_id], letter_id, number)
    return number


async def change(tx: Tx, entry_id: int, text: str, attachment: Attachment | None) -> None:
    """What an edit changes."""
    await tx.run(
        "UPDATE letter_entries SET text = :text, edited_at = :now WHERE id = :id",
        text=sealed(text),
        now=tx.now,
        id=entry_id,
    )
    await letter_index.renew(tx, entry_id)
    await tx.run("DELETE FROM attachments WHERE entry_id = :id", id=entry_id)
    if attachment:
        await _attach(tx, entry_id, attachment)
        of = await tx.one("SELECT letter_id, side FROM letter_entries WHERE id = :id", id=entry_id)
        assert of is not None
        await anonymous_files.note(tx, of["letter_id"], Side(of["side"]), attachment)


async def take_back(tx: Tx, entry_ids: Iterable[int]) -> None:
    """Nothing is left of these but that there was something."""
    for entry_id in entry_ids:
        await tx.run(
            "UPDATE letter_entries SET text = :text, taken_back_at = :now WHERE id = :id",
            text=sealed(""),
            now=tx.now,
            id=entry_id,
        )
        await letter_index.renew(tx, entry_id)
        await tx.run("DELETE FROM attachments WHERE entry_id = :id", id=entry_id)


async def of_letter(tx: Tx, letter_id: int) -> list[Entry]:
    """The whole thread, in order."""
    rows = await tx.all(_ENTRY + "WHERE e.letter_id = :letter_id ORDER BY e.id", letter_id=letter_id)
    attached = await tx.all(
        _ATTACHMENT + " JOIN letter_entries e ON e.id = a.entry_id WHERE e.letter_id = :letter_id ORDER BY a.id",
        letter_id=letter_id,
    )
    return [_entry(row, attached) for row in rows]


async def of_message(tx: Tx, chat_id: int, message_id: int) -> Entry | None:
    """The entry that this message of its author's chat became."""
    row = await tx.one(
        _ENTRY + "WHERE e.chat_id = :chat_id AND e.message_id = :message_id", chat_id=chat_id, message_id=message_id
    )
    if row is None:
        return None
    return _entry(row, await tx.all(_ATTACHMENT + " WHERE a.entry_id = :id ORDER BY a.id", id=row["id"]))


async def author_of(tx: Tx, entry_id: int) -> int | None:
    author: int | None = await tx.value("SELECT author_id FROM letter_entries WHERE id = :id", id=entry_id)
    return author


async def newest_of(tx: Tx, letter_id: int, author_id: int) -> int:
    """The entry under which the last that this author wrote was shown to others; 0 when there is none."""
    row = await tx.one(
        """
        SELECT id, sent_with_id FROM letter_entries WHERE letter_id = :letter_id AND author_id = :author_id
        ORDER BY id DESC LIMIT 1
        """,
        letter_id=letter_id,
        author_id=author_id,
    )
    return (row["sent_with_id"] or row["id"]) if row else 0


async def letter_of(tx: Tx, entry_id: int) -> int | None:
    """The letter that an entry stands in."""
    number: int | None = await tx.value("SELECT letter_id FROM letter_entries WHERE id = :id", id=entry_id)
    return number


async def of_album(tx: Tx, author_id: int, album: str) -> Row | None:
    """``id``, ``letter_id``, ``side`` and ``sent_with_id`` of this author's entry that began the album."""
    return await tx.one(
        """
        SELECT e.id, e.letter_id, e.side, e.sent_with_id
        FROM attachments a JOIN letter_entries e ON e.id = a.entry_id
        WHERE a.album = :album AND e.author_id = :author_id ORDER BY e.id LIMIT 1
        """,
        album=album,
        author_id=author_id,
    )


async def _attach(tx: Tx, entry_id: int, attachment: Attachment) -> None:
    await tx.run(
        """
        INSERT INTO attachments (entry_id, kind, file_id, file_name, album, latitude, longitude)
        VALUES (:entry_id, :kind, :file_id, :file_name, :album, :latitude, :longitude)
        """,
        entry_id=entry_id,
        **vars(attachment) | {"file_name": sealed(attachment.file_name)},
    )


def _entry(row: Row, attached: list[Row]) -> Entry:
    mine = tuple(
        Attachment(**{name: value for name, value in other.items() if name != "entry_id"})
        for other in attached
        if other["entry_id"] == row["id"]
    )
    return Entry(**(row | {"side": Side(row["side"])}), attachments=mine)
