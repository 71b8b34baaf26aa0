"""The town of the tables of bad input and of rights: its people with phones in their hands, and what they did this
morning, by the updates that their phones would send.
"""

import hashlib
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from domain.activities import Activity, ActivityKind, Attendance
from domain.briefs import Brief, BriefKind, Content, Source, SourceKind
from domain.letters import Desk
from domain.people import Role, Standing
from domain.talks import Decision
from handlers.routing import Command, Press, may
from services import appraisal_picks, appraisals, brief_feedback, brief_work, briefs, letter_course, objections, tasks
from services.appraisal import Bench
from services.briefs import NewBrief
from storage import activities, activity_people, cards, due_lines, people, roster_files, units
from storage.db import Tx, open_db
from tests import updates
from tests.cast import Cast, settle_in
from tests.house import HOUSE, Memory, OpenHouse, Snapshot
from tests.keys import SEAL
from tests.phones import Answer
from tests.updates import Json, Writer

WANG, LI, ZHAO, ZHOU, CHEN, LIU, SUN, QIAN, MA = (
    Writer(number, name)
    for number, name in enumerate(
        ("王秀英", "李建国", "赵明", "周敏", "陈主席", "刘科长", "孙平", "钱芳", "马三立"), start=1001
    )
)
"""王秀英 and 马三立 are constituents, 李建国 and 赵明 members, 周敏 is the office, 陈主席 a leader,
刘科长 a department, 孙平 staff; 钱芳 is a member and of the office as well."""


@dataclass(frozen=True)
class Act:
    """Something a person does: says a content, or presses the newest button of a route; with both, the content replies
    to the message that has the button."""

    content: Json | None = None
    route: str = ""
    args: tuple[str, ...] = ()

    async def by(self, writer: Writer, house: OpenHouse) -> Answer:
        if self.content is not None:
            shown = house.phone(writer).button(self.route, *self.args)[0] if self.route else None
            return await house.says(writer, self.content, reply_to=shown)
        return await house.presses(writer, self.route, *self.args)


def says(words: str) -> Act:
    return Act(content=updates.text(words))


def replies(words: str, route: str, *args: str) -> Act:
    """To the newest message with this button."""
    return Act(updates.text(words), route, args)


def sends(content: Json) -> Act:
    return Act(content=content)


def presses(route: str, *args: str) -> Act:
    return Act(route=route, args=args)


# --- the committee on the day of the tests ----------------------------------------------------------------------------

SETTLED, ANSWERED, ARRIVED, OF_ZHAO, IN_TRIAGE, OF_DEPARTMENT = "1", "2", "3", "4", "5", "6"
"""The letters of that morning."""

