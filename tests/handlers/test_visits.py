"""Contacts and visits: every step meets every bad input, and every button may be old, strange or pressed twice."""

from typing import Any

import pytest

from services import contacts, visits
from services.contacts import Particulars
from storage import dialogues
from storage.db import Db
from tests.cast import NOW, Cast
from tests.handlers.desk import Desk, Said

PHOTO = {"photo": [{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}]}
STICKER = {"file_id": "s", "file_unique_id": "s", "width": 9, "height": 9, "is_animated": False, "is_video": False}
POLL = {
    "id": "1",
    "question": "好吗",
    "options": [{"text": "好", "voter_count": 0, "persistent_id": "1"}],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": False,
    "members_only": False,
}
FORWARDED = {"type": "hidden_user", "date": 1, "sender_user_name": "某"}
BAD: dict[str, dict[str, Any]] = {
    "nothing at all": {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 1}},
    "5000 characters": {"text": "字" * 5000},
    "emoji": {"text": "😀😀"},
    "right to left": {"text": "\u202eمرحبا"},
    "HTML": {"text": "<b>&lt;script&gt;</b> *_`["},
    "a sticker": {"sticker": STICKER | {"type": "regular"}},
    "a contact": {"contact": {"phone_number": "13800000001", "first_name": "三", "last_name": "张"}},
    "a poll": {"poll": POLL},
    "a forwarded post": {
        "text": "转发",
        "forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "某"},
    },
    "a photo": PHOTO,
    "a place": {"location": {"latitude": 32.0, "longitude": 120.25}},
    "a day that is none": {"text": "2月30日"},
}
REPORT = {"evidence": [], "contact_id": 0, "day": "2026-03-15", "kind": "home", "note": "了解就医", "deeds": []}
STEPS: dict[str, dict[str, Any]] = {
    "visit.contact": {"evidence": []},
    "visit.day": {"evidence": [], "contact_id": 0},
    "visit.kind": {"evidence": [], "contact_id": 0, "day": "2026-03-15"},
    "visit.note": {"evidence": [], "contact_id": 0, "day": "2026-03-15", "kind": "home"},
    "visit.deeds": {"evidence": [], "contact_id": 0, "day": "2026-03-15", "kind": "home", "note": "了解就医"},
    "visit.preview": REPORT,
    "evidence.more": {"visit_id": 0, "contact": "王秀英"},
    "contact.name": {},
    "contact.kind": {"name": "张三", "is_namesake": False},
    "contact.phone": {"name": "张三", "is_namesake": False, "kind": "sector"},
    "contact.address": {"name": "张三", "is_namesake": False, "kind": "sector", "phone": ""},
    "contactedit.name": {"contact_id": 0, "name": "王秀英"},
    "contactedit.phone": {"contact_id": 0, "name": "王秀英"},
    "contactedit.address": {"contact_id": 0, "name": "王秀英"},
    "contactend.reason": {"contact_id": 0, "name": "王秀英"},
}


@pytest.fixture
def li(db: Db, cast: Cast) -> Desk:
    return Desk(db, cast.li)


async def know(desk: Desk, cast: Cast, *names: str) -> list[int]:
    """Register contacts of 李建国; their ids."""
    scheme = desk.house.scheme
    async with desk.db.write() as tx:
        wanted = [Particulars(name, scheme.contact_kinds[0]) for name in names]
        return [(await contacts.register(tx, cast.li_member, one, scheme, NOW.date())).id for one in wanted]


async def stand_at(desk: Desk, cast: Cast, step: str) -> None:
    """Put 李建国 half-way into a dialogue, with one contact and one visit of theirs."""
    (contact_id,) = await know(desk, cast, "王秀英")
    async with desk.db.write() as tx:
        contact = await contacts.own(tx, cast.li_member, contact_id)
        report = visits.Report(contact_id, visits.usual_kind(contact), NOW.date(), "第一次")
        record = await visits.log(tx, cast.li_member, report, desk.house.scheme, NOW.date())
        ids = {"contact_id": contact_id, "visit_id": record.visit.id}
        draft = {name: ids.get(name, value) for name, value in STEPS[step].items()}
        await dialogues.begin(tx, cast.li.id, step, draft)


