"""Briefs on both engines: written, decided, instructed, assigned, answered, carried back, judged, chased."""

from datetime import datetime, timedelta

import pytest

from domain.briefs import (
    AssignmentState,
    BriefHasMovedOn,
    BriefKind,
    BriefNotFound,
    BriefState,
    NothingToJudge,
    Source,
    SourceKind,
    StepIsNeeded,
    TaskHasMovedOn,
    TaskNotFound,
    Verdict,
)
from domain.diary import NotYourEntry
from domain.letters import EventKind
from domain.people import NotForYourRole
from services import brief_feedback, brief_views, brief_work, briefs, chases, diary, matters, tasks
from services.brief_sources import material
from services.briefs import BriefReasonIsWanted
from services.tasks import LinkIsOver, NoPageAddress
from storage import assignments, forgetting, units
from storage import brief_feedback as feedback_rows
from storage import briefs as rows
from storage.db import Db, Tx
from tests.cast import Cast, settle_in
from tests.conftest import TestClock
from tests.services.brief_making import (
    CONTENT,
    DUE,
    TODAY,
    ZONE,
    accepted,
    answered,
    assigned,
    draft,
    handed_in,
    lamps,
    of_letters,
    reviewed,
)
from tests.services.letter_writing import COMMITTEE, TEXTS, buttons, last_told, log_of, owed, told, write
from tests.services.reminding import RULES, at, said_to


async def test_a_draft_submitted_twice_is_one_brief_and_is_its_author_s_alone(tx: Tx, cast: Cast) -> None:
    brief = await draft(tx, cast.li, draft_id=7)
    assert await draft(tx, cast.li, draft_id=7) == brief
    assert [each.id for each in await briefs.listed(tx, cast.li)] == [brief.id]
    for other in (cast.zhou, cast.zhao, cast.chen):
        with pytest.raises(BriefNotFound):
            await briefs.to_see(tx, brief.id, other)
    with pytest.raises(NotForYourRole):
        await draft(tx, cast.wang)


async def test_a_brief_is_handed_in_returned_with_a_reason_handed_in_again_and_accepted(tx: Tx, cast: Cast) -> None:
    first, second = await handed_in(tx, cast.li), await handed_in(tx, cast.zhao)
    assert (first.running, second.running) == (1, 2)
    with pytest.raises(BriefReasonIsWanted):
        await briefs.send_back(tx, first.id, cast.zhou, " ")
    await briefs.send_back(tx, first.id, cast.zhou, "请写明地点")
    assert "请写明地点" in await last_told(tx, cast.li)
    await briefs.accept(tx, second.id, cast.zhou)
    with pytest.raises(BriefHasMovedOn):
        await briefs.accept(tx, second.id, cast.zhou)
    again = await briefs.hand_in(tx, first.id, cast.li, COMMITTEE)
    assert (again.running, again.reason) == (1, None)
    assert (await briefs.accept(tx, first.id, cast.zhou)).state is BriefState.ACCEPTED
    assert "〔2026〕第1号" in await last_told(tx, cast.li)
    with pytest.raises(NotForYourRole):
        await briefs.accept(tx, first.id, cast.li)


async def test_a_source_must_be_theirs_and_is_quoted_without_a_name(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member, "我是王秀英，路灯坏了。")
    with pytest.raises(Exception, match="letter-is-not-yours"):
        await draft(tx, cast.zhao, of_letters(letter))
    (quote,) = (await material(tx, of_letters(letter)[0], cast.li, ZONE)).quotes
    assert "王秀英" not in quote.text
    assert "路灯坏了" in quote.text


async def test_a_brief_is_made_of_one_s_own_diary_and_carried_back_to_nobody_for_it(tx: Tx, cast: Cast) -> None:
    entry = (await diary.write(tx, cast.li_member, TODAY, "走访城北村，水渠漏水。")).entry
    source = Source(SourceKind.DIARY, entry.id)
    made_of = await material(tx, source, cast.li, ZONE)
    assert made_of.title.startswith("走访城北村")
    assert [quote.kind for quote in made_of.quotes] == [SourceKind.DIARY]
    brief = await draft(tx, cast.li, [source])
    assert await rows.letter_ids(tx, brief.id) == []
    for other in (cast.zhao, cast.zhou):
        with pytest.raises((NotYourEntry, BriefNotFound)):
            await draft(tx, other, [source])


