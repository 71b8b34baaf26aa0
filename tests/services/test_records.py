"""Letters keyed in for someone: told by phone until their writer claims them."""

from datetime import timedelta

import pytest

from domain.guesses import TooManyWrongCodes
from domain.letter_kinds import LetterKind
from domain.letter_pieces import Piece
from domain.people import NotForYourRole, Person
from domain.records import (
    Channel,
    ClaimIsForTheWriter,
    RecordEndedLongAgo,
    RecordIsClaimed,
    RecordNotFound,
    WriterHasIt,
)
from services import letter_course, letters, record_adding, records
from services.letter_views import course
from services.record_tellings import mark_told, untold
from services.records import NewRecord, Slip
from storage import letter_entries, people
from storage import letters as stored
from storage.db import Db, Tx
from tests.cast import NOW, Cast
from tests.conftest import TestClock
from tests.services.letter_writing import COMMITTEE, LIMITS, TEXTS, log_of, told

PHONE = "13800000077"


async def keyed_in(tx: Tx, cast: Cast, by: Person | None = None, *, anonymous: bool = False) -> Slip:
    """吴奶奶 came with her letter to 周敏, who gave it to 李建国."""
    said = [Piece("楼道灯不亮", chat_id=1004, message_id=9)]
    new = NewRecord("吴奶奶", PHONE, Channel.RECEPTION, anonymous, cast.li_member.id, LetterKind.MEMBER, said)
    return await records.record(tx, by or cast.zhou, new, LIMITS, COMMITTEE)


def typed(slip: Slip, phone: str = PHONE, code: str = "") -> tuple[str, str, str]:
    return slip.number, phone, code or f"{slip.code[:4]} {slip.code[4:]}"


async def answer(tx: Tx, cast: Cast, slip: Slip, words: str = "明天换灯") -> None:
    letter = await stored.numbered(tx, slip.number)
    assert letter is not None
    await letters.answer(tx, letter.id, cast.li, [Piece(words)], LIMITS)


async def test_it_is_a_letter_like_any_other_and_its_answers_are_told_by_phone(tx: Tx, cast: Cast) -> None:
    slip = await keyed_in(tx, cast)
    assert "来信人：吴奶奶" in (await told(tx, cast.li))[0]
    await answer(tx, cast, slip)
    head, words = (await told(tx, cast.zhou))[-2:]
    assert f"请电话告知</b>来信 {slip.number} 的来信人吴奶奶，电话 {PHONE}" in head
    assert "明天换灯" in words
    (owed,) = await untold(tx, cast.zhou)
    assert await mark_told(tx, owed["id"], cast.zhou) == (slip.number, True)
    assert await mark_told(tx, owed["id"], cast.zhou) == (slip.number, False)
    assert await untold(tx, cast.zhou) == []


async def test_its_writer_claims_it_and_from_then_on_it_is_theirs(tx: Tx, cast: Cast) -> None:
    slip = await keyed_in(tx, cast)
    await answer(tx, cast, slip)
    letter = await records.claim(tx, cast.wang, typed(slip, phone="+86 138 0000 0077"), COMMITTEE)
    assert letter is not None
    assert letter.writer_id == cast.wang.id
    seen = "".join(TEXTS.plain("zh", each) for each in (await course(tx, letter, cast.wang)).messages)
    assert "楼道灯不亮" in seen
    assert "明天换灯" in seen
    assert (await log_of(tx, letter))[-1] == "writer-came"
    assert [each.side.value for each in await letter_entries.of_letter(tx, letter.id)] == ["writer", "holder"]
    assert await untold(tx, cast.zhou) == []
    await answer(tx, cast, slip, "换好了")
    assert "换好了" in (await told(tx, cast.wang))[-1]
    assert "换好了" not in (await told(tx, cast.zhou))[-1]
    assert not [row for row in await tx.all("SELECT * FROM letter_records") if PHONE in str(row)]


async def test_whoever_has_the_phone_already_is_neither_found_nor_merged(tx: Tx, cast: Cast) -> None:
    await people.add(tx, "吴奶奶", "zh", telegram_id=4711, phone=PHONE)
    slip = await keyed_in(tx, cast)
    letter = await stored.numbered(tx, slip.number)
    assert letter is not None
    known = await people.by_telegram(tx, 4711)
    assert known is not None
    assert letter.writer_id != known.id
    await answer(tx, cast, slip)
    assert not await tx.all("SELECT id FROM outbox WHERE chat_id = 4711")


@pytest.mark.parametrize(
    ("number", "phone", "code"), [("", "13800000078", ""), ("", PHONE, "12345678901"), ("7", PHONE, "")]
)
async def test_what_does_not_fit_is_a_try_and_gives_nothing_away(
    tx: Tx, cast: Cast, number: str, phone: str, code: str
) -> None:
    slip = await keyed_in(tx, cast)
    of, _, right = typed(slip)
    assert await records.claim(tx, cast.wang, (number or of, phone, code or right), COMMITTEE) is None
    assert await tx.value("SELECT count FROM wrong_codes") == 1


