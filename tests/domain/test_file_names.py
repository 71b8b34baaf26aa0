"""Names of files: nothing in them leads elsewhere or pretends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.file_names import LONGEST, UNSAFE, cleaned


@pytest.mark.parametrize(
    ("given_one", "kept"),
    [
        ("路灯.jpg", "路灯.jpg"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("C:\\Users\\王\\a.pdf", "C__Users_王_a.pdf"),
        ("报告\u202efdp.exe", "报告fdp.exe"),
        ("a\x00b\r\n.txt", "ab.txt"),
        ("  两个  空格 .doc. ", "两个 空格 .doc"),
        ("x" * 300 + ".docx", "x" * 95 + ".docx"),
        ("x" * 300, "x" * 100),
        ("...", None),
        ("", None),
        (None, None),
    ],
)
def test_a_name_stays_in_its_folder_and_looks_like_what_it_is(given_one: str | None, kept: str | None) -> None:
    assert cleaned(given_one) == kept


@given(st.text())
def test_whatever_it_was_it_is_short_harmless_and_clean(name: str) -> None:
    kept = cleaned(name)
    if kept is not None:
        assert len(kept) <= LONGEST
        assert not UNSAFE & set(kept)
        assert not kept.startswith(".")
        assert kept.isprintable() or " " in kept
        assert cleaned(kept) == kept
