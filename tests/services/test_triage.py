"""Triage: given, kept, returned, marked, posted, taken; one wins where two press, and the writer knows who holds it."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.letter_kinds import LetterKind, Mark
from domain.letter_pieces import Piece
from domain.letters import (
    OFFICE_DESK,
    Desk,
    EventKind,
    Letter,
    LetterIsClosed,
    LetterNotFound,
    LetterState,
    LetterWasReturned,
)
from domain.people import NotForYourRole, Person
from domain.refusals import Refusal
from domain.short_words import WordsAreTooLong
from domain.triage import ClaimIsYourOwn, LetterIsForOffice, LetterIsPrivate, LetterIsTaken, Why
from services import group_posts, letter_access, letter_course, letter_views, letters, triage
from services.letter_moves import UnitHasNobody, UnitIsUnknown
from services.letter_parties import holder_of
from services.letters import MemberDoesNotServe, NewLetter
from services.triage import ReasonIsWanted
from storage import absences, people, relays
from storage import letters as stored
from storage.db import Db, Tx
from tests.cast import Cast
from tests.services.letter_writing import (
    COMMITTEE,
    LIMITS,
    PHOTO,
    TEXTS,
    as_pieces,
    buttons,
    last_told,
    log_of,
    owed,
    told,
    write,
)
from texts import unpack

GROUP = -1001


async def posted(tx: Tx, cast: Cast, *pieces: Piece | str) -> Letter:
    """A letter that the members' group sees, in its message 70."""
    letter = await write(tx, cast.wang, None, *pieces)
    await triage.post_to_group(tx, letter.id, cast.zhou, GROUP, "zh")
    await relays.add(tx, GROUP, [70], letter.id, None)
    return letter


async def in_group(tx: Tx) -> list[dict[str, Any]]:
    rows = await tx.all("SELECT content_json FROM outbox WHERE chat_id = :chat ORDER BY id", chat=GROUP)
    return [row["content_json"] for row in rows]


def said(content: dict[str, Any]) -> str:
    return TEXTS.plain("zh", unpack(content["text"]))


# --- which letters are in triage --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "waits"), [(LetterKind.ANYONE, True), (LetterKind.COMMITTEE, False)])
async def test_a_letter_for_anyone_waits_for_triage_and_one_to_the_mailbox_does_not(
    tx: Tx, cast: Cast, kind: LetterKind, waits: bool
) -> None:
    new = NewLetter(None, False, as_pieces("路灯坏了"), kind=kind)
    letter = (await letters.submit(tx, cast.wang, new, LIMITS, COMMITTEE)).letter
    assert (letter.kind, letter.is_in_triage, letter.member_id) == (kind, waits, None)
    assert (await triage.next_card(tx, cast.zhou) is not None) == waits
    assert ("分派" in buttons((await owed(tx, cast.zhou))[-1])) == waits


