"""A house that lost its disk: put back from last night's copy, it goes on in the middle of a conversation."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

from bot.app import App
from handlers.routes import ROUTES
from handlers.routing import Step
from sandbox.client import SandboxClient
from services.doctor import examine
from storage import backups, doctor
from tests.bridge import Bridge, config_for, open_bridge
from tests.journeys.test_letters import write

STEPS = frozenset(route.name for route in ROUTES if isinstance(route, Step))


async def needs_a_person(bridge: Bridge) -> list[str]:
    house = bridge.app.house
    async with bridge.db.read() as tx:
        found = await examine(tx, bridge.db.url, house.scheme, STEPS, tx.now.date())
    return [one.text.key for one in found if not one.is_fine]


async def test_a_letter_begun_before_the_disk_died_is_submitted_after_the_restore(
    sandbox: SandboxClient, url: str, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    async with open_bridge(sandbox, url) as bridge:
        wang, li = bridge.wang, bridge.li
        await wang.say("/write 李建国")
        await wang.press("实名")
        await wang.say("村口的路灯坏了。")
        await wang.sees("已记下")
        await backups.take(url, copy)
    there = f"sqlite:///{tmp_path}/new-disk.db"
    await backups.inspect(copy)
    await backups.restore(there, copy, datetime.now(UTC))
    async with await App.open(config_for(sandbox.url, there), bridge.clock):
        await wang.press("完成")
        await wang.sees("请核对")
        await wang.press("提交")
        await wang.sees("已提交")
        await li.sees("村口的路灯坏了。")


async def test_nothing_that_people_do_makes_the_doctor_worry(bridge: Bridge) -> None:
    wang, li = bridge.wang, bridge.li
    number = await write(wang, "村口的路灯坏了。")
    letter = await li.sees(number)
    await li.press("回复")
    await li.sees("请写您对来信")
    await li.say("我明天去看看。")
    await wang.sees("我明天去看看。")
    await li.press("办结", on=letter)
    await li.sees("可以写几句办理结果")
    await li.say("路灯已换新。")
    answer = await wang.sees("路灯已换新。")
    await wang.press("有帮助")
    await wang.sees("请再写一句话")
    await wang.say("多谢委员")
    await li.sees("多谢委员")
    await wang.reply(answer, "又坏了。")
    await li.sees("又坏了。")
    await li.say("/contacts")
    await li.sees("还没有登记联系对象")
    await li.press("添加联系对象")
    await li.sees("请写联系对象的姓名")
    await li.say("张大爷")
    await li.sees("张大爷属于哪一类")
    await li.press("界别群众")
    await li.sees("电话")
    await li.press("跳过")
    await li.sees("工作单位或住址")
    await li.press("跳过")
    await li.sees("已登记联系对象")
    await li.say("/visit 张大爷 昨天 上门 送医 #实事 送去轮椅")
    await li.sees("已登记：")
    assert await needs_a_person(bridge) == ["doctor-backup-never"]


async def test_what_was_parked_is_handled_once_it_can_be(bridge: Bridge) -> None:
    async with bridge.db.write() as tx:
        await tx.run("ALTER TABLE letters RENAME TO letters_away")
    await bridge.wang.say("/letters")
    await _tried_until_parked(bridge)
    await bridge.wang.sees("抱歉")
    async with bridge.db.write() as tx:
        await tx.run("ALTER TABLE letters_away RENAME TO letters")
    assert await needs_a_person(bridge) == ["doctor-parked", "doctor-parked-altogether", "doctor-backup-never"]
    async with bridge.db.write() as tx:
        assert await doctor.retry_parked(tx) == 1
    await bridge.wang.sees("还没有")
    assert await needs_a_person(bridge) == ["doctor-backup-never"]


async def _tried_until_parked(bridge: Bridge) -> None:
    """The pauses between the trials pass as soon as they begin."""
    while True:
        bridge.clock.move(seconds=31)
        bridge.db.event("inbox").set()
        await asyncio.sleep(0.05)
        async with bridge.db.read() as tx:
            if await doctor.parked(tx):
                return
