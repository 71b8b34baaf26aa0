"""The scheme files: each committee's figures and dates in its document's own order, and what a bad file is told."""

from datetime import date
from importlib import resources
from pathlib import Path

import pytest
from pydantic import BaseModel

from domain.appraisal import Honours, Rule, Talks
from domain.contacts import ContactKind
from domain.quota import MEMBER, progress
from domain.schemes import (
    Counted,
    Deadline,
    Event,
    Guidance,
    Per,
    Quota,
    RegistrationForm,
    Scheme,
    Source,
    UnitKind,
    Whose,
)
from domain.visits import VisitKind
from services.schemes import SchemeFault, load, load_file, shipped

SECTOR_AND_OTHER = (ContactKind.SECTOR, ContactKind.OTHER)
GOOD = """
name = "own"
title = "办法"
contact_kinds = ["sector"]
[[sources]]
short = "办法"
title = "办法"
[[quotas]]
whose = "member"
what = "contacts"
min = 5
source = "办法"
"""


def figures(quota: Quota) -> tuple[Counted, tuple[ContactKind, ...], int | None, int | None]:
    return quota.what, quota.contact_kinds, quota.min, quota.max


def test_four_committees_and_an_example_are_shipped() -> None:
    assert shipped() == ("baokang-151", "example", "jingjiang-2014", "ordos-2021", "xishan-2017")


@pytest.mark.parametrize("name", shipped())
def test_each_shipped_scheme_is_sound_and_named_like_its_file(name: str) -> None:
    assert load(name).name == name


def asked_by(document: str, scheme: Scheme) -> list[str]:
    """Where a document asks for something without a figure, and of whom, in the scheme's order."""
    return [
        f"{place} {'、'.join(wish.whose)}"
        for wish in scheme.guidance
        for short, _, place in (each.strip().partition(", ") for each in wish.source.split(";"))
        if short == document
    ]


def test_the_speech_that_presented_jingjiang_s_opinion() -> None:
    scheme = load("jingjiang-2014")
    told = [(figures(quota), quota.per, quota.source.split("; ")[-1]) for quota in scheme.quotas]
    assert told == [
        # 三: 每位政协委员，每年联系5～6名群众
        ((Counted.CONTACTS, SECTOR_AND_OTHER, 5, 6), Per.HOLDER, "J-speech, 三"),
        # 对每个联系对象，保持经常性的沟通联系，每年上门走访不少于3次
        ((Counted.VISITS, SECTOR_AND_OTHER, 3, None), Per.CONTACT, "J-speech, 三"),
        # 办好事实事不少于1件
        ((Counted.GOOD_DEEDS, SECTOR_AND_OTHER, 1, None), Per.CONTACT, "J-speech, 三"),
    ]
    # The speech names no date.
    assert not [each for each in scheme.deadlines if "J-speech" in each.source]
    # 二: 从联系本界别群众入手，再延伸. 三: 记好《履职日记》; 定期组织集中走访; 定期统计汇总、评价，予以通报.
    assert asked_by("J-speech", scheme) == ["二 member", "三 member", "三 unit", "三 office"]


def test_jingjiang_s_wishes_without_a_figure() -> None:
    # 三（一）…（三）: contacts, plan, ad-hoc visits, diary, summary; 四（四）, （二）, （五）: 常委, units, appraisal.
    of_members = [
        "三（一） member",
        "三（二）1 member",
        "三（二）1 member",
        "三（二）3 member",
        "三（三）2 member",
        "四（四） member",
    ]
    assert asked_by("J7", load("jingjiang-2014")) == [*of_members, "四（二） unit", "四（五） office"]


def test_jingjiang_s_opinion_of_2014() -> None:
    scheme = load("jingjiang-2014")
    choose, visit, help_out = scheme.quotas
    # J7, 三（一）: 选择5～6名具有代表性的群众作为联系对象，以本界别群众为主，可适当向界别外延伸
    assert figures(choose) == (Counted.CONTACTS, SECTOR_AND_OTHER, 5, 6)
    assert choose.source == "J7, 三（一）; J-speech, 三"
    # J7, 三（二）1: 每年上门走访3次以上; J-speech: 对每个联系对象……每年上门走访不少于3次
    assert figures(visit) == (Counted.VISITS, SECTOR_AND_OTHER, 3, None)
    assert (visit.per, visit.visit_kinds) == (Per.CONTACT, (VisitKind.HOME,))
    assert visit.source == "J7, 三（二）1; J-speech, 三"
    # J-speech, 三: 办好事实事不少于1件
    assert figures(help_out) == (Counted.GOOD_DEEDS, SECTOR_AND_OTHER, 1, None)
    assert (help_out.per, help_out.source) == (Per.CONTACT, "J-speech, 三")
    assert {quota.whose for quota in scheme.quotas} == {Whose.MEMBER}


