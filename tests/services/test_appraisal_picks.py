"""Lists for honours and for talks: proposed by the scheme, decided by the office, talks recorded; what is forgotten."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domain.appraisal import Honours, Table, Talks
from domain.people import Role
from domain.talks import (
    Decision,
    ListKind,
    Pick,
    PickIsDecided,
    PickIsThere,
    PickIsYourOwn,
    PickUnknown,
    TalkIsRecorded,
    TalkIsUnclear,
)
from services import appraisal_picks, appraisals, figures, objections, schemes
from services.appraisal import Bench
from services.pick_words import rule
from storage import forgetting, people
from storage.db import Db, Tx
from tests.cast import Cast
from tests.services.reminding import TEXTS
from tests.services.test_appraisals import BENCH, DESK, TODAY, answered, published

LATE = date(2026, 4, 1)
HONOURS = Honours(points_at_least=Decimal(5))
TALKS = Talks(unfulfilled=True, points_below=Decimal(1), source="办法, 第七条")
LINE = "3月10日 陈主席；谈了走访太少的原因"


@pytest.fixture
def easier(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table by which 李建国, with 5 points, is proposed for honours, and 赵明, with none, for a talk."""
    table = BENCH.table(2026).model_copy(update={"honours": HONOURS, "talks": TALKS})
    monkeypatch.setattr(Bench, "table", lambda *_: table)


async def listed(tx: Tx, kind: ListKind) -> list[tuple[str, bool, Decision | None]]:
    found = await appraisal_picks.of_year(tx, 2026, kind)
    return [(one.name, one.is_proposed, one.decision) for one in found.picks]


async def closed(db: Db, cast: Cast) -> Pick:
    """The year is closed; 赵明, who is proposed for a talk."""
    await published(db, cast)
    async with db.write() as tx:
        await appraisals.close(tx, 2026, cast.zhou.id, LATE)
        (zhao,) = (await appraisal_picks.of_year(tx, 2026, ListKind.TALK)).picks
    return zhao


@pytest.mark.usefixtures("easier")
async def test_closing_proposes_by_the_scheme_s_rules_and_by_the_points_as_decided(db: Db, cast: Cast) -> None:
    await published(db, cast)
    async with db.write() as tx:
        with pytest.raises(PickUnknown):
            await appraisal_picks.of_year(tx, 2026, ListKind.HONOUR)
        await objections.make(tx, BENCH, 2026, "visits", cast.li_member, "多算了")
        await objections.decide(tx, 1, cast.zhou, Decimal("1.5"), "确实多算了")
        await appraisals.close(tx, 2026, cast.zhou.id, LATE)
        assert await listed(tx, ListKind.HONOUR) == []
        assert await listed(tx, ListKind.TALK) == [("赵明", True, None)]


@pytest.mark.usefixtures("easier")
async def test_the_office_decides_and_may_think_again(db: Db, cast: Cast) -> None:
    await closed(db, cast)
    async with db.write() as tx:
        (li,) = (await appraisal_picks.of_year(tx, 2026, ListKind.HONOUR)).picks
        assert (await appraisal_picks.decide(tx, li.id, Decision.CONFIRMED, cast.zhou)).decision is Decision.CONFIRMED
        with pytest.raises(PickIsDecided):
            await appraisal_picks.decide(tx, li.id, Decision.CONFIRMED, cast.zhou)
        await appraisal_picks.decide(tx, li.id, Decision.DECLINED, cast.zhou)
        assert await listed(tx, ListKind.HONOUR) == [("李建国", True, Decision.DECLINED)]
        with pytest.raises(PickUnknown):
            await appraisal_picks.decide(tx, 99, Decision.CONFIRMED, cast.zhou)


@pytest.mark.usefixtures("easier")
async def test_the_office_adds_whom_no_rule_proposed_but_nobody_themselves(db: Db, cast: Cast) -> None:
    await closed(db, cast)
    async with db.write() as tx:
        await appraisal_picks.add(tx, 2026, ListKind.HONOUR, cast.zhao_member.id, cast.zhou)
        assert ("赵明", False, Decision.CONFIRMED) in await listed(tx, ListKind.HONOUR)
        with pytest.raises(PickIsThere):
            await appraisal_picks.add(tx, 2026, ListKind.HONOUR, cast.zhao_member.id, cast.zhou)
        with pytest.raises(PickUnknown):
            await appraisal_picks.add(tx, 2026, ListKind.HONOUR, 99, cast.zhou)
        await people.grant(tx, cast.li.id, Role.OFFICE)
        li = await people.get(tx, cast.li.id)
        with pytest.raises(PickIsYourOwn):
            await appraisal_picks.add(tx, 2026, ListKind.TALK, cast.li_member.id, li)
        own, _ = (await appraisal_picks.of_year(tx, 2026, ListKind.HONOUR)).picks
        with pytest.raises(PickIsYourOwn):
            await appraisal_picks.decide(tx, own.id, Decision.CONFIRMED, li)


