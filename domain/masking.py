"""What in a text says who someone is or where they live: found, and hidden before the text is made public.

What is surely personal is hidden; what only may be is pointed out to whoever looks the text over. To hide too much
costs a word that is put back by hand, to hide too little cannot be undone.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

HIDDEN = "***"


class Finding(StrEnum):
    """What was found."""

    NAME = "name"
    PHONE = "phone"
    ID_CARD = "id-card"
    BANK_CARD = "bank-card"
    NUMBER = "number"  # a long number of no known kind
    PLATE = "plate"
    EMAIL = "email"
    ACCOUNT = "account"  # of a chat network
    ADDRESS = "address"
    DATE = "date"  # a whole date: a birthday, perhaps


@dataclass(frozen=True)
class Found:
    """Characters ``start`` to ``end`` of a text. ``is_certain``: hidden; else only pointed out."""

    start: int
    end: int
    finding: Finding
    text: str = field(repr=False)
    is_certain: bool = True


@dataclass(frozen=True)
class Masked:
    """A text with what is personal hidden. ``doubtful`` still stands in it."""

    text: str = field(repr=False)
    hidden: Sequence[Found] = ()
    doubtful: Sequence[Found] = ()


def mask(text: str, names: Iterable[str] = (), known: Iterable[str] = ()) -> Masked:
    """Hide what is personal in a text.

    ``names``: people whose names are hidden wherever they stand; ``known``: people who serve in public, whose names
    are only pointed out.
    """
    found = find(text, names, known)
    hidden = [each for each in found if each.is_certain]
    pieces, at = [], 0
    for each in hidden:
        pieces += [text[at : each.start], HIDDEN]
        at = each.end
    return Masked("".join([*pieces, text[at:]]), hidden, [each for each in found if not each.is_certain])


def find(text: str, names: Iterable[str] = (), known: Iterable[str] = ()) -> list[Found]:
    """All that was found, in order; of two that overlap the certain one, then the longer."""
    plain = "".join(map(_plain, text))
    several = [*_named(plain, names, is_certain=True), *_named(plain, known, is_certain=False)]
    for look in (_emails, _accounts, _plates, _numbers, _spoken_phones, _addresses, _names):
        several += look(plain)
    taken: list[Found] = []
    for each in sorted(several, key=lambda one: (not one.is_certain, one.start - one.end, one.start)):
        if all(each.end <= other.start or other.end <= each.start for other in taken):
            taken.append(each)
    whole = [Found(one.start, one.end, one.finding, text[one.start : one.end], one.is_certain) for one in taken]
    return sorted(whole, key=lambda one: one.start)


def is_named(text: str, name: str) -> bool:
    """Does this name stand in the text, as it would be hidden?"""
    return any(True for _ in _named("".join(map(_plain, text)), [name], is_certain=True))


def _plain(char: str) -> str:
    """One character for one, so that places stay: full width digits, letters and signs as narrow ones."""
    narrow = unicodedata.normalize("NFKC", char)
    return narrow if len(narrow) == 1 else char


def _each(pattern: re.Pattern[str], text: str, finding: Finding, *, is_certain: bool = True) -> Iterator[Found]:
    """All places of a pattern, or of its group ``it`` where it has one."""
    group: str | int = "it" if "it" in pattern.groupindex else 0
    for match in pattern.finditer(text):
        yield Found(match.start(group), match.end(group), finding, match[group], is_certain)


# --- names ------------------------------------------------------------------------------------------------------------

_COMPOUND = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|南宫|百里|呼延|轩辕|长孙|宇文|独孤"
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔"
    "钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文"
    "牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁"
    "冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏"
    "宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
)
_GIVEN = r"[\u4e00-\u9fff]"
_NO_GIVEN = r"(?![住家在是今年的和与因为于有跟到去来向从对把被把给让说也都就很太请])"
_NAME = rf"(?:(?:{_COMPOUND})|[{_SURNAMES}])(?:{_NO_GIVEN}{_GIVEN}){{1,2}}"
_END = r"(?=[\s,，。.;；、:：!！?？(（)）】\]“”\"'/]|$)"
_WHOSE = (
    "丈夫|妻子|老公|老婆|爱人|儿子|女儿|父亲|母亲|爸爸|妈妈|爷爷|奶奶|外公|外婆|哥哥|姐姐|弟弟|妹妹|孙子|孙女|邻居|同事"
)
_WHO = (
    "姓名|名字|联系人|来信人|投诉人|反映人|举报人|当事人|负责人|户主|业主|住户|村民|居民|市民|群众|家长|患者|署名|签名"
)
_POLITE = "先生|女士|小姐|师傅|老师|大爷|大妈|大叔|大婶|阿姨|叔叔|老板|经理|医生|主任|书记|村长|队长|校长|局长"

_TITLED = re.compile(rf"(?:{_WHO})\s*(?:[::]|是|为)\s*(?P<it>(?:{_NAME})|{_GIVEN}{{2,4}}{_END})")
_CALLED = re.compile(rf"(?:我叫|名叫|叫做|我的名字是|我的姓名是|本人姓名)\s*+[::]?\s*+(?P<it>{_NAME})")
_OF_FAMILY = re.compile(rf"(?:{_WHOSE})叫\s*(?P<it>{_NAME})")
_MYSELF = re.compile(rf"(?:我是|本人是|本人|我)\s*(?P<it>{_NAME}){_END}")
_SIGNED = re.compile(rf"^[ \t\u3000]*(?:(?:{_WHO}|此致)[::\s]*)?(?P<it>{_NAME})(?:敬上|上)?[ \t\u3000]*$", re.MULTILINE)
_POLITELY = re.compile(rf"(?P<it>(?:{_COMPOUND}|[{_SURNAMES}]){_GIVEN}{{0,2}}?)(?:{_POLITE})")
_PERHAPS = re.compile(rf"(?:{_WHOSE}|{_WHO})\s*(?P<it>{_NAME}){_END}")


def _named(text: str, names: Iterable[str], *, is_certain: bool) -> Iterator[Found]:
    """Names that are known, however they are spaced. One of a single character would be found everywhere."""
    for name in {"".join(map(_plain, name)).strip() for name in names}:
        letters = [re.escape(char) for char in name if not char.isspace()]
        if len(letters) < 2:
            continue
        spaced = r"[ \t\u3000]?".join(letters)
        pattern = rf"(?<![A-Za-z]){spaced}(?![A-Za-z])" if name.isascii() else spaced
        yield from _each(re.compile(pattern, re.IGNORECASE), text, Finding.NAME, is_certain=is_certain)


def _names(text: str) -> Iterator[Found]:
    for pattern in (_TITLED, _CALLED, _OF_FAMILY, _MYSELF, _SIGNED):
        yield from _each(pattern, text, Finding.NAME)
    for pattern in (_POLITELY, _PERHAPS):
        yield from _each(pattern, text, Finding.NAME, is_certain=False)


# --- numbers ----------------------------------------------------------------------------------------------------------

_RUN = re.compile(r"(?<![0-9A-Za-z])(?:\+ ?)?[0-9](?:[ \-.·_()]{0,2}[0-9]){6,}(?:[ \-]?[Xx](?![A-Za-z]))?")
_LETTER_NUMBER = re.compile(r"(?<![A-Za-z])[A-Z]{1,6}-[0-9]{4}-[0-9]{6,15}(?![0-9])")
_MOBILE = re.compile(r"(?:\+|00)?(?:86)?1[3-9][0-9]{9}")
_LANDLINE = re.compile(r"(?:(?:\+|00)?86)?0?[1-9][0-9]{1,2}[2-9][0-9]{6,7}|[2-9][0-9]{6,7}|[48]00[0-9]{7}")
_WRITTEN_DATE = re.compile(r"(?:19|20)[0-9]{2}[ \-.]{1,2}[0-9]{1,2}[ \-.]{1,2}[0-9]{1,2}(?: [0-9]{1,2})?")
_IS_AMOUNT = re.compile(r"\s?[元万亿块吨斤亩]")
_EXTENSION = re.compile(r"\s?(?:转|分机)\s?[0-9]{1,6}")
_BORN = re.compile(
    r"(?P<it>(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}[日号]?)(?:出?生)"
    r"|(?:出生|生日)[^0-9\n]{0,4}(?P<also>(?:19|20)[0-9]{2}[年\-./][0-9]{1,2}[月\-./][0-9]{1,2})"
)
_SHORTEST_ID, _ID, _SHORTEST_CARD, _LONGEST_CARD = 15, 18, 16, 19


def _numbers(text: str) -> Iterator[Found]:
    ours = [match.span() for match in _LETTER_NUMBER.finditer(text)]
    for match in _RUN.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in ours):
            continue
        finding, end = _kind_of(match[0]), match.end()
        if finding in (Finding.NUMBER, Finding.PHONE) and match[0].isdigit() and _IS_AMOUNT.match(text, end):
            continue
        if finding is Finding.PHONE and (extension := _EXTENSION.match(text, end)):
            end = extension.end()
        yield Found(match.start(), end, finding, text[match.start() : end], finding is not Finding.DATE)
    for match in _BORN.finditer(text):
        group = "it" if match["it"] else "also"
        yield Found(match.start(group), match.end(group), Finding.DATE, match[group], is_certain=False)


def _kind_of(written: str) -> Finding:
    if _WRITTEN_DATE.fullmatch(written):
        return Finding.DATE
    digits = "".join(char for char in written if char.isdigit() or char in "xX+")
    if _is_id_card(digits):
        return Finding.ID_CARD
    if _MOBILE.fullmatch(digits):
        return Finding.PHONE
    if _LANDLINE.fullmatch(digits):
        return Finding.PHONE
    if _SHORTEST_CARD <= len(digits) <= _LONGEST_CARD and digits.isdigit():
        return Finding.BANK_CARD
    return Finding.NUMBER


def _is_id_card(digits: str) -> bool:
    """18 characters, or 15 on the old cards, with a day of birth in the middle. A wrong check digit is a slip."""
    if len(digits) == _ID and digits[:17].isdigit():
        born = digits[6:14]
    elif len(digits) == _SHORTEST_ID and digits.isdigit():
        born = f"19{digits[6:12]}"
    else:
        return False
    try:
        date(int(born[:4]), int(born[4:6]), int(born[6:]))
    except ValueError:
        return False
    return digits[0] != "0"


_SPOKEN = str.maketrans("零〇○一幺壹二两贰三叁四肆五伍六陆七柒八捌九玖", "00011122233445566778899")
_SPOKEN_PHONE = re.compile(r"(?<![0-9])1[ \-]?[3-9](?:[ \-]?[0-9]){9}(?![0-9])")


def _spoken_phones(text: str) -> Iterator[Found]:
    """一三八 …, written out so that it isn't found."""
    spoken = text.translate(_SPOKEN)
    return _each(_SPOKEN_PHONE, spoken, Finding.PHONE)


