"""A visit as it is shown: its lines, and the photos and places that a message carries."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from telegram import Message

from domain.good_deeds import Promise
from domain.visit_lines import shortened
from domain.visits import VisitKind
from handlers.sent_files import file_of
from services.deed_words import promised, told
from services.quota_words import key_of
from services.visits import Record
from storage.visits import Evidence
from texts import Text


def kind_name(kind: VisitKind) -> Text:
    return Text(f"visit-kind-{key_of(kind)}")


def lines_of(
    contact: str, day: date, kind: VisitKind, note: str, deeds: Sequence[Text], evidence: Sequence[Evidence]
) -> list[Text]:
    """Whom, when, how, what, what was done and promised, and how much was sent along."""
    lines = [
        Text("visit-line-who", contact=contact, day=day, kind=kind_name(kind)),
        Text("visit-line-note", note=shortened(note)),
        *deeds,
    ]
    photos = sum(piece.kind != "location" for piece in evidence)
    places = len(evidence) - photos
    if photos:
        lines.append(Text("visit-line-photos", count=str(photos)))
    if places:
        lines.append(Text("visit-line-places", count=str(places)))
    return lines


def lines(record: Record) -> list[Text]:
    visit = record.visit
    deeds = [told(deed) for deed in record.deeds]
    return lines_of(record.contact.name, visit.happened_on, visit.kind, visit.note, deeds, record.evidence)


def deed_lines(deeds: Sequence[str], promises: Sequence[Promise]) -> list[Text]:
    """What a report says of good deeds before it is submitted."""
    return [*(Text("visit-line-deed", deed=deed) for deed in deeds), *map(promised, promises)]


def evidence_in(message: Message | None) -> Evidence | None:
    """The photo, video, file or place of a message; None for anything else.

    Raises:
        FileTooLarge
    """
    if message is None:
        return None
    if place := message.location:
        return Evidence("location", latitude=place.latitude, longitude=place.longitude)
    sent = file_of(message, ("video", "document"))
    return Evidence(sent.kind, sent.file_id, file_name=sent.file_name, album=sent.album) if sent else None


def packed_promises(promises: Sequence[Promise]) -> list[dict[str, str]]:
    """Promises as they wait in a draft."""
    return [{"what": one.what, "due_on": one.due_on.isoformat()} for one in promises]


def promises_in(draft: Mapping[str, Any]) -> list[Promise]:
    waiting = draft.get("promises") or []
    return [Promise(one["what"], date.fromisoformat(one["due_on"])) for one in waiting]


def packed(evidence: Sequence[Evidence]) -> list[dict[str, Any]]:
    """Evidence as it waits in a draft."""
    return [dict(vars(piece)) for piece in evidence]


def unpacked(pieces: Sequence[dict[str, Any]]) -> list[Evidence]:
    return [Evidence(**piece) for piece in pieces]
