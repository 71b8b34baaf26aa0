"""The log of one's own visits: shown, withdrawn, photos added afterwards."""

from collections.abc import Sequence
from datetime import timedelta

from telegram import Update

from domain.refusals import Refusal
from handlers.context import Ctx
from handlers.steps import Prompt, begin_again, number, put
from handlers.visit_words import evidence_in, kind_name, lines
from services import confirmations, quota, visits
from services.buttons import in_pairs
from services.outbox import Button, Buttons, Media
from services.quota_words import left_for, tally_line
from services.visits import Record
from storage.visits import Evidence
from texts import Text

PAGE = 8
MOST_OF_SEVERAL, SHORT_NOTE = 20, 60
"""Visits shown of those that one message told of, and characters of what was said of each."""
PHOTOS = "visit-photos"
"""The route of a button that every shown visit has: a reply to the message finds its visit by it."""

LIST = Button("visit-button-list", "visit-list:0")
NEW = Button("visit-button-log", "visit-new")
PROGRESS = Button("quota-button", "quota")


class PhotosAreWanted(Refusal):
    """Something else where photos or a place are awaited."""

    text = "visit-photos-are-wanted"


def within(ctx: Ctx) -> timedelta:
    """How long after it was reported a visit may be changed."""
    return timedelta(days=ctx.house.visits.correct_within_days)


# --- shown ------------------------------------------------------------------------------------------------------------


async def command(_: Update, ctx: Ctx) -> None:
    await put(ctx, await _page(ctx, 0))


async def pressed_list(_: Update, ctx: Ctx) -> None:
    await put(ctx, await _page(ctx, number(ctx.args, 0)))


async def _page(ctx: Ctx, start: int) -> Prompt:
    """The visits from ``start`` on, the last made first, each a button."""
    found = await visits.latest(ctx.tx, ctx.member, PAGE + 1, start)
    if not found and start == 0:
        return Prompt(Text("visits-none"), [[NEW]])
    rows = [[_entry(record)] for record in found[:PAGE]]
    turns = [Button("visit-button-newer", f"visit-list:{max(0, start - PAGE)}")] if start else []
    turns += [Button("visit-button-older", f"visit-list:{start + PAGE}")] if len(found) > PAGE else []
    return Prompt(Text("visits-list"), [*rows, *([turns] if turns else []), [NEW, PROGRESS]])


def _entry(record: Record) -> Button:
    visit = record.visit
    about = {"contact": record.contact.name, "day": visit.happened_on, "kind": kind_name(visit.kind)}
    return Button("visit-label", f"visit-show:{visit.id}", args=about)


async def pressed_show(_: Update, ctx: Ctx) -> None:
    await put(ctx, await _shown(ctx, await _pressed_visit(ctx)))


async def _pressed_visit(ctx: Ctx) -> Record:
    return await visits.own(ctx.tx, ctx.member, number(ctx.args, 0))


async def _shown(ctx: Ctx, record: Record) -> Prompt:
    visit = record.visit
    said = confirmations.how_confirmed(await confirmations.of_visit(ctx.tx, visit))
    shown = [*lines(record), said, *([Text("visit-was-keyed")] if visit.keyed_by_id is not None else [])]
    files = [[Button("visit-button-evidence", f"visit-evidence:{visit.id}")]] if record.evidence else []
    if visits.may_change(record, ctx.tx.now, within(ctx)):
        text = Text("visit-shown", lines=shown, until=visit.logged_at + within(ctx))
        return Prompt(text, [*_changes(record), *files, [LIST]])
    key = "visit-shown-withdrawn" if visit.withdrawn_at else "visit-shown-fixed"
    return Prompt(Text(key, lines=shown), [*files, [LIST]])


async def pressed_evidence(_: Update, ctx: Ctx) -> None:
    """The photos and places of a visit."""
    record = await _pressed_visit(ctx)
    media = tuple(Media(one.kind, one.file_id, one.latitude, one.longitude) for one in record.evidence)
    await ctx.say("visit-evidence", contact=record.contact.name, day=record.visit.happened_on, media=media)


def _changes(record: Record) -> Buttons:
    visit_id = record.visit.id
    change = Button("visit-button-change", f"visit-change:{visit_id}")
    withdraw = Button("visit-button-withdraw", f"visit-withdraw:{visit_id}")
    return [[change, withdraw], [Button("visit-button-photos", f"{PHOTOS}:{visit_id}")]]


async def say_logged(ctx: Ctx, record: Record, key: str, notes: Sequence[Text]) -> None:
    """What stands in the log now, what is still owed to this contact, and how to change it."""
    text = Text(key, lines=lines(record), notes=[*notes, *await _standing(ctx, record)])
    await put(ctx, Prompt(text, [*_changes(record), [LIST, PROGRESS]]))


async def say_several(ctx: Ctx, records: Sequence[Record], notes: Sequence[Text]) -> None:
    """One line told of several contacts: whose visits stand in the log now, each with its own page to change it."""
    shown = records[:MOST_OF_SEVERAL]
    of_each = [lines(record) for record in shown]
    is_same = all(one[1:] == of_each[0][1:] for one in of_each)
    said = (
        [*(one[0] for one in of_each), *of_each[0][1:]]
        if is_same
        else [brief for one in shown for brief in _brief(one)]
    )
    said += [Text("visits-logged-more", count=str(rest))] if (rest := len(records) - len(shown)) else []
    pages = [_page_button(record) for record in shown]
    text = Text("visits-logged", count=str(len(records)), lines=said, notes=list(notes))
    await put(ctx, Prompt(text, [*in_pairs(pages), [LIST, PROGRESS]]))