def test_jingjiang_s_dates_in_the_order_of_the_year() -> None:
    contacts, form, cards = load("jingjiang-2014").deadlines
    # 附件注2: 请于3月底前确定联系对象，并将《联系群众服务卡》递送至联系对象手中
    assert (contacts.on(2026), contacts.who, contacts.source) == (date(2026, 3, 31), (Whose.MEMBER,), "J7, 附件注2")
    # 附件注3: 此表请于4月15日前报送
    assert (form.on(2026), form.who) == (date(2026, 4, 15), (Whose.MEMBER,))
    assert form.source == "J7, 附件注3; J7, 三（一）"
    # 三（三）1: 由联系对象……于11月底，直接寄送
    assert (cards.on(2026), cards.who, cards.source) == (date(2026, 11, 30), (Whose.CONTACT,), "J7, 三（三）1")
    assert {deadline.remind_days_before for deadline in (contacts, form, cards)} == {(14, 2)}


def test_jingjiang_s_seventh_contact_is_too_many() -> None:
    (limit,) = load("jingjiang-2014").contact_limits(Whose.MEMBER)
    assert (limit.most, limit.kinds) == (6, frozenset(SECTOR_AND_OTHER))
    assert limit.source.startswith("靖协发〔2014〕7号 三（一）")


def test_baokang_s_151_and_three_links() -> None:
    scheme = load("baokang-151")
    five, ten_people, village, members, constituents = scheme.quotas
    # 每1名政协委员都联系5名界别群众，每年走访10名群众
    assert figures(five) == (Counted.CONTACTS, (ContactKind.SECTOR,), 5, None)
    assert figures(ten_people) == (Counted.PEOPLE, SECTOR_AND_OTHER, 10, None)
    assert {five.whose, ten_people.whose} == {Whose.MEMBER}
    # 1名主席会议成员联系1个村（社区）、联系5名政协委员、联系10名界别群众
    assert figures(village) == (Counted.CONTACTS, (ContactKind.VILLAGE,), 1, None)
    assert figures(members) == (Counted.CONTACTS, (ContactKind.MEMBER,), 5, None)
    assert figures(constituents) == (Counted.CONTACTS, (ContactKind.SECTOR,), 10, None)
    assert {village.whose, members.whose, constituents.whose} == {Whose.LEADER}
    assert {quota.source for quota in scheme.quotas} == {"Baokang, 二（二）"}
    assert (scheme.deadlines, scheme.calendar) == ((), ())
    # 二（一）: 纳入活动组、联络处年度工作考核. 二（二）: 记录走访联系日志; 定期不定期……了解情况; 建立群众代表库.
    # 二（三）: 每个政协工作者都开展“三联”活动; 交办、催办和反馈; 五公开.
    wishes = ["二（一） unit", "二（二） member", "二（二） leader", "二（二） office", *["二（三） office"] * 3]
    assert asked_by("Baokang", scheme) == wishes


def test_xishan_s_figures() -> None:
    enterprise, sector, other, activities, studios = load("xishan-2017").quotas
    # 每名委员联系企事业单位1个以上……界别群众2人以上、社会群众3人以上
    assert figures(enterprise) == (Counted.CONTACTS, (ContactKind.ENTERPRISE,), 1, None)
    assert figures(sector) == (Counted.CONTACTS, (ContactKind.SECTOR,), 2, None)
    assert figures(other) == (Counted.CONTACTS, (ContactKind.OTHER,), 3, None)
    assert {q.source for q in (enterprise, sector, other)} == {"Xishan, 二（一）3"}
    # 各专委会、工委会和界别组要每年精心策划组织1-2次……下乡进社区服务活动
    assert figures(activities) == (Counted.ACTIVITIES, (), 1, 2)
    assert (activities.units, activities.source) == (tuple(UnitKind), "Xishan, 二（一）4")
    # 各专工委设立委员工作室不少于1个
    assert figures(studios) == (Counted.STUDIOS, (), 1, None)
    assert studios.units == (UnitKind.SPECIAL_COMMITTEE, UnitKind.WORK_COMMITTEE)
    assert studios.source == "Xishan, 二（二）1"
    # 二（一）1: 政协领导走访. 三（四）: 履职考核和评优的重要内容.
    # 二（一）3: 委员走进基层. 二（二）1: 委员接待日等制度.
    wishes = ["二（一）3 member", "二（二）1 unit", "二（一）1 leader", "三（四） office"]
    assert asked_by("Xishan", load("xishan-2017")) == wishes


