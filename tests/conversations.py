"""Every conversation of the house as people begin it and go on with it: the starting points of the tables of bad input
and of rights.

A step is reached by the updates a person would send, so that its draft is a real one.
"""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from domain.people import Role, Standing
from storage import people
from storage.db import Row, open_db
from tests import updates
from tests.cast import settle_in
from tests.house import Answer, Memory, OpenHouse, Shown, Snapshot
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
    """Something a person does: says a content, presses the newest button of a route, or edits what they said last."""

    content: Json | None = None
    route: str = ""
    args: tuple[str, ...] = ()

    async def by(self, writer: Writer, house: OpenHouse) -> Answer:
        if self.content is not None:
            return await house.says(writer, self.content)
        return await house.presses(writer, self.route, *self.args)


def says(words: str) -> Act:
    return Act(content=updates.text(words))


def sends(content: Json) -> Act:
    return Act(content=content)


def presses(route: str, *args: str) -> Act:
    return Act(route=route, args=args)


# --- the committee on the day of the tests ----------------------------------------------------------------------------

MORNING: tuple[tuple[Writer, tuple[Act, ...]], ...] = (
    # 李建国 has three contacts and a visit in his log, 赵明 one of each.
    (LI, (says("/contacts 添加 王秀英 13800000001 城北村"), presses("contact-kind", "sector"))),
    (LI, (says("/contacts 添加 张三 13800000002 城北村"), presses("contact-kind", "sector"))),
    (LI, (says("/contacts 添加 李四 13800000003 城南村"), presses("contact-kind", "other"))),
    (LI, (says("/visit 王秀英 昨天 上门 了解就医情况 #实事 送去轮椅"),)),
    (ZHAO, (says("/contacts 添加 何苗 13800000004 明德小学"), presses("contact-kind", "sector"))),
    (ZHAO, (says("/visit 何苗 昨天 上门 了解入学情况"),)),
    # 王秀英 wrote to 李建国 three times: settled, answered, just arrived.
    (WANG, (says("/write 李建国 桥头的护栏松了"), presses("write-as", "named"), presses("write-done"))),
    (WANG, (presses("write-submit"),)),
    (LI, (presses("letter-settle"), presses("settle-now"))),
    (WANG, (says("/write 李建国 村口的路灯坏了"), presses("write-as", "named"), presses("write-done"))),
    (WANG, (presses("write-submit"),)),
    (LI, (presses("letter-answer"), says("已请供电所去看"))),
    (WANG, (says("/write 李建国 河里有人倒垃圾"), presses("write-as", "named"), presses("write-done"))),
    (WANG, (presses("write-submit"),)),
    # 马三立 wrote to 赵明 without his name, and to the office.
    (MA, (says("/write 赵明 学校门口的斑马线看不清"), presses("write-as", "anonymous"), presses("write-done"))),
    (MA, (presses("write-submit"),)),
)
SETTLED, ANSWERED, ARRIVED, OF_ZHAO = "1", "2", "3", "4"
"""The letters of that morning."""


async def committee(empty: Path, path: Path, language: str) -> Snapshot:
    """The cast with their contacts, visits and letters, everyone speaking this language."""
    memory = Memory()
    shutil.copy(empty, path)
    db = await open_db(f"sqlite:///{path}", memory.clock)
    async with db.write() as tx:
        await settle_in(tx)
        ids = {one.name: await people.add(tx, one.name, "zh", telegram_id=one.id) for one in (SUN, QIAN, MA)}
        await people.grant(tx, ids[SUN.name], Role.STAFF)
        await people.grant(tx, ids[QIAN.name], Role.OFFICE)
        await people.add_member(tx, ids[QIAN.name], "医卫界", "城北镇工委", Standing.REGULAR)
        await tx.run("UPDATE people SET language = :language", language=language)
    await db.close()
    async with Snapshot(path, memory).opened(path.with_suffix(".morning")) as house:
        for writer, acts in MORNING:
            await play(house, writer, acts)
    return Snapshot(path.with_suffix(".morning"), house.memory)


async def play(house: OpenHouse, writer: Writer, acts: Sequence[Act]) -> None:
    for act in acts:
        await act.by(writer, house)


