"""What a handler works with: the transaction, the person, the dialogue, and the ways to say something."""

from collections.abc import Awaitable, Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from domain.floods import Flow
from domain.people import Member, NotForYourRole, Person, Role
from domain.schemes import Scheme
from domain.settings import (
    Appraisal,
    Backup,
    Briefs,
    Cards,
    Channels,
    Committee,
    Invitations,
    Mailbox,
    Privacy,
    Reminders,
    Retention,
    Totals,
    Visits,
)
from domain.workdays import Workdays
from services.finding import Finder
from services.outbox import About, Button, Buttons, Envelope, Lane, Media, Paper, Picture, tell_chat
from services.rounds import Rules
from storage import dialogues
from storage.db import Tx
from storage.dialogues import Dialogue
from storage.room import Room
from texts import Text, Texts

NO_BACKUP = Backup()
USUAL_BRIEFS = Briefs()
USUAL_PRIVACY = Privacy()
USUAL_RETENTION = Retention()
USUAL_TOTALS = Totals()
USUAL_APPRAISAL = Appraisal()


@dataclass
class House:
    """What stands still while the process runs; but ``scheme`` changes on the day a new version of it begins."""

    committee: Committee
    channels: Channels
    reminders: Reminders
    mailbox: Mailbox
    visits: Visits
    invitations: Invitations
    cards: Cards
    scheme: Scheme
    workdays: Workdays
    texts: Texts
    bot_name: str
    backup: Backup = NO_BACKUP
    briefs: Briefs = USUAL_BRIEFS
    page_url: str = ""
    """Where people outside reach our pages; "": nowhere."""
    privacy: Privacy = USUAL_PRIVACY
    retention: Retention = USUAL_RETENTION
    totals: Totals = USUAL_TOTALS
    appraisal: Appraisal = USUAL_APPRAISAL
    flow: Flow | None = None
    room: Room | None = None

    @property
    def rules(self) -> Rules:
        """What the committee has set, as services want it."""
        return Rules(self.scheme, self.reminders, self.committee.zone, self.workdays)


CommandsFor = Callable[[frozenset[Role]], list[str]]
"""The names of the commands that a person of these roles is shown."""


def _no_commands(_: frozenset[Role]) -> list[str]:
    return []


class Place(NamedTuple):
    """A message in its chat."""

    chat_id: int
    message_id: int


@dataclass
class Unit:
    """One update's unit of work.

    ``pressed_on`` is the message of ours whose button was pressed, as long as Telegram shows it (python-telegram-bot's
    update lacks it). ``toast`` answers the button (``query_id``) after the commit, as an ``alert`` when it has to be
    read; ``error`` undoes everything; ``route`` is whose time it was, in words of ours alone.
    ``ask_again`` puts the question anew whose answer was refused.
    """

    tx: Tx
    house: House
    error: BaseException | None = None
    query_id: str | None = None
    pressed_on: Place | None = None
    toast: Text | None = None
    alert: bool = False
    language: str = "zh"
    commands_for: CommandsFor = _no_commands
    route: str = "other"
    ctx: "Ctx | None" = None
    ask_again: Callable[["Ctx"], Awaitable[None]] | None = None


current: ContextVar[Unit] = ContextVar("unit-of-work")