def test_xishan_s_calendar_of_2017_row_by_row() -> None:
    rows = [
        f"{event.begins:%y-%m} {event.ends:%m-%d} {event.title}｜{event.who}" for event in load("xishan-2017").calendar
    ]
    assert rows == [
        "17-02 03-31 走访企业家委员｜区政协领导、专工委负责人",
        "17-03 04-30 大走访｜区政协领导、专工委负责人",
        "17-03 06-30 开通“锡山政协”微信公众号｜区政协办公室",
        "17-04 04-30 走访乡镇工委主任｜区政协领导、专委会负责人",
        "17-04 05-31 委员走访群众｜全体政协委员",
        "17-04 10-31 政协委员之家、委员工作室建设｜各工作委员会",
        "17-05 05-31 委员活动日（委员进社区服务活动1）｜各专工委、各党派、各界别组",
        "17-05 08-31 基层调研活动｜各专工委、各党派",
        "17-05 08-31 邀请界别群众代表参与政协主题协商活动｜区政协办公室、相关专工委",
        "17-05 08-31 邀请群众代表参加主席视察和专题调研活动｜区政协办公室、相关专工委",
        "17-05 09-30 委员走进提案承办单位｜提案委；各提案立案交办的政协委员",
        "17-07 07-31 邀请界别群众列席区政协常委会｜区政协办公室",
        "17-08 08-31 政协领导联系常委走访活动｜区政协办公室、相关专工委",
        "17-09 09-30 界别活动周（委员进社区服务活动2）｜各界别组",
        "17-10 10-31 邀请界别群众列席区政协常委会｜区政协办公室",
        "17-10 10-31 邀请委员和群众代表列席政情通报会｜区政协办公室、相关专工委",
        "17-11 11-30 委员之家、委员工作室建设情况交流活动｜提案委、各工委会",
        "17-11 12-31 邀请界别群众代表参与政协部门评议活动｜区政协办公室、相关专工委",
        "17-11 12-31 邀请界别群众代表参加提案线索征集座谈会｜提案委、各界别组",
        "18-01 01-31 邀请界别群众代表列席区政协全体会议｜区政协办公室",
    ]
    assert all(event.begins.day == 1 for event in load("xishan-2017").calendar)


def test_what_the_documents_say_of_honours_and_talks_and_that_none_gives_points() -> None:
    tables = {name: load(name).appraisal for name in shipped() if name != "example"}
    assert {name for name, table in tables.items() if table and table.points} == set()
    jingjiang, xishan = tables["jingjiang-2014"], tables["xishan-2017"]
    # J-speech, 三: 作为优秀政协委员的评选依据; 没有完成任务的，要进行教育谈话
    assert jingjiang is not None
    assert jingjiang.honours == Honours(fulfilled=True, source="J-speech, 三; J7, 四（五）")
    assert jingjiang.talks == Talks(unfulfilled=True, source="J-speech, 三")
    # 三（四）: 将活动开展成效作为履职考核和评优的重要内容
    assert xishan is not None
    assert (xishan.honours, xishan.talks) == (Honours(fulfilled=True, source="Xishan, 三（四）"), None)


def test_the_example_s_points_stand_in_no_document() -> None:
    table = load("example").appraisal
    assert table is not None
    assert (table.source, len(table.points)) == (None, 13)


def test_ordos_sets_no_figure_and_no_date() -> None:
    scheme = load("ordos-2021")
    assert (scheme.quotas, scheme.deadlines, scheme.calendar) == ((), (), ())
    # 二（一）: studios; 二（二）: grid workers; 四（一）: special committees; 四（二）: members; 四（四）: statistics.
    places = ["二（一） member", "二（二） member", "四（一） unit", "四（二） member", "四（四） office"]
    assert asked_by("Ordos", scheme) == places
    assert scheme.contact_kinds == (ContactKind.GRID_WORKER, ContactKind.SECTOR, ContactKind.OTHER)


@pytest.mark.parametrize(
    ("name", "whose", "contacts", "visits", "has_figures"),
    [
        ("jingjiang-2014", MEMBER, 5, 0, True),
        ("baokang-151", MEMBER, 5, 10, True),
        ("baokang-151", MEMBER | {Whose.LEADER}, 16, 10, True),
        ("xishan-2017", MEMBER, 6, 0, True),
        ("ordos-2021", MEMBER, 0, 0, False),
    ],
)
def test_what_a_new_member_owes_under_each_scheme(
    name: str, whose: frozenset[Whose], contacts: int, visits: int, has_figures: bool
) -> None:
    start = progress(load(name), [], [], [], 2026, whose)
    assert (start.contacts_left, start.visits_left, start.has_figures) == (contacts, visits, has_figures)


