"""/cards: the office, and the staff of a unit, key in the service cards that came back on paper."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from telegram import Update

from domain.cards import Card
from domain.contacts import Contact
from domain.people import Member
from domain.visits import Visit, VisitKind
from handlers.contact_lines import name_button
from handlers.context import Ctx
from handlers.finding import find
from handlers.steps import Prompt, begin_again, must_stand_at, number, put, words
from services import paper_cards
from services.buttons import in_pairs, page_of
from services.confirmations import kind_name
from services.outbox import Button, Buttons
from services.paper_cards import PaperVisit, Sheet
from services.quota_words import key_of
from storage import people
from texts import Text

PAGE, NAMES = 20, 6
"""Members in one message of those whose cards are missing, and contacts named of each."""
MOST_CONTACTS = 40
SHORT = 40
"""Characters of a visit's note beside its mark."""


# --- which came back --------------------------------------------------------------------------------------------------


async def command(_: Update, ctx: Ctx) -> None:
    """``/cards``: how many are back and whose are not; ``/cards 李建国``: to that member's contacts at once."""
    if ctx.rest:
        await begin_again(ctx, "paper.member", {})
        await _find(ctx, ctx.rest)
        return
    await put(ctx, await _returns(ctx, 0))


async def page_pressed(_: Update, ctx: Ctx) -> None:
    await put(ctx, await _returns(ctx, number(ctx.args, 0)))


async def _returns(ctx: Ctx, start: int) -> Prompt:
    found = await paper_cards.returns(ctx.tx, ctx.person, ctx.today.year, ctx.house.committee.zone)
    shown, more = page_of(found.missing, start, PAGE, "paper-page")
    lines = [
        Text(
            "paper-missing-line",
            member=member.name,
            count=str(len(still)),
            names="、".join(contact.name for contact in still[:NAMES]) + ("…" if len(still) > NAMES else ""),
        )
        for member, still in shown
    ]
    counts = {"contacts": found.contacts, "issued": found.issued, "returned": found.returned}
    text = Text(
        "paper-returns",
        year=str(ctx.today.year),
        lines=lines or [Text("paper-none-missing")],
        **{name: str(count) for name, count in counts.items()},
    )
    return Prompt(text, [[Button("paper-button-key", "paper-key")], *more])


# --- whose card -------------------------------------------------------------------------------------------------------


async def key_pressed(_: Update, ctx: Ctx) -> None:
    await begin_again(ctx, "paper.member", {})
    await ask_member(ctx)


def _cancel(ctx: Ctx) -> Buttons:
    return [[ctx.button("button-cancel", "paper-cancel")]]


async def ask_member(ctx: Ctx) -> None:
    await ctx.say("paper-ask-member", buttons=_cancel(ctx))


async def take_member(update: Update, ctx: Ctx) -> None:
    await _find(ctx, words(update))


async def _find(ctx: Ctx, name: str) -> None:
    member = await find(ctx, name, "paper-member", _cancel(ctx))
    if member is not None:
        await _contacts(ctx, member)


async def member_pressed(_: Update, ctx: Ctx) -> None:
    must_stand_at(ctx, "paper.member", "paper.contact")
    member = await people.serving(ctx.tx, number(ctx.args, 0))
    if member is None:
        raise paper_cards.ContactUnknown
    await _contacts(ctx, member)


async def _contacts(ctx: Ctx, member: Member) -> None:
    held = await _known(ctx, member)
    if not held:
        await ctx.revise("paper-no-contacts", member=member.name, buttons=_cancel(ctx))
        return
    await ctx.go("paper.contact", member_id=member.id)
    await ask_contact(ctx)


async def _known(ctx: Ctx, member: Member) -> list[tuple[Contact, Card | None]]:
    """Raises: NotForYourRole."""
    zone = ctx.house.committee.zone
    return await paper_cards.contacts_of(ctx.tx, ctx.person, member, ctx.today.year, zone)


async def ask_contact(ctx: Ctx) -> None:
    """The member's contacts, each a button."""
    member = await people.member(ctx.tx, ctx.draft["member_id"])
    held = (await _known(ctx, member))[:MOST_CONTACTS]
    known = [contact for contact, _ in held]
    assert ctx.dialogue is not None
    choose = f"paper-contact:{ctx.dialogue.id}"
    names = in_pairs([name_button(contact, known, f"{choose}:{contact.id}") for contact in known])
    lines = [
        Text("paper-contact-line", contact=contact.name, state=Text(f"card-state-{card.state.value}", on=_moment(card)))
        if card
        else Text("paper-contact-line", contact=contact.name, state=Text("card-state-none"))
        for contact, card in held
    ]
    text = Text("paper-ask-contact", member=member.name, lines=lines)
    await ctx.revise(text.key, buttons=[*names, *_cancel(ctx)], **text.args)


def _moment(card: Any) -> Any:
    return card.returned_at or card.delivered_at or card.issued_at


async def take_contact(update: Update, ctx: Ctx) -> None:
    """A name typed where a button is meant."""
    said = words(update)
    member = await people.member(ctx.tx, ctx.draft["member_id"])
    named = [one for one, _ in await _known(ctx, member) if one.name == said]
    if len(named) != 1:
        raise paper_cards.ContactUnknown
    await _open(ctx, named[0].id)


