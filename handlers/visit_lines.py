"""Reports in words: a line or several in one message, behind the command or without it.

What is said whole is logged at once; what is not is asked for, one report after the other.
"""

import re
from collections.abc import Mapping
from typing import Any

from telegram import Update

from domain.refusals import Refusal
from handlers import visit_log, visit_steps
from handlers.context import Ctx
from handlers.typed import typed
from handlers.visit_reading import names_a_contact, parted, tells_of_a_visit, understood
from handlers.visit_words import evidence_in, packed
from services import visits
from services.outbox import Button
from services.visits import Record, VisitIsLoggedAlready
from texts import Text

_COMMAND = re.compile("[/／]?(?:visit|走访|记录走访)", re.IGNORECASE)
Said = Mapping[str, Any]


async def taken(update: Update, ctx: Ctx, text: str, *, is_one_line: bool = True) -> None:
    """Reports in a message, with its photo; not ``is_one_line``: shown before they are logged."""
    piece = evidence_in(update.effective_message)
    evidence = packed([piece] if piece else [])
    told = []
    for part in await parted(ctx, text):
        said, problem = await understood(ctx, part)
        told.append((_whole(ctx, said, problem, is_one_line=is_one_line) | {"evidence": evidence}, problem))
    if len(told) == 1:
        await ctx.begin("visit.contact", {"evidence": evidence})
        await visit_steps.go_on(ctx, told[0][1], **told[0][0])
    else:
        await _several(ctx, told)
    if not evidence and update.effective_message and update.effective_message.effective_attachment:
        await ctx.say("only-words-were-taken")


def _whole(ctx: Ctx, said: Said, problem: Refusal | None, *, is_one_line: bool) -> dict[str, Any]:
    """With the day and the kind that are meant where a report leaves them out."""
    if not said.get("note"):
        return dict(said)
    whole = {"day": ctx.today.isoformat(), "kind": None} | dict(said)
    whole["is_one_line"] = is_one_line and not said["strangers"]
    if problem is not None or "perhaps" in said:
        del whole["day"]
    return whole


async def _several(ctx: Ctx, told: list[tuple[dict[str, Any], Refusal | None]]) -> None:
    """Each line its own report: the whole ones are logged, the others asked for, the first of them at once."""
    records, notes = list[Record](), list[Text]()
    waiting = [each for each in told if not visit_steps.is_whole(each[0])]
    for said in (said for said, _ in told if visit_steps.is_whole(said)):
        try:
            logged = await visit_steps.log_all(ctx, said)
        except VisitIsLoggedAlready as refusal:
            notes.append(Text(refusal.text, **refusal.args_of_text))
        else:
            records, notes = [*records, *logged.records], [*notes, *logged.notes]
    if records:
        await visit_log.say_several(
            ctx, records, [note for place, note in enumerate(notes) if note not in notes[:place]]
        )
    elif notes:
        await ctx.say(notes[0].key, **notes[0].args)
    for said, problem in reversed(waiting):
        await ctx.begin("visit.contact", {})
        await visit_steps.stand(ctx, problem, **said)
    if waiting:
        await visit_steps.ask(ctx)


# --- without a command ------------------------------------------------------------------------------------------------


async def told(update: Update, ctx: Ctx) -> bool:
    """走访张三昨天…: a member says that someone was visited, and no command; it is logged."""
    text = typed(update.effective_message) if update.effective_message else ""
    is_visit = ctx.membership is not None and bool(text) and await tells_of_a_visit(ctx, text)
    if is_visit:
        await taken(update, ctx, text)
    return is_visit


async def begins_with_contact(update: Update, ctx: Ctx) -> bool:
    """Words that nothing waits for and that begin with a contact's name are a report: shown before it is logged."""
    text = typed(update.effective_message) if update.effective_message else ""
    is_visit = ctx.membership is not None and bool(text) and await names_a_contact(ctx, text)
    if is_visit:
        await taken(update, ctx, text, is_one_line=False)
    return is_visit


async def edited(update: Update, ctx: Ctx) -> None:
    """An edited message of which nothing comes; of a report, how the visit itself is corrected.

    Sent once more, as others are told to do, it would be a second visit.
    """
    text = typed(update.effective_message) if update.effective_message else ""
    if ctx.membership is None or not (_COMMAND.match(text) or await names_a_contact(ctx, text)):
        await ctx.say("edit-changes-nothing")
        return
    record = await visits.just_logged(ctx.tx, ctx.member)
    change = Button("visit-button-change", f"visit-change:{record.visit.id}") if record else visit_log.LIST
    await ctx.say("edit-leaves-the-visit", buttons=[[change]])
