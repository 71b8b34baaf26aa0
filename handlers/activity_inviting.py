"""Whom to invite: all members, a unit's, a sector's, one by name; and the pool's constituents in turn."""

import hashlib
from collections.abc import Callable, Sequence

from telegram import Update

from domain.activities import Activity
from domain.people import Member
from domain.pool import Representative, of_choice
from handlers.context import Ctx
from handlers.finding import find
from handlers.steps import StepIsPast, begin_again, must_stand_at, number, or_give_up, words
from services import activity_invitations, organisers
from services.activity_invitations import Invited
from services.buttons import in_pairs
from services.outbox import Button, Buttons
from storage import people

WHOM = "activityinvite.whom"
COUNTS = (5, 10, 20, 50)
MOST_CHOICES = 40


async def _ahead(ctx: Ctx) -> Activity:
    """The activity that the pressed button names, which has yet to begin.

    Raises:
        ActivityUnknown, ActivityIsNotYours, ActivityIsCancelled, ActivityHasBegun
    """
    activity = await organisers.run_by(ctx.tx, ctx.person, number(ctx.args, 0))
    activity.must_be_ahead(ctx.tx.now)
    return activity


def _back(activity: Activity) -> Sequence[Button]:
    return [Button("button-back", f"activity-desk:{activity.id}")]


async def invite_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the activity."""
    activity = await _ahead(ctx)
    of = activity.id
    buttons: Buttons = [
        [Button("activity-invite-all", f"activity-invite-all:{of}")],
        [Button("activity-invite-unit", f"activity-invite-by:{of}:unit"),
         Button("activity-invite-sector", f"activity-invite-by:{of}:sector")],
        [Button("activity-invite-name", f"activity-invite-name:{of}")],
        _back(activity),
    ]  # fmt: skip
    await ctx.revise("activity-whom-to-invite", title=activity.title, buttons=buttons)


async def all_pressed(_: Update, ctx: Ctx) -> None:
    """Everyone who serves. Argument: the activity."""
    activity = await _ahead(ctx)
    await _invite(ctx, activity.id, await people.members(ctx.tx))


_OF: dict[str, Callable[[Member], str]] = {"unit": lambda member: member.unit, "sector": lambda member: member.sector}


async def by_pressed(_: Update, ctx: Ctx) -> None:
    """Arguments: the activity, unit or sector, and which of them by its tag."""
    activity, by = await _ahead(ctx), ctx.args[1] if len(ctx.args) > 1 else ""
    if by not in _OF:
        raise StepIsPast
    everyone, of = await people.members(ctx.tx), _OF[by]
    if len(ctx.args) > 2:
        chosen = [member for member in everyone if of(member) and _tag(of(member)) == ctx.args[2]]
        await _invite(ctx, activity.id, chosen)
        return
    names = sorted({of(member) for member in everyone if of(member)})[:MOST_CHOICES]
    buttons = [
        Button("activity-button-of-unit", f"activity-invite-by:{activity.id}:{by}:{_tag(name)}", args={"unit": name})
        for name in names
    ]
    await ctx.revise("activity-which-members", title=activity.title, buttons=[*in_pairs(buttons), _back(activity)])


def _tag(name: str) -> str:
    """A name in a button: it may be too long for Telegram's 64 bytes."""
    return hashlib.sha256(name.encode()).hexdigest()[:8]


async def _invite(ctx: Ctx, activity_id: int, members: Sequence[Member]) -> None:
    invited = await activity_invitations.invite_members(ctx.tx, activity_id, ctx.person, members, ctx.house.rules)
    await _say(ctx, invited)


async def _say(ctx: Ctx, invited: Invited) -> None:
    of = invited.activity.id
    buttons = [[Button("activity-button-invite-more", f"activity-invite:{of}"), *_back(invited.activity)]]
    if not invited.new:
        await ctx.revise("activity-invited-nobody-new", title=invited.activity.title, buttons=buttons)
        return
    title, new, reached = invited.activity.title, invited.new, invited.reached
    key = "activity-invited" if new == reached else "activity-invited-some-unreached"
    await ctx.revise(key, title=title, count=new, reached=reached, buttons=buttons)


