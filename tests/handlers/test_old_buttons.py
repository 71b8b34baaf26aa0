"""A button under a letter that has gone its way since: one sentence says what has happened, and nothing is done."""

from collections.abc import Awaitable, Callable

import pytest

from domain.letters import Desk as LetterDesk
from domain.letters import Letter
from services import letter_course, letter_wishes, matters, triage
from storage.db import Db, Tx
from tests.cast import Cast
from tests.handlers.desk import Desk
from tests.services.letter_writing import write

Way = Callable[[Tx, Cast, Letter], Awaitable[object]]


async def merge(tx: Tx, cast: Cast, letter: Letter) -> object:
    """With a letter that 赵明 holds: it goes there."""
    lead = await write(tx, cast.chen, cast.zhao_member, "村口没有路灯")
    return await matters.merge(tx, letter.id, lead.id, cast.zhou)


async def merge_and_wait(tx: Tx, cast: Cast, letter: Letter) -> object:
    """With another that waits in triage: it waits with it."""
    lead = await write(tx, cast.chen, None, "村口没有路灯")
    return await matters.merge(tx, letter.id, lead.id, cast.zhou)


async def assign(tx: Tx, cast: Cast, letter: Letter) -> object:
    return await triage.assign(tx, letter.id, cast.zhou, cast.zhao_member.id)


async def keep(tx: Tx, cast: Cast, letter: Letter) -> object:
    return await triage.keep(tx, letter.id, cast.zhou)


async def send_back(tx: Tx, cast: Cast, letter: Letter) -> object:
    return await triage.send_back(tx, letter.id, cast.zhou, "请写明地点")


async def withdraw(tx: Tx, cast: Cast, letter: Letter) -> object:
    return await letter_wishes.withdraw(tx, letter.id, cast.wang)


async def settle(tx: Tx, cast: Cast, letter: Letter) -> object:
    return await letter_course.settle(tx, letter.id, cast.zhou)


async def hand_over(tx: Tx, cast: Cast, letter: Letter) -> object:
    return await letter_course.hand_over(tx, letter.id, cast.zhou, LetterDesk(cast.zhao_member.id))


FROM_TRIAGE = [
    pytest.param(merge, "并", id="merged"),
    pytest.param(merge_and_wait, "并", id="merged, and waits"),
    pytest.param(assign, "赵明委员", id="assigned"),
    pytest.param(keep, "政协办公室", id="kept"),
    pytest.param(send_back, "退回", id="returned"),
    pytest.param(withdraw, "撤回", id="withdrawn"),
    pytest.param(settle, "办结", id="settled"),
]
FROM_A_MEMBER = [
    pytest.param(hand_over, "赵明委员", id="handed over"),
    pytest.param(withdraw, "撤回", id="withdrawn"),
    pytest.param(settle, "办结", id="settled"),
]


async def everything(db: Db) -> list[object]:
    """What a press might change."""
    async with db.read() as tx:
        letters = await tx.all("SELECT id, state, member_id, unit_id, is_in_triage FROM letters ORDER BY id")
        counted = [
            await tx.value(f"SELECT COUNT(*) FROM {table}")
            for table in ("letter_events", "letter_entries", "dialogues", "outbox")
        ]
    return [letters, counted]


async def check(db: Db, presser: Desk, buttons: list[str], happened: str) -> None:
    before = await everything(db)
    for button in buttons:
        toast, _ = await presser.press(button)
        assert happened in toast, button
        assert "。" in toast
    assert await everything(db) == before


@pytest.mark.parametrize(("way", "happened"), FROM_TRIAGE)
async def test_of_the_card_in_triage_and_of_the_post_in_the_group(db: Db, cast: Cast, way: Way, happened: str) -> None:
    async with db.write() as tx:
        letter = await write(tx, cast.wang, None, "村口的路灯坏了")
        await triage.post_to_group(tx, letter.id, cast.zhou, -1001, "zh")
        await way(tx, cast, letter)
    of, to = letter.id, cast.li_member.id
    routes = ("triage-keep", "triage-name", "triage-return", "triage-release")
    office = [f"triage-to:{of}:{to}", *(f"{route}:{of}" for route in routes)]
    await check(db, Desk(db, cast.zhou), office, happened)
    await check(db, Desk(db, cast.li), [f"claim:{of}"], happened)


@pytest.mark.parametrize(("way", "happened"), FROM_A_MEMBER)
async def test_of_a_letter_that_a_member_held(db: Db, cast: Cast, way: Way, happened: str) -> None:
    async with db.write() as tx:
        letter = await write(tx, cast.wang, cast.li_member)
        await way(tx, cast, letter)
    routes = ("letter-answer", "letter-ask", "letter-hand-over", "letter-settle")
    await check(db, Desk(db, cast.li), [f"{route}:{letter.id}" for route in routes], happened)
