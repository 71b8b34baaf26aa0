"""The chapter of Baokang: three links of a leader, ten different people of a member, a voice for constituents."""

from datetime import timedelta

from bot.demo.occasions import NEXT_WEEK
from bot.demo.story import Scenes, Story


async def three_links(story: Story) -> None:
    """A leader is linked to a village, five members and ten of the sector; the fifth member is still to come."""
    chen = story.stage["陈主席"]
    await chen.says("/quota")
    await chen.sees("联系村（社区）", "1/1", "联系委员", "4/5", "10/10")
    await chen.says("/contacts 添加 方静")
    await chen.sees("方静属于哪一类")
    await chen.presses("contact-kind-member")
    await chen.sees("已登记联系对象", "方静")
    await chen.says("/visit 北河村 昨天 上门 听村里谈灌溉渠清淤")
    await chen.sees("北河村", "灌溉渠清淤")
    await chen.says("/quota")
    await chen.sees("联系委员", "5/5")


async def different_people(story: Story) -> None:
    """Ten different people a year: who is seen again does not count again."""
    li = story.stage["李建国"]
    await li.says("/quota")
    await li.sees("走访不同的人", "5/10")
    await li.says("/visit 赵福田 昨天 上门 商量秋种")
    await li.sees("赵福田", "商量秋种")
    await li.says("/quota")
    await li.sees("走访不同的人", "5/10")
    await li.says("/contacts 添加 常玉兰 13800000099 城北镇柳树社区")
    await li.presses("contact-kind-other")
    await li.sees("已登记联系对象", "常玉兰")
    await li.says("/visit 常玉兰 昨天 上门 问了养老服务")
    await li.sees("常玉兰", "问了养老服务")
    await li.says("/quota")
    await li.sees("走访不同的人", "6/10")


async def invited(story: Story) -> None:
    """A meeting on how proposals are handled: constituents of the pool are invited in turn."""
    office, wang = story.stage["周敏"], story.stage["王秀英"]
    day = (story.began + NEXT_WEEK + timedelta(days=1)).astimezone(story.stage.zone)
    await office.says("/activity")
    await office.presses("activity-button-new")
    await office.sees("哪一类活动")
    await office.presses("activity-kind-proposal-meeting")
    await office.sees("叫什么名称")
    await office.says("灌溉渠清淤提案见面会")
    await office.sees("什么时间")
    await office.says(f"{day.month}月{day.day}日 14:00-16:00")
    await office.sees("什么地点")
    await office.says("城北镇政府")
    await office.sees("最多多少人")
    await office.presses("activity-no-limit")
    await office.sees("活动已建好")
    await office.presses("activity-button-pool")
    await office.sees("群众代表库现有 3 人")
    await office.presses_name("城北镇")
    await office.sees("邀请多少人")
    await office.presses_name("5 人")
    await office.sees("新邀请 1 人")
    await wang.sees("邀请您参加", "灌溉渠清淤提案见面会")
    await wang.presses("activity-button-yes")
    await wang.sees("您已报名参加")


async def heard(story: Story) -> None:
    """The right to speak, to suggest and to judge: she signs in, makes a suggestion, and says how it was."""
    office, wang = story.stage["周敏"], story.stage["王秀英"]
    day = (story.began + NEXT_WEEK + timedelta(days=1)).astimezone(story.stage.zone)
    await story.until(day.replace(hour=14, minute=5))
    await office.says("/activity")
    await office.presses_name("灌溉渠清淤提案见面会")
    await office.presses("activity-button-qr")
    await office.sees("每分钟更换", kind="photo")
    await wang.scans(await story.camera())
    await wang.sees("签到成功")
    await wang.presses("activity-button-suggest")
    await wang.sees("发言或建议")
    await wang.says("清淤最好赶在秋播前，请村民一起看工程")
    await wang.sees("已记下")
    await story.later(hours=3)
    await wang.sees("您觉得这次活动怎么样")
    await wang.presses("activity-grade-satisfied")
    await wang.sees("谢谢您的评议")
    await office.says("/activity")
    await office.presses_name("灌溉渠清淤提案见面会")
    await office.sees("已签到 1 人", "满意 1")
    await office.presses("activity-button-notes")
    await office.sees("清淤最好赶在秋播前")


SCENES: Scenes = (
    ("tour-baokang-links", three_links),
    ("tour-baokang-people", different_people),
    ("tour-baokang-invited", invited),
    ("tour-baokang-heard", heard),
)
