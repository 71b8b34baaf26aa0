"""The office in chat: inviting people."""

from collections.abc import Sequence
from datetime import timedelta

from telegram import Update

from domain.people import UNIT_ROLES, Role
from domain.refusals import Refusal
from handlers.context import Ctx
from handlers.steps import StepIsPast, must_stand_at, number, words
from services import bulk_invitations, invitations
from services.bulk_invitations import Slip
from services.buttons import in_pairs
from services.invitations import Invited
from services.outbox import Button, Buttons
from storage import units
from texts import Text

ROLE_WORDS = {
    "办公室": Role.OFFICE,
    "政协办公室": Role.OFFICE,
    "委员": Role.MEMBER,
    "领导": Role.LEADER,
    "主席会议成员": Role.LEADER,
    "工作人员": Role.STAFF,
    "承办单位": Role.DEPARTMENT,
} | {role.value: role for role in Role}


ALL_WORDS = frozenset({bulk_invitations.ALL, "all"})
UNIT_WORDS = frozenset({bulk_invitations.UNIT_PEOPLE, "units"})

UNITS_OFFERED = 12
"""As many buttons as help; any other unit is named."""


class RoleUnknown(Refusal):
    text = "invite-role-unknown"


async def invite_command(_: Update, ctx: Ctx) -> None:
    """``/invite``, or in one line with role and name: ``/invite 委员 李建国``."""
    role, *rest = ctx.rest.split(maxsplit=1) or [""]
    if role in ALL_WORDS:
        await _give_all(ctx, rest[0].strip() if rest else "")
        return
    if role in UNIT_WORDS:
        await give_unit_people(ctx, rest[0].strip() if rest else "")
        return
    if not role:
        await _begin(ctx)
        return
    if role not in ROLE_WORDS:
        raise RoleUnknown
    if not rest:
        await _begin(ctx, role=ROLE_WORDS[role].value)
        return
    if ROLE_WORDS[role] in UNIT_ROLES:
        await _begin(ctx, role=ROLE_WORDS[role].value, name=rest[0])
        return
    await _give(ctx, ROLE_WORDS[role], rest[0])


async def _begin(ctx: Ctx, **draft: str) -> None:
    if ctx.dialogue is not None and ctx.dialogue.kind == "invite":
        await ctx.go(ctx.dialogue.step, **draft)
    else:
        await ctx.begin("invite.role", draft)
    if "name" in ctx.draft:
        await ctx.go("invite.unit")
        await ask_unit(ctx)
    elif "role" in ctx.draft:
        await ctx.go("invite.name")
        await ask_name(ctx)
    else:
        await ask_role(ctx)


# --- the steps --------------------------------------------------------------------------------------------------------


async def ask_role(ctx: Ctx) -> None:
    roles: Sequence[Button] = [ctx.button(f"role-{role.value}", "invite-role", role.value) for role in Role]
    buttons = in_pairs(roles)
    members = [ctx.button("invite-button-all", "invite-all")]
    of_units = [ctx.button("invite-button-all-units", "invite-all-units")]
    await ctx.revise("invite-which-role", buttons=[*buttons, members, of_units, *_cancel(ctx)])


async def take_role(update: Update, ctx: Ctx) -> None:
    role = ROLE_WORDS.get(words(update))
    if role is None:
        raise RoleUnknown
    await ctx.go("invite.name", role=role.value)
    await ask_name(ctx)


async def role_pressed(_: Update, ctx: Ctx) -> None:
    must_stand_at(ctx, "invite.role", "invite.name")
    role = ROLE_WORDS.get(ctx.args[0] if ctx.args else "")
    if role is None:
        raise RoleUnknown
    await ctx.go("invite.name", role=role.value)
    await ask_name(ctx)


async def all_pressed(_: Update, ctx: Ctx) -> None:
    """Everyone who has not joined."""
    must_stand_at(ctx, "invite.role")
    await _give_all(ctx, "")
    await ctx.finish()


async def all_units_pressed(_: Update, ctx: Ctx) -> None:
    """Everyone of units and departments who has not joined."""
    must_stand_at(ctx, "invite.role")
    await give_unit_people(ctx, "")
    await ctx.finish()


