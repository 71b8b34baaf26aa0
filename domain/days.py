"""Days as people type them: 昨天, 上周三下午3点, 3月5日（周四）, 去年3月5日, ３．５, 三天前, 2026-03-05, 5 March.

What is typed without a year or a month is taken to be past, because a visit is reported after it was made.
Where this year's (this month's) day still lies ahead, the nearer of it and last year's (last month's) is meant:
12月30日 typed on 2 January is last December, 5号 typed on the 2nd is still to come. `check_visit_day` then decides.
"""

import calendar
import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from domain.refusals import Refusal

LONGEST_DAY_TYPED = 40


class NoSuchDay(Refusal):
    """The calendar has no such day: 2月30日. Argument: ``typed``, what was typed."""

    text = "day-does-not-exist"


class DayIsInTheFuture(Refusal):
    """A visit can't be reported before it is made. Argument: ``day``, a date."""

    text = "day-is-in-the-future"


class DayIsBeforeTheYear(Refusal):
    """The year that is counted began later. Arguments: ``day`` and ``began``, dates."""

    text = "day-is-before-the-year"


def parse_day(text: str, today: date) -> date | None:
    """The day meant by `text`, or None when it isn't a day at all.

    Raises:
        NoSuchDay: it is written like a day, but the calendar has none such: 2月30日, 3月5日（周一）.
    """
    if len(text) > LONGEST_DAY_TYPED:
        return None
    typed = _plain(text)
    day, weekday = _read(typed, text, today), None
    if day is None and (named := _DAY_AND_WEEKDAY.fullmatch(typed)):
        day, weekday = _read(named["day"], text, today), _weekday_number(named["weekday"])
    if day is not None and weekday not in (None, day.weekday()):
        raise NoSuchDay(typed=text.strip())
    return day


def _read(typed: str, text: str, today: date) -> date | None:
    """One spelling of a day, of what was typed as ``text``.

    Raises:
        NoSuchDay
    """
    for pattern, read in READERS:
        if match := pattern.fullmatch(typed):
            try:
                return read(match.groupdict(), today)
            except (ValueError, OverflowError):
                raise NoSuchDay(typed=text.strip()) from None
    return None


def parse_day_ahead(text: str, today: date) -> date | None:
    """As `parse_day`, for a day that is to come: 周五, 5号 and 3月1日 without a year mean the next one.

    A day that can only be past (昨天, 上周三, 2020-01-01) is returned as it is.

    Raises:
        NoSuchDay
    """
    day = parse_day(text, today)
    if day is None or day >= today or _LAST.search(text) or parse_day(text, today - timedelta(days=1)) != day:
        return day
    for ahead in (7, 31, 365):
        later = parse_day(text, today + timedelta(days=ahead))
        if later is not None and later >= today:
            return later
    return day


def check_visit_day(day: date, today: date, year_began: date) -> None:
    """Refuse a visit's day outside the year that is counted.

    Raises:
        DayIsInTheFuture, DayIsBeforeTheYear
    """
    if day > today:
        raise DayIsInTheFuture(day=day)
    if day < year_began:
        raise DayIsBeforeTheYear(day=day, began=year_began)


WORDS: Mapping[str, int] = {
    **dict.fromkeys(("今天", "今日", "今儿", "今儿个", "今早", "今晨", "今晚", "刚才", "刚刚", "当天", "today"), 0),
    **dict.fromkeys(("昨天", "昨日", "昨儿", "昨儿个", "昨晚", "昨夜", "yesterday"), -1),
    **dict.fromkeys(("前天", "前日", "前儿", "前儿个", "前晚"), -2),
    "大前天": -3,
    **dict.fromkeys(("明天", "明日", "明早", "tomorrow"), 1),
    "后天": 2,
    "大后天": 3,
}
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NUMERALS = "零一二三四五六七八九"

Parts = Mapping[str, str]

