"""What a typed line says of a visit, and what is wrong with its day."""

from dataclasses import replace
from datetime import date
from typing import Any

from domain.days import DayIsBeforeTheYear, DayIsInTheFuture, NoSuchDay, check_visit_day
from domain.refusals import Refusal
from domain.visit_lines import ContactIsMissing, VisitLine
from handlers.context import Ctx
from handlers.visit_words import packed_promises
from services import contacts, visits

NOBODY = "某"
"""Stands in for the contact of a line that names none, so that the rest can be read."""


async def understood(ctx: Ctx, text: str) -> tuple[dict[str, Any], Refusal | None]:
    """What a line says of a report, and what is wrong with its day."""
    known = await contacts.of_member(ctx.tx, ctx.member)
    line, problem = _read(visits.part_name(text, known, ctx.today), ctx.today)
    said: dict[str, Any] = {"wanted": line.contact}
    named = visits.named(line.contact, known)
    if len(named) == 1:
        said["contact_id"] = named[0].id
    if line.day is not None and problem is None:
        problem = _problem_of(line.day, ctx)
        said |= {} if problem else {"day": line.day.isoformat()}
    said |= {"kind": line.kind} if line.kind else {}
    said |= {"note": line.note} if line.note else {}
    if line.note or line.good_deeds or line.promises:
        said |= {"deeds": list(line.good_deeds), "promises": packed_promises(line.promises)}
    return said, problem


def _read(text: str, today: date) -> tuple[VisitLine, Refusal | None]:
    """The line, without a day that the calendar lacks; one that names nobody goes on with the question who it was."""
    try:
        return VisitLine.parse(text, today, is_whole=False), None
    except ContactIsMissing:
        line, problem = _read(f"{NOBODY} {text}", today)
        return replace(line, contact=""), problem
    except NoSuchDay as refusal:
        rest = text.replace(refusal.args_of_text["typed"], " ", 1)
        if rest == text:
            raise
        return _read(rest, today)[0], refusal


def _problem_of(day: date, ctx: Ctx) -> Refusal | None:
    try:
        check_visit_day(day, ctx.today, ctx.house.scheme.began(ctx.today.year))
    except (DayIsInTheFuture, DayIsBeforeTheYear) as refusal:
        return refusal
    return None
