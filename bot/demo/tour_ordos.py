"""The chapter of Ordos: no figures; pairs with grid workers, topics for consultation, lectures to order."""

from bot.demo.story import Scenes, Story


async def without_figures(story: Story) -> None:
    """The document sets no figure: everything is kept, nothing is owed."""
    li = story.stage["李建国"]
    await li.says("/quota")
    await li.sees("没有规定数量，所以这里只记录，不算任务", "今年走访 9 次")


async def grid_worker(story: Story) -> None:
    """A member is paired with a grid worker, and notes what is heard."""
    li = story.stage["李建国"]
    await li.says("/contacts 周长河")
    await li.sees("周长河", "网格员")
    await li.says("/visit 周长河 昨天 上门 一起走了五组，三户老人想就近吃饭")
    await li.sees("周长河", "三户老人想就近吃饭")
    await li.says("/diary 今天 网格里的老人都盼就近吃饭，想提出来协商")
    await li.sees("已记入")


async def topic(story: Story) -> None:
    """A general problem becomes a topic for consultation, straight from the diary; the office takes it."""
    li, office = story.stage["李建国"], story.stage["周敏"]
    await li.presses("brief-button-make")
    await li.sees("要写哪一种")
    await li.presses("brief-kind-topic")
    await li.sees("请发送标题")
    await li.says("老人就近吃饭")
    await li.sees("请写情况")
    await li.says("北河村五组三户老人自己做饭有困难。")
    await li.sees("问题分析")
    await li.says("村里没有助餐点，镇上的太远。")
    await li.sees("请写建议")
    await li.says("请民政部门和村里一起商量设助餐点。")
    await li.sees("请核对", "协商议题")
    await li.presses("brief-button-hand-in")
    await li.sees("已报送")
    await office.sees("收到协商议题", "老人就近吃饭")
    await office.presses("brief-button-open")
    await office.sees("已报送", "采用")
    await office.presses("brief-button-accept")
    await office.sees("已采用")
    await li.sees("老人就近吃饭", "采用")


async def lecture(story: Story) -> None:
    """A community orders a lecture; the first member who takes it gives it."""
    xu, sun, zhao = story.stage["徐静"], story.stage["孙丽华"], story.stage["赵明"]
    await xu.says("/lecture")
    await xu.sees("委员讲堂")
    await xu.presses("order-button-new")
    await xu.sees("想请委员讲什么")
    await xu.says("老人夏季饮食；7月21日 15:00-16:30；莲池社区")
    await xu.sees("已向全体委员发出")
    await zhao.sees("社区点题", "老人夏季饮食")
    await sun.sees("社区点题", "老人夏季饮食")
    await sun.presses("order-button-take")
    await sun.sees("由您来讲", "老人夏季饮食")
    await xu.sees("孙丽华委员来讲")
    await zhao.presses("order-button-take")
    await sun.says("/plan")
    await sun.sees("我的活动", "老人夏季饮食")


SCENES: Scenes = (
    ("tour-ordos-figures", without_figures),
    ("tour-ordos-grid", grid_worker),
    ("tour-ordos-topic", topic),
    ("tour-ordos-lecture", lecture),
)
