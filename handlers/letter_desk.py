"""The holder's desk: what is open, handing it over, settling it."""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager, nullcontext

from telegram import Update

from domain.answer_reviews import is_wanted
from domain.letter_pieces import Piece, whole_text
from domain.letters import OFFICE_DESK, AlreadyWithThem, Desk, Outcome
from domain.people import UNIT_ROLES, NotForYourRole, Role, Unit, check_role
from handlers.context import Ctx
from handlers.finding import find
from handlers.letter_pieces import piece_of
from handlers.letters import open_buttons
from handlers.steps import StepIsPast, begin_again, must_stand_at, number, only_number, or_give_up, words
from handlers.unsent import HANDING_OVER, or_keep
from handlers.writing_whom import OFFICE
from handlers.writing_words import kept
from services import answer_reviews
from services.buttons import in_pairs
from services.letter_access import known, to_act
from services.letter_course import hand_over, look_at, outcome_named, say_outcome, settle
from services.letter_moves import check_may_hold
from services.letter_parties import holder_named
from services.letter_views import open_with
from services.outbox import About, Button, Buttons
from services.triage import assign_to
from storage import dialogues, units

WHOM, WHY, CLOSING = "handover.whom", "handover.why", "settle.words"
MEMBER, UNIT = "member", "unit"
SHORTEST_PART = 2
"""Characters of a part of a unit's name."""
UNITS_OFFERED = 12
"""As many buttons as help; any other unit is named."""
_EMPTY = {MEMBER: "inbox-is-empty", UNIT: "inbox-of-unit-is-empty", OFFICE: "inbox-of-office-is-empty"}
"""What is said of a desk with nothing on it."""


# --- what is open -----------------------------------------------------------------------------------------------------


async def inbox_command(_: Update, ctx: Ctx) -> None:
    """``/inbox``: a member's own, their units', the office's; all of them for who is several."""
    if ctx.membership is not None:
        await _show_open(ctx, MEMBER, Desk(ctx.membership.id), 0)
    if Role.OFFICE in ctx.person.roles:
        await _show_open(ctx, OFFICE, OFFICE_DESK, 0)
    for unit in (belongs_to := await _units(ctx)):
        await _show_open(ctx, UNIT, Desk(unit_id=unit.id), 0)
    if not belongs_to and ctx.membership is None and Role.OFFICE not in ctx.person.roles:
        await ctx.say("inbox-without-a-unit")


async def inbox_page_pressed(_: Update, ctx: Ctx) -> None:
    """Arguments: whose desk, how many to skip, and which unit's it is.

    Raises:
        NotForYourRole
    """
    whose = ctx.args[0] if ctx.args else MEMBER
    skip = min(number(ctx.args, 1), 10_000)
    if whose == OFFICE:
        check_role(ctx.person, Role.OFFICE)
        await _show_open(ctx, OFFICE, OFFICE_DESK, skip)
    elif whose == UNIT:
        unit_id = number(ctx.args, 2)
        if unit_id not in {unit.id for unit in await _units(ctx)}:
            raise NotForYourRole
        await _show_open(ctx, UNIT, Desk(unit_id=unit_id), skip)
    else:
        await _show_open(ctx, MEMBER, Desk(ctx.member.id), skip)


async def _units(ctx: Ctx) -> list[Unit]:
    return await units.of_person(ctx.tx, ctx.person.id) if ctx.person.roles & UNIT_ROLES else []


async def _show_open(ctx: Ctx, whose: str, desk: Desk, skip: int) -> None:
    page = await open_with(ctx.tx, desk, ctx.today, ctx.house.committee.zone, skip)
    unit = f":{desk.unit_id}" if desk.unit_id is not None else ""
    first = [Button("button-first-page", f"inbox-page:{whose}:0{unit}")] if skip else []
    more = [Button("button-next-page", f"inbox-page:{whose}:{page.next}{unit}")] if page.next else []
    say = ctx.revise if ctx.args else ctx.say
    holder = await holder_named(ctx.tx, desk)
    if page.letters:
        turn = [[*first, *more]] if first or more else []
        await say(f"inbox-of-{whose}", lines=page.lines, buttons=[*open_buttons(page.letters), *turn], unit=holder)
    else:
        await say(_EMPTY[whose], unit=holder)


# --- 转交 -------------------------------------------------------------------------------------------------------------


