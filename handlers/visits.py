"""Logging a visit: in one line, or step by step by buttons. Correcting one walks the same steps.

In one line the day may be left out (today) and the kind too: /visit and 走访 say that one went there, so it is a home
visit, and the answer says so with a button to change it. Step by step both are asked.
"""

from typing import Any

from telegram import Update

from domain.days import check_visit_day, parse_day
from domain.refusals import Refusal
from domain.unclear_days import check_clear
from domain.visit_heads import kind_of
from domain.visit_lines import check_good_deeds, promise_in, read_good_deed, read_note, read_promise
from domain.visits import VisitKind
from handlers import visit_lines, visit_log
from handlers.context import Ctx
from handlers.steps import must_stand_at, number, put, words
from handlers.visit_reading import understood
from handlers.visit_steps import STEP_OF, ask, go_on, prompt, submit
from handlers.visit_words import evidence_in, packed, packed_promises, promises_in, unpacked
from services import contacts, visits
from storage import dialogues
from storage.visits import Evidence
from texts import Text

WHO = ("wanted", "contact_id", "others", "strangers")
"""What the question for the contact is after; the rest of a line fills only what was not said before."""


class DayIsNotUnderstood(Refusal):
    text = "visit-day-is-not-understood"


class KindIsNotUnderstood(Refusal):
    text = "visit-kind-is-not-understood"


class PressToSubmit(Refusal):
    """Words where the report is complete and waits to be submitted."""

    text = "visit-press-to-submit"


# --- the beginning ----------------------------------------------------------------------------------------------------


async def command(update: Update, ctx: Ctx) -> None:
    """``/visit 王秀英 昨天 上门 帮助联系大病救助 #实事 送去轮椅``, with a photo or without; or alone."""
    if ctx.rest:
        await visit_lines.taken(update, ctx, ctx.rest)
        return
    piece = None if ctx.pressed else evidence_in(update.effective_message)
    await _begin(ctx, {"evidence": packed([piece] if piece else [])})


async def pressed_new(_: Update, ctx: Ctx) -> None:
    await _begin(ctx, {"evidence": []})


async def pressed_with(_: Update, ctx: Ctx) -> None:
    """From a contact's own page."""
    contact = await contacts.own(ctx.tx, ctx.member, number(ctx.args, 0))
    contacts.must_be_active(contact)
    if await _begin_about(ctx, "visit.contact", {"evidence": [], "contact_id": contact.id}, "contact_id"):
        await go_on(ctx, anew=True)


async def pressed_change(_: Update, ctx: Ctx) -> None:
    """Correct a visit: its report, ready to be changed and submitted again."""
    record = await visits.own(ctx.tx, ctx.member, number(ctx.args, 0))
    visits.check_may_change(record, ctx.member, ctx.tx.now, visit_log.within(ctx))
    visit = record.visit
    draft = {
        "visit_id": visit.id,
        "contact_id": visit.contact_id,
        "day": visit.happened_on.isoformat(),
        "kind": visit.kind,
        "note": visit.note,
        "deeds": list(record.good_deeds),
        "promises": packed_promises(record.promises),
        "evidence": [],
    }
    if await _begin_about(ctx, "visit.preview", draft, "visit_id"):
        await ask(ctx)


async def _begin(ctx: Ctx, draft: dict[str, Any]) -> None:
    """Start, or go on with what was begun before."""
    waiting = await ctx.under_way("visit")
    if waiting is None:
        await ctx.begin("visit.contact", draft)
        await ask(ctx)
    else:
        await _resume(ctx, waiting, evidence=[*waiting.draft["evidence"], *draft["evidence"]])


async def _resume(ctx: Ctx, waiting: dialogues.Dialogue, **changes: Any) -> None:
    ctx.dialogue = waiting
    await ctx.go(waiting.step, **changes)
    await put(ctx, await prompt(ctx), because=Text("visit-goes-on"), anew=True)


async def _begin_about(ctx: Ctx, step: str, draft: dict[str, Any], about: str) -> bool:
    """Start with what is known; False when the same was begun before, which then goes on.

    ``about`` is the field of the draft that tells whether it is the same.
    """
    waiting = await ctx.under_way("visit")
    if waiting is not None and waiting.draft.get(about) == draft[about]:
        await _resume(ctx, waiting)
        return False
    await ctx.begin(step, draft)
    return True


# --- answers ----------------------------------------------------------------------------------------------------------


async def _kept_evidence(update: Update, ctx: Ctx) -> bool:
    """A photo or place is welcome at every step: it is kept, and the question stands. An album is answered once."""
    piece = evidence_in(update.effective_message)
    if piece is None:
        return False
    before = unpacked(ctx.draft["evidence"])
    visits.check_evidence([*before, piece])
    assert ctx.dialogue is not None
    await ctx.go(ctx.dialogue.step, evidence=packed([*before, piece]))
    if not _is_of_album(piece, before):
        key = "visit-photo-kept-without-words" if visit_log.has_words(update) else "visit-photo-kept"
        await put(ctx, await prompt(ctx), because=Text(key), anew=True)
    return True


def _is_of_album(piece: Evidence, before: list[Evidence]) -> bool:
    return piece.album is not None and any(piece.album == other.album for other in before)


