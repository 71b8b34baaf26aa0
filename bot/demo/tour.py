"""The tour: one story through all that the bridge does, played with real phones and told as a transcript.

A scene says what people do, and what each of them must see. What the actors say is part of the story and stands here.
"""

import re
from collections.abc import Mapping
from pathlib import Path

import resvg_py

from bot.demo import (
    tour_baokang,
    tour_duties,
    tour_example,
    tour_jingjiang,
    tour_lamp,
    tour_ordos,
    tour_public,
    tour_xishan,
)
from bot.demo.stage import NotSeen
from bot.demo.story import NUMBER, Scenes, Story, found
from sandbox.client import Message

LAMP = Path(__file__).with_name("lamp.svg")
INVITATION = re.compile(r"start=(join_[\w-]+)")


async def invitation(story: Story) -> None:
    """The office invites a member who is on the roster; the link lets her in."""
    office, shen = story.stage["周敏"], story.stage["沈丹"]
    await office.says("/invite 委员 沈丹")
    message = await office.sees("沈丹", "start=join_")
    await shen.says(f"/start {found(INVITATION, message, 1)}")
    await shen.sees("沈丹", "委员", "履职进度")
    await office.sees("沈丹已接受邀请")


async def letter_with_photo(story: Story) -> None:
    """A constituent writes to a member, with a photo, looks at the whole and submits."""
    wang, li = story.stage["王秀英"], story.stage["李建国"]
    await wang.says("/write 李建国")
    await wang.sees("李建国委员", "实名", "匿名")
    await wang.presses("button-named")
    await wang.sees("李建国委员", "完成")
    await wang.sends_photo("村口的路灯坏了半个月，晚上看不清路，老人孩子都不敢出门。", _photo())
    await wang.sees("已记下")
    await wang.presses("button-done")
    await wang.sees("请核对", "路灯坏了半个月", "提交")
    await wang.presses("button-submit")
    story.number = found(NUMBER, await wang.sees("已提交", "李建国委员"))
    story.letter = await li.sees(story.number, "王秀英", "路灯坏了半个月", "回复", "转交", "办结")
    await li.sees(kind="photo")


async def answer(story: Story) -> None:
    """The member answers by replying to the letter."""
    wang, li = story.stage["王秀英"], story.stage["李建国"]
    await story.later(hours=2)
    await li.replies(_letter(story), "王大姐，收到了。我明天去现场看看，再请供电所来修。")
    await li.sees("答复已发给", story.number)
    await wang.sees("李建国委员", story.number, "请供电所来修")


async def follow_up(story: Story) -> None:
    """The writer goes on, simply by writing back."""
    wang, li = story.stage["王秀英"], story.stage["李建国"]
    await story.later(minutes=25)
    await wang.says("谢谢！学校门口那盏也不亮，能一起修吗？")
    await wang.sees(story.number, "李建国委员")
    story.letter = await li.sees(story.number, "学校门口那盏也不亮")


async def end_and_grade(story: Story) -> None:
    """The member settles the matter; the writer says whether it helped."""
    wang, li = story.stage["王秀英"], story.stage["李建国"]
    await story.later(days=2)
    await li.presses("button-settle", _letter(story))
    await li.sees("办结来信", story.number)
    await li.says("两盏灯今天都修好了，供电所以后每月检查一次。")
    await li.sees("已办结", story.number)
    await wang.sees("两盏灯今天都修好了", "有帮助吗")
    await wang.presses("grade-helped")
    await wang.sees("谢谢您的评价")
    await wang.says("路上亮堂了，孩子们放学不怕了。")
    await li.sees(story.number, "评价", "有帮助")
    await li.sees("路上亮堂了")


async def anonymous_letter(story: Story) -> None:
    """Someone writes without a name: nothing that the member gets tells who it is."""
    liu, zhao = story.stage["刘小梅"], story.stage["赵明"]
    await liu.says("/write 赵明")
    await liu.sees("赵明委员", "匿名群众")
    await liu.presses("button-anonymous")
    await liu.sees("署名：匿名")
    await liu.says("学校食堂的饭菜常常是凉的，孩子不敢跟老师说。")
    await liu.sees("已记下")
    await liu.presses("button-done")
    await liu.sees("请核对", "匿名")
    await liu.presses("button-submit")
    number = found(NUMBER, await liu.sees("已提交", "赵明委员"))
    await zhao.sees(number, "匿名群众", "饭菜常常是凉的", never="刘小梅")
    await zhao.has_never_seen("刘小梅")


