"""The whole house in a browser: a letter is written on one phone of the chat page, and the answer is seen on it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TYPE_CHECKING

import pytest

from sandbox.client import SandboxClient
from sandbox.server import Sandbox
from tests.bridge import TOKEN, Bridge, open_bridge
from tests.browser.conftest import LAPTOP, OpenPage, fixture

if TYPE_CHECKING:
    from playwright.async_api import Locator, Page

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


@pytest.fixture
def engine() -> str:
    return "sqlite"


@fixture
async def bridge(url: str) -> AsyncIterator[Bridge]:
    server = await Sandbox.start(token=TOKEN)
    async with SandboxClient(server.url) as client, open_bridge(client, url) as house:
        yield house
    await server.stop()


def phone(page: "Page", person: int) -> "Locator":
    return page.locator(f'[data-role=phone][data-person="{person}"]')


async def write(where: "Locator", words: str) -> None:
    await where.locator("[data-role=input]").fill(words)
    await where.locator("[data-role=send]").click()


async def press(where: "Locator", label: str) -> None:
    await where.locator("[data-role=inline-button]", has_text=label).last.click()


async def test_a_letter_is_written_and_answered_between_two_phones_of_the_page(
    bridge: Bridge, open_page: OpenPage, picture: Callable[["Page", str], Awaitable[None]]
) -> None:
    page = await open_page(bridge.sandbox.url, bridge.wang.id, bridge.li.id, bridge.zhou.id, size=LAPTOP)
    wang, li = phone(page, bridge.wang.id), phone(page, bridge.li.id)

    await write(wang, "/write 李建国")
    await press(wang, "实名")
    await wang.get_by_text("请把要说的话发过来").last.wait_for()
    await write(wang, "村口的路灯坏了半个月，晚上老人走路看不见。")
    await press(wang, "完成")
    await press(wang, "提交")
    await wang.get_by_text("已提交，编号").wait_for()
    await li.get_by_text("村口的路灯坏了半个月").last.wait_for()

    await press(li, "回复")
    await li.get_by_text("请写您对来信").last.wait_for()
    await write(li, "已经联系供电所，后天来修。")
    await wang.get_by_text("已经联系供电所，后天来修。").wait_for()
    assert await wang.get_by_text("李建国委员回复了您的来信").count() == 1
    await picture(page, "bridge-laptop")
