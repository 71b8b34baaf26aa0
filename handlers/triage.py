"""The office's triage in chat: a card for each letter that nobody holds yet; and 认领 in the members' group."""

from typing import Any

from telegram import Update

from domain.letter_kinds import Mark
from domain.letters import Letter
from domain.refusals import Refusal
from domain.triage import Suggestion
from handlers import letter_desk
from handlers.context import Ctx
from handlers.finding import find
from handlers.steps import StepIsPast, begin_again, must_stand_at, number, or_give_up, words
from services import letter_access as access
from services import triage
from services.buttons import in_pairs
from services.letter_parties import kind_named
from services.letter_post import holder_buttons
from services.letter_views import mark_of
from services.letters import Receipt
from services.outbox import About, Button, Buttons
from services.triage import Card
from texts import Text

WHOM, WHY = "triage.whom", "triage.why"


class AssignLineIsUnclear(Refusal):
    """``/assign`` without a number."""

    text = "assign-how"


# --- the cards --------------------------------------------------------------------------------------------------------


async def triage_command(_: Update, ctx: Ctx) -> None:
    """``/triage``: the letter that waits longest."""
    await _show(ctx, await triage.next_card(ctx.tx, ctx.person))


async def card_pressed(_: Update, ctx: Ctx) -> None:
    """The card of one letter. Argument: the letter."""
    await _show(ctx, await triage.card(ctx.tx, number(ctx.args, 0), ctx.person))


async def skip_pressed(_: Update, ctx: Ctx) -> None:
    """On to the next. Argument: the letter that is left for later."""
    card = await triage.next_card(ctx.tx, ctx.person, number(ctx.args, 0))
    if card is None:
        await ctx.say("triage-no-more", buttons=[[Button("button-first-page", does="do-triage")]])
    else:
        await _show(ctx, card)


async def _show(ctx: Ctx, card: Card | None, *, in_place: bool = False) -> None:
    """A card is a message of its own, so that a reply to it still finds its letter when the next one is shown."""
    if card is None:
        await ctx.say("triage-is-empty")
        return
    say = ctx.revise if in_place else ctx.say
    await say("triage-card", buttons=_buttons(ctx, card), about=About(card.letter.id), **_said(ctx, card))


def _said(ctx: Ctx, card: Card) -> dict[str, Any]:
    letter = card.letter
    since = letter.waiting_since_at or letter.received_at
    return {
        "number": letter.number,
        "mark": mark_of(letter),
        "kind": kind_named(letter.kind),
        "count": card.waiting,
        "days": (ctx.today - since.astimezone(ctx.house.committee.zone).date()).days,
        "who": card.who,
        "attached": Text("attached", count=card.attachments) if card.attachments else "",
        "text": card.text or Text("no-words"),
        "held": Text("triage-card-held", words=card.held.words, to=card.held_for) if card.held else "",
        "more": Text("triage-card-has-more") if card.is_more else "",
        "suggested": [_suggested(each) for each in card.suggestions] or Text("triage-nobody-to-suggest"),
    }


def _suggested(suggestion: Suggestion) -> Text:
    why = [Text(f"suggested-because-{reason.value}", words=words_) for reason, words_ in suggestion.why]
    member = suggestion.member
    reasons: Text = why[0]
    for more in why[1:]:
        reasons = Text("listed", first=reasons, then=more)
    sector = member.sector or Text("sector-not-known")
    return Text("triage-suggestion", name=member.name, sector=sector, why=reasons, load=suggestion.load)


def _buttons(ctx: Ctx, card: Card) -> Buttons:
    of = card.letter.id
    to = [
        [Button("button-assign-to", f"triage-to:{of}:{each.member.id}", args={"name": each.member.name})]
        for each in card.suggestions
    ]
    group = [Button("button-to-group", f"triage-post:{of}")] if ctx.house.channels.members_chat_id else []
    files = [Button("button-show-attachments", f"letter-files:{of}")] if card.attachments else []
    release = [[Button("button-release", f"triage-release:{of}")]] if card.held else []
    whole = [Button("button-whole-letter", f"letter-open:{of}")] if card.is_more else []
    return [
        *release,
        *to,
        [Button("button-other-member", f"triage-name:{of}"), Button("button-keep-in-office", f"triage-keep:{of}")],
        [Button("button-to-a-unit-short", f"triage-unit:{of}"), Button("button-send-back", f"triage-return:{of}")],
        [Button("button-mark", f"triage-mark:{of}"), *group],
        [Button("button-similar", f"similar:{of}"), Button("button-next-letter", f"triage-skip:{of}")],
        *([[*files, *whole]] if files or whole else []),
    ]


# --- 分派 -------------------------------------------------------------------------------------------------------------


async def to_pressed(_: Update, ctx: Ctx) -> None:
    """To a suggested member. Arguments: the letter, the member."""
    receipt = await triage.assign(ctx.tx, number(ctx.args, 0), ctx.person, number(ctx.args, 1))
    await _say_assigned(ctx, receipt)
    await _go_on(ctx, receipt.letter)


async def release_pressed(_: Update, ctx: Ctx) -> None:
    """放行: a held letter goes to whom it was for. Argument: the letter."""
    receipt = await triage.release(ctx.tx, number(ctx.args, 0), ctx.person)
    await _say_assigned(ctx, receipt)
    await _go_on(ctx, receipt.letter)


async def name_pressed(_: Update, ctx: Ctx) -> None:
    """To someone else, by name. Argument: the letter."""
    card = await triage.card(ctx.tx, number(ctx.args, 0), ctx.person)
    await begin_again(ctx, WHOM, {"letter": card.letter.id})
    await ask_whom(ctx)