async def visit(story: Story) -> None:
    """A visit in one line, with a good deed."""
    li = story.stage["李建国"]
    await li.says("/visit 王秀英 昨天 上门 帮助联系大病救助 #实事 送去轮椅")
    await li.sees("王秀英", await story.day(ago=1), "帮助联系大病救助", "送去轮椅")


async def mistyped_visit(story: Story) -> None:
    """A name typed wrongly is asked about; a wrong day is corrected afterwards, and the log keeps both."""
    li = story.stage["李建国"]
    await li.says("/visit 赵福天 今天 上门 看了新修的水渠，商量秋种")
    await li.sees("赵福天", "赵福田")
    await li.presses_name("赵福田")
    logged = await li.sees("赵福田", await story.day(), "看了新修的水渠")
    await li.presses("visit-button-change", logged)
    await li.sees("赵福田", "提交")
    await li.presses("visit-button-day")
    await li.sees("哪一天")
    await li.says("昨天")
    await li.sees("赵福田", await story.day(ago=1), "提交")
    await li.presses("button-submit")
    await li.sees("更正", "赵福田", await story.day(ago=1))


async def quota(story: Story) -> None:
    """What is done and what is left, in text and as a picture."""
    li = story.stage["李建国"]
    await li.says("/quota")
    await li.sees("2026年", "王秀英", "赵福田")
    await li.presses("quota-button-picture")
    await li.sees(kind="photo")


async def monthly_reminder(story: Story) -> None:
    """The clock is moved to the month's reminder. One member has blocked the bot by then."""
    assert story.reminder_at is not None
    await story.stage["吴国强"].blocks()
    await story.until(story.reminder_at)
    await story.stage["李建国"].sees("李建国委员", "履职提醒")


async def summary_for_office(story: Story) -> None:
    """The office hears who was reached, and who was not."""
    await story.stage["周敏"].sees("已送达", "停用", "吴国强", "尚未加入", "黄志远")


SCENES: Scenes = (
    ("tour-invitation", invitation),
    ("tour-letter", letter_with_photo),
    ("tour-answer", answer),
    ("tour-follow-up", follow_up),
    ("tour-end", end_and_grade),
    ("tour-anonymous", anonymous_letter),
    ("tour-visit", visit),
    ("tour-mistyped", mistyped_visit),
    ("tour-quota", quota),
    *tour_duties.SCENES,
)
OF_REMINDERS: Scenes = (
    ("tour-reminder", monthly_reminder),
    ("tour-summary", summary_for_office),
)
"""Only where the scheme sets figures: elsewhere nobody owes anything."""

STORY: Scenes = (*SCENES, *OF_REMINDERS, *tour_lamp.SCENES, *tour_public.SCENES)
"""The house's story, and that of the lamp; its clock goes on for some weeks."""

CHAPTERS: Mapping[str, Scenes] = {
    "jingjiang-2014": tour_jingjiang.SCENES,
    "baokang-151": tour_baokang.SCENES,
    "xishan-2017": tour_xishan.SCENES,
    "ordos-2021": tour_ordos.SCENES,
    "example": tour_example.SCENES,
}
"""Scheme → what is particular to it, told by the same people."""


async def play(story: Story, scenes: Scenes = STORY) -> bool:
    """Every scene, one after another; was everything seen? One that was not does not end the tour."""
    stage = story.stage
    seen = [await stage.perform(number, title, scene, story) for number, (title, scene) in enumerate(scenes, start=1)]
    stage.out("")
    stage.tell("tour-all-seen" if all(seen) else "tour-some-not-seen", seen=sum(seen), all=len(seen))
    return all(seen)


def _photo() -> bytes:
    return bytes(resvg_py.svg_to_bytes(svg_string=LAMP.read_text("utf-8")))


def _letter(story: Story) -> Message:
    """The letter in hand.

    Raises:
        NotSeen: the scene in which it came was not seen.
    """
    if story.letter is None:
        raise NotSeen(story.stage.plain("tour-bot"), story.stage.plain("tour-letter"), [])
    return story.letter
