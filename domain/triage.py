"""Triage: what the office does with a letter that nobody holds yet, and whom it might give it to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.letter_kinds import LetterKind, Mark
from domain.letter_steps import become, check_open, ended, put_on
from domain.letters import OFFICE_DESK, Letter, LetterState
from domain.people import Member
from domain.refusals import MovedOn, Refusal

SUGGESTED = 3


class LetterIsTaken(MovedOn):
    """Someone was quicker. Arguments: ``number``, ``holder``."""

    text = "letter-is-taken"


class LetterIsForOffice(MovedOn):
    """Someone was quicker: the office keeps it. Argument: ``number``."""

    text = "letter-is-kept-by-office"


class LetterIsPrivate(Refusal):
    """Marked so that it stays out of the members' group. Argument: ``number``."""

    text = "letter-is-not-for-the-group"


class ClaimIsYourOwn(Refusal):
    text = "letter-is-your-own"


# --- what happens to a letter -----------------------------------------------------------------------------------------


def begins_in_triage(kind: LetterKind) -> bool:
    """Must the office still find out who shall hold it? 政协信箱 and 我要建言 are the office's own."""
    return kind is LetterKind.ANYONE


def keep(letter: Letter) -> Letter:
    """The office deals with it itself.

    Raises:
        LetterIsClosed
        LetterWasReturned
    """
    check_open(letter)
    return replace(letter, is_in_triage=False)


def send_back(letter: Letter, at: datetime) -> Letter:
    """Back to its writer, who is told what is missing and may go on with it.

    Raises:
        LetterIsClosed
        LetterWasReturned
    """
    check_open(letter)
    return become(put_on(ended(letter, at), OFFICE_DESK), LetterState.RETURNED)


def check_may_be_posted(letter: Letter) -> None:
    """May the members' group see it (without its writer's name)?

    Raises:
        LetterIsClosed
        LetterWasReturned
        LetterIsPrivate
    """
    check_open(letter)
    if letter.mark is Mark.PRIVATE:
        raise LetterIsPrivate(number=letter.number)


def without_name(text: str, name: str) -> str:
    """The text without its writer's name. A name of one character would tear words apart, and stays."""
    return text.replace(name, "＊＊") if len(name) > 1 else text


# --- who might hold it ------------------------------------------------------------------------------------------------


class Why(StrEnum):
    """Why a member is suggested, the weightiest first."""

    PLACE = "place"
    SECTOR = "sector"
    WORDS = "words"
    LOAD = "load"


@dataclass(frozen=True)
class Suggestion:
    """A member, the reasons with the words of the letter that they rest on ("" for load), and letters in hand."""

    member: Member
    why: Sequence[tuple[Why, str]]
    load: int


WEIGHT: Mapping[Why, int] = {Why.PLACE: 4, Why.SECTOR: 4, Why.WORDS: 2}
"""Of each reason: the software's own."""

SECTOR_WORDS: Mapping[str, tuple[str, ...]] = {
    "农业": ("农", "村", "种植", "养殖", "灌溉", "粮", "田", "化肥"),
    "教育": ("学校", "老师", "教师", "学生", "上学", "幼儿园", "作业", "学区"),
    "医药": ("医院", "看病", "医保", "药", "诊所", "医生", "疫苗"),
    "卫生": ("医院", "看病", "医保", "垃圾", "诊所", "医生", "疫苗"),
    "工商": ("企业", "工厂", "贷款", "营业执照", "税", "用工"),
    "经济": ("企业", "工厂", "贷款", "营业执照", "税", "就业"),
    "科": ("科技", "技术", "网络", "信号", "科普"),
    "文": ("图书馆", "文化", "演出", "文物", "书"),
    "体育": ("体育", "健身", "球场", "运动"),
    "福利": ("低保", "养老", "残疾", "救助", "老人"),
    "社会": ("低保", "养老", "残疾", "救助", "老人"),
    "民族": ("民族", "清真"),
    "宗教": ("寺", "教堂", "宗教"),
    "总工会": ("工资", "工伤", "加班", "劳动合同"),
    "工会": ("工资", "工伤", "加班", "劳动合同"),
    "妇": ("妇女", "家暴", "孩子", "产假"),
    "青": ("青年", "就业", "创业", "志愿"),
    "环境": ("污染", "臭", "噪音", "噪声", "河水", "垃圾"),
    "法": ("纠纷", "官司", "法院", "律师", "合同"),
}
"""Words of letters by what a sector's name contains: the software's own, no document links words and sectors."""

_UNIT_ENDINGS = ("政协工委", "工作委员会", "工委", "办事处", "街道", "园区", "乡", "镇")


def suggest(text: str, members: Iterable[Member], loads: Mapping[int, int]) -> list[Suggestion]:
    """Up to three members whom the letter may suit, the best first; of equals who has least in hand.

    When nothing in the letter points to anyone, those who have least in hand.
    """
    ranked = [_suggestion(text, member, loads.get(member.id, 0)) for member in members]
    fitting = [each for each in ranked if each.why]
    if not fitting:
        fitting = [replace(each, why=((Why.LOAD, ""),)) for each in ranked]
    return sorted(fitting, key=lambda each: (-_weight(each), each.load, each.member.id))[:SUGGESTED]


def _suggestion(text: str, member: Member, load: int) -> Suggestion:
    sector = member.sector.removesuffix("界")
    why: list[tuple[Why, str]] = []
    if (place := _place(member.unit)) and place in text:
        why.append((Why.PLACE, place))
    if len(sector) > 1 and sector in text:
        why.append((Why.SECTOR, sector))
    elif words := _words_of(sector, text):
        why.append((Why.WORDS, words))
    return Suggestion(member, tuple(why), load)


def _weight(suggestion: Suggestion) -> int:
    return sum(WEIGHT.get(reason, 0) for reason, _ in suggestion.why)


def _place(unit: str) -> str:
    """城北镇工委 → 城北: people leave out what a place is."""
    for ending in _UNIT_ENDINGS:
        if len(unit) - len(ending) > 1:
            unit = unit.removesuffix(ending)
    return unit if len(unit) > 1 else ""


def _words_of(sector: str, text: str) -> str:
    """The first word in the text that belongs to the sector, or ""."""
    known = (word for part, words in SECTOR_WORDS.items() if part in sector for word in words)
    return next((word for word in known if word in text), "")
