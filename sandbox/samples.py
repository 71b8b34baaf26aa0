"""Small valid files and values, for people who send something without saying what."""

import struct
import zlib
from typing import Any


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int = 64, height: int = 48, color: tuple[int, int, int] = (46, 117, 182)) -> bytes:
    """A picture of one colour."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\0" + bytes(color) * width) * height
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")


# For kinds with a file (name, bytes), for the others the fields of the kind.
SAMPLES: dict[str, Any] = {
    "photo": ("photo.png", png()),
    "sticker": ("sticker.png", png(512, 512)),
    "document": ("材料.txt", "联系群众情况说明\n".encode()),
    "voice": ("voice.ogg", b"OggS\0\2" + bytes(58)),
    "audio": ("audio.mp3", b"ID3\3\0\0\0\0\0\0" + bytes(64)),
    "video": ("video.mp4", b"\0\0\0\x18ftypisom\0\0\2\0isomiso2" + bytes(64)),
    "video_note": ("note.mp4", b"\0\0\0\x18ftypisom\0\0\2\0isomiso3" + bytes(64)),
    "animation": ("animation.mp4", b"\0\0\0\x18ftypisom\0\0\2\0isomiso4" + bytes(64)),
    "location": {"latitude": 32.0, "longitude": 120.27},
    "venue": {"latitude": 32.0, "longitude": 120.27, "title": "委员之家", "address": "人民路1号"},
    "contact": {"phone_number": "+8613800000000", "first_name": "王秀英"},
    "poll": {"question": "哪天方便？", "options": [{"text": "周三"}, {"text": "周五"}]},
    "dice": {},
}
