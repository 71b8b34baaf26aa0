"""What people see of letters: their lists, and the whole course of one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from typing import Any

from domain.letter_pieces import PART_CHARACTERS, Attachment, parts
from domain.letters import OF_WRITER, Desk, EventKind, Letter, Side
from domain.people import Person, Role
from services.letter_parties import OFFICE, holder_named, kind_named, member_named, unit_named, unpacked, writer_named
from services.letter_post import topic_of
from services.letters import author_of
from storage import letter_entries, letter_lists, letters
from storage.db import Row, Tx
from storage.letter_entries import Entry
from texts import Text

PAGE = 6
"""Letters on one page: as many buttons as a small screen shows."""
NEWEST = 2**62
"""Above every letter's id: where a list of the newest begins."""

_HEADING = 80
"""Characters around the text of an entry or in an event, generously."""

Block = tuple[int, Text]
"""Something that stays in one piece, and about how many characters it takes."""


@dataclass(frozen=True)
class Page:
    """A page of a list: a line and a button for each of its letters, and where the next page begins, if any."""

    lines: list[Text]
    letters: list[Letter]
    next: int | None


# --- lists ------------------------------------------------------------------------------------------------------------


async def written_by(tx: Tx, writer: Person, zone: tzinfo, before_id: int = NEWEST) -> Page:
    """What someone wrote, newest first."""
    found = await letter_lists.written_by(tx, writer.id, before_id, PAGE + 1)
    shown = found[:PAGE]
    lines = [
        Text("my-letter-line", **_line(letter), day=letter.received_at.astimezone(zone).date()) for letter in shown
    ]
    return Page(lines, shown, shown[-1].id if len(found) > PAGE else None)


async def open_with(tx: Tx, desk: Desk, today: date, zone: tzinfo, skip: int = 0) -> Page:
    """What lies on a desk and is not settled, oldest first, with the days its writer has waited."""
    found = await letter_lists.open_with(tx, desk, skip, PAGE + 1)
    shown = found[:PAGE]
    lines = [await _open_line(tx, letter, today, zone) for letter in shown]
    return Page(lines, shown, skip + PAGE if len(found) > PAGE else None)


async def _open_line(tx: Tx, letter: Letter, today: date, zone: tzinfo) -> Text:
    said = {"who": await writer_named(tx, letter), "mark": mark_of(letter)}
    if letter.waiting_since_at is None:
        return Text("open-letter-answered-line", **_line(letter), **said)
    days = (today - letter.waiting_since_at.astimezone(zone).date()).days
    return Text("open-letter-line", **_line(letter), **said, days=days)


def mark_of(letter: Letter) -> Text | str:
    """The office's label in a list, with the space before it."""
    return Text("letter-marked", mark=Text(f"letter-mark-{letter.mark.value}")) if letter.mark else ""


def _line(letter: Letter) -> dict[str, Text | str]:
    return {"number": letter.number, "topic": topic_of(letter), "state": state_of(letter)}


def state_of(letter: Letter) -> Text:
    if letter.is_settled and letter.outcome is not None:
        return Text("letter-settled-as", outcome=Text(f"outcome-{letter.outcome.value}"))
    return Text(f"letter-state-{letter.state.value}")


# --- the whole course of one ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Course:
    """All that happened to a letter and all that was written in it, in messages that Telegram takes."""

    messages: list[Text]
    attachments: list[Attachment]


async def course(tx: Tx, letter: Letter, viewer: Person) -> Course:
    """The letter's course as this person sees it."""
    writer = Text("you") if viewer.id == letter.writer_id else await writer_named(tx, letter)
    holder, kind = await holder_named(tx, letter.desk), kind_named(letter.kind)
    head = Text("letter-head", **_line(letter), who=writer, holder=holder, kind=kind)
    events = [event for event in await letters.events(tx, letter.id) if _is_shown(event, letter, viewer)]
    happened = [await _event(tx, letter, event, writer, viewer) for event in events]
    entries = await letter_entries.of_letter(tx, letter.id)
    title = (_HEADING, Text("letter-thread-begins"))
    messages = packed([(2 * _HEADING, head), *happened, title, *_entries(entries, writer)])
    return Course(messages, [each for entry in entries for each in entry.attachments])


async def thread(tx: Tx, letter: Letter, entries: Sequence[Entry]) -> list[Text]:
    """What was written so far, as others than its writer see it."""
    return packed(_entries(entries, await writer_named(tx, letter)))


def _entries(entries: Iterable[Entry], writer: Text) -> Iterable[Block]:
    for entry in entries:
        who = writer if entry.side is Side.WRITER else author_of(entry)
        attached = Text("attached", count=len(entry.attachments)) if entry.attachments else ""
        if entry.taken_back_at is not None:
            yield (
                _HEADING,
                Text("letter-entry", at=entry.written_at, who=who, text=Text("entry-taken-back"), attached=""),
            )
            continue
        for part in parts(entry.text):
            yield (
                len(part.encode("utf-16-le")) // 2 + _HEADING,
                Text("letter-entry", at=entry.written_at, who=who, text=part, attached=attached),
            )


