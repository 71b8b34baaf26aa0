"""The chapter of Xishan: the year's calendar, enterprises, studios and reception days, what each unit owes."""

from bot.demo.story import Scenes, Story


async def calendar(story: Story) -> None:
    """The year's calendar, as the document's table has it; what concerns a member is starred."""
    zhao = story.stage["赵明"]
    await zhao.says("/plan")
    await zhao.sees("2026年7月履职计划", "邀请界别群众列席区政协常委会", "文件里的安排是 2017 年的")
    await zhao.presses("plan-button-year")
    await zhao.sees("2026年履职计划", "★", "委员走访群众", "界别活动周", "走进提案承办单位")
    await zhao.presses("plan-button-ics")
    await zhao.sees("存入手机日历", kind="document")


async def enterprise(story: Story) -> None:
    """One enterprise, two of the sector, three others: a visit to the enterprise is logged as one."""
    zhao = story.stage["赵明"]
    await zhao.says("/visit 褚文静 昨天 走访企业 了解用工和消防 #实事 联系消防队来讲课")
    await zhao.sees("褚文静", "走访企业", "消防队来讲课")
    await zhao.says("/quota")
    await zhao.sees("联系企事业单位", "1/1", "联系界别群众", "2/2", "联系社会群众", "锡政协〔2017〕10号")


async def studio(story: Story) -> None:
    """A work committee opens one more studio; people read where it is."""
    xu, he = story.stage["徐静"], story.stage["何桂兰"]
    await xu.says("/studios")
    await xu.sees("城南委员工作室", "梧桐里 12 号")
    await xu.presses("studio-button-add")
    await xu.sees("名称；地址")
    await xu.says("莲池委员工作站；莲池社区 2 号楼")
    await xu.sees("已登记", "莲池委员工作站")
    await he.says("/studios")
    await he.sees("莲池委员工作站", "莲池社区 2 号楼")


async def reception(story: Story) -> None:
    """A reception day in the studio: she books a time, and the member knows what it is about."""
    he, zhao = story.stage["何桂兰"], story.stage["赵明"]
    await he.says("/reception")
    await he.sees("要预约请按时间")
    await he.presses_name("7月17日 14:30　赵明")
    await he.sees("想谈什么事")
    await he.says("放学后的托管")
    await he.sees("预约好了", "城南委员工作室")
    await zhao.sees("何桂兰预约了", "放学后的托管")


async def of_units(story: Story) -> None:
    """One or two service activities a year and a studio: what each unit has done, and what is open."""
    xu, office = story.stage["徐静"], story.stage["周敏"]
    await xu.says("/activity")
    await xu.presses("activity-button-units")
    await xu.sees("城南街道政协工委", "服务活动 1 次（应 1–2 次）✓", "工作室 2 个")
    await office.says("/activity")
    await office.presses("activity-button-units")
    await office.sees("提案委员会", "服务活动 0 次", "教育界别组")


SCENES: Scenes = (
    ("tour-xishan-calendar", calendar),
    ("tour-xishan-enterprise", enterprise),
    ("tour-xishan-studio", studio),
    ("tour-xishan-reception", reception),
    ("tour-xishan-units", of_units),
)