# --- by name ----------------------------------------------------------------------------------------------------------


async def name_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the activity."""
    activity = await _ahead(ctx)
    await begin_again(ctx, WHOM, {"activity": activity.id, "title": activity.title})
    await ask_whom(ctx)


async def ask_whom(ctx: Ctx) -> None:
    await ctx.say("activity-invite-whom", title=ctx.draft["title"], buttons=_cancel(ctx))


def _cancel(ctx: Ctx) -> Buttons:
    return [[ctx.button("button-cancel", "activityinvite-cancel")]]


async def take_whom(update: Update, ctx: Ctx) -> None:
    member = await find(ctx, words(update), "activityinvite-choose", _cancel(ctx))
    if member is not None:
        await _invite_named(ctx, member)


async def choose_pressed(_: Update, ctx: Ctx) -> None:
    """One of several of a name. Argument: the member."""
    must_stand_at(ctx, WHOM)
    member = await people.serving(ctx.tx, number(ctx.args, 0))
    if member is None:
        raise StepIsPast
    await _invite_named(ctx, member)


async def _invite_named(ctx: Ctx, member: Member) -> None:
    async with or_give_up(ctx):
        of = ctx.draft["activity"]
        invited = await activity_invitations.invite_members(ctx.tx, of, ctx.person, [member], ctx.house.rules)
        await ctx.finish()
        await _say(ctx, invited)


# --- the pool ---------------------------------------------------------------------------------------------------------


async def pool_pressed(_: Update, ctx: Ctx) -> None:
    """From where, how many? Arguments: the activity; a for all, s or t and a tag for a sector or township; a count."""
    activity = await _ahead(ctx)
    pool = await activity_invitations.choices(ctx.tx)
    if len(ctx.args) < 2:
        await _ask_from(ctx, activity, pool)
        return
    sector, township = _choice(ctx.args[1], pool)
    if len(ctx.args) < 3:
        await _ask_count(ctx, activity, len(of_choice(pool, sector, township)))
        return
    count = number(ctx.args, 2)
    if count not in COUNTS:
        raise StepIsPast
    invited = await activity_invitations.invite_in_turn(
        ctx.tx, activity.id, ctx.person, count, ctx.house.rules, sector=sector, township=township
    )
    await _say(ctx, invited)


async def _ask_from(ctx: Ctx, activity: Activity, pool: list[Representative]) -> None:
    choices = [(f"s{_tag(name)}", name) for name in sorted({one.sector for one in pool})]
    choices += [(f"t{_tag(name)}", name) for name in sorted({one.township for one in pool})]
    buttons = [
        Button("activity-button-of-unit", f"activity-pool:{activity.id}:{tag}", args={"unit": name})
        for tag, name in choices[:MOST_CHOICES]
    ]
    everyone = [Button("activity-pool-all", f"activity-pool:{activity.id}:a", args={"count": len(pool)})]
    await ctx.revise(
        "activity-pool-from", title=activity.title, count=len(pool),
        buttons=[*([everyone] if pool else []), *in_pairs(buttons), _back(activity)],
    )  # fmt: skip


def _choice(typed: str, pool: list[Representative]) -> tuple[str | None, str | None]:
    """The sector or township that a button names.

    Raises:
        StepIsPast: nobody of it is in the pool any more.
    """
    if typed == "a":
        return None, None
    sector = next((one.sector for one in pool if typed == f"s{_tag(one.sector)}"), None)
    township = next((one.township for one in pool if typed == f"t{_tag(one.township)}"), None)
    if sector is None and township is None:
        raise StepIsPast
    return sector, township


async def _ask_count(ctx: Ctx, activity: Activity, there_are: int) -> None:
    to = f"activity-pool:{activity.id}:{ctx.args[1]}"
    counts = [Button("activity-places", f"{to}:{count}", args={"count": count}) for count in COUNTS]
    await ctx.revise(
        "activity-pool-how-many", title=activity.title, count=there_are, buttons=[*in_pairs(counts), _back(activity)]
    )
