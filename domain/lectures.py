"""Lecture orders (委员讲堂, 订单式服务): a community orders, exactly one member takes it. Source: Xishan, 二（二）."""

from dataclasses import dataclass
from datetime import datetime

from domain.refusals import Refusal


class OrderUnknown(Refusal):
    text = "order-unknown"


class OrderIsTaken(Refusal):
    """Argument: ``name``, who took it."""

    text = "order-is-taken"


class OrderIsWithdrawn(Refusal):
    text = "order-is-withdrawn"


class OrderIsPast(Refusal):
    text = "order-is-past"


class OrderIsNotYours(Refusal):
    text = "order-is-not-yours"


class OrderIsUnclear(Refusal):
    """A topic, a time or a place is missing."""

    text = "order-is-unclear"


@dataclass(frozen=True)
class Order:
    """What is wished for. ``taken_by``: the name of the member who took it."""

    id: int
    topic: str
    place: str
    begins_at: datetime
    ends_at: datetime
    ordered_by_id: int
    unit_id: int | None = None
    unit: str = ""
    taken_by_id: int | None = None
    taken_by: str = ""
    withdrawn_at: datetime | None = None
    activity_id: int | None = None

    def must_be_open(self, at: datetime) -> None:
        """Raises: OrderIsWithdrawn, OrderIsTaken, OrderIsPast."""
        if self.withdrawn_at is not None:
            raise OrderIsWithdrawn
        if self.taken_by_id is not None:
            raise OrderIsTaken(name=self.taken_by)
        if self.begins_at <= at:
            raise OrderIsPast
