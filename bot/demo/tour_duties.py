"""What else a committee does: a diary is kept, an activity held, the year totalled."""

from datetime import timedelta

from bot.demo.occasions import NEXT_WEEK
from bot.demo.story import Scenes, Story


async def diary(story: Story) -> None:
    """Visits, answers and activities stand in the diary by themselves; the member adds a sentence."""
    li = story.stage["李建国"]
    await li.says("/diary 今天 参加镇里的秋种座谈，大家盼望修好机耕路")
    await li.sees("已记入")
    await li.says("/diary")
    await li.sees("履职日记", "上门王秀英", "答复来信", "机耕路")
    await li.presses_name(f"{story.began.year} 年日记文件")
    await li.sees("年的履职日记", kind="document")


async def invited(story: Story) -> None:
    """Constituents of the pool are invited in turn; one member comes, another takes leave with a reason."""
    office, zhao, wang = story.stage["周敏"], story.stage["赵明"], story.stage["王秀英"]
    await office.says("/activity")
    await office.sees("组织活动", "社区养老服务协商会")
    await office.presses_name("社区养老服务协商会")
    await office.sees("名额：40 人", "政协办公室")
    await office.presses("activity-button-pool")
    await office.sees("群众代表库现有 3 人", "少请过的先请")
    await office.presses_name("全部（3 人）")
    await office.sees("邀请多少人")
    await office.presses_name("5 人")
    await office.sees("新邀请 3 人")
    await wang.sees("邀请您参加", "社区养老服务协商会")
    await wang.presses("activity-button-yes")
    await wang.sees("您已报名参加")
    await zhao.says("/events")
    await zhao.presses_name("社区养老服务协商会")
    await zhao.sees("社区养老服务协商会", "邀请了您")
    await zhao.presses("activity-button-yes")
    await zhao.sees("您已报名参加")
    await zhao.presses("activity-button-leave")
    await zhao.sees("原因是什么")
    await zhao.says("去省里培训")
    await zhao.sees("已为您请假")
    await office.sees("赵明请假", "去省里培训")


async def held(story: Story) -> None:
    """The day before, who comes is reminded; on the spot a code that changes every minute lets them sign in."""
    office, li, wang = story.stage["周敏"], story.stage["李建国"], story.stage["王秀英"]
    begins = story.began + NEXT_WEEK
    await story.until(begins - timedelta(hours=24, minutes=30))
    await wang.sees("提醒您", "社区养老服务协商会")
    await story.until(begins - timedelta(minutes=20))
    await office.says("/activity")
    await office.presses_name("社区养老服务协商会")
    await office.presses("activity-button-qr")
    await office.sees("每分钟更换", kind="photo")
    for actor in (li, wang):
        await actor.scans(await story.camera())
        await actor.sees("签到成功")
    await wang.presses("activity-button-suggest")
    await wang.sees("发言或建议")
    await wang.says("社区食堂最好也送饭上门")
    await wang.sees("已记下")
    await story.later(hours=3)
    await wang.sees("您觉得这次活动怎么样")
    await wang.presses("activity-grade-satisfied")
    await wang.sees("谢谢您的评议")


async def totals(story: Story) -> None:
    """The office sees how far everyone is, and publishes the quarter: a picture, a report and a table."""
    office, li = story.stage["周敏"], story.stage["李建国"]
    await office.says("/stats")
    await office.sees("正在汇总")
    await story.soon()
    await office.sees("全体委员", "委员（人）：13", "各单位完成率")
    await office.says("/bulletin")
    await office.presses("bulletin-button-last-quarter")
    await office.sees("正在做")
    await story.soon()
    await office.sees("第2季度", "Word", kind="document")
    await office.sees("Excel", kind="document")
    await office.sees("请您先看", kind="photo")
    await office.presses("bulletin-button-group")
    await li.sees("第2季度", kind="photo", chat=story.group)


SCENES: Scenes = (
    ("tour-diary", diary),
    ("tour-invited", invited),
    ("tour-held", held),
    ("tour-totals", totals),
)
