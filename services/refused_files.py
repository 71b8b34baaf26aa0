"""A document that must not be passed on: it stays where it is, and nobody is left to wonder."""

from collections.abc import Sequence
from typing import Any

from services.outbox import About, Envelope, tell, tell_chat
from storage import letter_entries, outbox, people
from storage.db import Row, Tx
from texts import Text, pack


async def take_out(
    tx: Tx, row: Row, count: int, left: Sequence[dict[str, Any]], language: str, *, tells_author: bool
) -> dict[str, Any]:
    """An outbox row goes on with what is ``left`` of its media, or with a sentence; its content from now on.

    ``tells_author``: who wrote the letter's entry is told as well.
    """
    content = await replaced(tx, row, Text("file-not-passed-on", count=count), left, language)
    if tells_author and row["entry_id"] is not None:
        await _tell_author(tx, row, count)
    return content


async def replaced(tx: Tx, row: Row, sentence: Text, left: Sequence[dict[str, Any]], language: str) -> dict[str, Any]:
    """The row with what is ``left``, and the sentence after it or in its place; its content from now on."""
    address = await people.address(tx, row["person_id"]) if row["person_id"] is not None else None
    language = address[1] if address else language
    content: dict[str, Any] = {**row["content_json"], "media": list(left)}
    if not left:
        content = {"text": pack(sentence), "language": language, "buttons": []}
    await outbox.rewrite(tx, row["id"], content)
    if left:
        await tell_chat(tx, row["chat_id"], sentence, language, person_id=row["person_id"])
    return content


async def _tell_author(tx: Tx, row: Row, count: int) -> None:
    author = await letter_entries.author_of(tx, row["entry_id"])
    if author is not None and author != row["person_id"]:
        about = Envelope(about=About(row["letter_id"]))
        await tell(tx, author, Text("your-file-not-passed-on", count=count), envelope=about)
