"""``/stats``: a section for each audience; whoever belongs to several sees several."""

from collections.abc import Awaitable, Callable

from telegram import Update

from domain.people import Role
from domain.totals import Period
from handlers.context import Ctx
from handlers.routing import EVERYONE, LEADERS, MEMBERS, OFFICE, may
from services import figures, leaders, statistics
from services.outbox import Button, Buttons
from services.totals import Scope, of_period
from services.totals_stats import of_member, year_picture
from texts import Text

STAFF = frozenset({Role.STAFF})
PICTURE = Button("totals-button-picture", "stats-picture")
WRITE = Button("menu-write", "do-write")


async def _public(ctx: Ctx) -> Text | None:
    return await statistics.public_section(ctx.tx, ctx.house.committee.zone)


async def _mine(ctx: Ctx) -> Text | None:
    """The member's own, at once; their place among all has to be counted."""
    scope = Scope(member_id=ctx.member.id)
    if ctx.house.totals.show_place:
        await figures.ask(ctx.tx, figures.STATS, ctx.person.id, scope=figures.packed(scope))
        return Text("figures-asked-own")
    counted = await of_period(ctx.tx, ctx.house.rules, Period.of_year(ctx.today.year), scope)
    return of_member(counted.members[0], counted) if counted.members else None


async def _leading(ctx: Ctx) -> Text | None:
    """What a leader owes besides; a leader who is on no list of members has no contacts to count."""
    if ctx.membership is None:
        return Text("leader-is-no-member")
    scope = Scope(member_id=ctx.membership.id)
    counted = await of_period(ctx.tx, ctx.house.rules, Period.of_year(ctx.today.year), scope)
    found = await leaders.of(ctx.tx, counted)
    return leaders.own(found[0], counted, ctx.house.scheme) if found else None


async def _many(ctx: Ctx) -> Text | None:
    scope = await figures.scope_of(ctx.tx, ctx.person.id, ctx.person.roles)
    if scope is None:
        return None
    await figures.ask(ctx.tx, figures.STATS, ctx.person.id, scope=figures.packed(scope))
    return Text("figures-asked-all" if scope.unit_ids is None else "figures-asked-unit")


Section = Callable[[Ctx], Awaitable[Text | None]]

SECTIONS: tuple[tuple[frozenset[Role], Section, Buttons], ...] = (
    (OFFICE | STAFF, _many, ()),
    (MEMBERS, _mine, [[PICTURE]]),
    (LEADERS, _leading, ()),
    (EVERYONE, _public, [[WRITE]]),
)
"""Whose section, what it says (None: nothing), its buttons; a message each, in this order."""


async def stats_command(_: Update, ctx: Ctx) -> None:
    for who, say, buttons in SECTIONS:
        if may(ctx.person.roles, who) and (section := await say(ctx)):
            await ctx.say(section.key, **section.args, buttons=buttons)


async def picture_pressed(_: Update, ctx: Ctx) -> None:
    """The member's own year."""
    counted = await of_period(ctx.tx, ctx.house.rules, Period.of_year(ctx.today.year), Scope(member_id=ctx.member.id))
    picture = year_picture(counted, ctx.member.name)
    await ctx.say("totals-picture-caption", year=str(counted.period.year), picture=picture)
