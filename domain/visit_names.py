"""Whom a visit's line is about: the contacts it names, wherever they stand at its beginning.

张三昨天上门…, 昨天去看望了张三，…, 张三家反映…, 张三、李四 昨天…: people write as they speak. Only names that are known
are taken out of a text; 张三丰 is never read as 张三.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from domain.days import NoSuchDay
from domain.names import SURNAMES, after_titles, surname_of
from domain.visit_heads import EDGE, day_before, day_or_kind, from_word, kind_of, kind_of_note, next_word, without_me

LONGEST_PERSON = 4
"""Characters of a name that nobody knows and that is taken for one all the same."""
MOST_WORDS_BEFORE = 6
"""Before the name: a day in three words, a kind, 去看望."""


@dataclass(frozen=True)
class Named:
    """Who is named, in the line's order; the line without them; and strangers, whom nobody knows by that name.

    ``visited``: the line says that they were (走访, 看望), and does not only begin with a name.
    """

    names: tuple[str, ...] = field(repr=False)
    rest: str = field(repr=False)
    strangers: tuple[str, ...] = field(default=(), repr=False)
    visited: bool = False


_VISITED = "走访慰问|走访|看望|慰问|拜访|探望|探访|探视|家访|入户"
_WENT_TO = re.compile(
    f"(?:我们?|本人)?[再又]?(?:去|到|前往|赴)?(?:上门|登门)?(?P<visited>{_VISITED})[了过]?(?:联系对象|联系户|对象|群众)?"
    "|(?:我们?|本人)?(?:去|到|前往|赴|给|和|与|跟|同|向)了?"
)
_CALLED = re.compile(
    "(?P<how>打了?个?电话|致电|去电|电话|微信|视频)[了过]?(?:联系|回访|慰问|走访|问候|连线|通话)?[了过]?给?(?:联系对象)?"
)
_HOW = {"微信": "微信", "视频": "视频"}
_COUNTED = re.compile("(?:[两二三四五六七八九十几]|[0-9]{1,2})(?:户|家|位|人|名)(?:群众|人家|困难户|联系对象)?")
_AND = re.compile(r"\s*(?:[、,，;；/&＆+]|和|与|及|跟|还有)\s*|\s+")
_VISITED_AT_END = re.compile(f"(?<!企业)(?:{_VISITED})[了过]?[{EDGE}]*$")
_NUMBER = re.compile(r"^\s*(?:[0-9０-９一二三四五六七八九十]{1,2}[.、．)）]|[①-⑩]|[-·•*])\s*")
# 周长和、李四: a sign parts names before 和 does, which may be part of one.
_PERSON = "(?P<name>[\u4e00-\u9fff]{2,3}(?=\\s*[、/&＆+])|[\u4e00-\u9fff]{2,3}?(?=[和与及\\s今昨前上周]))"
_AND_A_STRANGER = re.compile(rf"\s*(?:[、/&＆+]|和|与|及)\s*{_PERSON}")
_STRANGER_AND = re.compile(rf"{_PERSON}\s*[、/&＆+和与及]\s*")
# What a person does who is visited: what runs into a name so is no part of it.
_SAYS = re.compile(
    "反映|反应|说|谈|讲|提出|提到|希望|要求|建议|咨询|询问|诉说|介绍|表示|需要|生病|住院|了解|聊|身体|因|对|为|想|请|的|就|问"
    "|交流|座谈|沟通|送|帮|带|[（(【]"
)


def read_names(line: str, known: Sequence[str], today: date) -> Named | None:
    """Who is named at the beginning of a line, behind a day, a kind or 去看望 as well; None where nobody known is."""
    for before, text, visited in _beginnings(line, today):
        first, text = _strangers_first(text, known, today)
        if found := _name_at(text, known, today):
            names, rest, strangers = _all_named(*found, known, today)
            return Named(tuple(names), " ".join([*before, rest]), (*first, *strangers), visited)
    return None


def parted(text: str, known: Sequence[str], today: date) -> list[str]:
    """The reports of a message in which each line names whom it is about; what stands before them is said of each."""
    head, reports = list[str](), list[str]()
    for line in text.splitlines():
        told = _NUMBER.sub("", line)
        if any(_name_at(rest, known, today, alone=True) for _, rest, _ in _beginnings(told, today)):
            reports.append(told)
        elif reports:
            reports[-1] += f"\n{line}"
        else:
            head.append(line)
    if len(reports) < 2:
        return [text]
    return [" ".join([*head, report]) for report in reports]


def arranged(line: str, named: Named | None, today: date) -> str:
    """The line with its contact's name as its first word: one that is known, or whom 走访 or 看望 says it is about."""
    if named is not None:
        return f"{''.join(named.names[0].split())} {named.rest}"
    for before, text, visited in _beginnings(line, today):
        word, after = next_word(text)
        if visited and word and kind_of(word) is None:
            return " ".join([word, *before, after])
    return line


