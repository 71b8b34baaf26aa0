"""What stands before the note of a visit's line: the day and the kind, in either order, apart or run together.

People write 昨天下午 上门, 昨天下午3点去她家, （上周五）电话, or put the day last. A day in the midst of what is
told may be the visit's or not (昨天摔伤了): it is not taken, it is handed back as `perhaps`, to be asked for.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from domain.days import is_time_of_day, parse_day
from domain.unclear_days import VagueDay, check_clear
from domain.visits import VisitKind

# The longest way to write a day takes three words: "Mar 5, 2026".
MOST_WORDS_OF_A_DAY = 3
LONGEST_GLUED_DAY = 20

KIND_WORDS: Mapping[str, VisitKind] = {
    **dict.fromkeys(("上门", "上门走访", "登门", "登门走访", "走访", "入户", "家访", "home", "visit"), VisitKind.HOME),
    **dict.fromkeys(("上门看望", "上门慰问", "入户走访", "登门拜访", "上门拜访"), VisitKind.HOME),
    **dict.fromkeys(("随访", "临时走访", "ad-hoc"), VisitKind.AD_HOC),
    **dict.fromkeys(("集中走访", "集中", "集体走访", "group"), VisitKind.GROUP),
    **dict.fromkeys(("走访企业", "企业走访", "enterprise"), VisitKind.ENTERPRISE),
    **dict.fromkeys(("电话", "打电话", "打了电话", "通电话", "通话", "电话联系", "电话走访"), VisitKind.PHONE),
    **dict.fromkeys(("电话沟通", "电话回访", "电话随访", "电话慰问", "电话问候", "去电", "来电"), VisitKind.PHONE),
    **dict.fromkeys(("phone", "call"), VisitKind.PHONE),
    **dict.fromkeys(("微信", "视频", "线上", "网上", "微信联系", "微信沟通", "微信视频"), VisitKind.ONLINE),
    **dict.fromkeys(("视频通话", "视频连线", "视频走访", "短信", "online", "video", "wechat"), VisitKind.ONLINE),
}

SEPARATORS = r"\s,，、;；:：—"
EDGE = SEPARATORS + "。"
"""As separators, but a note keeps the full stop at its end."""
# A colon between figures is a time of day, and a full stop what handwriting makes of the point in a date.
_WORD = re.compile(f"(?:[^{EDGE}]|(?<=[0-9０-９])[:：。](?=[0-9０-９]))+")
_GAP = re.compile(f"[{EDGE}]*")

# How the note begins says how one met: the words stay in it.
_KIND_OF_NOTE: tuple[tuple[re.Pattern[str], VisitKind], ...] = tuple(
    (re.compile(begins), kind)
    for begins, kind in (
        (
            "(?:打|通|挂|用|在|通过)了?个?电话|去电|致电|电话(?:里|中|上|联系|沟通|询问|了解|问|走访|回访|随访|慰问)",
            VisitKind.PHONE,
        ),
        ("(?:通过|用|在|打)?(?:微信|视频|线上)(?:里|中|上|聊|联系|沟通|询问|了解|问|通话|连线|走访)", VisitKind.ONLINE),
        ("走访企业", VisitKind.ENTERPRISE),
        ("集中走访|集体走访", VisitKind.GROUP),
        ("随访|临时走访", VisitKind.AD_HOC),
        ("(?:去|到)?(?:上门|登门|入户|家访)", VisitKind.HOME),
    )
)
# Of a day run together with what follows: the visit's own, where this says that it was then that one went there.
_WENT = re.compile(
    "(?:去|到|前往|赴|在)了?(?:他|她|其|该|家|现场|门|看|走|拜|慰|探)|上门|登门|入户|家访|走访|看望|慰问|拜访|探望"
    "|(?:与|和|同|跟|给|帮|向|陪|见|为)(?:他|她|其)|我|打了?个?电话|通[了过]?个?电话|电话|去电|致电|微信|视频|送去|送了|送上|了解|谈|聊|去?(?:的|了|过)?$"
)
_BEFORE_DAY = re.compile("^(?:我|本人|于|在|是|就)+(?=.)")
# 5号楼, 3.5万元: a bare number says too little.
_WORDED = re.compile("[天周晚早晨夜才]|(?:星期|礼拜)|月.+[日号]|[日儿]|前$|[a-z]day$", re.IGNORECASE)
_BARE = re.compile("[0-9０-９一二三四五六七八九十]{1,3}[日号]")
_SEVERAL = re.compile(
    "[0-9０-９一二三四五六七八九十]{1,3}[日号]?(?:[、，,和及至到~～—-]+(?:[0-9０-９]{1,2}月)?[0-9０-９一二三四五六七八九十]{1,3})+[日号]"
)
"""11月3、4日, 3号到5号: several days, or one that went on."""
_SEVERAL_IN_FIGURES = re.compile(
    "[0-9０-９]{1,2}[.．/][0-9０-９]{1,2}[至到~～—-]+[0-9０-９]{1,2}(?:[.．/][0-9０-９]{1,2})?"
)
_LABEL = re.compile(
    r"(?:(?<=[\s，,；;。])|^)(?:走访|联系)?(?:时间|日期|方式|形式|内容|情况|对象|人员|姓名)\s*[:：]\s*", re.MULTILINE
)
_AT_END = re.compile(r"[（(]([^（）()]{1,20})[）)]$")
_IN_BRACKETS = re.compile(r"^[（(【\[]([^（）()【】\[\]]{1,20})[）)】\]]")


@dataclass(frozen=True)
class Head:
    """Day and kind where they are said, and the note behind them."""

    day: date | None
    kind: VisitKind | None
    note: str = field(repr=False)
    perhaps: date | None = None


def kind_of(word: str) -> VisitKind | None:
    """The kind of visit that a typed word means."""
    return KIND_WORDS.get(word.strip().casefold())


def read_head(text: str, today: date) -> Head:
    """Day and kind in either order, each at most once, and the note.

    Raises:
        NoSuchDay, LunarDay, VagueDay
    """
    _check_several(text)
    day: date | None = None
    kind: VisitKind | None = None
    rest = text
    while rest:
        rest = _opened(rest, today)
        word, after = next_word(rest)
        if is_time_of_day(word) and (after or day):
            rest = after
            continue
        found_day, found_kind, after = day_or_kind(rest, today)
        if (found_day is None or day) and (found_kind is None or kind):
            break
        day, kind, rest = found_day or day, found_kind or kind, after
    note, perhaps = trimmed(rest), None
    if day is None:
        day, note, perhaps = _day_of_note(note, today)
    return Head(day, kind or kind_of_note(note), note, perhaps)


def _check_several(text: str) -> None:
    if found := re.match(
        f"(?:[0-9０-９一二三四五六七八九十]{{1,3}}月)?{_SEVERAL.pattern}|{_SEVERAL_IN_FIGURES.pattern}", text
    ):
        raise VagueDay(typed=found[0])


def kind_of_note(note: str) -> VisitKind | None:
    """How one met, from how the note begins: 打电话问了低保."""
    return next((kind for begins, kind in _KIND_OF_NOTE if begins.match(note)), None)


def _opened(text: str, today: date) -> str:
    """（昨天） as 昨天."""
    found = _IN_BRACKETS.match(text)
    if found is None:
        return text
    inside = found[1].strip()
    is_head = kind_of(inside) or is_time_of_day(inside) or parse_day(inside, today)
    return f"{inside} {text[found.end() :]}" if is_head else text


def day_or_kind(text: str, today: date) -> tuple[date | None, VisitKind | None, str]:
    """What the next words mean: a day of up to three words, a kind, or both run together (昨天上门); and the rest.

    Raises:
        NoSuchDay
    """
    word, after = next_word(text)
    if kind := kind_of(word):
        return None, kind, after
    for count in range(MOST_WORDS_OF_A_DAY, 0, -1):
        words, rest = _next_words(text, count)
        if len(words) == count and (day := parse_day(" ".join(words), today)):
            return day, None, rest
    for ending in sorted(KIND_WORDS, key=len, reverse=True):
        if word.endswith(ending) and (day := parse_day(word.removesuffix(ending), today)):
            return day, KIND_WORDS[ending], after
    return None, None, text


def without_me(word: str) -> str:
    """我昨天 as 昨天."""
    return _BEFORE_DAY.sub("", word)


def day_before(word: str, today: date, read: Callable[[str, date], date | None] = parse_day) -> tuple[date, str] | None:
    """A day with which a word begins, and what runs into it: 昨天下午3点去她家.

    Raises:
        NoSuchDay
    """
    said = without_me(word)
    longest = len(said) if said != word else len(word) - 1
    for length in range(min(longest, LONGEST_GLUED_DAY), 1, -1):
        typed = said[:length]
        if _is_worded(typed) and (day := read(typed, today)):
            return day, said[length:]
    return None


def _day_of_note(note: str, today: date) -> tuple[date | None, str, date | None]:
    """The visit's day in a note, the note without it; or a day of which nobody can say what it is the day of.

    Raises:
        NoSuchDay, LunarDay, VagueDay
    """
    first, *further = [*_words(note)] or [""]
    check_clear(first)
    _check_glued(first)
    if found := day_before(first, today):
        day, after = found
        if _WENT.match(after):
            return day, trimmed(note[note.index(first) + len(first) - len(after) :]), None
        return None, note, _past(day, today)
    if (bracket := _AT_END.search(note)) and (said := _alone(bracket[1], today)) and said <= today:
        return said, trimmed(note[: bracket.start()]), None
    if further and re.search("[月周期拜]", further[-1]):
        check_clear(further[-1])
    if further and (said := _alone(further[-1], today)) and said <= today:
        return said, trimmed(note[: note.rindex(further[-1])]), None
    named = (_past(each, today) for word in further if (each := _alone(word, today)))
    return None, note, next((each for each in named if each), None)


def _check_glued(word: str) -> None:
    """上周去她家: a day that says too little, run together with the visit.

    Raises:
        LunarDay, VagueDay
    """
    for length in range(min(len(word) - 1, LONGEST_GLUED_DAY), 1, -1):
        if _WENT.match(word[length:]):
            check_clear(word[:length])


def _alone(word: str, today: date) -> date | None:
    """A word that is a day and nothing else, and says so."""
    return parse_day(word, today) if _is_worded(word) else None


def _is_worded(word: str) -> bool:
    return bool(_WORDED.search(word)) and _BARE.fullmatch(word) is None


def _past(day: date, today: date) -> date | None:
    return day if day < today else None


def _words(text: str) -> Iterator[str]:
    while text:
        word, text = next_word(text)
        if word:
            yield word


def _next_words(text: str, count: int) -> tuple[list[str], str]:
    words: list[str] = []
    while text and len(words) < count:
        word, text = next_word(text)
        words.append(word)
    return words, text


def without_labels(text: str) -> str:
    """A line filled in as a form is: 对象：张三 时间：昨天 方式：电话 内容：…"""
    return _LABEL.sub(" ", text)


def from_word(text: str) -> str:
    """A text from its first word on."""
    return _GAP.sub("", text, count=1)


def next_word(text: str) -> tuple[str, str]:
    """The first word, and the text from the second on as it was typed."""
    text = from_word(text)
    match = _WORD.match(text)
    return (match[0], from_word(text[match.end() :])) if match else ("", "")


def trimmed(text: str) -> str:
    """Without what only parts it from what stands before and behind."""
    return re.sub(f"^[{EDGE}]+|(?<![{SEPARATORS}])[{SEPARATORS}]+$", "", text)