# --- plates, e-mail, accounts -----------------------------------------------------------------------------------------

_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-Z][ ·•.\-]?"
    r"(?:[A-HJ-NP-Z0-9]{5,6}|[A-HJ-NP-Z0-9]{4}[警学挂港澳领])(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+\-]{0,63}+\s?@\s?[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+")
_ACCOUNT = re.compile(
    r"(?:微信|QQ|扣扣|抖音|telegram)(?:号|号码|名)?\s*+(?:[::]|是|为)?\s*+(?P<it>[A-Za-z0-9_\-]{5,20})", re.IGNORECASE
)
_AT = re.compile(r"(?<![A-Za-z0-9])@[A-Za-z][A-Za-z0-9_]{3,31}")


def _plates(text: str) -> Iterator[Found]:
    return _each(_PLATE, text, Finding.PLATE)


def _emails(text: str) -> Iterator[Found]:
    return _each(_EMAIL, text, Finding.EMAIL)


def _accounts(text: str) -> Iterator[Found]:
    yield from _each(_ACCOUNT, text, Finding.ACCOUNT)
    yield from _each(_AT, text, Finding.ACCOUNT)


# --- addresses: the road and the estate stay, for the matter is there; house, stairs and room go ----------------------

_N = r"(?:[0-9]{1,5}[A-Za-z]?|[A-Za-z]|[一二三四五六七八九十百零〇]{1,5})"
_HOUSE = rf"{_N}\s?(?:号楼|栋|幢|座(?![桥山庙坟塔大小城墓岛])|楼(?={_N}))"
_STAIRS = rf"{_N}\s?(?:单元|门洞|梯)"
_FLOOR = rf"{_N}\s?[层楼]"
_ROOM = rf"{_N}\s?(?:室|房|户|号)|[0-9]{{3,4}}(?![0-9])"
_INSIDE = rf"(?:\s?(?:{_STAIRS}))?(?:\s?(?:{_FLOOR}))?(?:\s?(?:{_ROOM}))?"
_ON_ROAD = re.compile(
    rf"(?:路|街|大道|巷|弄|胡同|里|道|村|庄|屯|社区|{_N}[组队])\s?"
    rf"(?P<it>{_N}(?:[\-—]{_N})?\s?号(?!线|楼)(?:之{_N}|院|院内)?(?:\s?(?:{_HOUSE}))?{_INSIDE})"
)
_IN_HOUSE = re.compile(rf"(?P<it>{_HOUSE}{_INSIDE})")
_IN_STAIRS = re.compile(rf"(?P<it>{_STAIRS}(?:\s?(?:{_FLOOR}))?(?:\s?(?:{_ROOM}))?)")
_ONLY_ROOM = re.compile(r"(?P<it>(?<![0-9])[0-9]{3,4}\s?室)")
_IN_ESTATE = re.compile(
    rf"(?:小区|花园|花苑|新村|公寓|家园|苑|城|庭|府|湾)\s?(?P<it>{_N}[\-—#/]{_N}(?:[\-—#/]{_N})*(?:\s?(?:室|号|户))?)"
)
_DOOR = re.compile(rf"门牌号?(?:码)?\s*+(?:[::]|是|为)?\s*+(?P<it>{_N}\s?号?)")
_LIVES = re.compile(r"(?:家住|住在|住址|地址|住所)\s*+(?:[::]|是|为|在)?\s*+(?P<it>[\u4e00-\u9fff0-9A-Za-z]{2,20})")
_GROUP = re.compile(rf"(?P<it>[\u4e00-\u9fff]{{1,6}}[村庄]{_N}[组队])")


def _addresses(text: str) -> Iterator[Found]:
    for pattern in (_ON_ROAD, _IN_HOUSE, _IN_STAIRS, _ONLY_ROOM, _IN_ESTATE, _DOOR):
        yield from _each(pattern, text, Finding.ADDRESS)
    for pattern in (_LIVES, _GROUP):
        yield from _each(pattern, text, Finding.ADDRESS, is_certain=False)
