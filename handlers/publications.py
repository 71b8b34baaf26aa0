"""Making letters public: the writer says whether, the office words and decides."""

from telegram import Update

from domain.publications import Answer, NoPublicChannel, Part
from handlers.context import Ctx
from handlers.steps import StepIsPast, begin_again, number, only_number, or_give_up, words
from services import letter_access as access
from services import publications
from services.outbox import About, Button, Buttons
from services.publications import PublicationCard
from texts import Text

WORDS = "publish.words"


# --- the writer -------------------------------------------------------------------------------------------------------


async def consent_ask_pressed(_: Update, ctx: Ctx) -> None:
    """What was said, and what may be said now. Argument: the letter."""
    letter, publication = await publications.consent_of(ctx.tx, number(ctx.args, 0), ctx.person)
    question, buttons = publications.consent_question(letter, publication)
    await ctx.say(question.key, **question.args, buttons=buttons, about=About(letter.id))


async def consent_pressed(_: Update, ctx: Ctx) -> None:
    """Arguments: the letter, the answer."""
    said = ctx.args[1] if len(ctx.args) > 1 else ""
    if said not in {each.value for each in Answer}:
        raise StepIsPast
    letter, publication = await publications.answer_consent(ctx.tx, number(ctx.args, 0), ctx.person, Answer(said))
    told, buttons = publications.consent_question(letter, publication)
    await ctx.revise(told.key, **told.args, buttons=buttons, about=About(letter.id))


# --- the office: cards ------------------------------------------------------------------------------------------------


async def publish_command(_: Update, ctx: Ctx) -> None:
    """``/publish``: what waits longest.

    Raises:
        NoPublicChannel
    """
    _check_channel(ctx)
    await _show(ctx, await publications.next_card(ctx.tx, ctx.person))


def _check_channel(ctx: Ctx) -> None:
    if ctx.house.channels.public_chat_id is None:
        raise NoPublicChannel


async def card_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the letter."""
    _check_channel(ctx)
    await _show(ctx, await publications.card(ctx.tx, number(ctx.args, 0), ctx.person))


async def skip_pressed(_: Update, ctx: Ctx) -> None:
    """On to the next. Argument: the letter that is left for later."""
    card = await publications.next_card(ctx.tx, ctx.person, number(ctx.args, 0))
    if card is None:
        await ctx.say("publish-no-more", buttons=[[Button("button-first-page", "do-publish")]])
    else:
        await _show(ctx, card)


async def anew_pressed(_: Update, ctx: Ctx) -> None:
    """Word it from what stands in the letter now. Argument: the letter."""
    await _show(ctx, await publications.card(ctx.tx, only_number(ctx.args), ctx.person, anew=True))


async def _show(ctx: Ctx, card: PublicationCard | None) -> None:
    if card is None:
        await ctx.say("publish-is-empty")
        return
    letter, publication = card.letter, card.publication
    await ctx.say(
        "publish-card",
        number=letter.number,
        state=Text(f"publication-{publication.state.value}"),
        count=card.waiting,
        signed=Text("publish-signed" if publication.is_named else "publish-unsigned"),
        content=publication.draft(Part.CONTENT) or Text("no-words"),
        result=publication.draft(Part.RESULT) or Text("no-words"),
        hidden=publications.listed(letter, card.hidden) or Text("publish-nothing-found"),
        doubtful=publications.listed(letter, card.doubtful) or Text("publish-nothing-found"),
        stale=Text("publish-is-stale") if publication.is_stale else "",
        buttons=_buttons(card),
        about=About(letter.id),
    )


def _buttons(card: PublicationCard) -> Buttons:
    of, publication = card.letter.id, card.publication
    go = "button-publish-again" if publication.is_public else "button-publish"
    no = "button-take-down" if publication.is_public else "button-keep-inside"
    return [
        [Button(go, f"publish-now:{of}:{publication.revision}"), Button(no, f"publish-no:{of}")],
        [
            Button("button-reword-content", f"publish-words:{of}:{Part.CONTENT}"),
            Button("button-reword-result", f"publish-words:{of}:{Part.RESULT}"),
        ],
        [
            *([Button("button-word-anew", f"publish-anew:{of}")] if publication.is_stale else []),
            Button("button-next-letter", f"publish-skip:{of}"),
        ],
    ]


# --- the office: other words ------------------------------------------------------------------------------------------


async def words_pressed(_: Update, ctx: Ctx) -> None:
    """Arguments: the letter, the part."""
    part = ctx.args[1] if len(ctx.args) > 1 else ""
    if part not in {each.value for each in Part}:
        raise StepIsPast
    card = await publications.card(ctx.tx, number(ctx.args, 0), ctx.person)
    await begin_again(ctx, WORDS, {"letter": card.letter.id, "part": part})
    # A message of its own, so that it can be copied as it is.
    await ctx.say("lines", lines=card.publication.draft(Part(part)) or Text("no-words"))
    await ask_words(ctx)


async def ask_words(ctx: Ctx) -> None:
    letter = await access.known(ctx.tx, ctx.draft["letter"])
    cancel = [[ctx.button("button-cancel", "publish-cancel")]]
    await ctx.say("publish-words-now", number=letter.number, part=_part(ctx), buttons=cancel)


def _part(ctx: Ctx) -> Text:
    return Text(f"publish-part-{ctx.draft['part']}")


async def take_words(update: Update, ctx: Ctx) -> None:
    part = Part(ctx.draft["part"])
    async with or_give_up(ctx):
        card = await publications.reword(ctx.tx, ctx.draft["letter"], ctx.person, part, words(update))
        await ctx.finish()
        await _show(ctx, card)


# --- the office: the decision -----------------------------------------------------------------------------------------


async def now_pressed(_: Update, ctx: Ctx) -> None:
    """Arguments: the letter, the wording that the card showed."""
    house = ctx.house
    channel = publications.channel_of(house.channels, house.committee.language, house.bot_name)
    letter = await publications.publish(ctx.tx, number(ctx.args, 0), ctx.person, number(ctx.args, 1), channel)
    card = [[Button("button-publish-card", f"publish-card:{letter.id}")]]
    await ctx.say("publish-done", number=letter.number, buttons=card, about=About(letter.id))


async def no_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the letter."""
    letter, was_public = await publications.decline(ctx.tx, only_number(ctx.args), ctx.person)
    key = "publish-taken-down" if was_public else "publish-declined"
    await ctx.say(key, number=letter.number, about=About(letter.id))