_OF_OFFICE = frozenset({EventKind.MARKED, EventKind.POSTED})
"""What the office does for itself: its writer is not told of it."""


def _is_shown(event: Row, letter: Letter, viewer: Person) -> bool:
    if viewer.id != letter.writer_id:
        return True
    is_notice = event["kind"] == EventKind.CHASED and event["details_json"]["step"] == "soon"
    return event["kind"] not in _OF_OFFICE and not is_notice


async def _event(tx: Tx, letter: Letter, event: Row, writer: Text, viewer: Person) -> Block:
    kind, details = event["kind"], event["details_json"]
    # The office answers for what was said in the committee's name, also for what is no longer said.
    shows_taken_back = Role.OFFICE in viewer.roles and viewer.id != letter.writer_id
    said = await _told(tx, kind, details, shows_taken_back=shows_taken_back)
    size = _HEADING + sum(len(details.get(words, "")) for words in ("text", "reason", "words"))
    line = Text(
        f"letter-event-{_key(kind, details)}", at=event["happened_at"], who=_doer(letter, event, writer), **said
    )
    return size, line


def _key(kind: str, details: Mapping[str, Any]) -> str:
    if kind == EventKind.CHASED and details["step"] == "soon":
        return "chased-soon"
    return "grade-words" if kind == EventKind.GRADED and details["words"] else kind


async def _told(tx: Tx, kind: str, details: Mapping[str, Any], *, shows_taken_back: bool) -> dict[str, Any]:
    """What an event's sentence mentions, beside its moment and who did it."""
    match kind:
        case EventKind.SUBMITTED:
            follows = Text("letter-event-follows", number=details["follows"]) if "follows" in details else ""
            return {"to": await _end(tx, details, "to"), "follows": follows}
        case EventKind.ASSIGNED | EventKind.RELEASED:
            return {"to": await _end(tx, details, "to"), "because": _because(details.get("reason"))}
        case EventKind.HANDED_OVER:
            return await _both_ends(tx, details) | {"because": _because(details["reason"])}
        case EventKind.REDIRECTED:
            return await _both_ends(tx, details) | {"until": date.fromisoformat(details["until"])}
        case EventKind.BACK_TO_TRIAGE:
            before = await _end(tx, details, "from")
            return {"because": Text(f"because-{details['why']}", before=before)}
        case EventKind.TAKEN_BACK:
            shown = shows_taken_back and details["text"]
            return {"what": Text("taken-back-was", text=details["text"]) if shown else ""}
    return _mentioned(kind, details)


def _mentioned(kind: str, details: Mapping[str, Any]) -> dict[str, Any]:
    """As ``_told``, of what names no desk."""
    match kind:
        case EventKind.CONTINUED:
            return {"number": details["number"]}
        case EventKind.SETTLED:
            outcome = details.get("outcome")
            return {"outcome": Text("settled-with-outcome", outcome=Text(f"outcome-{outcome}")) if outcome else ""}
        case EventKind.OUTCOME:
            return {"outcome": Text(f"outcome-{details['outcome']}")}
        case EventKind.CHASED:
            return {"clock": Text(f"letter-clock-{details['clock']}"), "whom": Text(f"chased-{details['whom']}")}
        case EventKind.RETURNED:
            return {"reason": details["reason"]}
        case EventKind.MARKED:
            return {"mark": Text(f"letter-mark-{details['mark'] or 'none'}")}
        case EventKind.GRADED:
            words = details["words"]
            return {"words": words} if words else {"grade": Text(f"grade-{details['grade']}")}
    return {}


async def _both_ends(tx: Tx, details: Mapping[str, Any]) -> dict[str, Text]:
    return {end: await _end(tx, details, end) for end in ("from", "to")}


async def _end(tx: Tx, details: Mapping[str, Any], end: str) -> Text:
    """The desk that a letter went to, or came from."""
    return await holder_named(tx, unpacked(details, end))


def _because(reason: str | None) -> Text | str:
    return Text("because", reason=reason) if reason else ""


def _doer(letter: Letter, event: Row, writer: Text) -> Text:
    if event["by_id"] == letter.writer_id and event["kind"] in OF_WRITER:
        return writer
    if event["unit"] is not None:
        return unit_named(event["unit"])
    return member_named(event["by_name"]) if event["by_member_id"] is not None else OFFICE


def packed(blocks: Iterable[Block]) -> list[Text]:
    """As few messages as hold them all."""
    messages: list[list[Text]] = []
    room = 0
    for size, block in blocks:
        if size > room:
            messages.append([])
            room = PART_CHARACTERS + _HEADING
        messages[-1].append(block)
        room -= size
    return [Text("lines", lines=message) for message in messages]
