"""What is held, what can't wait, who is kept out, who pauses, who opens an identity."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.absences import MemberIsAway
from domain.floods import TooManyLetters
from domain.letter_kinds import Mark
from domain.letter_pieces import Piece
from domain.letters import LetterIsWithAnother, LetterNotFound
from domain.moderation import BanDayIsPast, BanIsOver, CannotBeBanned, NobodyToBan, NotHeld, SeveralToBan
from domain.openings import (
    ConsentIsYourOwn,
    LetterIsSigned,
    NobodyToConsent,
    OpenedBefore,
    OpeningIsAsked,
    OpeningIsOver,
    OpeningReasonIsWanted,
)
from domain.people import NotForYourRole, Person, Role
from domain.settings import Mailbox, Privacy
from services import absences, bans, floods, letter_course, letter_edits, letters, openings, triage
from services.letters import NewLetter
from storage import bans as stored_bans
from storage import letters as stored
from storage import people
from storage.db import Db, Tx
from tests.cast import NOW, Cast
from tests.conftest import TestClock
from tests.services.letter_writing import COMMITTEE, as_pieces, log_of, told, write

HELD = Mailbox(held_words=("骗子",), hotline="0523-12345")
PRIVACY = Privacy()
UNTIL = date(2026, 3, 20)


async def held(tx: Tx, cast: Cast, *, anonymous: bool = False) -> letters.Receipt:
    new = NewLetter(cast.li_member.id, anonymous, as_pieces("村干部是骗子。"))
    return await letters.submit(tx, cast.wang, new, HELD, COMMITTEE)


async def second_office(tx: Tx) -> Person:
    number = await people.add(tx, "吴芳", "zh", telegram_id=1100)
    await people.grant(tx, number, Role.OFFICE)
    return await people.get(tx, number)


# --- held -------------------------------------------------------------------------------------------------------------


async def test_a_letter_with_such_a_word_waits_in_triage_and_its_member_sees_nothing(tx: Tx, cast: Cast) -> None:
    receipt = await held(tx, cast)
    assert receipt.is_held
    assert receipt.letter.is_in_triage
    assert not await told(tx, cast.li)
    card = await triage.card(tx, receipt.letter.id, cast.zhou)
    assert card.held is not None
    assert (card.held.words, card.held.desk.member_id) == ("骗子", cast.li_member.id)


async def test_let_go_it_comes_to_its_member_and_is_held_no_more(tx: Tx, cast: Cast) -> None:
    letter = (await held(tx, cast)).letter
    await triage.release(tx, letter.id, cast.zhou)
    assert "村干部是骗子" in "".join(await told(tx, cast.li))
    assert "李建国委员" in (await told(tx, cast.wang))[-1]
    assert (await log_of(tx, letter))[-1] == "released"
    with pytest.raises(LetterNotFound):
        await triage.release(tx, 99, cast.zhou)


async def test_only_what_is_held_is_let_go_and_only_to_who_is_there(tx: Tx, cast: Cast) -> None:
    plain = await write(tx, cast.wang, None)
    with pytest.raises(NotHeld):
        await triage.release(tx, plain.id, cast.zhou)
    letter = (await held(tx, cast)).letter
    with pytest.raises(NotForYourRole):
        await triage.release(tx, letter.id, cast.li)
    await absences.go_away(tx, cast.li_member, UNTIL, None, COMMITTEE.zone)
    with pytest.raises(MemberIsAway):
        await triage.release(tx, letter.id, cast.zhou)


async def test_given_to_someone_else_it_is_held_no_more(tx: Tx, cast: Cast) -> None:
    letter = (await held(tx, cast)).letter
    await triage.assign(tx, letter.id, cast.zhou, cast.zhao_member.id)
    back = await stored.get(tx, letter.id)
    assert back is not None
    await stored.save(tx, replace(back, member_id=None, is_in_triage=True))
    assert (await triage.card(tx, letter.id, cast.zhou)).held is None


async def test_an_edit_that_is_held_is_said_to_be_held(tx: Tx, cast: Cast) -> None:
    for was_settled in (False, True):
        said = Piece("路灯坏了", chat_id=1001, message_id=70 + was_settled)
        letter = await write(tx, cast.wang, cast.li_member, said)
        if was_settled:
            await letter_course.settle(tx, letter.id, cast.li)
        before = len(await told(tx, cast.li))
        edited = await letter_edits.edit(tx, cast.wang, replace(said, text="他是骗子"), HELD)
        assert edited is not None
        assert edited.is_held
        assert not any("骗子" in each for each in (await told(tx, cast.li))[before:])
        assert any("骗子" in each for each in await told(tx, cast.zhou))
        again = await letter_edits.edit(tx, cast.wang, replace(said, text="路灯又坏了"), HELD)
        assert again is not None
        assert not again.is_held


async def test_words_added_later_take_the_letter_back_for_a_look(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    before = len(await told(tx, cast.li))
    receipt = await letters.follow_up(tx, letter.id, cast.wang, as_pieces("你们都是骗子"), HELD)
    assert receipt.is_held
    news = (await told(tx, cast.li))[before:]
    assert not any("骗子" in said for said in news)
    with pytest.raises(LetterIsWithAnother):
        await letters.answer(tx, letter.id, cast.li, as_pieces("好"), HELD)
    await triage.release(tx, letter.id, cast.zhou)
    assert "你们都是骗子" in "".join(await told(tx, cast.li))


async def test_what_goes_to_the_office_is_not_held(tx: Tx, cast: Cast) -> None:
    new = NewLetter(None, False, as_pieces("村干部是骗子。"))
    assert not (await letters.submit(tx, cast.wang, new, HELD, COMMITTEE)).is_held


# --- urgent -----------------------------------------------------------------------------------------------------------


async def test_a_threat_to_life_alarms_the_office_and_names_help_while_the_letter_goes_its_way(
    tx: Tx, cast: Cast
) -> None:
    new = NewLetter(cast.li_member.id, True, as_pieces("邻居持刀，说要杀人。"))
    letter = (await letters.submit(tx, cast.wang, new, HELD, COMMITTEE)).letter
    alarm = (await told(tx, cast.zhou))[-1]
    assert "持刀、" in alarm or "杀人、" in alarm
    assert "王秀英" not in alarm
    for number in ("110", "120", "0523-12345"):
        assert number in (await told(tx, cast.wang))[-1]
    assert "邻居持刀" in "".join(await told(tx, cast.li))
    marked = await stored.get(tx, letter.id)
    assert marked is not None
    assert marked.mark is Mark.URGENT
    lanes = await tx.all("SELECT lane FROM outbox WHERE person_id = :id ORDER BY id", id=cast.zhou.id)
    assert lanes[-1]["lane"] == 0


# --- a day's letters, pauses ------------------------------------------------------------------------------------------


async def test_who_has_written_all_their_letters_of_a_day_writes_on_tomorrow(
    db: Db, clock: TestClock, cast: Cast
) -> None:
    limits = Mailbox(newcomer_letters_per_day=2)
    new = NewLetter(cast.li_member.id, False, as_pieces("路灯坏了"))
    async with db.write() as tx:
        for _ in range(2):
            await letters.submit(tx, cast.wang, new, limits, COMMITTEE)
        with pytest.raises(TooManyLetters):
            await letters.submit(tx, cast.wang, new, limits, COMMITTEE)
    clock.move(days=1, seconds=1)
    async with db.write() as tx:
        await letters.submit(tx, cast.wang, new, limits, COMMITTEE)


async def test_a_pause_is_said_once_counts_what_it_does_not_take_and_grows(
    db: Db, clock: TestClock, cast: Cast
) -> None:
    limits = Mailbox(pause_minutes=2)
    async with db.write() as tx:
        await floods.begin(tx, cast.wang, limits)
        wang = await people.get(tx, cast.wang.id)
        assert wang.paused_until_at == NOW + timedelta(minutes=2)
        assert await floods.is_pausing(tx, wang)
        assert len(await told(tx, wang)) == 1
    clock.move(minutes=3)
    async with db.write() as tx:
        assert not await floods.is_pausing(tx, wang)
        assert "有 2 条消息没有收下" in (await told(tx, wang))[-1]
        assert (await people.get(tx, wang.id)).paused_until_at is None
        await floods.begin(tx, wang, limits)
        assert (await people.get(tx, wang.id)).paused_until_at == NOW + timedelta(minutes=7)


# --- kept out ---------------------------------------------------------------------------------------------------------


async def test_someone_is_kept_out_until_a_day_and_told_why_and_let_in_again(tx: Tx, cast: Cast) -> None:
    who = await bans.meant(tx, "王秀英", cast.zhou, COMMITTEE)
    await bans.keep_out(tx, *who, cast.zhou, "反复辱骂", UNTIL, COMMITTEE.zone)
    assert "原因：反复辱骂" in (await told(tx, cast.wang))[-1]
    wang = await people.get(tx, cast.wang.id)
    assert wang.banned_until_at is not None
    assert wang.banned_until_at.astimezone(COMMITTEE.zone).date() == date(2026, 3, 21)
    (ban,) = await bans.standing(tx, cast.zhou)
    await bans.let_in(tx, ban.id, cast.zhou)
    assert (await people.get(tx, cast.wang.id)).banned_until_at is None
    assert "可以继续来信" in (await told(tx, cast.wang))[-1]
    with pytest.raises(BanIsOver):
        await bans.let_in(tx, ban.id, cast.zhou)
    noted = await tx.all("SELECT action, person_id FROM audit ORDER BY id")
    assert [tuple(row.values()) for row in noted] == [("kept-out", cast.zhou.id), ("let-in", cast.zhou.id)]


async def test_the_writer_of_an_anonymous_letter_is_kept_out_without_a_name(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member, anonymous=True)
    who = await bans.meant(tx, letter.number, cast.zhou, COMMITTEE)
    shown = await bans.keep_out(tx, *who, cast.zhou, "反复辱骂", UNTIL, COMMITTEE.zone)
    (ban,) = await bans.standing(tx, cast.zhou)
    assert shown == bans.named_of(ban)
    assert shown.args == {"number": letter.number}


async def test_two_bans_of_one_person_stand_side_by_side(tx: Tx, cast: Cast) -> None:
    for day in (UNTIL, UNTIL + timedelta(days=9)):
        await bans.keep_out(tx, cast.wang.id, None, cast.zhou, "反复辱骂", day, COMMITTEE.zone)
    longest, _ = await bans.standing(tx, cast.zhou)
    await bans.let_in(tx, longest.id, cast.zhou)
    (left,) = await stored_bans.standing(tx, 9, cast.wang.id)
    assert (await people.get(tx, cast.wang.id)).banned_until_at == left.ends_at


async def test_nobody_with_a_role_nobody_unknown_and_no_past_day(tx: Tx, cast: Cast) -> None:
    with pytest.raises(CannotBeBanned):
        await bans.meant(tx, "李建国", cast.zhou, COMMITTEE)
    with pytest.raises(NobodyToBan):
        await bans.meant(tx, "没有的人", cast.zhou, COMMITTEE)
    with pytest.raises(LetterNotFound):
        await bans.meant(tx, "JJ-2026-000099", cast.zhou, COMMITTEE)
    await people.add(tx, "王秀英", "zh", telegram_id=1099)
    with pytest.raises(SeveralToBan):
        await bans.meant(tx, "王秀英", cast.zhou, COMMITTEE)
    with pytest.raises(BanDayIsPast):
        await bans.keep_out(tx, cast.wang.id, None, cast.zhou, "辱骂", date(2026, 3, 15), COMMITTEE.zone)
    with pytest.raises(NotForYourRole):
        await bans.meant(tx, "王秀英", cast.li, COMMITTEE)


# --- an identity opened -----------------------------------------------------------------------------------------------


async def asked(tx: Tx, cast: Cast) -> tuple[int, Person, str]:
    """An anonymous letter whose writer 周敏 asks for: the request, the second person, the letter's number."""
    wu = await second_office(tx)
    letter = await write(tx, cast.wang, cast.li_member, anonymous=True)
    await openings.ask(tx, letter.id, cast.zhou, "信里说有人受伤", PRIVACY)
    number: int = await tx.value("SELECT MAX(id) FROM openings")
    return number, wu, letter.number


