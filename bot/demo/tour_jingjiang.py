"""The chapter of Jingjiang: the service card, three visits and a good deed for each contact, the form, 30 November."""

from datetime import datetime

from bot.demo.story import Scenes, Story


async def card(story: Story) -> None:
    """A contact is handed the service card and scans it: from now on she is asked whether a visit was so."""
    zhao, he = story.stage["赵明"], story.stage["何桂兰"]
    await zhao.says("/card")
    await zhao.sees("郑小燕：已送达", "何桂兰：未发卡")
    await zhao.presses_name("何桂兰")
    await zhao.sees("未发卡")
    await zhao.presses("card-button-issue")
    await zhao.sees("这是给何桂兰的服务卡", kind="photo")
    await he.scans(await story.camera())
    await he.sees("您是何桂兰本人吗")
    await he.presses("card-button-me")
    await he.sees("已为您确认")
    await zhao.sees("何桂兰已扫码确认")


async def visits(story: Story) -> None:
    """The third visit at home with a good deed: she says that it is true, and nothing is owed to her any more."""
    zhao, he = story.stage["赵明"], story.stage["何桂兰"]
    await zhao.says("/visit 何桂兰 昨天 上门 问了课后托管和接送 #实事 帮助联系社区食堂送餐")
    await zhao.sees("何桂兰", "今年对何桂兰的任务已经完成")
    await he.sees("登记了一次对您的走访", "社区食堂送餐")
    await he.presses("confirm-true")
    await he.sees("走访属实")
    await zhao.says("/quota")
    await zhao.sees("何桂兰", "3/3", "计入走访的方式：上门", "靖协发〔2014〕7号")


async def form(story: Story) -> None:
    """The registration form was handed in by 15 April; the office sees whose is missing."""
    zhao, office = story.stage["赵明"], story.stage["周敏"]
    await zhao.says("/form")
    await zhao.sees("登记表", "何桂兰", "4月10日", "收下")
    await zhao.presses("form-button-file")
    await zhao.sees("可打印", kind="document")
    await office.says("/forms")
    await office.sees("已收下 12", "未报送 1", "黄志远")


async def november(story: Story) -> None:
    """Two weeks before 30 November: members are reminded that contacts send their cards in, in one message a day."""
    li, wang = story.stage["李建国"], story.stage["王秀英"]
    await story.until(datetime(story.began.year, 11, 16, 9, 30, tzinfo=story.stage.zone))
    await li.sees("联系对象", "服务卡", "11月30日截止", "还有 14 天")
    await wang.says("服务卡")
    await wang.sees("联系委员：李建国", "上门")


SCENES: Scenes = (
    ("tour-jingjiang-card", card),
    ("tour-jingjiang-visits", visits),
    ("tour-jingjiang-form", form),
    ("tour-jingjiang-november", november),
)
