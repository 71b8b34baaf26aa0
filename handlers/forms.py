"""/form: the member's registration form; whoever it is for accepts it, or returns it with a reason."""

from typing import Any

from telegram import Update

from domain.forms import Form, FormState, HandedInTo
from handlers.context import Ctx
from handlers.steps import Prompt, begin_again, only_number, put, words
from services import contacts, forms
from services.forms import Desk, View
from services.outbox import Button, Buttons
from texts import Text

MOST_ROWS, SHORT = 12, 40
"""Rows of the preview, and characters of an address in it: a long list still fits one message."""

FILE = Button("form-button-file", "form-file")
HAND_IN = Button("form-button-hand-in", "form-hand-in")
CONTACTS = Button("contact-button-list", "contacts")


def desk_of(ctx: Ctx) -> Desk:
    return Desk(ctx.house.scheme, ctx.house.committee)


# --- the member -------------------------------------------------------------------------------------------------------


async def form_command(_: Update, ctx: Ctx) -> None:
    """``/form``: the form as it stands, and what is missing."""
    seen = await forms.view(ctx.tx, ctx.member, desk_of(ctx), ctx.today.year)
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
        state=state_of(seen.latest),
    )


def state_of(latest: Form | None) -> Text:
    """Handed in when; received when and by whom; or returned why."""
    if latest is None:
        return Text("form-state-open")
    if latest.state is FormState.RETURNED:
        return Text("form-state-returned", on=latest.decided_at, reason=latest.reason)
    if latest.state is FormState.ACCEPTED:
        said = {"on": latest.handed_in_at, "decided": latest.decided_at, "receiver": latest.decided_by}
        return Text("form-state-accepted", by=forms.taker_name(latest), **said)
    return Text(f"form-state-{latest.state.value.replace('_', '-')}", on=latest.handed_in_at)


async def file_pressed(_: Update, ctx: Ctx) -> None:
    """The form as a Word file."""
    content = await forms.content_of(ctx.tx, ctx.member)
    await ctx.say("form-file", paper=forms.paper(desk_of(ctx), [content], content.name))


async def hand_in_pressed(_: Update, ctx: Ctx) -> None:
    form = await forms.hand_in(ctx.tx, ctx.member, desk_of(ctx), ctx.today)
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
    await ctx.say("form-accepted", member=form.content.name, buttons=_next())


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
    await ctx.say("form-sent-back", member=form.content.name, reason=reason, buttons=_next())


def _next() -> Buttons:
    return [[Button("form-button-all", "form-list:0")]]
