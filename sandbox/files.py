"""Uploaded files, kept in memory: one content has one identity, however often and by whomever it is sent."""

import hashlib
import mimetypes
import struct
from base64 import urlsafe_b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sandbox.errors import refusal

Json = dict[str, Any]

MEGABYTE = 1 << 20
MAX_UPLOAD = 50 * MEGABYTE
MAX_PHOTO = 10 * MEGABYTE
MAX_DOWNLOAD = 20 * MEGABYTE
UNKNOWN_TYPE = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came in: a part of multipart/form-data, or made by a person's phone."""

    data: bytes
    name: str
    mime: str

    @classmethod
    def of(cls, data: bytes, name: str, mime: str | None = None) -> "Upload":
        """The type is guessed from the name where the sender says nothing of use."""
        said = mime if mime != UNKNOWN_TYPE else None
        return cls(data, name, said or mimetypes.guess_type(name)[0] or UNKNOWN_TYPE)


@dataclass(frozen=True, slots=True)
class Stored:
    """A kept file. `path` is what getFile answers; `kind` the field of Message it was sent as."""

    file_id: str
    unique_id: str
    kind: str
    path: str
    upload: Upload

    def reference(self) -> Json:
        """The three fields that every file type of the Bot API has."""
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": len(self.upload.data)}


@dataclass(slots=True)
class Files:
    """All files, by file_id and by path."""

    by_id: dict[str, Stored] = field(default_factory=dict)
    by_path: dict[str, Stored] = field(default_factory=dict)

    def keep(self, upload: Upload, kind: str, variant: str = "") -> Stored:
        """Keep a content as a file of this kind; `variant` names another size of the same picture.

        Raises:
            BotApiError: 413, larger than Telegram takes; 400, empty.
        """
        if not upload.data:
            raise refusal("file must be non-empty")
        if len(upload.data) > (MAX_PHOTO if kind == "photo" else MAX_UPLOAD):
            raise refusal("file is too big", 413)
        digest = hashlib.sha256(upload.data + kind.encode() + variant.encode()).digest()
        file_id = "BQAC" + urlsafe_b64encode(digest).decode().rstrip("=")
        if file_id not in self.by_id:
            self._add(file_id, digest, kind, upload)
        return self.by_id[file_id]

    def _add(self, file_id: str, digest: bytes, kind: str, upload: Upload) -> None:
        unique = urlsafe_b64encode(digest[:12]).decode()
        ending = upload.name.rpartition(".")[2] if "." in upload.name else "bin"
        path = f"{kind}s/file_{len(self.by_id)}.{ending}"
        stored = Stored(file_id, unique, kind, path, upload)
        self.by_id[file_id] = self.by_path[path] = stored

    def get(self, file_id: str) -> Stored:
        """Raises BotApiError 400 for an id that was never given out."""
        stored = self.by_id.get(file_id)
        if stored is None:
            raise refusal("wrong file identifier/HTTP URL specified")
        return stored

    def given(self, value: Upload | str, kind: str) -> Stored:
        """The file of a call: uploaded now, or named by the id of an earlier one of the same kind.

        Raises:
            BotApiError: 400, an unknown id, one of another kind, or an address (there is no network).
        """
        if isinstance(value, Upload):
            return self.keep(value, kind)
        if value.startswith(("http://", "https://")):
            raise refusal("failed to get HTTP URL content")
        stored = self.get(value)
        if stored.kind != kind:
            raise refusal(f"can't use file of type {stored.kind.title()} as {kind.title()}")
        return stored


def _png(data: bytes) -> tuple[int, int] | None:
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _gif(data: bytes) -> tuple[int, int] | None:
    width, height = struct.unpack("<HH", data[6:10])
    return width, height


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """From the frame header: markers C0 to CF but for C4, C8, CC."""
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4])
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None


def _webp(data: bytes) -> tuple[int, int] | None:
    """From the extended header, or the default where it is a simple file."""
    if data[12:16] != b"VP8X":
        return 512, 512
    return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")


PICTURES: Mapping[bytes, Callable[[bytes], tuple[int, int] | None]] = {
    b"\x89PNG": _png,
    b"GIF8": _gif,
    b"\xff\xd8\xff": _jpeg,
    b"RIFF": _webp,
}


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels, read from the header; None for what is no PNG, JPEG, GIF or WebP."""
    for magic, read in PICTURES.items():
        if data.startswith(magic) and len(data) >= 30:
            return read(data)
    return None