MORNING: tuple[tuple[Writer, tuple[Act, ...]], ...] = (
    # 李建国 has three contacts and a visit in his log, 赵明 one of each.
    (LI, (says("/contacts 添加 王秀英 13800000001 城北村"), presses("contact-kind", "sector"))),
    (LI, (says("/contacts 添加 张三 13800000002 城北村"), presses("contact-kind", "sector"))),
    (LI, (says("/contacts 添加 李四 13800000003 城南村"), presses("contact-kind", "other"))),
    (LI, (says("/visit 王秀英 昨天 上门 了解就医情况 #实事 送去轮椅"),)),
    (ZHAO, (says("/contacts 添加 何苗 13800000004 明德小学"), presses("contact-kind", "sector"))),
    (ZHAO, (says("/visit 何苗 昨天 上门 了解入学情况"),)),
    # 赵明 handed in the registration form, and nobody has looked at it.
    (ZHAO, (says("/form"), presses("form-hand-in"))),
    # 王秀英 wrote to 李建国 three times: settled, answered, just arrived.
    (WANG, (says("/write 李建国 桥头的护栏松了"), presses("write-as", "named"), presses("write-done"))),
    (WANG, (presses("write-submit"),)),
    (LI, (presses("letter-settle"), presses("settle-now"))),
    # The first of them may be made public.
    (WANG, (says("/letter 1"), presses("consent-ask"), presses("consent", "1", "unnamed"))),
    (ZHOU, (says("/publish"),)),
    (WANG, (says("/write 李建国 村口的路灯坏了"), presses("write-as", "named"), presses("write-done"))),
    (WANG, (presses("write-submit"),)),
    (LI, (presses("letter-answer"), says("已请供电所去看"))),
    (WANG, (says("/write 李建国 河里有人倒垃圾"), presses("write-as", "named"), presses("write-done"))),
    (WANG, (presses("write-submit"),)),
    # 马三立 wrote to 赵明 without his name, and to the office.
    (MA, (says("/write 赵明 学校门口的斑马线看不清"), presses("write-as", "anonymous"), presses("write-done"))),
    (MA, (presses("write-submit"),)),
    (MA, (says("/write"), presses("write-choose", "office"), presses("write-as", "anonymous"), says("公交站没有站牌"))),
    (MA, (presses("write-done"), presses("write-submit"))),
    # Once more to the office, which gave it to the department (see ``_hand_over_letter``).
    (MA, (says("/write"), presses("write-choose", "office"), presses("write-as", "anonymous"), says("井盖不见了"))),
    (MA, (presses("write-done"), presses("write-submit"))),
)
NOON: tuple[tuple[Writer, tuple[Act, ...]], ...] = (
    # 王秀英 has 李建国's service card: one visit she disputes, one waits for her word.
    (LI, (says("/visit 王秀英 上门 送去种子两袋"),)),
    (WANG, (presses("confirm-differs"), says("只送来一袋"))),
    (LI, (says("/visit 王秀英 上门 问了春耕"),)),
    # 周敏 asks who wrote to 赵明 without a name; nobody has consented yet.
    (ZHOU, (says(f"/letter {OF_ZHAO}"), presses("identity-ask"), says("信里说有孩子受伤"))),
    # An answer of his waits for the office's look.
    (LI, (presses("letter-answer", ARRIVED), presses("reply-review"), says("请环卫所清运"))),
    # Of two things promised, one is done and waits for her word.
    (LI, (says("/visit 王秀英 随访 说到冬小麦 #承诺 4月10日前 送去化肥 #承诺 4月20日前 修水渠"),)),
    (LI, (says("/diary 昨天 到城北村看了水渠"),)),
    (LI, (says("/together 今天 到城北村走访困难户"),)),
    (LI, (says("/deeds"), presses("deed-show"), presses("deed-done"), presses("deed-day"))),
)
BOOKED, UNBOOKED = "1", "2"
"""李建国's reception times."""
ACTIVITIES: tuple[tuple[Writer, tuple[Act, ...]], ...] = (
    # The office holds a talk next month; all members are invited, 李建国 comes. 马三立 is in the representatives' pool.
    (ZHOU, (says("/activity"), presses("activity-new"), presses("activity-kind", "consultation"), says("春耕座谈"))),
    (ZHOU, (says("4月20日 9:00-11:00"), says("城北村村委会"), presses("activity-capacity", "0"))),
    (ZHOU, (presses("activity-invite"), presses("activity-invite-all"))),
    (LI, (presses("activity-yes"),)),
    (MA, (says("/pool"), presses("pool-join"), says("农业界"), says("城北镇"))),
    # 李建国 receives people in May: 王秀英 has booked the first of two talks. A lecture is ordered, a studio is there.
    (LI, (says("/reception"), presses("slot-mine"), presses("slot-add", "reception_day"))),
    (LI, (says("5月6日 9:00-10:00 城北社区"),)),
    (WANG, (says("/reception"), presses("slot-book", BOOKED), says("问医保"))),
    (ZHOU, (says("/lecture"), presses("lecture-order"), says("健康讲座；5月20日 14:00-16:00；城北社区"))),
    (ZHOU, (says("/studios"), presses("studio-add"), says("城北工作室；人民路8号；城北镇工委"))),
)
REMINDED = "1"
"""The day of the reminder under which 李建国 finds buttons to put it off."""
TALK, UNDER_WAY, OVER = "1", "2", "3"
"""The activities of that morning: 王秀英 has signed in at those that are under way and over."""
SCANNED, UNSCANNED, UNISSUED = "1", "2", "3"
"""李建国's contacts: 王秀英 has scanned her card, 张三's is on its way, 李四 has none."""
OWN_UNIT = "1"
"""城北镇工委, of which 吴敏 has not joined yet."""
CARD = "A" * 22
"""The code of 张三's card."""


