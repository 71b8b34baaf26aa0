"""Progress as it is loaded: each member's own, and everyone's at the cost of a few queries."""

from dataclasses import replace
from datetime import date
from typing import Any

from domain.contacts import Contact, ContactKind
from domain.people import Role
from domain.schemes import Whose
from domain.visits import UNSAVED, Visit, VisitKind
from services import quota, schemes
from storage import contacts, good_deeds, people, visits
from storage.db import Tx
from tests.cast import Cast

TODAY = date(2026, 3, 16)
JINGJIANG = schemes.load("jingjiang-2014")


async def a_year_of_li(tx: Tx, cast: Cast) -> None:
    """李建国 knows 王秀英 (one home visit, one good deed) and 张三 (seen last year)."""
    li = cast.li_member.id
    for name, day in (("王秀英", date(2026, 3, 2)), ("张三", date(2025, 11, 1))):
        contact = await contacts.add(tx, Contact(UNSAVED, li, ContactKind.SECTOR, name, date(2025, 3, 1)))
        visit = Visit(UNSAVED, li, contact, VisitKind.HOME, day, "了解就医情况", tx.now)
        number = await visits.add(tx, visit)
        if name == "王秀英":
            await good_deeds.add(tx, replace(visit, id=number), ["送去轮椅"])


async def test_progress_counts_this_year_and_remembers_who_was_seen_last_year(tx: Tx, cast: Cast) -> None:
    await a_year_of_li(tx, cast)
    standing = await quota.progress_of(tx, cast.li_member, JINGJIANG, TODAY)
    wang, zhang = standing.contacts
    assert [(tally.done, tally.required) for tally in wang.tallies] == [(1, 3), (1, 1)]
    assert (wang.visits_left, wang.good_deeds_left) == (2, 0)
    assert (zhang.visits_left, zhang.last_seen) == (3, date(2025, 11, 1))
    assert (standing.contacts_left, standing.visits_left, standing.good_deeds_left) == (3, 5, 1)
    assert quota.plan(standing, TODAY).see_next[0].contact.name == "张三"


async def test_everyone_s_progress_is_each_one_s_progress(tx: Tx, cast: Cast) -> None:
    await a_year_of_li(tx, cast)
    everyone = await quota.progress_of_many(tx, JINGJIANG, 2026)
    assert [member.name for member, _ in everyone] == ["李建国", "赵明"]
    for member, standing in everyone:
        assert standing == await quota.progress_of(tx, member, JINGJIANG, TODAY)
        of_one = await quota.progress_of_many(tx, JINGJIANG, 2026, (member.person_id, member.person_id))
        assert of_one == [(member, standing)]


class Counting:
    """A transaction that counts its queries."""

    def __init__(self, tx: Tx) -> None:
        self.tx, self.queries = tx, 0

    async def all(self, sql: str, **params: Any) -> Any:
        self.queries += 1
        return await self.tx.all(sql, **params)


async def test_everyone_s_progress_costs_the_same_few_queries_however_many_they_are(tx: Tx, cast: Cast) -> None:
    before = Counting(tx)
    await quota.progress_of_many(before, JINGJIANG, 2026)  # type: ignore[arg-type]  # only reads
    await a_year_of_li(tx, cast)
    after = Counting(tx)
    await quota.progress_of_many(after, JINGJIANG, 2026)  # type: ignore[arg-type]  # only reads
    assert before.queries == after.queries == 5


async def test_a_leader_who_is_a_member_has_both_duties(tx: Tx, cast: Cast) -> None:
    await people.grant(tx, cast.li.id, Role.LEADER)
    assert await quota.duties_of(tx, cast.li_member) == {Whose.MEMBER, Whose.LEADER}
    assert await quota.duties_of(tx, cast.zhao_member) == {Whose.MEMBER}
    baokang = schemes.load("baokang-151")
    of_li = await quota.progress_of(tx, cast.li_member, baokang, TODAY)
    of_zhao = await quota.progress_of(tx, cast.zhao_member, baokang, TODAY)
    assert len(of_li.own) == len(of_zhao.own) + 3
    # The leader's ten constituents hold the five of every member, which are not shown beside them.
    assert [tally.quota.min for tally in of_li.own_shown] == [10, 1, 5, 10]
    assert of_zhao.own_shown == of_zhao.own


async def test_where_the_rule_sets_no_figure_nothing_is_owed(tx: Tx, cast: Cast) -> None:
    standing = await quota.progress_of(tx, cast.li_member, schemes.load("ordos-2021"), TODAY)
    assert not standing.has_figures
    assert standing.owes_nothing
