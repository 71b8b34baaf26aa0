"""Calendar files as a phone reads them, and the picture of the sign-in code."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from domain.activities import Activity, ActivityKind, Attendance
from domain.schemes import Event
from reports import calendars, pictures
from services.calendar_files import of_activity, of_plan
from services.plan import Line, Plan, Talks
from texts import LANGUAGES, Texts, pack, unpack

TEXTS = Texts.load(ZoneInfo("Asia/Shanghai"))
NOW = datetime(2026, 3, 16, 2, tzinfo=UTC)
BEGINS = datetime(2026, 3, 25, 1, tzinfo=UTC)
HALL = Activity(
    7, ActivityKind.OPEN_DAY, "开放日；参观,座谈", "会议室", BEGINS, BEGINS + timedelta(hours=2), unit="城北镇工委"
)


def read(paper_data: object, language: str = "zh") -> list[dict[str, object]]:
    """Its events, by the way of the outbox."""
    file = calendars.write("calendar", language, unpack(pack(paper_data)), TEXTS)
    return [
        {
            name: getattr(event.get(name), "dt", str(event.get(name)))
            for name in ("uid", "summary", "dtstart", "dtend", "location")
        }
        for event in Calendar.from_ical(file).walk("VEVENT")
    ]


def test_one_activity_has_its_time_place_and_title_as_typed() -> None:
    paper = of_activity(HALL, NOW)
    (event,) = read(dict(paper.data))
    assert paper.file_name == "活动-7.ics"
    assert (event["summary"], event["location"]) == ("开放日；参观,座谈", "会议室")
    assert (event["dtstart"], event["dtend"]) == (BEGINS, BEGINS + timedelta(hours=2))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_has_whole_days_to_their_last_and_what_was_not_declined(language: str) -> None:
    line = Event(title="大走访", begins=date(2026, 3, 1), ends=date(2026, 4, 30), who="领导", source="Xishan, 附")
    declined = Activity(8, ActivityKind.LECTURE, "讲座", "村里", BEGINS, BEGINS + timedelta(hours=1))
    mine = [(HALL, Attendance.COMING), (declined, Attendance.DECLINED)]
    first, second = read(dict(of_plan(Plan([Line(line, True)], [], mine, Talks([], [], 0), 2026), NOW).data), language)
    assert (first["summary"], first["dtstart"], first["dtend"]) == ("大走访", date(2026, 3, 1), date(2026, 5, 1))
    assert second["uid"] == "activity-7@lianxin"


@pytest.mark.parametrize(("language", "shown"), [("zh", "2026年3月16日 10:00"), ("en", "16 March 2026 10:00")])
def test_the_sign_in_picture_says_its_minute(language: str, shown: str) -> None:
    data = {"title": "村口路灯协商会" * 8, "place": "城北村", "link": "https://t.me/bot?start=s_1-abc", "at": NOW}
    png = pictures.draw("sign-in", language, unpack(pack(data)), TEXTS)
    assert png.startswith(b"\x89PNG")
    assert shown in pictures.svg("sign-in", language, data, TEXTS)