async def test_guessing_is_slowed_for_a_person_and_ended_for_a_letter(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        slip = await keyed_in(tx, cast)
        for _ in range(5):
            assert await records.claim(tx, cast.wang, typed(slip, code="00"), COMMITTEE) is None
        with pytest.raises(TooManyWrongCodes):
            await records.claim(tx, cast.wang, typed(slip), COMMITTEE)
    clock.move(minutes=1, seconds=1)
    async with db.write() as tx:
        for _ in range(5):
            assert await records.claim(tx, cast.liu, typed(slip, code="00"), COMMITTEE) is None
        assert await records.claim(tx, cast.wang, typed(slip), COMMITTEE) is None
        again = await records.new_code(tx, slip.record_id, slip.version, cast.zhou, LIMITS)
        assert await records.claim(tx, cast.chen, typed(again), COMMITTEE) is not None


async def test_a_code_has_an_end_and_works_once(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        slip, other = await keyed_in(tx, cast), await keyed_in(tx, cast)
    clock.move(days=90)
    async with db.write() as tx:
        assert await records.claim(tx, cast.wang, typed(slip), COMMITTEE) is not None
        assert await records.claim(tx, cast.chen, typed(slip), COMMITTEE) is None
        with pytest.raises(RecordIsClaimed):
            await records.new_code(tx, slip.record_id, slip.version, cast.zhou, LIMITS)
    clock.move(seconds=1)
    async with db.write() as tx:
        assert await records.claim(tx, cast.wang, typed(other), COMMITTEE) is None


async def test_who_keyed_it_in_and_who_deals_with_it_are_not_who_wrote_it(tx: Tx, cast: Cast) -> None:
    slip = await keyed_in(tx, cast)
    for person in (cast.zhou, cast.li):
        with pytest.raises(ClaimIsForTheWriter):
            await records.claim(tx, person, typed(slip), COMMITTEE)


async def test_an_anonymous_one_is_named_to_who_keyed_it_in_alone(tx: Tx, cast: Cast) -> None:
    slip = await keyed_in(tx, cast, cast.zhao, anonymous=True)
    await answer(tx, cast, slip)
    assert any("吴奶奶" in words for words in await told(tx, cast.zhao))
    await people.set_blocked(tx, cast.zhao.id, blocked=True)
    await answer(tx, cast, slip, "换好了")
    assert any("代录人联系不上" in words for words in await told(tx, cast.zhou))
    for person in (cast.li, cast.zhou):
        assert not [words for words in await told(tx, person) if "吴奶奶" in words or PHONE in words]


async def test_who_may_not(tx: Tx, cast: Cast) -> None:
    for person in (cast.wang, cast.chen, cast.liu):
        with pytest.raises(NotForYourRole):
            await keyed_in(tx, cast, person)
    slip = await keyed_in(tx, cast)
    with pytest.raises(RecordNotFound):
        await records.new_code(tx, slip.record_id, slip.version, cast.li, LIMITS)
    await answer(tx, cast, slip)
    (owed,) = await untold(tx, cast.zhou)
    with pytest.raises(RecordNotFound):
        await mark_told(tx, owed["id"], cast.li)


# --- what the writer says later ---------------------------------------------------------------------------------------


async def test_who_keyed_it_in_adds_what_the_writer_says_later(tx: Tx, cast: Cast) -> None:
    slip = await keyed_in(tx, cast, anonymous=True)
    await answer(tx, cast, slip)
    receipt = await record_adding.add(
        tx, slip.record_id, cast.zhou, [Piece("还是不亮", chat_id=1004, message_id=12)], LIMITS
    )
    assert (receipt.letter.number, receipt.is_reopened) == (slip.number, False)
    assert "还是不亮" in (await told(tx, cast.li))[-1]
    assert "吴奶奶" not in "".join(await told(tx, cast.li))
    assert await letter_entries.of_message(tx, 1004, 12) is None, "the chat of who keyed it in is not its writer's"
    last = (await stored.events(tx, receipt.letter.id))[-1]
    assert (last["kind"], last["details_json"]["recorder"]) == ("followed-up", cast.zhou.id)


async def test_only_they_or_the_office_add_and_only_until_it_is_claimed(tx: Tx, cast: Cast) -> None:
    slip = await keyed_in(tx, cast, cast.li)
    more = [Piece("还是不亮")]
    for by in (cast.zhao, cast.wang):
        with pytest.raises(RecordNotFound):
            await record_adding.add(tx, slip.record_id, by, more, LIMITS)
    await record_adding.add(tx, slip.record_id, cast.zhou, more, LIMITS)
    await records.claim(tx, cast.wang, typed(slip), COMMITTEE)
    with pytest.raises(WriterHasIt):
        await record_adding.add(tx, slip.record_id, cast.li, more, LIMITS)


async def test_what_ended_is_open_again_and_what_ended_long_ago_is_another_letter(tx: Tx, cast: Cast) -> None:
    slip = await keyed_in(tx, cast)
    letter = await stored.numbered(tx, slip.number)
    assert letter is not None
    await letter_course.settle(tx, letter.id, cast.li)
    receipt = await record_adding.add(tx, slip.record_id, cast.zhou, [Piece("还是不亮")], LIMITS)
    assert receipt.is_reopened
    await letter_course.settle(tx, letter.id, cast.li)
    await tx.run("UPDATE letters SET settled_at = :then WHERE id = :id", then=NOW - timedelta(days=61), id=letter.id)
    with pytest.raises(RecordEndedLongAgo):
        await record_adding.check(tx, slip.record_id, cast.zhou, LIMITS)
