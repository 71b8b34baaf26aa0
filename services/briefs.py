"""Briefs from their author to the office: written, handed in, returned with a reason or accepted."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from domain import briefs as rules
from domain.briefs import Brief, BriefEvent, BriefKind, BriefNotFound, BriefState, Content, Source, TooManyBriefFiles
from domain.people import NotForYourRole, Person, Role, check_role
from domain.refusals import Refusal
from domain.settings import Committee
from services import brief_steps
from services.brief_sources import material
from services.letter_course import check_words
from services.outbox import Button, Buttons, Media, tell
from storage import briefs, people
from storage.db import Tx
from texts import Text

NEWEST = 2**62
LISTED = 8
OF_LEADERS = frozenset(BriefState) - {BriefState.DRAFT, BriefState.HANDED_IN, BriefState.RETURNED}
OF_OFFICE = frozenset(BriefState) - {BriefState.DRAFT, BriefState.RETURNED}


class BriefReasonIsWanted(Refusal):
    text = "brief-reason-is-wanted"


@dataclass(frozen=True)
class NewBrief:
    """A brief about to be saved. ``draft_id``: its dialogue; ``files``: kind and Telegram's number of each."""

    kind: BriefKind
    content: Content = field(repr=False)
    sources: Sequence[Source] = ()
    files: Sequence[tuple[str, str]] = ()
    draft_id: int | None = None


# --- rights -----------------------------------------------------------------------------------------------------------


def may_see(brief: Brief, by: Person) -> bool:
    """Its author always; the office once it is handed in, a leader once it is accepted."""
    return (
        brief.author_id == by.id
        or (Role.OFFICE in by.roles and brief.state in OF_OFFICE)
        or (Role.LEADER in by.roles and brief.state in OF_LEADERS)
    )


async def to_see(tx: Tx, brief_id: int, by: Person) -> Brief:
    """Raises: BriefNotFound."""
    brief = await briefs.get(tx, brief_id)
    if brief is None or not may_see(brief, by):
        raise BriefNotFound
    return brief


async def of_author(tx: Tx, brief_id: int, by: Person) -> Brief:
    """A brief for its author to go on with.

    Raises:
        BriefNotFound, BriefHasMovedOn
    """
    brief = await briefs.get_to_change(tx, brief_id)
    if brief is None or brief.author_id != by.id:
        raise BriefNotFound
    if not rules.may_be_written(brief):
        raise moved_on(brief)
    return brief


async def of_office(tx: Tx, brief_id: int, by: Person) -> Brief:
    """A brief for the office to decide on; kept from others meanwhile.

    Raises:
        NotForYourRole, BriefNotFound
    """
    check_role(by, Role.OFFICE)
    brief = await briefs.get_to_change(tx, brief_id)
    if brief is None or not may_see(brief, by):
        raise BriefNotFound
    return brief


def moved_on(brief: Brief) -> rules.BriefHasMovedOn:
    return rules.BriefHasMovedOn(title=brief.content.title, state=brief.state.value)


# --- written ----------------------------------------------------------------------------------------------------------


async def write(tx: Tx, by: Person, new: NewBrief, committee: Committee) -> Brief:
    """Keep a draft. One that was submitted twice is one brief.

    Raises:
        NotForYourRole
        BriefIsIncomplete, TitleIsTooLong, PartIsTooLong, TooManyBriefFiles
        LetterNotFound, NotYourLetter, MatterNotFound: a source is not theirs (any more).
    """
    if new.draft_id is not None and (before := await briefs.of_draft(tx, new.draft_id)):
        return before
    member = await people.member_of(tx, by.id)
    if Role.OFFICE not in by.roles and (member is None or member.left_on is not None):
        raise NotForYourRole
    _check_files(new)
    for source in new.sources:
        await material(tx, source, by, committee.zone)
    content = rules.checked(new.content)
    brief = await briefs.add(tx, new.kind, by.id, member.id if member else None, content, new.draft_id)
    await briefs.add_sources(tx, brief.id, new.sources)
    await briefs.replace_files(tx, brief.id, new.files)
    return brief


async def rewrite(tx: Tx, brief_id: int, by: Person, new: NewBrief) -> Brief:
    """The author changes a draft, or one that was returned.

    Raises:
        BriefNotFound, BriefHasMovedOn
        BriefIsIncomplete, TitleIsTooLong, PartIsTooLong, TooManyBriefFiles
    """
    _check_files(new)
    brief = rules.rewrite(await of_author(tx, brief_id, by), new.content)
    brief = replace(brief, kind=new.kind)
    await briefs.save(tx, brief)
    await briefs.replace_files(tx, brief.id, new.files)
    return brief