async def take_contact(update: Update, ctx: Ctx) -> None:
    """A name, or a whole line; what was said before is kept."""
    if await _kept_evidence(update, ctx):
        return
    said, problem = await understood(ctx, words(update))
    if {"note", "contact_id"} <= said.keys() and ctx.draft.get("note") and "visit_id" not in ctx.draft:
        # Another report: the first one waits.
        await visit_lines.taken(update, ctx, words(update))
        return
    new = {field: value for field, value in said.items() if field in WHO or field not in ctx.draft}
    await go_on(ctx, problem, **new)


async def pressed_contact(_: Update, ctx: Ctx) -> None:
    must_stand_at(ctx, "visit.contact")
    contact = await contacts.own(ctx.tx, ctx.member, number(ctx.args, 0))
    await go_on(ctx, contact_id=contact.id)


async def pressed_all_contacts(_: Update, ctx: Ctx) -> None:
    must_stand_at(ctx, "visit.contact")
    await ctx.go("visit.contact", wanted="")
    await put(ctx, await prompt(ctx))


async def take_day(update: Update, ctx: Ctx) -> None:
    if await _kept_evidence(update, ctx):
        return
    if parse_day(words(update), ctx.today) is not None or not await visit_lines.told(update, ctx):
        await _day(ctx, words(update))


async def pressed_day(_: Update, ctx: Ctx) -> None:
    must_stand_at(ctx, "visit.day")
    await _day(ctx, ctx.args[0] if ctx.args else "")


async def _day(ctx: Ctx, typed: str) -> None:
    day = parse_day(typed, ctx.today)
    if day is None:
        check_clear(typed)
        raise DayIsNotUnderstood
    check_visit_day(day, ctx.today, ctx.house.scheme.began(ctx.today.year))
    await go_on(ctx, day=day.isoformat())


async def take_kind(update: Update, ctx: Ctx) -> None:
    if await _kept_evidence(update, ctx):
        return
    kind = kind_of(words(update))
    if kind or not await visit_lines.told(update, ctx):
        await _kind(ctx, kind)


async def pressed_kind(_: Update, ctx: Ctx) -> None:
    must_stand_at(ctx, "visit.kind")
    await _kind(ctx, VisitKind(ctx.args[0]) if ctx.args and ctx.args[0] in list(VisitKind) else None)


async def _kind(ctx: Ctx, kind: VisitKind | None) -> None:
    if kind is None:
        raise KindIsNotUnderstood
    await go_on(ctx, kind=kind)


async def take_note(update: Update, ctx: Ctx) -> None:
    """What happened; a photo with words under it brings both."""
    piece = evidence_in(update.effective_message)
    caption = update.effective_message.caption if update.effective_message else None
    if piece is None:
        await go_on(ctx, note=read_note(words(update)))
    elif caption:
        visits.check_evidence([*unpacked(ctx.draft["evidence"]), piece])
        evidence = [*ctx.draft["evidence"], *packed([piece])]
        await go_on(ctx, note=read_note(caption), evidence=evidence)
    else:
        await _kept_evidence(update, ctx)


async def take_deed(update: Update, ctx: Ctx) -> None:
    """What was done; what begins with 承诺 or 答应 is a promise."""
    if await _kept_evidence(update, ctx):
        return
    said = words(update)
    if promise_in(said) is not None:
        await _promised(ctx, said)
        return
    deeds = [*(ctx.draft.get("deeds") or []), read_good_deed(said)]
    check_good_deeds([*deeds, *promises_in(ctx.draft)])
    await ctx.go("visit.deeds", deeds=deeds)
    await put(ctx, await prompt(ctx))


async def pressed_promise(_: Update, ctx: Ctx) -> None:
    must_stand_at(ctx, "visit.deeds")
    await ctx.go("visit.promise")
    await put(ctx, await prompt(ctx))


async def take_promise(update: Update, ctx: Ctx) -> None:
    if not await _kept_evidence(update, ctx):
        await _promised(ctx, words(update))


async def _promised(ctx: Ctx, said: str) -> None:
    """One more promise; then what else was done."""
    tagged = promise_in(said)
    one = read_promise(said if tagged is None else tagged, ctx.today)
    promises = [*promises_in(ctx.draft), one]
    check_good_deeds([*(ctx.draft.get("deeds") or []), *promises])
    await ctx.go("visit.deeds", deeds=ctx.draft.get("deeds") or [], promises=packed_promises(promises))
    await put(ctx, await prompt(ctx))


async def pressed_deeds(_: Update, ctx: Ctx) -> None:
    must_stand_at(ctx, "visit.deeds")
    if ctx.args[:1] == ("none",):
        await ctx.go("visit.deeds", deeds=[], promises=[])
        await put(ctx, await prompt(ctx))
    else:
        await go_on(ctx, deeds=ctx.draft.get("deeds") or [])


async def pressed_alter(_: Update, ctx: Ctx) -> None:
    must_stand_at(ctx, "visit.preview", "visit.promise")
    field = ctx.args[0] if ctx.args else ""
    step = f"visit.{field}"
    if step in STEP_OF.values():
        alone: dict[str, Any] = {"others": [], "strangers": []} if field == "contact" else {}
        await ctx.go(step, wanted="", **alone)
    await put(ctx, await prompt(ctx))


async def take_at_preview(update: Update, ctx: Ctx) -> None:
    if await _kept_evidence(update, ctx):
        return
    said = words(update)
    if said == ctx.house.texts.plain(ctx.person.language, Text("button-submit")):
        await submit(ctx)
    elif not await visit_lines.told(update, ctx):
        raise PressToSubmit


async def pressed_submit(_: Update, ctx: Ctx) -> None:
    must_stand_at(ctx, "visit.preview")
    await submit(ctx)