async def test_two_people_open_an_identity_all_is_written_down_and_the_writer_is_told(tx: Tx, cast: Cast) -> None:
    opening, wu, _ = await asked(tx, cast)
    assert "信里说有人受伤" in (await told(tx, wu))[-1]
    assert "王秀英" not in "".join([*await told(tx, wu), *await told(tx, cast.zhou)])
    await openings.consent(tx, opening, wu, PRIVACY)
    assert "王秀英" in (await told(tx, cast.zhou))[-1]
    assert "王秀英" not in "".join(await told(tx, wu))
    assert "信里说有人受伤" in (await told(tx, cast.wang))[-1]
    actions = [row["action"] for row in await tx.all("SELECT action FROM audit ORDER BY id")]
    assert actions[-2:] == ["identity-asked", "identity-opened"]


async def test_the_writer_is_not_told_where_the_committee_does_not_want_it(tx: Tx, cast: Cast) -> None:
    opening, wu, _ = await asked(tx, cast)
    before = await told(tx, cast.wang)
    await openings.consent(tx, opening, wu, Privacy(tell_writer_of_opening=False))
    assert await told(tx, cast.wang) == before


async def test_a_second_person_may_say_no_and_then_it_is_over(tx: Tx, cast: Cast) -> None:
    opening, wu, number = await asked(tx, cast)
    await openings.decline(tx, opening, wu)
    assert "没有同意" in (await told(tx, cast.zhou))[-1]
    with pytest.raises(OpeningIsOver):
        await openings.consent(tx, opening, wu, PRIVACY)
    letter = await stored.numbered(tx, number)
    assert letter is not None
    await openings.ask(tx, letter.id, cast.zhou, "又有新情况", PRIVACY)


