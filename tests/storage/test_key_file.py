"""The key ring's file: nobody else's, never half written, never written over."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from domain.keys import KeyFault, KeyFileBroken, KeyFileIsThere, KeyFileMissing, KeyFileOpenToOthers, KeyRing
from storage import key_file
from texts import LANGUAGES, Text, Texts


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "lianxin.key"


def test_a_ring_comes_back_as_it_was_and_is_the_owners_alone(file: Path) -> None:
    ring = KeyRing.fresh().rotated().rotated()
    key_file.create(file, ring)
    assert key_file.read(file) == ring
    assert file.stat().st_mode & 0o777 == 0o600
    with pytest.raises(KeyFileIsThere):
        key_file.create(file, KeyRing.fresh())
    key_file.replace(file, ring.rotated())
    assert key_file.read(file).current == "k4"
    assert file.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in file.parent.iterdir()] == ["lianxin.key"]


def test_a_file_that_others_may_read_is_refused(file: Path) -> None:
    key_file.create(file, KeyRing.fresh())
    for mode in (0o640, 0o604, 0o620):
        file.chmod(mode)
        with pytest.raises(KeyFileOpenToOthers):
            key_file.read(file)


def test_a_missing_file_is_named(file: Path) -> None:
    with pytest.raises(KeyFileMissing) as fault:
        key_file.read(file)
    assert fault.value.args_of_text == {"file": str(file)}


WHOLE = KeyRing("k1", {"k1": bytes(32)}, bytes(32)).dump()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "no toml [",
        WHOLE.replace('"k1"', '"k2"'),
        WHOLE[:-20],
        WHOLE.replace("A", "é"),
        WHOLE.replace("k1", "x"),
        WHOLE.replace("AAAA", ""),
        WHOLE.replace("root", "rot"),
        "keys = 3",
    ],
)
def test_a_broken_file_is_one_clear_line_without_a_key_in_it(file: Path, content: str) -> None:
    file.touch(0o600)
    file.write_text(content, encoding="utf-8")
    with pytest.raises(KeyFileBroken) as fault:
        key_file.read(file)
    assert "AAAA" not in str(fault.value)


def test_a_ring_shown_shows_no_key() -> None:
    assert "\\x" not in repr(KeyRing.fresh())


def test_every_fault_of_the_keys_has_its_sentence() -> None:
    texts = Texts.load(ZoneInfo("Asia/Shanghai"))
    args = {"file": "lianxin.key", "why": "base64", "key": "k1"}
    for fault in KeyFault.__subclasses__():
        for language in LANGUAGES:
            assert texts.plain(language, Text(fault.text, **args))