async def unit_pressed(_: Update, ctx: Ctx) -> None:
    """转单位: to a unit or a department, by the dialogue of handing over. Argument: the letter."""
    card = await triage.card(ctx.tx, number(ctx.args, 0), ctx.person)
    await begin_again(ctx, letter_desk.WHOM, {"letter": card.letter.id, "triage": True})
    await letter_desk.offer_units(ctx)


async def assign_command(_: Update, ctx: Ctx) -> None:
    """``/assign 编号 委员``."""
    typed, _sep, name = ctx.rest.partition(" ")
    if not typed:
        raise AssignLineIsUnclear
    letter = await access.numbered(ctx.tx, typed, ctx.person, ctx.house.committee)
    await triage.check_is_with_office(ctx.tx, letter.id, ctx.person)
    await begin_again(ctx, WHOM, {"letter": letter.id, "any": True})
    if name.strip():
        await _look_for(ctx, name)
    else:
        await ask_whom(ctx)


async def ask_whom(ctx: Ctx) -> None:
    letter = await access.known(ctx.tx, ctx.draft["letter"])
    await ctx.say("triage-to-whom", number=letter.number, buttons=_cancel(ctx))


def _cancel(ctx: Ctx) -> Buttons:
    return [[ctx.button("button-cancel", "triage-cancel")]]


async def take_whom(update: Update, ctx: Ctx) -> None:
    await _look_for(ctx, words(update))


async def _look_for(ctx: Ctx, name: str) -> None:
    member = await find(ctx, name, "triage-choose", _cancel(ctx))
    if member is not None:
        await _assign(ctx, member.id)


async def choose_pressed(_: Update, ctx: Ctx) -> None:
    """One of several of a name. Argument: the member."""
    must_stand_at(ctx, WHOM)
    await _assign(ctx, number(ctx.args, 0))


async def _assign(ctx: Ctx, member_id: int) -> None:
    assign = triage.assign_of_office if ctx.draft.get("any") else triage.assign
    async with or_give_up(ctx):
        receipt = await assign(ctx.tx, ctx.draft["letter"], ctx.person, member_id)
        await ctx.finish()
        await _say_assigned(ctx, receipt)


async def _say_assigned(ctx: Ctx, receipt: Receipt) -> None:
    key = "triage-assigned" if receipt.holder.is_reached else "handover-done-member-absent"
    letter = receipt.letter
    await ctx.revise(key, number=letter.number, holder=receipt.holder.named, about=About(letter.id))


async def _go_on(ctx: Ctx, after: Letter) -> None:
    """The next card, or the first of those left for later."""
    card = await triage.next_card(ctx.tx, ctx.person, after.id) or await triage.next_card(ctx.tx, ctx.person)
    await _show(ctx, card)


# --- 办公室办理, 退回, 标记, 发到委员群 -------------------------------------------------------------------------------


async def keep_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the letter."""
    letter = await triage.keep(ctx.tx, number(ctx.args, 0), ctx.person)
    await ctx.revise("triage-kept", number=letter.number, about=About(letter.id), buttons=holder_buttons(letter))
    await _go_on(ctx, letter)


async def return_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the letter."""
    card = await triage.card(ctx.tx, number(ctx.args, 0), ctx.person)
    await begin_again(ctx, WHY, {"letter": card.letter.id})
    await ask_why(ctx)


async def ask_why(ctx: Ctx) -> None:
    letter = await access.known(ctx.tx, ctx.draft["letter"])
    await ctx.say("triage-return-why", number=letter.number, buttons=_cancel(ctx))


async def take_why(update: Update, ctx: Ctx) -> None:
    async with or_give_up(ctx):
        letter = await triage.send_back(ctx.tx, ctx.draft["letter"], ctx.person, words(update))
        await ctx.finish()
        await ctx.say("triage-returned", number=letter.number, about=About(letter.id))
        await _go_on(ctx, letter)


async def mark_pressed(_: Update, ctx: Ctx) -> None:
    """Which label? Or the label itself. Arguments: the letter, and the label ("none" takes it off)."""
    letter_id, label = number(ctx.args, 0), ctx.args[1] if len(ctx.args) > 1 else ""
    if not label:
        await _ask_mark(ctx, await triage.card(ctx.tx, letter_id, ctx.person))
        return
    if label not in (*Mark, "none"):
        raise StepIsPast
    await triage.mark(ctx.tx, letter_id, ctx.person, None if label == "none" else Mark(label))
    await _show(ctx, await triage.card(ctx.tx, letter_id, ctx.person), in_place=True)


async def _ask_mark(ctx: Ctx, card: Card) -> None:
    of = card.letter.id
    labels = [Button(f"letter-mark-{label}", f"triage-mark:{of}:{label}") for label in (*Mark, "none")]
    pairs = in_pairs(labels)
    await ctx.revise("triage-card", buttons=pairs, about=About(of), **_said(ctx, card))


async def post_pressed(_: Update, ctx: Ctx) -> None:
    """Into the members' group. Argument: the letter."""
    house = ctx.house
    is_new = await triage.post_to_group(
        ctx.tx, number(ctx.args, 0), ctx.person, house.channels.members_chat_id, house.committee.language
    )
    ctx.toast("triage-posted" if is_new else "triage-posted-before")


async def claim_pressed(_: Update, ctx: Ctx) -> None:
    """认领, under a post in the members' group. Argument: the letter."""
    pressed = (ctx.chat_id, ctx.message_id) if ctx.message_id is not None else None
    receipt = await triage.claim(ctx.tx, number(ctx.args, 0), ctx.person, pressed)
    ctx.toast("claim-done", number=receipt.letter.number)
