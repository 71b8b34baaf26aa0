"""Reception days (接待日) and duty rooms (值班室): times at which a member receives people, one after another.

Source: Xishan, 二（二）; how long one talk lasts is the software's own default.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from domain.refusals import MovedOn, Refusal

TALK = timedelta(minutes=30)
"""The software's own default."""
MOST_AT_ONCE = 16
MOST_BOOKINGS = 3
"""So many booked times one person may hold: the software's own default."""


class SlotKind(StrEnum):
    RECEPTION_DAY = "reception_day"
    DUTY_ROOM = "duty_room"


class SlotUnknown(MovedOn):
    """There is none, or it was cancelled."""

    text = "slot-unknown"


class SlotIsTaken(MovedOn):
    text = "slot-is-taken"


class SlotIsPast(MovedOn):
    text = "slot-is-past"


class SlotIsYourOwn(Refusal):
    text = "slot-is-your-own"


class SlotsOverlap(Refusal):
    """Argument: ``begins``, of the one that is there."""

    text = "slots-overlap"


class SlotsAreTooMany(Refusal):
    """Argument: ``limit``, as text."""

    text = "slots-are-too-many"


class SlotNeedsPlace(Refusal):
    text = "slot-needs-place"


class BookingsAreTooMany(Refusal):
    """Argument: ``limit``, as text."""

    text = "bookings-are-too-many"


class NotYourBooking(Refusal):
    text = "booking-is-not-yours"


@dataclass(frozen=True)
class Booking:
    id: int
    person_id: int
    name: str = field(repr=False)
    topic: str = field(repr=False)


@dataclass(frozen=True)
class Slot:
    """One talk's time with a member (``host`` is their name, ``host_id`` their person); who has booked it."""

    id: int
    kind: SlotKind
    member_id: int
    host_id: int
    host: str
    place: str
    begins_at: datetime
    ends_at: datetime
    cancelled_at: datetime | None = None
    booking: Booking | None = None


def talks(begins_at: datetime, ends_at: datetime) -> list[tuple[datetime, datetime]]:
    """The times of the talks in a span; a rest shorter than a talk belongs to the last one.

    Raises:
        SlotsAreTooMany
    """
    count = max(1, (ends_at - begins_at) // TALK)
    if count > MOST_AT_ONCE:
        raise SlotsAreTooMany(limit=str(MOST_AT_ONCE))
    starts = [begins_at + TALK * number for number in range(count)]
    return list(zip(starts, [*starts[1:], ends_at], strict=True))


def check_may_book(slot: Slot | None, person_id: int, held: int, at: datetime) -> Slot:
    """The slot, if this person may have it; ``held``: how many they hold.

    Raises:
        SlotUnknown, SlotIsYourOwn, SlotIsPast, SlotIsTaken, BookingsAreTooMany
    """
    if slot is None or slot.cancelled_at is not None:
        raise SlotUnknown
    if slot.host_id == person_id:
        raise SlotIsYourOwn
    if slot.begins_at <= at:
        raise SlotIsPast
    if slot.booking is not None:
        raise SlotIsTaken
    if held >= MOST_BOOKINGS:
        raise BookingsAreTooMany(limit=str(MOST_BOOKINGS))
    return slot