async def test_leaders_are_shown_an_accepted_brief_once_and_one_writes_the_instruction(tx: Tx, cast: Cast) -> None:
    brief = await accepted(tx, cast)
    assert await brief_work.to_leaders(tx, brief.id, cast.zhou) == 1
    assert buttons((await owed(tx, cast.chen))[-1]) == ["批示"]
    with pytest.raises(brief_work.AlreadyWithLeaders):
        await brief_work.to_leaders(tx, brief.id, cast.zhou)
    instructed = await brief_work.instruct(tx, brief.id, cast.chen, "请尽快修好")
    assert (instructed.instructed_by, instructed.instruction) == ("陈主席", "请尽快修好")
    assert "请尽快修好" in await last_told(tx, cast.zhou)
    with pytest.raises(BriefHasMovedOn):
        await brief_work.instruct(tx, brief.id, cast.chen, "再快些")
    with pytest.raises(NotForYourRole):
        await brief_work.instruct(tx, brief.id, cast.li, "我来批")


async def test_the_office_keys_in_an_instruction_with_the_leader_s_name(tx: Tx, cast: Cast) -> None:
    brief = await accepted(tx, cast)
    with pytest.raises(brief_work.LeaderNameIsWrong):
        await brief_work.instruct(tx, brief.id, cast.zhou, "请办")
    instructed = await brief_work.instruct(tx, brief.id, cast.zhou, "请办", "王副主席")
    assert instructed.instructed_by == "王副主席"


async def test_a_brief_without_instruction_is_not_assigned_and_a_lead_is(tx: Tx, cast: Cast) -> None:
    brief = await accepted(tx, cast)
    with pytest.raises(StepIsNeeded):
        await brief_work.assign(tx, brief.id, cast.zhou, [cast.department.id], DUE, TODAY)
    lead = await accepted(tx, cast, kind=BriefKind.LEAD)
    with pytest.raises(brief_work.NoDepartmentChosen):
        await brief_work.assign(tx, lead.id, cast.zhou, [], DUE, TODAY)
    with pytest.raises(brief_work.DayIsPast):
        await brief_work.assign(tx, lead.id, cast.zhou, [cast.department.id], TODAY, TODAY)
    await brief_work.assign(tx, lead.id, cast.zhou, [cast.department.id], DUE, TODAY)
    with pytest.raises(BriefHasMovedOn):
        await brief_work.conclude(tx, lead.id, cast.zhou, "已采用")


async def test_a_department_sees_its_task_with_the_instruction_and_no_writer(tx: Tx, cast: Cast) -> None:
    letters = await lamps(tx, cast)
    brief, task = await assigned(tx, cast, of_letters(*letters))
    read = "\n".join(await told(tx, cast.liu))
    assert "请市政管理局一周内修好" in read
    assert CONTENT.facts in read
    assert not [secret for secret in ("王秀英", letters[0].number, "赵明") if secret in read]
    assert [each.assignment.id for each in await tasks.mine(tx, cast.liu)] == [task.id]
    other = await units.add(tx, "供电公司", "department")
    given = await assignments.add(tx, (await accepted(tx, cast)).id, other.id, DUE)
    with pytest.raises(TaskNotFound):
        await tasks.get(tx, given, cast.liu)
    with pytest.raises(TaskNotFound):
        await tasks.answer(tx, task.id, cast.li, "修好了")
    with pytest.raises(BriefNotFound):
        await briefs.to_see(tx, brief.id, cast.liu)


async def test_a_department_sees_what_goes_with_the_brief(tx: Tx, cast: Cast) -> None:
    brief = await draft(tx, cast.li, kind=BriefKind.LEAD, files=[("photo", "file-1")])
    await briefs.hand_in(tx, brief.id, cast.li, COMMITTEE)
    await briefs.accept(tx, brief.id, cast.zhou)
    (given,) = await brief_work.assign(tx, brief.id, cast.zhou, [cast.department.id], DUE, TODAY)
    assert "附件 1 个" in "\n".join(await told(tx, cast.liu))
    assert "查看附件" in buttons((await owed(tx, cast.liu))[-1])
    assert [(one.kind, one.file_id) for one in await tasks.files(tx, given.task.id, cast.liu)] == [("photo", "file-1")]
    with pytest.raises(TaskNotFound):
        await tasks.files(tx, given.task.id, cast.li)


