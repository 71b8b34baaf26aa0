"""/roster: the office's lists, of members and of units' people: sent as a file, shown as what they would change, taken
over by a button."""

from telegram import Update

from domain.people import Role
from domain.refusals import Refusal
from handlers.context import Ctx
from handlers.steps import only_number
from services import roster_files, sessions
from services.members_import import ImportRefused
from services.outbox import Button, Buttons
from services.roster_files import Sent
from storage import roster

BUTTONS: Buttons = [
    [Button("menu-invite", "do-invite"), Button("menu-members", "do-members")],
    [Button("roster-button-units", "roster-units:0")],
]


class ListChanged(Refusal):
    """Rows that were right when the list was shown can't be taken any more."""

    text = "roster-list-changed"


async def roster_command(_: Update, ctx: Ctx) -> None:
    """How many serve, in which session, and how a new list is sent."""
    counts = await roster.counts(ctx.tx)
    in_session = await sessions.words(ctx.tx, ctx.today)
    await ctx.revise("roster-shown", session=in_session or "", buttons=BUTTONS, **counts)


async def taken_as_list(update: Update, ctx: Ctx) -> bool:
    """A document from the office that nothing else waits for is a list of members.

    Raises:
        SheetEndingUnknown, SheetTooLarge
    """
    message = update.message
    if Role.OFFICE not in ctx.person.roles or message is None or message.animation or message.document is None:
        return False
    document = message.document
    sent = Sent(document.file_id, document.file_name or "", document.file_size)
    name = await roster_files.receive(ctx.tx, ctx.person, sent)
    await ctx.say("roster-file-came", file=name)
    return True


async def take_pressed(_: Update, ctx: Ctx) -> None:
    language = ctx.house.committee.language
    try:
        done = await roster_files.take(ctx.tx, only_number(ctx.args), ctx.person, language, ctx.today)
    except ImportRefused:
        raise ListChanged from None
    await ctx.revise(done.key, buttons=BUTTONS, **done.args)


async def give_up_pressed(_: Update, ctx: Ctx) -> None:
    file = await roster_files.give_up(ctx.tx, only_number(ctx.args), ctx.person)
    await ctx.revise("roster-given-up", file=file.file_name)
