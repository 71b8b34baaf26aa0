"""Say something to someone: the seam behind which rendering and channel are decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import IntEnum
from typing import Any

from domain.letter_pieces import Attachment
from storage import outbox, people
from storage.db import Tx
from texts import Text, pack, require


class Lane(IntEnum):
    """Who goes first in one chat: answers to a person waiting overtake notices, and these overtake broadcasts."""

    ANSWER = 0
    NOTICE = 1
    BROADCAST = 2


@dataclass(frozen=True)
class Button:
    """A button under a message: ``does`` names a route and its arguments (``settle:17``); ``url`` opens a page."""

    label: str
    does: str = ""
    url: str = ""
    args: Mapping[str, Any] = field(default_factory=dict)


Buttons = Sequence[Sequence[Button]]


@dataclass(frozen=True)
class About:
    """Which letter a message shows, so that a reply to it finds its way."""

    letter_id: int
    entry_id: int | None = None


@dataclass(frozen=True)
class Media:
    """Something that Telegram keeps: kind as in its ``send…`` methods (photo, voice, document, video, location …); or a
    file of a department's answer, by its number with us (``kept``)."""

    kind: str
    file_id: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    kept: int | None = None


def media_of(attached: Sequence[Attachment]) -> list[Media]:
    return [Media(each.kind, each.file_id, each.latitude, each.longitude, each.kept) for each in attached]


@dataclass(frozen=True)
class Picture:
    """A picture to be drawn when it is sent: ``name`` is one of ``reports``, ``data`` is what it draws (JSON)."""

    name: str
    data: Mapping[str, Any]


@dataclass(frozen=True)
class Paper:
    """A document to be written when it is sent: ``name`` is one of ``reports.papers``, ``data`` is what stands in it.

    ``file_name`` is what the person sees and keeps, with its ending. ``photos``: Telegram's ids of pictures that stand
    in it; they are fetched when it is sent.
    """

    name: str
    data: Mapping[str, Any]
    file_name: str
    photos: Sequence[str] = ()


@dataclass(frozen=True)
class GroupTopic:
    """A letter's own topic in a group that has topics. ``name``: its title, opened with it where there is none yet."""

    letter_id: int
    name: Text


@dataclass(frozen=True)
class Envelope:
    """How a message travels, beside what it says.

    ``publication_id``: it goes in the place of that publication's post, if there is one by then; with ``only_edits``
    nowhere else.
    ``topic``: in a group that has topics it goes into this one.
    ``gathers``: its media wait a moment for more of their album. ``takes_back``: with ``edits``, a message that can't
    be given other words is removed. ``screen_id``: a sign-in code that is drawn anew in its message.
    """

    lane: Lane = Lane.NOTICE
    about: About | None = None
    round_id: int | None = None
    edits: int | None = None
    replies_to: int | None = None
    publication_id: int | None = None
    only_edits: bool = False
    topic: GroupTopic | None = None
    gathers: bool = False
    takes_back: bool = False
    screen_id: int | None = None


NOTICE = Envelope()
ANSWER = Envelope(lane=Lane.ANSWER)


async def tell(
    tx: Tx,
    person_id: int,
    text: Text | None,
    *,
    buttons: Buttons = (),
    media: Sequence[Media] = (),
    picture: Picture | None = None,
    paper: Paper | None = None,
    envelope: Envelope = NOTICE,
) -> bool:
    """Owe a person this message. False when there is no way to reach them yet (they never joined).

    ``media`` of more than one piece travels as an album, where Telegram allows it; the text comes first.
    """
    address = await people.address(tx, person_id)
    if address is None:
        return False
    chat_id, language = address
    how: dict[str, Any] = {"buttons": buttons, "media": media, "picture": picture, "paper": paper}
    await tell_chat(tx, chat_id, text, language, person_id=person_id, envelope=envelope, **how)
    return True


async def tell_chat(
    tx: Tx,
    chat_id: int,
    text: Text | None,
    language: str,
    *,
    buttons: Buttons = (),
    media: Sequence[Media] = (),
    picture: Picture | None = None,
    paper: Paper | None = None,
    envelope: Envelope = NOTICE,
    person_id: int | None = None,
) -> None:
    """Owe a chat this message (a group or a channel has no person)."""
    if text:
        require(text)
        content = {"text": pack(text), "language": language, "buttons": _buttons(buttons)}
        if picture:
            content["picture"] = _picture(picture)
        if paper:
            content["paper"] = _picture(paper) | {"file_name": paper.file_name, "photos": list(paper.photos)}
        await _add(tx, chat_id, person_id, content, envelope)
    for pieces in albums(media):
        await _add(tx, chat_id, person_id, {"media": [_medium(piece) for piece in pieces]}, envelope)


GATHERING = timedelta(seconds=1)
"""How long the first piece of an album waits for the others, which Telegram brings one by one."""


