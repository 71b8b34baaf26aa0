"""Pictures that stand in a paper: fetched from Telegram when the paper is sent, and made small enough for one file."""

import asyncio
from collections.abc import Sequence
from io import BytesIO

import structlog

from bot.api import ApiError, TelegramApi
from bot.cleaning_room import PIXELS

MOST_BYTES = 20_000_000
"""What Telegram lets a bot fetch."""
LONGEST_SIDE = 1200

log = structlog.get_logger()


async def fetched(api: TelegramApi, file_ids: Sequence[str]) -> dict[str, bytes]:
    """File id → the picture as JPEG; without those that Telegram does not give any more or that are none.

    Raises:
        ApiError, NoAnswer: try again.
    """
    pictures: dict[str, bytes] = {}
    for file_id in dict.fromkeys(file_ids):
        picture = await _picture(api, file_id)
        if picture is not None:
            pictures[file_id] = picture
    return pictures


async def _picture(api: TelegramApi, file_id: str) -> bytes | None:
    try:
        file = await api.call("getFile", file_id=file_id)
    except ApiError as refusal:
        if refusal.status == 400:
            log.info("picture-is-gone", error=refusal.description)
            return None
        raise
    data = await api.download(file["file_path"], MOST_BYTES)
    return None if data is None else await asyncio.to_thread(shrunk, data)


def shrunk(data: bytes) -> bytes | None:
    """The picture upright, at most ``LONGEST_SIDE`` pixels long, without what its camera noted; None: it is none."""
    # Here and not above: no start has to wait for it.
    from PIL import Image, ImageOps

    try:
        # Of all that Pillow reads: for some of the others it starts programs.
        with Image.open(BytesIO(data), formats=("JPEG", "PNG", "WEBP")) as opened:
            if opened.width * opened.height > PIXELS:
                return None
            # A JPEG can be unpacked small at once.
            opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            picture = ImageOps.exif_transpose(opened).convert("RGB")
    except Exception:  # Whatever Pillow raises over a broken file, it is none.
        return None
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    file = BytesIO()
    picture.save(file, "JPEG", quality=80)
    return file.getvalue()
