"""Two people with the same letter at once, in two processes: what must be true holds.

Who is too late reads one clear sentence. Each pair is tried with one of the two halted in the middle; in `make faults`
with either, before every statement of theirs.
"""

from typing import Any

import pytest

from domain.answer_reviews import AnswerIsDecided
from domain.letters import Desk, EventKind
from domain.matters import LetterIsInMatter
from domain.openings import OpeningIsAsked
from domain.publications import Answer, NoConsent
from domain.settings import Privacy
from domain.triage import LetterIsTaken
from services import (
    answer_reviews,
    forgetting,
    letter_course,
    letters,
    matters,
    openings,
    publications,
    triage,
)
from storage import answer_drafts
from storage import letters as stored_letters
from storage import publications as stored_publications
from storage.db import Db, Tx
from tests.cast import Cast
from tests.services import test_matters, test_publications
from tests.services.letter_writing import LIMITS, as_pieces, log_of, told, write
from tests.services.racing import Case, Cases, Outcome, a_newcomer, a_second_clerk, the_late_one

pytestmark = pytest.mark.postgres
CASES = Cases()


@pytest.fixture
def engine() -> str:
    return "postgres"


@CASES.case()
async def two_clerks_triage_the_same_letter(tx: Tx, cast: Cast, _: int) -> Case:
    letter = await write(tx, cast.wang, None)
    seen = [len(await told(tx, each)) for each in (cast.li, cast.zhao)]

    async def holds(tx: Tx, one: Outcome, other: Outcome) -> None:
        the_late_one(one, other, LetterIsTaken)
        assert (await log_of(tx, letter)).count(EventKind.ASSIGNED) == 1
        now = await stored_letters.get(tx, letter.id)
        assert now is not None
        assert now.member_id == (cast.li_member if one.is_done else cast.zhao_member).id
        more = [len(await told(tx, each)) for each in (cast.li, cast.zhao)]
        assert [after > before for after, before in zip(more, seen, strict=True)] == [one.is_done, other.is_done]

    return Case(
        lambda tx: triage.assign(tx, letter.id, cast.zhou, cast.li_member.id),
        lambda tx: triage.assign(tx, letter.id, cast.zhou, cast.zhao_member.id),
        holds,
    )


@CASES.case()
async def the_member_answers_while_the_office_hands_it_on(tx: Tx, cast: Cast, _: int) -> Case:
    letter = await write(tx, cast.wang, cast.li_member)

    async def holds(tx: Tx, answered: Outcome, moved: Outcome) -> None:
        now = await stored_letters.get(tx, letter.id)
        assert now is not None
        assert moved.is_done
        assert now.member_id == cast.zhao_member.id
        assert (now.answered_at is not None) is answered.is_done
        assert (await log_of(tx, letter)).count(EventKind.ANSWERED) == answered.is_done
        assert answered.is_done or answered.refused_as == "letter-is-with-another"

    return Case(
        lambda tx: letters.answer(tx, letter.id, cast.li, as_pieces("三天内修好"), LIMITS),
        lambda tx: letter_course.hand_over(tx, letter.id, cast.zhou, Desk(cast.zhao_member.id)),
        holds,
    )


@CASES.case()
async def the_writer_ends_the_letter_while_the_member_answers(tx: Tx, cast: Cast, _: int) -> Case:
    letter = await write(tx, cast.wang, cast.li_member)

    async def holds(tx: Tx, ended: Outcome, answered: Outcome) -> None:
        now = await stored_letters.get(tx, letter.id)
        assert now is not None
        assert ended.is_done
        assert now.is_over
        assert answered.is_done or answered.refused_as in ("letter-is-closed", "letter-was-withdrawn")
        assert (now.answered_at is not None) is answered.is_done

    return Case(
        lambda tx: letter_course.solved(tx, letter.id, cast.wang),
        lambda tx: letters.answer(tx, letter.id, cast.li, as_pieces("三天内修好"), LIMITS),
        holds,
    )


@CASES.case()
async def two_clerks_merge_two_letters_crosswise(tx: Tx, cast: Cast, _: int) -> Case:
    first, second, _third = await test_matters.lamps(tx, cast)

    async def holds(tx: Tx, one: Outcome, other: Outcome) -> None:
        done = the_late_one(one, other, LetterIsInMatter)
        gathered = await matters.gathered(tx, done.value.id, cast.zhou)
        assert {letter.id for letter in gathered.letters} == {first.id, second.id}
        for letter in (first, second):
            assert (await log_of(tx, letter)).count(EventKind.MERGED) == 1

    return Case(
        lambda tx: matters.merge(tx, first.id, second.id, cast.zhou),
        lambda tx: matters.merge(tx, second.id, first.id, cast.zhou),
        holds,
    )


@CASES.case(r"\s*UPDATE letters SET member_id", nth=2)
async def letters_of_a_matter_are_given_to_a_member_while_a_writer_of_one_ends_it(tx: Tx, cast: Cast, _: int) -> Case:
    lead, waits, _third = await test_matters.lamps(tx, cast)
    await triage.keep(tx, lead.id, cast.zhou)
    await matters.merge(tx, waits.id, lead.id, cast.zhou)

    async def holds(tx: Tx, given: Outcome, ended: Outcome) -> None:
        assert given.is_done
        assert ended.is_done
        now = await stored_letters.get(tx, waits.id)
        assert now is not None
        assert now.is_over

    return Case(
        lambda tx: triage.assign_of_office(tx, lead.id, cast.zhou, cast.li_member.id),
        lambda tx: letter_course.solved(tx, waits.id, cast.liu),
        holds,
    )


