"""The steps of a visit's report: what is asked in which order, the preview, and into the log."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from domain.contacts import Contact
from domain.refusals import Refusal
from domain.visits import VisitKind
from handlers import visit_log
from handlers.contact_lines import name_button
from handlers.context import Ctx
from handlers.steps import Prompt, put
from handlers.visit_words import deed_lines, kind_name, lines_of, promises_in, unpacked
from services import contacts, visits
from services.buttons import in_pairs
from services.outbox import Button
from services.quota_words import key_of
from services.visits import Record, Report
from texts import Text

STEP_OF = {
    "contact_id": "visit.contact",
    "day": "visit.day",
    "kind": "visit.kind",
    "note": "visit.note",
    "deeds": "visit.deeds",
}
"""What a report needs, in the order in which it is asked, and the step that asks it."""

DAYS = {"visit-day-today": 0, "visit-day-yesterday": 1, "visit-day-before": 2}


Draft = Mapping[str, Any]
MOST_NAMES = 60
"""Buttons that Telegram still shows under one message."""

# --- questions --------------------------------------------------------------------------------------------------------


async def ask(ctx: Ctx) -> None:
    """The question of the step in hand; a contact registered in between answers the first."""
    if ctx.draft.get("wanted") and "contact_id" not in ctx.draft:
        named = visits.named(ctx.draft["wanted"], await contacts.of_member(ctx.tx, ctx.member))
        if len(named) == 1:
            await go_on(ctx, anew=True, contact_id=named[0].id)
            return
    await put(ctx, await prompt(ctx), anew=True)


async def prompt(ctx: Ctx) -> Prompt:
    assert ctx.dialogue is not None
    cancel = ctx.button("button-cancel", "visit-cancel")
    match ctx.dialogue.step:
        case "visit.contact":
            return await _ask_contact(ctx, cancel)
        case "visit.day":
            return Prompt(_which_day(ctx), [*_perhaps(ctx), _days(ctx), [cancel]])
        case "visit.kind":
            kinds = [ctx.button(f"visit-kind-{key_of(kind)}", "visit-kind", kind) for kind in VisitKind]
            return Prompt(Text("visit-ask-kind"), [*in_pairs(kinds), [cancel]])
        case "visit.note":
            return Prompt(Text("visit-ask-note"), [[cancel]])
        case "visit.deeds":
            return _ask_deeds(ctx, cancel)
        case "visit.promise":
            return Prompt(Text("visit-ask-promise"), [[ctx.button("button-back", "visit-alter", "deeds")], [cancel]])
        case _:
            return await _preview(ctx, cancel)


async def _ask_contact(ctx: Ctx, cancel: Button) -> Prompt:
    known = await contacts.of_member(ctx.tx, ctx.member)
    wanted = ctx.draft.get("wanted", "")
    named, likely = visits.named(wanted, known), visits.perhaps_named(wanted, known) if wanted else []
    offered, key = known, "visit-ask-contact"
    if len(named) > 1:
        offered, key = named, "visit-ask-which"
    elif likely:
        offered, key = likely, "visit-did-you-mean"
    elif wanted:
        key = "visit-contact-is-unknown"
    elif not known:
        key = "visit-needs-a-contact"
    assert ctx.dialogue is not None
    choose = f"visit-contact:{ctx.dialogue.id}"
    names = [name_button(contact, offered, f"{choose}:{contact.id}") for contact in offered[:MOST_NAMES]]
    others = [ctx.button("visit-button-other-contact", "visit-all-contacts")] if len(offered) < len(known) else []
    if wanted:
        others.append(ctx.button("visit-button-register", "contact-add-wanted", name=wanted[:20]))
    elif not known:
        others.append(Button("contact-button-add", "contact-add"))
    return Prompt(Text(key, wanted=wanted), [*in_pairs(names), *([one] for one in others), [cancel]])


def _which_day(ctx: Ctx) -> Text:
    """The question; with the day that stands in the note, for that may be the one."""
    if "perhaps" not in ctx.draft:
        return Text("visit-ask-day")
    return Text("visit-ask-day-perhaps", day=date.fromisoformat(ctx.draft["perhaps"]))


def _days(ctx: Ctx) -> list[Button]:
    """Buttons with the days themselves: one pressed tomorrow still means what it said today."""
    began = ctx.house.scheme.began(ctx.today.year)
    days = {label: ctx.today - timedelta(days=ago) for label, ago in DAYS.items()}
    return [ctx.button(label, "visit-day", day.isoformat()) for label, day in days.items() if day >= began]


def _perhaps(ctx: Ctx) -> list[list[Button]]:
    """The day that stands in the note, in a row of its own."""
    if "perhaps" not in ctx.draft:
        return []
    day = date.fromisoformat(ctx.draft["perhaps"])
    if day < ctx.house.scheme.began(ctx.today.year):
        return []
    shown = Text("a-day-this-year", month=day.month, day=day.day)
    return [[ctx.button("visit-day-perhaps", "visit-day", day.isoformat(), day=shown)]]


def _ask_deeds(ctx: Ctx, cancel: Button) -> Prompt:
    lines = deed_lines(ctx.draft.get("deeds") or [], promises_in(ctx.draft))
    promise = ctx.button("visit-button-promise", "visit-promise")
    if not lines:
        none = ctx.button("visit-button-no-deeds", "visit-deeds", "done")
        return Prompt(Text("visit-ask-deeds"), [[none, promise], [cancel]])
    buttons = [
        ctx.button("button-done", "visit-deeds", "done"),
        ctx.button("visit-button-clear", "visit-deeds", "none"),
    ]
    return Prompt(Text("visit-ask-more-deeds", lines=lines), [buttons, [promise], [cancel]])


async def _preview(ctx: Ctx, cancel: Button) -> Prompt:
    reports = await _reports(ctx, ctx.draft)
    report = reports[0][0]
    contact = "、".join(contact.name for _, contact in reports)
    evidence = list(report.evidence)
    if "visit_id" in ctx.draft:
        evidence = [*(await visits.own(ctx.tx, ctx.member, ctx.draft["visit_id"])).evidence, *evidence]
    deeds = deed_lines(report.good_deeds, report.promises)
    shown = lines_of(contact, report.day, report.kind, report.note, deeds, evidence)
    if strangers := ctx.draft.get("strangers"):
        shown.append(Text("visit-line-strangers", names="、".join(strangers)))
    alter = [ctx.button(f"visit-button-{field}", "visit-alter", field) for field in ("contact", "day", "kind", "note")]
    alter.append(ctx.button("visit-button-deeds", "visit-alter", "deeds"))
    submit = ctx.button("button-submit", "visit-submit")
    return Prompt(Text("visit-preview", lines=shown), [[submit, cancel], *in_pairs(alter)])


async def _reports(ctx: Ctx, draft: Draft) -> list[tuple[Report, Contact]]:
    """The report, of each contact who was visited; a correction is of one."""
    others = () if "visit_id" in draft else draft.get("others", ())
    ids = dict.fromkeys((draft["contact_id"], *others))
    return [await _report(ctx, draft, contact_id) for contact_id in ids]


async def _report(ctx: Ctx, draft: Draft, contact_id: int) -> tuple[Report, Contact]:
    contact = await contacts.own(ctx.tx, ctx.member, contact_id)
    kind = VisitKind(draft["kind"]) if draft["kind"] else visits.usual_kind(contact)
    evidence = tuple(unpacked(draft["evidence"]))
    day = date.fromisoformat(draft["day"])
    told = tuple(promises_in(draft))
    return Report(contact.id, kind, day, draft["note"], tuple(draft["deeds"]), evidence, told), contact


def _missing(draft: Draft) -> str | None:
    """The step of the first thing that is not said yet."""
    return next((step for field, step in STEP_OF.items() if field not in draft), None)


def is_whole(draft: Draft) -> bool:
    """May it be logged without a further word?"""
    return _missing(draft) is None and bool(draft.get("is_one_line"))


async def stand(ctx: Ctx, problem: Refusal | None = None, **said: Any) -> None:
    """At the first thing not said yet, or at the preview; ``problem``, the reason, goes before the question."""
    await ctx.go(_missing(ctx.draft | said) or "visit.preview", **said)
    ctx.because = Text(problem.text, **problem.args_of_text) if problem else None


async def go_on(ctx: Ctx, problem: Refusal | None = None, *, anew: bool = False, **said: Any) -> None:
    """To the first thing not said yet; to the preview; or, where one line said all, into the log."""
    draft = ctx.draft | said
    await ctx.go(_missing(draft) or "visit.preview", **said)
    if is_whole(draft):
        await submit(ctx)
        return
    because = Text(problem.text, **problem.args_of_text) if problem else None
    await put(ctx, await prompt(ctx), because=because, anew=anew)


@dataclass(frozen=True)
class Logged:
    """What came of a report, and what its writer has to know of it."""

    records: Sequence[Record]
    notes: Sequence[Text]


async def submit(ctx: Ctx) -> None:
    draft = ctx.draft
    if "visit_id" in draft:
        (report, _), *_ = await _reports(ctx, draft)
        scheme, within = ctx.house.scheme, visit_log.within(ctx)
        record = await visits.correct(ctx.tx, ctx.member, draft["visit_id"], report, scheme, ctx.today, within)
        await ctx.finish()
        await visit_log.say_logged(ctx, record, "visit-corrected", _assumed(draft, [record]))
        return
    logged = await log_all(ctx, draft)
    await ctx.finish()
    if len(logged.records) > 1:
        await visit_log.say_several(ctx, logged.records, logged.notes)
    else:
        await visit_log.say_logged(ctx, logged.records[0], "visit-logged", logged.notes)


async def log_all(ctx: Ctx, draft: Draft) -> Logged:
    """Into the log, for each contact; one that stands there already is told of and does not hold up the others.

    Raises:
        VisitIsLoggedAlready: all of them were.
    """
    records, already = list[Record](), list[visits.VisitIsLoggedAlready]()
    for report, _ in await _reports(ctx, draft):
        try:
            records.append(await visits.log(ctx.tx, ctx.member, report, ctx.house.scheme, ctx.today))
        except visits.VisitIsLoggedAlready as refusal:
            already.append(refusal)
    if not records:
        raise already[0]
    told = [Text(refusal.text, **refusal.args_of_text) for refusal in already]
    return Logged(records, [*told, *_assumed(draft, records)])


def _assumed(draft: Draft, records: Sequence[Record]) -> list[Text]:
    key = "visit-kind-was-assumed" if len(records) == 1 else "visit-kind-was-assumed-for-several"
    return [Text(key, kind=kind_name(records[0].visit.kind))] if draft["kind"] is None else []
