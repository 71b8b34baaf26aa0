"""Writing a brief step by step: kind, title, facts, analysis, suggestions; then handed in or kept as a draft."""

from collections.abc import Mapping
from typing import Any

from telegram import Update

from domain import briefs as rules
from domain.briefs import Brief, BriefKind, Content, Source, SourceKind
from domain.refusals import Refusal
from handlers.context import Ctx
from handlers.letter_pieces import piece_of
from handlers.steps import StepIsPast, must_stand_at, number, or_give_up, words
from services import briefs
from services.brief_sources import Material, material
from services.briefs import NewBrief
from services.letter_views import Block, packed
from services.outbox import Buttons
from storage import briefs as rows
from storage import dialogues
from texts import Text

KIND, TITLE, FACTS, ANALYSIS, SUGGESTIONS, PREVIEW = (
    f"brief.{step}" for step in ("kind", "title", "facts", "analysis", "suggestions", "preview")
)
NEXT: Mapping[str, str] = {
    KIND: TITLE,
    TITLE: FACTS,
    FACTS: ANALYSIS,
    ANALYSIS: SUGGESTIONS,
    SUGGESTIONS: PREVIEW,
}
MAY_BE_EMPTY = frozenset({ANALYSIS, SUGGESTIONS})
_AROUND = 80
_ALTER = {part: f"brief-button-{part}" for part in ("facts", "analysis", "suggestions")} | {
    "title": "brief-button-title-part"
}
_QUOTED = {SourceKind.LETTER: "letter", SourceKind.MATTER: "letter", SourceKind.DIARY: "diary"}
_FILES = frozenset({"photo", "document", "video"})


class BriefKindIsUnclear(Refusal):
    text = "brief-kind-is-unclear"


class BriefWantsAButton(Refusal):
    """Words where the whole is looked at."""

    text = "brief-wants-a-button"


# --- beginning --------------------------------------------------------------------------------------------------------


async def new_pressed(_: Update, ctx: Ctx) -> None:
    await begin_writing(ctx)


async def of_pressed(_: Update, ctx: Ctx) -> None:
    """Made of a letter or a matter. Arguments: the source's kind, its number."""
    kind = ctx.args[0] if ctx.args else ""
    if kind not in set(SourceKind):
        raise StepIsPast
    await begin_of(ctx, Source(SourceKind(kind), number(ctx.args, 1)))


async def begin_of(ctx: Ctx, source: Source) -> None:
    """A brief made of this source, whose words can be taken over."""
    made_of = await material(ctx.tx, source, ctx.person, ctx.house.committee.zone)
    await begin_writing(ctx, sources=[[source.kind.value, source.id]], suggested=made_of.title[: rules.LONGEST_TITLE])


async def edit_pressed(_: Update, ctx: Ctx) -> None:
    """The author changes a draft, or one that was returned. Argument: the brief."""
    brief = await briefs.of_author(ctx.tx, number(ctx.args, 0), ctx.person)
    files = [list(each) for each in await rows.files(ctx.tx, brief.id)]
    draft = {"brief": brief.id, "kind": brief.kind.value, "files": files, **vars(brief.content)}
    await _begin(ctx, PREVIEW, draft)
    await ask_preview(ctx)


async def begin_writing(ctx: Ctx, **draft: Any) -> None:
    await _begin(ctx, KIND, draft)
    await ask_kind(ctx)


async def _begin(ctx: Ctx, step: str, draft: dict[str, Any]) -> None:
    """One brief is written at a time: of one that is half-written it is said so, and it is gone on with."""
    waiting = await ctx.under_way("brief")
    if waiting is not None and _is_half_written(waiting):
        raise BriefIsUnderWay
    if waiting is not None:
        await dialogues.end(ctx.tx, waiting.id)
    await ctx.begin(step, draft)


def _is_half_written(waiting: dialogues.Dialogue) -> bool:
    return "facts" in waiting.draft or bool(waiting.draft.get("brief"))


async def may_begin(ctx: Ctx) -> bool:
    """Is there no half-written brief that this one would have to wait for?"""
    waiting = await ctx.under_way("brief")
    return waiting is None or not _is_half_written(waiting)


class BriefIsUnderWay(Refusal):
    text = "brief-is-under-way"


# --- the steps --------------------------------------------------------------------------------------------------------


