"""From one update to its handler: who speaks, which dialogue is in hand, which route it is."""

import re
from contextlib import suppress
from dataclasses import dataclass, field

from telegram import CallbackQuery, Chat, Message, Update, User
from telegram.ext import filters

from domain.guesses import WrongCode
from domain.people import NotForYourRole, Person, Role
from domain.refusals import Refusal
from handlers import gate, letters, start, visit_lines, visit_log
from handlers.albums import is_to_be_answered
from handlers.context import Ctx, Place, Unit
from handlers.routing import Command, Press, Prompt, Route, Step, may
from handlers.said_buttons import said_button, said_menu
from handlers.steps import number
from handlers.typed import name_of, typed
from services import audit, guesses
from services import people as people_service
from storage import albums, dialogues, people
from texts import Text


class StepIsOver(Refusal):
    """A button of a dialogue that is finished or was cancelled."""

    text = "step-is-over"


class UnknownButton(Refusal):
    text = "unknown-button"


class UnknownCommand(Refusal):
    text = "unknown-command"


class GroupsAreForReading(Refusal):
    text = "write-to-me-privately"


@dataclass(frozen=True)
class Routes:
    """Every route by what leads to it. Each command is a button as well: ``do-NAME``.

    Raises:
        ValueError: two routes share a name.
    """

    all: tuple[Route, ...]
    commands: dict[str, Command] = field(default_factory=dict)
    words: dict[str, Command] = field(default_factory=dict)
    presses: dict[str, Press] = field(default_factory=dict)
    steps: dict[str, Step] = field(default_factory=dict)

    def __post_init__(self) -> None:
        tables: dict[type[Route], dict[str, Route]] = {
            Command: self.commands,  # type: ignore[dict-item]  # a dict's value type is invariant
            Press: self.presses,  # type: ignore[dict-item]  # likewise
            Step: self.steps,  # type: ignore[dict-item]  # likewise
        }
        for route in self.all:
            if tables[type(route)].setdefault(route.name, route) is not route:
                raise ValueError(f"two routes are named {route.name!r}")
            if isinstance(route, Command):
                self.words.update(dict.fromkeys(route.words, route))
                self.presses[f"do-{route.name}"] = Press(f"do-{route.name}", route.run, route.who)

    def commands_for(self, roles: frozenset[Role]) -> list[str]:
        """The names that a person of these roles is shown."""
        return [c.name for c in self.commands.values() if c.listed and may(roles, c.who) and may(roles, c.shown_to)]


async def dispatch(update: Update, unit: Unit, routes: Routes) -> None:
    """Run the one handler that this update is for.

    Raises:
        Refusal: a rule said no; nothing of what the handler did may stay.
    """
    unit.commands_for = routes.commands_for
    await _dispatched(update, unit, routes)
    if unit.ctx is not None:
        await audit.note(unit.tx, unit.ctx.person, unit.route, unit.ctx.args)


async def _dispatched(update: Update, unit: Unit, routes: Routes) -> None:
    if update.my_chat_member is not None:
        unit.route = "membership"
        await _membership_changed(update, unit)
    elif update.callback_query is not None:
        await _pressed(update, update.callback_query, unit, routes)
    elif update.effective_message is not None and update.effective_user is not None:
        await _said(update, update.effective_message, update.effective_user, unit, routes)


async def context(unit: Unit, user: User, at: Place | None) -> Ctx:
    """The person (made known if new), their membership and dialogue."""
    person = await people_service.known(unit.tx, user.id, name_of(user), user.language_code, unit.house.committee)
    unit.language = person.language
    member = await people.member_of(unit.tx, person.id) if Role.MEMBER in person.roles else None
    dialogue = await dialogues.active(unit.tx, person.id)
    unit.ctx = Ctx(unit, person, at.chat_id if at else user.id, at.message_id if at else None, dialogue, member)
    return unit.ctx


def _place(message: Message) -> Place:
    return Place(message.chat.id, message.message_id)


