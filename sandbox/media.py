"""What a message carries besides text: for each kind, how its field of Message is made.

People's phones and the bot's methods send the same kinds, through `content`. Each maker takes the call's values (or the
phone's) and returns `{field: Bot API object}`.
"""

import random
from collections.abc import Callable, Mapping
from typing import Any

from sandbox.errors import refusal
from sandbox.files import Files, Stored, Upload, picture_size

Json = dict[str, Any]
Make = Callable[[Files, Mapping[str, Any]], Json]

THUMBNAIL = 320
# Emoji that throw, and the largest value each can show.
DICE = {"🎲": 6, "🎯": 6, "🎳": 6, "🏀": 5, "⚽": 5, "⚽️": 5, "🎰": 64}


def content(kind: str, files: Files, call: Mapping[str, Any]) -> Json:
    """The fields of Message for one kind: `{"photo": [PhotoSize, …]}`, `{"location": Location}`, …

    Raises:
        BotApiError: 400, a file or value that Telegram refuses.
    """
    return MAKERS[kind](files, call)


def _photo(files: Files, call: Mapping[str, Any]) -> Json:
    given: Upload | str = call["photo"]
    stored = files.given(given, "photo")
    size = picture_size(stored.upload.data)
    if size is None:
        raise refusal("IMAGE_PROCESS_FAILED")
    if sum(size) > 10_000 or max(size) > 20 * min(size):
        raise refusal("PHOTO_INVALID_DIMENSIONS")
    return {"photo": _sizes(files, stored, *size)}


def _sizes(files: Files, stored: Stored, width: int, height: int) -> list[Json]:
    """Smallest first, as Telegram lists them; the thumbnail has the same bytes under its own identity."""
    full = {**stored.reference(), "width": width, "height": height}
    longest = max(width, height)
    if longest <= THUMBNAIL:
        return [full]
    small = files.keep(stored.upload, "photo", "thumbnail").reference()
    scaled = [max(1, side * THUMBNAIL // longest) for side in (width, height)]
    return [{**small, "width": scaled[0], "height": scaled[1]}, full]


def _file_of(kind: str, fields: Mapping[str, Any], optional: tuple[str, ...] = ()) -> Make:
    """A maker for a file type: `fields` with their defaults, `optional` ones only where given."""

    def make(files: Files, call: Mapping[str, Any]) -> Json:
        stored = files.given(call[kind], kind)
        value = stored.reference() | {name: call.get(name, default) for name, default in fields.items()}
        value |= {name: call[name] for name in optional if name in call}
        if "file_name" in FILE_FIELDS[kind]:
            value["file_name"] = stored.upload.name
        if "mime_type" in FILE_FIELDS[kind]:
            value["mime_type"] = stored.upload.mime
        return {kind: value}

    return make


FILE_FIELDS: Mapping[str, tuple[str, ...]] = {
    "document": ("file_name", "mime_type"),
    "video": ("file_name", "mime_type"),
    "animation": ("file_name", "mime_type"),
    "audio": ("file_name", "mime_type"),
    "voice": ("mime_type",),
    "video_note": (),
    "sticker": (),
}


def _animation(files: Files, call: Mapping[str, Any]) -> Json:
    """Telegram gives an animation a second time as a document, for older bots."""
    made = _file_of("animation", {"width": 320, "height": 240, "duration": 2})(files, call)
    animation = made["animation"]
    shared = ("file_id", "file_unique_id", "file_size", "file_name", "mime_type")
    return made | {"document": {name: animation[name] for name in shared}}


def _fields(kind: str, names: tuple[str, ...]) -> Make:
    def make(_files: Files, call: Mapping[str, Any]) -> Json:
        return {kind: {name: call[name] for name in names if name in call}}

    return make


LOCATION = ("latitude", "longitude", "horizontal_accuracy", "live_period", "heading", "proximity_alert_radius")
VENUE = ("title", "address", "foursquare_id", "foursquare_type", "google_place_id", "google_place_type")
CONTACT = ("phone_number", "first_name", "last_name", "user_id", "vcard")


def _location(files: Files, call: Mapping[str, Any]) -> Json:
    if not (-90 <= call["latitude"] <= 90 and -180 <= call["longitude"] <= 180):
        raise refusal("wrong latitude or longitude specified")
    return _fields("location", LOCATION)(files, call)


def _venue(files: Files, call: Mapping[str, Any]) -> Json:
    """A venue is also a location: Message has both."""
    place = _location(files, call)
    return place | {"venue": place | {name: call[name] for name in VENUE if name in call}}


def _dice(_files: Files, call: Mapping[str, Any]) -> Json:
    emoji = call.get("emoji", "🎲")
    if emoji not in DICE:
        raise refusal("wrong dice emoji")

    return {"dice": {"emoji": emoji, "value": random.randint(1, DICE[emoji])}}  # noqa: S311  (a game)


def _poll(_files: Files, call: Mapping[str, Any]) -> Json:
    options = call["options"]
    if not 1 <= len(options) <= 12:
        raise refusal("poll must have at least 1 option" if not options else "poll can't have more than 12 options")
    poll = {
        "id": str(random.getrandbits(62)),
        "question": call["question"],
        "options": [_poll_option(number, option) for number, option in enumerate(options)],
        "total_voter_count": 0,
        "is_closed": call.get("is_closed", False),
        "is_anonymous": call.get("is_anonymous", True),
        "type": call.get("type", "regular"),
        "allows_multiple_answers": call.get("allows_multiple_answers", False),
        "allows_revoting": call.get("allows_revoting", True),
        "members_only": call.get("members_only", False),
    }
    optional = ("correct_option_ids", "explanation", "open_period", "close_date", "description")
    return {"poll": poll | {name: call[name] for name in optional if name in call}}


def _poll_option(number: int, option: Json) -> Json:
    return {"persistent_id": str(number), "text": option["text"], "voter_count": 0}


MAKERS: Mapping[str, Make] = {
    "photo": _photo,
    "document": _file_of("document", {}),
    "voice": _file_of("voice", {"duration": 1}),
    "audio": _file_of("audio", {"duration": 1}, ("performer", "title")),
    "video": _file_of("video", {"width": 320, "height": 240, "duration": 1}),
    "video_note": _file_of("video_note", {"length": 240, "duration": 1}),
    "animation": _animation,
    "sticker": _file_of(
        "sticker", {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}, ("emoji",)
    ),
    "location": _location,
    "venue": _venue,
    "contact": _fields("contact", CONTACT),
    "dice": _dice,
    "poll": _poll,
}
WITH_FILE = frozenset({"photo", *FILE_FIELDS})
WITH_CAPTION = frozenset({"photo", "document", "voice", "audio", "video", "animation"})
