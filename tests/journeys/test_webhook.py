"""The house in webhook mode: Telegram pushes, and everything else is as ever."""

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.app import App
from bot.config_faults import ConfigFault
from sandbox.client import SandboxClient
from tests.bridge import TOKEN, Bridge, config_for, open_bridge
from tests.journeys.test_letters import write
from tests.postgres import free_port
from web.webhook import SECRET_HEADER

SECRET = "only-telegram-knows-this"
NAMES = ("王秀英", "李建国", "赵明", "周敏", "陈主席", "刘科长", "路灯", "13800000001")


def webhook_on(port: int) -> dict[str, object]:
    url = f"http://127.0.0.1:{port}/telegram"
    return {"mode": "webhook", "webhook_url": url, "webhook_secret": SECRET, "port": port}


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
async def bridge(sandbox: SandboxClient, url: str, port: int) -> AsyncIterator[Bridge]:
    async with open_bridge(sandbox, url, telegram=webhook_on(port)) as house:
        yield house


@pytest.fixture
async def client(port: int) -> AsyncIterator[ClientSession]:
    async with ClientSession(f"http://127.0.0.1:{port}") as client:
        yield client


def message(update_id: int, text: str, message_id: int) -> dict[str, Any]:
    chat = {"id": 1001, "type": "private", "first_name": "王秀英"}
    user = {"id": 1001, "is_bot": False, "first_name": "王秀英", "language_code": "zh"}
    about = {"message_id": message_id, "date": 1_770_000_000, "chat": chat, "from": user, "text": text}
    return {"update_id": update_id, "message": about}


async def push(client: ClientSession, update: dict[str, Any]) -> int:
    async with client.post("/telegram", json=update, headers={SECRET_HEADER: SECRET}) as answer:
        return answer.status


async def entries(bridge: Bridge) -> list[str]:
    async with bridge.db.read() as tx:
        return [row["text"] for row in await tx.all("SELECT text FROM letter_entries ORDER BY id")]


async def test_a_letter_goes_through_and_nobody_polls(bridge: Bridge, sandbox: SandboxClient) -> None:
    number = await write(bridge.wang, "村口的路灯坏了。")
    letter = await bridge.li.sees(number)
    await bridge.li.reply(letter, "我明天去看。")
    await bridge.wang.sees("我明天去看。")
    assert await sandbox.calls("getUpdates") == []
    assert await sandbox.waiting() == 0


async def test_telegram_is_told_where_and_with_which_secret(bridge: Bridge, sandbox: SandboxClient, port: int) -> None:
    (call,) = await sandbox.calls("setWebhook")
    told = call["params"]
    assert told["url"] == f"http://127.0.0.1:{port}/telegram"
    assert told["secret_token"] == SECRET
    assert told["max_connections"] == 40
    assert "drop_pending_updates" not in told


async def test_the_same_update_twice_and_at_the_same_moment_is_handled_once(
    bridge: Bridge, client: ClientSession
) -> None:
    await bridge.wang.say("/write 李建国")
    await bridge.wang.sees("您想怎样署名")
    await bridge.wang.press("实名")
    update = message(900_000_001, "村口的路灯坏了。", 90_001)
    assert set(await asyncio.gather(*[push(client, update) for _ in range(8)])) == {200}
    assert await push(client, update) == 200
    await bridge.wang.sees("已记下")
    await bridge.wang.press("完成")
    await bridge.wang.press("提交")
    await bridge.li.sees("村口的路灯坏了。")
    assert await push(client, update) == 200
    await bridge.wang.sees("已提交")
    await bridge.wang.quiet()
    assert await entries(bridge) == ["村口的路灯坏了。"]


async def test_what_comes_out_of_order_is_all_there(bridge: Bridge, client: ClientSession) -> None:
    await bridge.wang.say("/write 李建国")
    await bridge.wang.press("实名")
    for number in (3, 1, 2, 1, 3):
        assert await push(client, message(900_000_000 + number, f"第{number}段。", 90_000 + number)) == 200
    for _ in range(3):
        await bridge.wang.sees("已记下")
    await bridge.wang.press("完成")
    await bridge.wang.press("提交")
    await bridge.wang.sees("已提交")
    assert sorted(await entries(bridge)) == ["第1段。", "第2段。", "第3段。"]


async def test_what_was_pushed_while_we_were_down_comes_when_we_are_back(
    sandbox: SandboxClient, url: str, port: int
) -> None:
    async with open_bridge(sandbox, url, telegram=webhook_on(port)) as bridge:
        wang = bridge.wang
    await wang.say("/help")
    assert await sandbox.waiting() == 1
    async with await App.open(config_for(sandbox.url, url, telegram=webhook_on(port)), migrating=False):
        await wang.sees("写信")


