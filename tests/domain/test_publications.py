"""What may be made public, by whom, and in whose words."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.letter_kinds import LetterKind, Mark
from domain.letters import Letter, LetterState
from domain.publications import (
    LONGEST_PART,
    Answer,
    IsDeclinedAlready,
    IsPublicAlready,
    LetterIsUnderWay,
    LetterStaysInside,
    NoConsent,
    Part,
    Publication,
    PublicationState,
    PublicTextIsTooLong,
    TextWasChanged,
    answer,
    decline,
    lost,
    not_taken,
    publish,
    reword,
)
from domain.refusals import Refusal
from tests.cast import NOW

LETTER = Letter(1, "JJ-2026-000001", 1, 1, LetterKind.MEMBER, False, "路灯", LetterState.SETTLED, NOW, settled_at=NOW)
ASKED = Publication(1, 1, PublicationState.ASKED)
WORDS = {Part.CONTENT: "路灯坏了", Part.RESULT: "已修好"}
CONSENTED = reword(answer(ASKED, LETTER, Answer.UNNAMED, NOW), WORDS)
PUBLISHED = publish(CONSENTED, LETTER, CONSENTED.revision)


def test_nothing_is_public_that_the_writer_has_not_allowed() -> None:
    for publication in (ASKED, answer(ASKED, LETTER, Answer.NO, NOW)):
        with pytest.raises(NoConsent):
            publish(publication, LETTER, 0)
        with pytest.raises(NoConsent):
            decline(publication, LETTER)


def test_a_letter_is_signed_only_if_its_writer_says_so_and_an_anonymous_one_never() -> None:
    assert answer(ASKED, LETTER, Answer.NAMED, NOW).is_named
    assert not answer(ASKED, LETTER, Answer.UNNAMED, NOW).is_named
    assert not answer(ASKED, replace(LETTER, is_anonymous=True), Answer.NAMED, NOW).is_named


@pytest.mark.parametrize("before", [CONSENTED, PUBLISHED, decline(PUBLISHED, LETTER), lost(PUBLISHED)])
def test_consent_is_taken_back_at_any_time(before: Publication) -> None:
    after = answer(before, LETTER, Answer.NO, NOW)
    assert after.state is PublicationState.REFUSED
    assert not after.has_consent
    again = answer(after, LETTER, Answer.NAMED, NOW + timedelta(days=1))
    assert again.state is PublicationState.CONSENTED
    assert again.consented_at == NOW + timedelta(days=1)


def test_a_writer_changes_the_signature_of_what_is_public() -> None:
    named = answer(PUBLISHED, LETTER, Answer.NAMED, NOW)
    assert named.is_public
    assert named.is_named


def test_what_is_let_through_is_what_was_looked_at() -> None:
    assert (PUBLISHED.content, PUBLISHED.result) == ("路灯坏了", "已修好")
    other = reword(CONSENTED, {Part.CONTENT: "灯坏了"})
    with pytest.raises(TextWasChanged):
        publish(other, LETTER, CONSENTED.revision)
    assert reword(other, {Part.CONTENT: "灯坏了"}) is other
    assert reword(PUBLISHED, {Part.RESULT: "换了灯"}).result == "已修好"


REFUSED: list[tuple[Letter, Publication, type[Refusal]]] = [
    (replace(LETTER, state=LetterState.ANSWERED), CONSENTED, LetterIsUnderWay),
    (replace(LETTER, mark=Mark.PRIVATE), CONSENTED, LetterStaysInside),
    (LETTER, PUBLISHED, IsPublicAlready),
    (LETTER, replace(CONSENTED, draft_content=None), TextWasChanged),
]


@pytest.mark.parametrize(("letter", "publication", "refusal"), REFUSED)
def test_what_cannot_be_published_now_is_refused(
    letter: Letter, publication: Publication, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        publish(publication, letter, publication.revision)


def test_what_is_public_is_published_again_when_it_says_more() -> None:
    assert publish(replace(PUBLISHED, is_stale=True), LETTER, PUBLISHED.revision) == PUBLISHED
    other = reword(PUBLISHED, {Part.RESULT: "换了灯"})
    assert publish(other, LETTER, other.revision).result == "换了灯"


def test_the_office_decides_once_and_may_think_again() -> None:
    declined = decline(CONSENTED, LETTER)
    with pytest.raises(IsDeclinedAlready):
        decline(declined, LETTER)
    assert publish(declined, LETTER, declined.revision).is_public


def test_a_lost_post_is_not_public_and_one_not_taken_waits_again() -> None:
    assert lost(PUBLISHED).state is PublicationState.LOST
    assert lost(answer(PUBLISHED, LETTER, Answer.NO, NOW)).state is PublicationState.REFUSED
    assert not_taken(PUBLISHED).state is PublicationState.CONSENTED


def test_a_text_fits_one_message() -> None:
    limit = LONGEST_PART[Part.CONTENT]
    reword(CONSENTED, {Part.CONTENT: "字" * limit})
    with pytest.raises(PublicTextIsTooLong):
        reword(CONSENTED, {Part.CONTENT: "字" * (limit + 1)})
    with pytest.raises(PublicTextIsTooLong):
        reword(CONSENTED, {Part.RESULT: "🏮" * (limit // 2 + 1)})
