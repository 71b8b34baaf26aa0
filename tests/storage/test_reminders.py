"""Claims: whoever is first has it, and everyone after is told so."""

import pytest

from storage import reminders
from storage.db import Db, Tx
from tests.cast import NOW, Cast
from tests.conftest import TestClock

TODAY = NOW.date()


def row(person_id: int, outcome: str = "told") -> dict[str, object]:
    return {"kind": "monthly", "person_id": person_id, "period": "2026-03", "outcome": outcome}


async def test_a_round_has_one_number_however_often_it_is_begun(tx: Tx) -> None:
    first = await reminders.begin(tx, "monthly", "2026-03")
    assert await reminders.begin(tx, "monthly", "2026-03") == first
    assert await reminders.begin(tx, "monthly", "2026-04") != first


async def test_a_round_that_is_told_can_not_be_taken_again(tx: Tx) -> None:
    number = await reminders.begin(tx, "monthly", "2026-03")
    assert await reminders.take(tx, number)
    assert not await reminders.is_told(tx, "monthly", "2026-03")
    await reminders.mark_told(tx, number)
    assert not await reminders.take(tx, number)
    assert await reminders.is_told(tx, "monthly", "2026-03")


async def test_what_is_done_in_one_go_is_claimed_once(tx: Tx) -> None:
    assert await reminders.claim_once(tx, "calendar", "2027")
    assert not await reminders.claim_once(tx, "calendar", "2027")
    assert await reminders.awaiting_summary(tx) == []
    assert await reminders.untold(tx) == []


async def test_a_claim_made_twice_undoes_the_transaction(db: Db, cast: Cast) -> None:
    async with db.write() as tx:
        number = await reminders.begin(tx, "monthly", "2026-03")
        await reminders.claim(tx, number, [row(cast.li.id)])
    with pytest.raises(Exception, match=r"(?i)unique"):
        async with db.write() as tx:
            await reminders.claim(tx, number, [row(cast.zhao.id), row(cast.li.id)])
    async with db.read() as tx:
        assert await reminders.claimed(tx, "monthly", "2026-03", 0, 9999) == {cast.li.id}


async def test_who_is_claimed_is_no_longer_unclaimed(tx: Tx, cast: Cast) -> None:
    number = await reminders.begin(tx, "monthly", "2026-03")
    await reminders.claim(tx, number, [row(cast.li.id)])
    left = await reminders.unclaimed(tx, "monthly", "2026-03", TODAY)
    assert [person.name for person in left] == ["赵明"]
    assert len(await reminders.unclaimed(tx, "monthly", "2026-04", TODAY)) == 2


async def test_claims_are_looked_up_in_a_range_of_people(tx: Tx, cast: Cast) -> None:
    number = await reminders.begin(tx, "monthly", "2026-03")
    await reminders.claim(tx, number, [row(cast.li.id), row(cast.zhao.id)])
    assert await reminders.claimed(tx, "monthly", "2026-03", cast.zhao.id, cast.zhao.id) == {cast.zhao.id}


async def test_a_member_whose_term_has_not_begun_is_not_addressed(tx: Tx, cast: Cast) -> None:
    await tx.run("UPDATE members SET began_on = :day WHERE id = :id", day=TODAY.replace(day=17), id=cast.li_member.id)
    assert [one.name for one in await reminders.unclaimed(tx, "monthly", "2026-03", TODAY)] == ["赵明"]


async def test_the_house_began_with_its_first_member(db: Db, clock: TestClock) -> None:
    async with db.read() as tx:
        assert await reminders.house_began(tx) is None


async def test_the_house_began_when_its_first_member_was_entered(tx: Tx, cast: Cast) -> None:
    assert await reminders.house_began(tx) == NOW


async def test_a_round_awaits_its_summary_once_it_is_told_and_until_that_is_claimed(tx: Tx) -> None:
    number = await reminders.begin(tx, "monthly", "2026-03")
    assert await reminders.awaiting_summary(tx) == []
    await reminders.mark_told(tx, number)
    assert [one.id for one in await reminders.awaiting_summary(tx)] == [number]
    assert await reminders.claim_summary(tx, number)
    assert not await reminders.claim_summary(tx, number)
    assert await reminders.awaiting_summary(tx) == []


async def test_outcomes_are_counted_and_named(tx: Tx, cast: Cast) -> None:
    number = await reminders.begin(tx, "monthly", "2026-03")
    await reminders.claim(tx, number, [row(cast.li.id, "not_joined"), row(cast.zhao.id, "not_joined")])
    await reminders.claim(tx, number, [row(cast.chen.id)])
    assert await reminders.outcomes(tx, number, "monthly") == {"not_joined": 2, "told": 1}
    assert await reminders.names(tx, number, "monthly", "not_joined", 1) == ["李建国"]