async def test_a_leader_opens_the_files_under_the_notice(tx: Tx, cast: Cast) -> None:
    brief = await draft(tx, cast.li, kind=BriefKind.LEAD, files=[("photo", "file-1")])
    await briefs.hand_in(tx, brief.id, cast.li, COMMITTEE)
    await briefs.accept(tx, brief.id, cast.zhou)
    assert await brief_work.to_leaders(tx, brief.id, cast.zhou) == 1
    assert buttons((await owed(tx, cast.chen))[-1]) == ["批示", "查看附件"]


async def test_an_answer_is_returned_with_a_reason_given_again_and_accepted(tx: Tx, cast: Cast) -> None:
    brief, task = await answered(tx, cast)
    with pytest.raises(TaskHasMovedOn):
        await tasks.answer(tx, task.id, cast.liu, "又修了一盏")
    with pytest.raises(BriefReasonIsWanted):
        await brief_work.return_answer(tx, task.id, cast.zhou, "", DUE)
    await brief_work.return_answer(tx, task.id, cast.zhou, "请写明谁来检查", DUE)
    assert "请写明谁来检查" in await last_told(tx, cast.liu)
    with pytest.raises(TaskHasMovedOn):
        await brief_work.accept_answer(tx, task.id, cast.zhou)
    await tasks.answer(tx, task.id, cast.liu, "已修好，每月检查。")
    now, _ = await brief_work.accept_answer(tx, task.id, cast.zhou)
    assert (now.id, now.state) == (brief.id, BriefState.ANSWERED)


async def test_a_brief_is_answered_when_every_department_s_answer_is_accepted(tx: Tx, cast: Cast) -> None:
    power = await units.add(tx, "供电公司", "department")
    lead = await accepted(tx, cast, kind=BriefKind.LEAD)
    given = await brief_work.assign(tx, lead.id, cast.zhou, [cast.department.id, power.id], DUE, TODAY)
    assert {each.task.unit: each.reached for each in given} == {"市政管理局": 1, "供电公司": 0}
    mine, others = sorted(given, key=lambda each: each.task.unit != "市政管理局")
    await tasks.answer(tx, mine.task.id, cast.liu, "灯杆已修")
    now, _ = await brief_work.accept_answer(tx, mine.task.id, cast.zhou)
    assert now.state is BriefState.ASSIGNED
    link, _ = await tasks.make_link(tx, others.task.id, cast.zhou, "https://example.org", 14)
    await tasks.answer_by_link(tx, link.rpartition("/")[2], "电已接通")
    now, _ = await brief_work.accept_answer(tx, others.task.id, cast.zhou)
    assert now.state is BriefState.ANSWERED


async def test_a_link_answers_once_until_its_end_and_only_the_last_one_made(tx: Tx, cast: Cast) -> None:
    _, task = await assigned(tx, cast)
    with pytest.raises(NoPageAddress):
        await tasks.make_link(tx, task.id, cast.zhou, "", 14)
    old, _ = await tasks.make_link(tx, task.id, cast.zhou, "https://example.org/", 14)
    with pytest.raises(tasks.LinkIsFresh):
        await tasks.make_link(tx, task.id, cast.zhou, "https://example.org/", 14)
    await tx.run("UPDATE assignments SET link_ends_at = :earlier", earlier=tx.now + timedelta(days=13))
    new, _ = await tasks.make_link(tx, task.id, cast.zhou, "https://example.org/", 14)
    assert new.startswith("https://example.org/answer/")
    stored = await tx.value("SELECT code_hash FROM assignments WHERE id = :id", id=task.id)
    code = new.rpartition("/")[2]
    assert code not in stored
    with pytest.raises(LinkIsOver):
        await tasks.of_link(tx, old.rpartition("/")[2])
    assert (await tasks.of_link(tx, code)).assignment.id == task.id
    with pytest.raises(tasks.AnswerIsEmpty):
        await tasks.answer_by_link(tx, code, " ")
    await tasks.answer_by_link(tx, code, "已修好")
    with pytest.raises(LinkIsOver):
        await tasks.answer_by_link(tx, code, "再答一次")
    with pytest.raises(NotForYourRole):
        await tasks.make_link(tx, task.id, cast.liu, "https://example.org", 14)


