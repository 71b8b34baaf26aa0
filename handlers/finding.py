"""Whom do the words name? One member, several to choose from, or nobody: then who may be meant."""

from collections.abc import Sequence

from domain.people import Member
from handlers.context import Ctx
from services.finding import Found
from services.outbox import Button, Buttons


async def find(ctx: Ctx, words: str, press: str, others: Buttons) -> Member | None:
    """The one member meant; else the choice is offered (by buttons ``press:…:MEMBER``, with ``others`` below)."""
    found = await ctx.finder.find(words)
    if len(found.members) == 1:
        return found.members[0]
    await offer(ctx, words, found, press, others)
    return None


async def offer(ctx: Ctx, words: str, found: Found, press: str, others: Buttons) -> None:
    """Those whom the words may name, to choose from."""
    choice = [*choose_from(ctx, found.members or found.alike, press), *others]
    if found.members:
        await ctx.revise("write-which-member-of-many" if found.is_more else "write-which-member", buttons=choice)
    else:
        key = "member-not-found-did-you-mean" if found.alike else "member-not-found"
        await ctx.revise(key, words=_short(words), buttons=choice)


def choose_from(ctx: Ctx, members: Sequence[Member], press: str) -> Buttons:
    """A button for each member, with the sector, for there are namesakes."""
    return [[_button(ctx, member, press)] for member in members]


def _button(ctx: Ctx, member: Member, press: str) -> Button:
    key = "button-member" if member.sector else "button-member-plain"
    return ctx.button(key, press, member.id, name=member.name, **({"sector": member.sector} if member.sector else {}))


def _short(words: str) -> str:
    return words if len(words) <= 20 else words[:20] + "…"
