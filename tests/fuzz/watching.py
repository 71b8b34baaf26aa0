"""What must hold after whatever anyone did: of letters, of who was told what, and of those who write without a name.

Nothing here asks the services: events, letters and the outbox are read, and what they should say is stated once more.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from domain.letters import MAY_BECOME, OVER, EventKind, LetterState
from storage.db import Row, Tx
from tests.house import OpenHouse
from tests.phones import Answer

_TO_DESK = frozenset({LetterState.RECEIVED, LetterState.FORWARDED})
"""A member's or the office's; a unit's."""
BECOMES: Mapping[EventKind, frozenset[LetterState]] = {
    EventKind.READ: frozenset({LetterState.READ}),
    EventKind.ANSWERED: frozenset({LetterState.ANSWERED}),
    EventKind.ASKED: frozenset({LetterState.WAITING}),
    EventKind.SETTLED: frozenset({LetterState.SETTLED}),
    EventKind.RETURNED: frozenset({LetterState.RETURNED}),
    EventKind.WITHDRAWN: frozenset({LetterState.WITHDRAWN}),
    EventKind.REOPENED: frozenset({LetterState.REOPENED, LetterState.RECEIVED}),
    EventKind.FOLLOWED_UP: _TO_DESK | {LetterState.REOPENED},
} | dict.fromkeys(
    (
        *(EventKind.SUBMITTED, EventKind.RECORDED, EventKind.HANDED_OVER, EventKind.ASSIGNED, EventKind.CLAIMED),
        *(EventKind.BACK_TO_TRIAGE, EventKind.HELD, EventKind.RELEASED),
    ),
    _TO_DESK,
)
"""What each event may make of a letter; the others leave it as it is."""
TELLS_WRITER = frozenset(
    {
        *(EventKind.ANSWERED, EventKind.ASKED, EventKind.HANDED_OVER, EventKind.ASSIGNED, EventKind.CLAIMED),
        *(
            EventKind.RELEASED,
            EventKind.KEPT,
            EventKind.BACK_TO_TRIAGE,
            EventKind.RETURNED,
            EventKind.SETTLED,
            EventKind.FED_BACK,
        ),
    }
)
TELLS_HOLDER = frozenset(
    {
        *(EventKind.SUBMITTED, EventKind.FOLLOWED_UP, EventKind.HANDED_OVER, EventKind.ASSIGNED, EventKind.CLAIMED),
        *(EventKind.RELEASED, EventKind.BACK_TO_TRIAGE, EventKind.GRADED),
    }
)
NAMES_OFFICE = frozenset({"letter-is-kept", "letter-submitted-held", "letter-follow-up-held", "letter-edit-held"})
"""Texts to a writer that say the office has the letter now, without an argument for it."""
OPENED = "opening-identity"
"""The one text that names an anonymous writer: asked for with a reason, and consented to by a second person."""


@dataclass(frozen=True)
class Hidden:
    """Someone who only ever writes anonymously, and everything that would betray them."""

    telegram_id: int
    signs: tuple[str, ...]


@dataclass
class Watcher:
    """Looks at a house after each thing done in it, at what is new since the last look."""

    hidden: Sequence[Hidden]
    states: dict[int, LetterState] = field(default_factory=dict)
    told: dict[int, Any] = field(default_factory=dict)
    """Who holds each letter, as its writer was told last."""
    _event: int = 0
    _owed: int = 0

    async def look(self, house: OpenHouse, answer: Answer | None = None) -> None:
        """Raises: AssertionError, with what is wrong."""
        async with house.db.read() as tx:
            letters = {row["id"]: row for row in await tx.all(_LETTERS)}
            events = await tx.all(_EVENTS, after=self._event)
            owed = await tx.all(_OWED, after=self._owed)
            self._check_states(letters, events)
            self._check_hidden(owed, answer)
            await self._check_holders(tx, letters, owed)
            # The first look finds a whole morning.
            if self._owed:
                self._check_owed_once(owed)
                await _check_told(tx, letters, events, owed)
        self._event = max([self._event, *(event["id"] for event in events)])
        self._owed = max([self._owed, *(row["id"] for row in owed)])

    def _check_states(self, letters: Mapping[int, Row], events: Sequence[Row]) -> None:
        """Every event leads along the table, and where the events lead the letter is."""
        may_be = {number: {state} for number, state in self.states.items()}
        for event in events:
            kind, before = EventKind(event["kind"]), may_be.get(event["letter_id"], {LetterState.RECEIVED})
            may_be[event["letter_id"]] = after = _steps(kind, before)
            assert after, f"letter {event['letter_id']}: {before} → {kind}"
        self.states = {number: LetterState(row["state"]) for number, row in letters.items()}
        astray = {number: may_be[number] for number, state in self.states.items() if state not in may_be[number]}
        assert not astray, f"{astray}, but: {self.states}"

    def _check_owed_once(self, owed: Sequence[Row]) -> None:
        """What one event brings a person, it brings them once."""
        said = Counter(
            (row["chat_id"], _written(row["content_json"]), row["letter_id"], row["entry_id"]) for row in owed
        )
        assert not [what for what, times in said.items() if times > 1], said.most_common(3)

    def _check_hidden(self, owed: Sequence[Row], answer: Answer | None) -> None:
        """Neither what is owed to others, whole, nor what they then see, has anything of those who hide."""
        for one in self.hidden:
            for row in owed:
                if row["chat_id"] != one.telegram_id and OPENED not in (content := _json(row["content_json"])):
                    assert not [sign for sign in one.signs if sign in content], content
            for chat, several in (answer.others if answer else {}).items():
                shown = [message for message in several if chat != one.telegram_id]
                words = _json([[message.words, message.entities, message.keyboard] for message in shown])
                assert OPENED in _json([row["content_json"] for row in owed]) or not [
                    sign for sign in one.signs if sign in words
                ], words

    async def _check_holders(self, tx: Tx, letters: Mapping[int, Row], owed: Sequence[Row]) -> None:
        """The last that a writer was told of who holds their letter is true."""
        numbered = {row["number"]: row for row in letters.values()}
        for row in owed:
            for key, args in _texts(row["content_json"].get("text")):
                letter = numbered.get(str(args.get("number")))
                if letter is None or letter["writer_id"] != row["person_id"]:
                    continue
                if "holder" in args:
                    self.told[letter["id"]] = args["holder"]
                elif key in NAMES_OFFICE:
                    self.told[letter["id"]] = _OFFICE
        for letter_id, told in self.told.items():
            holder = await _holder(tx, letters[letter_id])
            assert told == holder, f"{letters[letter_id]['number']} is with {holder}, its writer was told {told}"


