"""The year's calendar: Xishan's whole table, another year's months, and whom a line concerns."""

from datetime import date

import pytest

from domain.plan import Reader, calendar_between, calendar_of, concerns
from services import schemes

XISHAN = schemes.load("xishan-2017")

ANNEX = (
    ("2–3", "走访企业家委员"),
    ("3–4", "大走访"),
    ("3–6", "开通“锡山政协”微信公众号"),
    ("4", "走访乡镇工委主任"),
    ("4–5", "委员走访群众"),
    ("4–10", "政协委员之家、委员工作室建设"),
    ("5", "委员活动日（委员进社区服务活动1）"),
    ("5–8", "基层调研活动"),
    ("5–8", "邀请界别群众代表参与政协主题协商活动"),
    ("5–8", "邀请群众代表参加主席视察和专题调研活动"),
    ("5–9", "委员走进提案承办单位"),
    ("7", "邀请界别群众列席区政协常委会"),
    ("8", "政协领导联系常委走访活动"),
    ("9", "界别活动周（委员进社区服务活动2）"),
    ("10", "邀请界别群众列席区政协常委会"),
    ("10", "邀请委员和群众代表列席政情通报会"),
    ("11", "委员之家、委员工作室建设情况交流活动"),
    ("11–12", "邀请界别群众代表参与政协部门评议活动"),
    ("11–12", "邀请界别群众代表参加提案线索征集座谈会"),
    ("1", "邀请界别群众代表列席区政协全体会议"),
)
"""Source: Xishan, 附, row by row: the months and the activity."""


def months(begins: date, ends: date) -> str:
    return str(begins.month) if begins.month == ends.month else f"{begins.month}–{ends.month}"


@pytest.mark.parametrize("year", [2017, 2026])
def test_xishan_s_table_stands_whole_in_every_year(year: int) -> None:
    table = calendar_of(XISHAN, year)
    assert table is not None
    assert [(months(e.begins, e.ends), e.title) for e in table.events] == list(ANNEX)
    assert table.events[0].begins == date(year, 2, 1)
    assert table.events[-1].ends == date(year + 1, 1, 31)
    assert table.is_transferred is (year != 2017)


def test_the_end_of_february_stays_the_end_of_february() -> None:
    event = XISHAN.calendar[0].model_copy(update={"begins": date(2017, 2, 1), "ends": date(2017, 2, 28)})
    scheme = XISHAN.model_copy(update={"calendar": (event,)})
    ends = [table.events[0].ends for year in (2024, 2026) if (table := calendar_of(scheme, year))]
    assert ends == [date(2024, 2, 29), date(2026, 2, 28)]


def test_a_scheme_without_a_calendar_has_none() -> None:
    assert calendar_of(schemes.load("jingjiang-2014"), 2026) is None


def test_a_line_stands_in_every_month_that_it_touches() -> None:
    found = {
        month: len(calendar_between(XISHAN, date(2018, month, 1), date(2018, month, 28))) for month in range(1, 13)
    }
    # January's is the last line of the table of the year before.
    assert found == {1: 1, 2: 1, 3: 3, 4: 5, 5: 8, 6: 6, 7: 6, 8: 6, 9: 3, 10: 3, 11: 3, 12: 2}


@pytest.mark.parametrize(
    ("reader", "who", "is_named"),
    [
        (Reader.MEMBER, "全体政协委员", True),
        (Reader.MEMBER, "各专工委、各党派、各界别组", True),
        (Reader.MEMBER, "提案委；各提案立案交办的政协委员", True),
        (Reader.MEMBER, "区政协办公室", False),
        (Reader.LEADER, "区政协领导、专工委负责人", True),
        (Reader.LEADER, "区政协办公室", False),
        (Reader.OFFICE, "区政协办公室、相关专工委", True),
        (Reader.OFFICE, "全体政协委员", False),
        (Reader.UNIT, "提案委、各工委会", True),
        (Reader.UNIT, "区政协办公室", False),
    ],
)
def test_the_owner_column_says_whom_a_line_concerns(reader: Reader, who: str, is_named: bool) -> None:
    event = XISHAN.calendar[0].model_copy(update={"who": who})
    assert concerns(event, [reader]) is is_named
    assert concerns(event, []) is False


def test_what_takes_place_on_the_first_or_the_last_day_is_within_them() -> None:
    table = calendar_of(XISHAN, 2026)
    assert table is not None
    event = table.events[0]
    assert event in calendar_between(XISHAN, event.ends, event.ends)
    assert event in calendar_between(XISHAN, event.begins, event.begins)
    assert event not in calendar_between(XISHAN, date(2026, 1, 1), date(2026, 1, 31))
