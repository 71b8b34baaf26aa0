"""Calendar files (RFC 5545, .ics), by the icalendar library."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from icalendar import Calendar, Event

from texts import Text, Texts

HOME = "lianxin"


def write(_name: str, language: str, data: Mapping[str, Any], texts: Texts) -> bytes:
    """A calendar.

    ``data``: made_at, and events: each uid, title, begins and ends (moments, or days, the last one counted), about,
    maybe place.
    """
    file = Calendar()
    file.add("prodid", f"-//{HOME}//{language}")
    file.add("version", "2.0")
    for each in data["events"]:
        file.add_component(_event(each, data["made_at"], language, texts))
    return bytes(file.to_ical())


def _event(data: Mapping[str, Any], made_at: datetime, language: str, texts: Texts) -> Event:
    event = Event()
    event.add("uid", f"{data['uid']}@{HOME}")
    event.add("dtstamp", made_at)
    event.add("summary", _said(data["title"], language, texts))
    event.add("dtstart", data["begins"])
    event.add("dtend", _end(data["ends"]))
    event.add("description", _said(data["about"], language, texts))
    if data.get("place"):
        event.add("location", data["place"])
    return event


def _said(value: Text | str, language: str, texts: Texts) -> str:
    return texts.plain(language, value) if isinstance(value, Text) else value


def _end(ends: date) -> date:
    """A whole day's end is the day after it, which no longer counts."""
    return ends if isinstance(ends, datetime) else ends + timedelta(days=1)
