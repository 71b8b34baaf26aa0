"""The tour's second story: three letters about one lamp, merged, made a brief, answered, carried back to all three."""

from bot.demo.stage import Actor
from bot.demo.story import NUMBER, Scenes, Story, found

WRITERS = ("王秀英", "何桂兰", "刘小梅")
WORDS = (
    "东风桥头的路灯坏了，晚上骑车看不清。",
    "东风桥头路灯不亮，昨晚有人摔倒。我的电话13800000009。",
    "桥头路灯坏了，请来修一修。",
)
UNTIL_OVERDUE = 22
"""Days that fifteen workdays and one more take."""


async def letters(story: Story) -> None:
    """Three people write about the same lamp, one of them without her name."""
    story.lamps = [await _written(story, who, words) for who, words in zip(WRITERS, WORDS, strict=True)]


async def _written(story: Story, who: str, words: str) -> str:
    writer = story.stage[who]
    await writer.says("/write 李建国")
    await writer.sees("李建国委员", "实名", "匿名")
    await writer.presses("button-anonymous" if who == WRITERS[-1] else "button-named")
    await writer.says(words)
    await writer.sees("已记下")
    await writer.presses("button-done")
    await writer.sees("请核对")
    await writer.presses("button-submit")
    return found(NUMBER, await writer.sees("已提交"))


async def gathered(story: Story) -> None:
    """The member is shown what is alike, and decides that it is one matter; every writer is told."""
    li, (first, second, third) = story.stage["李建国"], story.lamps
    await li.says(f"/similar {first}")
    await li.sees("相似", second, third, "匿名群众", never=WRITERS[-1])
    await li.presses_name(f"并入 {second}")
    await li.sees("已并入", "来信 2 封")
    await li.says(f"/similar {first}")
    await li.sees("一并办理", third)
    await li.presses_name(f"把 {third} 并进来")
    await li.sees("来信 3 封")
    for who, number in zip(WRITERS, story.lamps, strict=True):
        await story.stage[who].sees(number, "一并办理", "编号不变")


async def brief(story: Story) -> None:
    """The member makes a brief of them and hands it in; the office accepts it."""
    li, office = story.stage["李建国"], story.stage["周敏"]
    await li.presses("brief-button-make")
    await li.sees("要写哪一种")
    await li.presses("brief-kind-opinion")
    await li.sees("请发送标题")
    await li.says("东风桥头路灯损坏")
    await li.sees("请写情况")
    await li.presses("brief-button-quote")
    await li.sees("问题分析")
    await li.says("桥头路灯没有明确由谁管护。")
    await li.sees("请写建议")
    await li.says("请市政部门尽快修好，并明确谁来管。")
    await li.sees("请核对", "匿名群众", never=WRITERS[-1])
    await li.presses("brief-button-hand-in")
    await li.sees("已报送", "第1号")
    await office.sees("收到社情民意信息", "东风桥头路灯损坏")
    await office.presses("brief-button-open")
    await office.sees("已报送", "采用")
    await office.presses("brief-button-accept")
    await office.sees("已采用")


async def assigned(story: Story) -> None:
    """A leader writes an instruction, the office assigns it, the department has it."""
    office, leader, department = story.stage["周敏"], story.stage["陈主席"], story.stage["刘科长"]
    await office.presses("brief-button-to-leaders")
    await office.sees("已送")
    await leader.sees("东风桥头路灯损坏", "批示", never=WRITERS[-1])
    await leader.presses("brief-button-instruct")
    await leader.sees("请发送")
    await leader.says("请市政管理局一周内修好，并举一反三。")
    await leader.sees("已记下")
    await office.sees("有批示", "举一反三")
    await office.presses("brief-button-open")
    await office.sees("已批示", "交办")
    await office.presses("brief-button-assign")
    await office.sees("交给哪些单位")
    await office.presses_name("市政管理局")
    await office.sees("已选", "市政管理局")
    await office.presses("button-done")
    await office.sees("哪天前答复")
    await office.presses_name("15 个工作日")
    await office.sees("已交办", "市政管理局")
    await department.sees("交办件", "东风桥头路灯损坏", "举一反三", never=WRITERS[-1])


async def chased(story: Story) -> None:
    """The day passes without an answer: the department is reminded, and answers."""
    office, department = story.stage["周敏"], story.stage["刘科长"]
    await story.later(days=UNTIL_OVERDUE, hours=1)
    await department.sees("催办", "东风桥头路灯损坏")
    await department.presses("task-button-answer")
    await department.sees("请发送对")
    await department.says("桥头路灯已换新，今后由我局养护所每月检查。")
    await department.sees("已交政协办公室审核")
    await office.sees("市政管理局答复了", "已换新")
    await office.presses("task-button-accept")
    await office.sees("已审核通过")


async def result(story: Story) -> None:
    """The answer goes back to all three in one step. One is not satisfied: it goes back to the department, once."""
    office, department, he = story.stage["周敏"], story.stage["刘科长"], story.stage["何桂兰"]
    await office.presses("brief-button-carry")
    await office.sees("3 封来信")
    await _judged(story.stage["王秀英"], "已换新", "mostly")
    await he.sees("有结果了")
    await he.sees("这个结果您满意吗")
    await he.presses("verdict-not")
    await he.sees("哪里不满意")
    await he.says("换了两天又灭了。")
    await he.sees("退给承办单位再办一次")
    await department.sees("退回重办", "换了两天又灭了", never="何桂兰")


async def again(story: Story) -> None:
    """The department looks at it once more; the new answer goes to all three, and the brief is closed."""
    office, department, li = story.stage["周敏"], story.stage["刘科长"], story.stage["李建国"]
    await department.presses("task-button-answer")
    await department.sees("请发送对")
    await department.says("线路已整条换新，连续一周检查正常。")
    await department.sees("已交政协办公室审核")
    await office.sees("市政管理局答复了", "线路已整条换新")
    await office.presses("task-button-accept")
    await office.sees("已审核通过")
    await office.presses("brief-button-carry")
    await office.sees("3 封来信")
    for who in WRITERS:
        await _judged(story.stage[who], "线路已整条换新", "satisfied")
    await li.sees("东风桥头路灯损坏", "已办结")
    await li.has_never_seen(WRITERS[-1])


async def _judged(writer: Actor, answer: str, verdict: str) -> None:
    await writer.sees("有结果了")
    await writer.sees(answer)
    await writer.sees("这个结果您满意吗")
    await writer.presses(f"verdict-{verdict}")
    await writer.sees("谢谢您的评价", "已记下")


SCENES: Scenes = (
    ("tour-lamp-letters", letters),
    ("tour-lamp-gathered", gathered),
    ("tour-lamp-brief", brief),
    ("tour-lamp-assigned", assigned),
    ("tour-lamp-chased", chased),
    ("tour-lamp-result", result),
    ("tour-lamp-again", again),
)