def _check_files(new: NewBrief) -> None:
    if len(new.files) > rules.MOST_FILES:
        raise TooManyBriefFiles(limit=rules.MOST_FILES)


async def hand_in(tx: Tx, brief_id: int, by: Person, committee: Committee) -> Brief:
    """To the office, with a number from the first time on.

    Raises:
        BriefNotFound, BriefHasMovedOn
    """
    brief = rules.hand_in(await of_author(tx, brief_id, by), tx.now)
    if brief.running is None:
        year = tx.now.astimezone(committee.zone).year
        brief = replace(brief, year=year, running=await briefs.next_running(tx, year))
    await briefs.save(tx, brief)
    await brief_steps.taken(tx, brief.id, BriefEvent.HANDED_IN, by.id)
    notice = Text("brief-came-in", title=brief.content.title, kind=kind_of(brief), author=await author_of(tx, brief))
    for person_id in await people.with_role(tx, Role.OFFICE):
        if person_id != by.id:
            await tell(tx, person_id, notice, buttons=open_button(brief))
    return brief


# --- the office decides -----------------------------------------------------------------------------------------------


async def accept(tx: Tx, brief_id: int, by: Person) -> Brief:
    """Raises: NotForYourRole, BriefNotFound, BriefHasMovedOn."""
    brief = rules.become(await of_office(tx, brief_id, by), BriefState.ACCEPTED)
    await briefs.save(tx, brief)
    await brief_steps.taken(tx, brief.id, BriefEvent.ACCEPTED, by.id)
    await tell_author(tx, brief, Text("brief-was-accepted", title=brief.content.title, number=number_of(brief)), by)
    return brief


async def send_back(tx: Tx, brief_id: int, by: Person, reason: str) -> Brief:
    """Raises: NotForYourRole, BriefNotFound, BriefHasMovedOn, BriefReasonIsWanted, WordsAreTooLong."""
    reason = check_words(reason)
    if not reason:
        raise BriefReasonIsWanted
    brief = rules.send_back(await of_office(tx, brief_id, by), reason)
    await briefs.save(tx, brief)
    await brief_steps.taken(tx, brief.id, BriefEvent.RETURNED, by.id, reason=reason)
    news = Text("brief-was-returned", title=brief.content.title, reason=reason)
    await tell(tx, brief.author_id, news, buttons=open_button(brief))
    return brief


# --- words and lists --------------------------------------------------------------------------------------------------


async def listed(tx: Tx, by: Person, before_id: int = NEWEST) -> list[Brief]:
    """What this person has to do with, newest first: a page and one more."""
    if Role.OFFICE in by.roles:
        own = await briefs.newest(tx, by.id, frozenset(BriefState) - OF_OFFICE, before_id, LISTED + 1)
        others = await briefs.newest(tx, None, OF_OFFICE, before_id, LISTED + 1)
        return sorted([*own, *others], key=lambda brief: -brief.id)[: LISTED + 1]
    if Role.LEADER in by.roles and Role.MEMBER not in by.roles:
        return await briefs.newest(tx, None, OF_LEADERS, before_id, LISTED + 1)
    return await briefs.newest(tx, by.id, frozenset(BriefState), before_id, LISTED + 1)


async def tell_author(tx: Tx, brief: Brief, text: Text, by: Person | None) -> None:
    """But not of what they did themselves."""
    if by is None or brief.author_id != by.id:
        await tell(tx, brief.author_id, text, buttons=open_button(brief))


async def tell_office_of(tx: Tx, brief: Brief, text: Text, buttons: Buttons = (), media: Sequence[Media] = ()) -> None:
    """What comes with it stands before it, so that the buttons are at the end."""
    for person_id in await people.with_role(tx, Role.OFFICE):
        await tell(tx, person_id, None, media=media)
        await tell(tx, person_id, text, buttons=[*buttons, *open_button(brief)])


def open_button(brief: Brief) -> Buttons:
    return [[Button("brief-button-open", f"brief:{brief.id}")]]


def kind_of(brief: Brief) -> Text:
    return Text(f"brief-kind-{brief.kind.value}")


def state_of(brief: Brief) -> Text:
    return Text(f"brief-state-{brief.state.value}")


def number_of(brief: Brief) -> Text:
    """〔2026〕第3号; a dash before it is handed in."""
    if brief.running is None:
        return Text("brief-number-none")
    return Text("brief-number", year=str(brief.year), running=str(brief.running))


async def author_of(tx: Tx, brief: Brief) -> Text:
    """A member by name; the office as the office."""
    if brief.member_id is None:
        return Text("the-office")
    return Text("member-named", name=(await people.member(tx, brief.member_id)).name)