async def _give_all(ctx: Ctx, unit: str) -> None:
    """A file of slips for all members who have not joined, of a unit if one is named."""
    days = ctx.house.invitations.valid_days
    slips = await bulk_invitations.invite_all(ctx.tx, ctx.person, valid_days=days, unit=unit)
    await _give_slips(ctx, "invitation-slips", slips)


async def give_unit_people(ctx: Ctx, unit: str) -> None:
    """A file of slips for the people of units who have not joined, of one unit if one is named."""
    days = ctx.house.invitations.valid_days
    slips = await bulk_invitations.invite_unit_people(ctx.tx, ctx.person, valid_days=days, unit=unit)
    await _give_slips(ctx, "invitation-slips-of-units", slips)


async def _give_slips(ctx: Ctx, key: str, slips: Sequence[Slip]) -> None:
    until = ctx.today + timedelta(days=ctx.house.invitations.valid_days)
    paper = bulk_invitations.paper(slips, ctx.house.committee.name, ctx.house.bot_name, until)
    await ctx.say(key, count=len(slips), until=until, paper=paper)


async def ask_name(ctx: Ctx) -> None:
    role = Role(ctx.draft["role"])
    await ctx.revise("invite-whom", role=invitations.role_name(role), buttons=_cancel(ctx))


async def take_name(update: Update, ctx: Ctx) -> None:
    role = Role(ctx.draft["role"])
    if role in UNIT_ROLES:
        name = await invitations.checked_name(ctx.tx, words(update))
        await ctx.go("invite.unit", name=name)
        await ask_unit(ctx)
        return
    await _give(ctx, role, words(update))
    await ctx.finish()


async def ask_unit(ctx: Ctx) -> None:
    """Which unit do they belong to? One of those there are, or a new one by its name."""
    role = Role(ctx.draft["role"])
    known = await units.of_kind(ctx.tx, departments=role is Role.DEPARTMENT)
    buttons = [[ctx.button("button-unit", "invite-unit", unit.id, name=unit.name)] for unit in known[:UNITS_OFFERED]]
    await ctx.revise(
        "invite-which-department" if role is Role.DEPARTMENT else "invite-which-unit",
        name=ctx.draft["name"],
        buttons=[*buttons, *_cancel(ctx)],
    )


async def unit_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the unit."""
    must_stand_at(ctx, "invite.unit")
    unit = await units.get(ctx.tx, number(ctx.args, 0))
    if unit is None:
        raise StepIsPast
    await _give(ctx, Role(ctx.draft["role"]), ctx.draft["name"], unit.name)
    await ctx.finish()


async def take_unit(update: Update, ctx: Ctx) -> None:
    await _give(ctx, Role(ctx.draft["role"]), ctx.draft["name"], words(update))
    await ctx.finish()


def _cancel(ctx: Ctx) -> Buttons:
    return [[ctx.button("button-cancel", "invite-cancel")]]


async def _give(ctx: Ctx, role: Role, name: str, unit: str = "") -> None:
    """Make the invitation and show its link, to be passed on."""
    invited = await invitations.create(
        ctx.tx,
        role,
        name,
        ctx.person,
        valid_days=ctx.house.invitations.valid_days,
        language=ctx.house.committee.language,
        unit=unit,
    )
    plain = invitations.role_name(role)
    role_name = Text("role-of-unit", role=plain, unit=invited.unit) if invited.unit else plain
    await ctx.say("invitation-made", name=invited.name, role=role_name, note=_note(invited))
    # A message of its own, so that it can be forwarded as it is.
    await ctx.say(
        "invitation-to-forward",
        name=invited.name,
        role=role_name,
        committee=ctx.house.committee.name,
        link=invited.link(ctx.house.bot_name),
        days=ctx.house.invitations.valid_days,
    )


def _note(invited: Invited) -> Text:
    """What the office should know about the name."""
    if invited.is_new_unit:
        return Text("invitation-unit-is-new", unit=invited.unit)
    if invited.role is Role.MEMBER and not invited.is_on_roster:
        return Text("invitation-sector-follows", name=invited.name)
    return Text("invitation-name-is-new" if invited.is_new else "invitation-name-is-known", name=invited.name)