async def test_a_link_is_over_after_its_days(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        _, task = await assigned(tx, cast)
        link, _ = await tasks.make_link(tx, task.id, cast.zhou, "https://example.org", 14)
    clock.move(days=14)
    async with db.read() as tx:
        with pytest.raises(LinkIsOver):
            await tasks.of_link(tx, link.rpartition("/")[2])


# --- carried back -----------------------------------------------------------------------------------------------------


async def test_the_result_goes_to_every_writer_of_the_matter_in_one_step(tx: Tx, cast: Cast) -> None:
    letters = await lamps(tx, cast)
    matter = (await matters.newest(tx, cast.li))[0][0]
    brief, _ = await reviewed(tx, cast, [Source(SourceKind.MATTER, matter.id), *of_letters(letters[0])])
    carried, count = await brief_feedback.carry_back(tx, brief.id, cast.zhou)
    assert (carried.state, count) == (BriefState.CARRIED_BACK, 3)
    for writer, letter in zip((cast.wang, cast.zhao, cast.chen), letters, strict=True):
        read = await told(tx, writer)
        assert len([line for line in read if letter.number in line and "有结果了" in line]) == 1
        assert [line for line in read if "路灯已于3月20日修好" in line]
        assert EventKind.FED_BACK in await log_of(tx, letter)
    assert buttons((await owed(tx, cast.wang))[-1]) == ["满意", "基本满意", "不满意"]
    with pytest.raises(BriefHasMovedOn):
        await brief_feedback.carry_back(tx, brief.id, cast.zhou)


async def carried(tx: Tx, cast: Cast) -> tuple[int, list[int]]:
    """A brief carried back to 王秀英, 赵明 and 陈主席; its number and their letters'."""
    letters = await lamps(tx, cast)
    brief, _ = await reviewed(tx, cast, of_letters(*letters))
    await brief_feedback.carry_back(tx, brief.id, cast.zhou)
    return brief.id, [letter.id for letter in letters]


async def state_of(tx: Tx, brief_id: int) -> BriefState:
    brief = await rows.get(tx, brief_id)
    assert brief
    return brief.state


async def test_it_is_closed_when_everyone_has_judged_and_nobody_is_unsatisfied(tx: Tx, cast: Cast) -> None:
    brief_id, letter_ids = await carried(tx, cast)
    for writer, letter_id in zip((cast.wang, cast.zhao, cast.chen), letter_ids, strict=True):
        assert await state_of(tx, brief_id) is BriefState.CARRIED_BACK
        await brief_feedback.judge(tx, brief_id, letter_id, writer, Verdict.SATISFIED)
    assert await state_of(tx, brief_id) is BriefState.CLOSED
    assert "陈主席" not in "\n".join(line for line in await told(tx, cast.zhou) if letter_ids and "表示" in line)
    with pytest.raises(NothingToJudge):
        await brief_feedback.judge(tx, brief_id, letter_ids[0], cast.zhao, Verdict.NOT, "不是我的信")


async def test_who_is_not_satisfied_sends_it_back_to_the_department_once(tx: Tx, cast: Cast) -> None:
    brief_id, (of_wang, of_zhao, of_chen) = await carried(tx, cast)
    await brief_feedback.judge(tx, brief_id, of_zhao, cast.zhao, Verdict.MOSTLY)
    assert await brief_feedback.judge(tx, brief_id, of_wang, cast.wang, Verdict.NOT, "王秀英说又灭了", DUE)
    assert await state_of(tx, brief_id) is BriefState.ASSIGNED
    (task,) = await assignments.of_brief(tx, brief_id)
    assert (task.state, task.due_on, task.chases) == (AssignmentState.RETURNED, DUE, 0)
    returned = await last_told(tx, cast.liu)
    assert "又灭了" in returned
    assert "王秀英" not in returned
    assert not await brief_feedback.judge(tx, brief_id, of_chen, cast.chen, Verdict.NOT, "也不亮", DUE)
    await tasks.answer(tx, task.id, cast.liu, "换了新灯")
    await brief_work.accept_answer(tx, task.id, cast.zhou)
    await brief_feedback.carry_back(tx, brief_id, cast.zhou)
    assert await feedback_rows.verdicts(tx, brief_id) == [None, None, None]
    assert "重新办过" in await last_told(tx, cast.wang)
    for writer, letter_id in ((cast.wang, of_wang), (cast.zhao, of_zhao), (cast.chen, of_chen)):
        assert not await brief_feedback.judge(tx, brief_id, letter_id, writer, Verdict.NOT, "还是不行", DUE)
    assert await state_of(tx, brief_id) is BriefState.CLOSED


async def test_what_a_writer_said_of_the_result_is_erased_with_their_letter_alone(tx: Tx, cast: Cast) -> None:
    brief_id, (of_wang, of_zhao, _) = await carried(tx, cast)
    await brief_feedback.judge(tx, brief_id, of_zhao, cast.zhao, Verdict.MOSTLY, "路口还暗")
    await brief_feedback.judge(tx, brief_id, of_wang, cast.wang, Verdict.NOT, "又灭了", DUE)
    await forgetting.words_of(tx, of_wang)
    kept = "".join(str(row["details_json"]) for row in await rows.events(tx, brief_id))
    assert "又灭了" not in kept
    assert "路口还暗" in kept


async def test_a_lead_is_concluded_by_the_office_and_without_letters_closed_at_once(tx: Tx, cast: Cast) -> None:
    lead = await accepted(tx, cast, kind=BriefKind.LEAD)
    await brief_work.conclude(tx, lead.id, cast.zhou, "已写进提案")
    closed, count = await brief_feedback.carry_back(tx, lead.id, cast.zhou)
    assert (closed.state, count) == (BriefState.CLOSED, 0)


async def test_an_anonymous_writer_is_in_nothing_that_others_are_told(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member, "我是王秀英，路灯坏了。", anonymous=True)
    brief, _ = await reviewed(tx, cast, of_letters(letter))
    await brief_feedback.carry_back(tx, brief.id, cast.zhou)
    await brief_feedback.judge(tx, brief.id, letter.id, cast.wang, Verdict.NOT, "王秀英不同意", DUE)
    seen = [
        line for who in (cast.li, cast.zhou, cast.chen, cast.liu) for line in await told(tx, who) if "我是" not in line
    ]
    stored = await rows.get(tx, brief.id)
    assert stored
    for who in (cast.li, cast.zhou):
        seen += [TEXTS.plain("zh", text) for text in await brief_views.whole(tx, stored, who)]
    assert not [line for line in seen if "王秀英" in line]


async def test_a_brief_nobody_judged_is_closed_after_its_days(db: Db, cast: Cast, clock: TestClock) -> None:
    async with db.write() as tx:
        brief_id, _ = await carried(tx, cast)
    clock.move(days=13)
    assert await brief_feedback.close_unjudged(db, 14) == {}
    clock.move(days=1, seconds=1)
    assert await brief_feedback.close_unjudged(db, 14) == {"briefs": 1}
    async with db.read() as tx:
        assert await state_of(tx, brief_id) is BriefState.CLOSED


# --- chased -----------------------------------------------------------------------------------------------------------


async def test_a_department_is_chased_on_its_workdays_by_day_once_and_the_office_hears(
    db: Db, clock: TestClock
) -> None:
    async with db.write() as tx:
        cast = await settle_in(tx)
        await assigned(tx, cast)

    async def chased(moment: datetime) -> int:
        clock.now = moment
        return dict(await chases.chase(db, RULES)).get("chases", 0)

    before = len(await said_to(db, cast.zhou.id))
    assert await chased(at("2026-04-02", 12)) == 0
    assert await chased(at("2026-04-03", 9)) == 1
    assert await chased(at("2026-04-03", 10)) == 0
    assert "还没有收到" in (await said_to(db, cast.liu.id))[-1]
    assert await chased(at("2026-04-09", 22)) == 0, "nothing at night"
    assert await chased(at("2026-04-10", 8)) == 1
    assert "催办" in (await said_to(db, cast.liu.id))[-1]
    assert len(await said_to(db, cast.zhou.id)) == before
    assert await chased(at("2026-04-13", 9)) == 1
    assert "请跟进" in (await said_to(db, cast.zhou.id))[-1]


async def test_a_department_that_nobody_has_joined_is_chased_through_the_office(db: Db, clock: TestClock) -> None:
    async with db.write() as tx:
        cast = await settle_in(tx)
        power = await units.add(tx, "供电公司", "department")
        lead = await accepted(tx, cast, kind=BriefKind.LEAD)
        await brief_work.assign(tx, lead.id, cast.zhou, [power.id], DUE, TODAY)
    clock.now = at("2026-04-03", 9)
    assert await chases.chase(db, RULES) == {"chases": 1}
    assert "请代为催办" in (await said_to(db, cast.zhou.id))[-1]
