"""Letters on their way to the public: the writer's consent, the office's wording, the decision."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain import publications as rules
from domain.letters import EventKind, Letter, LetterNotFound, Side
from domain.masking import Finding, Found, Masked, find, is_named, mask
from domain.people import Person, Role, check_role
from domain.publications import (
    LONGEST_PART,
    Answer,
    NoPublicChannel,
    Part,
    Publication,
)
from domain.settings import Channels
from services import letter_access as access
from services import public_brief_steps, public_posts
from services.letter_post import topic_of
from services.outbox import About, Button, Buttons, Envelope, tell, tell_all
from storage import contacts, letter_entries, letters, people, publications
from storage.db import Tx
from texts import Text

MARKS_SHOWN = 10
"""As many findings are listed on a card; how many more there are is said."""


@dataclass(frozen=True)
class PublicationCard:
    """A letter as the office decides on it. ``hidden``: found and hidden in what was written; ``doubtful``: still
    standing in the draft."""

    letter: Letter
    publication: Publication
    hidden: Sequence[Found]
    doubtful: Sequence[Found]
    waiting: int


@dataclass(frozen=True)
class Channel:
    """Where posts go, in which language, and the address behind their button."""

    chat_id: int
    language: str
    write_url: str


# --- the writer's consent ---------------------------------------------------------------------------------------------


async def ask_once(tx: Tx, letter: Letter, channels: Channels) -> None:
    """Ask a letter's writer whether it may be made public: the first time this is asked, and only where it can be."""
    if channels.public_chat_id is None or not await publications.begin(tx, letter.id):
        return
    question, buttons = consent_question(letter, None)
    await tell(tx, letter.writer_id, question, buttons=buttons, envelope=Envelope(about=About(letter.id)))


async def consent_of(tx: Tx, letter_id: int, by: Person) -> tuple[Letter, Publication | None]:
    """The writer's letter, and what they have said so far.

    Raises:
        LetterNotFound: it is not theirs.
    """
    letter = await access.of_writer(tx, letter_id, by)
    return letter, await publications.of_letter(tx, letter.id)


def consent_question(letter: Letter, publication: Publication | None) -> tuple[Text, Buttons]:
    """What the writer is asked, or told of what they said, with what they may say now."""
    state = publication.state if publication else rules.PublicationState.ASKED
    key = f"consent-{state.value}"
    choices = {
        Answer.NAMED: Button("button-consent-named", f"consent:{letter.id}:{Answer.NAMED}"),
        Answer.UNNAMED: Button("button-consent-unnamed", f"consent:{letter.id}:{Answer.UNNAMED}"),
        Answer.NO: Button("button-consent-no", f"consent:{letter.id}:{Answer.NO}"),
    }
    if letter.is_anonymous:
        del choices[Answer.NAMED]
    if publication is not None and publication.has_consent:
        del choices[Answer.NAMED if publication.is_named else Answer.UNNAMED]
        choices[Answer.NO] = Button("button-consent-take-back", f"consent:{letter.id}:{Answer.NO}")
    elif state is rules.PublicationState.REFUSED:
        del choices[Answer.NO]
    return Text(key, number=letter.number, topic=topic_of(letter)), [[button] for button in choices.values()]


async def answer_consent(tx: Tx, letter_id: int, by: Person, said: Answer) -> tuple[Letter, Publication]:
    """The writer says yes or no, or another yes; a no empties what is public.

    Raises:
        LetterNotFound: it is not theirs.
    """
    letter = await access.of_writer(tx, letter_id, by)
    await publications.begin(tx, letter.id)
    before = await publications.of_letter(tx, letter.id)
    assert before is not None
    after = rules.answer(before, letter, said, tx.now)
    if after == before:
        return letter, after
    await publications.save(tx, after)
    await letters.log(tx, letter.id, EventKind.CONSENTED, by.id, answer=said.value)
    if before.is_public:
        await (public_posts.show if after.is_public else public_posts.take_down)(tx, after, letter)
    if before.has_consent != after.has_consent:
        await _tell_office_of_consent(tx, letter, before, after)
    return letter, after


async def withdrawn(tx: Tx, letter: Letter, by: Person) -> None:
    """Its writer withdrew the letter: that takes back their yes, and empties what is public."""
    publication = await publications.of_letter(tx, letter.id)
    if publication is not None and publication.has_consent:
        await answer_consent(tx, letter.id, by, Answer.NO)


