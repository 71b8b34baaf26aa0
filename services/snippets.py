"""Often-used answers: kept by who answers letters, for themselves or (the office) for all; filled in for a letter."""

from datetime import date

from domain.letter_steps import shown_writer
from domain.letters import Actor, Letter
from domain.people import UNIT_ROLES, NotForYourRole, Person, Role, check_role
from domain.settings import Committee
from domain.snippets import MOST, SnippetIsGone, TooManySnippets, checked_text, checked_title, filled
from services.letter_post import topic_of
from services.letters import author_named
from storage import people, snippets
from storage.db import Tx
from storage.snippets import Snippet
from texts import Text, Texts


def _check_rights(by: Person) -> None:
    check_role(by, Role.MEMBER, Role.OFFICE, *UNIT_ROLES)


async def usable(tx: Tx, by: Person) -> list[Snippet]:
    """Their own and the committee's.

    Raises:
        NotForYourRole
    """
    _check_rights(by)
    return await snippets.usable_by(tx, by.id)


async def one(tx: Tx, snippet_id: int, by: Person) -> Snippet:
    """One of those that this person may use.

    Raises:
        NotForYourRole
        SnippetIsGone
    """
    _check_rights(by)
    found = await snippets.get(tx, snippet_id)
    if found is None or found.owner_id not in (None, by.id):
        raise SnippetIsGone
    return found


def may_change(snippet: Snippet, by: Person) -> bool:
    """Their own; the committee's are the office's."""
    return Role.OFFICE in by.roles if snippet.is_shared else snippet.owner_id == by.id


async def to_change(tx: Tx, snippet_id: int, by: Person) -> Snippet:
    """Raises:
    NotForYourRole
    SnippetIsGone
    """
    found = await one(tx, snippet_id, by)
    if not may_change(found, by):
        raise NotForYourRole
    return found


async def add(tx: Tx, by: Person, title: str, text: str, *, is_shared: bool) -> None:
    """Keep a new one.

    Raises:
        NotForYourRole: the committee's are the office's.
        SnippetIsTooLong, FieldIsUnknown, TooManySnippets
    """
    _check_rights(by)
    if is_shared:
        check_role(by, Role.OFFICE)
    owner_id = None if is_shared else by.id
    of_owner = [each for each in await snippets.usable_by(tx, by.id) if each.owner_id == owner_id]
    if len(of_owner) >= MOST:
        raise TooManySnippets(limit=MOST)
    await snippets.add(tx, owner_id, checked_title(title), checked_text(text))


async def change(tx: Tx, snippet_id: int, by: Person, text: str) -> Snippet:
    """Raises:
    NotForYourRole, SnippetIsGone
    SnippetIsTooLong, FieldIsUnknown
    """
    found = await to_change(tx, snippet_id, by)
    await snippets.change(tx, found.id, checked_text(text))
    return await one(tx, snippet_id, by)


async def delete(tx: Tx, snippet_id: int, by: Person) -> Snippet:
    """The one that is no more.

    Raises:
        NotForYourRole, SnippetIsGone
    """
    found = await to_change(tx, snippet_id, by)
    await snippets.delete(tx, found.id)
    return found


async def fill(
    tx: Tx, snippet: Snippet, letter: Letter, who: Actor, today: date, committee: Committee, texts: Texts
) -> str:
    """The answer that it makes for this letter. An anonymous writer is addressed without a name."""

    def said(text: Text) -> str:
        return texts.plain(committee.language, text)

    name = shown_writer(letter, await people.name_of(tx, letter.writer_id))
    topic = topic_of(letter)
    values = {
        "称呼": name or said(Text("snippet-anonymous-address")),
        "编号": letter.number,
        "委员": said(await author_named(tx, letter, who)),
        "日期": said(Text("snippet-day", day=today)),
        "事由": said(topic) if isinstance(topic, Text) else topic,
        "政协": committee.name,
    }
    return filled(snippet.text, values)