async def test_back_to_polling_nothing_is_lost(sandbox: SandboxClient, url: str, port: int) -> None:
    async with open_bridge(sandbox, url, telegram=webhook_on(port)) as bridge:
        wang = bridge.wang
    await wang.say("/help")
    async with await App.open(config_for(sandbox.url, url), migrating=False):
        await wang.sees("写信")


async def test_health_stands_beside_the_webhook_where_it_has_no_port_of_its_own(
    bridge: Bridge, client: ClientSession
) -> None:
    for path in ("/healthz", "/readyz", "/metrics"):
        async with client.get(path) as answer:
            assert answer.status == 200


async def test_health_has_a_port_of_its_own_in_either_mode(sandbox: SandboxClient, url: str, port: int) -> None:
    own = free_port()
    apart: dict[str, dict[str, object]] = {"web": {"port": own}}
    for sections in (apart, apart | {"telegram": webhook_on(port)}):
        async with await App.open(config_for(sandbox.url, url, **sections), migrating=False), ClientSession() as http:
            async with http.get(f"http://127.0.0.1:{own}/healthz") as answer:
                assert await answer.json() == {"alive": True, "ended": []}
            if "telegram" in sections:
                async with http.get(f"http://127.0.0.1:{port}/metrics") as answer:
                    assert answer.status == 404


async def test_figures_of_a_whole_story_name_nobody(bridge: Bridge, client: ClientSession) -> None:
    number = await write(bridge.wang, "村口的路灯坏了，请打13800000001。")
    await bridge.li.sees(number)
    await bridge.li.press("回复")
    await bridge.li.say("路灯明天修。")
    await bridge.wang.sees("路灯明天修。")
    await bridge.wang.say("/不存在的命令王秀英")
    await bridge.wang.sees("没有")
    await bridge.li.block()
    async with client.get("/metrics") as answer:
        page = await answer.text()
    for secret in (*NAMES, number, TOKEN, SECRET):
        assert secret not in page, secret
    assert page.isascii()
    assert not [label for label in re.findall(r'="([^"]*)"', page) if "1001" in label or "1002" in label]
    assert 'lianxin_handling_seconds_count{route="command:write"} 1.0' in page
    assert 'lianxin_handling_seconds_count{route="step:writing.text"}' in page
    assert re.search(r'lianxin_messages_total\{kind="answer",outcome="sent"\} [1-9]', page)


@pytest.mark.parametrize("key", ["telegram.port", "web.port"])
async def test_a_port_that_is_taken_is_one_clear_fault(sandbox: SandboxClient, url: str, port: int, key: str) -> None:
    taken = await asyncio.start_server(lambda *_: None, "127.0.0.1", port)
    sections: dict[str, dict[str, object]]
    sections = {"telegram": webhook_on(port)} if key == "telegram.port" else {"web": {"port": port}}
    with pytest.raises(ConfigFault) as fault:
        await App.open(config_for(sandbox.url, url, **sections), migrating=False)
    assert fault.value.faults[0].args["key"] == key
    taken.close()


async def test_an_address_that_telegram_refuses_is_one_clear_fault(sandbox: SandboxClient, url: str, port: int) -> None:
    wrong = webhook_on(port) | {"webhook_url": "ftp://example.org/hook"}
    with pytest.raises(ConfigFault) as fault:
        await App.open(config_for(sandbox.url, url, telegram=wrong), migrating=False)
    assert fault.value.faults[0].key == "config-webhook-refused"
    # Nothing is left behind: the port and the database are free again.
    async with await App.open(config_for(sandbox.url, url, telegram=webhook_on(port)), migrating=False):
        pass


async def test_sigterm_ends_the_process_in_order(sandbox: SandboxClient, url: str, port: int, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(
        f"""
        [committee]
        name = "政协示例县委员会"
        code = "SL"
        [telegram]
        token = "{TOKEN}"
        base_url = "{sandbox.url}/bot"
        mode = "webhook"
        webhook_url = "http://127.0.0.1:{port}/telegram"
        webhook_secret = "{SECRET}"
        port = {port}
        [storage]
        url = "{url}"
        """,
        "utf-8",
    )
    wang = await sandbox.person("王秀英", id=1001)
    command = [sys.executable, "-m", "bot", "run", "--config", str(file)]
    process = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.PIPE, env=dict(os.environ))
    await wang.say("/start")
    await wang.sees("连心桥", timeout=60)
    process.send_signal(signal.SIGTERM)
    _, said = await asyncio.wait_for(process.communicate(), 10)
    assert process.returncode == 0
    # The last line of all is ours: whatever had to be closed was closed before.
    assert b"stopped" in said.splitlines()[-1]
