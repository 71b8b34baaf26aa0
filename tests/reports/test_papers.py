"""What stands in the Word files, read back from them. How they look is checked by eye: docs/papers.md."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from PIL import Image

from reports import cards, papers, pictures
from services import schemes
from tests.bridge import config_for
from texts import Text, Texts

TEXTS = Texts.load(config_for("http://127.0.0.1:1", "sqlite:///x").committee.zone)
FORM = schemes.load("jingjiang-2014").form
LINK = "https://t.me/bridge_bot?start=card_" + "A" * 22


def sheet(name: str, *contacts: str) -> dict[str, Any]:
    rows = [{"name": contact, "phone": "138 0000 0000", "address": "城北村"} for contact in contacts]
    empty = [{"name": "", "phone": "", "address": ""}] * (6 - len(rows))
    return {"name": name, "sector": "农业界", "phone": "139 0000 0000", "unit": "城北镇工委", "rows": [*rows, *empty]}


def written(name: str, data: dict[str, Any]) -> Document:
    return docx.Document(BytesIO(papers.write(name, "zh", data, TEXTS)))


def form(*sheets: dict[str, Any]) -> Document:
    assert FORM is not None
    return written(
        "registration-form", {"title": "靖江市政协委员联系界别群众登记表", "notes": FORM.notes, "forms": sheets}
    )


def words(element: Any) -> str:
    return "".join(run.text or "" for run in element.iter("{*}t"))


def cells(document: Document, table: int = 0) -> list[list[str]]:
    """Each row's cells, merged ones once."""
    rows = []
    for row in document.tables[table].rows:
        seen = dict.fromkeys(cell._tc for cell in row.cells)
        rows.append([words(tc) for tc in seen])
    return rows


def lines(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.text.strip()]


def test_the_form_is_the_annex_of_the_document() -> None:
    document = form(sheet("李建国", "王秀英"))
    assert cells(document) == [
        ["委员（特邀委员）基本情况"],
        ["姓    名", "李建国", "界    别", "农业界"],
        ["联系方式", "139 0000 0000", "政协工委", "城北镇工委"],
        ["联系群众基本情况"],
        ["序号", "姓名", "联系方式", "工作单位或住址"],
        ["1", "王秀英", "138 0000 0000", "城北村"],
        *[[str(number), "", "", ""] for number in range(2, 7)],
    ]
    assert lines(document) == [
        "靖江市政协委员联系界别群众登记表",
        "注：1.填表对象：市政协委员（市特邀委员），在靖的省、泰州市政协委员，镇级特邀委员。",
        "　　2.请于3月底前确定联系对象，并将《联系群众服务卡》递送至联系对象手中。",
        "　　3.此表请于4月15日前报送至市政协办公室，"
        "镇级特邀委员填好此表后直接报送给各镇（街道、园区、办事处）政协工委。",
    ]


def test_each_form_begins_a_page() -> None:
    document = form(sheet("李建国"), sheet("赵明"))
    titles = [paragraph for paragraph in document.paragraphs if paragraph.text.startswith("靖江市")]
    assert [title.paragraph_format.page_break_before for title in titles] == [True, True]
    assert [cells(document, at)[1][1] for at in range(2)] == ["李建国", "赵明"]


@pytest.mark.parametrize(
    "name", ["<b>张&三</b>", "{{ title }}", "{% for %}", "张\x0b三\x00", "👨\u200d👩\u200d👧 مرحبا"]
)
def test_what_a_person_typed_stands_in_the_file_as_it_is(name: str) -> None:
    visible = "".join(char for char in name if char.isprintable() or char == "\u200d")
    assert cells(form(sheet("李建国", name)))[5][1] == visible


def test_chinese_is_set_in_a_chinese_face() -> None:
    for template in papers.TEMPLATES.glob("*.docx"):
        with ZipFile(template) as parts:
            document = parts.read("word/document.xml").decode()
            styles = parts.read("word/styles.xml").decode()
        # Official documents are set in 仿宋, forms and cards in 宋体.
        face = "仿宋" if template.stem == "brief" else "宋体"
        # What is not said run by run is said by the style.
        assert f'w:eastAsia="{face}"' in document or "w:eastAsia" not in document, template.name
        assert f'w:eastAsia="{face}"' in styles, template.name


def _cards(*contacts: str, phone: str = "") -> list[dict[str, str]]:
    about = {"member": "李建国", "phone": phone, "sector": "农业界", "link": LINK}
    return [about | {"contact": contact} for contact in contacts]


@pytest.mark.parametrize("contacts", [["王秀英"], ["王秀英", "张三"], [f"群众{n}" for n in range(5)]])
def test_every_card_has_its_names_a_code_and_empty_lines(contacts: Sequence[str]) -> None:
    data = {"committee": "政协靖江市委员会", "cards": _cards(*contacts)}
    document = written("service-cards", data)
    text = words(document.element.body)
    assert [contact for contact in contacts if f"联系对象：{contact}" in text] == list(contacts)
    assert text.count("联系对象签字") == len(contacts)
    assert str(document.element.xml).count("<pic:pic") == len(contacts)
    assert all(tc.findall("{*}p") for tc in document.element.body.iter("{*}tc")), "Word wants a paragraph in each cell"


