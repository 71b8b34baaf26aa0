"""Who is let in: not who writes too fast, nor whom the office keeps out (but for what is everybody's right)."""

from handlers.context import Ctx
from services import floods, letter_watch
from texts import Text

RIGHTS = frozenset({"mydata", "forget", "help", "language", "start", "cancel"})
"""Commands that nobody is kept from; their buttons begin with the same words."""
_BEFORE_DASH = frozenset({"forget", "language", "drop", "keep"})


async def is_pausing(ctx: Ctx, album: str | None = None) -> bool:
    """Count this message (or press), and say whether it is one too many, or comes in a pause."""
    if await floods.is_pausing(ctx.tx, ctx.person):
        ctx.unit.toast, ctx.unit.alert = Text("please-pause", until=ctx.person.paused_until_at), True
        return True
    flow = ctx.house.flow
    if flow is None or not flow.is_too_fast(ctx.person, ctx.tx.now, album):
        return False
    await floods.begin(ctx.tx, ctx.person, flow.limits)
    return True


async def check_let_in(ctx: Ctx, route: str) -> None:
    """``route``: a command's name, a button's, or "".

    Raises:
        YouAreKeptOut
    """
    # Who has a role has work to do; letters of theirs are refused where letters are taken.
    if not ctx.person.roles and not _is_right(route):
        await letter_watch.check_let_in(ctx.tx, ctx.person)


def _is_right(route: str) -> bool:
    name = route.removeprefix("do-")
    return name in RIGHTS or name.partition("-")[0] in _BEFORE_DASH
