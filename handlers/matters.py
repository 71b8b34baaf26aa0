"""/similar: letters about the same matter, gathered by a person's decision and taken out again."""

from typing import Any

from telegram import Update

from domain.briefs import SourceKind
from domain.letters import Letter
from domain.matters import Matter
from handlers.context import Ctx
from handlers.steps import number
from services import letter_access as access
from services import matters
from services.letter_parties import holder_named, writer_named
from services.letter_post import topic_of
from services.letter_views import state_of
from services.matters import Alike, Gathered
from services.outbox import Button, Buttons
from texts import Text


async def similar_command(_: Update, ctx: Ctx) -> None:
    """``/similar 编号``: letters like this one; without a number the matters there are."""
    if not ctx.rest:
        await _list(ctx)
        return
    letter = await access.numbered(ctx.tx, ctx.rest, ctx.person, ctx.house.committee)
    await _show_alike(ctx, await matters.alike(ctx.tx, letter.id, ctx.person))


async def similar_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the letter."""
    await _show_alike(ctx, await matters.alike(ctx.tx, number(ctx.args, 0), ctx.person))


async def _list(ctx: Ctx) -> None:
    found = await matters.newest(ctx.tx, ctx.person)
    buttons = [
        [Button("matter-button", f"matter:{matter.id}", args={"title": matter.title, "count": str(count)})]
        for matter, count in found
    ]
    await ctx.say("matters-listed" if found else "matters-none", buttons=buttons)


async def _show_alike(ctx: Ctx, seen: Alike) -> None:
    letter = seen.letter
    lines = [await _alike_line(ctx, each, matter) for each, matter in seen.others]
    buttons = [[_merge_button(seen, each)] for each, matter in seen.others if not (seen.matter and matter)]
    now: Text | str = ""
    if seen.matter:
        buttons.append([_to_matter(seen.matter)])
        now = Text("similar-is-in-matter", title=seen.matter.title)
    told: dict[str, Any] = {"number": letter.number, "topic": topic_of(letter), "now": now}
    if lines:
        await ctx.say("similar-found", buttons=buttons, lines=lines, **told)
    else:
        await ctx.say("similar-none", buttons=buttons, **told)


def _merge_button(seen: Alike, other: Letter) -> Button:
    """The letter goes to the other; once it is in a matter, the other comes to it."""
    which, where = (other, seen.letter) if seen.matter else (seen.letter, other)
    key = "button-gather" if seen.matter else "button-merge"
    return Button(key, f"merge:{which.id}:{where.id}", args={"number": other.number})


def _to_matter(matter: Matter) -> Button:
    return Button("button-matter", f"matter:{matter.id}")


async def _alike_line(ctx: Ctx, letter: Letter, matter: Matter | None) -> Text:
    return Text(
        "similar-line",
        number=letter.number,
        topic=topic_of(letter),
        state=state_of(letter),
        who=await writer_named(ctx.tx, letter),
        holder=await holder_named(ctx.tx, letter.desk),
        matter=Text("similar-line-in-matter", title=matter.title) if matter else "",
    )


async def merge_pressed(_: Update, ctx: Ctx) -> None:
    """Arguments: the letter, and the one it goes with."""
    matter = await matters.merge(ctx.tx, number(ctx.args, 0), number(ctx.args, 1), ctx.person)
    await _show(ctx, await matters.gathered(ctx.tx, matter.id, ctx.person), "matter-merged")


async def take_out_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the letter."""
    matter = await matters.take_out(ctx.tx, number(ctx.args, 0), ctx.person)
    await _show(ctx, await matters.gathered(ctx.tx, matter.id, ctx.person), "matter-taken-out")


async def matter_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the matter."""
    await _show(ctx, await matters.gathered(ctx.tx, number(ctx.args, 0), ctx.person), "matter-shown")


async def _show(ctx: Ctx, seen: Gathered, key: str) -> None:
    lines = [await _alike_line(ctx, each, None) for each in seen.letters]
    hidden = Text("matter-hidden", count=str(seen.hidden)) if seen.hidden else ""
    count = str(len(seen.letters) + seen.hidden)
    await ctx.say(key, title=seen.matter.title, count=count, lines=lines, hidden=hidden, buttons=_buttons(seen))


def _buttons(seen: Gathered) -> Buttons:
    make = [Button("brief-button-make", f"brief-of:{SourceKind.MATTER}:{seen.matter.id}")]
    return [
        make,
        *(
            [
                Button("button-open-letter", f"letter-open:{each.id}", args={"number": each.number}),
                Button("button-take-out", f"matter-out:{each.id}"),
            ]
            for each in seen.letters
        ),
    ]