# --- every dialogue: how it begins, and a good answer at each of its steps --------------------------------------------


@dataclass(frozen=True)
class Start:
    """How someone gets to a dialogue's step: what they do first, then the good answers of the steps before it.

    ``also`` tells apart several ways to one step.
    """

    step: str
    who: Writer
    acts: tuple[Act, ...]
    also: str = ""

    def __str__(self) -> str:
        return f"{self.step}-{self.also}" if self.also else self.step

    @property
    def kind(self) -> str:
        return self.step.partition(".")[0]


_WRITE = (says("/write"),)
_VISIT = (says("/visit"),)
_CONTACT = (says("/contacts"), presses("contact-add"))
_ALTER = (says("/contacts"), presses("contact"), presses("contact-change"))

STARTS: tuple[Start, ...] = (
    Start("writing.whom", WANG, _WRITE),
    Start("writing.name", WANG, _WRITE),
    Start("writing.text", WANG, _WRITE),
    Start("writing.text", WANG, (*_WRITE, says("赵明"), presses("write-as"), says("桥栏杆松了")), "half-written"),
    Start("writing.preview", WANG, _WRITE),
    Start("which.letter", WANG, (says("路灯还是不亮"),)),
    Start("grade.words", WANG, (presses("letter-grade", SETTLED, "helped"),)),
    Start("reply.text", WANG, (presses("letter-go-on", ANSWERED),), "of-writer"),
    Start("reply.text", LI, (presses("letter-answer", ARRIVED),), "of-holder"),
    Start("handover.whom", LI, (presses("letter-hand-over", ARRIVED),)),
    Start("handover.why", LI, (presses("letter-hand-over", ARRIVED),)),
    Start("settle.words", LI, (presses("letter-settle", ARRIVED),)),
    Start("contactedit.name", LI, (*_ALTER, presses("contact-alter", "name"))),
    Start("contactedit.phone", LI, (*_ALTER, presses("contact-alter", "phone"))),
    Start("contactedit.address", LI, (*_ALTER, presses("contact-alter", "address"))),
    Start("contactend.reason", LI, (says("/contacts"), presses("contact"), presses("contact-end"))),
    Start("contact.name", LI, _CONTACT),
    Start("contact.kind", LI, _CONTACT),
    Start("contact.phone", LI, _CONTACT),
    Start("contact.address", LI, _CONTACT),
    Start("visit.contact", LI, _VISIT),
    Start("visit.day", LI, _VISIT),
    Start("visit.kind", LI, _VISIT),
    Start("visit.note", LI, _VISIT),
    Start("visit.deeds", LI, _VISIT),
    Start("visit.preview", LI, _VISIT),
    Start("visit.preview", LI, (says("/visits"), presses("visit-show"), presses("visit-change")), "of-correction"),
    Start("evidence.more", LI, (says("/visits"), presses("visit-show"), presses("visit-photos"))),
    Start("invite.role", ZHOU, (says("/invite"),)),
    Start("invite.name", ZHOU, (says("/invite"),)),
)

GOOD: Mapping[str, tuple[Act, ...]] = {
    "writing.whom": (says("赵明"),),
    "writing.name": (presses("write-as", "named"),),
    "writing.text": (says("校门口没有路灯"), presses("write-done")),
    "writing.preview": (presses("write-submit"),),
    "which.letter": (presses("which-letter", ANSWERED),),
    "grade.words": (says("谢谢，办得很快"),),
    "reply.text": (says("好的，我知道了"),),
    "handover.whom": (says("赵明"),),
    "handover.why": (says("属于教育方面"),),
    "settle.words": (says("垃圾已经清运"),),
    "contactedit.name": (says("孙桂兰"),),
    "contactedit.phone": (says("13900000011"),),
    "contactedit.address": (says("城西村"),),
    "contactend.reason": (presses("contactend-because", "moved"),),
    "contact.name": (says("孙桂兰"),),
    "contact.kind": (presses("contact-kind", "sector"),),
    "contact.phone": (says("13900000012"),),
    "contact.address": (says("城西村三组"),),
    "visit.contact": (presses("visit-contact"),),
    "visit.day": (presses("visit-day"),),
    "visit.kind": (presses("visit-kind", "home"),),
    "visit.note": (says("问了收成"),),
    "visit.deeds": (says("送去种子"), presses("visit-deeds", "done")),
    "visit.preview": (presses("visit-alter", "note"), says("问了收成和医保"), presses("visit-submit")),
    "evidence.more": (sends(updates.photo(name="later")), presses("evidence-done")),
    "invite.role": (presses("invite-role", "member"),),
    "invite.name": (says("吴桐"),),
}
"""By step: what brings the dialogue on to the next one, or to its end."""