@pytest.mark.usefixtures("easier")
async def test_a_talk_is_recorded_of_who_is_on_the_list_and_keeps_them_there(db: Db, cast: Cast) -> None:
    zhao = await closed(db, cast)
    async with db.write() as tx:
        with pytest.raises(PickUnknown):
            await appraisal_picks.record(tx, zhao.id, LINE, cast.zhou, TODAY)
        await appraisal_picks.decide(tx, zhao.id, Decision.CONFIRMED, cast.zhou)
        with pytest.raises(TalkIsUnclear):
            await appraisal_picks.record(tx, zhao.id, "谈过了", cast.zhou, TODAY)
        await appraisal_picks.record(tx, zhao.id, "3月12日 陈主席；又谈了一次", cast.zhou, TODAY)
        await appraisal_picks.record(tx, zhao.id, LINE, cast.zhou, TODAY)
        _, held = await appraisal_picks.talks(tx, zhao.id, cast.zhou)
        assert [(one.on.day, one.talker, one.words) for one in held] == [
            (10, "陈主席", "谈了走访太少的原因"),
            (12, "陈主席", "又谈了一次"),
        ]
        (now,) = (await appraisal_picks.of_year(tx, 2026, ListKind.TALK)).picks
        assert now.talked_on == date(2026, 3, 12)
        with pytest.raises(TalkIsRecorded):
            await appraisal_picks.decide(tx, zhao.id, Decision.DECLINED, cast.zhou)


@pytest.mark.usefixtures("easier")
async def test_a_list_says_by_which_rule_and_from_which_document(db: Db, cast: Cast) -> None:
    await closed(db, cast)
    async with db.write() as tx:
        said = {
            kind: TEXTS.plain("zh", rule(await appraisal_picks.of_year(tx, 2026, kind), BENCH.rules.scheme))
            for kind in ListKind
        }
        bare = await appraisal_picks.of_year(tx, 2026, ListKind.TALK)
        without = TEXTS.plain("zh", rule(replace(bare, table=Table()), BENCH.rules.scheme))
    assert said[ListKind.HONOUR] == "建议：得分不少于 5 分。依据：软件自定，没有文件依据"
    assert said[ListKind.TALK] == "建议：全年任务没有完成、得分低于 1 分。依据：示协发〔2026〕1号 第七条"
    assert without == "方案没有规定建议哪些人，由办公室列入。"


@pytest.mark.usefixtures("easier")
async def test_who_is_forgotten_leaves_no_words_in_objections_and_talks(db: Db, cast: Cast) -> None:
    await published(db, cast)
    async with db.write() as tx:
        await objections.make(tx, BENCH, 2026, "visits", cast.zhao_member, "少算了一次")
        await objections.decide(tx, 1, cast.zhou, None, "没有记录")
        await appraisals.close(tx, 2026, cast.zhou.id, LATE)
        (zhao,) = (await appraisal_picks.of_year(tx, 2026, ListKind.TALK)).picks
        await appraisal_picks.decide(tx, zhao.id, Decision.CONFIRMED, cast.zhou)
        await appraisal_picks.record(tx, zhao.id, LINE, cast.zhou, TODAY)
        await forgetting.person(tx, cast.zhao.id, cast.zhao.telegram_id, keep_number=False)
        (kept,) = await objections.of_year(tx, 2026)
        assert (kept.objection.words, kept.sheet.standing.member.name) == ("", "")
        _, (talk,) = await appraisal_picks.talks(tx, zhao.id, cast.zhou)
        assert talk.words == ""


async def test_a_scheme_of_a_document_without_points_is_closed_by_what_is_done_alone(db: Db, cast: Cast) -> None:
    """J-speech, 三: who did not fulfil gets a talk."""
    house = replace(BENCH.rules, scheme=schemes.load("jingjiang-2014"))
    async with db.write() as tx:
        await figures.ask(tx, figures.PUBLISH, cast.zhou.id, year=2026)
    assert await figures.answer(db, replace(DESK, rules=house)) == {"appraisal-publish": 1}
    await answered(db)
    async with db.write() as tx:
        await appraisals.close(tx, 2026, cast.zhou.id, LATE)
        assert await listed(tx, ListKind.TALK) == [("李建国", True, None), ("赵明", True, None)]
        assert await listed(tx, ListKind.HONOUR) == []
