"""The public list of members (委员名单): by sector, or by a word in their name, sector or township."""

import hashlib

from telegram import Update

from domain.people import Member
from domain.refusals import Refusal
from handlers.context import Ctx
from handlers.steps import number
from services.buttons import in_pairs, page_of
from services.outbox import Button, Buttons
from storage import people
from texts import Text

PAGE = 8


class NoSuchMember(Refusal):
    """Argument: ``words``."""

    text = "members-none-found"


class NoMembersYet(Refusal):
    text = "members-none-yet"


async def members_command(_: Update, ctx: Ctx) -> None:
    """``/members``, or with a word to look for."""
    if ctx.rest and not ctx.pressed:
        await _found(ctx, ctx.rest)
        return
    everyone = await people.members(ctx.tx)
    if not everyone:
        raise NoMembersYet
    buttons = [_sector_button(sector, everyone) for sector in dict.fromkeys(member.sector for member in everyone)]
    pairs = in_pairs(buttons)
    await ctx.revise("members-by-sector", count=len(everyone), buttons=pairs)


async def sector_pressed(_: Update, ctx: Ctx) -> None:
    """One sector's members, a page at a time. Arguments: the sector's tag, how many to skip."""
    tag, at = ctx.args[0] if ctx.args else "", number(ctx.args, 1)
    listed = [member for member in await people.members(ctx.tx) if _tag(member.sector) == tag]
    shown, more = page_of(listed, at, PAGE, f"sector:{tag}")
    if not shown:
        raise NoMembersYet
    back = [[Button("button-back", does="do-members")]]
    lines = [_line(member) for member in shown]
    buttons = [*_write_buttons(shown), *more, *back]
    await ctx.revise("members-of-sector", sector=_sector(listed[0].sector), lines=lines, buttons=buttons)


async def _found(ctx: Ctx, words: str) -> None:
    listed = await ctx.finder.containing(words[:40], PAGE)
    if not listed:
        raise NoSuchMember(words=words[:40])
    await ctx.say("members-found", lines=[_line(member) for member in listed], buttons=_write_buttons(listed))


def _write_buttons(listed: list[Member]) -> Buttons:
    return [[Button("write-to-member", f"write-to:{member.id}", args={"name": member.name})] for member in listed]


def _sector_button(sector: str, everyone: list[Member]) -> Button:
    count = sum(member.sector == sector for member in everyone)
    return Button("sector-with-count", f"sector:{_tag(sector)}:0", args={"sector": _sector(sector), "count": count})


def _line(member: Member) -> Text:
    key = "member-line-with-unit" if member.unit else "member-line"
    return Text(key, name=member.name, sector=_sector(member.sector), **({"unit": member.unit} if member.unit else {}))


def _sector(sector: str) -> str | Text:
    """A member who joined before the list was imported has none yet."""
    return sector or Text("sector-not-known")


def _tag(sector: str) -> str:
    """A sector in a button: a name may be too long for Telegram's 64 bytes."""
    return hashlib.sha256(sector.encode()).hexdigest()[:12]
