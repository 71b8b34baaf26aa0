"""The front door: greeting, links that lead in, help, language, cancelling, and words said without a dialogue."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from telegram import Update

from domain.people import Role, member_of_code
from domain.refusals import Refusal
from domain.small_talk import asks_what_is_owed, is_greeting, is_opening, is_thanks
from handlers import card_visits, events, group_visits, letters, quota, roster, steps, unsent, visit_lines, writing
from handlers.albums import is_to_be_answered
from handlers.context import Ctx
from handlers.letter_pieces import CannotBeInALetter
from handlers.menus import menu
from handlers.steps import StepIsPast, number
from services import invitations
from services.outbox import Button, show_commands
from storage import people
from texts import LANGUAGES, Text

SHORTEST_ANSWER = 6
"""Characters that may be an answer to a letter or a task; fewer are a name, or a word that we do not know."""


class LinkUnknown(Refusal):
    """A ``/start`` link whose code means nothing (any more)."""

    text = "link-unknown"


# --- greeting ---------------------------------------------------------------------------------------------------------


async def start_command(update: Update, ctx: Ctx) -> None:
    """``/start``, alone or from a link with a code."""
    kind, _, code = ctx.rest.partition("_")
    if not kind:
        await ctx.say(f"start-{_audience(ctx)}", committee=ctx.house.committee.name, buttons=menu(ctx))
        return
    opener = _LINKS.get(kind)
    if opener is None:
        raise LinkUnknown
    await opener(update, ctx, code)


def _audience(ctx: Ctx) -> str:
    """Whose greeting: office, member, guest (another role of the committee) or constituent."""
    roles = ctx.person.roles
    if Role.OFFICE in roles:
        return "office"
    if Role.MEMBER in roles:
        return "member"
    return "guest" if roles else "constituent"


async def _join(_: Update, ctx: Ctx, code: str) -> None:
    """``join_CODE``: an invitation."""
    joined = await invitations.redeem(ctx.tx, code, ctx.person)
    # From here on they may be someone the committee knew by name: what is said goes to that person.
    ctx.person = joined.person
    ctx.membership = await people.member_of(ctx.tx, joined.person.id)
    key = "joined-already" if joined.again else "joined"
    role = invitations.role_name(joined.role)
    await ctx.say(key, name=joined.person.name, role=role, committee=ctx.house.committee.name, buttons=menu(ctx))
    await show_commands(ctx.tx, joined.person.id, ctx.commands)


async def _write_to(update: Update, ctx: Ctx, code: str) -> None:
    """``m_CODE``: a letter to that member."""
    member_id = member_of_code(code)
    if member_id is None:
        raise LinkUnknown
    await writing.write_to(update, ctx, member_id)


async def _begin_writing(update: Update, ctx: Ctx, _code: str) -> None:
    """``write``: from the button under a public post."""
    ctx.rest = ""
    await writing.write_command(update, ctx)


_LINKS: Mapping[str, Callable[[Update, Ctx, str], Awaitable[None]]] = {
    "join": _join,
    "m": _write_to,
    "card": card_visits.scanned,
    "g": group_visits.link_opened,
    "write": _begin_writing,
    "s": events.scanned,
}


# --- help and language ------------------------------------------------------------------------------------------------


async def help_command(_: Update, ctx: Ctx) -> None:
    """``/help``: what this person can do, and only that."""
    lines = [Text("help-line", command=f"/{name}", what=Text(f"command-{name}")) for name in ctx.commands]
    examples = [Text("help-visit-example")] if "visit" in ctx.commands else []
    await ctx.say("help", lines=[*lines, *examples], buttons=menu(ctx))


async def language_command(update: Update, ctx: Ctx) -> None:
    """``/language``, or with the language in the same line."""
    if ctx.rest in LANGUAGES:
        ctx.args = (ctx.rest,)
        await language_pressed(update, ctx)
        return
    await ctx.say("which-language", buttons=[[Button(f"language-{name}", f"language:{name}") for name in LANGUAGES]])


async def language_pressed(_: Update, ctx: Ctx) -> None:
    language = ctx.args[0] if ctx.args else ""
    if language not in LANGUAGES:
        raise StepIsPast
    await people.set_language(ctx.tx, ctx.person.id, language)
    ctx.person = replace(ctx.person, language=language)
    await ctx.revise("language-is-set")
    await show_commands(ctx.tx, ctx.person.id, ctx.commands)


# --- cancelling -------------------------------------------------------------------------------------------------------

ASKED_FIRST = frozenset({"writing", "reply", "record", "diary"})
"""Kinds of dialogues whose words are not thrown away at once: someone may have typed a page."""


async def cancel_command(_: Update, ctx: Ctx) -> None:
    """``/cancel``: end the dialogue in hand, and say which it was."""
    if ctx.dialogue is None:
        await ctx.say("nothing-to-cancel", buttons=menu(ctx))
        return
    if ctx.dialogue.kind in ASKED_FIRST and ctx.draft.get("pieces"):
        buttons = [[ctx.button("button-throw-away", "drop"), ctx.button("button-keep", "keep")]]
        await ctx.say("cancel-sure", what=doing(ctx.dialogue.kind), buttons=buttons)
        return
    await _drop(ctx)


async def cancel_pressed(update: Update, ctx: Ctx) -> None:
    """The button 取消 under something that may be a page long by now: 提交 is beside it."""
    if ctx.draft.get("pieces"):
        await cancel_command(update, ctx)
    else:
        await steps.cancel(update, ctx)


async def drop_pressed(_: Update, ctx: Ctx) -> None:
    """Yes, throw it away."""
    await _take_in_hand(ctx)
    await _drop(ctx)


async def keep_pressed(_: Update, ctx: Ctx) -> None:
    """No, keep it: it goes on where it was."""
    await _take_in_hand(ctx)
    assert ctx.dialogue is not None
    await ctx.revise("cancel-kept", what=doing(ctx.dialogue.kind))
    ctx.finished = True


async def _take_in_hand(ctx: Ctx) -> None:
    """The dialogue that the pressed button names, of whatever kind.

    Raises:
        StepIsPast: it is over.
    """
    if await ctx.take_in_hand(number(ctx.args, 0)) is None:
        raise StepIsPast


async def _drop(ctx: Ctx) -> None:
    assert ctx.dialogue is not None
    await ctx.revise("cancelled-what", what=doing(ctx.dialogue.kind))
    await ctx.finish()


def doing(kind: str) -> Text:
    """What a dialogue of this kind is about, in words."""
    return Text(f"doing-{kind}")


# --- said without a dialogue ------------------------------------------------------------------------------------------


async def nothing_in_hand(update: Update, ctx: Ctx) -> None:
    """Someone says something that no question waits for: a letter under way goes on, or these words begin a new one."""
    if await letters.continues(update, ctx) or await roster.taken_as_list(update, ctx):
        return
    if await visit_lines.begins_with_contact(update, ctx):
        return
    if ctx.membership is not None and asks_what_is_owed(_text(update)):
        await quota.command(update, ctx)
        return
    if ctx.person.roles:
        if await _may_be_an_answer(update, ctx):
            return
        if update.message is None or await is_to_be_answered(ctx, update.message):
            is_voice = update.message is not None and update.message.voice is not None
            await ctx.say("voice-is-not-heard" if is_voice else "what-now", buttons=menu(ctx))
        return
    if update.message and await _is_small_talk(update, ctx, _text(update)):
        return
    try:
        if not await letters.may_continue(update, ctx):
            await writing.begin_with(update, ctx)
    except CannotBeInALetter:
        await ctx.say("not-for-a-letter", buttons=menu(ctx))


def _text(update: Update) -> str:
    return (update.message.text if update.message else None) or ""


async def _may_be_an_answer(update: Update, ctx: Ctx) -> bool:
    """What is typed by who deals with letters or tasks is not thrown away for the want of a press."""
    words = _text(update)
    if len(words) < SHORTEST_ANSWER or is_greeting(words) or is_thanks(words) or is_opening(words):
        return False
    return await unsent.offered(update, ctx)


async def _is_small_talk(update: Update, ctx: Ctx, words: str) -> bool:
    """Answer what is no letter yet: a greeting, thanks, «I have a complaint»."""
    if is_opening(words):
        ctx.rest = ""
        await writing.write_command(update, ctx)
    elif is_thanks(words):
        await ctx.say("you-are-welcome", buttons=menu(ctx))
    elif is_greeting(words):
        await start_command(update, ctx)
    else:
        return False
    return True
