"""After the lamp: its letter is settled and made public, and the post in the channel follows what happens."""

from bot.demo.stage import NotSeen
from bot.demo.story import Scenes, Story
from bot.demo.tour_lamp import WRITERS

PHONE = "13800000009"
"""Stands in the letter; nobody may read it in the channel."""


async def consent(story: Story) -> None:
    """The member settles the letter; its writer judges it and agrees that it is made public, without her name."""
    li, he, number = story.stage["李建国"], story.stage[WRITERS[1]], story.lamps[1]
    await li.says(f"/letter {number}")
    await li.presses("button-settle", await li.sees(number, "往来内容"))
    await li.sees("办结来信", number)
    await li.says("桥头路灯线路已整条换新，养护所每月检查。")
    await li.sees("已办结", number)
    await he.sees("已整条换新", "有帮助吗")
    await he.presses("grade-partly")
    await he.presses("button-skip")
    await he.sees(number, "可以公开吗")
    await he.presses("button-consent-unnamed")
    await he.sees("谢谢您同意公开")


async def published(story: Story) -> None:
    """The bot finds what must not be read by all; the office looks it over and lets it through."""
    office, reader, number = story.stage["周敏"], story.stage["陈国栋"], story.lamps[1]
    await office.presses("button-publish-card", await office.sees(number, "同意公开"))
    await office.sees("公开稿", "有人摔倒", "***", f"电话：{PHONE}", "不写名字")
    await office.presses("button-publish")
    await office.sees("已发到公开频道")
    five = (number, "领导批示", "交市政管理局办理", "催办", "已整条换新", "有些帮助", "对办理结果：满意")
    story.post = await reader.sees(*five, never=PHONE, chat=story.channel)


async def goes_on(story: Story) -> None:
    """She writes again: the letter is opened, and the post says so; settled again, it tells the end."""
    li, he, reader, number = story.stage["李建国"], story.stage[WRITERS[1]], story.stage["陈国栋"], story.lamps[1]
    await he.says(f"/letter {number}")
    await he.presses("button-go-on", await he.sees(number, "往来内容"))
    await he.sees("请写您想对来信")
    await he.says("昨晚又闪了一阵。")
    await reader.sees(number, "正在继续办理", chat=story.channel)
    await li.presses("button-settle", await li.sees(number, "又闪了一阵"))
    await li.sees("办结来信", number)
    await li.says("接头已换，这几晚都看过，不闪了。")
    await he.sees("不闪了", "有帮助吗")
    await he.presses("grade-helped")
    now = await reader.sees(number, "评判结果\n有帮助", never=PHONE, chat=story.channel)
    if story.post is None or now.id != story.post.id:
        raise NotSeen(reader.name, story.stage.plain("tour-public-goes-on"), [now.text])


async def read_by_all(story: Story) -> None:
    """Who reads it in the channel presses the button under it, and may write at once."""
    reader = story.stage["陈国栋"]
    newest = (await reader.phone.messages(story.channel))[-1]
    await reader.opens("button-write-to-member", newest)
    await reader.sees("您想写给哪位委员")


SCENES: Scenes = (
    ("tour-public-consent", consent),
    ("tour-public-post", published),
    ("tour-public-goes-on", goes_on),
    ("tour-public-read", read_by_all),
)
