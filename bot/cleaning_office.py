"""Word, Excel and PowerPoint without who wrote, changed, commented and signed them, and where they lay."""

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from bot.cleaning_pictures import WITHIN, redrawn
from bot.cleaning_room import DEEPEST, CannotClean, Room

Clean = Callable[[bytes, Room], tuple[bytes, str]]
"""What cleans any file: for one that is packed into another."""

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_OFFICE = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}


def office(data: bytes, room: Room, clean: Clean) -> tuple[bytes, str]:
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
                cleaned.writestr(_unsigned(part), _part(part.filename, _unpacked(package, part), room, clean))
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


# --- its parts --------------------------------------------------------------------------------------------------------

_CORE = b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
_APP = b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
_CUSTOM = b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
_LABELS = b'<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata"/>'
_SIGNATURE = b'<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>'

_EMPTIED: tuple[tuple[re.Pattern[str], bytes], ...] = (
    # Of programs other than Microsoft's under a name of their own.
    (re.compile(r"docprops/core[^/]*\.xml|.*\.psmdcp"), _CORE),
    (re.compile(r"docprops/app[^/]*\.xml"), _APP),
    (re.compile(r"docprops/custom[^/]*\.xml"), _CUSTOM),
    (re.compile(r"docmetadata/.*\.xml"), _LABELS),
    (re.compile(r"_xmlsignatures/.*\.xml"), _SIGNATURE),
    (re.compile(r"_xmlsignatures/(?!_rels/).*|.*printersettings.*"), b""),
    (re.compile(r"customxml/item(?!props)[^/]*\.xml"), b"<x/>"),
)
"""By their names, in small letters: parts of which nothing is seen."""
_SEEN_AS_IT_IS = frozenset({"odttf", "fntdata", "ttf", "wmf"})
"""Fonts, and drawings in a format that has no room for a name."""
_PICTURES = frozenset({"jpg", "jpeg", "jpe", "jfif", "png", "webp", "gif", "bmp", "tif", "tiff", "tmp"})


def _part(name: str, data: bytes, room: Room, clean: Clean) -> bytes:
    """One part of the package without its traces.

    Raises:
        CannotClean: something else is packed in, with traces of its own.
    """
    small = name.lower()
    for names, instead in _EMPTIED:
        if names.fullmatch(small):
            return instead
    ending = small.rpartition(".")[2]
    if ending in ("xml", "rels", "vml"):
        return xml_without_names(data)
    if ending in _PICTURES:
        return redrawn(data, room, WITHIN)[0]
    if ending == "svg":
        return _drawing(data)
    if ending == "emf":
        return _metafile(data)
    # A document, or of a sort that is not known: a recording, a signature, a program.
    return data if ending in _SEEN_AS_IT_IS else clean(data, room)[0]


def _drawing(data: bytes) -> bytes:
    """Inkscape and others keep their own notes in it."""
    for pattern in (rb"<!--.*?-->", rb"<(?:\w+:)?metadata\b.*?</(?:\w+:)?metadata>"):
        data = re.sub(pattern, b"", data, flags=re.DOTALL)
    return re.sub(rb"((?:docname|export-filename)=)" + _VALUE, rb'\1""', xml_without_names(data))


def _metafile(data: bytes) -> bytes:
    """Its description, which names the program and the file, is blank."""
    length, start = int.from_bytes(data[60:64], "little"), int.from_bytes(data[64:68], "little")
    end = start + 2 * length
    return data[:start] + bytes(len(data[start:end])) + data[end:] if length else data


# --- names within XML -------------------------------------------------------------------------------------------------

_VALUE = rb"""\s*(?:"[^"]*"|'[^']*')"""


def _attributes(*names: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"(\s(?:[\w.-]+:)?(?:" + b"|".join(names) + rb")\s*=)" + _VALUE)