LONGEST = 12


async def reach(house: OpenHouse, start: Start) -> None:
    """Raises: AssertionError, the step is never reached; give it a ``Start`` and its forerunners a ``GOOD`` answer."""
    await play(house, start.who, start.acts)
    for _ in range(LONGEST):
        step = (await in_hand(house, start.who)).get("step")
        if step == start.step:
            return
        assert step is not None, f"{start} is never reached"
        await play(house, start.who, GOOD[step])
    raise AssertionError(f"{start} is never reached")


async def finish(house: OpenHouse, writer: Writer, kind: str) -> None:
    """Give good answers until the dialogue of this kind is over.

    Raises: AssertionError, when it never is.
    """
    for _ in range(LONGEST):
        step = (await in_hand(house, writer)).get("step")
        if step is None or step.partition(".")[0] != kind:
            return
        await play(house, writer, GOOD[step])
    raise AssertionError(f"{kind} comes to no end")


async def dialogues_of(house: OpenHouse, writer: Writer) -> list[Row]:
    """What this person is in the middle of, the last touched first."""
    async with house.db.read() as tx:
        return await tx.all(
            """
            SELECT d.* FROM dialogues d JOIN people p ON p.id = d.person_id
            WHERE p.telegram_id = :id ORDER BY d.touched_at DESC, d.id DESC
            """,
            id=writer.id,
        )


async def in_hand(house: OpenHouse, writer: Writer) -> Row:
    """The dialogue that the next message belongs to; {} when there is none."""
    rows = await dialogues_of(house, writer)
    return rows[0] if rows else {}


async def rid_of(house: OpenHouse, writer: Writer) -> None:
    """Cancel what is in hand, and say yes when asked whether it is meant."""
    await house.says(writer, "/cancel")
    if await in_hand(house, writer):
        await house.presses(writer, "drop")


# --- every button: where it is shown ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Shows:
    """What someone does until they see the button, and its arguments; ``raw`` where such a button needs a longer list
    than there is."""

    who: Writer
    acts: tuple[Act, ...] = ()
    args: tuple[str, ...] = ()
    at: str = ""
    raw: str = ""


_HALF = (says("/write"), says("赵明"), presses("write-as"), says("桥栏杆松了"))
_CHANGE = (says("/contacts"), presses("contact"), presses("contact-change"))
_LOG = (says("/visits"), presses("visit-show"))