async def _draft(tx: Tx, cast: Cast) -> tuple[Any, int]:
    letter = await write(tx, cast.wang, cast.li_member)
    await answer_reviews.submit(tx, letter.id, cast.li, as_pieces("三天内修好"), LIMITS)
    (draft,) = await answer_drafts.waiting_of_letter(tx, letter.id)
    return letter, draft.id


@CASES.case()
async def two_clerks_let_the_same_answer_out(tx: Tx, cast: Cast, _: int) -> Case:
    letter, draft_id = await _draft(tx, cast)

    async def holds(tx: Tx, one: Outcome, other: Outcome) -> None:
        the_late_one(one, other, AnswerIsDecided)
        assert (await log_of(tx, letter)).count(EventKind.ANSWERED) == 1

    return Case.twice(lambda tx: answer_reviews.approve(tx, draft_id, cast.zhou, LIMITS), holds)


@CASES.case()
async def a_clerk_lets_an_answer_out_while_another_returns_it(tx: Tx, cast: Cast, _: int) -> Case:
    letter, draft_id = await _draft(tx, cast)

    async def holds(tx: Tx, out: Outcome, back: Outcome) -> None:
        the_late_one(out, back, AnswerIsDecided)
        assert (await log_of(tx, letter)).count(EventKind.ANSWERED) == out.is_done

    return Case(
        lambda tx: answer_reviews.approve(tx, draft_id, cast.zhou, LIMITS),
        lambda tx: answer_reviews.send_back(tx, draft_id, cast.zhou, "请写明哪一天"),
        holds,
    )


@CASES.case()
async def a_clerk_lets_an_answer_out_while_another_puts_it_in_other_words(tx: Tx, cast: Cast, _: int) -> Case:
    letter, draft_id = await _draft(tx, cast)

    async def holds(tx: Tx, out: Outcome, reworded: Outcome) -> None:
        assert out.is_done
        assert reworded.is_done or isinstance(reworded.refusal, AnswerIsDecided)
        words = "\n".join(await told(tx, cast.wang)).split(letter.number)[-1]
        assert ("已请人去修" if reworded.is_done else "三天内修好") in words

    return Case(
        lambda tx: answer_reviews.approve(tx, draft_id, cast.zhou, LIMITS),
        lambda tx: answer_reviews.reword(tx, draft_id, cast.zhou, "已请人去修", LIMITS),
        holds,
    )


@CASES.case(r"\s*UPDATE letters SET")
async def a_writer_is_forgotten_while_the_member_answers(tx: Tx, cast: Cast, number: int) -> Case:
    writer = await a_newcomer(tx, number)
    letter = await write(tx, writer, cast.li_member)

    async def holds(tx: Tx, forgotten: Outcome, answered: Outcome) -> None:
        now = await stored_letters.get(tx, letter.id)
        assert now is not None
        assert forgotten.is_done
        assert now.is_over
        assert (now.answered_at is not None) is answered.is_done

    return Case(
        lambda tx: forgetting.forget(tx, writer, taking_back=True),
        lambda tx: letters.answer(tx, letter.id, cast.li, as_pieces("三天内修好"), LIMITS),
        holds,
    )


@CASES.case(r"(?s).* FROM openings", nth=2)
async def two_clerks_ask_whose_an_anonymous_letter_is(tx: Tx, cast: Cast, _: int) -> Case:
    second = await a_second_clerk(tx)
    letter = await write(tx, cast.wang, cast.li_member, anonymous=True)

    async def holds(tx: Tx, one: Outcome, other: Outcome) -> None:
        the_late_one(one, other, OpeningIsAsked)
        asked = await tx.value("SELECT COUNT(*) FROM openings WHERE letter_id = :id", id=letter.id)
        assert asked == 1

    return Case(
        lambda tx: openings.ask(tx, letter.id, cast.zhou, "涉嫌诽谤", Privacy()),
        lambda tx: openings.ask(tx, letter.id, second, "涉嫌诽谤", Privacy()),
        holds,
    )


@CASES.case()
async def a_letter_is_made_public_while_its_writer_takes_back_their_yes(tx: Tx, cast: Cast, _: int) -> Case:
    letter = await test_publications.settled(tx, cast)
    await test_publications.allow(tx, cast, letter)
    revision = (await publications.card(tx, letter.id, cast.zhou)).publication.revision

    async def holds(tx: Tx, public: Outcome, taken_back: Outcome) -> None:
        assert taken_back.is_done
        assert public.is_done or isinstance(public.refusal, NoConsent)
        now = await stored_publications.of_letter(tx, letter.id)
        assert now is not None
        assert not now.is_public

    return Case(
        lambda tx: publications.publish(tx, letter.id, cast.zhou, revision, test_publications.CHANNEL),
        lambda tx: publications.answer_consent(tx, letter.id, cast.wang, Answer.NO),
        holds,
    )


@CASES.case()
async def two_write_a_letter(tx: Tx, cast: Cast, _: int) -> Case:
    async def holds(tx: Tx, one: Outcome, other: Outcome) -> None:
        first, second = (int(each.value.number[-6:]) for each in (one, other))
        assert abs(first - second) == 1

    return Case(lambda tx: write(tx, cast.wang, None), lambda tx: write(tx, cast.liu, cast.li_member), holds)


# --- tried out --------------------------------------------------------------------------------------------------------


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    CASES.parametrize(metafunc)


async def test_two_with_the_same_letter_at_once(name: str, turned: bool, db: Db, cast: Cast, is_long: bool) -> None:
    await CASES.try_out(name, db, cast, turned=turned, everywhere=is_long)
