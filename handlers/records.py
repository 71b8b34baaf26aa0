"""/record 代录: a letter that came on paper, by phone or at a reception day is keyed in for its writer, question by
question; what its writer has yet to be told by phone."""

from typing import Any

from telegram import Update

from domain.letter_kinds import LetterKind
from domain.letter_pieces import Piece
from domain.letters import Desk
from domain.names import is_name
from domain.phones import normalised
from domain.records import AnswerByButton, Channel, NameIsWanted, PhoneIsNotUnderstood, as_read
from handlers.context import Ctx
from handlers.finding import find
from handlers.letter_pieces import piece_of
from handlers.steps import StepIsPast, begin_again, must_stand_at, number, only_number, words
from handlers.writing_words import keep, kept
from services import records
from services.invitations import LONGEST_NAME
from services.letter_moves import check_may_hold
from services.letter_parties import addressee_named
from services.outbox import About, Button, Buttons
from services.record_tellings import mark_told, untold
from services.records import NewRecord, Slip
from texts import Text

NAME, PHONE, CHANNEL, SIGN, WHOM, TEXT = (
    f"record.{step}" for step in ("name", "phone", "channel", "sign", "whom", "text")
)


async def record_command(_: Update, ctx: Ctx) -> None:
    """``/record``: first what has yet to be told by phone, then a new one."""
    await _list_untold(ctx)
    await begin_again(ctx, NAME, {})
    await ask_name(ctx)


async def _list_untold(ctx: Ctx) -> None:
    rows = await untold(ctx.tx, ctx.person)
    if not rows:
        return
    lines = [Text("record-untold-line", **{name: row[name] for name in ("number", "name", "phone")}) for row in rows]
    told = [[Button("button-told-of", does=f"record-told:{row['id']}", args={"number": row["number"]})] for row in rows]
    await ctx.say("record-untold", lines=lines, buttons=told)


# --- who wrote it, and how it came ------------------------------------------------------------------------------------


def _cancel(ctx: Ctx) -> Buttons:
    return [[ctx.button("button-cancel", "record-cancel")]]


async def ask_name(ctx: Ctx) -> None:
    await ctx.say("record-name-now", buttons=_cancel(ctx))


async def take_name(update: Update, ctx: Ctx) -> None:
    name = " ".join(words(update).split())
    if not is_name(name) or len(name) > LONGEST_NAME:
        raise NameIsWanted
    await ctx.go(PHONE, name=name)
    await ask_phone(ctx)


async def ask_phone(ctx: Ctx) -> None:
    await ctx.say("record-phone-now", name=ctx.draft["name"], buttons=_cancel(ctx))


async def take_phone(update: Update, ctx: Ctx) -> None:
    contact = update.effective_message.contact if update.effective_message else None
    phone = normalised(contact.phone_number if contact else words(update))
    if phone is None:
        raise PhoneIsNotUnderstood
    await ctx.go(CHANNEL, phone=phone)
    await ask_channel(ctx)


async def ask_channel(ctx: Ctx) -> None:
    ways = [ctx.button(f"record-channel-{each.value}", "record-channel", each.value) for each in Channel]
    await ctx.say("record-channel-now", buttons=[ways, *_cancel(ctx)])


async def take_channel(_: Update, _ctx: Ctx) -> None:
    """Raises:
    AnswerByButton
    """
    raise AnswerByButton


async def channel_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the way it came."""
    must_stand_at(ctx, CHANNEL)
    if ctx.args[:1] not in {(each.value,) for each in Channel}:
        raise StepIsPast
    await ctx.go(SIGN, channel=ctx.args[0])
    await ask_sign(ctx, in_place=True)


async def ask_sign(ctx: Ctx, *, in_place: bool = False) -> None:
    choice = [
        ctx.button("button-named", "record-sign", "named"),
        ctx.button("button-anonymous", "record-sign", "anonymous"),
    ]
    say = ctx.revise if in_place else ctx.say
    await say("record-sign-now", name=ctx.draft["name"], buttons=[choice, *_cancel(ctx)])


async def take_sign(_: Update, _ctx: Ctx) -> None:
    """Raises:
    AnswerByButton
    """
    raise AnswerByButton


async def sign_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: named or anonymous."""
    must_stand_at(ctx, SIGN)
    await ctx.go(WHOM, anonymous=ctx.args[:1] != ("named",))
    await ask_whom(ctx, in_place=True)


# --- who shall deal with it -------------------------------------------------------------------------------------------


async def ask_whom(ctx: Ctx, *, in_place: bool = False) -> None:
    say = ctx.revise if in_place else ctx.say
    await say("record-whom-now", buttons=_others(ctx))


