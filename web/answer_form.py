"""What a department's page sends: words, and files within bounds. Nothing of it is written to a disk."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field

from starlette.datastructures import UploadFile
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser
from starlette.requests import Request

from domain.answer_files import MOST_BYTES, MOST_FILES, FilesAreTooLarge
from domain.refusals import Refusal
from domain.visible import visible

LARGEST_WORDS = 1 << 16
"""Bytes: more than the longest answer takes, percent-encoded."""
LARGEST_FORM = MOST_BYTES + 2 * LARGEST_WORDS
FIELDS = 10
SECONDS = 120.0
"""For the slowest line with the largest files; a form without files takes a part of a second."""


class FormIsTooLarge(Refusal):
    text = "page-too-much"


@dataclass(frozen=True)
class Sent:
    """``files``: the name of each as its sender calls it, and its bytes."""

    words: str = field(default="", repr=False)
    files: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)


class _InMemory(MultiPartParser):
    spool_max_size = LARGEST_FORM


async def read(request: Request) -> Sent:
    """The form of this request.

    Raises:
        FormIsTooLarge, FilesAreTooLarge: the rest is not read.
        TimeoutError, ClientDisconnect
        MultiPartException: no browser sends such a thing.
    """
    async with asyncio.timeout(SECONDS):
        if request.headers.get("Content-Type", "").startswith("multipart/form-data"):
            too_large = FilesAreTooLarge(limit=MOST_BYTES >> 20)
            stream = _bounded(request, LARGEST_FORM, too_large)
            limits = {"max_files": MOST_FILES + 1, "max_fields": FIELDS, "max_part_size": LARGEST_WORDS}
            form = await _InMemory(request.headers, stream, **limits).parse()
        else:
            form = await FormParser(request.headers, _bounded(request, LARGEST_WORDS, FormIsTooLarge())).parse()
    words = form.get("answer", "")
    # Browsers end lines with CR LF, which would count twice.
    said = visible(words.replace("\r\n", "\n").replace("\0", "")) if isinstance(words, str) else ""
    sent = [each for each in form.getlist("files") if isinstance(each, UploadFile)]
    files = [(each.filename or "", await each.read()) for each in sent]
    await form.close()
    # A field for files that was left empty comes as a file without a name.
    return Sent(said, tuple((name, data) for name, data in files if name or data))


async def _bounded(request: Request, most: int, refusal: Refusal) -> AsyncGenerator[bytes, None]:
    taken = 0
    async for chunk in request.stream():
        taken += len(chunk)
        if taken > most:
            raise refusal
        yield chunk


__all__ = ["FormIsTooLarge", "MultiPartException", "Sent", "read"]