async def ask_kind(ctx: Ctx) -> None:
    kinds = [[ctx.button(f"brief-kind-{kind.value}", "brief-kind", kind.value)] for kind in BriefKind]
    await ctx.revise("brief-which-kind", buttons=[*kinds, *_cancel(ctx)])


async def take_kind(update: Update, ctx: Ctx) -> None:
    typed = words(update)
    named = {ctx.house.texts.plain(ctx.person.language, Text(f"brief-kind-{kind.value}")): kind for kind in BriefKind}
    if typed not in named:
        raise BriefKindIsUnclear
    await _go_on(ctx, kind=named[typed].value)


async def kind_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the kind."""
    must_stand_at(ctx, KIND)
    if not ctx.args or ctx.args[0] not in set(BriefKind):
        raise StepIsPast
    await _go_on(ctx, kind=ctx.args[0])


async def ask_title(ctx: Ctx) -> None:
    suggested = ctx.draft.get("suggested")
    use = [[ctx.button("brief-button-use-title", "brief-use", title=suggested)]] if suggested else []
    await ctx.say("brief-title-now", limit=str(rules.LONGEST_TITLE), buttons=[*use, *_cancel(ctx)])


async def take_title(update: Update, ctx: Ctx) -> None:
    await _go_on(ctx, title=rules.check_title(" ".join(words(update).split())))


async def use_pressed(_: Update, ctx: Ctx) -> None:
    """What is offered: the source's title, or the words of the letters."""
    must_stand_at(ctx, TITLE, FACTS)
    assert ctx.dialogue is not None
    if ctx.dialogue.step == TITLE and ctx.draft.get("suggested"):
        await _go_on(ctx, title=ctx.draft["suggested"])
    elif ctx.dialogue.step == FACTS and ctx.draft.get("sources"):
        await _go_on(ctx, facts=await _quoted(ctx))
    else:
        raise StepIsPast


async def _quoted(ctx: Ctx) -> str:
    """The words of the sources, as many as there is room for; whoever wrote them is 匿名群众."""
    found = ""
    for kind, source_id in ctx.draft["sources"]:
        made_of: Material = await material(
            ctx.tx, Source(SourceKind(kind), source_id), ctx.person, ctx.house.committee.zone
        )
        for quote in made_of.quotes:
            text = Text(f"brief-quote-{_QUOTED[quote.kind]}", day=quote.day, text=quote.text)
            found += ctx.house.texts.plain(ctx.person.language, text) + "\n"
    return found.strip()[: rules.LONGEST_PART]


async def ask_facts(ctx: Ctx) -> None:
    quote = [[ctx.button("brief-button-quote", "brief-use")]] if ctx.draft.get("sources") else []
    await ctx.say("brief-facts-now", limit=str(rules.LONGEST_PART), buttons=[*quote, *_cancel(ctx)])


async def take_facts(update: Update, ctx: Ctx) -> None:
    await _go_on(ctx, facts=rules.check_part(words(update)))


async def ask_analysis(ctx: Ctx) -> None:
    await _ask_part(ctx, "brief-analysis-now")


async def take_analysis(update: Update, ctx: Ctx) -> None:
    await _go_on(ctx, analysis=rules.check_part(words(update)))


async def ask_suggestions(ctx: Ctx) -> None:
    await _ask_part(ctx, "brief-suggestions-now")


async def take_suggestions(update: Update, ctx: Ctx) -> None:
    await _go_on(ctx, suggestions=rules.check_part(words(update)))


async def _ask_part(ctx: Ctx, key: str) -> None:
    skip = [[ctx.button("button-skip", "brief-skip")]]
    await ctx.say(key, limit=str(rules.LONGEST_PART), buttons=[*skip, *_cancel(ctx)])


async def skip_pressed(_: Update, ctx: Ctx) -> None:
    must_stand_at(ctx, *MAY_BE_EMPTY)
    assert ctx.dialogue is not None
    await _go_on(ctx, **{ctx.dialogue.step.removeprefix("brief."): ""})


async def _go_on(ctx: Ctx, **said: Any) -> None:
    """To the next step that is not answered yet; back to the whole when something of it was changed."""
    assert ctx.dialogue is not None
    step = NEXT[ctx.dialogue.step]
    draft = ctx.draft | said
    while step != PREVIEW and step.removeprefix("brief.") in draft:
        step = NEXT[step]
    await ctx.go(step, **said)
    await ASK[step](ctx)


