"""Lecture orders: a community orders a topic and a time, exactly one member takes it, and it becomes an activity."""

import re
from dataclasses import replace
from datetime import datetime

from domain.activities import ActivityKind, Attendance, read_title
from domain.activity_times import parse_when
from domain.lectures import Order, OrderIsNotYours, OrderIsTaken, OrderIsUnclear, OrderIsWithdrawn, OrderUnknown
from domain.people import Member, Person, Role
from services import activities, organisers
from services.activities import NewActivity
from services.activity_words import answer_buttons, span
from services.contacts import read_line
from services.outbox import Button, Envelope, Lane, tell
from services.rounds import Rules
from storage import activity_people, lectures, people
from storage.db import Tx
from texts import Text

SHOWN = 10
_PARTS = re.compile(r"[;；\n]+")


def described(order: Order, house: Rules) -> Text:
    return Text(
        "order-described",
        topic=order.topic,
        when=span(order.begins_at, order.ends_at, house.zone),
        place=order.place,
        unit=order.unit or Text("activity-by-office"),
    )


def read(typed: str, now: datetime, house: Rules) -> Order:
    """``健康讲座；5月20日 14:00-16:00；城北社区``.

    Raises:
        OrderIsUnclear, TitleIsTooLong, LineIsEmpty, LineIsTooLong, WhenIsUnclear, WhenIsPast,
        EndIsNotAfterBeginning, WhenIsTooFar, NoSuchDay
    """
    parts = [part.strip() for part in _PARTS.split(typed) if part.strip()]
    if len(parts) != 3:
        raise OrderIsUnclear
    when = parse_when(parts[1], now, house.zone)
    topic = read_title(read_line(parts[0]))
    return Order(0, topic, read_line(parts[2]), when.begins_at, when.ends_at, 0)


async def order(tx: Tx, wished: Order, by: Person, house: Rules) -> Order:
    """Every member who serves is told, and the first who takes it has it.

    Raises:
        OrganiserHasNoUnit
    """
    unit_id = await organisers.own_unit(tx, by)
    number = await lectures.add(tx, replace(wished, ordered_by_id=by.id, unit_id=unit_id))
    placed = await lectures.get(tx, number)
    assert placed is not None
    text = Text("order-is-offered", order=described(placed, house))
    take = [[Button("order-button-take", f"lecture-take:{placed.id}")]]
    for member in await people.members(tx):
        await tell(tx, member.person_id, text, buttons=take, envelope=Envelope(lane=Lane.BROADCAST))
    return placed


async def open_orders(tx: Tx) -> list[Order]:
    return await lectures.open_orders(tx, SHOWN)


async def take(tx: Tx, order_id: int, member: Member, house: Rules) -> Order:
    """The member gives the lecture; pressed again, it stays theirs.

    Raises:
        OrderUnknown, OrderIsWithdrawn, OrderIsTaken, OrderIsPast
    """
    placed = await _known(tx, order_id)
    if placed.taken_by_id == member.id:
        return placed
    placed.must_be_open(tx.now)
    if not await lectures.take(tx, placed.id, member.id):
        now = await _known(tx, order_id)
        raise OrderIsWithdrawn if now.withdrawn_at else OrderIsTaken(name=now.taken_by)
    new = NewActivity(
        ActivityKind.LECTURE, placed.topic, placed.place, placed.begins_at, placed.ends_at, unit_id=placed.unit_id
    )
    activity = await activities.enter(tx, new, placed.ordered_by_id, house)
    await activity_people.put(tx, activity.id, member.person_id, member.id, Attendance.COMING)
    await lectures.becomes(tx, placed.id, activity.id)
    news = Text("order-was-taken", order=described(placed, house), name=member.name)
    desk = [[Button("activity-button-desk", f"activity-desk:{activity.id}", args={"title": activity.title})]]
    await tell(tx, placed.ordered_by_id, news, buttons=desk)
    coming = answer_buttons(activity, Attendance.COMING)
    await tell(tx, member.person_id, Text("order-is-yours", order=described(placed, house)), buttons=coming)
    return await _known(tx, order_id)


async def withdraw(tx: Tx, order_id: int, by: Person) -> Order:
    """Raises: OrderUnknown, OrderIsNotYours, OrderIsWithdrawn, OrderIsTaken."""
    placed = await _known(tx, order_id)
    if placed.ordered_by_id != by.id and Role.OFFICE not in by.roles:
        raise OrderIsNotYours
    if not await lectures.withdraw(tx, placed.id):
        raise OrderIsTaken(name=placed.taken_by) if placed.taken_by_id else OrderIsWithdrawn
    return placed


async def _known(tx: Tx, order_id: int) -> Order:
    placed = await lectures.get(tx, order_id)
    if placed is None:
        raise OrderUnknown
    return placed
