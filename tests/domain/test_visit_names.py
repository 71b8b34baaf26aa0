"""Lines as people really write them: whom a visit was paid to, when and how; and what has to be asked."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.days import NoSuchDay
from domain.refusals import Refusal
from domain.unclear_days import LunarDay, VagueDay, check_clear
from domain.visit_heads import without_labels
from domain.visit_lines import VisitLine
from domain.visit_names import arranged, read_names, tells_of_a_visit
from domain.visits import VisitKind

SUNDAY = date(2026, 11, 22)
KNOWN = ("张三", "李四", "王秀英", "王秀", "李建国", "Wang Xiuying", "华联超市有限公司", "张三丰")
HOME, PHONE, ONLINE = VisitKind.HOME, VisitKind.PHONE, VisitKind.ONLINE


def read(text: str) -> VisitLine:
    text = without_labels(text)
    return VisitLine.parse(arranged(text, read_names(text, KNOWN, SUNDAY), SUNDAY), SUNDAY, is_whole=False)


def day(month: int, number: int, year: int = 2026) -> date:
    return date(year, month, number)


YESTERDAY, BEFORE, FRIDAY = day(11, 21), day(11, 20), day(11, 13)


@pytest.mark.parametrize(
    ("typed", "contact", "on", "kind", "note"),
    [
        ("走访张三 昨天", "张三", YESTERDAY, None, ""),
        ("走访了张三，反映下水道堵", "张三", None, None, "反映下水道堵"),
        ("张三　昨天　上门　谈低保", "张三", YESTERDAY, HOME, "谈低保"),
        ("张三：11月3号，谈低保", "张三", day(11, 3), None, "谈低保"),
        ("张三。昨天。上门。谈低保。", "张三", YESTERDAY, HOME, "谈低保。"),
        ("张三 上周五 谈低保", "张三", FRIDAY, None, "谈低保"),
        ("张三 上星期五下午 谈低保", "张三", FRIDAY, None, "谈低保"),
        ("张三 前天下午 谈低保", "张三", BEFORE, None, "谈低保"),
        ("张三 3/11 谈低保", "张三", day(3, 11), None, "谈低保"),
        ("张三 去年12月3日 谈低保", "张三", day(12, 3, 2025), None, "谈低保"),
        ("张三 昨天下午3点 上门 谈低保", "张三", YESTERDAY, HOME, "谈低保"),
        ("张三 昨天 下午三点半 电话 谈低保", "张三", YESTERDAY, PHONE, "谈低保"),
        ("张三 昨天9:30 谈低保", "张三", YESTERDAY, None, "谈低保"),
        ("张三 昨天 9：30 上门 谈低保", "张三", YESTERDAY, HOME, "谈低保"),
        ("张三 周三三点 上门 谈低保", "张三", day(11, 18), HOME, "谈低保"),
        ("张三 昨天 晚上7点多 谈低保", "张三", YESTERDAY, None, "谈低保"),
        ("张三 11月3日（周二） 上门 谈低保", "张三", day(11, 3), HOME, "谈低保"),
        ("张三 11月3日 星期二 上门 谈低保", "张三", day(11, 3), HOME, "谈低保"),
        ("张三（昨天）谈低保", "张三", YESTERDAY, None, "谈低保"),
        ("张三 谈低保（昨天）", "张三", YESTERDAY, None, "谈低保"),
        ("张三 谈低保，昨天", "张三", YESTERDAY, None, "谈低保"),
        ("张三 反映下水道堵 11月3日", "张三", day(11, 3), None, "反映下水道堵"),
        ("张三 昨天去他家，反映下水道堵", "张三", YESTERDAY, None, "去他家，反映下水道堵"),
        ("张三 我昨天去的，谈低保", "张三", YESTERDAY, None, "去的，谈低保"),
        ("张三 于11月3日上门 谈低保", "张三", day(11, 3), HOME, "上门 谈低保"),
        ("张三 昨天谈低保", "张三", YESTERDAY, None, "谈低保"),
        ("张三 昨天打电话 问了低保", "张三", YESTERDAY, PHONE, "问了低保"),
        ("张三 昨天电话里谈了低保", "张三", YESTERDAY, PHONE, "电话里谈了低保"),
        ("张三 打电话问了低保", "张三", None, PHONE, "打电话问了低保"),
        ("张三 电话联系 问低保", "张三", None, PHONE, "问低保"),
        ("张三 微信上聊了低保", "张三", None, ONLINE, "微信上聊了低保"),
        ("张三 电话费太贵，希望优惠", "张三", None, None, "电话费太贵，希望优惠"),
        ("张三昨天上门谈低保", "张三", YESTERDAY, HOME, "上门谈低保"),
        ("昨天 张三 谈低保", "张三", YESTERDAY, None, "谈低保"),
        ("昨天下午去看望了张三，反映下水道堵", "张三", YESTERDAY, None, "反映下水道堵"),
        ("11月3日上午，我去看望联系对象张三，他反映药贵", "张三", day(11, 3), None, "他反映药贵"),
        ("我昨天去张三家，反映下水道堵", "张三", YESTERDAY, None, "反映下水道堵"),
        ("电话 张三 谈低保", "张三", None, PHONE, "谈低保"),
        ("走访企业 华联超市有限公司 昨天 谈用工", "华联超市有限公司", YESTERDAY, VisitKind.ENTERPRISE, "谈用工"),
        ("张三家反映下水道堵", "张三", None, None, "反映下水道堵"),
        ("张三家里很困难", "张三", None, None, "家里很困难"),
        ("张三大爷 昨天 谈低保", "张三", YESTERDAY, None, "谈低保"),
        ("王秀英反映下水道堵了", "王秀英", None, None, "反映下水道堵了"),
        ("张三丰 昨天 谈低保", "张三丰", YESTERDAY, None, "谈低保"),
        ("Wang Xiuying yesterday home talked", "WangXiuying", YESTERDAY, HOME, "talked"),
        ("张三 home talked about school yesterday", "张三", YESTERDAY, HOME, "talked about school"),
        ("张三 last Friday phone talked", "张三", BEFORE, PHONE, "talked"),
        ("张三 3 days ago home talked", "张三", day(11, 19), HOME, "talked"),
        ("走访张大爷，反映下水道堵", "张大爷", None, None, "反映下水道堵"),
        ("昨天走访赵六 谈低保", "赵六", YESTERDAY, None, "谈低保"),
        ("张三 昨天在他家谈低保", "张三", YESTERDAY, None, "在他家谈低保"),
        ("张三 昨天通过电话了解情况", "张三", YESTERDAY, PHONE, "通过电话了解情况"),
        ("张三 11。20 谈低保", "张三", BEFORE, None, "谈低保"),
        ("张三 11-20-2026 谈低保", "张三", BEFORE, None, "谈低保"),
        ("给张三打电话，问了低保", "张三", None, PHONE, "问了低保"),
        ("昨天打电话给张三 问低保", "张三", YESTERDAY, PHONE, "问低保"),
        ("微信联系张三 问低保", "张三", None, ONLINE, "问低保"),
        ("昨晚给张三送去轮椅", "张三", YESTERDAY, None, "送去轮椅"),
        ("对象：张三 时间：11月20日 方式：电话 内容：谈低保", "张三", BEFORE, PHONE, "谈低保"),
        ("走访：张三\n时间：昨天\n方式：电话\n内容：谈低保", "张三", YESTERDAY, PHONE, "谈低保"),
        ("张三 5号楼漏水，要修", "张三", None, None, "5号楼漏水，要修"),
        ("张三 3.5万元借款没还", "张三", None, None, "3.5万元借款没还"),
        ("张三 答应 明天 送药", "张三", None, None, "答应 明天 送药"),
        ("张三 最近身体不好", "张三", None, None, "最近身体不好"),
    ],
)  # fmt: skip
def test_a_line_is_read_as_it_was_meant(
    typed: str, contact: str, on: date | None, kind: VisitKind | None, note: str
) -> None:
    line = read(typed)
    assert (line.contact, line.day, line.kind, line.note, line.perhaps) == (contact, on, kind, note, None)


@pytest.mark.parametrize(
    ("typed", "perhaps"),
    [
        ("张三 昨天摔伤了，需要轮椅", YESTERDAY),
        ("张三 昨天去医院看病，需要帮助", YESTERDAY),
        ("张三 三天前摔伤了", day(11, 19)),
        ("张三 反映 昨天 停水 两小时", YESTERDAY),
    ],
)
def test_a_day_of_which_nobody_can_say_whose_it_is_is_handed_back_to_be_asked_for(typed: str, perhaps: date) -> None:
    line = read(typed)
    assert (line.day, line.perhaps) == (None, perhaps)
    assert line.note == typed.removeprefix("张三 ")


@pytest.mark.parametrize(
    ("typed", "refusal", "word"),
    [
        ("张三 十一月初三 谈低保", LunarDay, "十一月初三"),
        ("张三 11月初3 谈低保", LunarDay, "11月初3"),
        ("张三 腊月二十三 谈低保", LunarDay, "腊月二十三"),
        ("张三 五月廿三 谈低保", LunarDay, "五月廿三"),
        ("张三 谈低保，正月初五", LunarDay, "正月初五"),
        ("张三 上周 谈低保", VagueDay, "上周"),
        ("张三 谈低保 上个月", VagueDay, "上个月"),
        ("张三 上周去他家了解情况", VagueDay, "上周"),
        ("张三 国庆节 慰问", VagueDay, "国庆节"),
        ("张三 前几天 谈低保", VagueDay, "前几天"),
        ("张三 半个月前 谈低保", VagueDay, "半个月前"),
        ("张三 11月3、4日 谈低保", VagueDay, "11月3、4日"),
        ("张三 11月3日至5日 谈低保", VagueDay, "11月3日至5日"),
        ("张三 11.20-11.21 谈低保", VagueDay, "11.20-11.21"),
        ("张三 3/4/2026 谈低保", VagueDay, "3/4/2026"),
        ("张三 2月30日去他家 谈低保", NoSuchDay, "2月30日"),
        ("张三 11月3日 周三 上门 谈低保", NoSuchDay, "11月3日 周三"),
        ("上周 张三 谈低保", VagueDay, "上周"),
    ],
)
def test_a_day_that_cannot_be_read_is_never_passed_over(typed: str, refusal: type[NoSuchDay], word: str) -> None:
    with pytest.raises(NoSuchDay) as refused:
        read(typed)
    assert type(refused.value) is refusal
    assert refused.value.args_of_text == {"typed": word}


@pytest.mark.parametrize("word", ["昨天", "上周五", "3月5日", "三天前", "最近", "李大爷", "月", "十一月十三"])
def test_a_clear_day_and_what_is_none_pass(word: str) -> None:
    check_clear(word)


@pytest.mark.parametrize(
    ("typed", "names", "strangers"),
    [
        ("张三、李四 昨天 谈低保", ("张三", "李四"), ()),
        ("张三和李四昨天上门 谈低保", ("张三", "李四"), ()),
        ("张三，李四；王秀英 今天下午 了解过冬", ("张三", "李四", "王秀英"), ()),
        ("张三 李四 昨天 谈低保", ("张三", "李四"), ()),
        ("张三李四 昨天 谈低保", ("张三", "李四"), ()),
        ("今天上午10点，走访张三、李四两户，了解情况", ("张三", "李四"), ()),
        ("张三、赵六 昨天 谈低保", ("张三",), ("赵六",)),
        ("周长和、张三 昨天 谈网格", ("张三",), ("周长和",)),
        ("张三、周长和、李四 昨天 谈网格", ("张三", "李四"), ("周长和",)),
        ("赵福天、张三 昨天 谈低保", ("张三",), ("赵福天",)),
        ("王秀英、钱多、李四昨天上门", ("王秀英", "李四"), ("钱多",)),
        ("张三、昨天、上门、帮助就医", ("张三",), ()),
        ("张三、高血压，需要帮助", ("张三",), ()),
        ("张三 李四的低保办好了", ("张三",), ()),
    ],
)
def test_all_who_were_visited_are_named(typed: str, names: tuple[str, ...], strangers: tuple[str, ...]) -> None:
    named = read_names(typed, KNOWN, SUNDAY)
    assert named is not None
    assert (named.names, named.strangers) == (names, strangers)


@pytest.mark.parametrize(
    "typed", ["王秀兰 昨天", "下水道堵 张三", "中发现张三有困难", "", "看望老人", "张三和家人都在"]
)
def test_nobody_is_taken_out_of_a_line_that_does_not_begin_with_them(typed: str) -> None:
    assert read_names(typed, KNOWN, SUNDAY) is None


@pytest.mark.parametrize(
    ("typed", "is_told"),
    [
        ("走访张三 昨天", True),
        ("昨天去看望了张三，谈低保", True),
        ("走访张大爷，反映下水道堵", True),
        ("昨天上门走访张三 谈低保", True),
        ("张三 昨天 上门 谈低保", False),
        ("走访中发现问题", False),
        ("走访群众反映下水道堵", False),
        ("走访企业时发现用工难", False),
        ("昨天去了医院", False),
    ],
)
def test_a_message_without_a_command_may_say_that_someone_was_visited(typed: str, *, is_told: bool) -> None:
    assert tells_of_a_visit(typed, read_names(typed, KNOWN, SUNDAY), SUNDAY) is is_told


def test_a_good_deed_is_found_without_its_hash_where_a_sentence_begins() -> None:
    line = read("张三 昨天 谈低保。实事：送去轮椅；承诺：12月10日前装扶手")
    assert line.note == "谈低保。"
    assert line.good_deeds == ("送去轮椅",)
    assert [promise.what for promise in line.promises] == ["装扶手"]
    assert read("张三 昨天 谈低保 实事 送米").good_deeds == ("送米",)
    assert read("张三 为民办实事：修路").good_deeds == ()


PIECES = [
    "张三",
    "李四",
    "赵六",
    "走访",
    "去看望",
    "昨天",
    "上周",
    "十一月初三",
    "2月30日",
    "上门",
    "、",
    "，",
    "和",
    "家",
    "9:30",
    "谈低保",
    "（",
    "）",
]


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join) | st.text(max_size=60))
def test_any_line_is_read_or_refused(text: str) -> None:
    with suppress(Refusal):
        line = read(text)
        assert line.contact
        assert line.day is None or line.perhaps is None
    tells_of_a_visit(text, read_names(text, KNOWN, SUNDAY), SUNDAY)