def tells_of_a_visit(line: str, named: Named | None, today: date) -> bool:
    """Does a message without any command begin as the report of a visit: 走访张三…, 昨天去看望了李大爷…?"""
    if named is not None:
        return named.visited
    told = arranged(line, None, today)
    word = next_word(told)[0]
    is_person = surname_of(word) or (word[:1] in SURNAMES and len(word) <= LONGEST_PERSON)
    return bool(is_person) and told != line


def _beginnings(line: str, today: date) -> Iterator[tuple[list[str], str, bool]]:
    """Where a name may begin: what was said before it that is worth keeping, the text from there, was there a 走访?"""
    before: list[str] = []
    text, visited = from_word(line), False
    for _ in range(MOST_WORDS_BEFORE):
        yield before, text, visited
        went, word = _WENT_TO.match(text), next_word(text)[0]
        if went and (kind_of(word) is None or went.end() == len(word)):
            text, visited = from_word(text[went.end() :]), visited or bool(went["visited"])
        elif (called := _CALLED.match(text)) and kind_of(word) is None:
            before, text = [*before, _HOW.get(called["how"], "电话")], from_word(text[called.end() :])
        elif skipped := _without_word(text, today):
            # 走访 says that one was there; how, a later word may say: 昨天走访：张三 电话 谈低保.
            before, text = [*before, _VISITED_AT_END.sub("", skipped[0])], skipped[1]
            visited = visited or re.search(_VISITED, skipped[0]) is not None
        else:
            return


def _without_word(text: str, today: date) -> tuple[str, str] | None:
    """A day or a kind at the beginning, and what follows it; None for anything else."""
    word, _ = next_word(text)
    try:
        day, kind, rest = day_or_kind(text, today)
        if day or kind:
            return text[: len(text) - len(rest)], rest
        if found := day_before(word, today):
            return without_me(word).removesuffix(found[1]), found[1] + text[text.index(word) + len(word) :]
    except NoSuchDay:
        pass
    return None


# --- the names themselves ---------------------------------------------------------------------------------------------


def _strangers_first(text: str, known: Sequence[str], today: date) -> tuple[list[str], str]:
    """Whom an enumeration names before the first who is known, and the text from there."""
    strangers = list[str]()
    while not _name_at(text, known, today) and (found := _STRANGER_AND.match(text)) and found["name"][0] in SURNAMES:
        strangers.append(found["name"])
        text = text[found.end() :]
    return strangers, text


def _all_named(first: str, rest: str, known: Sequence[str], today: date) -> tuple[list[str], str, list[str]]:
    """Whom else an enumeration names, what follows it, and whom of it nobody knows."""
    names, strangers = [first], list[str]()
    while True:
        if found := _next_name(rest, known, today):
            name, rest = found
            names += [name] if name not in names else []
        elif stranger := _stranger(rest):
            strangers.append(stranger["name"])
            rest = rest[stranger.end("name") :]
        else:
            return names, rest, strangers


def _next_name(rest: str, known: Sequence[str], today: date) -> tuple[str, str] | None:
    """张三、李四 and 张三李四; 两户 behind the last of them says nothing new."""
    joined = _AND.match(rest)
    alone = joined is not None and joined[0].isspace()
    found = _name_at(rest[joined.end() if joined else 0 :], known, today, alone=alone)
    counted = _COUNTED.match(found[1]) if found else None
    return (found[0], found[1][counted.end() :]) if found and counted else found


def _stranger(rest: str) -> re.Match[str] | None:
    found = _AND_A_STRANGER.match(rest)
    if found is None or found["name"][0] not in SURNAMES or kind_of(found["name"]) or kind_of_note(found["name"]):
        return None
    return found


def _name_at(text: str, known: Sequence[str], today: date, *, alone: bool = False) -> tuple[str, str] | None:
    """The known name with which a text begins, and what follows it and its titles.

    ``alone``: in an enumeration parted by spaces a name stands alone, for 张三 李四的低保 is about one visit.
    """
    for name in sorted(known, key=len, reverse=True):
        rest = next((text.removeprefix(way) for way in (name, "".join(name.split())) if text.startswith(way)), None)
        if rest is None or len(name) < 2:
            continue
        after = after_titles(rest)
        if _ends_a_name(after, known, today, alone):
            return name, after
        if after != rest:
            return name, rest
    return None


def _ends_a_name(rest: str, known: Sequence[str], today: date, alone: bool) -> bool:
    if not rest or re.match(f"[{EDGE}]", rest) or (not alone and _SAYS.match(rest)):
        return True
    joined = _AND.match(rest)
    if any(rest[joined.end() if joined else 0 :].startswith(name) for name in known if len(name) > 1):
        return True
    if _stranger(rest) or _COUNTED.match(rest):
        return True
    try:
        day, kind, _ = day_or_kind(rest, today)
        return bool(day or kind or day_before(next_word(rest)[0], today)) or kind_of_note(rest) is not None
    except NoSuchDay:
        return True
