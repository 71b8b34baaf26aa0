"""/forms: whose registration form is in, for the office, and for the people of a unit of their members."""

from collections.abc import Sequence

from telegram import Update

from domain.forms import FormState
from domain.people import Unit
from handlers.context import Ctx
from handlers.forms import desk_of, state_of
from handlers.steps import Prompt, number, only_number, put
from handlers.unit_people import NoSuchUnit
from services import form_lists, forms, organisers
from services.buttons import in_pairs, page_of
from services.form_lists import Standing
from services.outbox import Button, Buttons
from storage import people, units
from texts import Text

PAGE = 30
"""Members named, and buttons, in one message of the list."""


async def forms_command(_: Update, ctx: Ctx) -> None:
    """``/forms``: how many are in, which wait, whose is missing."""
    await _list(ctx, 0)


async def list_pressed(_: Update, ctx: Ctx) -> None:
    await _list(ctx, number(ctx.args, 0))


async def _list(ctx: Ctx, start: int) -> None:
    own, everyone = await _everyone(ctx)
    missing = [one for one in everyone if one.is_missing]
    shown, more = page_of(missing, start, PAGE, "form-list")
    counts = {
        "members": len(everyone),
        "accepted": sum(one.form is not None and one.form.state is FormState.ACCEPTED for one in everyone),
        "waiting": sum(one.waits for one in everyone),
        "missing": len(missing),
    }
    text = Text(
        "forms-list",
        year=str(ctx.today.year),
        due=desk_of(ctx).deadline().on(ctx.today.year),
        names=[_line(one) for one in shown] or [Text("forms-none-missing")],
        **{name: str(count) for name, count in counts.items()},
    )
    waiting = [one for one in everyone if form_lists.to_decide(one, ctx.person)]
    on_paper = [[Button("form-button-paper", "form-paper:0")]] if missing else []
    await put(ctx, Prompt(text, [*_waiting(waiting), *more, *on_paper, *_printing(own)]))


async def _everyone(ctx: Ctx) -> tuple[Sequence[Unit] | None, Sequence[Standing]]:
    """The units whose forms are this person's business (None: the whole committee's), and how each member's stands.

    Raises:
        NoFormInScheme, OrganiserHasNoUnit
    """
    desk, own = desk_of(ctx), await form_lists.own_units(ctx.tx, ctx.person)
    names = None if own is None else [unit.name for unit in own]
    return own, await form_lists.standings(ctx.tx, desk, ctx.today.year, names)


def _printing(own: Sequence[Unit] | None) -> Buttons:
    if own is None:
        return [[Button("form-button-by-unit", "form-units:0")]]
    return [[Button("form-button-print", f"form-print:{unit.id}", args={"unit": unit.name})] for unit in own]


def _line(one: Standing) -> Text:
    key = "forms-line" if one.form is None else "forms-line-returned"
    return Text(key, member=one.member.name, sector=one.member.sector or "–", unit=one.member.unit or "–")


def _waiting(waiting: Sequence[Standing]) -> Buttons:
    """Up to a page of forms that wait, each a button, two in a row."""
    buttons = [
        Button("form-button-show", f"form-show:{one.form.id}", args={"member": one.form.content.name})
        for one in waiting[:PAGE]
        if one.form
    ]
    return in_pairs(buttons)


async def show_pressed(_: Update, ctx: Ctx) -> None:
    """A form as it was handed in, once more, with its buttons while it waits."""
    form = await forms.shown_to(ctx.tx, number(ctx.args, 0), ctx.person)
    buttons = forms.decisions(form) if form.state is FormState.HANDED_IN else ()
    state, paper = state_of(form), forms.file(desk_of(ctx), form)
    await ctx.say("form-of-member", member=form.content.name, state=state, buttons=buttons, paper=paper)


# --- on paper ---------------------------------------------------------------------------------------------------------


async def paper_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the first member shown, from 0 on. Whose form came on paper: those missing, each a button."""
    _own, everyone = await _everyone(ctx)
    missing = [one.member for one in everyone if one.is_missing]
    shown, more = page_of(missing, number(ctx.args, 0), PAGE, "form-paper")
    names = [Button("form-button-show", f"form-paper-of:{one.id}", args={"member": one.name}) for one in shown]
    back = [Button("button-back", "form-list:0")]
    await put(ctx, Prompt(Text("form-paper-whose"), [*in_pairs(names), *more, back]))


async def paper_of_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the member. Asked once more: a wrong name could not be taken back."""
    member = await people.serving(ctx.tx, only_number(ctx.args))
    if member is None:
        raise forms.FormUnknown
    about = {"member": member.name, "sector": member.sector or "–", "unit": member.unit or "–"}
    yes = Button("form-button-paper-yes", f"form-paper-yes:{member.id}")
    back = Button("button-back", "form-paper:0")
    await put(ctx, Prompt(Text("form-paper-really", **about), [[yes], [back]]))


async def paper_yes_pressed(_: Update, ctx: Ctx) -> None:
    form = await forms.take_paper(ctx.tx, only_number(ctx.args), desk_of(ctx), ctx.person, ctx.today.year)
    buttons = [[Button("form-button-paper", "form-paper:0"), Button("form-button-all", "form-list:0")]]
    await ctx.revise("form-paper-taken", member=form.content.name, buttons=buttons)


# --- for the printer --------------------------------------------------------------------------------------------------


async def units_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the first unit shown, from 0 on. Each a button."""
    known = await form_lists.units_with_members(ctx.tx)
    shown, more = page_of(known, number(ctx.args, 0), PAGE, "form-units")
    buttons = [[Button("form-button-print", f"form-print:{unit.id}", args={"unit": unit.name})] for unit in shown]
    await put(ctx, Prompt(Text("forms-which-unit"), [*buttons, *more, [Button("button-back", "form-list:0")]]))


async def print_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: a unit. The forms of all its members in one file, a page each.

    Raises:
        NoSuchUnit, NotForYourRole, NoFormInScheme, NobodyToPrint
    """
    unit = await units.get(ctx.tx, only_number(ctx.args))
    if unit is None or unit.is_department:
        raise NoSuchUnit
    await organisers.check_may_hold(ctx.tx, ctx.person, unit.id)
    paper = await forms.sheets(ctx.tx, desk_of(ctx), unit=unit.name)
    await ctx.say("forms-of-unit", unit=unit.name, count=str(len(paper.data["forms"])), paper=paper)
