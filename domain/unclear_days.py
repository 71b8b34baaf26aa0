"""What is written like a day and can't be read as one: 十一月初三 of the farmers' calendar, 上周, 月底, 中秋节.

Read over, such words would stand in the note, and the visit in the log under another day.
"""

import re
import unicodedata

from domain.days import NoSuchDay


class LunarDay(NoSuchDay):
    """A day of the farmers' calendar. Argument: ``typed``."""

    text = "day-is-lunar"


class VagueDay(NoSuchDay):
    """A week, a month, a feast of several days. Argument: ``typed``."""

    text = "day-is-vague"


def check_clear(word: str) -> None:
    """Refuse a word that names a day, but doesn't say which day of the calendar.

    Raises:
        LunarDay, VagueDay
    """
    folded = unicodedata.normalize("NFKC", word).strip()
    if _LUNAR.fullmatch(folded):
        raise LunarDay(typed=word.strip())
    if _VAGUE.fullmatch(folded):
        raise VagueDay(typed=word.strip())


_ONES = "[一二三四五六七八九]"
_LUNAR_MONTH = f"(?:[正冬腊]|闰?十?{_ONES}|闰?十|[1-9]|1[0-2])月"
# 廿三 without 日 or 号 is said of the farmers' calendar alone; 十一月十三 is of either, and read as the other.
_LUNAR_DAY = f"(?:初(?:十|{_ONES}|10|[1-9])|[廿卅]{_ONES}?|廿十)"
_ANY_DAY = f"(?:{_LUNAR_DAY}|二?十{_ONES}?|三十|[0-9]{{1,2}})[日号]?"
_LUNAR = re.compile(
    f"(?:农历|阴历|旧历).*|大?年?{_LUNAR_DAY}|{_LUNAR_MONTH}{_LUNAR_DAY}|[正冬腊]月(?:{_ANY_DAY})?|除夕|大?年三十|小年夜?"
)
_FEASTS = (
    "元旦|春节|过年|元宵|清明|五一|劳动|端午|七夕|中秋|重阳|国庆|十一|腊八|三八|妇女|六一|儿童|七一|八一|建军|教师"
)
_VAGUE = re.compile(
    "(?:上上|上|这|本|前)个?(?:周|星期|礼拜|月|季度)(?:末|初|底|中旬|上旬|下旬)?"
    "|(?:上|这|本|[0-9一二三四五六七八九十]+)?个?月(?:份|初|底|末|中旬|上旬|下旬|中)"
    "|(?:今|去|前)?年(?:初|底|末|中)|(?:今|去|前)年(?:[0-9一二三四五六七八九十]+月份?)?"
    "|(?:上旬|中旬|下旬|周末|双休日|春天|夏天|秋天|冬天|春季|夏季|秋季|冬季)"
    "|前(?:几|些|两|阵)(?:天|日|个?月|周)?(?:子)?|前段(?:时间|日子)|前一?(?:阵|阵子)"
    "|(?:半|几|好几|一|两|三|[1-9])个?(?:多)?(?:月|年)(?:之|以)?前|(?:几|好几|半)(?:天|周)(?:之|以)?前"
    # Month or day first?
    "|[0-9]{1,2}[-./][0-9]{1,2}[-./](?:19|20)[0-9]{2}"
    f"|(?:{_FEASTS})(?:节|期间|假期|长假|前后|前|后|那天|当天)*"
)