@dataclass
class Ctx:
    """One update, seen by its handler.

    ``rest`` is the text after a command; ``args`` are a button's arguments, without its name. ``because`` goes before
    what is said next, in the same message. While ``offered`` is a list, nothing is said: the buttons that would stand
    under it are put there.
    """

    unit: Unit
    person: Person
    chat_id: int
    message_id: int | None
    dialogue: Dialogue | None
    membership: Member | None = None
    rest: str = ""
    args: tuple[str, ...] = ()
    pressed: bool = False
    finished: bool = False
    because: Text | None = None
    offered: list[Button] | None = None

    @property
    def tx(self) -> Tx:
        return self.unit.tx

    @cached_property
    def finder(self) -> Finder:
        """Looks for members by what was said; who serves is read once in an update."""
        return Finder(self.tx)

    @property
    def house(self) -> House:
        return self.unit.house

    @property
    def today(self) -> date:
        """The day in the committee's time zone."""
        return self.tx.now.astimezone(self.house.committee.zone).date()

    @property
    def member(self) -> Member:
        """The person's membership.

        Raises:
            NotForYourRole: they are not a member.
        """
        if self.membership is None:
            raise NotForYourRole
        return self.membership

    @property
    def commands(self) -> list[str]:
        """The names of the commands that the person is shown."""
        return self.unit.commands_for(self.person.roles)

    @property
    def draft(self) -> dict[str, Any]:
        """What was said so far in the dialogue in hand."""
        return self.dialogue.draft if self.dialogue else {}

    async def say(
        self,
        key: str,
        /,
        *,
        buttons: Buttons = (),
        media: tuple[Media, ...] = (),
        picture: Picture | None = None,
        paper: Paper | None = None,
        about: About | None = None,
        **args: Any,
    ) -> None:
        """Answer the person, in their own chat."""
        if self._only_offers(buttons):
            return
        files: dict[str, Any] = {"media": media, "picture": picture, "paper": paper}
        await self._answer(Text(key, **args), Envelope(lane=Lane.ANSWER, about=about), buttons=buttons, **files)

    async def revise(self, key: str, /, *, buttons: Buttons = (), about: About | None = None, **args: Any) -> None:
        """Put new words and buttons into the message whose button was pressed; without one, say them."""
        if self._only_offers(buttons):
            return
        envelope = Envelope(lane=Lane.ANSWER, about=about, edits=self.message_id if self.pressed else None)
        await self._answer(Text(key, **args), envelope, buttons=buttons)

    async def _answer(self, text: Text, envelope: Envelope, **how: Any) -> None:
        """Their address is known: they have just spoken."""
        chat_id = self.person.telegram_id
        assert chat_id is not None
        said, self.because = _with(self.because, text), None
        await tell_chat(
            self.tx, chat_id, said, self.person.language, person_id=self.person.id, envelope=envelope, **how
        )

    def _only_offers(self, buttons: Buttons) -> bool:
        if self.offered is None:
            return False
        self.offered.extend(button for row in buttons for button in row)
        return True

    def toast(self, key: str, /, **args: Any) -> None:
        """A line that appears over the chat for a moment, in answer to the pressed button."""
        self.unit.toast = Text(key, **args)

    async def begin(self, step: str, draft: Mapping[str, Any] | None = None) -> None:
        """Start a dialogue; one that was under way waits and comes back after it."""
        self.dialogue = await dialogues.begin(self.tx, self.person.id, step, dict(draft or {}))

    async def go(self, step: str, **changes: Any) -> None:
        """On to a step of the dialogue in hand, with changes to its draft."""
        assert self.dialogue is not None
        self.dialogue = await dialogues.move(self.tx, self.dialogue, step, self.dialogue.draft | changes)

    async def under_way(self, kind: str) -> Dialogue | None:
        """The person's newest dialogue of this kind. With nothing in hand there is none of any."""
        return await dialogues.of_kind(self.tx, self.person.id, kind) if self.dialogue else None

    async def take_in_hand(self, number: int) -> Dialogue | None:
        """The person's dialogue of this number, most often in hand already; None when it is over or another's."""
        if self.dialogue is None or self.dialogue.id != number:
            self.dialogue = await dialogues.get(self.tx, number, self.person.id)
        return self.dialogue

    async def finish(self) -> None:
        """The dialogue in hand is over; ``dialogue`` becomes the one that waited, if any."""
        assert self.dialogue is not None
        await dialogues.end(self.tx, self.dialogue.id)
        self.finished = True
        self.dialogue = await dialogues.active(self.tx, self.person.id)

    def button(self, label: str, route: str, *args: object, **words: Any) -> Button:
        """A button of the dialogue in hand: it carries the dialogue's number, so that an old one is known as old."""
        assert self.dialogue is not None
        return Button(label, does=":".join([route, str(self.dialogue.id), *map(str, args)]), args=words)


def _with(said: Text | None, asked: Text) -> Text:
    return Text("said-and-asked", said=said, asked=asked) if said else asked
