"""Units and the people who belong to them, for the office: who they are, who has joined, invitations for the rest."""

from telegram import Update

from domain.people import Unit
from domain.refusals import Refusal
from handlers.context import Ctx
from handlers.office import give_unit_people
from handlers.steps import Prompt, number, put
from services.buttons import page_of
from services.contacts import shown_phone
from services.list_lines import kind_name
from services.outbox import Button
from storage import invitations, units
from texts import Text

PAGE = 20
"""Units in one message."""
MOST_PEOPLE = 40


class NoSuchUnit(Refusal):
    text = "unit-is-unknown"


class InvitedSince(Refusal):
    """Argument: ``unit``."""

    text = "unit-was-invited-since"


async def list_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the first unit shown, from 0 on."""
    shown, more = page_of(await units.counted(ctx.tx), number(ctx.args, 0), PAGE, "roster-units")
    lines = [
        Text(
            "units-line",
            unit=unit["name"],
            kind=kind_name(unit["kind"]),
            people=str(unit["people"]),
            joined=str(unit["joined"]),
        )
        for unit in shown
    ]
    buttons = [[Button("button-unit", f"roster-unit:{unit['id']}", args={"name": unit["name"]})] for unit in shown]
    text = Text("units-shown", lines=lines) if shown else Text("units-none")
    await put(ctx, Prompt(text, [*buttons, *more]))


async def one_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the unit."""
    unit = await _unit(ctx)
    people = await units.roll(ctx.tx, unit.id)
    lines = [
        Text(
            "unit-people-line",
            name=one["name"],
            post=one["post"],
            phone=shown_phone(one["phone"]) if one["phone"] else "",
            state=Text("unit-people-joined" if one["is_joined"] else "unit-people-not-joined"),
        )
        for one in people[:MOST_PEOPLE]
    ]
    if len(people) > MOST_PEOPLE:
        lines.append(Text("roster-more-lines", count=len(people) - MOST_PEOPLE))
    absent = any(not one["is_joined"] for one in people)
    # Slips end those before them: a second press, or an old button, must not make void what was just given out.
    seen = await invitations.newest_of_unit(ctx.tx, unit.id)
    invite = [[Button("unit-people-button-invite", f"roster-unit-invite:{unit.id}:{seen}")]] if absent else []
    shown = lines or [Text("unit-people-none")]
    text = Text("unit-people-shown", unit=unit.name, kind=kind_name(unit.kind), lines=shown)
    await put(ctx, Prompt(text, [*invite, [Button("button-back", "roster-units:0")]]))


async def invite_pressed(_: Update, ctx: Ctx) -> None:
    """Arguments: the unit, and its last invitation when the button was shown. Slips for all who have not joined.

    Raises:
        NoSuchUnit, InvitedSince
    """
    unit = await _unit(ctx)
    if await invitations.newest_of_unit(ctx.tx, unit.id) != number(ctx.args, 1):
        raise InvitedSince(unit=unit.name)
    await give_unit_people(ctx, unit.name)


async def _unit(ctx: Ctx) -> Unit:
    """Raises: NoSuchUnit."""
    unit = await units.get(ctx.tx, number(ctx.args, 0))
    if unit is None:
        raise NoSuchUnit
    return unit
