"""A contact is replaced by another: why, and who comes in their place (asked by ``handlers/contact_adding.py``)."""

from telegram import Update

from domain.contacts import Contact
from handlers import contact_adding
from handlers.contact_lines import REASONS, kinds_of
from handlers.context import Ctx
from handlers.steps import Prompt, must_stand_at, number, put, words
from services import contacts
from services.buttons import in_pairs
from storage import dialogues
from texts import Text


async def pressed_replace(_: Update, ctx: Ctx) -> None:
    await begin(ctx, await contacts.own(ctx.tx, ctx.member, number(ctx.args, 0)), "")


async def begin(ctx: Ctx, old: Contact, line: str) -> None:
    """``line``: the new contact, as for adding one; "" when they are asked for. One that was begun for the same old
    contact goes on, or gives way to what the line says.

    Raises:
        ContactHasEnded, and what ``contact_adding.read`` raises.
    """
    contacts.must_be_active(old)
    said = contact_adding.read(line)
    waiting = await ctx.under_way("replace")
    if waiting is not None and waiting.draft["contact_id"] == old.id:
        if not said:
            ctx.dialogue = waiting
            await ctx.go(waiting.step)
            await ask(ctx)
            return
        await dialogues.end(ctx.tx, waiting.id)
    kinds = await kinds_of(ctx)
    known = {"kind": kinds[0]} if len(kinds) == 1 else {}
    await ctx.begin("replace.why", {"contact_id": old.id, "old": old.name, **known, **said})
    await ask(ctx)


async def ask(ctx: Ctx) -> None:
    assert ctx.dialogue is not None
    if ctx.dialogue.step == "replace.why":
        await put(ctx, _why(ctx), anew=True)
    else:
        await contact_adding.ask(ctx)


def _why(ctx: Ctx) -> Prompt:
    reasons = [ctx.button(f"contact-button-{reason}", "replace-because", reason) for reason in REASONS]
    cancel = ctx.button("button-cancel", "replace-cancel")
    return Prompt(Text("contact-ask-why-replace", old=ctx.draft["old"]), [*in_pairs(reasons), [cancel]])


async def take_why(update: Update, ctx: Ctx) -> None:
    await _go_on(ctx, contacts.read_line(words(update)))


async def pressed_why(_: Update, ctx: Ctx) -> None:
    must_stand_at(ctx, "replace.why")
    reason = ctx.args[0] if ctx.args and ctx.args[0] in REASONS else REASONS[-1]
    # Kept in the committee's language: the office reads it, whatever language the member speaks.
    await _go_on(ctx, ctx.house.texts.plain(ctx.house.committee.language, Text(f"contact-button-{reason}")))


async def _go_on(ctx: Ctx, because: str) -> None:
    """To the new contact; all of it, where one line said it."""
    name = ctx.draft.get("name")
    await ctx.go("replace.name", because=because)
    if name:
        await contact_adding.named(ctx, name)
    else:
        await contact_adding.ask(ctx)