def _others(ctx: Ctx) -> Buttons:
    mine = [[ctx.button("button-record-mine", "record-to", "me")]] if ctx.membership is not None else []
    fitting = ctx.button("button-record-triage", "record-to", LetterKind.ANYONE.value)
    office = ctx.button("button-record-office", "record-to", LetterKind.COMMITTEE.value)
    return [*mine, [fitting, office], *_cancel(ctx)]


async def take_whom(update: Update, ctx: Ctx) -> None:
    member = await find(ctx, words(update), "record-to", _others(ctx))
    if member is not None:
        await _for(ctx, member.id, LetterKind.MEMBER)


async def to_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: me, a member, or a door of the office."""
    must_stand_at(ctx, WHOM)
    match ctx.args:
        case ("me",):
            await _for(ctx, ctx.member.id, LetterKind.MEMBER)
        case (LetterKind.ANYONE | LetterKind.COMMITTEE as door,):
            await _for(ctx, None, LetterKind(door))
        case _:
            await _for(ctx, number(ctx.args, 0), LetterKind.MEMBER)


async def _for(ctx: Ctx, member_id: int | None, kind: LetterKind) -> None:
    await check_may_hold(ctx.tx, Desk(member_id))
    await ctx.go(TEXT, to=member_id, kind=kind.value)
    await ask_text(ctx)


# --- the letter -------------------------------------------------------------------------------------------------------


async def ask_text(ctx: Ctx) -> None:
    """What was taken down so far, and what may still be added."""
    submit = [ctx.button("button-submit", "record-submit"), ctx.button("button-cancel", "record-cancel")]
    pieces = kept(ctx)
    if pieces:
        await ctx.say("record-piece-kept", count=len(pieces), buttons=[submit])
        return
    whom = await addressee_named(ctx.tx, ctx.draft["to"], LetterKind(ctx.draft["kind"]))
    signed = Text("button-anonymous" if ctx.draft["anonymous"] else "button-named")
    said: dict[str, Any] = {"name": ctx.draft["name"], "phone": ctx.draft["phone"], "signed": signed, "whom": whom}
    channel = Text(f"record-channel-{ctx.draft['channel']}")
    await ctx.say("record-text-now", channel=channel, buttons=[submit], **said)


async def take_text(update: Update, ctx: Ctx) -> None:
    """Its words, or a photo of the paper; in as many messages as it takes."""
    if await keep(ctx, piece_of(update), TEXT):
        await ask_text(ctx)


async def submit_pressed(_: Update, ctx: Ctx) -> None:
    """It gets its number, and its writer a slip."""
    must_stand_at(ctx, TEXT)
    slip = await records.record(ctx.tx, ctx.person, _new(ctx, kept(ctx)), ctx.house.mailbox, ctx.house.committee)
    await ctx.finish()
    assert slip.receipt is not None
    letter, holder = slip.receipt.letter, slip.receipt.holder
    await ctx.revise("record-done", number=letter.number, holder=holder.named, about=About(letter.id))
    await _hand_out(ctx, slip)


def _new(ctx: Ctx, pieces: list[Piece]) -> NewRecord:
    draft = ctx.draft
    return NewRecord(
        draft["name"],
        draft["phone"],
        Channel(draft["channel"]),
        draft["anonymous"],
        draft["to"],
        LetterKind(draft["kind"]),
        pieces,
    )


async def _hand_out(ctx: Ctx, slip: Slip) -> None:
    """As a message of its own, to be copied on paper or passed on; another code is a press away."""
    until = slip.until.astimezone(ctx.house.committee.zone).date()
    again = [
        [Button("button-record-code", does=f"record-code:{slip.record_id}:{slip.version}")],
        [Button("button-record-add", does=f"record-add:{slip.record_id}")],
    ]
    said: dict[str, Any] = {"number": slip.number, "code": as_read(slip.code), "until": until}
    await ctx.say("record-slip", bot=ctx.house.bot_name, committee=ctx.house.committee.name, buttons=again, **said)


async def code_pressed(_: Update, ctx: Ctx) -> None:
    """Another code. Arguments: the record, and the version of the code that it takes the place of."""
    record_id, version = number(ctx.args, 0), number(ctx.args, 1)
    await _hand_out(ctx, await records.new_code(ctx.tx, record_id, version, ctx.person, ctx.house.mailbox))


async def told_pressed(_: Update, ctx: Ctx) -> None:
    """It was told by phone. Argument: what had to be told."""
    of, is_new = await mark_told(ctx.tx, only_number(ctx.args), ctx.person)
    ctx.toast("record-told" if is_new else "record-told-before", number=of)
