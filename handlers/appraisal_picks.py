"""评优名单、教育谈话: what the scheme's rule proposes, decided by the office; talks recorded in a line."""

from collections.abc import Sequence

from telegram import Update

from domain.people import Role
from domain.talks import Decision, ListKind, Pick, PickUnknown
from handlers.appraisal import pressed_year
from handlers.context import Ctx
from handlers.steps import begin_again, number, or_give_up, words
from services import appraisal_picks
from services.appraisal_picks import PickList
from services.outbox import Button
from services.pick_words import PAGE, listed, rule
from texts import Text

LINE = "talk.line"


def _kind(ctx: Ctx, place: int) -> ListKind:
    """Raises: PickUnknown."""
    given = ctx.args[place] if place < len(ctx.args) else ""
    if given not in set(ListKind):
        raise PickUnknown
    return ListKind(given)


async def list_pressed(_: Update, ctx: Ctx) -> None:
    """Arguments: the year, the list, the page from 0 on."""
    found = await appraisal_picks.of_year(ctx.tx, pressed_year(ctx), _kind(ctx, 1))
    await _show(ctx, found, number(ctx.args, 2))


async def _show(ctx: Ctx, found: PickList, page: int) -> None:
    year, kind = found.appraisal.year, found.kind
    pages = max(1, -(-len(found.picks) // PAGE))
    page = max(0, min(page, pages - 1))
    some = found.picks[page * PAGE : (page + 1) * PAGE]
    turns = [(page - 1, "overdue-button-before"), (page + 1, "overdue-button-after")]
    turn = [Button(key, f"pick-list:{year}:{kind}:{to}") for to, key in turns if 0 <= to < pages]
    steps = _steps(some, page) if Role.OFFICE in ctx.person.roles else []
    await ctx.revise(
        f"picks-{kind}" if some else f"picks-{kind}-none",
        year=str(year),
        rule=rule(found, ctx.house.scheme),
        lines=[listed(place, pick) for place, pick in enumerate(some, start=page * PAGE + 1)],
        buttons=[*steps, *([turn] if turn else [])],
    )


def _steps(some: Sequence[Pick], page: int) -> list[list[Button]]:
    return [row for pick in some if (row := _of_pick(pick, page))]


def _of_pick(pick: Pick, page: int) -> list[Button]:
    """What can be done with one: confirmed or declined, and who is to be talked with, their talk."""
    name = {"name": pick.name}
    yes = Button("pick-button-yes", f"pick-yes:{pick.id}:{page}", args=name)
    no = Button("pick-button-no", f"pick-no:{pick.id}:{page}", args=name)
    talk = Button("talk-button-new", f"talk-new:{pick.id}", args=name)
    if pick.decision is None:
        return [yes, no]
    if pick.decision is Decision.DECLINED:
        return [yes]
    if pick.list is ListKind.HONOUR:
        return [no]
    return [talk, Button("talk-button-show", f"talk-show:{pick.id}", args=name)] if pick.talked_on else [talk, no]


async def yes_pressed(_: Update, ctx: Ctx) -> None:
    """Arguments: the number on the list, the page."""
    await _decide(ctx, Decision.CONFIRMED)


async def no_pressed(_: Update, ctx: Ctx) -> None:
    """Arguments: the number on the list, the page."""
    await _decide(ctx, Decision.DECLINED)


async def _decide(ctx: Ctx, decision: Decision) -> None:
    pick = await appraisal_picks.decide(ctx.tx, number(ctx.args, 0), decision, ctx.person)
    year = await appraisal_picks.year_of(ctx.tx, pick)
    await _show(ctx, await appraisal_picks.of_year(ctx.tx, year, pick.list), number(ctx.args, 1))


async def add_pressed(_: Update, ctx: Ctx) -> None:
    """Somebody whom no rule proposed. Arguments: the year, the list, the member."""
    found = await appraisal_picks.add(ctx.tx, pressed_year(ctx), _kind(ctx, 1), number(ctx.args, 2), ctx.person)
    ctx.toast(f"pick-added-{found.kind}")


# --- talks ------------------------------------------------------------------------------------------------------------


async def talk_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the number on the list."""
    pick = await appraisal_picks.to_record(ctx.tx, number(ctx.args, 0), ctx.person)
    await begin_again(ctx, LINE, {"pick": pick.id, "name": pick.name})
    await ask_line(ctx)


async def ask_line(ctx: Ctx) -> None:
    cancel = [[ctx.button("button-cancel", "talk-cancel")]]
    await ctx.say("talk-line", name=ctx.draft["name"], buttons=cancel)


async def take_line(update: Update, ctx: Ctx) -> None:
    async with or_give_up(ctx):
        pick, talk = await appraisal_picks.record(ctx.tx, ctx.draft["pick"], words(update), ctx.person, ctx.today)
        await ctx.finish()
        await ctx.say("talk-recorded", name=pick.name, day=talk.on)


async def show_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the number on the list."""
    pick, held = await appraisal_picks.talks(ctx.tx, number(ctx.args, 0), ctx.person)
    lines = [Text("talk-held", day=talk.on, talker=talk.talker, words=talk.words) for talk in held]
    await ctx.say("talks-shown" if lines else "talks-none", name=pick.name, lines=lines)
