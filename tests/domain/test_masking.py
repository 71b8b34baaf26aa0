"""What is personal is found and hidden, what only may be is pointed out, and nothing else is touched."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.masking import HIDDEN, Finding, Masked, find, mask

HIDES = [
    # names
    ("我叫王秀英，路灯坏了", "我叫***，路灯坏了", Finding.NAME),
    ("我叫王英住在城北", "我叫***住在城北", Finding.NAME),
    ("姓名：欧阳小兰 电话没有", "姓名：*** 电话没有", Finding.NAME),
    ("联系人:阿依古丽。", "联系人:***。", Finding.NAME),
    ("本人李四，反映一件事", "本人***，反映一件事", Finding.NAME),
    ("邻居名叫张建军的", "邻居名叫***的", Finding.NAME),
    ("请尽快修好。\n村民：刘桂芳", "请尽快修好。\n村民：***", Finding.NAME),
    ("请尽快修好。\n  刘桂芳  ", "请尽快修好。\n  ***  ", Finding.NAME),
    # phones
    ("电话13800000001。", "电话***。", Finding.PHONE),
    ("电话１３８００００００01", "电话***", Finding.PHONE),
    ("138 0000 0001", "***", Finding.PHONE),
    ("138-0000-0001", "***", Finding.PHONE),
    ("+86 138 0000 0001", "***", Finding.PHONE),
    ("手机一三八零零零零零零零一", "手机***", Finding.PHONE),
    ("0523-84812345转8001", "***", Finding.PHONE),
    ("(0523)84812345", "(***", Finding.PHONE),
    ("座机84812345", "座机***", Finding.PHONE),
    # cards and numbers
    ("身份证321282198001011234", "身份证***", Finding.ID_CARD),
    ("身份证32128219800101123x", "身份证***", Finding.ID_CARD),
    ("身份证 321282 19800101 123X", "身份证 ***", Finding.ID_CARD),
    ("旧证321282800101123", "旧证***", Finding.ID_CARD),
    ("卡号6222 0212 3456 7890 123", "卡号***", Finding.BANK_CARD),
    ("合同号123456789012", "合同号***", Finding.NUMBER),
    # plates, e-mail, accounts
    ("苏M·12345占道", "***占道", Finding.PLATE),
    ("苏ＭＤ12345占道", "***占道", Finding.PLATE),
    ("沪A1234警占道", "***占道", Finding.PLATE),
    ("写到a.b_c@mail.example.cn吧", "写到***吧", Finding.EMAIL),
    ("微信号：wang_12345", "微信号：***", Finding.ACCOUNT),
    ("QQ 12345678", "QQ ***", Finding.ACCOUNT),
    ("找@wang_xy问", "找***问", Finding.ACCOUNT),
    # addresses
    ("人民路12号门口的灯", "人民路***门口的灯", Finding.ADDRESS),
    ("人民路12号3栋2单元501室漏水", "人民路***漏水", Finding.ADDRESS),
    ("解放街一百二十号", "解放街***", Finding.ADDRESS),
    ("阳光小区3号楼2单元501漏水", "阳光小区***漏水", Finding.ADDRESS),
    ("阳光小区A座1203室", "阳光小区***", Finding.ADDRESS),
    ("幸福家园3-2-501漏水", "幸福家园***漏水", Finding.ADDRESS),
    ("城北村三组12号", "城北村三组***", Finding.ADDRESS),
    ("门牌号是36", "门牌号是***", Finding.ADDRESS),
]

STAYS = (
    "3月12号去了，2026-03-16又去，没有人管。",
    "投诉编号JJ-2026-000123，打了12345和110。",
    "二号线站口的1号门，今年五层楼。",
    "工程款1000000元，三座桥，两座山。",
    "我们要求修路，我是王家村的村民。",
    "人民路和解放路的路灯坏了，第3小学旁边。",
    "每月1200元，一共36户，2026年完成。",
)


@pytest.mark.parametrize(("text", "masked", "finding"), HIDES)
def test_what_is_personal_is_hidden(text: str, masked: str, finding: Finding) -> None:
    result = mask(text)
    assert result.text == masked
    assert [each.finding for each in result.hidden] == [finding]


@pytest.mark.parametrize("text", STAYS)
def test_what_is_of_the_matter_stays(text: str) -> None:
    assert mask(text).text == text


def test_a_name_that_is_known_is_hidden_wherever_it_stands() -> None:
    assert mask("王 秀英家的灯，王秀英写", ["王秀英"]).text == "***家的灯，***写"
    assert mask("ask Li Wei, not Li Weimin", ["Li Wei"]).text == "ask ***, not Li Weimin"
    assert mask("英", ["英"]).text == "英"
    assert mask("李强的灯", ["李强"]).text == "***的灯"


def test_a_letter_s_number_stays_and_a_phone_beside_it_does_not() -> None:
    assert mask("JJ-2026-000123，电话13800000001").text == "JJ-2026-000123，电话***"


DOUBTS = [
    ("李建国说过", "李建国"),
    ("隔壁张师傅看见", "张"),
    ("城北村三组没有灯", "城北村三组"),
    ("家住城北新村附近", "城北新村附近"),
    ("邻居张三，", "张三"),
    ("生日2001年3月4日", "2001年3月4"),
    ("2026-03-16", "2026-03-16"),
]


@pytest.mark.parametrize(("text", "doubtful"), DOUBTS)
def test_what_may_be_personal_is_pointed_out_and_stays(text: str, doubtful: str) -> None:
    result = mask(text, known=["李建国"])
    assert result.text == text
    assert doubtful in [each.text for each in result.doubtful]


# --- whatever is written ----------------------------------------------------------------------------------------------

WORDS = st.text(alphabet="路灯坏了请修人民小区王李家在号村，。 ：12号楼\n我叫是Aa-", max_size=30)
PHONES = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)
SEPARATED = st.builds(lambda phone, sign: sign.join((phone[:3], phone[3:7], phone[7:])), PHONES, st.sampled_from("- "))
LANDLINES = st.from_regex(r"0[1-9][0-9]{2}-[2-9][0-9]{7}", fullmatch=True)
IDS = st.builds(
    lambda area, day, more: f"{area}{day:%Y%m%d}{more}",
    st.integers(110000, 659999),
    st.dates(min_value=date(1920, 1, 1), max_value=date(2020, 1, 1)),
    st.from_regex(r"[0-9]{3}[0-9X]", fullmatch=True),
)
CARDS = st.from_regex(r"62[0-9]{14,17}", fullmatch=True)
PLATES = st.from_regex(r"[京沪苏浙][A-HJ-Z][A-HJ-NP-Z0-9]{5}", fullmatch=True)


@settings(max_examples=50)
@given(WORDS, st.one_of(PHONES, SEPARATED, LANDLINES, IDS, CARDS, PLATES), WORDS)
def test_no_number_gets_through_whatever_stands_around_it(before: str, secret: str, after: str) -> None:
    # Glued to other letters or digits it is another word; a line break or any Chinese sign is enough between them.
    text = f"{before}，{secret}。{after}"
    assert secret not in mask(text).text


@settings(max_examples=50)
@given(WORDS, st.sampled_from(["王秀英", "欧阳小兰", "Wang Xiuying"]), WORDS)
def test_no_known_name_gets_through(before: str, name: str, after: str) -> None:
    assert name not in mask(f"{before}，{name}，{after}", [name]).text


@settings(max_examples=50)
@given(st.text(max_size=60), st.lists(st.text(min_size=2, max_size=4), max_size=3))
def test_any_text_is_taken_and_only_what_was_found_is_changed(text: str, names: list[str]) -> None:
    found = find(text, names)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[one.start : one.end] == one.text != "" for one in found)
    result: Masked = mask(text, names)
    kept, at = [], 0
    for one in result.hidden:
        kept.append(text[at : one.start])
        at = one.end
    assert result.text == HIDDEN.join([*kept, text[at:]])
