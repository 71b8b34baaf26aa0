"""The chat page as people use it: in a browser, against the sandbox over HTTP, with a tiny bot on the other side."""

import asyncio
import struct
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from sandbox.server import Sandbox
from tests.browser.conftest import Control, OpenPage, fixture
from tests.browser.link import Link
from tests.browser.tinybot import TinyBot

if TYPE_CHECKING:
    from playwright.async_api import Locator, Page

Json = dict[str, Any]
Picture = Callable[["Page", str], Awaitable[None]]

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

PHONE = (390, 844)
LETTER = (
    "李委员您好，村口到卫生院那段路，路灯坏了快两个月了，晚上老人走路很不方便，"
    "上个礼拜有人摔了一跤。村里报了两次，一直没人来修。想请您帮忙反映一下。"
)


def phone(page: "Page", person: int) -> "Locator":
    return page.locator(f'[data-role="phone"][data-phone="{person}"]')


def role(scope: "Page | Locator", name: str, **filters: Any) -> "Locator":
    found = scope.locator(f'[data-role="{name}"]')
    return found.filter(**filters) if filters else found


async def write(on: "Locator", text: str) -> None:
    await role(on, "input").fill(text)
    await role(on, "input").press("Enter")


def png(red: int, green: int, blue: int, width: int = 480, height: int = 360) -> bytes:
    """A plain picture that gets darker downwards."""
    rows = b"".join(
        b"\0" + bytes(max(0, part - y // 4) for part in (red, green, blue)) * width for y in range(height)
    )  # fmt: skip

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


PHOTOS: list[Any] = [
    {"name": f"{n}.png", "mimeType": "image/png", "buffer": png(*colour)}
    for n, colour in enumerate([(90, 120, 170), (170, 140, 90), (100, 150, 120)])
]


@fixture
async def wang(control: Control) -> int:
    return await control.person("王秀英", "群众")


@fixture
async def li(control: Control) -> int:
    return await control.person("李建国", "委员 · 农业界")


@fixture
async def started(control: Control, wang: int, li: int) -> None:
    """Both have pressed 开始, so that the bot may write to them and the place to write is there."""
    await control("say", user=wang, text="/start")
    await control("say", user=li, text="/start")


@fixture
async def link(server: Sandbox) -> AsyncIterator[Link]:
    port = urlsplit(server.url).port
    assert port is not None
    between = Link(port)
    await between.mend()
    yield between
    await between.cut()


async def test_a_letter_written_on_one_phone_appears_on_the_other_and_the_answer_comes_back(
    server: Sandbox, bot: TinyBot, wang: int, li: int, started: None, open_page: OpenPage, picture: Picture
) -> None:
    async def relay(message: Json) -> None:
        other = li if message["from"]["id"] == wang else wang
        if not message["text"].startswith("/"):
            await bot.say(other, f"来信：{message['text']}", ["回复", "转交", "办结"])

    bot.on_message = relay
    page = await open_page(server.url, wang, li)
    await write(phone(page, wang), LETTER)
    await role(phone(page, li), "message", has_text="路灯坏了").wait_for()
    assert await role(phone(page, li), "inline-button").all_inner_texts() == ["回复", "转交", "办结"]
    await write(phone(page, li), "已经联系供电所，周五前修好。")
    await role(phone(page, wang), "message", has_text="周五前修好").wait_for()
    assert await role(phone(page, wang), "message", has_text="周五前修好").get_attribute("data-from") == "other"
    await picture(page, "page-letter")


async def test_shift_enter_begins_a_new_line_and_enter_sends(
    server: Sandbox, wang: int, li: int, started: None, open_page: OpenPage
) -> None:
    on = phone(await open_page(server.url, wang), wang)
    await role(on, "input").fill("第一行")
    await role(on, "input").press("Shift+Enter")
    await role(on, "input").press_sequentially("第二行")
    await role(on, "input").press("Enter")
    assert await role(on, "text", has_text="第二行").inner_text() == "第一行\n第二行"
    assert await role(on, "input").input_value() == ""


async def test_a_pressed_button_spins_until_the_bot_answers(
    server: Sandbox, bot: TinyBot, wang: int, started: None, open_page: OpenPage
) -> None:
    may_answer = asyncio.Event()

    async def answer(query: Json) -> None:
        await may_answer.wait()
        alert = query["data"] == "匿名"
        await bot.call("answerCallbackQuery", callback_query_id=query["id"], text="已选", show_alert=alert)

    bot.on_press = answer
    await bot.say(wang, "请选择署名方式", ["实名", "匿名"])
    page = await open_page(server.url, wang)
    named, unnamed = role(page, "inline-button", has_text="实名"), role(page, "inline-button", has_text="匿名")
    await named.click()
    await page.wait_for_selector('[data-role="inline-button"][aria-busy="true"]')
    assert await unnamed.get_attribute("aria-busy") is None
    may_answer.set()
    await role(page, "toast", has_text="已选").wait_for()
    assert await named.get_attribute("aria-busy") is None
    await unnamed.click()
    await role(page, "alert", has_text="已选").wait_for()
    await role(page, "alert-ok").click()
    await role(page, "alert").wait_for(state="detached")


async def test_a_slash_offers_the_commands_of_this_person_alone(
    server: Sandbox, bot: TinyBot, wang: int, li: int, started: None, open_page: OpenPage
) -> None:
    described = {"write": "给委员写信", "letters": "我的来信", "letter": "看一封信"}
    commands = [{"command": name, "description": words} for name, words in described.items()]
    await bot.call("setMyCommands", commands=commands)
    own = [{"command": "visit", "description": "登记走访"}]
    await bot.call("setMyCommands", commands=own, scope={"type": "chat", "chat_id": li})
    page = await open_page(server.url, wang, li)
    await role(phone(page, li), "input").fill("/")
    assert await role(phone(page, li), "suggestion").all_inner_texts() == ["/visit\n登记走访"]
    await role(phone(page, wang), "input").fill("/l")
    assert await role(phone(page, wang), "suggestion").count() == 2
    await role(phone(page, wang), "input").press("ArrowDown")
    await role(phone(page, wang), "input").press("Enter")
    await role(phone(page, wang), "message", has_text="/letter").wait_for()
    assert await role(phone(page, wang), "suggestion").count() == 0


async def test_commands_set_while_the_page_is_open_are_offered(
    server: Sandbox, bot: TinyBot, wang: int, started: None, open_page: OpenPage
) -> None:
    page = await open_page(server.url, wang)
    await bot.call("setMyCommands", commands=[{"command": "help", "description": "帮助"}])
    await role(page, "input").fill("/")
    await role(page, "suggestion", has_text="帮助").wait_for()


async def test_several_photos_go_as_one_album_with_its_caption(
    server: Sandbox, bot: TinyBot, wang: int, li: int, started: None, open_page: OpenPage, picture: Picture
) -> None:
    photos: asyncio.Queue[Json] = asyncio.Queue()

    async def keep_photos(message: Json) -> None:
        if "photo" in message:
            await photos.put(message)

    bot.on_message = keep_photos
    page = await open_page(server.url, wang, li)
    async with page.expect_file_chooser() as chooser:
        await role(phone(page, wang), "attach").click()
        await page.locator('[data-action="photo"]').click()
    await (await chooser.value).set_files(PHOTOS)
    await role(phone(page, wang), "input").fill("昨天晚上拍的")
    await role(phone(page, wang), "send").click()
    album = role(phone(page, wang), "album")
    await album.locator('[data-role="album-item"]').nth(2).wait_for()
    assert await album.count() == 1
    assert await role(phone(page, wang), "text", has_text="昨天晚上拍的").count() == 1
    sent = [await photos.get() for _ in PHOTOS]
    assert len({message["media_group_id"] for message in sent}) == 1
    assert [message.get("caption") for message in sent] == ["昨天晚上拍的", None, None]
    await picture(page, "page-album")
    await album.locator("button").first.click()
    await role(page, "lightbox").wait_for()


async def test_html_in_names_and_texts_is_shown_and_never_run(
    server: Sandbox, bot: TinyBot, control: Control, li: int, open_page: OpenPage
) -> None:
    hostile = '<img src=x onerror="document.title=1"><b>粗</b>'
    mallory = await control.person(hostile, hostile)
    group = (await control("chats", type="supergroup", title=hostile, people=[mallory, li]))["id"]
    await control("say", user=mallory, chat=group, text=f"{hostile} javascript:alert(1)")
    await bot.say(
        group,
        "点这里",
        entities=[{"type": "text_link", "offset": 0, "length": 3, "url": "javascript:document.title=1"}],
    )
    page = await open_page(server.url, mallory, group)
    shown = role(phone(page, group), "message", has_text="onerror").first
    assert await role(shown, "text").inner_text() == f"{hostile} javascript:alert(1)"
    await role(phone(page, group), "message", has_text="点这里").wait_for()
    assert await page.locator("main img, aside img, b, a[href^=javascript]").count() == 0
    assert "1" not in await page.title()


async def test_formatting_is_drawn_by_utf16_offsets(
    server: Sandbox, bot: TinyBot, wang: int, started: None, open_page: OpenPage
) -> None:
    text = "😀 编号 <code>JJ-2026-000123</code>，<b>办结 <i>属实</i></b>，<tg-spoiler>谜底</tg-spoiler>"
    await bot.say(wang, text, parse_mode="HTML")
    page = await open_page(server.url, wang)
    assert await page.locator("main code").inner_text() == "JJ-2026-000123"
    assert await page.locator("main [data-role=text] strong em").inner_text() == "属实"
    assert await page.locator("main .spoiler").inner_text() == "谜底"


async def test_the_clock_moves_by_an_hour_a_day_and_a_month(
    server: Sandbox, control: Control, wang: int, started: None, open_page: OpenPage
) -> None:
    await control("clock", at="2027-01-30T09:00:00+08:00")
    page = await open_page(server.url, wang)
    assert await role(page, "clock-date").inner_text() == "2027年1月30日周六"
    await role(page, "clock-month").click()
    await role(page, "clock-date", has_text="2027年2月28日").wait_for()
    await role(page, "clock-day").click()
    await role(page, "clock-date", has_text="2027年3月1日").wait_for()
    await role(page, "clock-hour").click()
    await role(page, "clock-time", has_text="10:0").wait_for()
    await write(phone(page, wang), "三月里写的")
    await role(page, "day", has_text="今天").wait_for()
    await role(page, "clock-reset").click()
    await role(page, "clock-date", has_not_text="2027年3月").wait_for()
    assert abs(server.clock.offset) < timedelta(seconds=1)


async def test_after_a_lost_connection_the_page_comes_back_and_shows_what_it_missed(
    server: Sandbox, bot: TinyBot, link: Link, wang: int, started: None, open_page: OpenPage
) -> None:
    page = await open_page(f"http://127.0.0.1:{link.port}", wang)
    await bot.say(wang, "断线之前")
    await role(page, "message", has_text="断线之前").wait_for()
    await link.cut()
    await role(page, "offline").wait_for(state="visible")
    await bot.say(wang, "断线之时")
    await link.mend()
    await role(page, "message", has_text="断线之时").wait_for()
    await role(page, "offline").wait_for(state="hidden")
    await bot.say(wang, "连上之后")
    await role(page, "message", has_text="连上之后").wait_for()
    assert await role(page, "message", has_text="断线之前").count() == 1


async def test_a_sandbox_that_forgot_everything_is_shown_empty(
    server: Sandbox, control: Control, wang: int, started: None, open_page: OpenPage
) -> None:
    page = await open_page(server.url, wang)
    await control("reset")
    await page.wait_for_selector(".nobody")
    await control.person("赵大爷", "群众")
    await role(page, "roster-entry", has_text="赵大爷").wait_for()


async def test_start_is_offered_first_and_a_blocked_bot_can_be_used_again(
    server: Sandbox, bot: TinyBot, wang: int, open_page: OpenPage
) -> None:
    page = await open_page(server.url, wang)
    assert await role(page, "input").count() == 0
    await role(page, "start").click()
    await role(page, "message", has_text="/start").wait_for()
    await role(page, "phone-menu").click()
    await page.locator('[data-action="block"]').click()
    await role(page, "unblock").click()
    await role(page, "input").wait_for()
    assert server.world.people[wang].blocked is False


async def test_a_message_is_answered_edited_and_deleted_by_its_menu(
    server: Sandbox, bot: TinyBot, wang: int, li: int, started: None, open_page: OpenPage
) -> None:
    await bot.say(wang, "收到了吗？")
    page = await open_page(server.url, wang)
    await role(page, "message", has_text="收到了吗").click(button="right")
    await page.locator('[data-action="reply"]').click()
    await write(phone(page, wang), "收倒了")
    mine = page.locator('[data-role="message"][data-from="me"]').last
    await role(mine, "quote", has_text="收到了吗").wait_for()
    await mine.click(button="right")
    await page.locator('[data-action="edit"]').click()
    await write(phone(page, wang), "收到了")
    await role(mine, "edited").wait_for()
    assert await role(mine, "text").inner_text() == "收到了"
    await mine.click(button="right")
    await page.locator('[data-action="delete"]').click()
    await page.locator('[data-from="me"]').nth(1).wait_for(state="detached")


async def test_a_link_to_the_bot_in_the_public_channel_starts_the_talk(
    server: Sandbox, bot: TinyBot, control: Control, wang: int, open_page: OpenPage
) -> None:
    channel = (await control("chats", type="channel", title="公开栏", username="gongkai", people=[wang]))["id"]
    await bot.say(
        channel,
        "我也要写信",
        reply_markup={"inline_keyboard": [[{"text": "写信", "url": "https://t.me/lianxin_bot?start=m_7"}]]},
    )
    page = await open_page(server.url, wang)
    await page.locator(f'[data-role="tab"][data-chat="{channel}"]').click()
    await role(page, "inline-button").click()
    await role(page, "message", has_text="/start m_7").wait_for()
    assert await phone(page, wang).get_attribute("data-chat") == str(wang)


async def test_chosen_phones_are_remembered(
    server: Sandbox, wang: int, li: int, started: None, open_page: OpenPage
) -> None:
    page = await open_page(server.url)
    assert await role(page, "phone").count() == 2
    await page.locator(f'[data-role="roster-entry"][data-phone="{wang}"]').click()
    await page.reload()
    await page.wait_for_selector("body[data-ready]")
    assert await role(page, "phone").count() == 1
    assert await role(page, "phone").get_attribute("data-person") == str(li)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
async def test_a_narrow_screen_shows_one_phone_and_never_scrolls_sideways(
    dark: bool,
    server: Sandbox,
    bot: TinyBot,
    wang: int,
    li: int,
    started: None,
    open_page: OpenPage,
    picture: Picture,
) -> None:
    await bot.say(wang, LETTER, ["✍️ 写信", "我的来信"], ["认识委员"])
    await bot.say(wang, "x" * 500)
    await bot.say(wang, "请评价", reply_markup={"keyboard": [[{"text": "有帮助"}, {"text": "没帮助"}]]})
    page = await open_page(server.url, wang, li, size=PHONE, dark=dark, touch=True)
    assert await phone(page, wang).is_visible()
    assert not await phone(page, li).is_visible()
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    wider = "[...document.querySelectorAll('.messages')].some((list) => list.scrollWidth > list.clientWidth)"
    assert await page.evaluate(wider) is False
    await page.set_viewport_size({"width": 360, "height": 740})
    cut = "[...document.querySelectorAll('.bar button')].filter((one) => one.scrollWidth > one.clientWidth).length"
    assert await page.evaluate(cut) == 0
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    await picture(page, f"page-narrow-{'dark' if dark else 'light'}")
    await page.locator(f'[data-role="switch"][data-phone="{li}"]').click()
    assert await phone(page, li).is_visible()


async def test_the_other_language_is_a_click_away(
    server: Sandbox, wang: int, started: None, open_page: OpenPage
) -> None:
    page = await open_page(server.url, wang)
    await role(page, "language").click()
    await page.wait_for_selector('html[lang="en"] body[data-ready]')
    assert await role(page, "input").get_attribute("placeholder") == "Write a message…"


async def test_a_place_is_sent_and_a_reaction_is_shown(
    server: Sandbox, bot: TinyBot, wang: int, started: None, open_page: OpenPage
) -> None:
    page = await open_page(server.url, wang)
    await role(page, "attach").click()
    await page.locator('[data-action="location"]').click()
    await page.locator('[name="latitude"]').fill("32.5")
    await role(page, "place-send").click()
    place = role(page, "message", has_text="32.50000, 120.27720")
    await place.locator(".meta").click(button="right")
    await page.locator('[data-action="react"]').first.click()
    await role(place, "reactions", has_text="👍").wait_for()


async def test_the_members_group_stands_on_the_phones_of_those_in_it(
    server: Sandbox, bot: TinyBot, control: Control, wang: int, li: int, started: None, open_page: OpenPage
) -> None:
    page = await open_page(server.url, wang, li)
    group = (await control("chats", type="supergroup", title="委员履职群", people=[li]))["id"]
    tab = f'[data-role="tab"][data-chat="{group}"]'
    await phone(page, li).locator(tab).wait_for()
    assert await phone(page, wang).locator(tab).count() == 0
    await bot.say(group, "本月走访登记请于 28 日前完成。")
    await phone(page, li).locator(tab).locator(".badge", has_text="1").wait_for()
    await phone(page, li).locator(tab).click()
    await role(phone(page, li), "message", has_text="28 日前").wait_for()
    await phone(page, li).locator(tab).locator(".badge").wait_for(state="detached")
    await write(phone(page, li), "收到")
    await role(phone(page, li), "message", has_text="收到").wait_for()


async def test_a_topic_s_chip_shows_its_messages_alone_and_what_is_written_there_goes_into_it(
    server: Sandbox, bot: TinyBot, control: Control, li: int, started: None, open_page: OpenPage
) -> None:
    heard: asyncio.Queue[Json] = asyncio.Queue()
    bot.on_message = heard.put
    group = (await control("chats", type="supergroup", title="委员之家", is_forum=True, people=[li]))["id"]
    topic = await bot.call("createForumTopic", chat_id=group, name="来信 8：路灯坏了")
    await bot.say(group, "本月走访登记请于 28 日前完成。")
    await bot.say(group, "谁来认领？", message_thread_id=topic["message_thread_id"])
    on = phone(await open_page(server.url, li), li)
    await on.locator(f'[data-role="tab"][data-chat="{group}"]').click()
    chips = role(on, "topic")
    assert await chips.all_inner_texts() == ["全部", "综合", "来信 8：路灯坏了"]
    await chips.filter(has_text="路灯").click()
    await role(on, "message", has_text="28 日前").wait_for(state="detached")
    assert await chips.filter(has_text="路灯").get_attribute("aria-pressed") == "true"
    await write(on, "我来")
    await role(on, "message", has_text="我来").wait_for()
    while (message := await heard.get())["chat"]["id"] != group:
        pass
    assert message["message_thread_id"] == topic["message_thread_id"]
    await bot.call("closeForumTopic", chat_id=group, message_thread_id=topic["message_thread_id"])
    await chips.filter(has_text="🔒 来信 8").wait_for()
    await chips.filter(has_text="综合").click()
    await role(on, "message", has_text="28 日前").wait_for()
    assert await role(on, "message", has_text="谁来认领").count() == 0


async def test_a_refusal_of_the_sandbox_is_shown_and_the_text_is_kept(
    server: Sandbox, wang: int, started: None, open_page: OpenPage
) -> None:
    page = await open_page(server.url, wang)
    await write(phone(page, wang), "字" * 5000)
    await role(page, "toast").wait_for()
    assert len(await role(page, "input").input_value()) == 5000


async def test_on_a_narrow_screen_the_switcher_says_who_has_got_something(
    server: Sandbox, bot: TinyBot, wang: int, li: int, started: None, open_page: OpenPage
) -> None:
    page = await open_page(server.url, wang, li, size=PHONE, touch=True)
    await bot.say(li, "您有一封来信")
    other = page.locator(f'[data-role="switch"][data-phone="{li}"]')
    await other.locator(".badge", has_text="1").wait_for()
    await other.click()
    await role(phone(page, li), "message", has_text="来信").wait_for()
    await other.locator(".badge").wait_for(state="detached")
