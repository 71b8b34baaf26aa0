"""Every dialogue of the house: how people begin it, and a good answer at each of its steps.

A step is reached by the updates a person would send, so that its draft is a real one.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from storage.db import Row
from tests import updates
from tests.house import OpenHouse
from tests.town import (
    ACCEPTED,
    ANSWERED,
    ARRIVED,
    CARRIED,
    CHEN,
    DRAFT,
    HANDED_IN,
    IN_TRIAGE,
    LEAD,
    LI,
    LIU,
    OF_DEPARTMENT,
    REPLIED,
    SETTLED,
    TALK,
    TASK,
    UNBOOKED,
    UNDER_WAY,
    WANG,
    ZHOU,
    Act,
    play,
    presses,
    replies,
    says,
    sends,
)
from tests.updates import Writer


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
_ASKED_DEEDS = (
    *(*_VISIT, presses("visit-contact"), presses("visit-day"), presses("visit-kind", "home")),
    says("问了收成"),
)
_PROMISED = (says("/deeds"), presses("deed-show"))
_PAPER = (says("/cards"), presses("paper-key"))
_ENTRY = (says("/diary"), presses("diary-show"))
_CONTACT = (says("/contacts"), presses("contact-add"))
_ACTIVITY = (says("/activity"), presses("activity-new"))
_DESK = (says("/activity"), presses("activity-desk", TALK))
_POOL = (says("/pool"), presses("pool-join"))
_REPLACE = (says("/contacts"), presses("contact"), presses("contact-replace"))
_ALTER = (says("/contacts"), presses("contact"), presses("contact-change"))

_NEW_BRIEF = (says("/brief"), presses("brief-new"))


def _with(brief: str, route: str) -> tuple[Act, ...]:
    """A brief is opened from the list, and one of its buttons pressed."""
    return (says("/brief"), presses("brief", brief), presses(route))


_RECORDED = (
    *(says("/record"), says("吴奶奶"), says("13800000077"), presses("record-channel", "paper")),
    *(presses("record-sign", "named"), presses("record-to", "committee"), says("楼道灯不亮"), presses("record-submit")),
)


STARTS: tuple[Start, ...] = (
    Start("writing.whom", WANG, _WRITE),
    Start("writing.name", WANG, _WRITE),
    Start("writing.text", WANG, _WRITE),
    Start("writing.text", WANG, (*_WRITE, says("赵明"), presses("write-as"), says("桥栏杆松了")), "half-written"),
    Start("writing.preview", WANG, _WRITE),
    Start("search.words", LI, (says("/search"),)),
    Start("which.letter", WANG, (says("路灯还是不亮"),)),
    Start("grade.words", WANG, (presses("letter-grade", SETTLED, "helped"),)),
    Start("reply.text", WANG, (presses("letter-go-on", ANSWERED),), "of-writer"),
    Start("reply.text", LI, (presses("letter-answer", ARRIVED),), "of-holder"),
    Start("reply.text", LI, (presses("letter-ask", ARRIVED),), "of-asker"),
    Start("handover.whom", LI, (presses("letter-hand-over", ARRIVED),)),
    Start("handover.why", LI, (presses("letter-hand-over", ARRIVED),)),
    Start("handback.why", LIU, (presses("letter-hand-back", OF_DEPARTMENT),)),
    Start("unsent.words", LI, (replies("明天去看", "letter-answer", SETTLED),)),
    Start("settle.words", LI, (presses("letter-settle", ARRIVED),)),
    Start("answerreturn.why", ZHOU, (presses("answer-return"),)),
    Start("answerreword.text", ZHOU, (presses("answer-reword"),)),
    Start("snippet.title", LI, (says("/snippet"), presses("snippet-add", "own"))),
    Start("snippet.text", LI, (says("/snippet"), presses("snippet-add", "own"))),
    *(
        Start(f"record.{step}", ZHOU, (says("/record"),))
        for step in ("name", "phone", "channel", "sign", "whom", "text")
    ),
    Start("recordadd.text", ZHOU, (*_RECORDED, presses("record-add"))),
    *(Start(f"claiming.{step}", WANG, (says("/claim"),)) for step in ("number", "phone", "code")),
    Start("note.words", LI, (presses("letter-note", ARRIVED),)),
    Start("triage.whom", ZHOU, (says("/triage"), presses("triage-name"))),
    Start("triage.why", ZHOU, (says("/triage"), presses("triage-return"))),
    Start("brief.kind", LI, _NEW_BRIEF),
    Start("brief.title", LI, _NEW_BRIEF),
    Start("brief.facts", LI, _NEW_BRIEF),
    Start("brief.analysis", LI, _NEW_BRIEF),
    Start("brief.suggestions", LI, _NEW_BRIEF),
    Start("brief.preview", LI, _NEW_BRIEF),
    Start("brief.preview", LI, _with(DRAFT, "brief-edit"), "of-draft"),
    Start("briefwork.return", ZHOU, _with(HANDED_IN, "brief-return")),
    Start("briefwork.leader", ZHOU, _with(ACCEPTED, "brief-instruct")),
    Start("briefwork.instruction", CHEN, _with(ACCEPTED, "brief-instruct")),
    Start("briefwork.departments", ZHOU, _with(LEAD, "brief-assign")),
    Start("briefwork.day", ZHOU, _with(LEAD, "brief-assign")),
    Start("briefwork.result", ZHOU, _with(LEAD, "brief-conclude")),
    Start("briefwork.answer", LIU, (says("/tasks"), presses("task", TASK), presses("task-answer", TASK))),
    Start("briefwork.answer-return", ZHOU, _with(REPLIED, "task-return")),
    Start("judge.words", WANG, (presses("judge", CARRIED, ANSWERED, "not"),)),
    Start("identity.why", ZHOU, (says(f"/letter {IN_TRIAGE}"), presses("identity-ask"))),
    Start("block.whom", ZHOU, (says("/block"), presses("block-new"))),
    Start("block.why", ZHOU, (says("/block"), presses("block-new"))),
    Start("block.until", ZHOU, (says("/block"), presses("block-new"))),
    Start("publish.words", ZHOU, (says("/publish"), presses("publish-words", SETTLED, "content"))),
    Start("away.day", LI, (says("/away"),)),
    Start("away.stand-in", LI, (says("/away"),)),
    Start("contactedit.name", LI, (*_ALTER, presses("contact-alter", "name"))),
    Start("contactedit.phone", LI, (*_ALTER, presses("contact-alter", "phone"))),
    Start("contactedit.address", LI, (*_ALTER, presses("contact-alter", "address"))),
    Start("contactend.reason", LI, (says("/contacts"), presses("contact"), presses("contact-end"))),
    *(Start(f"replace.{step}", LI, _REPLACE) for step in ("why", "name", "kind", "phone", "address")),
    Start("contact.name", LI, _CONTACT),
    Start("contact.kind", LI, _CONTACT),
    Start("contact.phone", LI, _CONTACT),
    Start("contact.address", LI, _CONTACT),
    Start("dispute.words", WANG, (presses("confirm-differs"),)),
    Start("deeddispute.words", WANG, (presses("deed-differs"),)),
    Start("disputeanswer.words", LI, (presses("dispute-answer"),)),
    Start("talk.line", ZHOU, (presses("talk-new"),)),
    Start("objection.words", LI, (says("/appraisal"), presses("appraisal-line"), presses("objection-new"))),
    Start("objectionwork.points", ZHOU, (presses("objection"), presses("objection-uphold"))),
    Start("objectionwork.reason", ZHOU, (presses("objection"), presses("objection-uphold"))),
    Start("formreturn.reason", ZHOU, (presses("form-return"),)),
    Start("visit.contact", LI, _VISIT),
    Start("visit.day", LI, _VISIT),
    Start("visit.kind", LI, _VISIT),
    Start("visit.note", LI, _VISIT),
    Start("visit.deeds", LI, _VISIT),
    Start(
        "visit.promise",
        LI,
        (
            *_VISIT,
            presses("visit-contact"),
            presses("visit-day"),
            presses("visit-kind", "home"),
            says("问了收成"),
            presses("visit-promise"),
        ),
    ),
    Start("visit.preview", LI, _VISIT),
    Start("visit.preview", LI, (says("/visits"), presses("visit-show"), presses("visit-change")), "of-correction"),
    Start("deed.done", LI, (*_PROMISED, presses("deed-done"))),
    Start("deed.later", LI, (*_PROMISED, presses("deed-later"))),
    Start("deed.why", LI, (*_PROMISED, presses("deed-drop"))),
    Start("evidence.more", LI, (says("/visits"), presses("visit-show"), presses("visit-photos"))),
    Start("paper.member", ZHOU, _PAPER),
    Start("paper.contact", ZHOU, _PAPER),
    Start("paper.sheet", ZHOU, _PAPER),
    Start("paper.extra", ZHOU, (*_PAPER, says("李建国"), presses("paper-contact"), presses("paper-extra"))),
    Start("group.matter", LI, (says("/together"), presses("group-new"))),
    Start("group.met", LI, (says("/together"), presses("group-show", "1"), presses("group-in"))),
    Start("diary.text", LI, (says("/diary"), presses("diary-write"))),
    Start("diaryedit.text", LI, (*_ENTRY, presses("diary-change"))),
    Start("summary.words", LI, (says("/report"), presses("report-write"))),
    Start("activity.kind", ZHOU, _ACTIVITY),
    Start("activity.title", ZHOU, _ACTIVITY),
    Start("activity.when", ZHOU, _ACTIVITY),
    Start("activity.place", ZHOU, _ACTIVITY),
    Start("activity.capacity", ZHOU, _ACTIVITY),
    Start("activityalter.value", ZHOU, (*_DESK, presses("activity-alter", "place"))),
    Start("activitycalloff.why", ZHOU, (*_DESK, presses("activity-call-off"))),
    Start("activityinvite.whom", ZHOU, (*_DESK, presses("activity-invite"), presses("activity-invite-name"))),
    Start("activityleave.why", LI, (presses("activity-leave"),)),
    Start("activitynote.words", WANG, (presses("activity-note", UNDER_WAY),)),
    Start("slot.line", LI, (says("/reception"), presses("slot-mine"), presses("slot-add", "duty_room"))),
    Start("booking.topic", WANG, (says("/reception"), presses("slot-book", UNBOOKED))),
    Start("studio.line", ZHOU, (says("/studios"), presses("studio-add"))),
    Start("lecture.line", ZHOU, (says("/lecture"), presses("lecture-order"))),
    Start("pool.sector", WANG, _POOL),
    Start("pool.township", WANG, _POOL),
    Start("invite.role", ZHOU, (says("/invite"),)),
    Start("invite.name", ZHOU, (says("/invite"),)),
    Start("invite.unit", ZHOU, (says("/invite 承办单位 吴桐"),)),
)

GOOD: Mapping[str, tuple[Act, ...]] = {
    "writing.whom": (says("赵明"),),
    "writing.name": (presses("write-as", "named"),),
    "writing.text": (says("校门口没有路灯"), presses("write-done")),
    "writing.preview": (presses("write-submit"),),
    "search.words": (says("路灯"),),
    "which.letter": (presses("which-letter", ANSWERED),),
    "grade.words": (says("谢谢，办得很快"),),
    "reply.text": (says("好的，我知道了"),),
    "handover.whom": (says("赵明"),),
    "handover.why": (says("属于教育方面"),),
    "handback.why": (says("这条路不归我们管"),),
    "unsent.words": (presses("unsent-cancel"),),
    "settle.words": (says("垃圾已经清运"),),
    "answerreturn.why": (says("请写明哪一天"),),
    "answerreword.text": (says("环卫所周五清运"),),
    "snippet.title": (says("收到来信"),),
    "snippet.text": (says("{称呼}，您好！来信 {编号} 已收到。"),),
    "record.name": (says("吴奶奶"),),
    "record.phone": (says("13800000077"),),
    "record.channel": (presses("record-channel", "paper"),),
    "record.sign": (presses("record-sign", "named"),),
    "record.whom": (says("赵明"),),
    "record.text": (says("楼道灯不亮"), presses("record-submit")),
    "recordadd.text": (says("她说还没修"), presses("recordadd-submit")),
    "claiming.number": (says("5"),),
    "claiming.phone": (says("13800000077"),),
    "claiming.code": (says("1234 5678"),),
    "note.words": (says("已问过供电所"),),
    "triage.whom": (says("赵明"),),
    "triage.why": (says("请写明是哪一站"),),
    "brief.kind": (presses("brief-kind", "opinion"),),
    "brief.title": (says("村口路灯"),),
    "brief.facts": (says("路灯坏了半个月，三户反映"),),
    "brief.analysis": (presses("brief-skip"),),
    "brief.suggestions": (says("请尽快修好"),),
    "brief.preview": (presses("brief-submit"),),
    "briefwork.return": (says("请写明地点"),),
    "briefwork.leader": (says("陈主席"),),
    "briefwork.instruction": (says("请市政尽快办"),),
    "briefwork.departments": (presses("assign-to"), presses("assign-done")),
    "briefwork.day": (presses("assign-due"),),
    "briefwork.result": (says("已写进提案"),),
    "briefwork.answer": (says("已经修好"),),
    "briefwork.answer-return": (says("请写明日期"),),
    "judge.words": (says("又不亮了"),),
    "identity.why": (says("信里说有人受伤"),),
    "block.whom": (says("马三立"),),
    "block.why": (says("反复辱骂"),),
    "block.until": (presses("block-until"),),
    "away.day": (presses("away-until"),),
    "away.stand-in": (presses("away-alone"),),
    "contactedit.name": (says("孙桂兰"),),
    "publish.words": (says("桥头的护栏松了，请修。"),),
    "contactedit.phone": (says("13900000011"),),
    "contactedit.address": (says("城西村"),),
    "contactend.reason": (presses("contactend-because", "moved"),),
    "replace.why": (presses("replace-because", "moved"),),
    "replace.name": (says("孙桂兰"),),
    "replace.kind": (presses("replace-kind", "sector"),),
    "replace.phone": (says("13900000012"),),
    "replace.address": (says("城西村三组"),),
    "contact.name": (says("孙桂兰"),),
    "contact.kind": (presses("contact-kind", "sector"),),
    "contact.phone": (says("13900000012"),),
    "contact.address": (says("城西村三组"),),
    "dispute.words": (says("只送来一袋"),),
    "deed.done": (presses("deed-day"),),
    "deed.later": (presses("deed-day"),),
    "deed.why": (says("已由民政局办理"),),
    "deeddispute.words": (says("还没有送到"),),
    "disputeanswer.words": (says("明天补送"),),
    "talk.line": (says("3月10日 陈主席；谈了走访太少的原因"),),
    "objection.words": (says("还有两篇写在本子上"),),
    "objectionwork.points": (says("1.5"),),
    "objectionwork.reason": (says("看过他的日记本"),),
    "formreturn.reason": (says("请补上住址"),),
    "visit.contact": (presses("visit-contact"),),
    "visit.day": (presses("visit-day"),),
    "visit.kind": (presses("visit-kind", "home"),),
    "visit.note": (says("问了收成"),),
    "visit.deeds": (says("送去种子"), presses("visit-deeds", "done")),
    "visit.promise": (says("4月10日前 送去种子"),),
    "visit.preview": (presses("visit-alter", "note"), says("问了收成和医保"), presses("visit-submit")),
    "evidence.more": (sends(updates.photo(name="later")), presses("evidence-done")),
    "paper.member": (says("李建国"),),
    "paper.contact": (presses("paper-contact"),),
    "paper.extra": (says("3月5日 上门 送去种子"),),
    "paper.sheet": (presses("paper-done"),),
    "group.matter": (says("3月20日 到城南村走访"),),
    "group.met": (presses("group-met"), presses("group-done")),
    "diary.text": (says("参加了座谈会"), presses("diary-done")),
    "diaryedit.text": (says("参加了两场座谈会"),),
    "summary.words": (says("这一年收获很多"),),
    "activity.kind": (presses("activity-kind", "open_day"),),
    "activity.title": (says("政协开放日"),),
    "activity.when": (says("5月20日 9:00-11:00"),),
    "activity.place": (says("政协会议室"),),
    "activity.capacity": (presses("activity-capacity", "20"),),
    "activityalter.value": (says("城北文化站"),),
    "activitycalloff.why": (says("场地临时有变"),),
    "activityinvite.whom": (says("赵明"),),
    "activityleave.why": (says("外出开会"),),
    "activitynote.words": (says("建议多设路灯"),),
    "slot.line": (says("5月7日 9:00-10:00 城北社区"),),
    "booking.topic": (says("问低保"),),
    "studio.line": (says("城南工作室；解放路1号"),),
    "lecture.line": (says("防诈骗；5月21日 14:00-16:00；城南社区"),),
    "pool.sector": (says("农业界"),),
    "pool.township": (says("城北镇"),),
    "invite.role": (presses("invite-role", "member"),),
    "invite.name": (says("吴桐"),),
    "invite.unit": (presses("invite-unit"),),
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
