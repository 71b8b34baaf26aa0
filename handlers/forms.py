"""/form: the member's registration form. /forms: the office takes them, returns them, sees whose is missing."""

from typing import Any

from telegram import Update

from domain.forms import Form, FormState, HandedInTo
from domain.people import Role
from handlers.context import Ctx
from handlers.steps import Prompt, begin_again, number, only_number, put, words
from services import contacts, forms
from services.forms import Desk, Standing, View
from services.outbox import Button, Buttons
from texts import Text

PAGE = 30
"""Members named in one message of the office's list."""
MOST_ROWS, SHORT = 12, 40
"""Rows of the preview, and characters of an address in it: a long list still fits one message."""

FILE = Button("form-button-file", "form-file")
HAND_IN = Button("form-button-hand-in", "form-hand-in")
CONTACTS = Button("contact-button-list", "contacts")


def _desk(ctx: Ctx) -> Desk:
    return Desk(ctx.house.scheme, ctx.house.committee)


# --- the member -------------------------------------------------------------------------------------------------------


async def form_command(_: Update, ctx: Ctx) -> None:
    """``/form``: the form as it stands, and what is missing."""
    seen = await forms.view(ctx.tx, ctx.member, _desk(ctx), ctx.today.year)
    hand_in = [HAND_IN] if seen.may_hand_in else []
    await put(ctx, Prompt(_shown(seen), [[FILE, *hand_in], [CONTACTS]]))


def _shown(seen: View) -> Text:
    content = seen.content
    rows = [
        Text("form-row", number=str(place), name=row.name, phone=row.phone or "–", address=row.address[:SHORT] or "–")
        for place, row in enumerate(content.rows[:MOST_ROWS], start=1)
    ]
    if len(content.rows) > MOST_ROWS:
        rows.append(Text("form-more-rows", count=str(len(content.rows) - MOST_ROWS)))
    lacking = forms.gap_lines(seen)
    return Text(
        "form-shown",
        member=content.name,
        sector=content.sector or "–",
        phone=content.phone or "–",
        unit=content.unit or "–",
        rows=rows or [Text("form-no-rows")],
        lacking=[Text("form-lacks"), *lacking] if lacking else [Text("form-is-complete")],
        due=seen.due_on,
        state=_state(seen.latest),
    )


def _state(latest: Form | None) -> Text:
    if latest is None:
        return Text("form-state-open")
    if latest.state is FormState.RETURNED:
        return Text("form-state-returned", on=latest.decided_at, reason=latest.reason)
    return Text(f"form-state-{latest.state.value.replace('_', '-')}", on=latest.handed_in_at)


async def file_pressed(_: Update, ctx: Ctx) -> None:
    """The form as a Word file."""
    content = await forms.content_of(ctx.tx, ctx.member)
    await ctx.say("form-file", paper=forms.paper(_desk(ctx), [content], content.name))


async def hand_in_pressed(_: Update, ctx: Ctx) -> None:
    form = await forms.hand_in(ctx.tx, ctx.member, _desk(ctx), ctx.today)
    receipt: dict[str, Any] = {"at": form.handed_in_at, "count": str(len(form.content.rows))}
    if await forms.unit_people(ctx.tx, form):
        await ctx.revise("form-receipt-of-unit", unit=form.content.unit, **receipt)
    elif form.handed_in_to is HandedInTo.WORK_COMMITTEE:
        await ctx.revise("form-receipt-for-unit", unit=form.content.unit or Text("form-own-unit"), **receipt)
    else:
        await ctx.revise("form-receipt", **receipt)


# --- the office -------------------------------------------------------------------------------------------------------


async def accept_pressed(_: Update, ctx: Ctx) -> None:
    form = await forms.accept(ctx.tx, only_number(ctx.args), ctx.person)
    # The button stands under a file, whose words can't be put in place of others as a message's can.
    await ctx.say("form-accepted", member=form.content.name, buttons=_next(ctx))


async def return_pressed(_: Update, ctx: Ctx) -> None:
    form = await forms.waiting(ctx.tx, only_number(ctx.args), ctx.person)
    await begin_again(ctx, "formreturn.reason", {"form_id": form.id, "member": form.content.name})
    await ask_reason(ctx)


async def ask_reason(ctx: Ctx) -> None:
    cancel = [[ctx.button("button-cancel", "formreturn-cancel")]]
    await ctx.say("form-ask-reason", member=ctx.draft["member"], buttons=cancel)


async def take_reason(update: Update, ctx: Ctx) -> None:
    reason = contacts.read_line(words(update))
    form = await forms.send_back(ctx.tx, ctx.draft["form_id"], reason, ctx.person)
    await ctx.finish()
    await ctx.say("form-sent-back", member=form.content.name, reason=reason, buttons=_next(ctx))


async def forms_command(_: Update, ctx: Ctx) -> None:
    """``/forms``: how many are in, which wait, whose is missing."""
    await _list(ctx, 0)


async def list_pressed(_: Update, ctx: Ctx) -> None:
    await _list(ctx, number(ctx.args, 0))


def _next(ctx: Ctx) -> Buttons:
    """The list of all is the office's."""
    return [[Button("form-button-all", "form-list:0")]] if Role.OFFICE in ctx.person.roles else []


async def _list(ctx: Ctx, start: int) -> None:
    desk = _desk(ctx)
    everyone = await forms.standings(ctx.tx, desk, ctx.today.year)
    missing = [one for one in everyone if one.form is None or one.form.state is FormState.RETURNED]
    shown = missing[start : start + PAGE]
    waiting = [one.form for one in everyone if one.form and one.form.state is FormState.HANDED_IN]
    accepted = sum(one.form is not None and one.form.state is FormState.ACCEPTED for one in everyone)
    counts = {"members": len(everyone), "accepted": accepted, "waiting": len(waiting), "missing": len(missing)}
    turns = [Button("button-more", f"form-list:{start + PAGE}")] if missing[start + PAGE :] else []
    text = Text(
        "forms-list",
        year=str(ctx.today.year),
        due=desk.deadline().on(ctx.today.year),
        names=[_line(one) for one in shown] or [Text("forms-none-missing")],
        **{name: str(count) for name, count in counts.items()},
    )
    await put(ctx, Prompt(text, [*_waiting(waiting), *([turns] if turns else [])]))


def _line(one: Standing) -> Text:
    key = "forms-line" if one.form is None else "forms-line-returned"
    return Text(key, member=one.member.name, sector=one.member.sector or "–", unit=one.member.unit or "–")


def _waiting(waiting: list[Form]) -> Buttons:
    """Up to a page of forms that wait, each a button, two in a row."""
    buttons = [Button("form-button-show", f"form-show:{f.id}", args={"member": f.content.name}) for f in waiting[:PAGE]]
    return [buttons[at : at + 2] for at in range(0, len(buttons), 2)]


async def show_pressed(_: Update, ctx: Ctx) -> None:
    """A form as it was handed in, once more, with its buttons while it waits."""
    form = await forms.shown_to(ctx.tx, number(ctx.args, 0), ctx.person)
    buttons = forms.decisions(form) if form.state is FormState.HANDED_IN else ()
    state, paper = _state(form), forms.file(_desk(ctx), form)
    await ctx.say("form-of-member", member=form.content.name, state=state, buttons=buttons, paper=paper)