async def refuse(update: Update, unit: Unit, refusal: Refusal, ask_again: Prompt | None = None) -> None:
    """Say a refusal in a transaction of its own: what the handler had begun is undone by then.

    ``ask_again``: it was no answer to this question, which follows in the same message, with its buttons.
    """
    user = update.effective_user
    if user is None:
        return
    message = update.effective_message
    if isinstance(refusal, WrongCode):
        await guesses.note(unit.tx, user.id)
    ctx = await context(unit, user, _place(message) if message else unit.pressed_on)
    if update.callback_query is not None:
        unit.toast, unit.alert = Text(refusal.text, **refusal.args_of_text), True
        return
    if message is None or await is_to_be_answered(ctx, message):
        await _say_and_ask(ctx, Text(refusal.text, **refusal.args_of_text), ask_again)


async def _say_and_ask(ctx: Ctx, said: Text, ask: Prompt | None) -> None:
    if ask is not None and ctx.dialogue is not None:
        ctx.because = said
        # What the question is about may be gone meanwhile.
        with suppress(Refusal):
            await ask(ctx)
        if ctx.because is None:
            return
        ctx.because = None
    await ctx.say(said.key, **said.args)


# --- messages ---------------------------------------------------------------------------------------------------------


async def _said(update: Update, message: Message, user: User, unit: Unit, routes: Routes) -> None:
    if message.text is None and filters.StatusUpdate.ALL.check_update(update):
        # Something was pinned, a timer was set: nobody speaks.
        return
    private = message.chat.type == Chat.PRIVATE
    command, rest = _command(message, unit.house.bot_name)
    if not private and not command:
        return
    ctx = await context(unit, user, _place(message))
    if await gate.is_pausing(ctx, message.media_group_id):
        unit.route = "pause"
        return
    if not private:
        raise GroupsAreForReading
    if command is None:
        command, rest = _word(message, ctx, routes)
    ctx.rest = rest
    await gate.check_let_in(ctx, command or "")
    await _hear(update, message, ctx, command, routes)
    await _resume(ctx, routes)


async def _hear(update: Update, message: Message, ctx: Ctx, command: str | None, routes: Routes) -> None:
    """Hand a message on to the first whom it concerns."""
    unit = ctx.unit
    if update.edited_message is not None:
        unit.route = "edit"
        await letters.edited(update, ctx)
    elif command is not None:
        await _run_command(update, message, ctx, command, routes)
    elif await _taken_as_visit(update, message, ctx):
        unit.route = "visit-told"
    elif await letters.is_reply_to_letter(update, ctx):
        unit.route = "reply"
        await letters.reply_taken(update, ctx)
    elif (visit := await visit_log.visit_of_photo(update, ctx)) is not None:
        unit.route = "photo-of-visit"
        await visit_log.photo_taken(update, ctx, visit)
    elif await _is_rest_of_album(ctx, message, routes):
        unit.route = "rest-of-album"
    elif ctx.dialogue is not None:
        await _take(update, message, ctx, routes)
    else:
        unit.route = "nothing-in-hand"
        if name := said_menu(ctx, message.text or ""):
            await _run_command(update, message, ctx, name, routes)
        elif message.text and not ctx.person.roles and (does := await letters.said_under_letter(ctx, message.text)):
            await _press(update, ctx, does, routes)
        else:
            await start.nothing_in_hand(update, ctx)


async def _taken_as_visit(update: Update, message: Message, ctx: Ctx) -> bool:
    """A member writes 走访张三昨天…, without any command: it is logged."""
    in_hand = ctx.dialogue is not None or message.reply_to_message is not None
    return not in_hand and await visit_lines.told(update, ctx)


async def _is_rest_of_album(ctx: Ctx, message: Message, routes: Routes) -> bool:
    """A later piece of an album that was answered with a sentence, where no question waits for files."""
    keeps_files = ctx.dialogue is not None and routes.steps[ctx.dialogue.step].keeps_files
    album = message.media_group_id
    return not keeps_files and album is not None and await albums.is_answered(ctx.tx, ctx.person.id, album)


async def _say_what_was_left_out(ctx: Ctx, message: Message, route: Step | Command) -> None:
    """Words under a picture were taken where only words count: the picture does not vanish in silence."""
    if not route.keeps_files and not message.text and message.caption and await is_to_be_answered(ctx, message):
        await ctx.say("only-words-were-taken")


def _command(message: Message, bot_name: str) -> tuple[str | None, str]:
    """The command's name and the rest of the text; (None, text) when there is none."""
    head, rest = _first_word(message)
    # Handwriting gives the wide stroke.
    head = head.replace("／", "/", 1) if head.startswith("／") else head
    if head.startswith("/") and len(head) > 1:
        name, _, addressed = head[1:].partition("@")
        mine = not addressed or addressed.lower() == bot_name.lower()
        return (name.lower() if mine else None), rest
    return None, ""


