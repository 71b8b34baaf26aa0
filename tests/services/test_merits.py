"""Points on both engines: each line counts what its evidence lists, and the same as the totals do."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from domain.activities import Activity, ActivityKind, Attendance, NoteKind
from domain.appraisal import Evidence, Merit, Rule, Table
from domain.contacts import Contact, ContactKind
from domain.lectures import Order
from domain.people import Member, Person
from domain.receptions import SlotKind
from domain.settings import Appraisal as Settings
from domain.totals import Period
from domain.visits import UNSAVED, Visit, VisitKind
from services import forms, lectures, letters, merits, receptions, schemes, totals
from services.activities import NewActivity, enter
from services.merits import table_of
from services.rounds import Rules
from services.totals import Scope
from storage import activities, activity_people, contacts, diary, good_deeds, visits
from storage.db import Db, Tx
from tests.cast import Cast
from tests.conftest import TestClock
from tests.services.brief_making import accepted, handed_in
from tests.services.letter_writing import COMMITTEE, LIMITS, as_pieces, write
from tests.services.reminding import RULES
from tests.services.totalling import a_year

HOUSE = replace(RULES, scheme=schemes.load("example"))
EXAMPLE = table_of(HOUSE.scheme, 2026, Settings())
SOON = datetime(2026, 3, 20, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)


def line(what: str, **more: object) -> Rule:
    return Rule.model_validate({"name": "line", "title": "一项", "what": what, "points": 1} | more)


async def found(tx: Tx, rule: Rule, member: Member, year: int = 2026, house: Rules = HOUSE) -> list[Evidence]:
    """What a line of one member rests on; counted, listed alone and listed among all it is the same."""
    alone = await merits.evidence(tx, house, rule, year, Scope(member_id=member.id))
    among_all = await merits.evidence(tx, house, rule, year, Scope())
    assert alone.get(member.id, []) == among_all.get(member.id, [])
    (standing,) = await merits.of_members(tx, house, Table(points=(rule,)), year, Scope(member_id=member.id))
    assert standing.lines[0].count == len(alone.get(member.id, []))
    assert set(alone) <= {member.id}
    return alone.get(member.id, [])


async def logged(tx: Tx, member: Member, kind: VisitKind, day: date, deed: str = "") -> Contact:
    contact = Contact(UNSAVED, member.id, ContactKind.SECTOR, "王秀英", date(2026, 1, 5))
    contact = replace(contact, id=await contacts.add(tx, contact))
    await again(tx, contact, kind, day, deed)
    return contact


async def again(tx: Tx, contact: Contact, kind: VisitKind, day: date, deed: str = "") -> None:
    entry = Visit(UNSAVED, contact.member_id, contact.id, kind, day, "了解情况", tx.now)
    entry = replace(entry, id=await visits.add(tx, entry))
    if deed:
        await good_deeds.add(tx, entry, [deed])


async def test_points_are_counted_from_what_the_totals_count(tx: Tx, cast: Cast) -> None:
    """The house rule: chat, file and page never differ, because one function counts."""
    await a_year(tx, cast)
    every = {name: line(name) for name in ("contacts", "visits", "people", "good_deeds", "form", "activities")}
    for period in (2026, 2025):
        counted = {one.member_id: one.figures for one in await totals.of_members(tx, HOUSE, Period.of_year(period))}
        for member in (cast.li_member, cast.zhao_member):
            figures = counted[member.id]
            for name in ("contacts", "visits", "people", "good_deeds"):
                assert len(await found(tx, every[name], member, period)) == getattr(figures, name), (name, period)
    standings = await merits.of_members(tx, HOUSE, EXAMPLE, 2026)
    assert [one.member for one in standings] != []
    assert standings == sorted(standings, key=lambda one: -one.points)
    assert {one.member.member_id: one.member.figures for one in standings} == {
        one.member_id: one.figures for one in await totals.of_members(tx, HOUSE, Period.of_year(2026))
    }


async def test_visits_of_the_named_kinds_count_and_each_person_once(tx: Tx, cast: Cast) -> None:
    contact = await logged(tx, cast.li_member, VisitKind.HOME, date(2026, 3, 2), "送去轮椅")
    await again(tx, contact, VisitKind.PHONE, date(2026, 3, 3))
    await again(tx, contact, VisitKind.GROUP, date(2025, 12, 31))
    await logged(tx, cast.li_member, VisitKind.PHONE, date(2026, 3, 4))
    await logged(tx, cast.zhao_member, VisitKind.HOME, date(2026, 3, 5))
    days = [one.on.day for one in await found(tx, line("visits"), cast.li_member)]
    assert days == [2, 3, 4]
    home = await found(tx, line("visits", kinds=["home", "group"]), cast.li_member)
    assert [(one.on, one.kind) for one in home] == [(date(2026, 3, 2), "home")]
    # Met in person, unless the line names the kinds.
    assert [one.id for one in await found(tx, line("people"), cast.li_member)] == [contact.id]
    assert len(await found(tx, line("people", kinds=["phone"]), cast.li_member)) == 2
    assert [one.kind for one in await found(tx, line("good_deeds"), cast.li_member)] == ["done"]


async def test_a_letter_is_in_time_until_the_end_of_the_last_workday(db: Db, clock: TestClock, cast: Cast) -> None:
    """Written on a Monday: five workdays later is the next Monday."""
    in_time, late = line("letters_answered", within_workdays=5), line("letters_late", within_workdays=5)
    async with db.write() as tx:
        first, second, third = [await write(tx, cast.wang, cast.li_member, f"第{n}件") for n in "一二三"]
        await letters.answer(tx, first.id, cast.li, as_pieces("今天就办"), LIMITS)
        assert [one.id for one in await found(tx, in_time, cast.li_member)] == [first.id]
        assert await found(tx, late, cast.li_member) == []
    clock.now = datetime(2026, 3, 23, 15, 59, tzinfo=UTC)
    async with db.write() as tx:
        await letters.answer(tx, second.id, cast.li, as_pieces("已经办好"), LIMITS)
        assert [one.id for one in await found(tx, in_time, cast.li_member)] == [first.id, second.id]
        assert await found(tx, late, cast.li_member) == []
    clock.move(minutes=1)
    async with db.write() as tx:
        assert [one.id for one in await found(tx, late, cast.li_member)] == [third.id]
        await letters.answer(tx, third.id, cast.li, as_pieces("才办好"), LIMITS)
        assert [one.id for one in await found(tx, late, cast.li_member)] == [third.id]
        assert len(await found(tx, in_time, cast.li_member)) == 2
        assert len(await found(tx, line("letters_answered"), cast.li_member)) == 3
        (one,) = [each for each in await totals.of_members(tx, HOUSE, Period.of_year(2026)) if each.name == "李建国"]
        assert one.figures.answered == 3


async def test_only_accepted_briefs_count(tx: Tx, cast: Cast) -> None:
    brief = await accepted(tx, cast)
    await handed_in(tx, cast.li)
    assert [(one.id, one.kind) for one in await found(tx, line("briefs"), cast.li_member)] == [(brief.id, "opinion")]
    assert await found(tx, line("briefs", kinds=["lead"]), cast.li_member) == []


async def hold(tx: Tx, cast: Cast, begins_at: datetime = SOON) -> Activity:
    new = NewActivity(ActivityKind.OPEN_DAY, "开放日", "会议室", begins_at, begins_at + HOUR)
    return await enter(tx, new, cast.zhou.id, HOUSE)


async def comes(tx: Tx, activity: Activity, person: Person, member: Member, *, signs_in: bool) -> None:
    await activity_people.put(tx, activity.id, person.id, member.id, Attendance.COMING)
    if signs_in:
        await activity_people.sign_in(tx, activity.id, person.id)


async def test_who_said_to_come_and_did_not_is_absent_once_it_is_over_and_others_signed_in(
    db: Db, clock: TestClock, cast: Cast
) -> None:
    absences, attended = line("absences", points=-2), line("activities")
    async with db.write() as tx:
        held, unlisted, called_off = [await hold(tx, cast) for _ in range(3)]
        for activity in (held, unlisted, called_off):
            await comes(tx, activity, cast.li, cast.li_member, signs_in=False)
        for activity in (held, called_off):
            await comes(tx, activity, cast.zhao, cast.zhao_member, signs_in=True)
        await activity_people.add_note(tx, held.id, cast.zhao.id, NoteKind.SPEECH, "讲了几句")
        await activities.cancel(tx, called_off.id, "下雨")
    clock.now = SOON + HOUR - timedelta(minutes=1)
    async with db.write() as tx:
        assert await found(tx, absences, cast.li_member) == []
    clock.now = SOON + HOUR
    async with db.write() as tx:
        assert [one.id for one in await found(tx, absences, cast.li_member)] == [held.id]
        assert await found(tx, absences, cast.zhao_member) == []
        assert [one.id for one in await found(tx, attended, cast.zhao_member)] == [held.id]
        assert await found(tx, line("activities", kinds=["lecture"]), cast.zhao_member) == []
        assert [one.kind for one in await found(tx, line("speeches"), cast.zhao_member)] == ["speech"]
        everyone = await totals.of_members(tx, HOUSE, Period.of_year(2026))
        assert {one.name: one.figures.activities for one in everyone} == {"赵明": 1, "李建国": 0}
        await activity_people.put(tx, held.id, cast.li.id, cast.li_member.id, Attendance.ON_LEAVE, "外出开会")
        assert await found(tx, absences, cast.li_member) == []


async def test_lectures_and_reception_days_count_when_they_are_over(db: Db, clock: TestClock, cast: Cast) -> None:
    async with db.write() as tx:
        given, called_off = [
            await lectures.order(tx, Order(0, "防诈骗", "城南社区", SOON, SOON + HOUR, cast.zhou.id), cast.zhou, HOUSE)
            for _ in range(2)
        ]
        for order in (given, called_off):
            taken = await lectures.take(tx, order.id, cast.li_member, HOUSE)
        assert taken.activity_id is not None
        await activities.cancel(tx, taken.activity_id, "改期")
        await receptions.offer(
            tx, cast.li_member, SlotKind.DUTY_ROOM, "值班室", SOON + 2 * HOUR, SOON + 3 * HOUR, HOUSE
        )
        assert await found(tx, line("lectures"), cast.li_member) == []
        assert await found(tx, line("receptions"), cast.li_member) == []
    clock.now = SOON + 4 * HOUR
    async with db.write() as tx:
        assert [one.id for one in await found(tx, line("lectures"), cast.li_member)] == [given.id]
        assert {one.kind for one in await found(tx, line("receptions"), cast.li_member)} == {"duty_room"}


async def test_diary_form_and_summary_count_and_who_is_late_with_them_is_not_counted(
    db: Db, clock: TestClock, cast: Cast
) -> None:
    desk = forms.Desk(schemes.load("jingjiang-2014"), COMMITTEE)
    house = replace(HOUSE, scheme=desk.scheme)
    form, in_time = line("form"), line("form", until="form")
    summary, by_year_s_end = line("summary"), line("summary", until="summary")
    async with db.write() as tx:
        await diary.add(tx, cast.li_member.id, date(2026, 3, 2), "走访", [])
        await diary.remove(tx, await diary.add(tx, cast.li_member.id, date(2026, 3, 3), "误记", []))
        assert [one.on for one in await found(tx, line("diary"), cast.li_member)] == [date(2026, 3, 2)]
        for number in range(5):
            contact = Contact(UNSAVED, cast.li_member.id, ContactKind.SECTOR, f"群众{number}", date(2026, 1, 5))
            await contacts.add(tx, contact)
        await forms.hand_in(tx, cast.li_member, desk, date(2026, 3, 16))
    async with db.write() as tx:
        assert len(await found(tx, form, cast.li_member, house=house)) == 1
        assert len(await found(tx, in_time, cast.li_member, house=house)) == 1
    clock.now = datetime(2026, 4, 16, 1, tzinfo=UTC)
    async with db.write() as tx:
        (first,) = await found(tx, form, cast.li_member, house=house)
        await forms.send_back(tx, first.id, "请补上住址", cast.zhou)
        assert await found(tx, form, cast.li_member, house=house) == []
        await forms.hand_in(tx, cast.li_member, desk, date(2026, 4, 16))
        assert len(await found(tx, form, cast.li_member, house=house)) == 1
        assert await found(tx, in_time, cast.li_member, house=house) == []
        (one,) = [each for each in await totals.of_members(tx, house, Period.of_year(2026)) if each.name == "李建国"]
        assert one.figures.forms == 1
    clock.now = datetime(2026, 12, 31, 15, 59, tzinfo=UTC)
    async with db.write() as tx:
        await diary.set_summary_words(tx, cast.li_member.id, 2026, "这一年")
        assert await found(tx, summary, cast.li_member) == []
        await diary.mark_handed_in(tx, cast.li_member.id, 2026, tx.now)
        assert len(await found(tx, by_year_s_end, cast.li_member)) == 1
    clock.move(minutes=1)
    async with db.write() as tx:
        await diary.set_summary_words(tx, cast.zhao_member.id, 2026, "晚了")
        await diary.mark_handed_in(tx, cast.zhao_member.id, 2026, tx.now)
        assert await found(tx, by_year_s_end, cast.zhao_member) == []
        assert len(await found(tx, summary, cast.zhao_member)) == 1


def test_the_example_s_points_are_given_only_where_the_committee_wants_them_and_has_none_of_its_own() -> None:
    bare, own = schemes.load("ordos-2021"), schemes.load("example")
    assert table_of(bare, 2026, Settings()).points == ()
    lent = table_of(bare, 2026, Settings(example_points=True))
    assert (lent.points, lent.source) == (EXAMPLE.points, None)
    kept = own.model_copy(update={"appraisal": Table(source="办法, 第七条", points=(line("diary"),))})
    assert table_of(kept, 2026, Settings(example_points=True)).source == "办法, 第七条"


def test_a_year_is_appraised_by_the_newest_version_of_its_scheme() -> None:
    older = schemes.load("ordos-2021")
    changed = schemes.load("example").succeeding(older, date(2026, 7, 1))
    assert table_of(changed, 2026, Settings()) == EXAMPLE
    assert table_of(changed, 2025, Settings()).points == ()


async def test_every_merit_can_be_counted_of_who_has_done_nothing(tx: Tx, cast: Cast) -> None:
    for what in Merit:
        rule = line(what.value, **({"within_workdays": 5} if what is Merit.LETTERS_LATE else {}))
        assert await found(tx, rule, cast.li_member) == []