async def _tell_office_of_consent(tx: Tx, letter: Letter, before: Publication, after: Publication) -> None:
    office = await people.with_role(tx, Role.OFFICE)
    if after.has_consent:
        count = await publications.count(tx)
        card = [[Button("button-publish-card", f"publish-card:{letter.id}")]]
        await tell_all(tx, office, Text("publish-may-be", number=letter.number, count=count), buttons=card)
    elif before.is_public:
        await tell_all(tx, office, Text("publish-consent-is-gone", number=letter.number))


# --- the office's queue -----------------------------------------------------------------------------------------------


async def next_card(tx: Tx, by: Person, after_id: int | None = None) -> PublicationCard | None:
    """What waits longest, or next after a letter; None when there is no more.

    Raises:
        NotForYourRole
    """
    check_role(by, Role.OFFICE)
    after = await publications.of_letter(tx, after_id) if after_id is not None else None
    letter_id = await publications.waiting(tx, after)
    return await card(tx, letter_id, by) if letter_id is not None else None


async def card(tx: Tx, letter_id: int, by: Person, *, anew: bool = False) -> PublicationCard:
    """The card of a letter; ``anew``: worded from what stands in the letter now.

    Raises:
        NotForYourRole, LetterNotFound, NoConsent
    """
    letter, publication = await _of_office(tx, letter_id, by)
    content, result = await _masked(tx, letter)
    if anew or publication.draft_content is None:
        words = {Part.CONTENT: _cut(Part.CONTENT, content.text), Part.RESULT: _cut(Part.RESULT, result.text)}
        if words != {part: publication.draft(part) for part in Part} or publication.draft_content is None:
            is_stale = publication.is_stale and publication.is_public
            publication = replace(rules.reword(publication, words), is_stale=is_stale)
            await publications.save(tx, publication)
    known = await _known(tx)
    doubtful = [each for part in Part for each in find(publication.draft(part), (), known)]
    return PublicationCard(
        letter, publication, [*content.hidden, *result.hidden], doubtful, await publications.count(tx)
    )


async def _of_office(tx: Tx, letter_id: int, by: Person) -> tuple[Letter, Publication]:
    check_role(by, Role.OFFICE)
    letter = await letters.get_to_change(tx, letter_id)
    if letter is None:
        raise LetterNotFound
    publication = await publications.of_letter(tx, letter_id)
    rules.check_has_consent(publication, letter)
    assert publication is not None
    return letter, publication


async def _masked(tx: Tx, letter: Letter) -> tuple[Masked, Masked]:
    """What the writer wrote and what was answered, each with what is personal hidden."""
    entries = [entry for entry in await letter_entries.of_letter(tx, letter.id) if entry.taken_back_at is None]
    written = rules.joined([entry.text for entry in entries if entry.side is Side.WRITER])
    answered = [entry.text for entry in entries if entry.side is Side.HOLDER]
    names, known = await _names(tx, letter, written), await _known(tx)
    answers = rules.joined([*answered, *await public_brief_steps.results(tx, letter.id)])
    return mask(written, names, known), mask(answers, names, known)


async def _names(tx: Tx, letter: Letter, written: str) -> list[str]:
    """The writer's name, and those of the contacts of the member who holds the letter.

    A writer who is nowhere named in an anonymous letter is not hidden in the answers either: who puts names into an
    answer would read from the one that is hidden whose letter it is.
    """
    writer = await people.name_of(tx, letter.writer_id)
    theirs = await contacts.of_member(tx, letter.member_id) if letter.member_id is not None else []
    is_told = not letter.is_anonymous or is_named(written, writer)
    return [*([writer] if is_told else []), *(contact.name for contact in theirs)]


async def _known(tx: Tx) -> list[str]:
    return [member.name for member in await people.members(tx)]


def _cut(part: Part, text: str) -> str:
    """As much as a post has room for."""
    limit = LONGEST_PART[part]
    if len(text.encode("utf-16-le")) // 2 <= limit:
        return text
    return text.encode("utf-16-le")[: (limit - 2) * 2].decode("utf-16-le", "ignore") + "……"