def _word(message: Message, ctx: Ctx, routes: Routes) -> tuple[str | None, str]:
    """As ``_command``, for a command's Chinese word.

    In a reply, and with more after it in a dialogue, it is only the beginning of what someone has to say.
    """
    head, rest = _first_word(message)
    route = routes.words.get(head)
    if route is None and (parted := _WORD_AND_SIGN.match(typed(message))):
        route, rest = routes.words.get(parted[1]), parted[2]
    if route is None or message.reply_to_message is not None or (ctx.dialogue is not None and rest):
        return None, ""
    return (route.name, rest) if may(ctx.person.roles, route.who) else (None, "")


_WORD_AND_SIGN = re.compile(r"([^\W\d_]{2,8})[\s，,、：:。；;]+(.*)", re.DOTALL)


def _first_word(message: Message) -> tuple[str, str]:
    head, *rest = typed(message).split(maxsplit=1) or [""]
    return head, "".join(rest)


async def _run_command(update: Update, message: Message, ctx: Ctx, name: str, routes: Routes) -> None:
    route = routes.commands.get(name) or routes.words.get(name)
    if route is None:
        raise UnknownCommand(command=name[:40])
    ctx.unit.route = f"command:{route.name}"
    _check(ctx.person, route)
    await route.run(update, ctx)
    await _say_what_was_left_out(ctx, message, route)


async def _take(update: Update, message: Message, ctx: Ctx, routes: Routes) -> None:
    assert ctx.dialogue is not None
    step = routes.steps[ctx.dialogue.step]
    ctx.unit.route = f"step:{step.name}"
    _check(ctx.person, step)
    ctx.unit.ask_again = step.ask
    if message.text and (button := await said_button(ctx, step, message.text)):
        await _press(update, ctx, button.does, routes)
        return
    await step.take(update, ctx)
    await _say_what_was_left_out(ctx, message, step)


async def _resume(ctx: Ctx, routes: Routes) -> None:
    """When a dialogue has ended and another had waited for it, say where that one stands."""
    if ctx.finished and ctx.dialogue is not None:
        step = routes.steps[ctx.dialogue.step]
        if may(ctx.person.roles, step.who):
            await step.ask(ctx)


# --- buttons ----------------------------------------------------------------------------------------------------------


async def _pressed(update: Update, query: CallbackQuery, unit: Unit, routes: Routes) -> None:
    ctx = await context(unit, query.from_user, unit.pressed_on)
    # One in a group is not theirs to be given other words, and its number is another's in their own chat.
    ctx.pressed = unit.pressed_on is not None and unit.pressed_on.chat_id == query.from_user.id
    if await gate.is_pausing(ctx):
        return
    does = query.data or ""
    await gate.check_let_in(ctx, does.partition(":")[0])
    await _press(update, ctx, does, routes)
    await _resume(ctx, routes)


async def _press(update: Update, ctx: Ctx, does: str, routes: Routes) -> None:
    """Run what the button does.

    Raises:
        UnknownButton, NotForYourRole, StepIsOver
    """
    name, *args = does.split(":")
    route = routes.presses.get(name)
    if route is None:
        raise UnknownButton
    ctx.unit.route = f"press:{route.name}"
    _check(ctx.person, route)
    if route.dialogue is not None:
        args = await _enter(ctx, route.dialogue, args)
    ctx.args = tuple(args)
    await route.run(update, ctx)


async def _enter(ctx: Ctx, kind: str, args: list[str]) -> list[str]:
    """Check that the pressed button's dialogue is still under way, and take it in hand."""
    dialogue = await ctx.take_in_hand(number(args, 0))
    if dialogue is None or dialogue.kind != kind:
        raise StepIsOver
    return args[1:]


def _check(person: Person, route: Route) -> None:
    if not may(person.roles, route.who):
        raise NotForYourRole


# --- the bot blocked, and let in again --------------------------------------------------------------------------------


async def _membership_changed(update: Update, unit: Unit) -> None:
    change = update.my_chat_member
    assert change is not None
    if change.chat.type != Chat.PRIVATE:
        return
    await people_service.blocked(unit.tx, change.from_user.id, blocked=change.new_chat_member.status == "kicked")
