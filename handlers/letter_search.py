"""Finding letters by words, number, person, state and dates, in one line or asked for."""

from telegram import Update

from domain.letter_search import Query, States
from domain.letters import LetterState
from domain.refusals import Refusal
from handlers.context import Ctx
from handlers.letters import open_buttons
from handlers.steps import begin_again, number, words
from services.letter_search import search
from services.letter_views import NEWEST, Page
from services.outbox import Button, Buttons
from storage import searches
from texts import LANGUAGES, Text, Texts

WORDS = "search.words"


class SearchIsForgotten(Refusal):
    """A page of a search of some days ago."""

    text = "search-is-forgotten"


async def search_command(_: Update, ctx: Ctx) -> None:
    """``/search 路灯 已回复 3月``; without words they are asked for."""
    if ctx.rest:
        await _answer(ctx, ctx.rest)
        return
    await begin_again(ctx, WORDS, {})
    await ask_words(ctx)


async def ask_words(ctx: Ctx) -> None:
    await ctx.say("search-for-what", buttons=[[ctx.button("button-cancel", "search-cancel")]])


async def take_words(update: Update, ctx: Ctx) -> None:
    await _answer(ctx, words(update))
    await ctx.finish()


async def page_pressed(_: Update, ctx: Ctx) -> None:
    """Arguments: the search, the letter before which the page begins."""
    search_id = number(ctx.args, 0)
    line = await searches.get(ctx.tx, search_id, ctx.person.id)
    if line is None:
        raise SearchIsForgotten
    before_id = number(ctx.args, 1) or NEWEST
    page = await _page(ctx, line, before_id)
    await ctx.revise(_key(page), line=line, lines=page.lines, buttons=_buttons(page, search_id, before_id))


async def _answer(ctx: Ctx, line: str) -> None:
    page = await _page(ctx, line, NEWEST)
    search_id = await searches.add(ctx.tx, ctx.person.id, line) if page.next else 0
    await ctx.say(_key(page), line=line, lines=page.lines, buttons=_buttons(page, search_id, NEWEST))


async def _page(ctx: Ctx, line: str, before_id: int) -> Page:
    query = Query.parse(line, ctx.today, state_words(ctx.house.texts))
    return await search(ctx.tx, ctx.person, query, ctx.house.committee, before_id)


def _key(page: Page) -> str:
    if page.letters:
        return "search-found"
    return "search-found-none-so-far" if page.next else "search-found-none"


def _buttons(page: Page, search_id: int, before_id: int) -> Buttons:
    newest = [Button("button-newest", f"search-page:{search_id}:{NEWEST}")] if before_id != NEWEST else []
    older = [Button("button-older", f"search-page:{search_id}:{page.next}")] if page.next else []
    again = [] if page.letters else [Button("button-search-again", "do-search")]
    turn = [*newest, *older, *again]
    return [*open_buttons(page.letters), *([turn] if turn else [])]


def state_words(texts: Texts) -> States:
    """The states as they are called in any language, and 未办结 for all but the settled."""
    named = {
        texts.plain(language, Text(f"letter-state-{state.value}")).lower(): frozenset({state})
        for language in LANGUAGES
        for state in LetterState
    }
    unsettled = frozenset(LetterState) - {LetterState.SETTLED, LetterState.WITHDRAWN}
    return named | {texts.plain(language, Text("search-unsettled")).lower(): unsettled for language in LANGUAGES}