async def contact_pressed(_: Update, ctx: Ctx) -> None:
    must_stand_at(ctx, "paper.contact")
    await _open(ctx, number(ctx.args, 0))


async def _open(ctx: Ctx, contact_id: int) -> None:
    seen = await _sheet(ctx, contact_id)
    await ctx.go("paper.sheet", contact_id=seen.contact.id, marks={}, extra=[])
    await put(ctx, await _prompt(ctx))


async def _sheet(ctx: Ctx, contact_id: int) -> Sheet:
    return await paper_cards.sheet(ctx.tx, ctx.person, contact_id, ctx.house.scheme, ctx.today.year)


# --- the card ---------------------------------------------------------------------------------------------------------


async def ask_sheet(ctx: Ctx) -> None:
    await put(ctx, await _prompt(ctx), anew=True)


async def _prompt(ctx: Ctx) -> Prompt:
    seen = await _sheet(ctx, ctx.draft["contact_id"])
    marks: Mapping[str, bool] = ctx.draft["marks"]
    open_ids = {visit.id for visit in seen.open_visits}
    lines = [_line(visit, marks, visit.id in open_ids) for visit, _ in seen.visits]
    lines += [Text("paper-line-extra", **_about(one)) for one in _extra(ctx)]
    toggles = [
        [ctx.button("paper-button-visit", "paper-mark", visit.id, day=visit.happened_on, kind=kind_name(visit))]
        for visit in seen.open_visits
    ]
    all_on = [[ctx.button("paper-button-all", "paper-all")]] if len(toggles) > 1 else []
    text = Text(
        "paper-sheet", member=seen.member.name, contact=seen.contact.name, lines=lines or [Text("paper-no-visits")]
    )
    done = [ctx.button("paper-button-done", "paper-done"), ctx.button("button-cancel", "paper-cancel")]
    return Prompt(text, [*toggles, *all_on, [ctx.button("paper-button-extra", "paper-extra")], done])


def _line(visit: Visit, marks: Mapping[str, bool], is_open: bool) -> Text:
    mark = marks.get(str(visit.id))
    state = "true" if not is_open else "open" if mark is None else "on" if mark else "off"
    note = visit.note if len(visit.note) <= SHORT else visit.note[:SHORT] + "…"
    return Text(f"paper-line-{state}", day=visit.happened_on, kind=kind_name(visit), note=note)


def _about(one: PaperVisit) -> dict[str, Any]:
    return {"day": one.day, "kind": Text(f"visit-kind-{key_of(one.kind)}"), "note": one.note[:SHORT]}


def _extra(ctx: Ctx) -> list[PaperVisit]:
    return [
        PaperVisit(date.fromisoformat(one["day"]), VisitKind(one["kind"]), one["note"]) for one in ctx.draft["extra"]
    ]


async def mark_pressed(_: Update, ctx: Ctx) -> None:
    """On the card → not on it → not looked at."""
    must_stand_at(ctx, "paper.sheet")
    marks: dict[str, bool] = dict(ctx.draft["marks"])
    visit = str(number(ctx.args, 0))
    after = {None: True, True: False}.get(marks.get(visit))
    marks.pop(visit, None)
    if after is not None:
        marks[visit] = after
    await ctx.go("paper.sheet", marks=marks)
    await put(ctx, await _prompt(ctx))


async def all_pressed(_: Update, ctx: Ctx) -> None:
    must_stand_at(ctx, "paper.sheet")
    seen = await _sheet(ctx, ctx.draft["contact_id"])
    await ctx.go("paper.sheet", marks={str(visit.id): True for visit in seen.open_visits})
    await put(ctx, await _prompt(ctx))


async def extra_pressed(_: Update, ctx: Ctx) -> None:
    must_stand_at(ctx, "paper.sheet")
    await ctx.go("paper.extra")
    await ask_extra(ctx)


async def ask_extra(ctx: Ctx) -> None:
    await ctx.say("paper-ask-extra", buttons=_cancel(ctx))


async def take_extra(update: Update, ctx: Ctx) -> None:
    """A line of the card, in either step; then the card again."""
    seen = await _sheet(ctx, ctx.draft["contact_id"])
    one = paper_cards.read_visit(words(update), seen.contact, ctx.today, ctx.house.scheme)
    packed = {"day": one.day.isoformat(), "kind": one.kind.value, "note": one.note}
    await ctx.go("paper.sheet", extra=[*ctx.draft["extra"], packed])
    await put(ctx, await _prompt(ctx), anew=True)


async def done_pressed(_: Update, ctx: Ctx) -> None:
    must_stand_at(ctx, "paper.sheet")
    seen = await _sheet(ctx, ctx.draft["contact_id"])
    open_ids = {visit.id for visit in seen.open_visits}
    marks = {int(visit): mark for visit, mark in ctx.draft["marks"].items() if int(visit) in open_ids}
    not_on_card = ctx.house.texts.plain(ctx.house.committee.language, Text("paper-not-on-card"))
    await paper_cards.key_in(ctx.tx, ctx.person, seen, marks, _extra(ctx), not_on_card)
    await ctx.finish()
    again = [[Button("paper-button-key", "paper-key"), Button("paper-button-list", "paper-page:0")]]
    await ctx.revise("paper-keyed", member=seen.member.name, contact=seen.contact.name, buttons=again)