async def test_a_letter_to_a_member_keeps_its_kind_whoever_holds_it(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await letter_course.hand_over(tx, letter.id, cast.li, OFFICE_DESK)
    card = await triage.card(tx, letter.id, cast.zhou)
    assert card.letter.kind is LetterKind.MEMBER
    course = await letter_views.course(tx, card.letter, cast.wang)
    assert "委员信箱" in TEXTS.plain("zh", course.messages[0])


async def test_cards_come_one_after_another_the_oldest_first(tx: Tx, cast: Cast) -> None:
    first, second = [await write(tx, cast.wang, None, text) for text in ("路灯坏了", "井盖丢了")]
    card = await triage.next_card(tx, cast.zhou)
    assert card is not None
    assert (card.letter.id, card.waiting) == (first.id, 2)
    following = await triage.next_card(tx, cast.zhou, first.id)
    assert following is not None
    assert following.letter.id == second.id
    assert await triage.next_card(tx, cast.zhou, second.id) is None


async def test_a_card_shows_text_attachments_and_whom_the_letter_may_suit(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, None, "学校门口没有路灯。" + "很长" * 1000, Piece(attachment=PHOTO))
    card = await triage.card(tx, letter.id, cast.zhou)
    assert (card.attachments, card.is_more, len(card.text) <= triage.CARD_CHARACTERS) == (1, True, True)
    assert [(each.member, each.why) for each in card.suggestions] == [(cast.zhao_member, ((Why.WORDS, "学校"),))]


async def test_who_is_away_out_of_reach_or_the_writer_is_not_suggested(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.zhao, None, "城北的学校")
    await people.set_blocked(tx, cast.li.id, blocked=True)
    assert (await triage.card(tx, letter.id, cast.zhou)).suggestions == []
    await people.set_blocked(tx, cast.li.id, blocked=False)
    assert (await triage.card(tx, letter.id, cast.zhou)).suggestions
    await absences.begin(tx, cast.li_member.id, None, tx.now.date(), tx.now.replace(hour=20))
    assert (await triage.card(tx, letter.id, cast.zhou)).suggestions == []


# --- what the office decides ------------------------------------------------------------------------------------------


async def test_a_letter_is_given_to_a_department_with_the_reason(tx: Tx, cast: Cast) -> None:
    letter = await posted(tx, cast)
    receipt = await triage.assign_to(tx, letter.id, cast.zhou, Desk(unit_id=cast.department.id), " 属于市政 ")
    assert (receipt.letter.desk, receipt.letter.state) == (Desk(unit_id=cast.department.id), LetterState.FORWARDED)
    assert not receipt.letter.is_in_triage
    assert "原因：属于市政" in (await told(tx, cast.liu))[0]
    assert await last_told(tx, cast.wang) == "您的来信 JJ-2026-000001 已转交市政管理局办理。"
    assert "市政管理局" in said((await in_group(tx))[-1])


async def test_only_the_office_gives_to_a_unit_once_and_where_someone_reads_it(tx: Tx, cast: Cast) -> None:
    letter, desk = await write(tx, cast.wang, None), Desk(unit_id=cast.department.id)
    with pytest.raises(NotForYourRole):
        await triage.assign_to(tx, letter.id, cast.li, desk)
    with pytest.raises(WordsAreTooLong):
        await triage.assign_to(tx, letter.id, cast.zhou, desk, "长" * 1001)
    await people.set_blocked(tx, cast.liu.id, blocked=True)
    with pytest.raises(UnitHasNobody):
        await triage.assign_to(tx, letter.id, cast.zhou, desk)
    with pytest.raises(UnitIsUnknown):
        await triage.assign_to(tx, letter.id, cast.zhou, Desk(unit_id=999))
    await people.set_blocked(tx, cast.liu.id, blocked=False)
    await triage.assign_to(tx, letter.id, cast.zhou, desk)
    with pytest.raises(LetterIsTaken):
        await triage.assign_to(tx, letter.id, cast.zhou, Desk(cast.li_member.id))


async def test_an_assigned_letter_reaches_its_member_whole_and_the_writer_is_told(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, None, "路灯坏了", Piece(attachment=PHOTO))
    receipt = await triage.assign(tx, letter.id, cast.zhou, cast.li_member.id)
    assert (receipt.letter.member_id, receipt.letter.is_in_triage) == (cast.li_member.id, False)
    opening, thread, photo = await told(tx, cast.li)
    assert "转交给您" in opening
    assert "路灯坏了" in thread
    assert photo == "photo"
    assert await last_told(tx, cast.wang) == f"您的来信 {letter.number} 已转交李建国委员办理。"
    assert await log_of(tx, letter) == ["submitted", "assigned"]
    assert await triage.next_card(tx, cast.zhou) is None


async def test_a_letter_that_the_office_keeps_is_its_own(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, None)
    kept = await triage.keep(tx, letter.id, cast.zhou)
    assert (kept.member_id, kept.is_in_triage) == (None, False)
    assert "由政协办公室直接办理" in await last_told(tx, cast.wang)
    with pytest.raises(LetterIsForOffice):
        await triage.assign(tx, letter.id, cast.zhou, cast.li_member.id)
    await triage.assign_of_office(tx, letter.id, cast.zhou, cast.li_member.id)
    with pytest.raises(LetterIsTaken):
        await triage.assign_of_office(tx, letter.id, cast.zhou, cast.zhao_member.id)


async def test_what_the_office_answers_or_settles_leaves_triage(tx: Tx, cast: Cast) -> None:
    answered, settled = await write(tx, cast.wang, None), await write(tx, cast.wang, None)
    await letters.answer(tx, answered.id, cast.zhou, as_pieces("已去修"), LIMITS)
    await letter_course.settle(tx, settled.id, cast.zhou)
    assert await triage.next_card(tx, cast.zhou) is None
    with pytest.raises(LetterIsClosed):
        await triage.card(tx, settled.id, cast.zhou)


async def test_a_returned_letter_waits_for_its_writer_whose_words_bring_it_back(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, None)
    returned = await triage.send_back(tx, letter.id, cast.zhou, " 请写明地点 ")
    assert returned.state is LetterState.RETURNED
    assert "原因：请写明地点" in await last_told(tx, cast.wang)
    assert buttons((await owed(tx, cast.wang))[-1]) == ["继续说"]
    with pytest.raises(LetterWasReturned):
        await triage.assign(tx, letter.id, cast.zhou, cast.li_member.id)
    with pytest.raises(LetterWasReturned):
        await letters.answer(tx, letter.id, cast.zhou, as_pieces("好"), LIMITS)
    assert [each.id for each in await letter_access.under_way(tx, cast.wang)] == [letter.id]
    receipt = await letters.follow_up(tx, letter.id, cast.wang, as_pieces("城北村口"), LIMITS)
    assert (receipt.is_reopened, receipt.letter.is_in_triage) == (True, True)
    assert "城北村口" in (await triage.card(tx, letter.id, cast.zhou)).text


async def test_a_letter_is_not_returned_without_a_reason_or_with_a_page(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, None)
    with pytest.raises(ReasonIsWanted):
        await triage.send_back(tx, letter.id, cast.zhou, "  ")
    with pytest.raises(WordsAreTooLong):
        await triage.send_back(tx, letter.id, cast.zhou, "长" * 501)


async def test_a_mark_shows_in_the_office_s_lists_and_not_to_the_writer(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, None)
    marked = await triage.mark(tx, letter.id, cast.zhou, Mark.URGENT)
    assert await triage.mark(tx, letter.id, cast.zhou, Mark.URGENT) == marked
    page = await letter_views.open_with(tx, OFFICE_DESK, tx.now.date(), COMMITTEE.zone)
    assert "【急】" in TEXTS.plain("zh", page.lines[0])
    shown = [await letter_views.course(tx, marked, viewer) for viewer in (cast.wang, cast.zhou)]
    assert ["标记" in TEXTS.plain("zh", course.messages[0]) for course in shown] == [False, True]
    assert (await triage.mark(tx, letter.id, cast.zhou, None)).mark is None
    assert await log_of(tx, letter) == ["submitted", "marked", "marked"]


async def test_nobody_but_the_office_decides(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, None)
    acts: list[Callable[[Person], Awaitable[object]]] = [
        lambda by: triage.next_card(tx, by),
        lambda by: triage.card(tx, letter.id, by),
        lambda by: triage.assign(tx, letter.id, by, cast.li_member.id),
        lambda by: triage.assign_of_office(tx, letter.id, by, cast.li_member.id),
        lambda by: triage.check_is_with_office(tx, letter.id, by),
        lambda by: triage.keep(tx, letter.id, by),
        lambda by: triage.send_back(tx, letter.id, by, "不清楚"),
        lambda by: triage.mark(tx, letter.id, by, Mark.URGENT),
        lambda by: triage.post_to_group(tx, letter.id, by, GROUP, "zh"),
    ]
    for by in (cast.wang, cast.li, cast.chen, cast.liu):
        for act in acts:
            with pytest.raises(NotForYourRole):
                await act(by)


async def test_a_letter_is_not_given_to_nobody_nor_a_letter_that_is_none(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, None)
    with pytest.raises(MemberDoesNotServe):
        await triage.assign(tx, letter.id, cast.zhou, 999)
    with pytest.raises(LetterNotFound):
        await triage.assign(tx, 999, cast.zhou, cast.li_member.id)


# --- the members' group -----------------------------------------------------------------------------------------------


async def test_the_group_sees_the_letter_without_its_writer_s_name(tx: Tx, cast: Cast) -> None:
    letter = await posted(tx, cast, "我叫王秀英，城北的路灯坏了", Piece(attachment=PHOTO))
    (post,) = await in_group(tx)
    assert "城北的路灯坏了" in said(post)
    assert "附件 1 个" in said(post)
    assert "王秀英" not in str(post)
    assert post["buttons"][0][0]["does"] == f"claim:{letter.id}"
    assert not await triage.post_to_group(tx, letter.id, cast.zhou, GROUP, "zh")
    assert len(await in_group(tx)) == 1


async def test_a_private_letter_is_not_posted_nor_any_where_there_is_no_group(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, None)
    with pytest.raises(group_posts.NoMembersGroup):
        await triage.post_to_group(tx, letter.id, cast.zhou, None, "zh")
    await triage.mark(tx, letter.id, cast.zhou, Mark.PRIVATE)
    with pytest.raises(LetterIsPrivate):
        await triage.post_to_group(tx, letter.id, cast.zhou, GROUP, "zh")


async def test_who_claims_holds_it_and_the_post_says_so(tx: Tx, cast: Cast) -> None:
    letter = await posted(tx, cast)
    receipt = await triage.claim(tx, letter.id, cast.li, (GROUP, 70))
    assert receipt.letter.member_id == cast.li_member.id
    _, edit = await in_group(tx)
    assert (edit["edits"], edit["buttons"]) == (70, [])
    assert said(edit) == f"来信 {letter.number} 已由李建国委员办理。"
    assert "已转交李建国委员" in await last_told(tx, cast.wang)
    with pytest.raises(LetterIsTaken) as refusal:
        await triage.claim(tx, letter.id, cast.zhao, (GROUP, 70))
    assert TEXTS.plain("zh", refusal.value.args_of_text["holder"]) == "李建国委员"


async def test_only_members_claim_only_what_was_posted_and_not_their_own(tx: Tx, cast: Cast) -> None:
    hidden, own = await write(tx, cast.wang, None), await write(tx, cast.li, None)
    await triage.post_to_group(tx, own.id, cast.zhou, GROUP, "zh")
    for by in (cast.wang, cast.zhou):
        with pytest.raises(NotForYourRole):
            await triage.claim(tx, own.id, by)
    with pytest.raises(LetterNotFound):
        await triage.claim(tx, hidden.id, cast.li)
    with pytest.raises(ClaimIsYourOwn):
        await triage.claim(tx, own.id, cast.li)
    await tx.run("UPDATE members SET left_on = began_on WHERE id = :id", id=cast.zhao_member.id)
    with pytest.raises(NotForYourRole):
        await triage.claim(tx, own.id, cast.zhao)


async def test_a_post_is_closed_however_the_letter_leaves_triage(tx: Tx, cast: Cast) -> None:
    ways: list[Callable[[Letter], Awaitable[object]]] = [
        lambda letter: triage.assign(tx, letter.id, cast.zhou, cast.li_member.id),
        lambda letter: triage.keep(tx, letter.id, cast.zhou),
        lambda letter: triage.send_back(tx, letter.id, cast.zhou, "请写明地点"),
        lambda letter: letters.answer(tx, letter.id, cast.zhou, as_pieces("好的"), LIMITS),
        lambda letter: letter_course.settle(tx, letter.id, cast.zhou),
        lambda letter: letter_course.solved(tx, letter.id, cast.wang),
        lambda letter: letter_course.hand_over(tx, letter.id, cast.zhou, Desk(cast.zhao_member.id)),
    ]
    for place, way in enumerate(ways, start=100):
        letter = await write(tx, cast.wang, None)
        await triage.post_to_group(tx, letter.id, cast.zhou, GROUP, "zh")
        await relays.add(tx, GROUP, [place], letter.id, None)
        await way(letter)
        assert (await in_group(tx))[-1]["edits"] == place


# --- two at once ------------------------------------------------------------------------------------------------------


async def _try(db: Db, act: Callable[[Tx], Awaitable[object]]) -> str:
    try:
        async with db.write() as tx:
            await act(tx)
    except Refusal as refusal:
        return refusal.text
    return "done"


async def test_of_two_in_the_office_who_press_at_once_one_wins(db: Db, other_process: Db, cast: Cast) -> None:
    async with db.write() as tx:
        letter = await write(tx, cast.wang, None)
    outcomes = await asyncio.gather(
        _try(db, lambda tx: triage.assign(tx, letter.id, cast.zhou, cast.li_member.id)),
        _try(other_process, lambda tx: triage.assign(tx, letter.id, cast.zhou, cast.zhao_member.id)),
    )
    assert sorted(outcomes) == ["done", "letter-is-taken"]


async def test_of_two_members_who_claim_at_once_one_has_it(db: Db, other_process: Db, cast: Cast) -> None:
    async with db.write() as tx:
        letter = await posted(tx, cast)
    outcomes = await asyncio.gather(
        _try(db, lambda tx: triage.claim(tx, letter.id, cast.li)),
        _try(other_process, lambda tx: triage.claim(tx, letter.id, cast.zhao)),
    )
    assert sorted(outcomes) == ["done", "letter-is-taken"]
    async with db.read() as tx:
        events = [event["kind"] for event in await stored.events(tx, letter.id)]
    assert events.count(EventKind.CLAIMED) == 1


# --- the writer always knows ------------------------------------------------------------------------------------------

MOVES = ("assign-li", "assign-zhao", "keep", "return", "claim", "hand-to-zhao", "to-office", "go-on")


async def _move(tx: Tx, cast: Cast, letter_id: int, move: str) -> None:
    match move:
        case "assign-li":
            await triage.assign(tx, letter_id, cast.zhou, cast.li_member.id)
        case "assign-zhao":
            await triage.assign_of_office(tx, letter_id, cast.zhou, cast.zhao_member.id)
        case "keep":
            await triage.keep(tx, letter_id, cast.zhou)
        case "return":
            await triage.send_back(tx, letter_id, cast.zhou, "请补充")
        case "claim":
            await triage.post_to_group(tx, letter_id, cast.zhou, GROUP, "zh")
            await triage.claim(tx, letter_id, cast.li)
        case "hand-to-zhao":
            await letter_course.hand_over(tx, letter_id, cast.li, Desk(cast.zhao_member.id))
        case "to-office":
            await letter_course.hand_over(tx, letter_id, cast.zhou, OFFICE_DESK)
        case "go-on":
            await letters.follow_up(tx, letter_id, cast.wang, as_pieces("还有一句"), LIMITS)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.sampled_from(MOVES), max_size=8))
async def test_the_last_the_writer_was_told_names_who_holds_the_letter(tx: Tx, cast: Cast, moves: list[str]) -> None:
    letter = await write(tx, cast.wang, None)
    before = len(await told(tx, cast.wang))
    for move in moves:
        with suppress(Refusal):
            await _move(tx, cast, letter.id, move)
        now = await stored.get(tx, letter.id)
        assert now is not None
        heard = (await told(tx, cast.wang))[before:]
        holder = TEXTS.plain("zh", (await holder_of(tx, now.desk)).named)
        # The receipt of the letter itself, which the handler says, names the office.
        assert holder in (heard[-1] if heard else "政协办公室"), moves