_LAST = re.compile("上上?个?(?:周|星期|礼拜|月)")
"""What can only be past; the 上 of 上午 and 晚上 is none."""
PARTS_OF_DAY = (
    *("上午", "下午", "早上", "早晨", "清晨", "清早", "大清早", "一早", "一大早", "凌晨"),
    *("中午", "午后", "午间", "傍晚", "晚上", "晚间", "夜里", "夜间", "当天", "那天", "那日"),
)
_HOUR = "(?:1[0-9]|2[0-4]|0?[0-9]|二?十[一二三四五六七八九]?|[零一二三四五六七八九])"
_MINUTES = "(?:整|半|钟|[0-5]?[0-9]分?|[一二三四五]?十?[零一二三四五六七八九]?(?:分|刻))?"
_CLOCK = f"(?:{_HOUR}点{_MINUTES}|{_HOUR}[:][0-5][0-9])(?:左右|许|多)?"
_TIME_OF_DAY = re.compile(f"(?<=.)(?:{'|'.join(sorted(PARTS_OF_DAY, key=len, reverse=True))})?(?:{_CLOCK})?的?$")
_DAY_AND_WEEKDAY = re.compile(r"(?P<day>.*[0-9日号])\(?(?:周|星期|礼拜)(?P<weekday>[1-6日天])\)?")


def is_time_of_day(word: str) -> bool:
    """上午, 下午三点半, 9:30: what may stand beside a day and says nothing of it."""
    folded = unicodedata.normalize("NFKC", word).replace("两", "二")
    return folded in PARTS_OF_DAY or _TIME_OF_DAY.fullmatch(f"-{folded}", 1) is not None


def _plain(text: str) -> str:
    """One spelling for the many: half-width, lower case, Arabic numerals, no time of day, no idle spaces."""
    folded = unicodedata.normalize("NFKC", text).strip().lower()
    folded = folded.replace("两", "二").replace("〇", "零")
    folded = re.sub("(?<=[0-9])。(?=[0-9])", ".", folded)
    # 五月廿三 without 日 or 号 is said of the farmers' calendar alone (see `unclear_days`).
    if re.search("[廿卅].?[日号]", folded):
        folded = folded.replace("廿", "二十").replace("卅", "三十")
    # Before the numerals are one run: 周三三点.
    whole_day = _TIME_OF_DAY.sub("", folded)
    return re.sub(r"(?<![a-z0-9])\s+|\s+(?![a-z0-9])", "", re.sub(r"(?<!\s)\s*+,\s*+", " ", arabic(whole_day)))


def arabic(words: str) -> str:
    """The same with its Chinese numerals as Arabic ones: 二十一 → 21, 二零二六 → 2026; what is no number stays."""
    return re.sub(f"[十{NUMERALS}]+", _arabic, words)


def _arabic(run: re.Match[str]) -> str:
    if counted := re.fullmatch(f"([{NUMERALS}]?)十([{NUMERALS}]?)", run[0]):
        tens, ones = counted.groups()
        return str((NUMERALS.index(tens) if tens else 1) * 10 + (NUMERALS.index(ones) if ones else 0))
    if "十" in run[0]:
        return run[0]
    return "".join(str(NUMERALS.index(numeral)) for numeral in run[0])


def _word(said: Parts, today: date) -> date:
    return today + timedelta(days=WORDS[said["word"]])


def _ago(said: Parts, today: date) -> date:
    days = 7 if said["unit"] in ("周", "星期", "礼拜", "week") else 1
    return today - timedelta(days=days * int(said["count"]))


def _weekday_number(name: str) -> int:
    return 6 if name in "日天" else int(name) - 1


def _latest_weekday(weekday: int, today: date) -> date:
    return today - timedelta(days=(today.weekday() - weekday) % 7)


def _bare_weekday(said: Parts, today: date) -> date:
    return _latest_weekday(_weekday_number(said["weekday"]), today)


def _weekday_of_week(said: Parts, today: date) -> date:
    weeks = {"本": 0, "这": 0, "上": -1, "上上": -2, "下": 1}[said["which"]]
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(days=7 * weeks + _weekday_number(said["weekday"]))


def _english_weekday(said: Parts, today: date) -> date:
    return _latest_weekday(WEEKDAYS.index(said["name"][:3]), today)


def _full(said: Parts, _today: date) -> date:
    year = said["year"] if len(said["year"]) == 4 else "20" + said["year"]
    return date(int(year), int(said["month"]), int(said["day"]))


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _month_and_day(said: Parts, today: date) -> date:
    return _without_year(int(said["month"]), int(said["day"]), today)