async def tell_more(tx: Tx, person_id: int, media: Sequence[Media], about: About) -> None:
    """More of an album: with what still waits of it, else after it."""
    for row in await outbox.waiting(tx, person_id, about.letter_id, about.entry_id):
        content = row["content_json"]
        together = [Media(**piece) for piece in content.get("media", ())] + list(media)
        if "media" in content and len(albums(together)) == 1:
            await outbox.amend(tx, row["id"], content | {"media": [_medium(piece) for piece in together]})
            return
    await tell(tx, person_id, None, media=media, envelope=Envelope(about=about, gathers=True))


async def tell_all(tx: Tx, person_ids: Sequence[int], text: Text, **how: Any) -> int:
    """Owe the same to several people; to how many it could be."""
    told = [await tell(tx, person_id, text, **how) for person_id in person_ids]
    return sum(told)


@dataclass(frozen=True)
class Parcel:
    """One of many messages, to a person whose private chat and language are known."""

    person_id: int
    chat_id: int
    language: str
    text: Text
    buttons: Buttons = ()
    picture: Picture | None = None


async def tell_many(tx: Tx, parcels: Sequence[Parcel], envelope: Envelope) -> None:
    """Owe each their own message, in one go."""
    rows = []
    for parcel in parcels:
        require(parcel.text)
        content = {"text": pack(parcel.text), "language": parcel.language, "buttons": _buttons(parcel.buttons)}
        if parcel.picture:
            content["picture"] = _picture(parcel.picture)
        rows.append(_row(tx, parcel.chat_id, parcel.person_id, content, envelope))
    await outbox.add_many(tx, rows)


ALBUM_SIZE = 10
_ALBUM_OF = {"photo": "pictures", "video": "pictures", "document": "documents", "audio": "audio"}


def albums(media: Sequence[Media]) -> list[list[Media]]:
    """Neighbours that Telegram shows as one album (2–10 of a sort) together, the others one by one."""
    groups: list[list[Media]] = []
    for piece in media:
        sort = _ALBUM_OF.get(piece.kind)
        last = groups[-1] if groups else None
        if sort and last and len(last) < ALBUM_SIZE and _ALBUM_OF.get(last[-1].kind) == sort:
            last.append(piece)
        else:
            groups.append([piece])
    return groups


async def show_commands(tx: Tx, person_id: int, names: Sequence[str]) -> None:
    """Give this person's chat its own list of commands (what their roles may do)."""
    address = await people.address(tx, person_id)
    if address is None:
        return
    chat_id, language = address
    commands = [{"command": name, "text": pack(Text(f"command-{name}"))} for name in names]
    await _add(tx, chat_id, person_id, {"commands": commands, "language": language}, ANSWER)


async def turn_topic(tx: Tx, chat_id: int, topic: GroupTopic, language: str, *, is_closed: bool) -> None:
    """A letter's topic, if there is one by then, has this name from now on, and is closed or open."""
    require(topic.name)
    content = {"topic": _topic(topic) | {"is_closed": is_closed}, "language": language}
    await _add(tx, chat_id, None, content, NOTICE)


async def _add(tx: Tx, chat_id: int, person_id: int | None, content: dict[str, Any], envelope: Envelope) -> None:
    await outbox.add(tx, _row(tx, chat_id, person_id, content, envelope))


def _row(tx: Tx, chat_id: int, person_id: int | None, content: dict[str, Any], envelope: Envelope) -> dict[str, Any]:
    about = envelope.about
    if envelope.edits is not None:
        content["edits"] = envelope.edits
    if envelope.takes_back:
        content["takes_back"] = True
    if envelope.screen_id is not None:
        content["screen"] = envelope.screen_id
    if envelope.replies_to is not None:
        content["replies_to"] = envelope.replies_to
    if envelope.publication_id is not None:
        content |= {"publication": envelope.publication_id, "only_edits": envelope.only_edits}
    if envelope.topic is not None:
        content["topic"] = _topic(envelope.topic)
    return {
        "person_id": person_id,
        "chat_id": chat_id,
        "lane": int(envelope.lane),
        "content_json": content,
        "letter_id": about.letter_id if about else None,
        "entry_id": about.entry_id if about else None,
        "round_id": envelope.round_id,
        "due_at": tx.now + GATHERING if envelope.gathers and "media" in content else tx.now,
    }


def _buttons(rows: Buttons) -> list[list[dict[str, Any]]]:
    return [[_button(button) for button in row] for row in rows]


def _button(button: Button) -> dict[str, Any]:
    label = Text(button.label, **button.args)
    require(label)
    packed: dict[str, Any] = {"label": pack(label)}
    return packed | ({"url": button.url} if button.url else {"does": button.does})


def _topic(topic: GroupTopic) -> dict[str, Any]:
    return {"letter": topic.letter_id, "name": pack(topic.name)}


def _medium(piece: Media) -> dict[str, Any]:
    return {name: value for name, value in vars(piece).items() if value is not None}


def _picture(picture: Picture | Paper) -> dict[str, Any]:
    return {"name": picture.name, "data": pack(dict(picture.data))}