async def hand_over_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the letter."""
    letter = await look_at(ctx.tx, number(ctx.args, 0), ctx.person)
    await begin_again(ctx, WHOM, {"letter": letter.id})
    await ask_whom(ctx)


async def reason_pressed(_: Update, ctx: Ctx) -> None:
    """A reason that one letter took no more becomes that of another, once it is clear to whom it goes. Argument: the
    letter."""
    assert ctx.dialogue is not None
    letter = await look_at(ctx.tx, only_number(ctx.args), ctx.person)
    reason = whole_text(kept(ctx))
    await dialogues.end(ctx.tx, ctx.dialogue.id)
    await begin_again(ctx, WHOM, {"letter": letter.id, "reason": reason})
    await ask_whom(ctx)


async def ask_whom(ctx: Ctx) -> None:
    letter = await known(ctx.tx, ctx.draft["letter"])
    await ctx.say("handover-to-whom", number=letter.number, buttons=_others(ctx))


def _others(ctx: Ctx) -> Buttons:
    office = ctx.button("button-to-the-office", "handover-to", OFFICE)
    unit = ctx.button("button-to-a-unit", "handover-units")
    return [[office], [unit], [ctx.button("button-cancel", "handover-cancel")]]


async def units_pressed(_: Update, ctx: Ctx) -> None:
    """转单位: departments and units in which somebody has joined."""
    must_stand_at(ctx, WHOM, WHY)
    await offer_units(ctx)


async def offer_units(ctx: Ctx) -> None:
    reached = [*await units.reached(ctx.tx, departments=True), *await units.reached(ctx.tx, departments=False)]
    choice = [[ctx.button("button-unit", "handover-unit", unit.id, name=unit.name)] for unit in reached[:UNITS_OFFERED]]
    cancel = [ctx.button("button-cancel", "handover-cancel")]
    letter = await known(ctx.tx, ctx.draft["letter"])
    key = "handover-to-which-unit" if choice else "handover-no-units"
    await ctx.say(key, number=letter.number, buttons=[*choice, cancel])


async def unit_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the unit."""
    must_stand_at(ctx, WHOM, WHY)
    await _to(ctx, Desk(unit_id=number(ctx.args, 0)))


async def take_whom(update: Update, ctx: Ctx) -> None:
    unit = await _unit_called(ctx, words(update))
    if unit is not None:
        await _to(ctx, Desk(unit_id=unit.id))
        return
    member = await find(ctx, words(update), "handover-to", _others(ctx))
    if member is not None:
        await _to(ctx, Desk(member.id))


async def _unit_called(ctx: Ctx, words: str) -> Unit | None:
    """The unit of this name; or the one that has these words in its name, where no member has."""
    if (unit := await units.named(ctx.tx, words)) is not None:
        return unit
    if len(words) < SHORTEST_PART or (await ctx.finder.find(words)).members:
        return None
    reached = [*await units.reached(ctx.tx, departments=True), *await units.reached(ctx.tx, departments=False)]
    alike = [each for each in reached if words in each.name]
    return alike[0] if len(alike) == 1 else None


