"""A file of an anonymous letter that can't be cleaned: it stays where it is, and nobody is left to wonder."""

from collections.abc import Sequence
from typing import Any

from services.outbox import About, Envelope, tell
from services.refused_files import replaced
from storage import anonymous_files
from storage.db import Row, Tx
from texts import Text


async def take_out(
    tx: Tx, row: Row, refused: Sequence[str], left: Sequence[dict[str, Any]], language: str
) -> dict[str, Any]:
    """An outbox row goes on with what is ``left`` of its media, or with a sentence; its content from now on.

    The writer is told once for each file.
    """
    known = await anonymous_files.among(tx, refused)
    for file_id, about in known.items():
        if await anonymous_files.refuse(tx, file_id):
            news = Text("letter-file-not-passed-on", number=about["number"])
            await tell(tx, about["writer_id"], news, envelope=Envelope(about=About(about["letter_id"])))
    number = next(about["number"] for about in known.values())
    sentence = Text("letter-file-is-missing", number=number, count=len(refused))
    return await replaced(tx, row, sentence, left, language)
