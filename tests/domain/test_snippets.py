"""Often-used answers: known fields alone, filled in once."""

import pytest

from domain.snippets import FieldIsUnknown, SnippetIsTooLong, checked_text, checked_title, filled

VALUES = {"称呼": "王秀英", "编号": "JJ-2026-000001"}


def test_fields_are_filled_in_whatever_braces_they_stand_in() -> None:
    assert filled("{称呼}，您好！｛编号｝ { 编号 }", VALUES) == "王秀英，您好！JJ-2026-000001 JJ-2026-000001"


def test_a_value_is_never_read_for_fields() -> None:
    assert filled("{称呼}", {"称呼": "{编号}", "编号": "1"}) == "{编号}"


def test_an_unknown_field_is_named_with_those_that_are_known() -> None:
    with pytest.raises(FieldIsUnknown) as refusal:
        checked_text("{姓名}，您好")
    assert refusal.value.args_of_text["field"] == "姓名"
    assert "{称呼}" in refusal.value.args_of_text["known"]


@pytest.mark.parametrize("typed", ["没有记号", "单个 { 也行", "} 倒过来 {", "{称呼}{日期}{事由}{政协}{委员}{编号}"])
def test_anything_else_may_stand_in_it(typed: str) -> None:
    assert checked_text(typed) == typed


def test_titles_and_texts_have_their_length() -> None:
    assert checked_title("  收到\n来信 ") == "收到 来信"
    assert checked_title("名" * 20) == "名" * 20
    for check, typed in ((checked_title, "名" * 21), (checked_text, "字" * 2001)):
        with pytest.raises(SnippetIsTooLong):
            check(typed)