def only(said: list[Said]) -> Said:
    (one,) = said
    return one


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("step", STEPS)
async def test_every_step_answers_every_input_once_and_loses_nothing(li: Desk, cast: Cast, step: str, bad: str) -> None:
    await stand_at(li, cast, step)
    before = await li.dialogue()
    assert before is not None
    answer = only(await li.say(**BAD[bad]))
    assert answer.text.strip()
    assert "<script" not in answer.text
    after = await li.dialogue()
    if after is not None:
        assert after.id == before.id
        assert {name: after.draft[name] for name in before.draft if name != "evidence"} == {
            name: value for name, value in before.draft.items() if name != "evidence"
        }


@pytest.mark.parametrize(
    "name",
    [
        *("contact", "contact-change", "contact-alter", "contact-kinds", "contact-set-kind", "contact-end"),
        *("contact-replace", "replace-because", "replace-kind", "replace-skip"),
        *("contactend-because", "contactedit-cancel", "contact-kind", "contact-skip", "contact-add-wanted"),
        *("visit-with", "visit-contact", "visit-day", "visit-kind", "visit-deeds", "visit-alter", "visit-submit"),
        *("visit-show", "visit-change", "visit-withdraw", "visit-withdraw-yes", "visit-photos", "evidence-done"),
    ],
)
async def test_a_strange_or_old_button_says_so_and_changes_nothing(li: Desk, name: str) -> None:
    for data in ("", ":", ":x", ":-1", ":999", ":99999999999999999999", ":1:2:3", ":١"):
        toast, said = await li.press(name + data)
        assert toast, data
        assert said == [], data


async def test_a_button_of_an_earlier_step_pressed_again_is_harmless(li: Desk, cast: Cast) -> None:
    await know(li, cast, "王秀英")
    asked = only(await li.say("/visit"))
    _, (day,) = await li.press(asked.buttons["王秀英"])
    toast, said = await li.press(asked.buttons["王秀英"])
    assert "不用再按" in toast
    assert said == []
    _, (kind,) = await li.press(day.buttons["昨天"])
    assert "怎样走访" in kind.text
    toast, said = await li.press(day.buttons["今天"])
    assert "不用再按" in toast
    dialogue = await li.dialogue()
    assert dialogue is not None
    assert dialogue.draft["day"] == "2026-03-15"


async def test_submitting_twice_logs_once(li: Desk, cast: Cast) -> None:
    (contact_id,) = await know(li, cast, "王秀英")
    _, (day,) = await li.press(f"visit-with:{contact_id}")
    _, (kind,) = await li.press(day.buttons["今天"])
    await li.press(kind.buttons["电话"])
    deeds = only(await li.say("了解就医"))
    _, (preview,) = await li.press(deeds.buttons["没有"])
    _, (logged,) = await li.press(preview.buttons["提交"])
    assert "不计入走访次数" in logged.text
    toast, said = await li.press(preview.buttons["提交"])
    assert toast
    assert said == []
    async with li.db.read() as tx:
        assert len(await visits.latest(tx, cast.li_member, 10)) == 1


async def test_visit_alone_goes_on_with_what_was_begun(li: Desk, cast: Cast) -> None:
    await know(li, cast, "王秀英", "张三")
    asked = only(await li.say("/visit 王秀英 昨天"))
    assert "怎样走访" in asked.text
    again = only(await li.say("/visit"))
    assert "接着来" in again.text
    assert "怎样走访" in again.text


async def test_a_line_without_a_kind_is_a_home_visit_and_says_so(li: Desk, cast: Cast) -> None:
    await know(li, cast, "王秀英")
    logged = only(await li.say("/visit 王秀英 了解就医情况"))
    assert "2026年3月16日　上门" in logged.text
    assert "没有写方式，按“上门”登记" in logged.text


async def test_a_line_sent_twice_is_logged_once(li: Desk, cast: Cast) -> None:
    await know(li, cast, "王秀英")
    await li.say("/visit 王秀英 昨天 上门 了解就医情况")
    assert "已经登记过了" in only(await li.say("/visit 王秀英 昨天 上门 了解就医情况")).text
    assert await li.dialogue() is None


