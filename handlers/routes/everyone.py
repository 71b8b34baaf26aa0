"""What everyone may do."""

from handlers import members, menus, mydata, reminders, start, statistics
from handlers.routing import Command, Press, Route

ROUTES: tuple[Route, ...] = (
    Press("menu", menus.group_pressed),
    Press("reminder-later", reminders.later_pressed),
    Command("members", members.members_command, words=("委员名单",)),
    Press("sector", members.sector_pressed),
    Command("stats", statistics.stats_command, words=("统计", "来信统计")),
    Command("start", start.start_command, words=("首页",), listed=False),
    Command("help", start.help_command, words=("帮助", "怎么用", "菜单")),
    Command("mydata", mydata.mydata_command, words=("我的资料",)),
    Command("forget", mydata.forget_command, words=("删除资料",)),
    Press("forget-yes", mydata.yes_pressed),
    Press("forget-all", mydata.all_pressed),
    Press("forget-no", mydata.no_pressed),
    Command("language", start.language_command, words=("语言",)),
    Press("language", start.language_pressed),
    Command("cancel", start.cancel_command, words=("取消",)),
    Press("drop", start.drop_pressed),
    Press("keep", start.keep_pressed),
)