# --- the whole --------------------------------------------------------------------------------------------------------


async def ask_preview(ctx: Ctx) -> None:
    *before, last = packed(_preview(ctx.draft))
    for message in before:
        await ctx.say(message.key, **message.args)
    alter = [ctx.button(_ALTER[part], "brief-alter", part) for part in ("title", "facts", "analysis", "suggestions")]
    buttons = [
        [ctx.button("brief-button-hand-in", "brief-submit"), ctx.button("brief-button-keep", "brief-save")],
        alter[:2],
        alter[2:],
        *_cancel(ctx),
    ]
    await ctx.say(last.key, buttons=buttons, **last.args)


def _preview(draft: Mapping[str, Any]) -> list[Block]:
    kind = Text(f"brief-kind-{draft['kind']}")
    count = len(draft.get("files", ()))
    files = Text("brief-files", count=str(count)) if count else ""
    head = Text("brief-preview", kind=kind, title=draft["title"], files=files)
    parts = [
        (_AROUND + len(text.encode("utf-16-le")) // 2, Text(f"brief-part-{part}", text=text))
        for part in ("facts", "analysis", "suggestions")
        if (text := draft.get(part))
    ]
    return [(2 * _AROUND, head), *parts]


async def take_at_preview(update: Update, ctx: Ctx) -> None:
    """A picture or a document goes with it."""
    attached = piece_of(update).attachment
    if attached is None or attached.kind not in _FILES or attached.file_id is None:
        raise BriefWantsAButton
    files = [*ctx.draft.get("files", []), [attached.kind, attached.file_id]]
    if len(files) > rules.MOST_FILES:
        raise rules.TooManyBriefFiles(limit=rules.MOST_FILES)
    await ctx.go(PREVIEW, files=files)
    await ctx.say("brief-file-kept", count=str(len(files)))


async def alter_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: which part."""
    must_stand_at(ctx, PREVIEW)
    step = f"brief.{ctx.args[0] if ctx.args else ''}"
    if step not in (TITLE, FACTS, ANALYSIS, SUGGESTIONS):
        raise StepIsPast
    await ctx.go(step)
    await ASK[step](ctx)


async def save_pressed(_: Update, ctx: Ctx) -> None:
    """Keep it as a draft."""
    must_stand_at(ctx, PREVIEW)
    async with or_give_up(ctx):
        brief = await _saved(ctx)
        await ctx.finish()
        await ctx.revise("brief-kept", title=brief.content.title, buttons=briefs.open_button(brief))


async def submit_pressed(_: Update, ctx: Ctx) -> None:
    """Hand it in."""
    must_stand_at(ctx, PREVIEW)
    async with or_give_up(ctx):
        saved = await _saved(ctx)
        brief = await briefs.hand_in(ctx.tx, saved.id, ctx.person, ctx.house.committee)
        await ctx.finish()
        number_ = briefs.number_of(brief)
        await ctx.revise(
            "brief-handed-in", title=brief.content.title, number=number_, buttons=briefs.open_button(brief)
        )


async def _saved(ctx: Ctx) -> Brief:
    assert ctx.dialogue is not None
    draft = ctx.draft
    parts = {part: draft.get(part, "") for part in ("title", "facts", "analysis", "suggestions")}
    sources = [Source(SourceKind(kind), source_id) for kind, source_id in draft.get("sources", [])]
    files = [(kind, file_id) for kind, file_id in draft.get("files", [])]
    new = NewBrief(BriefKind(draft["kind"]), Content(**parts), sources, files, ctx.dialogue.id)
    if "brief" in draft:
        return await briefs.rewrite(ctx.tx, draft["brief"], ctx.person, new)
    return await briefs.write(ctx.tx, ctx.person, new, ctx.house.committee)


def _cancel(ctx: Ctx) -> Buttons:
    return [[ctx.button("button-cancel", "brief-cancel")]]


ASK = {
    KIND: ask_kind,
    TITLE: ask_title,
    FACTS: ask_facts,
    ANALYSIS: ask_analysis,
    SUGGESTIONS: ask_suggestions,
    PREVIEW: ask_preview,
}
