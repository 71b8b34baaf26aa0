"""/snippet: often-used answers, listed, added, changed and deleted."""

from typing import Any

from telegram import Update

from domain.people import Role
from domain.snippets import checked_title, known_fields
from handlers.context import Ctx
from handlers.steps import begin_again, number, words
from services import snippets
from services.outbox import Button, Buttons
from storage.snippets import Snippet
from texts import Text

TITLE, TEXT = "snippet.title", "snippet.text"
SHARED = "shared"


async def snippet_command(_: Update, ctx: Ctx) -> None:
    """``/snippet``: what there is, a button each."""
    await _list(ctx)


async def _list(ctx: Ctx, said: Text | str = "") -> None:
    usable = await snippets.usable(ctx.tx, ctx.person)
    say = ctx.revise if ctx.pressed else ctx.say
    key = "snippets" if usable else "snippets-none"
    await say(key, said=said, fields=known_fields(), buttons=[*snippet_buttons(usable), *_adding(ctx)])


def snippet_buttons(usable: list[Snippet]) -> Buttons:
    """One snippet, one button."""
    return [[Button(label_of(each), does=f"snippet-open:{each.id}", args={"title": each.title})] for each in usable]


def label_of(snippet: Snippet) -> str:
    return "button-snippet-shared" if snippet.is_shared else "button-snippet"


def _adding(ctx: Ctx) -> Buttons:
    own = [Button("button-snippet-add", does="snippet-add:own")]
    shared = [Button("button-snippet-add-shared", does=f"snippet-add:{SHARED}")]
    return [own, *([shared] if Role.OFFICE in ctx.person.roles else [])]


async def list_pressed(_: Update, ctx: Ctx) -> None:
    await _list(ctx)


async def open_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the snippet."""
    await _show(ctx, await snippets.one(ctx.tx, number(ctx.args, 0), ctx.person))


async def _show(ctx: Ctx, snippet: Snippet) -> None:
    changing = [
        Button("button-snippet-change", does=f"snippet-change:{snippet.id}"),
        Button("button-snippet-delete", does=f"snippet-delete:{snippet.id}"),
    ]
    mine = [changing] if snippets.may_change(snippet, ctx.person) else []
    back = [Button("button-back", does="snippet-list")]
    await ctx.revise("snippet-shown", title=snippet.title, text=snippet.text, buttons=[*mine, back])


async def delete_pressed(_: Update, ctx: Ctx) -> None:
    """Its words are shown once more, so that a slip costs nothing. Argument: the snippet."""
    gone = await snippets.delete(ctx.tx, number(ctx.args, 0), ctx.person)
    back = [[Button("button-back", does="snippet-list")]]
    await ctx.revise("snippet-deleted", title=gone.title, text=gone.text, buttons=back)


# --- adding and changing ----------------------------------------------------------------------------------------------


async def add_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: own or shared."""
    await begin_again(ctx, TITLE, {"shared": ctx.args[:1] == (SHARED,) and Role.OFFICE in ctx.person.roles})
    await ask_title(ctx)


async def change_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the snippet."""
    snippet = await snippets.to_change(ctx.tx, number(ctx.args, 0), ctx.person)
    await begin_again(ctx, TEXT, {"snippet": snippet.id, "title": snippet.title})
    await ask_text(ctx)


async def ask_title(ctx: Ctx) -> None:
    await ctx.say("snippet-title-now", buttons=_cancel(ctx))


async def take_title(update: Update, ctx: Ctx) -> None:
    await ctx.go(TEXT, title=checked_title(words(update)))
    await ask_text(ctx)


async def ask_text(ctx: Ctx) -> None:
    said: dict[str, Any] = {"title": ctx.draft["title"], "fields": known_fields()}
    await ctx.say("snippet-text-now", buttons=_cancel(ctx), **said)


def _cancel(ctx: Ctx) -> Buttons:
    return [[ctx.button("button-cancel", "snippet-cancel")]]


async def take_text(update: Update, ctx: Ctx) -> None:
    text, title = words(update), ctx.draft["title"]
    if "snippet" in ctx.draft:
        await snippets.change(ctx.tx, ctx.draft["snippet"], ctx.person, text)
    else:
        await snippets.add(ctx.tx, ctx.person, title, text, is_shared=ctx.draft["shared"])
    await ctx.finish()
    await _list(ctx, Text("snippet-kept", title=title))
