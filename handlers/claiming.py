"""/claim 认领来信: the writer of a letter that was keyed in for them makes it theirs."""

from telegram import Update

from domain.letter_numbers import LetterNumber
from domain.phones import normalised
from domain.records import PhoneIsNotUnderstood
from handlers.context import Ctx
from handlers.steps import begin_again, words
from services import records
from services.outbox import About, Buttons

NUMBER, PHONE, CODE = "claiming.number", "claiming.phone", "claiming.code"


async def claim_command(_: Update, ctx: Ctx) -> None:
    """``/claim``, or with all three in the line: ``/claim 123 13800000000 4821 7730``."""
    typed, phone, *code = [*ctx.rest.split(), "", ""] if ctx.rest else ["", ""]
    await begin_again(ctx, NUMBER, {})
    if code and "".join(code):
        _check_number(ctx, typed)
        await _try(ctx, (typed, phone, "".join(code)))
    else:
        await ask_number(ctx)


def _cancel(ctx: Ctx) -> Buttons:
    return [[ctx.button("button-cancel", "claim-cancel")]]


def _check_number(ctx: Ctx, typed: str) -> None:
    """Raises:
    NotALetterNumber
    """
    committee = ctx.house.committee
    LetterNumber.parse(typed, committee.code, ctx.tx.now.astimezone(committee.zone).year)


async def ask_number(ctx: Ctx) -> None:
    await ctx.say("claiming-number-now", buttons=_cancel(ctx))


async def take_number(update: Update, ctx: Ctx) -> None:
    typed = words(update)
    _check_number(ctx, typed)
    await ctx.go(PHONE, number=typed)
    await ask_phone(ctx)


async def ask_phone(ctx: Ctx) -> None:
    await ctx.say("claiming-phone-now", buttons=_cancel(ctx))


async def take_phone(update: Update, ctx: Ctx) -> None:
    contact = update.effective_message.contact if update.effective_message else None
    typed = contact.phone_number if contact else words(update)
    if normalised(typed) is None:
        raise PhoneIsNotUnderstood
    await ctx.go(CODE, phone=typed)
    await ask_code(ctx)


async def ask_code(ctx: Ctx) -> None:
    await ctx.say("claiming-code-now", buttons=_cancel(ctx))


async def take_code(update: Update, ctx: Ctx) -> None:
    await _try(ctx, (ctx.draft["number"], ctx.draft["phone"], words(update)))


async def _try(ctx: Ctx, typed: tuple[str, str, str]) -> None:
    """Right or wrong, the dialogue is over: a wrong one begins with the number again."""
    letter = await records.claim(ctx.tx, ctx.person, typed, ctx.house.committee)
    await ctx.finish()
    if letter is None:
        await ctx.say("claiming-does-not-fit")
        return
    buttons = [[records.open_button(letter)]]
    await ctx.say("claiming-done", number=letter.number, buttons=buttons, about=About(letter.id))
