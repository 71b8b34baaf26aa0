"""PDFs without who made or signed them, what is attached, and what cameras wrote into their photos."""

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

from bot.cleaning_pictures import jpeg_2000_without_traces, jpeg_without_traces
from bot.cleaning_room import Room

_TRACES = (
    *("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/SpiderInfo"),
    # Attached files, also those behind a note.
    *("/EmbeddedFiles", "/AF", "/EF", "/FS"),
    # Certificates of who signed.
    *("/Perms", "/DSS"),
)
_OF_A_FILE = ("/F", "/UF", "/DOS", "/Mac", "/Unix", "/Desc", "/Win")
"""Where it lay on its writer's machine, and what it was called."""
_TO_FILES = ("/Launch", "/GoToR", "/GoToE")


def pdf(data: bytes, _: Room) -> tuple[bytes, str]:
    import pikepdf

    with pikepdf.open(BytesIO(data)) as opened:
        for name in ("/Info", "/ID"):
            if name in opened.trailer:
                del opened.trailer[name]
        for thing in opened.objects:
            if isinstance(thing, pikepdf.Stream):
                _clean_picture(opened, thing)
            _clean_thing(thing)
        file = BytesIO()
        opened.save(file, deterministic_id=True)
    return file.getvalue(), "pdf"


def _clean_thing(thing: Any) -> None:
    """An object, and what stands within it; what it only refers to has its own turn."""
    import pikepdf

    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        _clean_entries(thing)
        within = [thing[name] for name in list(thing.keys())]
    elif isinstance(thing, pikepdf.Array):
        within = list(thing)
    else:
        return
    for part in within:
        if isinstance(part, pikepdf.Object) and not part.is_indirect:
            _clean_thing(part)


def _clean_entries(thing: Any) -> None:
    _without(thing, _TRACES)
    if _is(thing, "/Type", "/Filespec", "/F") or _is(thing, "/S", *_TO_FILES):
        _without(thing, _OF_A_FILE)
    # The signature itself; what is seen of it on the page stays.
    if _is(thing, "/FT", "/Sig"):
        _without(thing, ("/V",))
    if "/ByteRange" in thing:
        _without(thing, [name for name in thing.keys() if name != "/Type"])  # noqa: SIM118  # no mapping of Python's
    # A note's author; a field of a form has its own name under the same key.
    if "/T" in thing and "/Subtype" in thing and not _is(thing, "/Subtype", "/Widget", "/Link"):
        _without(thing, ("/T",))


def _is(thing: Any, name: str, *values: str) -> bool:
    return name in thing and str(thing[name]) in values


def _without(thing: Any, names: Any) -> None:
    for name in names:
        if name in thing:
            del thing[name]


_PICTURES: Mapping[str, Callable[[bytes], bytes]] = {
    "/DCTDecode": jpeg_without_traces,
    "/DCT": jpeg_without_traces,
    "/JPXDecode": jpeg_2000_without_traces,
}
"""A photo in a PDF is a whole file, with all that the camera wrote into it."""


def _clean_picture(opened: Any, stream: Any) -> None:
    """Whatever it is packed in besides, it is unpacked first."""
    import pikepdf

    filters, parameters = _listed(stream.get("/Filter")), _listed(stream.get("/DecodeParms"))
    if not filters or (without_traces := _PICTURES.get(str(filters[-1]))) is None:
        return
    data = stream.read_raw_bytes()
    for place, packing in enumerate(filters[:-1]):
        within = pikepdf.Stream(opened, data)
        within.Filter = packing
        if place < len(parameters) and isinstance(parameters[place], pikepdf.Dictionary):
            within.DecodeParms = parameters[place]
        data = within.read_bytes()
    stream.write(without_traces(data), filter=filters[-1], decode_parms=parameters[-1] if parameters else None)


def _listed(entry: Any) -> list[Any]:
    """One or several, as a list."""
    import pikepdf

    if entry is None:
        return []
    return list(entry) if isinstance(entry, pikepdf.Array) else [entry]