@pytest.mark.parametrize(
    "model", [Scheme, Source, Quota, Deadline, Event, Guidance, RegistrationForm, Rule, Honours, Talks]
)
def test_the_example_shows_every_key(model: type[BaseModel]) -> None:
    shown = resources.files("schemes").joinpath("example.toml").read_text("utf-8")
    keys = set(model.model_fields) - {
        "sources",
        "quotas",
        "deadlines",
        "calendar",
        "guidance",
        "form",
        "own_sector_first",
        "appraisal",
    }
    assert {key for key in keys if f"\n{key} = " not in shown} == set()
    assert all(f"[[{table}]]" in shown for table in ("sources", "quotas", "deadlines", "calendar", "guidance"))
    assert all(f"\n[{table}]" in shown for table in ("appraisal", "appraisal.honours", "appraisal.talks"))


@pytest.fixture
def own_file(tmp_path: Path) -> Path:
    return tmp_path / "own.toml"


def test_a_committee_s_own_file_is_read_with_a_byte_order_mark_too(own_file: Path) -> None:
    own_file.write_text(GOOD, "utf-8-sig")
    assert isinstance(load_file(own_file), Scheme)


def test_an_unknown_name_is_told_which_there_are() -> None:
    with pytest.raises(SchemeFault) as fault:
        load("jingjiang")
    assert str(fault.value).startswith("scheme 'jingjiang': expected one of baokang-151, ")


@pytest.mark.parametrize("name", ["", "../schemes/example", "example.toml", "__init__"])
def test_a_path_is_not_a_name(name: str) -> None:
    with pytest.raises(SchemeFault, match="expected one of"):
        load(name)


@pytest.mark.parametrize(
    ("was", "put", "line"),
    [
        ("min = 5", "min = 0", "quotas[1].min: expected greater than 0, not 0"),
        (
            "min = 5",
            'min = "五"',
            "quotas[1].min: expected a valid integer, unable to parse string as an integer, not '五'",
        ),
        ("min = 5", "", "quotas[1]: min or max must be given"),
        ("min = 5", "min = 5\nleast = 5", "quotas[1].least: is not a key of a scheme"),
        ('whose = "member"', "", "quotas[1].whose: must be given"),
        ('title = "办法"\ncontact', "contact", "title: must be given"),
        ('["sector"]', '["sector", "friend"]', "contact_kinds[2]: expected 'sector', 'other', 'enterprise',"),
        ('source = "办法"', 'source = "J7"', "source J7 must be one of the file's [[sources]]"),
        ("min = 5", "min = ", "expected TOML: "),
    ],
)
def test_a_mistake_is_one_line_with_file_key_and_expectation(own_file: Path, was: str, put: str, line: str) -> None:
    assert was in GOOD
    own_file.write_text(GOOD.replace(was, put, 1), "utf-8")
    with pytest.raises(SchemeFault) as fault:
        load_file(own_file)
    (told,) = fault.value.lines
    assert told.startswith(f"{own_file}: {line}")
    assert "\n" not in told


def test_each_of_several_mistakes_has_its_line(own_file: Path) -> None:
    own_file.write_text(GOOD.replace("min = 5", "min = 0\nleast = 5"), "utf-8")
    with pytest.raises(SchemeFault) as fault:
        load_file(own_file)
    assert len(fault.value.lines) == len(str(fault.value).splitlines()) == 2


def test_a_file_that_is_not_there_is_named(own_file: Path) -> None:
    with pytest.raises(SchemeFault, match=r"own\.toml: expected a file that can be read: No such file"):
        load_file(own_file)


def test_a_file_in_another_encoding_is_refused(own_file: Path) -> None:
    own_file.write_bytes(GOOD.encode("gbk"))
    with pytest.raises(SchemeFault, match="expected a text in UTF-8"):
        load_file(own_file)


@pytest.mark.parametrize(
    ("name", "of_member", "of_leader"),
    [
        ("jingjiang-2014", "sector other", "sector other"),
        ("baokang-151", "sector other", "sector other village member"),
        ("ordos-2021", "grid_worker sector other", "grid_worker sector other"),
    ],
)
def test_a_kind_that_only_others_quotas_are_about_is_not_offered(name: str, of_member: str, of_leader: str) -> None:
    scheme = load(name)
    assert set(scheme.kinds_for(Whose.MEMBER)) == set(of_member.split())
    assert set(scheme.kinds_for(Whose.MEMBER, Whose.LEADER)) == set(of_leader.split())
