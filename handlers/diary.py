"""/diary: the member's own diary, by month; visits, deeds and answers stand in it by themselves."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from telegram import Message, Update

from domain import diary as rules
from domain.briefs import Source, SourceKind
from domain.diary import Entry, File, What, last_of
from handlers import brief_writing
from handlers.context import Ctx
from handlers.sent_files import file_of
from handlers.steps import Prompt, WordsAreWanted, begin_again, number, put, words
from handlers.typed import typed
from services import diary
from services.buttons import page_of
from services.diary import Shown
from services.outbox import Button, Buttons, Media
from storage import dialogues
from texts import Text

PAGE, SHORT = 30, 60
"""Lines in one message, and characters of what was written in one of them: a month still fits."""
MOST_BUTTONS = 8
FOR_A_BRIEF = "brief"
KINDS = ("video", "document", "voice", "audio", "video_note")


# --- read -------------------------------------------------------------------------------------------------------------


async def command(update: Update, ctx: Ctx) -> None:
    """``/diary``: this month; ``/diary 昨天 参加了座谈``, or a picture with such words under it: an entry at once."""
    file = None if ctx.pressed else file_in(update.effective_message)
    if ctx.rest or file:
        day, body = rules.read_entry(ctx.rest, ctx.today, ctx.house.scheme.began(ctx.today.year))
        shown = await diary.write(ctx.tx, ctx.member, day, body, [file] if file else [])
        await _say_written(ctx, shown, "diary-written")
        return
    await put(ctx, await _month(ctx, ctx.today.replace(day=1), 0))


async def month_pressed(_: Update, ctx: Ctx) -> None:
    month = rules.month_of(ctx.args[0] if ctx.args else "", ctx.today)
    await put(ctx, await _month(ctx, month, number(ctx.args, 1)))


async def _month(ctx: Ctx, month: date, start: int) -> Prompt:
    found = await diary.lines(ctx.tx, ctx.member, month, last_of(month), ctx.house.committee.zone)
    page, more = page_of(found, start, PAGE, f"diary-month:{month:%Y-%m}")
    lines: list[Text] = []
    for place, line in enumerate(page):
        if place == 0 or page[place - 1].on != line.on:
            lines.append(Text("diary-day", day=Text("a-day-this-year", month=line.on.month, day=line.on.day)))
        lines.append(diary.line_text(line, SHORT))
    text = Text("diary-month", year=str(month.year), month=month.month, lines=lines or [Text("diary-month-is-empty")])
    own = [
        Button("diary-label", f"diary-show:{line.id}", args={"day": str(line.on.day), "words": line.words[:14] or "📷"})
        for line in page
        if line.what is What.ENTRY
    ][-MOST_BUTTONS:]
    return Prompt(text, [*([one] for one in own), *more, *_turns(ctx, month)])


def _turns(ctx: Ctx, month: date) -> Buttons:
    before = month - timedelta(days=1)
    after = last_of(month) + timedelta(days=1)
    turns = [Button("diary-button-earlier", f"diary-month:{before:%Y-%m}")]
    if after <= ctx.today:
        turns.append(Button("diary-button-later", f"diary-month:{after:%Y-%m}"))
    year = Button("diary-button-year", f"diary-year:{month.year}", args={"year": str(month.year)})
    return [[Button("diary-button-write", "diary-write")], turns, [year, Button("summary-button", "do-report")]]


async def year_pressed(_: Update, ctx: Ctx) -> None:
    """The year's diary as a Word file."""
    year = min(max(number(ctx.args, 0), 2000), ctx.today.year)
    committee = ctx.house.committee
    paper = await diary.paper(ctx.tx, ctx.member, year, committee.name, committee.zone)
    await ctx.say("diary-file", year=str(year), paper=paper)


async def show_pressed(_: Update, ctx: Ctx) -> None:
    await put(ctx, _shown(await _pressed(ctx)))


async def _pressed(ctx: Ctx) -> Shown:
    return await diary.own(ctx.tx, ctx.member, number(ctx.args, 0))


def _shown(shown: Shown) -> Prompt:
    entry = shown.entry
    notes = [Text("diary-has-files", count=str(len(shown.files)))] if shown.files else []
    return Prompt(Text("diary-entry", day=entry.happened_on, words=entry.body, notes=notes), _actions(shown))


def _actions(shown: Shown) -> Buttons:
    entry = shown.entry
    change = Button("diary-button-change", f"diary-change:{entry.id}")
    remove = Button("diary-button-remove", f"diary-remove:{entry.id}")
    files = [[Button("diary-button-files", f"diary-files:{entry.id}")]] if shown.files else []
    # A brief is made of words: where there are none yet, they are asked for first.
    leads = f"brief-of:{SourceKind.DIARY}:{entry.id}" if entry.body else f"diary-change:{entry.id}:{FOR_A_BRIEF}"
    return [[change, remove], *files, [Button("brief-button-make", leads)], [_month_of(entry)]]


def _month_of(entry: Entry) -> Button:
    return Button("diary-button-month", f"diary-month:{entry.happened_on:%Y-%m}")


