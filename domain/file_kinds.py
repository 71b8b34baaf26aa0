"""What a document is, by its first bytes and not by its name: programs are passed on to nobody, nor what pretends."""

from domain.refusals import Refusal

MOST_MEGABYTES = 20
"""As much as Telegram gives a bot: what is larger nobody can look into."""

PROGRAMS = (
    *(b"MZ", b"\x7fELF", b"#!", b"dex\n", b"L\x00\x00\x00\x01\x14\x02\x00"),
    *(b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf", b"\xce\xfa\xed\xfe", b"\xcf\xfa\xed\xfe"),
)
"""How programs of Windows, Linux, Android, Java and Apple begin, scripts, and Windows' links."""
PACKED_PROGRAMS = (b"AndroidManifest.xml", b"META-INF/MANIFEST.MF")
"""What an archive holds that is a program of Android or Java."""
OF_PROGRAMS = frozenset(
    (
        *("apk", "app", "appinstaller", "application", "appref-ms", "appx", "appxbundle", "bat", "chm", "cmd", "com"),
        *("command", "cpl", "deb", "desktop", "dll", "dmg", "exe", "gadget", "hlp", "hta", "img", "inf", "iso", "jar"),
        *("jnlp", "js", "jse", "library-ms", "lnk", "msc", "msi", "msix", "msixbundle", "msp", "mst", "pif", "pkg"),
        *("ps1", "psm1", "py", "pyw", "reg", "rpm", "scf", "scr", "sct", "search-ms", "settingcontent-ms", "sh", "url"),
        *("vb", "vbe", "vbs", "vhd", "vhdx", "ws", "wsc", "wsf", "wsh", "xll", "xpi"),
    )
)
"""Endings on which a press starts something, whatever is inside."""

_PACKED, _OLD_OFFICE = (b"PK\x03\x04",), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)
BEGINNINGS: dict[str, tuple[bytes, ...]] = {
    "pdf": (b"%PDF-",),
    "png": (b"\x89PNG\r\n",),
    "gif": (b"GIF8",),
    **dict.fromkeys(("jpg", "jpeg"), (b"\xff\xd8\xff",)),
    **dict.fromkeys(("docx", "xlsx", "pptx"), _PACKED),
    # Some programs write the new format, or plain text and pages, under the old ending: any that is no program will do.
    **dict.fromkeys(("doc", "xls", "ppt"), (*_OLD_OFFICE, *_PACKED, b"{\\rtf", b"<")),
}
"""By ending: how such a file begins."""
LOOKED_FOR_WITHIN = 1024
"""PDFs of some scanners have a few bytes before their beginning."""


class FileTooLarge(Refusal):
    """Argument: ``limit``, in megabytes."""

    text = "file-is-too-large"


def check_size(size: int | None) -> None:
    """Of a document, as Telegram tells it, in bytes.

    Raises:
        FileTooLarge
    """
    if size is not None and size > MOST_MEGABYTES << 20:
        raise FileTooLarge(limit=MOST_MEGABYTES)


def may_pass(data: bytes, ending: str) -> bool:
    """Is this neither a program nor something else than its name says? ``ending`` in small letters, without its dot."""
    if ending in OF_PROGRAMS or data.startswith(PROGRAMS):
        return False
    if data.startswith(_PACKED) and any(name in data for name in PACKED_PROGRAMS):
        return False
    beginnings = BEGINNINGS.get(ending)
    if beginnings is None:
        return True
    return any(beginning in data[:LOOKED_FOR_WITHIN] for beginning in beginnings)
