"""Pictures without what cameras and programs write into them."""

import warnings
from io import BytesIO

from bot.cleaning_room import PIXELS, CannotClean, Room

ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
WITHIN = (*ENDINGS, "GIF", "BMP", "TIFF")
"""Formats of pictures within documents."""


def picture(data: bytes, room: Room) -> tuple[bytes, str]:
    """Its pixels alone, upright, in the same format, and its ending."""
    cleaned, form = redrawn(data, room, tuple(ENDINGS))
    return cleaned, ENDINGS[form]


def redrawn(data: bytes, room: Room, formats: tuple[str, ...]) -> tuple[bytes, str]:
    """The pixels alone, upright, and the format, one of these.

    Raises:
        CannotClean: too large, or it moves.
    """
    from PIL import Image, ImageOps

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        image = Image.open(BytesIO(data), formats=formats)
        if image.width * image.height > PIXELS or getattr(image, "n_frames", 1) > 1:
            raise CannotClean("too large, or it moves")
        room.take(pixels=image.width * image.height)
        form = image.format or ""
        pixels = ImageOps.exif_transpose(image)
        mode = "RGBA" if "transparency" in pixels.info else "RGB" if pixels.mode == "CMYK" else pixels.mode
        pixels = pixels.convert(mode)
        # What an encoder would carry over: comment, profile, XMP.
        pixels.info = {}
        file = BytesIO()
        pixels.save(file, form, quality=90)
    return file.getvalue(), form


# --- without drawing them anew ----------------------------------------------------------------------------------------

_JPEG_TRACES = frozenset({*range(0xE1, 0xEE), 0xEF, 0xFE})
"""APP1 to APP13, APP15 and comments; APP0 and Adobe's APP14 say how to read the colours."""
_START_OF_SCAN = 0xDA


def jpeg_without_traces(data: bytes) -> bytes:
    """The same compressed pixels without the segments of cameras and programs.

    Raises:
        CannotClean
    """
    if data[:2] != b"\xff\xd8":
        raise CannotClean("no JPEG")
    kept, at = [data[:2]], 2
    while at + 4 <= len(data):
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4])
        if data[at] != 0xFF or length < 2:
            raise CannotClean("broken JPEG")
        if marker == _START_OF_SCAN:
            end = data.rfind(b"\xff\xd9")
            # Behind its end some cameras put a second picture with its own traces.
            return b"".join([*kept, data[at:] if end < 0 else data[at : end + 2]])
        if marker not in _JPEG_TRACES:
            kept.append(data[at : at + 2 + length])
        at += 2 + length
    raise CannotClean("broken JPEG")


_JPEG_2000_BOXES = frozenset({b"jP  ", b"ftyp", b"rreq", b"jp2h", b"jp2c"})


def jpeg_2000_without_traces(data: bytes) -> bytes:
    """Its boxes that hold the pixels and how to read them; what else was put beside them goes.

    Raises:
        CannotClean
    """
    if data.startswith(b"\xff\x4f\xff\x51"):  # pixels alone
        return data
    kept, at = [], 0
    while at + 8 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        if length == 1:
            length = int.from_bytes(data[at + 8 : at + 16])
        end = len(data) if length == 0 else at + length
        if end < at + 8 or end > len(data):
            raise CannotClean("broken JPEG 2000")
        if kind in _JPEG_2000_BOXES:
            kept.append(data[at:end])
        at = end
    return b"".join(kept)
