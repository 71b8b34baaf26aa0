"""The chapter of the example: a committee's own figures, a group visit that counts, the year's summary."""

from datetime import datetime

from bot.demo.story import Scenes, Story


async def own_figures(story: Story) -> None:
    """Two visits for each contact, at home or in a group; one good deed a year in all."""
    li = story.stage["李建国"]
    await li.says("/quota")
    await li.sees("孙有才", "1/2", "实事", "示协发〔2026〕1号", "计入走访的方式：上门、集中走访")


async def together(story: Story) -> None:
    """Members of one work committee go together; each signs in and says whom they met."""
    li, zheng = story.stage["李建国"], story.stage["郑雪梅"]
    await li.says("/together 今天 到城北镇走访企业和困难户")
    await li.sees("集中走访", "到城北镇走访企业和困难户")
    await li.presses("group-button-unit")
    await li.sees("已通知 1 位委员")
    await zheng.sees("李建国请您参加集中走访")
    await zheng.presses("group-button-sign-in")
    await zheng.sees("这次见了哪几位")
    await zheng.presses_name("华美娟")
    await zheng.presses("button-done")
    await zheng.sees("走访联系对象 1 位")
    await li.sees("郑雪梅已签到")
    await li.presses("group-button-sign-in")
    await li.sees("这次见了哪几位")
    await li.presses_name("孙有才")
    await li.presses("button-done")
    await li.sees("走访联系对象 1 位")
    await li.says("/contacts 孙有才")
    await li.sees("孙有才", "今年走访 2 次")


async def summary(story: Story) -> None:
    """Two weeks before the year's end: the summary is prepared from what was logged, the member adds a sentence."""
    li = story.stage["李建国"]
    await story.until(datetime(story.began.year, 12, 17, 9, 30, tzinfo=story.stage.zone))
    await li.sees("报送年度总结", "12月31日截止", "还有 14 天")
    await li.says("/report")
    await li.sees("年度小结", "走访次数")
    await li.presses("summary-button-write")
    await li.sees("体会与打算")
    await li.says("多走几趟，事情就近了一步。")
    await li.sees("多走几趟")
    await li.presses("summary-button-file")
    await li.sees("可在 Word 里修改后打印", kind="document")


SCENES: Scenes = (
    ("tour-example-figures", own_figures),
    ("tour-example-together", together),
    ("tour-example-summary", summary),
)
