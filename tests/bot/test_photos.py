"""Pictures of papers: upright, small, and without what the camera noted."""

from io import BytesIO

import pytest
from PIL import Image

from bot.api import ApiError
from bot.cleaning_room import PIXELS
from bot.photos import fetched, shrunk


def picture(size: tuple[int, int], orientation: int = 1) -> bytes:
    file, exif = BytesIO(), Image.Exif()
    exif[0x0112], exif[0x010F] = orientation, "camera"
    Image.new("RGB", size, "#88aacc").save(file, "JPEG", exif=exif)
    return file.getvalue()


def test_a_picture_is_made_small_and_upright_and_loses_its_marks() -> None:
    data = shrunk(picture((2400, 1200), orientation=6))
    assert data is not None
    with Image.open(BytesIO(data)) as small:
        assert small.size == (600, 1200)
        assert not small.getexif()


def test_what_is_no_picture_is_none() -> None:
    assert shrunk(b"no picture at all") is None


def test_a_picture_of_more_pixels_than_any_camera_gives_is_none() -> None:
    file = BytesIO()
    Image.new("1", (PIXELS // 1000 + 1, 1000)).save(file, "PNG")
    assert shrunk(file.getvalue()) is None


@pytest.mark.parametrize("data", [b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", b"\x89PNG\r\n\x1a\nbroken"])
def test_what_only_a_program_could_draw_and_what_is_broken_is_none(data: bytes) -> None:
    assert shrunk(data) is None


class Telegram:
    """Knows one picture; another is gone, and a third too large."""

    async def call(self, method: str, file_id: str) -> dict[str, str]:
        assert method == "getFile"
        if file_id == "gone":
            raise ApiError(400, "Bad Request: file is temporarily unavailable", {})
        return {"file_path": file_id}

    async def download(self, path: str, most: int) -> bytes | None:
        return picture((100, 50)) if path == "kept" else None


async def test_a_picture_that_telegram_does_not_give_is_left_out() -> None:
    found = await fetched(Telegram(), ["kept", "gone", "huge", "kept"])  # type: ignore[arg-type]  # what is asked of it, and no more
    assert list(found) == ["kept"]
