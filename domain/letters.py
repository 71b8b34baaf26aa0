"""Letters: their states, what may follow what, the deadlines and pauses, all as tables; and what a letter is.

The rules are in ``domain.letter_steps``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from domain.letter_kinds import LetterKind, Mark
from domain.people import Member, Person, Role
from domain.refusals import MovedOn, Refusal


class LetterState(StrEnum):
    """Where a letter stands, seen from its writer."""

    RECEIVED = "received"  # something in it waits to be read by who holds it
    READ = "read"
    ANSWERED = "answered"
    FORWARDED = "forwarded"  # with a unit or a department, and not read there yet
    WAITING = "waiting"  # its holder asked its writer something: the clock stands
    SETTLED = "settled"
    REOPENED = "reopened"  # its writer went on after the end, and nobody has read that yet
    WITHDRAWN = "withdrawn"  # by its writer
    RETURNED = "returned"  # back with its writer, who is asked for something: nothing to do until they go on


_ENDS = (LetterState.SETTLED, LetterState.WITHDRAWN, LetterState.RETURNED)
_ON = (LetterState.ANSWERED, LetterState.FORWARDED, LetterState.WAITING, *_ENDS)

MAY_BECOME: Mapping[LetterState, frozenset[LetterState]] = {
    LetterState.RECEIVED: frozenset({LetterState.READ, *_ON}),
    LetterState.READ: frozenset({LetterState.RECEIVED, *_ON}),
    LetterState.ANSWERED: frozenset({LetterState.RECEIVED, LetterState.FORWARDED, LetterState.WAITING, *_ENDS}),
    LetterState.FORWARDED: frozenset(
        {LetterState.RECEIVED, LetterState.READ, LetterState.ANSWERED, LetterState.WAITING, *_ENDS}
    ),
    LetterState.WAITING: frozenset({LetterState.RECEIVED, LetterState.ANSWERED, LetterState.FORWARDED, *_ENDS}),
    LetterState.SETTLED: frozenset({LetterState.REOPENED}),
    LetterState.REOPENED: frozenset({LetterState.RECEIVED, LetterState.READ, *_ON}),
    LetterState.WITHDRAWN: frozenset({LetterState.REOPENED}),
    LetterState.RETURNED: frozenset({LetterState.RECEIVED, LetterState.WITHDRAWN}),
}
"""What may follow what. A letter goes back to received when its writer adds to it or someone else holds it now."""

OVER = frozenset({LetterState.SETTLED, LetterState.WITHDRAWN, LetterState.RETURNED})
"""States in which nobody but the writer can go on with a letter."""

UNREAD = frozenset({LetterState.RECEIVED, LetterState.FORWARDED, LetterState.REOPENED})
"""States in which something in a letter waits to be read by who holds it."""


class Outcome(StrEnum):
    """What came of it, as who settles it says (the software's own scale: no document names one)."""

    SOLVED = "solved"
    PARTLY = "partly"
    EXPLAINED = "explained"
    NOT_POSSIBLE = "not-possible"
    REFERRED = "referred"


# --- deadlines and chasing: the rules of docs/letters.md --------------------------------------------------------------


class Clock(StrEnum):
    """What is waited for. How many workdays it may take stands in the configuration, ``[mailbox]``."""

    ANSWER = "answer"  # the holder's next word: from when the writer began to wait, or a new holder got it
    SETTLE = "settle"  # the end: from when the letter came in, or was opened again; it stands while the writer is asked


class Chased(StrEnum):
    """Who is reminded."""

    HOLDER = "holder"
    UNIT = "unit"  # the people of the unit that a member belongs to
    OFFICE = "office"


@dataclass(frozen=True)
class ChaseStep:
    """A reminder: to whom, how many workdays from the deadline (``before`` and ``pauses`` as configured)."""

    name: str
    whom: Chased
    before: int = 0
    after: int = 0
    pauses: int = 0


CHASES: tuple[ChaseStep, ...] = (
    ChaseStep("soon", Chased.HOLDER, before=1),
    ChaseStep("late", Chased.HOLDER, after=1),
    ChaseStep("unit", Chased.UNIT, after=1, pauses=1),
    ChaseStep("office", Chased.OFFICE, after=1, pauses=2),
)
"""One after another, each once for a deadline. ``before``, ``pauses``: times ``[mailbox] remind_before_workdays`` and
``chase_pause_workdays``. The software's own: no document names any."""

URGE_PAUSE = timedelta(days=7)
"""Between one 催一下 of the writer and the next."""


class Grade(StrEnum):
    """Did it help? The writer's judgement (the software's own scale: no document names one)."""

    HELPED = "helped"
    PARTLY = "partly"
    NOT = "not"


class Side(StrEnum):
    """On whose behalf an entry of the thread was written."""

    WRITER = "writer"
    HOLDER = "holder"


class EventKind(StrEnum):
    """What can happen to a letter: each is a row of its log, which is only ever added to."""

    SUBMITTED = "submitted"
    READ = "read"
    ANSWERED = "answered"
    FOLLOWED_UP = "followed-up"
    REOPENED = "reopened"
    HANDED_OVER = "handed-over"
    ASSIGNED = "assigned"  # the office named who holds it
    KEPT = "kept"  # the office deals with it itself
    POSTED = "posted"  # to the members' group
    CLAIMED = "claimed"  # a member took it there
    REDIRECTED = "redirected"  # its member is away
    BACK_TO_TRIAGE = "back-to-triage"  # its member left, or can't be reached
    RETURNED = "returned"
    HELD = "held"  # for a look by the office, before who holds it gets it
    RELEASED = "released"  # after the look
    MARKED = "marked"
    MERGED = "merged"  # dealt with together with others about the same matter
    TAKEN_OUT = "taken-out"  # of that matter
    FED_BACK = "fed-back"  # the result of a brief made of it was told to its writer
    PASSED_ON = "passed-on"  # the holder can't be reached: the office was told
    EDITED = "edited"
    ASKED = "asked"  # the holder asked the writer something
    CHASED = "chased"
    URGED = "urged"  # by the writer: 催一下
    TAKEN_BACK = "taken-back"
    RECORDED = "recorded"  # keyed in for its writer
    WRITER_CAME = "writer-came"  # and claimed by them
    SETTLED = "settled"
    OUTCOME = "outcome"  # said after it was settled
    WITHDRAWN = "withdrawn"
    CONTINUED = "continued"  # its writer went on long after the end: in a new letter
    GRADED = "graded"
    CONSENTED = "consented"  # its writer said whether it may be made public
    PUBLISHED = "published"  # shown in the public channel, or shown in other words
    UNPUBLISHED = "unpublished"  # the office keeps it inside, or took it down


OF_WRITER = frozenset(
    {
        *(EventKind.SUBMITTED, EventKind.FOLLOWED_UP, EventKind.REOPENED, EventKind.CONTINUED, EventKind.EDITED),
        *(EventKind.URGED, EventKind.WITHDRAWN, EventKind.TAKEN_BACK, EventKind.WRITER_CAME, EventKind.SETTLED),
        *(EventKind.GRADED, EventKind.CONSENTED),
    }
)
"""What a writer does as such. Somebody of the office who wrote anonymously does all else as the office, like others."""


class LetterNotFound(MovedOn):
    """There is none of this number, or not for this person: the two are not told apart."""

    text = "letter-not-found"


class NotYourLetter(MovedOn):
    text = "letter-is-not-yours"


class LetterIsWithAnother(MovedOn):
    """Someone who held the letter presses a button of that time. Arguments: ``number``, ``holder``."""

    text = "letter-is-with-another"


class LetterIsClosed(MovedOn):
    text = "letter-is-closed"


class LetterWasReturned(MovedOn):
    """It waits for its writer. Argument: ``number``."""

    text = "letter-was-returned"


class LetterWasWithdrawn(MovedOn):
    """Argument: ``number``."""

    text = "letter-was-withdrawn"


class YourLetterIsClosed(LetterIsClosed):
    """As its writer is told. Argument: ``number``."""

    text = "your-letter-is-closed"


class YourLetterWasWithdrawn(LetterWasWithdrawn):
    """As its writer is told. Argument: ``number``."""

    text = "your-letter-was-withdrawn"


class LetterWaitsForYou(Refusal):
    """Its writer urges, but was asked something. Argument: ``number``."""

    text = "letter-waits-for-you"


class UrgedAlready(Refusal):
    """Arguments: ``number``, and ``again``, the moment from which it may be done anew."""

    text = "letter-urged-already"


class LetterIsNotSettled(MovedOn):
    text = "letter-is-not-settled"


class AlreadyWithThem(Refusal):
    """Argument: ``holder``."""

    text = "letter-is-already-with-them"


class NotGradedYet(Refusal):
    text = "letter-is-not-graded-yet"


@dataclass(frozen=True)
class Desk:
    """Where a letter lies: with a member, with a unit (a department is one), or with the office (neither)."""

    member_id: int | None = None
    unit_id: int | None = None

    @property
    def is_office(self) -> bool:
        return self.member_id is None and self.unit_id is None


OFFICE_DESK = Desk()


@dataclass(frozen=True)
class Letter:
    """What a constituent sent to the committee. A member holds it, a unit, or the office (neither of the two).

    ``is_in_triage``: the office holds it until it has decided who shall. ``waiting_since_at`` is when the writer began
    to wait for the holder's next word; None once answered or over. ``settled_at`` is when it was settled, withdrawn or
    returned. ``owed_since_at`` and ``opened_at`` are where the two clocks begin (``Clock``); ``follows_id`` is the
    letter that this one goes on with.
    """

    id: int
    number: str
    writer_id: int
    member_id: int | None
    kind: LetterKind
    is_anonymous: bool
    topic: str = field(repr=False)
    state: LetterState
    received_at: datetime
    is_in_triage: bool = False
    mark: Mark | None = None
    waiting_since_at: datetime | None = None
    answered_at: datetime | None = None
    settled_at: datetime | None = None
    helped: Grade | None = None
    helped_words: str | None = field(default=None, repr=False)
    unit_id: int | None = None
    outcome: Outcome | None = None
    owed_since_at: datetime | None = None
    opened_at: datetime | None = None
    follows_id: int | None = None

    @property
    def desk(self) -> Desk:
        """Who holds it."""
        return Desk(self.member_id, self.unit_id)

    @property
    def is_settled(self) -> bool:
        return self.state is LetterState.SETTLED

    @property
    def is_over(self) -> bool:
        """Settled, or returned to its writer."""
        return self.state in OVER


@dataclass(frozen=True)
class Actor:
    """Someone about to do something to a letter, with the membership they have and the units they belong to."""

    person: Person
    member: Member | None = None
    unit_ids: frozenset[int] = frozenset()

    @property
    def is_office(self) -> bool:
        return Role.OFFICE in self.person.roles