@pytest.mark.parametrize(("phone", "lines"), [("138 1111 2222", 2), ("", 0)])
def test_the_member_s_number_stands_on_each_card_or_on_none(phone: str, lines: int) -> None:
    data = {"committee": "政协靖江市委员会", "cards": _cards("王秀英", "张三", phone=phone)}
    assert words(written("service-cards", data).element.body).count("联系电话：138 1111 2222") == lines
    svg = pictures.svg("service-card", "zh", data | data["cards"][0], TEXTS)  # type: ignore[operator]
    assert ("联系电话" in svg) is bool(phone)


def test_the_card_as_a_picture_carries_the_code() -> None:
    data = {"committee": "政协靖江市委员会", **_cards("王秀英")[0]}
    svg = pictures.svg("service-card", "zh", data, TEXTS)
    assert "李建国" in svg
    assert "王秀英" in svg
    dark = sum(map(sum, cards.matrix(LINK)))
    assert svg.count("h-") == dark
    assert pictures.draw("service-card", "zh", data, TEXTS).startswith(b"\x89PNG")


BRIEF = {
    "kind": Text("brief-kind-opinion"),
    "number": Text("brief-number", year="2026", running="3"),
    "title": "关于村口路灯的建议 <&>",
    "author": Text("brief-paper-member", name="李建国", sector="农业界"),
    "facts": ["路灯坏了半个月。", "三户反映。"],
    "analysis": [],
    "suggestions": ["请尽快修复。"],
    "instruction": ["请市政管理局一周内修好。"],
    "leader": "陈主席",
    "instructed": Text("brief-paper-day", day=date(2026, 3, 17)),
    "committee": "政协示例县委员会",
    "day": Text("brief-paper-day", day=date(2026, 3, 16)),
}


def test_a_brief_has_the_usual_form_and_a_part_left_empty_leaves_no_gap() -> None:
    assert lines(written("brief", BRIEF)) == [
        "社情民意信息",
        "〔2026〕第3号",
        "政协示例县委员会　　　　　　　　2026年3月16日",
        "关于村口路灯的建议 <&>",
        "反映人：李建国（农业界，政协委员）",
        "一、情况",
        "路灯坏了半个月。",
        "三户反映。",
        "二、建议",
        "请尽快修复。",
        "领导批示（陈主席，2026年3月17日）",
        "请市政管理局一周内修好。",
        "报送单位：政协示例县委员会　　报送日期：2026年3月16日",
    ]


def test_a_brief_without_an_instruction_says_nothing_of_one() -> None:
    document = written("brief", BRIEF | {"instruction": [], "leader": "", "instructed": ""})
    assert not [line for line in lines(document) if "批示" in line]


def test_the_diary_has_its_months_days_and_the_pictures_that_came() -> None:
    file = BytesIO()
    Image.new("RGB", (60, 40), "#88aacc").save(file, "JPEG")
    line = {"text": Text("diary-line-entry", words="看望{{老人}}\n<b>两位</b>"), "photos": ["kept", "gone"]}
    counts = Text("diary-paper-counts", visit="0", deed="0", answer="0", activity="0", entry="1")
    month = {"number": 3, "counts": counts, "days": [{"on": Text("a-day-this-year", month=3, day=5), "lines": [line]}]}
    names = {"committee": "政协示例县委员会", "member": "李建国", "sector": "农业界", "unit": "", "year": "2026"}
    document = written("diary", names | {"months": [month], "left_out": 2, "fetched": {"kept": file.getvalue()}})
    assert lines(document)[:2] == ["政协示例县委员会", "2026 年履职日记"]
    for expected in (
        "3月",
        "3月5日",
        "· 看望{{老人}}",
        "<b>两位</b>",
        "另有照片 2 张没有放入本文件，可在机器人里查看。",
    ):
        assert expected in lines(document)
    assert str(document.element.xml).count("<pic:pic") == 1
    empty = written("diary", names | {"months": [], "left_out": 0, "fetched": {}})
    assert "（本年度还没有记录）" in lines(empty)


def test_the_summary_has_figures_deeds_and_the_member_s_words() -> None:
    figures = [{"label": Text("summary-visits"), "figure": Text("as-it-is", words="17")}]
    names = {"committee": "政协示例县委员会", "member": "李建国", "sector": "农业界", "unit": "", "year": "2026"}
    data = names | {"figures": figures, "deeds": [Text("as-it-is", words="送去轮椅")], "words": "第一段\n第二段"}
    document = written("yearly-summary", data | {"fetched": {}})
    assert cells(document, 1) == [["走访次数（含电话、线上）", "17"]]
    for expected in ("1. 送去轮椅", "第一段", "第二段"):
        assert expected in lines(document)