def _brief(record: Record) -> list[Text]:
    """Whom, when, how, and so much of what that twenty of them fit one message."""
    note = record.visit.note.replace("\n", " ")
    note = note if len(note) <= SHORT_NOTE else f"{note[:SHORT_NOTE]}…"
    return [lines(record)[0], Text("visit-line-note", note=note)]


def _page_button(record: Record) -> Button:
    return Button("visit-button-page", f"visit-show:{record.visit.id}", args={"contact": record.contact.name})


async def _standing(ctx: Ctx, record: Record) -> list[Text]:
    """Whether the visit counts, and what is left of the quotas for its contact."""
    standing = await quota.progress_of(ctx.tx, ctx.member, ctx.house.scheme, ctx.today)
    one = next((one for one in standing.contacts if one.contact.id == record.contact.id), None)
    if one is None:
        return []
    of_all = [tally for tally in standing.own_shown if tally.quota.visit_kinds]
    counted = {kind for tally in (*one.tallies, *of_all) for kind in tally.quota.visit_kinds}
    does_not_count = bool(counted) and record.visit.kind not in counted
    notes = [Text("visit-kind-is-not-counted", kind=kind_name(record.visit.kind))] if does_not_count else []
    owed = left_for(one)
    return [*notes, *([owed] if owed else []), *(tally_line(tally, ctx.house.scheme) for tally in of_all)]


# --- withdrawn --------------------------------------------------------------------------------------------------------


async def pressed_withdraw(_: Update, ctx: Ctx) -> None:
    record = await _pressed_visit(ctx)
    visits.check_may_change(record, ctx.member, ctx.tx.now, within(ctx))
    yes = Button("button-yes", f"visit-withdraw-yes:{record.visit.id}")
    no = Button("button-no", f"visit-show:{record.visit.id}")
    await put(ctx, Prompt(Text("visit-withdraw-really", lines=lines(record)), [[yes, no]]))


async def pressed_withdraw_yes(_: Update, ctx: Ctx) -> None:
    record = await visits.withdraw(ctx.tx, ctx.member, number(ctx.args, 0), within(ctx))
    text = Text("visit-withdrawn", contact=record.contact.name, day=record.visit.happened_on)
    await put(ctx, Prompt(text, [[NEW, LIST]]))


# --- photos and places afterwards -------------------------------------------------------------------------------------


async def pressed_photos(_: Update, ctx: Ctx) -> None:
    record = await _pressed_visit(ctx)
    visits.check_may_change(record, ctx.member, ctx.tx.now, within(ctx))
    await begin_again(ctx, "evidence.more", {"visit_id": record.visit.id, "contact": record.contact.name})
    await ask_photos(ctx)


async def ask_photos(ctx: Ctx) -> None:
    done = [[ctx.button("button-done", "evidence-done")]]
    await ctx.say("visit-ask-photos", contact=ctx.draft["contact"], buttons=done)


async def take_photo(update: Update, ctx: Ctx) -> None:
    piece = evidence_in(update.effective_message)
    if piece is None:
        raise PhotosAreWanted
    done = [[ctx.button("button-done", "evidence-done")]]
    await _attach(ctx, await visits.own(ctx.tx, ctx.member, ctx.draft["visit_id"]), piece, done, has_words(update))


async def pressed_photos_done(_: Update, ctx: Ctx) -> None:
    record = await visits.own(ctx.tx, ctx.member, ctx.draft["visit_id"])
    await ctx.finish()
    await put(ctx, await _shown(ctx, record))


async def visit_of_photo(update: Update, ctx: Ctx) -> Record | None:
    """The visit that a photo or place belongs to without more words.

    It answers a message that shows a visit; or it is a further piece of an album of one; or, with nothing else in
    hand, it comes shortly after a visit was reported.
    """
    piece = evidence_in(update.effective_message)
    if ctx.membership is None or piece is None:
        return None
    if visit_id := _replied_to(update):
        return await visits.own(ctx.tx, ctx.member, visit_id)
    if piece.album and (record := await visits.of_album(ctx.tx, ctx.member, piece.album)):
        return record
    return await visits.just_logged(ctx.tx, ctx.member) if ctx.dialogue is None else None


def _replied_to(update: Update) -> int:
    """The number of the visit that the answered message shows, read from its button; 0 for any other message."""
    message = update.effective_message.reply_to_message if update.effective_message else None
    keyboard = message.reply_markup.inline_keyboard if message and message.reply_markup else ()
    pressed = (str(button.callback_data or "").split(":") for row in keyboard for button in row)
    return next((number(args, 0) for name, *args in pressed if name == PHOTOS), 0)


async def photo_taken(update: Update, ctx: Ctx, record: Record) -> None:
    piece = evidence_in(update.effective_message)
    assert piece is not None
    await _attach(ctx, record, piece, _changes(record), has_words(update))


def has_words(update: Update) -> bool:
    """Is there something written under the photo?"""
    return bool(update.effective_message and update.effective_message.caption)


async def _attach(ctx: Ctx, record: Record, piece: Evidence, buttons: Buttons, with_words: bool) -> None:
    is_new = piece.album is None or all(piece.album != other.album for other in record.evidence)
    after = await visits.attach(ctx.tx, ctx.member, record.visit.id, [piece], within(ctx))
    # Of an album only the first piece is answered.
    if is_new:
        key = "visit-photo-added-without-words" if with_words else "visit-photo-added"
        count = str(len(after.evidence))
        await ctx.say(key, contact=record.contact.name, day=record.visit.happened_on, count=count, buttons=buttons)
