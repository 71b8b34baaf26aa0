"""What a typed line says of a visit, and what is wrong with its day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from domain import visit_names
from domain.contacts import Contact
from domain.days import DayIsBeforeTheYear, DayIsInTheFuture, NoSuchDay, check_visit_day
from domain.refusals import Refusal
from domain.visit_heads import without_labels
from domain.visit_lines import ContactIsMissing, VisitLine
from handlers.context import Ctx
from handlers.visit_words import packed_promises
from services import contacts, visits

NOBODY = "某"
"""Stands in for the contact of a line that names none, so that the rest can be read."""
LONGEST_NAME = 6
"""Characters of a word that is asked for as a name; a longer one was the report."""


async def understood(ctx: Ctx, text: str) -> tuple[dict[str, Any], Refusal | None]:
    """What a line says of a report, and what is wrong with its day.

    Besides the report's own fields: ``others``, contacts who were visited too; ``strangers``, named beside them and
    nobody's contact; ``perhaps``, a day that may have been the visit's.
    """
    known = await contacts.of_member(ctx.tx, ctx.member)
    named = visit_names.read_names(text, [contact.name for contact in known], ctx.today)
    line, problem = _read(visit_names.arranged(text, named, ctx.today), ctx.today)
    said: dict[str, Any] = {"wanted": line.contact, "others": [], "strangers": []}
    found = visits.named(line.contact, known)
    if len(found) == 1:
        said["contact_id"] = found[0].id
    if named is not None:
        said |= _others(named, known)
    if line.day is not None and problem is None:
        problem = _problem_of(line.day, ctx)
        said |= {} if problem else {"day": line.day.isoformat()}
    elif line.perhaps is not None and problem is None:
        said["perhaps"] = line.perhaps.isoformat()
    said |= {"kind": line.kind} if line.kind else {}
    # 我们村王秀英的孙子考上了大学: a sentence without a space is not asked for a second time.
    is_sentence = not found and len(line.contact) > LONGEST_NAME and any(one.name in line.contact for one in known)
    note = line.note or (line.contact if is_sentence else "")
    said |= {"note": note} if note else {}
    if note or line.good_deeds or line.promises:
        said |= {"deeds": list(line.good_deeds), "promises": packed_promises(line.promises)}
    return said, problem


async def parted(ctx: Ctx, text: str) -> list[str]:
    """A message's reports, where each line is one of its own."""
    return visit_names.parted(without_labels(text), await _known(ctx), ctx.today)


async def tells_of_a_visit(ctx: Ctx, text: str) -> bool:
    """Does a message without any command say that someone was visited?"""
    known = await _known(ctx)
    first = visit_names.parted(without_labels(text), known, ctx.today)[0]
    return visit_names.tells_of_a_visit(first, visit_names.read_names(first, known, ctx.today), ctx.today)


async def names_a_contact(ctx: Ctx, text: str) -> bool:
    """Does a message without any command begin with a contact's name?"""
    known = await _known(ctx)
    first = visit_names.parted(without_labels(text), known, ctx.today)[0]
    return visit_names.read_names(first, known, ctx.today) is not None


async def _known(ctx: Ctx) -> list[str]:
    return [contact.name for contact in await contacts.of_member(ctx.tx, ctx.member)]


def _others(named: visit_names.Named, known: Sequence[Contact]) -> dict[str, Any]:
    """Whom a line names after the first; of namesakes nobody can say here which one it is."""
    found = {name: visits.named(name, known) for name in named.names[1:]}
    others = [those[0].id for those in found.values() if len(those) == 1]
    return {"others": others, "strangers": [*named.strangers, *(name for name in found if len(found[name]) != 1)]}


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
