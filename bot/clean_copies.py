"""Clean copies of files that Telegram keeps for us."""

import asyncio

from bot.api import ApiError, TelegramApi
from bot.cleaning import CannotClean
from bot.cleaning_apart import clean_apart

MOST_BYTES = 20 << 20
"""As much as Telegram lets a bot download."""

TYPES = {
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "txt": "text/plain",
}
"""By the ending that the cleaning gives."""


class CleanCopies:
    """Fetches and cleans, one file after the other: cleaning takes memory."""

    def __init__(self, api: TelegramApi) -> None:
        self._api = api
        self._one_at_a_time = asyncio.Lock()

    async def of(self, file_id: str) -> tuple[bytes, str]:
        """A file without its traces, and the ending of its kind.

        Raises:
            CannotClean
            ApiError, NoAnswer: Telegram did not give the file; try again.
        """
        async with self._one_at_a_time:
            try:
                file = await self._api.call("getFile", file_id=file_id)
            except ApiError as refusal:
                if refusal.status == 400:
                    raise CannotClean("Telegram does not give it") from None
                raise
            data = await self._api.download(file["file_path"], MOST_BYTES)
            if data is None:
                raise CannotClean("too large")
            return await clean_apart(data)