async def to_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the member, or the office."""
    must_stand_at(ctx, WHOM, WHY)
    await _to(ctx, OFFICE_DESK if ctx.args == (OFFICE,) else Desk(number(ctx.args, 0)))


async def _to(ctx: Ctx, desk: Desk) -> None:
    """Raises:
    UnitIsUnknown, UnitHasNobody, AlreadyWithThem
    """
    if desk.unit_id is not None:
        await check_may_hold(ctx.tx, desk)
    letter = await known(ctx.tx, ctx.draft["letter"])
    if letter.desk == desk and not ctx.draft.get("triage"):
        raise AlreadyWithThem(number=letter.number, holder=await holder_named(ctx.tx, desk))
    await ctx.go(WHY, to=desk.member_id, to_unit=desk.unit_id)
    await ask_why(ctx)


def _chosen(ctx: Ctx) -> Desk:
    return Desk(ctx.draft["to"], ctx.draft.get("to_unit"))


async def ask_why(ctx: Ctx) -> None:
    letter = await known(ctx.tx, ctx.draft["letter"])
    buttons = [[ctx.button("button-submit", "handover-now"), ctx.button("button-cancel", "handover-cancel")]]
    holder = await holder_named(ctx.tx, _chosen(ctx))
    key = "handover-why-kept" if (reason := ctx.draft.get("reason", "")) else "handover-why"
    await ctx.say(key, number=letter.number, holder=holder, reason=reason, buttons=buttons)


async def take_why(update: Update, ctx: Ctx) -> None:
    await _hand_over(ctx, words(update))


async def now_pressed(_: Update, ctx: Ctx) -> None:
    """With the reason that was kept, or without any."""
    must_stand_at(ctx, WHY)
    await _hand_over(ctx, ctx.draft.get("reason", ""))


async def _hand_over(ctx: Ctx, reason: str) -> None:
    because = [Piece(reason)] if reason else []
    async with or_give_up(ctx), _or_keep(ctx, because, HANDING_OVER):
        give = assign_to if ctx.draft.get("triage") else hand_over
        result = await give(ctx.tx, ctx.draft["letter"], ctx.person, _chosen(ctx), reason)
        await ctx.finish()
        key = "handover-done" if result.holder.is_reached else "handover-done-member-absent"
        await ctx.revise(key, number=result.letter.number, holder=result.holder.named, about=About(result.letter.id))


# --- 办结 -------------------------------------------------------------------------------------------------------------


async def settle_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the letter."""
    letter = await look_at(ctx.tx, number(ctx.args, 0), ctx.person)
    await begin_again(ctx, CLOSING, {"letter": letter.id})
    await ask_closing(ctx)


async def ask_closing(ctx: Ctx) -> None:
    letter = await known(ctx.tx, ctx.draft["letter"])
    outcomes = [ctx.button(f"outcome-{each.value}", "settle-now", each.value) for each in Outcome]
    last = [ctx.button("button-settle", "settle-now"), ctx.button("button-cancel", "settle-cancel")]
    await ctx.say("settle-words-now", number=letter.number, buttons=[*_pairs(outcomes), last])


def _pairs(buttons: Sequence[Button]) -> Buttons:
    return in_pairs(buttons)


async def take_closing(update: Update, ctx: Ctx) -> None:
    """Closing words, with attachments or without."""
    await _settle(ctx, [piece_of(update)], None)


async def settle_now_pressed(_: Update, ctx: Ctx) -> None:
    """Without a word. Argument: the outcome, if they say one."""
    await _settle(ctx, [], _outcome(ctx.args[0]) if ctx.args else None)


def _outcome(named: str) -> Outcome:
    """Raises:
    StepIsPast
    """
    if named not in tuple(Outcome):
        raise StepIsPast
    return Outcome(named)


def _or_keep(ctx: Ctx, pieces: Sequence[Piece], reason_for: str | None = None) -> AbstractAsyncContextManager[None]:
    """Closing words, or a reason, stay at hand; without any there is nothing to keep."""
    return or_keep(ctx, ctx.draft["letter"], pieces, reason_for) if pieces else nullcontext()


async def _settle(ctx: Ctx, pieces: Sequence[Piece], outcome: Outcome | None) -> None:
    async with or_give_up(ctx), _or_keep(ctx, pieces):
        letter, who = await to_act(ctx.tx, ctx.draft["letter"], ctx.person)
        if pieces and is_wanted(ctx.house.mailbox, letter, who, asked=False):
            await answer_reviews.submit(ctx.tx, letter.id, ctx.person, pieces, ctx.house.mailbox)
            await ctx.finish()
            await ctx.say("answer-closing-sent-to-office")
            return
        settled = await settle(ctx.tx, ctx.draft["letter"], ctx.person, pieces, outcome=outcome)
        await ctx.finish()
        about = About(settled.id)
        if outcome is not None:
            await ctx.revise("settle-done-as", number=settled.number, outcome=outcome_named(outcome), about=about)
            return
        ask = [Button(f"outcome-{each.value}", f"letter-outcome:{settled.id}:{each.value}") for each in Outcome]
        await ctx.revise("settle-done", number=settled.number, about=about, buttons=_pairs(ask))


async def outcome_pressed(_: Update, ctx: Ctx) -> None:
    """What came of a settled letter. Arguments: the letter, the outcome."""
    outcome = _outcome(ctx.args[1] if len(ctx.args) > 1 else "")
    letter = await say_outcome(ctx.tx, number(ctx.args, 0), ctx.person, outcome)
    about = About(letter.id)
    await ctx.revise("settle-done-as", number=letter.number, outcome=outcome_named(outcome), about=about)