async def committee(empty: Path, path: Path, language: str) -> Snapshot:
    """The cast with their contacts, visits and letters, everyone speaking this language."""
    memory = Memory()
    shutil.copy(empty, path)
    db = await open_db(f"sqlite:///{path}", memory.clock, SEAL)
    async with db.write() as tx:
        cast = await settle_in(tx)
        ids = {one.name: await people.add(tx, one.name, "zh", telegram_id=one.id) for one in (SUN, QIAN, MA)}
        await people.grant(tx, ids[SUN.name], Role.STAFF)
        await people.grant(tx, ids[QIAN.name], Role.OFFICE)
        await people.add_member(tx, ids[QIAN.name], "医卫界", "城北镇工委", Standing.REGULAR)
        await tx.run("UPDATE people SET language = :language", language=language)
    await db.close()
    async with Snapshot(path, memory).opened(path.with_suffix(".morning")) as house:
        for writer, acts in MORNING:
            await play(house, writer, acts)
        async with house.db.write() as tx:
            await _hand_over_cards(tx)
            await _hand_over_letter(tx)
            await _briefs(tx, cast)
        for writer, acts in (*NOON, *ACTIVITIES):
            await play(house, writer, acts)
        async with house.db.write() as tx:
            await _hold_activities(tx)
            await _send_list(tx)
            await _settle_unit(tx)
            await _remind(tx)
        await _appraise(house, cast)
        await play(house, WANG, (says("/events"), presses("activity-show", UNDER_WAY)))
    return Snapshot(path.with_suffix(".morning"), house.memory)


async def _hand_over_cards(tx: Tx) -> None:
    wang = await people.by_telegram(tx, WANG.id)
    assert wang is not None
    await cards.add(tx, int(SCANNED), hashlib.sha256(b"of WANG").hexdigest())
    await cards.bind(tx, int(SCANNED), wang.id)
    await cards.add(tx, int(UNSCANNED), hashlib.sha256(CARD.encode()).hexdigest())


async def _send_list(tx: Tx) -> None:
    """周敏 has sent a list of members, and was shown what it would change."""
    zhou = await people.by_telegram(tx, ZHOU.id)
    assert zhou is not None
    number = await roster_files.add(tx, zhou.id, "list", "名单.xlsx")
    rows = [["姓名", "界别"], ["何涛", "经济界"]]
    await roster_files.move(tx, number, "waiting", "shown", {"sheets": [rows]})


async def _settle_unit(tx: Tx) -> None:
    unit = await units.named(tx, "城北镇工委")
    assert unit is not None
    assert str(unit.id) == OWN_UNIT
    await units.join(tx, await people.add(tx, "吴敏", "zh"), unit.id)


async def _remind(tx: Tx) -> None:
    """李建国 was reminded that morning of what he owes this month."""
    li = await people.by_telegram(tx, LI.id)
    assert li is not None
    line = {"person_id": li.id, "kind": "monthly", "period": "2026-03", "round_id": None, "until_on": None}
    await due_lines.add(tx, [line])
    day_id = await due_lines.day(tx, "2026-03-16")
    assert str(day_id) == REMINDED
    await due_lines.mark_told(tx, day_id, [told.id for told in await due_lines.waiting(tx, day_id)])


TALKED_WITH = "1"
"""Who is to be talked with, on that list."""


async def _appraise(house: OpenHouse, cast: Cast) -> None:
    """Last year's points are made known, and 赵明 objects to a line of his. The year before is closed: nobody had
    contacts, so all are proposed for a talk; one is confirmed, and 周敏 looks at the list."""
    at = house.house
    bench = Bench(at.rules, at.appraisal)
    assert await appraisals.publish(house.db, bench, cast.zhou.id, 2025, _granted) is not None
    async with house.db.write() as tx:
        await objections.make(tx, bench, 2025, "diary", cast.zhao_member, "日记写在本子上了")
    assert await appraisals.publish(house.db, bench, cast.zhou.id, 2024, _granted) is not None
    async with house.db.write() as tx:
        await appraisals.close(tx, 2024, cast.zhou.id, date(2026, 5, 1))
        await appraisal_picks.decide(tx, int(TALKED_WITH), Decision.CONFIRMED, cast.zhou)
    await house.sends_data(ZHOU, "pick-list:2024:talk:0")


async def _granted(_: Tx) -> bool:
    return True