_NAMES = _attributes(
    *(b"author", b"initials", b"userId", b"userName", b"refreshedBy", b"lastEditedBy", b"lastModifiedBy"),
    # Where it lay, or what it is fed from, on its writer's machine.
    *(b"sourceFile", b"odcFile"),
)
_NAMED_TAGS = re.compile(
    rb"<(?:[\w.-]+:)?(?:author|cmAuthor|chgData|person|presenceInfo|absPath|Attribution|dbPr)\b[^>]*>"
)
_IN_NAMED_TAGS = _attributes(b"name", b"initials", b"displayName", b"userId", b"url", b"connection")
_AUTHOR = re.compile(rb"(<(?:[\w.-]+:)?(author|creator|lastModifiedBy)>)[^<]*(?=</)")
_GONE = (
    re.compile(rb"<([\w.-]+:docVars)\b.*?</\1>", re.DOTALL),
    # By these two documents of one writer are known to be.
    re.compile(rb"<([\w.-]+:rsids)\b.*?</\1>", re.DOTALL),
    re.compile(rb"\s[\w.-]+:rsid\w*\s*=" + _VALUE),
    re.compile(rb"<[\w.-]+:(?:docId|revisionPtr)\b[^>]*/>"),
)

# A picture's name is the file that it came from.
_PICTURE_TAGS = re.compile(rb"<(?:[\w.-]+:)?(?:cNvPr|docPr|imagedata|fill)\b[^>]*>")
_FILE_NAME = re.compile(
    rb"""(\s(?:[\w.-]+:)?(?:name|descr|title)\s*=)\s*("[^"]*"|'[^']*')""",
)
_LOOKS_LIKE_FILE = re.compile(
    rb"""[\\/]|^.[A-Za-z][A-Za-z ]*:|\.(?:jpe?g|png|gif|bmp|tiff?|webp|heic|svg|emf|wmf).$""", re.IGNORECASE
)

_RELATIONS = re.compile(rb"<(?:[\w.-]+:)?Relationship\b[^>]*>")
_TARGET = re.compile(rb"""(\sTarget\s*=\s*)("[^"]*"|'[^']*')""")
_EXTERNAL = re.compile(rb"""\sTargetMode\s*=\s*["']External["']""")
_ON_THE_NET = re.compile(rb"""^["'](?:https?|mailto|tel):""", re.IGNORECASE)


def xml_without_names(data: bytes) -> bytes:
    """XML without whom it names as author, and without paths."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:4]:
        data = _narrow(data)
    data = _NAMES.sub(rb'\1""', data)
    data = _NAMED_TAGS.sub(lambda tag: _IN_NAMED_TAGS.sub(rb'\1""', tag[0]), data)
    data = _AUTHOR.sub(rb"\1", data)
    for pattern in _GONE:
        data = pattern.sub(b"", data)
    data = _PICTURE_TAGS.sub(lambda tag: _FILE_NAME.sub(_without_file_name, tag[0]), data)
    return _RELATIONS.sub(lambda tag: _not_outside(tag[0]), data)


def _narrow(data: bytes) -> bytes:
    """In UTF-8, whatever of the two-byte encodings it was in."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-16-be" if data[0] == 0 else "utf-16-le"
    text = data.decode(encoding)
    return re.sub(r"^(<\?xml[^>]*?)\s+encoding=(\"[^\"]*\"|'[^']*')", r"\1", text).encode()


def _without_file_name(attribute: re.Match[bytes]) -> bytes:
    return attribute[1] + b'""' if _LOOKS_LIKE_FILE.search(attribute[2]) else attribute[0]


def _not_outside(tag: bytes) -> bytes:
    """A relation to a file of its writer's machine leads nowhere; one to the net stays."""
    target = _TARGET.search(tag)
    is_file = target is not None and target[2][1:6].lower() == b"file:"
    is_outside = target is not None and _EXTERNAL.search(tag) and not _ON_THE_NET.match(target[2])
    return _TARGET.sub(rb'\1"file:///"', tag) if is_file or is_outside else tag
