"""Find a name among those known, and say whom a mistyped one may mean."""

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher

LONG_NAME = 5
"""From here on (enterprises, villages) names are compared by their common parts."""
ALIKE = 0.6
NOT_IN_A_NAME = frozenset("，。！？；：…【】《》<>!?;")
"""Marks of a sentence or a notice: what has them was typed, or passed on, for something else."""

SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金"
    "石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施牛樊葛邢安齐庞颜庄聂章鲁岳翟殷詹"
    "申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时"
    "穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖"
    "巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢"
)
"""Of one character; they tell a person's name from other words where a name is not known."""
_MORE_SURNAMES = (
    "萧傅丘阎易乔伍倪文劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭蔣餘葉蘇魏呂盧鍾譚陸範賈韋鄒龍賀顧龔萬錢嚴齊龐顏莊聶關蘭喬張"
)
_TWO = (
    "欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|南宫|百里|呼延|轩辕|长孙|宇文|独孤"
)
_HAN_NAME = re.compile(rf"(?:{_TWO}|[{''.join(sorted(SURNAMES))}{_MORE_SURNAMES}])[\u4e00-\u9fff]{{0,2}}")
_LATIN_NAME = re.compile(r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2}")
_TO = re.compile(r"(?:我(?:想|要))?(?:写信给|寫信給|写给|寫給|发给|發給|转给|轉給|给|給|找)\s*")
_TITLE = re.compile(r"\s*(?:政协)?(?:委员|委員|同志|先生|女士|老师|老師|主席|代表)?[\s，,。.!！、]*$")
_TITLES = (
    "大爷|大妈|大娘|大伯|大叔|大婶|大嫂|大姐|大哥|爷爷|奶奶|叔叔|阿姨|伯伯|伯母|婶婶|老伯|老人|老师|老先生|老太太|老太|老爷子"
    "|先生|女士|小姐|同志|师傅|医生|大夫|老板|书记|主任|经理|总|会长|村长|站长|校长|厂长|院长|局长|委员|网格员"
    "|姐|哥|叔|婶|伯|嫂|姨|爷|奶|工|老"
)
_HOMES = "一家|家里|家中|家|夫妇|夫妻|处|那里|那儿"
_TITLED = re.compile(f"(?:{_TITLES})?(?:{_HOMES})?")


def is_name(text: str) -> bool:
    """May this be the name of a person, an enterprise or a village?"""
    is_command = text.startswith("/")
    return any(char.isalpha() for char in text) and NOT_IN_A_NAME.isdisjoint(text) and not is_command


def may_call_someone(text: str) -> bool:
    """Is this as short as a person's name, and does it begin like one? Longer words are meant for something else."""
    text = text.strip()
    return bool(_HAN_NAME.fullmatch(text) or _LATIN_NAME.fullmatch(text))


def without_title(text: str) -> str:
    """The name alone in 李建国委员, or in 写给李委员."""
    text = text.strip()
    return _TITLE.sub("", _TO.sub("", text, count=1) if _TO.match(text) else text)


def find(name: str, known: Sequence[str]) -> list[str]:
    """Whom `name` names: one, several (ask which), or none.

    The whole name comes first; failing that, those that contain it. Two people of one name are two.
    """
    wanted = _folded(name)
    if not wanted:
        return []
    same = [candidate for candidate in known if _folded(candidate) == wanted]
    return same or [candidate for candidate in known if wanted in _folded(candidate)]


def is_plain(name: str, known: str) -> bool:
    """Does a part of a name say plainly who is meant: 秀英 of 王秀英, 华联超市 of an enterprise?

    张三 is not 张三丰, and a surname is not a name.
    """
    part, whole = _folded(name), _folded(known)
    return part == whole or (len(part) > 1 and (len(whole) >= LONG_NAME or whole.endswith(part)))


def after_titles(text: str) -> str:
    """What follows the titles that stand behind a name: 大爷家反映 → 反映."""
    found = _TITLED.match(text)
    return text[found.end() :] if found else text


def surname_of(titled: str) -> str:
    """李 of 李大爷, 老李 and 小李; "" where that is no such way to call someone."""
    if len(titled) == 2 and titled[0] in "老小" and titled[1] in SURNAMES:
        return titled[1]
    is_titled = len(titled) > 1 and titled[0] in SURNAMES and not after_titles(titled[1:])
    return titled[0] if is_titled else ""


def closest(name: str, known: Sequence[str], n: int = 3) -> list[str]:
    """At most `n` known names that `name` may have been meant for, likeliest first.

    Taken for a slip: one character wrong, missing or too many, two exchanged, all in another order,
    or a part of the name. A name that shares no character is never offered. 李大爷 is each of that surname.
    """
    wanted = _folded(name)
    if surname := surname_of(wanted):
        return [each for each in dict.fromkeys(known) if each.startswith(surname)][:n]
    scored = [(_likeness(wanted, _folded(candidate)), candidate) for candidate in dict.fromkeys(known)]
    likely = sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: -pair[0])
    return [candidate for _, candidate in likely[:n]]


def _folded(name: str) -> str:
    """One spelling for the many ways to space, dot and capitalise a name."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(char for char in plain if char.isalnum())


def _likeness(typed: str, known: str) -> float:
    """0 for different names, 1 for the same, between them for a slip."""
    is_slip = bool(set(typed) & set(known)) and _is_slip(typed, known)
    if not is_slip and min(len(typed), len(known)) < LONG_NAME:
        return 0
    ratio = SequenceMatcher(None, typed, known, autojunk=False).ratio()
    if not is_slip and ratio < ALIKE:
        return 0
    # A slip keeps the surname more often than not, so that one is offered first.
    return (ratio + (typed[0] == known[0])) / 2


def _is_slip(typed: str, known: str) -> bool:
    return typed in known or known in typed or sorted(typed) == sorted(known) or _one_step_apart(typed, known)


def _one_step_apart(a: str, b: str) -> bool:
    """Do they differ by one character: wrong, missing or too many? (Exchanged ones are caught by their order.)"""
    short, long = sorted((a, b), key=len)
    start = next((i for i, char in enumerate(short) if char != long[i]), len(short))
    if len(short) == len(long):
        return short[start + 1 :] == long[start + 1 :]
    return short[start:] == long[start + 1 :]