def listed(letter: Letter, found: Sequence[Found]) -> list[Text]:
    """Findings for the office to read, each once. In an anonymous letter no hidden name is told apart from others: it
    may be the writer's."""
    lines: dict[tuple[Finding, str], Text] = {}
    for each in found:
        is_told = not (letter.is_anonymous and each.is_certain and each.finding is Finding.NAME)
        words = each.text if is_told else ""
        kind = Text(f"finding-{each.finding.value}")
        lines[each.finding, words] = Text("finding-line", kind=kind, words=words) if words else kind
    shown = list(lines.values())
    more = [Text("finding-more", count=len(shown) - MARKS_SHOWN)] if len(shown) > MARKS_SHOWN else []
    return [*shown[:MARKS_SHOWN], *more]


async def reword(tx: Tx, letter_id: int, by: Person, part: Part, text: str) -> PublicationCard:
    """The office's own words for a part of the post.

    Raises:
        NotForYourRole, LetterNotFound, NoConsent, PublicTextIsTooLong
    """
    _letter, publication = await _of_office(tx, letter_id, by)
    await publications.save(tx, rules.reword(publication, {part: text.strip()}))
    return await card(tx, letter_id, by)


# --- the decision -----------------------------------------------------------------------------------------------------


async def publish(tx: Tx, letter_id: int, by: Person, revision: int, channel: Channel) -> Letter:
    """Show it to everyone, in the wording of this revision; the writer is told.

    Raises:
        NotForYourRole, LetterNotFound
        NoConsent, LetterStaysInside, LetterIsUnderWay, TextWasChanged, IsPublicAlready
    """
    letter, before = await _of_office(tx, letter_id, by)
    shown = rules.publish(before, letter, revision)
    # A post that stands keeps its channel, whatever the configuration says by now.
    chat_id = before.chat_id if before.message_id is not None else channel.chat_id
    shown = replace(
        shown,
        chat_id=chat_id,
        language=channel.language,
        write_url=channel.write_url,
        decided_by_id=by.id,
        decided_at=tx.now,
    )
    await publications.save(tx, shown)
    await letters.log(tx, letter.id, EventKind.PUBLISHED, by.id)
    await public_posts.show(tx, shown, letter)
    if not before.is_public:
        await _tell_writer(tx, letter, "letter-is-public", [[_consent_button(letter)]])
    return letter


async def decline(tx: Tx, letter_id: int, by: Person) -> tuple[Letter, bool]:
    """It stays inside, or comes down; the writer is told. Was it public?

    Raises:
        NotForYourRole, LetterNotFound, NoConsent, IsDeclinedAlready
    """
    letter, before = await _of_office(tx, letter_id, by)
    declined = replace(rules.decline(before, letter), decided_by_id=by.id, decided_at=tx.now)
    await publications.save(tx, declined)
    await letters.log(tx, letter.id, EventKind.UNPUBLISHED, by.id)
    if before.is_public:
        await public_posts.take_down(tx, declined, letter)
    await _tell_writer(tx, letter, "letter-is-not-public-any-more" if before.is_public else "letter-stays-inside", ())
    return letter, before.is_public


async def _tell_writer(tx: Tx, letter: Letter, key: str, buttons: Buttons) -> None:
    envelope = Envelope(about=About(letter.id))
    await tell(tx, letter.writer_id, Text(key, number=letter.number), buttons=buttons, envelope=envelope)


def _consent_button(letter: Letter) -> Button:
    return Button("button-consent", f"consent-ask:{letter.id}")


async def letter_buttons(tx: Tx, letter: Letter, by: Person, channels: Channels) -> list[list[Button]]:
    """What this person may do about the publishing of a letter they look at."""
    if channels.public_chat_id is None:
        return []
    publication = await publications.of_letter(tx, letter.id)
    if letter.writer_id == by.id and (letter.is_settled or publication is not None):
        return [[_consent_button(letter)]]
    if Role.OFFICE in by.roles and publication is not None and publication.has_consent:
        return [[Button("button-publish-card", f"publish-card:{letter.id}")]]
    return []


def channel_of(channels: Channels, language: str, bot_name: str) -> Channel:
    """
    Raises:
        NoPublicChannel
    """
    if channels.public_chat_id is None:
        raise NoPublicChannel
    return Channel(channels.public_chat_id, language, f"https://t.me/{bot_name}?start=write")