async def test_nobody_consents_to_their_own_request_and_only_the_office_does(tx: Tx, cast: Cast) -> None:
    opening, *_ = await asked(tx, cast)
    with pytest.raises(ConsentIsYourOwn):
        await openings.consent(tx, opening, cast.zhou, PRIVACY)
    with pytest.raises(NotForYourRole):
        await openings.consent(tx, opening, cast.li, PRIVACY)


async def test_a_request_is_asked_once_has_an_end_and_is_opened_once(db: Db, clock: TestClock, cast: Cast) -> None:
    async with db.write() as tx:
        opening, wu, number = await asked(tx, cast)
        letter = await stored.numbered(tx, number)
        assert letter is not None
        with pytest.raises(OpeningIsAsked):
            await openings.ask(tx, letter.id, wu, "我也想知道", PRIVACY)
    clock.move(hours=PRIVACY.opening_waits_hours)
    async with db.write() as tx:
        with pytest.raises(OpeningIsOver):
            await openings.consent(tx, opening, wu, PRIVACY)
        await openings.ask(tx, letter.id, cast.zhou, "仍然需要", PRIVACY)
        await openings.consent(tx, await tx.value("SELECT MAX(id) FROM openings"), wu, PRIVACY)
        with pytest.raises(OpenedBefore):
            await openings.ask(tx, letter.id, wu, "我也想知道", PRIVACY)


async def test_it_takes_an_anonymous_letter_a_reason_and_a_second_person(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member, anonymous=True)
    with pytest.raises(NobodyToConsent):
        await openings.check_may_ask(tx, letter.id, cast.zhou)
    await second_office(tx)
    with pytest.raises(OpeningReasonIsWanted):
        await openings.ask(tx, letter.id, cast.zhou, " ", PRIVACY)
    signed = await write(tx, cast.wang, cast.li_member)
    with pytest.raises(LetterIsSigned):
        await openings.check_may_ask(tx, signed.id, cast.zhou)
    with pytest.raises(NotForYourRole):
        await openings.check_may_ask(tx, letter.id, cast.li)
