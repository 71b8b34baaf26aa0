"""Making a letter public: only with its writer's consent, and only in the words that the office let through.

Source: Baokang, 五公开: content, handling, result, judging and the result of the judging. That the writer is asked, and
what they may choose, is the software's own default.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from domain.letter_kinds import Mark
from domain.letters import Letter
from domain.refusals import MovedOn, Refusal


class PublicationState(StrEnum):
    ASKED = "asked"  # the writer has not said anything yet
    REFUSED = "refused"  # they said no, or took their yes back
    CONSENTED = "consented"  # the office may look it over
    PUBLISHED = "published"
    DECLINED = "declined"  # the office won't, or took it down
    LOST = "lost"  # somebody deleted the post in the channel


_S = PublicationState
MAY_BECOME: Mapping[PublicationState, frozenset[PublicationState]] = {
    _S.ASKED: frozenset({_S.REFUSED, _S.CONSENTED}),
    _S.REFUSED: frozenset({_S.CONSENTED}),
    _S.CONSENTED: frozenset({_S.REFUSED, _S.PUBLISHED, _S.DECLINED}),
    _S.PUBLISHED: frozenset({_S.REFUSED, _S.DECLINED, _S.LOST, _S.CONSENTED}),
    _S.DECLINED: frozenset({_S.REFUSED, _S.PUBLISHED}),
    _S.LOST: frozenset({_S.REFUSED, _S.PUBLISHED, _S.DECLINED}),
}
"""What may follow what. A post that the channel did not take is consented again: it waits for the office."""

HAS_CONSENT = frozenset({_S.CONSENTED, _S.PUBLISHED, _S.DECLINED, _S.LOST})


class Answer(StrEnum):
    """What a writer says when asked."""

    NAMED = "named"
    UNNAMED = "unnamed"
    NO = "no"


class Part(StrEnum):
    """What of a post is the office's to word."""

    CONTENT = "content"
    RESULT = "result"


LONGEST_PART: Mapping[Part, int] = {Part.CONTENT: 1300, Part.RESULT: 1300}
"""Characters (as Telegram counts), so that a post, and the card it is looked over on, fit one message."""


class NoPublicChannel(Refusal):
    text = "public-channel-is-not-set"


class NoConsent(MovedOn):
    """The writer was not asked, said no, or took it back. Argument: ``number``."""

    text = "publish-without-consent"


class LetterIsUnderWay(Refusal):
    """It was opened again. Argument: ``number``."""

    text = "publish-letter-is-under-way"


class LetterStaysInside(Refusal):
    """It is marked so. Argument: ``number``."""

    text = "publish-letter-stays-inside"


class TextWasChanged(Refusal):
    """The words on this screen are not the present ones any more. Argument: ``number``."""

    text = "publish-text-was-changed"


class IsPublicAlready(Refusal):
    """Argument: ``number``."""

    text = "publish-is-public-already"


class IsDeclinedAlready(Refusal):
    """Argument: ``number``."""

    text = "publish-is-declined-already"


class PublicTextIsTooLong(Refusal):
    """Arguments: ``limit`` and ``length``, in characters."""

    text = "publish-text-is-too-long"


@dataclass(frozen=True)
class Publication:
    """Where the publishing of a letter stands.

    ``draft_…``: as the office sees it, ``revision`` counts its wordings; ``content`` and ``result``: as it let them
    through. ``is_stale``: something was written in the letter since. ``write_url`` stands behind the post's button.
    """

    id: int
    letter_id: int
    state: PublicationState
    is_named: bool = False
    is_stale: bool = False
    consented_at: datetime | None = None
    decided_by_id: int | None = None
    decided_at: datetime | None = None
    draft_content: str | None = field(default=None, repr=False)
    draft_result: str | None = field(default=None, repr=False)
    revision: int = 0
    content: str | None = field(default=None, repr=False)
    result: str | None = field(default=None, repr=False)
    language: str | None = None
    write_url: str | None = None
    chat_id: int | None = None
    message_id: int | None = None

    @property
    def is_public(self) -> bool:
        return self.state is PublicationState.PUBLISHED

    @property
    def has_consent(self) -> bool:
        return self.state in HAS_CONSENT

    def draft(self, part: Part) -> str:
        return (self.draft_content if part is Part.CONTENT else self.draft_result) or ""


