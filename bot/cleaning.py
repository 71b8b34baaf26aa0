"""A file without what tells who made it and where: bytes in, bytes out.

What a reader sees stays; EXIF, GPS, authors, programs, signatures and paths go. What it is, its first bytes say, not
its name.
"""

from collections.abc import Callable

from bot.cleaning_office import office
from bot.cleaning_pdf import pdf
from bot.cleaning_pictures import picture
from bot.cleaning_room import CannotClean, Room

__all__ = ["CannotClean", "clean"]


def clean(data: bytes, room: Room | None = None) -> tuple[bytes, str]:
    """The file without its traces, and the ending of its kind of file.

    Raises:
        CannotClean
    """
    for magic, cleaner in _CLEANERS:
        if magic in data[:16]:
            try:
                return cleaner(data, room or Room())
            except CannotClean:
                raise
            except Exception as fault:  # Whatever such a library raises over a broken file, nothing goes out uncleaned.
                raise CannotClean(type(fault).__name__) from None
    return _text(data)


def _text(data: bytes) -> tuple[bytes, str]:
    """Words and nothing else: there is nothing in them that nobody sees."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if all(char.isprintable() or char in "\r\n\t\f" for char in text):
            return data, "txt"
    raise CannotClean("unknown sort of file")


_CLEANERS: tuple[tuple[bytes, Callable[[bytes, Room], tuple[bytes, str]]], ...] = (
    (b"\xff\xd8\xff", picture),
    (b"\x89PNG\r\n", picture),
    (b"WEBP", picture),
    (b"%PDF-", pdf),
    (b"PK\x03\x04", lambda data, room: office(data, room, clean)),
)
