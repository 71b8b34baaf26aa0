"""/card: a member's service cards; for who holds one, the card itself (``handlers/card_visits.py``)."""

from collections.abc import Sequence

from telegram import Update

from domain.cards import IN_USE, Card
from domain.contacts import Contact
from handlers import card_visits
from handlers.contact_lines import name_button
from handlers.context import Ctx
from handlers.steps import Prompt, number, put
from services import cards
from services.buttons import in_pairs
from services.cards import Issued
from services.outbox import Button, Buttons
from texts import Text

MOST = 30
"""Contacts in one message."""

LIST = Button("card-button-list", "card-list")


async def card_command(update: Update, ctx: Ctx) -> None:
    """``/card``: a member's cards, or the cards that this person holds."""
    if ctx.membership is None:
        await card_visits.show_held(update, ctx)
    else:
        await put(ctx, await _all(ctx))


async def list_pressed(_: Update, ctx: Ctx) -> None:
    await put(ctx, await _all(ctx))


async def _all(ctx: Ctx) -> Prompt:
    held = (await cards.of_member(ctx.tx, ctx.member))[:MOST]
    if not held:
        return Prompt(Text("cards-no-contacts"), [[Button("contact-button-add", "contact-add")]])
    known = [contact for contact, _ in held]
    lines = [Text("cards-line", contact=contact.name, state=_state(card)) for contact, card in held]
    names = in_pairs([name_button(contact, known, f"card:{contact.id}") for contact in known])
    is_all_issued = all(card is not None and card.state in IN_USE for _, card in held)
    issue: Buttons = [] if is_all_issued else [[Button("card-button-issue-all", "card-issue-all")]]
    return Prompt(Text("cards-list", lines=lines), [*names, *issue])


def _state(card: Card | None) -> Text:
    if card is None:
        return Text("card-state-none")
    on = card.returned_at or card.delivered_at or card.issued_at
    return Text(f"card-state-{card.state.value}", on=on)


async def one_pressed(_: Update, ctx: Ctx) -> None:
    contact, card = await cards.of_contact(ctx.tx, ctx.member, number(ctx.args, 0))
    await put(ctx, _one(contact, card))


def _one(contact: Contact, card: Card | None) -> Prompt:
    text = Text("card-of-contact", contact=contact.name, state=_state(card))
    return Prompt(text, [*_actions(contact, card), [LIST]])


def _actions(contact: Contact, card: Card | None) -> Buttons:
    if not contact.is_active:
        return []
    if card is None or card.state not in IN_USE:
        return [[Button("card-button-issue", f"card-issue:{contact.id}")]]
    lost = Button("card-button-lost", f"card-lost:{contact.id}")
    if card.delivered_at is not None:
        return [[lost]]
    return [[Button("card-button-delivered", f"card-delivered:{contact.id}"), lost]]


# --- issued -----------------------------------------------------------------------------------------------------------


async def issue_pressed(_: Update, ctx: Ctx) -> None:
    await _give(ctx, [await cards.issue(ctx.tx, ctx.member, number(ctx.args, 0))])


async def issue_all_pressed(_: Update, ctx: Ctx) -> None:
    await _give(ctx, await cards.issue_all(ctx.tx, ctx.member))


async def _give(ctx: Ctx, issued: Sequence[Issued]) -> None:
    """One card as a picture to pass on; all of them as a file to print."""
    house = ctx.house
    printer = await cards.printer(ctx.tx, ctx.member, house.committee, house.bot_name, house.cards)
    if len(issued) == 1:
        (one,) = issued
        await ctx.say("card-issued", contact=one.contact.name, picture=cards.picture(ctx.member, one, printer))
    delivered = [[Button("card-button-list", "card-list")]]
    paper = cards.paper(ctx.member, issued, printer)
    await ctx.say("card-to-print", count=str(len(issued)), paper=paper, buttons=delivered)


async def delivered_pressed(_: Update, ctx: Ctx) -> None:
    contact = await cards.mark_delivered(ctx.tx, ctx.member, number(ctx.args, 0))
    await put(ctx, _one(*await cards.of_contact(ctx.tx, ctx.member, contact.id)))


async def lost_pressed(_: Update, ctx: Ctx) -> None:
    """Asked once more: the old card stops working."""
    contact, card = await cards.of_contact(ctx.tx, ctx.member, number(ctx.args, 0))
    yes = Button("card-button-lost-yes", f"card-lost-yes:{contact.id}:{card.id if card else 0}")
    back = Button("button-back", f"card:{contact.id}")
    await put(ctx, Prompt(Text("card-lost-really", contact=contact.name), [[yes], [back]]))


async def lost_yes_pressed(_: Update, ctx: Ctx) -> None:
    await _give(ctx, [await cards.replace(ctx.tx, ctx.member, number(ctx.args, 0), number(ctx.args, 1))])