async def test_a_line_without_a_contact_or_with_an_impossible_day_asks_only_for_that(li: Desk, cast: Cast) -> None:
    await know(li, cast, "王秀英", "张三")
    asked = only(await li.say("/visit 昨天 上门 了解就医情况"))
    assert "走访了哪一位" in asked.text
    _, (logged,) = await li.press(asked.buttons["张三"])
    assert "<b>张三</b>　2026年3月15日　上门" in logged.text
    asked = only(await li.say("/visit 王秀英 2月30日 上门 了解就医情况"))
    assert "日历上没有“2月30日”这一天" in asked.text
    logged = only(await li.say("2月28日"))
    assert "<b>王秀英</b>　2026年2月28日　上门" in logged.text


async def test_namesakes_are_told_apart_by_their_numbers(li: Desk, cast: Cast) -> None:
    for phone in ("13800000000", "13900000001"):
        asked = only(await li.say(f"/contacts 添加 王秀英 {phone}"))
        _, (added,) = await li.press(asked.buttons["界别群众"])
        assert "已登记联系对象" in added.text
    asked = only(await li.say("/visit 王秀英 昨天 上门 了解就医"))
    assert set(asked.buttons) >= {"王秀英（尾号0000）", "王秀英（尾号0001）"}
    _, (logged,) = await li.press(asked.buttons["王秀英（尾号0001）"])
    assert "已登记" in logged.text


async def test_a_contact_is_changed_by_buttons(li: Desk, cast: Cast) -> None:
    (contact_id,) = await know(li, cast, "王秀英")
    _, (menu,) = await li.press(f"contact-change:{contact_id}")
    await li.press(menu.buttons["改电话"])
    changed = only(await li.say(contact={"phone_number": "13800000000", "first_name": "王"}))
    assert "138 0000 0000" in changed.text
    _, (menu,) = await li.press(f"contact-change:{contact_id}")
    _, (kinds,) = await li.press(menu.buttons["改类别"])
    _, (changed,) = await li.press(kinds.buttons["社会群众"])
    assert "社会群众" in changed.text
    assert await li.dialogue() is None


async def test_a_committee_without_figures_says_so(db: Db, cast: Cast) -> None:
    li = Desk(db, cast.li, "ordos-2021")
    await know(li, cast, "王秀英")
    await li.say("/visit 王秀英 昨天 上门 了解就医情况")
    shown = only(await li.say("/quota"))
    assert "没有规定数量" in shown.text
    assert "今年走访 1 次" in shown.text
    _, (picture,) = await li.press(shown.buttons["看图"])
    assert picture.content["picture"]["name"] == "quota"


async def test_the_log_is_turned_page_by_page(li: Desk, cast: Cast) -> None:
    await know(li, cast, "王秀英")
    for number in range(10):
        await li.say(f"/visit 王秀英 昨天 上门 第{number}次")
    page = only(await li.say("走访记录"))
    assert "更早" in page.buttons
    _, (older,) = await li.press(page.buttons["更早"])
    assert "较新" in older.buttons
    assert "更早" not in older.buttons


@pytest.mark.parametrize(
    "typed",
    [
        "／visit 王秀英 昨天 上门 了解就医情况",
        "/走访 王秀英 昨天 上门 了解就医情况",
        "走访：王秀英，昨天，上门，了解就医情况",
        "走访王秀英 昨天 上门 了解就医情况",
        "昨天上门走访王秀英 了解就医情况",
    ],
)
async def test_a_visit_is_logged_however_the_command_is_written(li: Desk, cast: Cast, typed: str) -> None:
    await know(li, cast, "王秀英")
    logged = only(await li.say(typed))
    assert "<b>王秀英</b>　2026年3月15日　上门\n内容：了解就医情况" in logged.text
    assert await li.dialogue() is None


async def test_words_that_only_begin_with_a_contact_s_name_are_shown_before_they_are_logged(
    li: Desk, cast: Cast
) -> None:
    await know(li, cast, "王秀英")
    preview = only(await li.say("王秀英 昨天 上门 了解就医情况"))
    assert "请核对" in preview.text
    _, (logged,) = await li.press(preview.buttons["提交"])
    assert "已登记" in logged.text


