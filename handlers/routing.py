"""The kinds of routes; ``routes/`` lists all of them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from telegram import Update

from domain.people import UNIT_ROLES, Role
from handlers.context import Ctx

Handler = Callable[[Update, Ctx], Awaitable[None]]
Prompt = Callable[[Ctx], Awaitable[None]]

EVERYONE: frozenset[Role] = frozenset()
MEMBERS = frozenset({Role.MEMBER})
OFFICE = frozenset({Role.OFFICE})
LEADERS = frozenset({Role.LEADER})
DEPARTMENTS = frozenset({Role.DEPARTMENT})
UNITS = UNIT_ROLES
DESKS = MEMBERS | OFFICE | UNITS
"""Everyone with whom a letter may lie."""
ORGANISERS = frozenset({Role.OFFICE, Role.STAFF})
COMMITTEE = frozenset({Role.MEMBER, Role.OFFICE, Role.STAFF, Role.LEADER})


@dataclass(frozen=True)
class Command:
    """``/name`` and, for who finds a slash hard to type, the same by a first word of Chinese."""

    name: str
    run: Handler
    who: frozenset[Role] = EVERYONE
    words: tuple[str, ...] = ()
    listed: bool = True
    shown_to: frozenset[Role] = EVERYONE
    """Whose menu it stands in, where not all who may use it need it; empty: all of them."""
    keeps_files: bool = False
    """Whether a picture, of which the command is the caption, is kept; where it is not, that is said."""


@dataclass(frozen=True)
class Press:
    """A button: its data is ``name:arg:…``. With ``dialogue`` (its kind), the first arg is the dialogue's number."""

    name: str
    run: Handler
    who: frozenset[Role] = EVERYONE
    dialogue: str | None = None


@dataclass(frozen=True)
class Step:
    """A dialogue's step, ``kind.step``: ``ask`` says what is wanted (again), ``take`` takes the person's message."""

    name: str
    ask: Prompt
    take: Handler
    who: frozenset[Role] = EVERYONE
    keeps_files: bool = False
    """Whether pictures and files are part of the answer; where they are not, and come with words, that is said."""


Route = Command | Press | Step


def may(roles: frozenset[Role], who: frozenset[Role]) -> bool:
    """Whether someone of these roles may take a route that is for ``who`` (empty: everyone)."""
    return not who or bool(roles & who)