def _english_month(said: Parts, today: date) -> date:
    month, day = MONTHS.index(said["name"][:3]) + 1, int(said["day"])
    return date(int(said["year"]), month, day) if said["year"] else _without_year(month, day, today)


def _of_named_year(said: Parts, today: date) -> date:
    back = {"今": 0, "去": 1, "前": 2}[said["which"]]
    return date(today.year - back, int(said["month"]), int(said["day"]))


def _without_year(month: int, day: int, today: date) -> date:
    this_year = date(today.year, month, day)
    # The year before a leap year has no 29 February to choose from.
    if this_year <= today or (month, day) == (2, 29):
        return this_year
    return _nearer(this_year, date(today.year - 1, month, day), today)


def _day_of_month(said: Parts, today: date) -> date:
    this, last = (_in_month(first, int(said["day"])) for first in (today.replace(day=1), _last_month(today)))
    if this is None or last is None or this <= today:
        return _existing(this or last)
    return _nearer(this, last, today)


def _day_of_named_month(said: Parts, today: date) -> date:
    first = _last_month(today) if said["which"] == "上" else today.replace(day=1)
    return first.replace(day=int(said["day"]))


def _last_month(today: date) -> date:
    return (today.replace(day=1) - timedelta(days=1)).replace(day=1)


def _in_month(first: date, day: int) -> date | None:
    try:
        return first.replace(day=day)
    except ValueError:
        return None


def _existing(day: date | None) -> date:
    if day is None:
        raise ValueError("neither this month nor the last has such a day")
    return day


def _nearer(ahead: date, past: date, today: date) -> date:
    return ahead if ahead - today < today - past else past


def _any_of(words: Mapping[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _english(names: tuple[str, ...], endings: str) -> str:
    return f"(?P<name>(?:{'|'.join(names)})(?:{endings}))\\.?"


_WEEK = "(?:周|星期|礼拜)"
_MONTH_NAME = _english(MONTHS, "|uary|ruary|ch|il|e|y|ust|t|tember|ober|ember")
_ORDINAL = "(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"

READERS: tuple[tuple[re.Pattern[str], Callable[[Parts, date], date]], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (f"(?P<word>{_any_of(WORDS)})", _word),
        ("(?P<count>[0-9]{1,3})个?(?P<unit>天|日|周|星期|礼拜)(?:以?前|之前)", _ago),
        (f"{_WEEK}(?P<weekday>[1-6日天])", _bare_weekday),
        (f"(?P<which>上上|上|本|这|下)个?{_WEEK}(?P<weekday>[1-6日天])", _weekday_of_week),
        ("(?P<count>[0-9]{1,3}) (?P<unit>day|week)s? ago", _ago),
        ("(?:last )?" + _english(WEEKDAYS, "|s|sday|nesday|rs|rsday|day|urday"), _english_weekday),
        ("(?P<which>[今去前])年(?P<month>[0-9]{1,2})(?:月|[-./])(?P<day>[0-9]{1,2})[日号]?", _of_named_year),
        ("(?P<year>[0-9]{4}|[0-9]{2})年(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})[日号]?", _full),
        (r"(?P<year>[0-9]{4}|[0-9]{2})([-./])(?P<month>[0-9]{1,2})\2(?P<day>[0-9]{1,2})", _full),
        (r"(?P<month>[0-9]{1,2})([-./])(?P<day>1[3-9]|2[0-9]|3[01])\2(?P<year>(?:19|20)[0-9]{2})", _full),
        ("(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})", _full),
        ("(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})[日号]?", _month_and_day),
        ("(?P<month>[0-9]{1,2})[-./](?P<day>[0-9]{1,2})", _month_and_day),
        ("(?P<which>上|本|这)个?月(?P<day>[0-9]{1,2})[日号]", _day_of_named_month),
        ("(?P<day>[0-9]{1,2})[日号]", _day_of_month),
        (f"{_ORDINAL} ?{_MONTH_NAME}(?: (?P<year>[0-9]{{4}}))?", _english_month),
        (f"{_MONTH_NAME} ?{_ORDINAL}(?: (?P<year>[0-9]{{4}}))?", _english_month),
    )
)
