"""A file without what tells who made it and where: bytes in, bytes out.

What a reader sees stays; EXIF, GPS, authors, programs and paths go. What it is, its first bytes say, not its name.
"""

import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

PIXELS = 60_000_000
"""More than any phone's camera gives: a picture that unpacks to more is refused."""
ALL_PIXELS = 10 * PIXELS
"""Of all pictures in a document together."""
UNPACKED = 100 << 20
"""Bytes that a packed document may unpack to, with all that is packed within what it packs."""
PACKED_FILES = 3000
DEEPEST = 3
"""A document, one within it, one within that."""


class CannotClean(Exception):
    """It can't be read, is locked, too large, or of a sort that we don't clean."""


@dataclass
class Room:
    """What one file may still unpack to, however it is packed."""

    size: int = UNPACKED
    pixels: int = ALL_PIXELS
    parts: int = PACKED_FILES
    depth: int = 0

    def take(self, size: int = 0, pixels: int = 0, parts: int = 0) -> None:
        """Raises:
        CannotClean: there is not so much left.
        """
        self.size, self.pixels, self.parts = self.size - size, self.pixels - pixels, self.parts - parts
        if min(self.size, self.pixels, self.parts) < 0:
            raise CannotClean("unpacks to too much")


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


# --- pictures ---------------------------------------------------------------------------------------------------------

_ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}


def _picture(data: bytes, room: Room) -> tuple[bytes, str]:
    """Its pixels alone, upright, in the same format."""
    from PIL import Image, ImageOps

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        image = Image.open(BytesIO(data), formats=tuple(_ENDINGS))
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
    return file.getvalue(), _ENDINGS[form]


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


# --- PDF --------------------------------------------------------------------------------------------------------------

_PDF_TRACES = ("/Metadata", "/PieceInfo", "/LastModified", "/EmbeddedFiles", "/AF", "/Perms")


def _pdf(data: bytes, _: Room) -> tuple[bytes, str]:
    import pikepdf

    with pikepdf.open(BytesIO(data)) as pdf:
        for name in ("/Info", "/ID"):
            if name in pdf.trailer:
                del pdf.trailer[name]
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                _clean_pdf_stream(thing)
            _clean_pdf_thing(thing)
        file = BytesIO()
        pdf.save(file, deterministic_id=True)
    return file.getvalue(), "pdf"


def _clean_pdf_thing(thing: Any) -> None:
    """An object, and what stands within it; what it only refers to has its own turn."""
    import pikepdf

    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        _clean_pdf_entries(thing)
        within = [thing[name] for name in list(thing.keys())]
    elif isinstance(thing, pikepdf.Array):
        within = list(thing)
    else:
        return
    for part in within:
        if isinstance(part, pikepdf.Object) and not part.is_indirect:
            _clean_pdf_thing(part)


def _clean_pdf_entries(thing: Any) -> None:
    for name in _PDF_TRACES:
        if name in thing:
            del thing[name]
    # A note's author; a field of a form has its own name under the same key.
    if "/T" in thing and "/Subtype" in thing and str(thing["/Subtype"]) not in ("/Widget", "/Link"):
        del thing["/T"]


def _clean_pdf_stream(stream: Any) -> None:
    """A photo in a PDF is a whole JPEG, with all that the camera wrote into it."""
    if str(stream.get("/Filter", "")) in ("/DCTDecode", "[/DCTDecode]") or stream.get("/Filter") == ["/DCTDecode"]:
        parameters = stream.get("/DecodeParms")
        stream.write(jpeg_without_traces(stream.read_raw_bytes()), filter=stream["/Filter"], decode_parms=parameters)


# --- Word, Excel, PowerPoint ------------------------------------------------------------------------------------------

_DC = b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
_APP = b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
_CUSTOM = b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
_EMPTIED = {"docProps/core.xml": _DC, "docProps/app.xml": _APP, "docProps/custom.xml": _CUSTOM}

_NAMES_IN_XML: tuple[tuple[re.Pattern[bytes], bytes], ...] = (
    # Who commented or changed; Word and PowerPoint as attributes, Excel as elements.
    (re.compile(rb'(\b(?:w|w15|p15):(?:author|initials|userId)=)"[^"]*"'), rb'\1""'),
    (re.compile(rb"<author>[^<]*</author>"), b"<author></author>"),
    (re.compile(rb'(<p:cmAuthor\b[^>]*?\bname=)"[^"]*"'), rb'\1""'),
    (re.compile(rb'(<p:cmAuthor\b[^>]*?\binitials=)"[^"]*"'), rb'\1""'),
    (re.compile(rb'(<person\b[^>]*?\bdisplayName=)"[^"]*"'), rb'\1""'),
    (re.compile(rb'(<person\b[^>]*?\buserId=)"[^"]*"'), rb'\1""'),
    (re.compile(rb'(\buserName=)"[^"]*"'), rb'\1""'),
    # Where it lay on its writer's machine.
    (re.compile(rb'(\babsPath\b[^>]*?\burl=)"[^"]*"'), rb'\1""'),
    (re.compile(rb'(\bTarget=)"file:[^"]*"'), rb'\1"file:///"'),
    (re.compile(rb'(\bdescr=)"[A-Za-z]:\\[^"]*"'), rb'\1""'),
)
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_OFFICE = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}


def _office(data: bytes, room: Room) -> tuple[bytes, str]:
    if room.depth == DEEPEST:
        raise CannotClean("packed too deep")
    try:
        package = ZipFile(BytesIO(data))
    except BadZipFile:
        raise CannotClean("broken package") from None
    parts = package.infolist()
    ending = next((ending for name, ending in _OFFICE.items() if name in package.namelist()), None)
    if ending is None:
        raise CannotClean("no document of Office")
    room.take(size=sum(part.file_size for part in parts), parts=len(parts))
    room.depth += 1
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as cleaned:
        for part in parts:
            if not part.is_dir():
                cleaned.writestr(_unsigned(part), _part(part.filename, _unpacked(package, part), room))
    room.depth -= 1
    return file.getvalue(), ending


def _unpacked(package: ZipFile, part: ZipInfo) -> bytes:
    """No more than the package says: asked for all, zipfile unpacks first and looks at the size afterwards."""
    with package.open(part) as packed:
        return packed.read(part.file_size + 1)


def _unsigned(part: ZipInfo) -> ZipInfo:
    info = ZipInfo(part.filename, _LONG_AGO)
    info.compress_type = ZIP_DEFLATED
    return info


def _part(name: str, data: bytes, room: Room) -> bytes:
    """One part of the package without its traces.

    Raises:
        CannotClean: something else is packed in, with traces of its own.
    """
    if name in _EMPTIED:
        return _EMPTIED[name]
    ending = name.rpartition(".")[2].lower()
    if "printerSettings" in name:
        return b""
    if "/embeddings/" in name or ending in ("bin", "doc", "xls"):
        return clean(data, room)[0]
    if name.startswith("customXml/item") and "Props" not in name:
        return b"<x/>"
    if ending in ("xml", "rels"):
        for pattern, instead in _NAMES_IN_XML:
            data = pattern.sub(instead, data)
        return data
    if ending in ("jpg", "jpeg", "png", "webp"):
        return _picture(data, room)[0]
    return data


# --- plain text -------------------------------------------------------------------------------------------------------


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
    (b"\xff\xd8\xff", _picture),
    (b"\x89PNG\r\n", _picture),
    (b"WEBP", _picture),
    (b"%PDF-", _pdf),
    (b"PK\x03\x04", _office),
)