async def test_one_line_logs_the_visits_of_an_afternoon(li: Desk, cast: Cast) -> None:
    names = ("王秀英", "张三", "李四", "赵六", "钱多")
    await know(li, cast, *names)
    logged = only(await li.say("走访王秀英、张三、李四、赵六和钱多 今天下午 了解过冬情况 #实事 送去棉被"))
    assert "已登记 5 次走访" in logged.text
    assert "2026年3月16日" in logged.text
    assert set(logged.buttons) >= set(names)
    async with li.db.read() as tx:
        found = await visits.latest(tx, cast.li_member, 10)
    assert {record.contact.name for record in found} == set(names)
    assert {record.visit.note for record in found} == {"了解过冬情况"}
    _, (shown,) = await li.press(logged.buttons["李四"])
    assert "<b>李四</b>" in shown.text
    assert "撤回" in shown.buttons


async def test_who_is_nobody_s_contact_is_told_before_the_others_are_logged(li: Desk, cast: Cast) -> None:
    await know(li, cast, "王秀英")
    preview = only(await li.say("走访王秀英、赵六 昨天 上门 了解就医情况"))
    assert "“赵六”不在您的联系对象里" in preview.text
    _, (logged,) = await li.press(preview.buttons["提交"])
    assert "<b>王秀英</b>　2026年3月15日　上门\n内容：了解就医情况" in logged.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("走访 王秀英 二月初三 上门 了解就医情况", "农历"),
        ("走访 王秀英 上周 上门 了解就医情况", "看不出是哪一天"),
    ],
)
async def test_a_day_that_cannot_be_read_is_asked_for_and_the_rest_kept(
    li: Desk, cast: Cast, typed: str, said: str
) -> None:
    await know(li, cast, "王秀英")
    asked = only(await li.say(typed))
    assert said in asked.text
    assert said in only(await li.say(typed.split()[2])).text
    logged = only(await li.say("3月10日"))
    assert "<b>王秀英</b>　2026年3月10日　上门\n内容：了解就医情况" in logged.text


async def test_a_day_told_of_something_else_is_offered_and_not_taken(li: Desk, cast: Cast) -> None:
    await know(li, cast, "王秀英")
    asked = only(await li.say("走访 王秀英 三月五号摔伤了，需要轮椅"))
    assert "您写到了2026年3月5日，是那一天走访的吗" in asked.text
    assert "是，3月5日" in asked.buttons
    _, (logged,) = await li.press(asked.buttons["今天"])
    assert "<b>王秀英</b>　2026年3月16日　上门\n内容：三月五号摔伤了，需要轮椅" in logged.text


async def test_a_contact_is_named_by_number_by_title_and_never_by_a_shorter_name(li: Desk, cast: Cast) -> None:
    await know(li, cast, "王秀英丰")
    asked = only(await li.say("/contacts 添加 李建国 13800000000"))
    await li.press(asked.buttons["界别群众"])
    assert "<b>李建国</b>" in only(await li.say("走访 13800000000 昨天 上门 谈低保")).text
    asked = only(await li.say("走访李大爷，反映下水道堵"))
    assert "没有“李大爷”" in asked.text
    _, (logged,) = await li.press(asked.buttons["李建国"])
    assert "内容：反映下水道堵" in logged.text
    asked = only(await li.say("走访 王秀英 昨天 上门 谈低保"))
    assert "没有“王秀英”" in asked.text
    assert "王秀英丰" in asked.buttons


async def test_a_recording_with_words_leaves_the_words_and_says_so(li: Desk, cast: Cast) -> None:
    await know(li, cast, "王秀英")
    voice: dict[str, Any] = {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 1}}
    logged, left_out = await li.say(caption="走访王秀英 昨天 谈低保", **voice)
    assert "内容：谈低保" in logged.text
    assert "只收下了文字" in left_out.text


async def test_each_line_of_a_message_is_a_report_of_its_own(li: Desk, cast: Cast) -> None:
    await know(li, cast, "王秀英", "张三", "李四")
    logged = only(await li.say("昨天走访：\n1. 王秀英 谈低保\n2. 张三，电话，反映停水\n两小时没水\n3、李四 看望"))
    assert "已登记 3 次走访" in logged.text
    async with li.db.read() as tx:
        found = {record.contact.name: record.visit for record in await visits.latest(tx, cast.li_member, 10)}
    assert {name: (visit.kind, visit.note) for name, visit in found.items()} == {
        "王秀英": ("home", "谈低保"),
        "张三": ("phone", "反映停水\n两小时没水"),
        "李四": ("home", "看望"),
    }
    assert {visit.happened_on.isoformat() for visit in found.values()} == {"2026-03-15"}