def _steps(kind: EventKind, before: set[LetterState]) -> set[LetterState]:
    """Where an event may lead from these states, in steps of the table."""
    if kind is EventKind.TAKEN_BACK:
        # The letter is again what it was before those words: perhaps unread, perhaps read.
        unread = {LetterState.RECEIVED} if any(LetterState.RECEIVED in MAY_BECOME[state] for state in before) else set()
        return before | unread | {after for state in unread for after in MAY_BECOME[state]} - OVER
    if kind not in BECOMES:
        return before
    return {after for after in BECOMES[kind] if any(after is state or after in MAY_BECOME[state] for state in before)}


async def _check_told(tx: Tx, letters: Mapping[int, Row], events: Sequence[Row], owed: Sequence[Row]) -> None:
    """Whom an event concerns is owed something about the letter."""
    for event in events:
        letter, kind = letters[event["letter_id"]], EventKind(event["kind"])
        concerned = [letter["writer_id"]] if kind in TELLS_WRITER else []
        if kind in TELLS_HOLDER:
            concerned += await _behind(tx, letter)
        reached = {row["id"] for row in await tx.all("SELECT id FROM people WHERE telegram_id IS NOT NULL")}
        about = [row for row in owed if row["letter_id"] == letter["id"] or letter["number"] in _json(row)]
        missed = (set(concerned) & reached) - {row["person_id"] for row in about}
        assert not missed, f"people {missed} were told nothing of {kind} of {letter['number']}"


_LETTERS = "SELECT id, number, writer_id, member_id, unit_id, state, is_anonymous FROM letters"
_EVENTS = "SELECT id, letter_id, kind FROM letter_events WHERE id > :after ORDER BY id"
_OWED = """
    SELECT id, person_id, chat_id, content_json, letter_id, entry_id FROM outbox WHERE id > :after ORDER BY id
"""
_OFFICE = {"$text": "the-office", "args": {}}


async def _holder(tx: Tx, letter: Row) -> Any:
    if letter["unit_id"] is not None:
        name = await tx.value("SELECT name FROM units WHERE id = :id", id=letter["unit_id"])
        return {"$text": "unit-named", "args": {"name": name}}
    if letter["member_id"] is None:
        return _OFFICE
    sql = "SELECT p.name FROM people p JOIN members m ON m.person_id = p.id WHERE m.id = :id"
    return {"$text": "member-named", "args": {"name": await tx.value(sql, id=letter["member_id"])}}


async def _behind(tx: Tx, letter: Row) -> list[int]:
    if letter["unit_id"] is not None:
        rows = await tx.all("SELECT person_id AS id FROM unit_people WHERE unit_id = :id", id=letter["unit_id"])
    elif letter["member_id"] is None:
        rows = await tx.all("SELECT person_id AS id FROM roles WHERE role = 'office'")
    else:
        rows = await tx.all("SELECT person_id AS id FROM members WHERE id = :id", id=letter["member_id"])
    return [row["id"] for row in rows]


def _texts(packed: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every sentence of a packed text, with its arguments."""
    if isinstance(packed, dict):
        if "$text" in packed:
            yield packed["$text"], packed["args"]
        for value in packed.values():
            yield from _texts(value)
    elif isinstance(packed, list):
        for value in packed:
            yield from _texts(value)


def _written(content: Any) -> str:
    return _json({name: content.get(name) for name in ("text", "media", "picture", "paper", "commands", "edits")})


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
