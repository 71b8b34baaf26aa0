"""A service card in the hands of its contact: who they are, the visits on it, 属实 or 有出入, and what follows."""

from telegram import Update

from domain.confirmations import Confirmation, Verdict
from domain.contacts import Contact
from domain.people import Member
from domain.visits import Visit
from handlers.context import Ctx
from handlers.steps import begin_again, number, words
from services import cards, confirmations, contacts, visits
from services.cards import Scanned
from services.outbox import Button, Buttons
from storage import people
from texts import Text

MOST_VISITS, MOST_OPEN = 12, 6
"""Visits on the card in chat, and buttons of those about which nothing was said."""


# --- scanned ----------------------------------------------------------------------------------------------------------


async def scanned(_: Update, ctx: Ctx, code: str) -> None:
    """``/start card_CODE``: whose card it is, and whether that is the one who reads this."""
    found = await cards.scan(ctx.tx, code, ctx.person)
    if await cards.refuse_second(ctx.tx, found, ctx.person):
        await ctx.say("card-is-someone-elses")
    elif found.contact.person_id == ctx.person.id:
        await _show(ctx, found.contact, found.member)
    else:
        mine, not_mine = (
            Button("card-button-me", f"card-me:{code}"),
            Button("card-button-not-me", f"card-not-me:{code}"),
        )
        names = Text("card-is-this-you", member=found.member.name, contact=found.contact.name)
        await ctx.say(names.key, buttons=[[mine, not_mine]], **names.args)


async def me_pressed(_: Update, ctx: Ctx) -> None:
    found = await cards.confirm(ctx.tx, _code(ctx), ctx.person)
    if found is None:
        await ctx.revise("card-is-someone-elses")
        return
    await ctx.revise("card-confirmed", member=found.member.name)
    await _show(ctx, found.contact, found.member)


async def not_me_pressed(_: Update, ctx: Ctx) -> None:
    found: Scanned = await cards.scan(ctx.tx, _code(ctx), ctx.person)
    await ctx.revise("card-is-not-yours", contact=found.contact.name)


def _code(ctx: Ctx) -> str:
    return ctx.args[0] if ctx.args else ""


# --- the card ---------------------------------------------------------------------------------------------------------


async def show_held(_: Update, ctx: Ctx) -> None:
    """Every card that this person holds."""
    for contact, member in await cards.held_by(ctx.tx, ctx.person):
        await _show(ctx, contact, member)


async def _show(ctx: Ctx, contact: Contact, member: Member) -> None:
    on_card = await confirmations.of_card(ctx.tx, contact, MOST_VISITS)
    lines = [_line(visit, said) for visit, said in on_card] or [Text("card-no-visits")]
    still_open = [visit for visit, said in on_card if said is None][:MOST_OPEN]
    write = Button("card-button-write", f"write-to:{member.id}")
    names = {"member": member.name, "sector": member.sector or "–", "contact": contact.name}
    shown = Text("card-shown", lines=lines, **names)
    await ctx.say(shown.key, buttons=[*_asks(still_open), [write]], **shown.args)


def _line(visit: Visit, said: Confirmation | None) -> Text:
    state = Text(f"card-visit-{said.verdict.value if said else 'open'}")
    return Text("card-visit", day=visit.happened_on, kind=confirmations.kind_name(visit), state=state)


def _asks(still_open: list[Visit]) -> Buttons:
    return [
        [
            Button(
                "card-button-visit",
                f"confirm-ask:{visit.id}",
                args={"day": visit.happened_on, "kind": confirmations.kind_name(visit)},
            )
        ]
        for visit in still_open
    ]


# --- one visit --------------------------------------------------------------------------------------------------------


async def ask_pressed(_: Update, ctx: Ctx) -> None:
    visit, _contact = await confirmations.of_contact(ctx.tx, number(ctx.args, 0), ctx.person)
    member = await people.member(ctx.tx, visit.member_id)
    deeds = await visits.deeds_of(ctx.tx, visit)
    question = confirmations.question(visit, member, deeds)
    await ctx.say(question.key, buttons=confirmations.choices(visit.id), **question.args)


async def true_pressed(_: Update, ctx: Ctx) -> None:
    visit = await confirmations.confirm(ctx.tx, number(ctx.args, 0), ctx.person)
    await ctx.revise("confirm-thanks", day=visit.happened_on)


async def differs_pressed(_: Update, ctx: Ctx) -> None:
    visit, _contact = await confirmations.to_judge(ctx.tx, number(ctx.args, 0), ctx.person, Verdict.DISPUTED)
    await begin_again(ctx, "dispute.words", {"visit_id": visit.id})
    await ask_words(ctx)


async def ask_words(ctx: Ctx) -> None:
    await ctx.say("dispute-ask-words", buttons=[[ctx.button("button-cancel", "dispute-cancel")]])


async def take_words(update: Update, ctx: Ctx) -> None:
    said = contacts.read_line(words(update))
    visit = await confirmations.dispute(ctx.tx, ctx.draft["visit_id"], ctx.person, said)
    await ctx.finish()
    member = await people.member(ctx.tx, visit.member_id)
    days = str(ctx.house.visits.dispute_open_days)
    await ctx.say("dispute-is-noted", member=member.name, day=visit.happened_on, days=days)


# --- the member's answer ----------------------------------------------------------------------------------------------


async def answer_pressed(_: Update, ctx: Ctx) -> None:
    visit, contact, _said = await confirmations.disputed(ctx.tx, ctx.member, number(ctx.args, 0))
    await begin_again(ctx, "disputeanswer.words", {"visit_id": visit.id, "contact": contact.name})
    await ask_answer(ctx)


async def ask_answer(ctx: Ctx) -> None:
    cancel = [[ctx.button("button-cancel", "disputeanswer-cancel")]]
    await ctx.say("dispute-ask-answer", contact=ctx.draft["contact"], buttons=cancel)


async def take_answer(update: Update, ctx: Ctx) -> None:
    said = contacts.read_line(words(update))
    contact = await confirmations.answer(ctx.tx, ctx.member, ctx.draft["visit_id"], said)
    await ctx.finish()
    await ctx.say("dispute-answer-sent", contact=contact.name)