async def test_what_is_unclear_in_one_line_holds_up_no_other(li: Desk, cast: Cast) -> None:
    await know(li, cast, "王秀英", "张三", "李四")
    await li.say("走访 王秀英 昨天 上门 谈低保")
    logged, asked = await li.say("走访\n王秀英 昨天 上门 谈低保\n张三 上周 谈就医\n李四 昨天 谈修路")
    assert "已登记过了" in logged.text.replace("已经登记", "已登记")
    assert "李四" in logged.text
    assert "看不出是哪一天" in asked.text
    assert "<b>张三</b>　2026年3月12日" in only(await li.say("3月12日")).text


async def test_another_report_while_one_waits_for_an_answer_takes_nothing_from_it(li: Desk, cast: Cast) -> None:
    await know(li, cast, "王秀英", "张三")
    only(await li.say("走访王秀瑛 昨天 谈秋粮"))
    logged, asked = await li.say("走访张三 今天 电话 谈就医")
    assert "<b>张三</b>　2026年3月16日　电话\n内容：谈就医" in logged.text
    _, (first,) = await li.press(asked.buttons["王秀英"])
    assert "<b>王秀英</b>　2026年3月15日　上门\n内容：谈秋粮" in first.text
    only(await li.say("走访 王秀英 上周 谈药价"))
    logged, asked = await li.say("走访张三 前天 谈路灯")
    assert "<b>张三</b>　2026年3月14日" in logged.text
    assert "哪一天" in asked.text


async def test_under_baokang_s_rule_a_visit_says_how_many_people_were_met_and_a_call_that_it_counts_nowhere(
    db: Db, cast: Cast
) -> None:
    li = Desk(db, cast.li, "baokang-151")
    await know(li, cast, "王秀英", "张三")
    logged = only(await li.say("走访王秀英 昨天 上门 谈低保"))
    assert "走访不同的人 1/10" in logged.text
    assert "不计入" not in logged.text
    called = only(await li.say("走访张三 昨天 电话 谈低保"))
    assert "“电话”已经记下，按规定不计入走访次数" in called.text
    assert "走访不同的人 1/10" in called.text


async def test_an_edited_report_leads_to_the_correction_and_not_to_a_second_visit(li: Desk, cast: Cast) -> None:
    await know(li, cast, "王秀英")
    await li.say("走访王秀英 昨天 谈低保")
    said = only(await li.edit("走访王秀英 前天 谈低保"))
    assert "不用重发" in said.text
    _, (preview,) = await li.press(said.buttons["修改"])
    assert "2026年3月15日" in preview.text


async def test_a_report_filled_in_like_a_form_is_understood(li: Desk, cast: Cast) -> None:
    await know(li, cast, "王秀英")
    logged = only(await li.say("走访：王秀英\n时间：昨天\n方式：电话\n内容：谈低保"))
    assert "<b>王秀英</b>　2026年3月15日　电话\n内容：谈低保" in logged.text
    preview = only(await li.say("姓名：王秀英，时间：3月10日，方式：上门，内容：谈就医"))
    assert "<b>王秀英</b>　2026年3月10日　上门\n内容：谈就医" in preview.text


async def test_a_sentence_in_one_run_is_kept_and_an_unknown_enterprise_is_no_report(li: Desk, cast: Cast) -> None:
    await know(li, cast, "王秀英")
    asked = only(await li.say("/visit 我们村王秀英的孙子考上了大学"))
    _, (logged,) = await li.press(asked.buttons["王秀英"])
    assert "内容：我们村王秀英的孙子考上了大学" in logged.text
    asked = only(await li.say("/visit 泰兴市第二中学 昨天 上门"))
    assert "没有“泰兴市第二中学”" in asked.text
    dialogue = await li.dialogue()
    assert dialogue is not None
    assert "note" not in dialogue.draft


async def test_the_answer_to_many_reports_fits_one_message(li: Desk, cast: Cast) -> None:
    await know(li, cast, "王秀英", "张三")
    told = "\n".join(f"{'王秀英' if n % 2 else '张三'} 上门 第{n}次{'谈' * 80}" for n in range(40))
    logged = only(await li.say(f"走访\n{told}"))
    assert "已登记 40 次走访" in logged.text
    assert "还有 20 次" in logged.text
    assert len(logged.text) < 4000
    assert len(logged.buttons) <= 22