SHOWN: Mapping[str, Shows] = {
    "write-to": Shows(WANG, (says("/members 李建国"),)),
    "write-resume": Shows(WANG, (*_HALF, says("/write"))),
    "write-anew": Shows(WANG, (*_HALF, says("/write"))),
    "write-by": Shows(WANG, at="writing.whom"),
    "write-group": Shows(WANG, (says("/write"), presses("write-by", "sector"))),
    "write-choose": Shows(WANG, at="writing.whom"),
    "write-as": Shows(WANG, at="writing.name"),
    "write-done": Shows(WANG, _HALF),
    "write-more": Shows(WANG, at="writing.preview"),
    "write-submit": Shows(WANG, at="writing.preview"),
    "write-cancel": Shows(WANG, at="writing.whom"),
    "letters-page": Shows(WANG, raw="letters-page:9"),
    "letter-open": Shows(WANG, (says("/letters"),)),
    "letter-files": Shows(
        WANG,
        (presses("letter-go-on", ANSWERED), sends(updates.photo()), says("/letters"), presses("letter-open", ANSWERED)),
    ),
    "letter-go-on": Shows(WANG, args=(ANSWERED,)),
    "which-letter": Shows(WANG, at="which.letter"),
    "which-new": Shows(WANG, at="which.letter"),
    "which-cancel": Shows(WANG, at="which.letter"),
    "letter-solved": Shows(WANG, args=(ANSWERED,)),
    "letter-grade": Shows(WANG, args=(SETTLED, "partly")),
    "grade-skip": Shows(WANG, at="grade.words"),
    "inbox-page": Shows(LI, raw="inbox-page:member:0"),
    "letter-answer": Shows(LI, args=(ARRIVED,)),
    "reply-cancel": Shows(LI, (presses("letter-answer", ARRIVED),)),
    "letter-hand-over": Shows(LI, args=(ARRIVED,)),
    "handover-to": Shows(LI, at="handover.whom"),
    "handover-now": Shows(LI, at="handover.why"),
    "handover-cancel": Shows(LI, at="handover.why"),
    "letter-settle": Shows(LI, args=(ARRIVED,)),
    "settle-now": Shows(LI, at="settle.words"),
    "settle-cancel": Shows(LI, at="settle.words"),
    "contacts": Shows(LI, (says("/contacts"), presses("contact"))),
    "contact": Shows(LI, (says("/contacts"),)),
    "contact-change": Shows(LI, (says("/contacts"), presses("contact"))),
    "contact-alter": Shows(LI, _CHANGE, ("phone",)),
    "contact-kinds": Shows(LI, _CHANGE),
    "contact-set-kind": Shows(LI, (*_CHANGE, presses("contact-kinds")), ("other",)),
    "contactedit-cancel": Shows(LI, at="contactedit.name"),
    "contact-end": Shows(LI, (says("/contacts"), presses("contact"))),
    "contactend-because": Shows(LI, at="contactend.reason"),
    "contactend-cancel": Shows(LI, at="contactend.reason"),
    "contact-add": Shows(LI, (says("/contacts"),)),
    "contact-add-wanted": Shows(LI, (says("/visit 孙桂兰"),)),
    "contact-kind": Shows(LI, at="contact.kind"),
    "contact-skip": Shows(LI, at="contact.phone"),
    "contact-cancel": Shows(LI, at="contact.name"),
    "visit-new": Shows(LI, (says("/quota"),)),
    "visit-with": Shows(LI, (says("/contacts"), presses("contact"))),
    "visit-contact": Shows(LI, at="visit.contact"),
    "visit-all-contacts": Shows(LI, (says("/visit 王秀兰"),)),
    "visit-day": Shows(LI, at="visit.day"),
    "visit-kind": Shows(LI, at="visit.kind"),
    "visit-deeds": Shows(LI, at="visit.deeds"),
    "visit-alter": Shows(LI, at="visit.preview"),
    "visit-submit": Shows(LI, at="visit.preview"),
    "visit-cancel": Shows(LI, at="visit.preview"),
    "visit-list": Shows(LI, (says("/quota"),)),
    "visit-show": Shows(LI, (says("/visits"),)),
    "visit-change": Shows(LI, _LOG),
    "visit-withdraw": Shows(LI, _LOG),
    "visit-withdraw-yes": Shows(LI, (*_LOG, presses("visit-withdraw"))),
    "visit-photos": Shows(LI, _LOG),
    "evidence-done": Shows(LI, at="evidence.more"),
    "quota": Shows(LI, (says("/visits"),)),
    "quota-picture": Shows(LI, (says("/quota"),)),
    "invite-role": Shows(ZHOU, at="invite.role"),
    "invite-cancel": Shows(ZHOU, at="invite.name"),
    "sector": Shows(WANG, (says("/members"),)),
    "language": Shows(WANG, (says("/language"),), ("zh",)),
    "drop": Shows(WANG, (*_HALF, says("/cancel"))),
    "keep": Shows(WANG, (*_HALF, says("/cancel"))),
}
"""By route of the press."""


async def show(house: OpenHouse, shows: Shows, route: str) -> tuple[Shown | None, str]:
    """Do what makes the button appear; its message and data."""
    if shows.at:
        await reach(house, next(start for start in STARTS if start.step == shows.at))
    await play(house, shows.who, shows.acts)
    return (None, shows.raw) if shows.raw else house.phone(shows.who).button(route, *shows.args)