def answer(publication: Publication, letter: Letter, said: Answer, at: datetime) -> Publication:
    """What the writer says, whenever they say it. An anonymous letter is never signed."""
    if said is Answer.NO:
        return _become(replace(publication, consented_at=None, is_stale=False), PublicationState.REFUSED)
    is_named = said is Answer.NAMED and not letter.is_anonymous
    if publication.has_consent:
        return replace(publication, is_named=is_named)
    return _become(replace(publication, is_named=is_named, consented_at=at), PublicationState.CONSENTED)


def reword(publication: Publication, words: Mapping[Part, str]) -> Publication:
    """Another wording of the draft; the same again is no other.

    Raises:
        PublicTextIsTooLong
    """
    for part, text in words.items():
        check_length(part, text)
    content = words.get(Part.CONTENT, publication.draft_content)
    result = words.get(Part.RESULT, publication.draft_result)
    if (content, result) == (publication.draft_content, publication.draft_result):
        return publication
    return replace(publication, draft_content=content, draft_result=result, revision=publication.revision + 1)


def check_length(part: Part, text: str) -> None:
    """Raises:
    PublicTextIsTooLong
    """
    length, limit = len(text.encode("utf-16-le")) // 2, LONGEST_PART[part]
    if length > limit:
        raise PublicTextIsTooLong(limit=limit, length=length)


def publish(publication: Publication, letter: Letter, revision: int) -> Publication:
    """Let the wording of this ``revision`` through.

    Raises:
        NoConsent, LetterStaysInside, LetterIsUnderWay, TextWasChanged, IsPublicAlready
    """
    check_has_consent(publication, letter)
    if letter.mark is Mark.PRIVATE:
        raise LetterStaysInside(number=letter.number)
    if not letter.is_settled:
        raise LetterIsUnderWay(number=letter.number)
    if publication.revision != revision or publication.draft_content is None:
        raise TextWasChanged(number=letter.number)
    same = (publication.content, publication.result) == (publication.draft_content, publication.draft_result)
    if publication.is_public and same and not publication.is_stale:
        raise IsPublicAlready(number=letter.number)
    shown = replace(publication, content=publication.draft_content, result=publication.draft_result, is_stale=False)
    return _become(shown, PublicationState.PUBLISHED)


def decline(publication: Publication, letter: Letter) -> Publication:
    """The office won't publish it, or takes it down.

    Raises:
        NoConsent, IsDeclinedAlready
    """
    check_has_consent(publication, letter)
    if publication.state is PublicationState.DECLINED:
        raise IsDeclinedAlready(number=letter.number)
    return _become(replace(publication, is_stale=False), PublicationState.DECLINED)


def lost(publication: Publication) -> Publication:
    """Its post is not in the channel any more."""
    gone = replace(publication, message_id=None, is_stale=False)
    return _become(gone, PublicationState.LOST) if publication.is_public else gone


def not_taken(publication: Publication) -> Publication:
    """The channel did not take the post: it waits for the office again."""
    return _become(publication, PublicationState.CONSENTED) if publication.is_public else publication


def check_has_consent(publication: Publication | None, letter: Letter) -> None:
    """Raises:
    NoConsent
    """
    if publication is None or not publication.has_consent:
        raise NoConsent(number=letter.number)


def joined(texts: Sequence[str]) -> str:
    """Several messages as one text."""
    return "\n".join(text.strip() for text in texts if text.strip())


def _become(publication: Publication, state: PublicationState) -> Publication:
    if state is publication.state:
        return publication
    # A rule that asks for more than the table allows is a fault of ours, never a person's.
    assert state in MAY_BECOME[publication.state], f"{publication.state} → {state}"
    return replace(publication, state=state)
