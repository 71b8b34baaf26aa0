"""Briefs in a line or two, for tests."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from domain.assignments import Assignment
from domain.briefs import Brief, BriefKind, Content, Source, SourceKind
from domain.letters import Letter
from domain.people import Person
from services import brief_work, briefs, matters, tasks
from services.briefs import NewBrief
from storage.db import Tx
from tests.cast import Cast
from tests.services.letter_writing import COMMITTEE, write

TODAY = date(2026, 3, 16)
DUE = date(2026, 4, 8)
ZONE = ZoneInfo("Asia/Shanghai")
CONTENT = Content("城北村村口路灯", "路灯坏了半个月，三户反映。", "无人管护。", "请尽快修好，并定期检查。")
LAMPS = ("城北村村口的路灯坏了。", "村口路灯不亮，孩子害怕。", "村口路灯坏了半个月。")


async def lamps(tx: Tx, cast: Cast) -> list[Letter]:
    """Three letters about one lamp to 李建国: of 王秀英, 赵明 and, without a name, 陈主席; merged."""
    letters = [
        await write(tx, writer, cast.li_member, words, anonymous=writer is cast.chen)
        for writer, words in zip((cast.wang, cast.zhao, cast.chen), LAMPS, strict=True)
    ]
    for letter in letters[1:]:
        await matters.merge(tx, letter.id, letters[0].id, cast.li)
    return letters


async def draft(
    tx: Tx, by: Person, sources: Sequence[Source] = (), kind: BriefKind = BriefKind.OPINION, **more: Any
) -> Brief:
    return await briefs.write(tx, by, NewBrief(kind, CONTENT, sources, **more), COMMITTEE)


async def handed_in(tx: Tx, by: Person, sources: Sequence[Source] = (), kind: BriefKind = BriefKind.OPINION) -> Brief:
    brief = await draft(tx, by, sources, kind)
    return await briefs.hand_in(tx, brief.id, by, COMMITTEE)


async def accepted(tx: Tx, cast: Cast, sources: Sequence[Source] = (), kind: BriefKind = BriefKind.OPINION) -> Brief:
    return await briefs.accept(tx, (await handed_in(tx, cast.li, sources, kind)).id, cast.zhou)


async def assigned(tx: Tx, cast: Cast, sources: Sequence[Source] = ()) -> tuple[Brief, Assignment]:
    """Instructed by 陈主席 and given to 刘科长's department."""
    brief = await accepted(tx, cast, sources)
    brief = await brief_work.instruct(tx, brief.id, cast.chen, "请市政管理局一周内修好。")
    (given,) = await brief_work.assign(tx, brief.id, cast.zhou, [cast.department.id], DUE, TODAY)
    return brief, given.task


async def answered(tx: Tx, cast: Cast, sources: Sequence[Source] = ()) -> tuple[Brief, Assignment]:
    brief, task = await assigned(tx, cast, sources)
    await tasks.answer(tx, task.id, cast.liu, "路灯已于3月20日修好。")
    return brief, task


async def reviewed(tx: Tx, cast: Cast, sources: Sequence[Source] = ()) -> tuple[Brief, Assignment]:
    _, task = await answered(tx, cast, sources)
    return await brief_work.accept_answer(tx, task.id, cast.zhou)


def of_letters(*letters: Letter) -> list[Source]:
    return [Source(SourceKind.LETTER, letter.id) for letter in letters]