async def files_pressed(_: Update, ctx: Ctx) -> None:
    shown = await _pressed(ctx)
    media = tuple(Media(file.kind, file.file_id) for file in shown.files)
    await ctx.say("diary-files", day=shown.entry.happened_on, media=media)


# --- written ----------------------------------------------------------------------------------------------------------


def file_in(message: Message | None) -> File | None:
    """The photo, video, file or recording of a message.

    Raises:
        FileTooLarge
    """
    sent = file_of(message, KINDS) if message else None
    return File(sent.kind, sent.file_id, sent.file_name) if sent else None


async def write_pressed(_: Update, ctx: Ctx) -> None:
    """Start an entry, or go on with what was begun before."""
    waiting = await ctx.under_way("diary")
    if waiting is None:
        await ctx.begin("diary.text", {"words": [], "files": []})
    else:
        ctx.dialogue = waiting
        await ctx.go(waiting.step)
    await ask_text(ctx)


async def ask_text(ctx: Ctx) -> None:
    done, cancel = ctx.button("button-done", "diary-done"), ctx.button("button-cancel", "diary-cancel")
    if not ctx.draft["words"] and not ctx.draft["files"]:
        await ctx.say("diary-ask-text", buttons=[[cancel]])
        return
    so_far = Text("diary-so-far", words=_body(ctx.draft["words"])[-300:], count=str(len(ctx.draft["files"])))
    await ctx.say(so_far.key, buttons=[[done, cancel]], **so_far.args)


async def take_text(update: Update, ctx: Ctx) -> None:
    """Words, pictures, recordings, as many as come, until 完成."""
    message = update.effective_message
    said, file = (typed(message), file_in(message)) if message else ("", None)
    if not said and file is None:
        raise WordsAreWanted
    said_so_far = [*ctx.draft["words"], *([said] if said else [])]
    files = [*ctx.draft["files"], *([dict(vars(file))] if file else [])]
    rules.check_entry(_body(said_so_far), len(files))
    await ctx.go("diary.text", words=said_so_far, files=files)
    is_further = message is not None and message.media_group_id is not None and not said and len(files) > 1
    if not is_further:
        await ask_text(ctx)


def _body(messages: Sequence[str]) -> str:
    return "\n".join(messages)


async def done_pressed(_: Update, ctx: Ctx) -> None:
    day, body = rules.read_entry(_body(ctx.draft["words"]), ctx.today, ctx.house.scheme.began(ctx.today.year))
    files = [File(**file) for file in ctx.draft["files"]]
    shown = await diary.write(ctx.tx, ctx.member, day, body, files)
    await ctx.finish()
    await _say_written(ctx, shown, "diary-written")


async def _say_written(ctx: Ctx, shown: Shown, key: str) -> None:
    files = Text("diary-written-files", count=str(len(shown.files))) if shown.files else ""
    await ctx.say(key, buttons=_actions(shown), day=shown.entry.happened_on, files=files)


# --- changed, taken out -----------------------------------------------------------------------------------------------


async def change_pressed(_: Update, ctx: Ctx) -> None:
    """Arguments: the entry; and, where its words are wanted for a brief, that."""
    shown = await _pressed(ctx)
    draft: dict[str, Any] = {"entry_id": shown.entry.id, "words": shown.entry.body}
    await begin_again(ctx, "diaryedit.text", draft | {"for": FOR_A_BRIEF} if FOR_A_BRIEF in ctx.args[1:] else draft)
    await ask_change(ctx)


async def ask_change(ctx: Ctx) -> None:
    cancel = [[ctx.button("button-cancel", "diaryedit-cancel")]]
    if ctx.draft["words"]:
        await ctx.say("diary-ask-change", words=ctx.draft["words"][:1000], buttons=cancel)
    else:
        await ctx.say("diary-ask-words-for-brief" if "for" in ctx.draft else "diary-ask-words", buttons=cancel)


async def take_change(update: Update, ctx: Ctx) -> None:
    shown = await diary.change(ctx.tx, ctx.member, ctx.draft["entry_id"], words(update))
    assert ctx.dialogue is not None
    if ctx.draft.get("for") == FOR_A_BRIEF and await brief_writing.may_begin(ctx):
        await dialogues.end(ctx.tx, ctx.dialogue.id)
        await brief_writing.begin_of(ctx, Source(SourceKind.DIARY, shown.entry.id))
        return
    await ctx.finish()
    await _say_written(ctx, shown, "diary-changed")


async def remove_pressed(_: Update, ctx: Ctx) -> None:
    entry = (await _pressed(ctx)).entry
    yes = Button("button-yes", f"diary-remove-yes:{entry.id}")
    no = Button("button-no", f"diary-show:{entry.id}")
    await put(ctx, Prompt(Text("diary-remove-really", day=entry.happened_on, words=entry.body[:200]), [[yes, no]]))


async def remove_yes_pressed(_: Update, ctx: Ctx) -> None:
    entry = await diary.remove(ctx.tx, ctx.member, number(ctx.args, 0))
    await put(ctx, Prompt(Text("diary-removed", day=entry.happened_on), [[_month_of(entry)]]))