async def _hold_activities(tx: Tx) -> None:
    wang, zhou = await people.by_telegram(tx, WANG.id), await people.by_telegram(tx, ZHOU.id)
    assert wang is not None
    assert zhou is not None
    for title, began in (("政情通报", -1), ("开放日", -30)):
        begins = tx.now + timedelta(hours=began)
        ends = begins + timedelta(hours=8)
        held = Activity(0, ActivityKind.BRIEFING, title, "政协会议室", begins, ends, is_open=True, made_by_id=zhou.id)
        number = await activities.add(tx, held, "key", tx.now)
        await activity_people.put(tx, number, wang.id, None, Attendance.COMING)
        await activity_people.sign_in(tx, number, wang.id)


async def _hand_over_letter(tx: Tx) -> None:
    zhou, department = await people.by_telegram(tx, ZHOU.id), await units.named(tx, "市政管理局")
    assert zhou is not None
    assert department is not None
    await letter_course.hand_over(tx, int(OF_DEPARTMENT), zhou, Desk(unit_id=department.id), "请市政处理")


DRAFT, HANDED_IN, ACCEPTED, LEAD, GIVEN, REPLIED, REVIEWED, CARRIED = (str(number) for number in range(1, 9))
"""李建国's briefs at noon: each as far as its name says; a lead is accepted. The last is about the lamp."""
TASK, REPLIED_TASK = "1", "2"
"""The department's tasks: one waits for it, one for the office."""


async def _briefs(tx: Tx, cast: Cast) -> None:
    """By the services: 李建国 writes, the office, the leader and the department do their part."""
    lamp = [Source(SourceKind.LETTER, int(ANSWERED))]
    made = {
        number: await briefs.write(tx, cast.li, _brief(number, lamp if number == CARRIED else []), HOUSE.committee)
        for number in (DRAFT, HANDED_IN, ACCEPTED, LEAD, GIVEN, REPLIED, REVIEWED, CARRIED)
    }
    for number, brief in made.items():
        assert str(brief.id) == number
        if number != DRAFT:
            await briefs.hand_in(tx, brief.id, cast.li, HOUSE.committee)
        if number not in (DRAFT, HANDED_IN):
            await briefs.accept(tx, brief.id, cast.zhou)
    for number in (GIVEN, REPLIED, REVIEWED, CARRIED):
        await _assigned(tx, cast, made[number], number)
    await brief_feedback.carry_back(tx, int(CARRIED), cast.zhou)


def _brief(number: str, sources: Sequence[Source]) -> NewBrief:
    kind = BriefKind.LEAD if number == LEAD else BriefKind.OPINION
    return NewBrief(kind, Content(f"第{number}件事", "有人反映", "", "请办理"), sources, [("photo", "file-1")])


async def _assigned(tx: Tx, cast: Cast, brief: Brief, number: str) -> None:
    await brief_work.instruct(tx, brief.id, cast.zhou, "请办", "陈主席")
    today = tx.now.date()
    due = today + timedelta(days=21)
    (given,) = await brief_work.assign(tx, brief.id, cast.zhou, [cast.department.id], due, today)
    if number != GIVEN:
        await tasks.answer(tx, given.task.id, cast.liu, "已办")
    if number in (REVIEWED, CARRIED):
        await brief_work.accept_answer(tx, given.task.id, cast.zhou)


async def play(house: OpenHouse, writer: Writer, acts: Sequence[Act]) -> None:
    for act in acts:
        await act.by(writer, house)


class Town:
    """The committee on that morning, in each language; made when first asked for."""

    def __init__(self, empty: Path, folder: Path) -> None:
        self.folder = folder
        self.scratch = folder / "now.db"
        self._empty = empty
        self._made: dict[str, Snapshot] = {}

    async def made(self, language: str = "zh") -> Snapshot:
        """To be opened at ``scratch``, where one house at a time has room."""
        if language not in self._made:
            self._made[language] = await committee(self._empty, self.folder / f"{language}.db", language)
        return self._made[language]


def someone_who_may(route: Command | Press) -> Writer:
    """The first of constituent, member, office and department for whom the route is."""
    roles = {
        WANG: frozenset[Role](),
        LI: frozenset({Role.MEMBER}),
        ZHOU: frozenset({Role.OFFICE}),
        LIU: frozenset({Role.DEPARTMENT}),
    }
    return next(who for who, held in roles.items() if may(held, route.who))
