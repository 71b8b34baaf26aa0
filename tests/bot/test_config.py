"""The configuration: complete, explained key by key, and every mistake in it one clear line."""

import re
import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.config import CHINESE_EXAMPLE, EXAMPLE, Config, load
from bot.config_faults import ConfigFault
from texts import Texts

GOOD = '[committee]\nname = "政协示例县委员会"\ncode = "SL"\n'
TEXTS = Texts.load(ZoneInfo("Asia/Shanghai"))
LONG = "sixteen-letters-and-more"
SECRET = "123456789:AAH-a_secret_of_ours_that_nobody_may_see"

Write = Callable[[str | bytes], Path]


@pytest.fixture(autouse=True)
def no_variables_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    for name in list(os.environ):
        if name.upper().startswith("LIANXIN_"):
            monkeypatch.delenv(name)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(content: str | bytes) -> Path:
        path = tmp_path / "config.toml"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return written


def faults(path: Path, language: str = "en") -> list[str]:
    """What is said of a file, without its folder."""
    with pytest.raises(ConfigFault) as fault:
        load(path)
    said = [TEXTS.plain(language, text) for text in fault.value.faults]
    assert all("\n" not in line for line in said)
    return [line.replace(f"{path.parent}/", "") for line in said]


# --- the example ------------------------------------------------------------------------------------------------------


def keys() -> Iterator[tuple[str, str]]:
    """Every section and key there is."""
    for section, field in Config.model_fields.items():
        kind: Any = field.annotation
        for key in kind.model_fields:
            yield section, key


def example_sections() -> dict[str, list[str]]:
    """The lines of the example by section."""
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in EXAMPLE.read_text("utf-8").splitlines():
        if found := re.match(r"\[(\w+)]", line):
            current = sections.setdefault(found[1], [])
        else:
            current.append(line)
    return sections


@pytest.mark.parametrize(("section", "key"), list(keys()))
def test_every_key_stands_in_the_example_with_a_word_on_what_it_does(section: str, key: str) -> None:
    lines = [line for line in example_sections()[section] if re.match(rf"(# )?{key} = ", line)]
    assert len(lines) == 1, f"[{section}] {key} is not in config.example.toml"
    assert re.search(r"[\"\d\]e]\s+# \w", lines[0]), f"[{section}] {key} has no comment on its line"


def test_the_example_has_no_key_that_is_none() -> None:
    known = {f"{section}.{key}" for section, key in keys()}
    found = re.compile(r"(?:# )?(\w+) = ")
    shown = {
        f"{section}.{match[1]}"
        for section, lines in example_sections().items()
        for line in lines
        if (match := found.match(line))
    }
    assert shown == known


def test_the_example_can_be_loaded_and_shows_the_defaults() -> None:
    config = load(EXAMPLE)
    bare = Config.model_validate({"committee": {"name": config.committee.name, "code": config.committee.code}})
    # A house is made with a database and a key ring beside it.
    assert config.model_copy(update={"storage": bare.storage, "security": bare.security}) == bare
    assert config.security.key_file == EXAMPLE.parent / "lianxin.key"


def test_the_example_without_its_hashes_can_be_loaded_too(write: Write) -> None:
    whole = re.sub(r"(?m)^# (?=\w+ = )", "", EXAMPLE.read_text("utf-8"))
    config = load(write(whole))
    assert config.telegram.token is not None
    assert config.channels.members_chat_id == -1001234567890


def test_the_chinese_example_is_the_same_explained_in_chinese() -> None:
    chinese, english = CHINESE_EXAMPLE.read_text("utf-8"), EXAMPLE.read_text("utf-8")
    bare = [re.sub(r"(?<=\S)\s+# .*", "", text[text.index("[committee]") :]) for text in (chinese, english)]
    assert bare[0] == bare[1]
    explained = [line.rsplit(" # ", 1)[1] for line in chinese.splitlines() if re.match(r"(# )?\w+ = ", line)]
    assert [words for words in explained if not re.search(r"[\u4e00-\u9fff]|^debug", words)] == []


# --- what is read -----------------------------------------------------------------------------------------------------


def test_a_file_saved_by_notepad_is_read(write: Write) -> None:
    assert load(write(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())).committee.code == "SL"


def test_paths_begin_at_the_files_folder(write: Write, tmp_path: Path) -> None:
    config = load(write(GOOD + '[telegram]\ntoken_file = "token.txt"\n[security]\nkey_file = "/etc/key"\n'))
    assert config.storage.url == f"sqlite:///{tmp_path}/lianxin.db"
    assert config.telegram.token_file == tmp_path / "token.txt"
    assert config.security.key_file == Path("/etc/key")


def test_the_environment_goes_before_the_file(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIANXIN_TELEGRAM__TOKEN", SECRET)
    monkeypatch.setenv("lianxin_reminders__day", "31")
    monkeypatch.setenv("LIANXIN_REMINDERS__EXTRA_HOLIDAYS", '["2026-06-19"]')
    config = load(write(GOOD + '[telegram]\ntoken = "other"\nport = 9000\n[reminders]\nday = 3\nhour = 10\n'))
    assert (config.telegram.secret_token(), config.telegram.port) == (SECRET, 9000)
    assert (config.reminders.day, config.reminders.hour) == (31, 10)
    assert config.reminders.extra_holidays == (date(2026, 6, 19),)


def test_the_token_may_stand_in_a_file_of_its_own(write: Write, tmp_path: Path) -> None:
    (tmp_path / "token.txt").write_bytes(b"\xef\xbb\xbf" + SECRET.encode() + b"\r\n")
    assert load(write(GOOD + '[telegram]\ntoken_file = "token.txt"\n')).telegram.secret_token() == SECRET


@pytest.mark.parametrize("content", [None, "", " \n", b"\xff\xfe\x00"])
def test_a_token_file_that_is_missing_empty_or_broken_is_one_line(
    write: Write, tmp_path: Path, content: str | bytes | None
) -> None:
    if content is not None:
        (tmp_path / "token.txt").write_bytes(content.encode() if isinstance(content, str) else content)
    config = load(write(GOOD + '[telegram]\ntoken_file = "token.txt"\n'))
    with pytest.raises(ConfigFault) as fault:
        config.telegram.secret_token()
    assert len(fault.value.faults) == 1


def test_no_secret_is_shown_with_the_configuration(write: Write) -> None:
    config = load(write(GOOD + f'[telegram]\ntoken = "{SECRET}"\nwebhook_secret = "{SECRET}"\n'))
    assert SECRET not in repr(config)


# --- what is wrong ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (GOOD + "[reminders]\nday = 32", "config.toml: reminders.day: expected a whole number from 1 to 31"),
        (
            GOOD + '[reminders]\nday = "last"',
            "config.toml: reminders.day: expected a whole number from 1 to 31, got a text",
        ),
        (
            GOOD + "[reminders]\nday = 2.5",
            "config.toml: reminders.day: expected a whole number from 1 to 31, got a number",
        ),
        (
            GOOD + "[reminders]\nworkdays_only = []",
            "config.toml: reminders.workdays_only: expected true or false, got a list",
        ),
        (
            GOOD + '[reminders]\nextra_holidays = ["yesterday"]',
            'config.toml: reminders.extra_holidays[1]: expected a day such as "2026-06-19", got a text',
        ),
        (
            GOOD + "[reminders]\nextra_holidays = 3",
            'config.toml: reminders.extra_holidays: expected a list of days such as ["2026-06-19"], got a number',
        ),
        (GOOD + "[sending]\nchat_per_second = 0", "config.toml: sending.chat_per_second: expected a number above 0"),
        (
            GOOD + "[visits]\ncorrect_within_days = -1",
            "config.toml: visits.correct_within_days: expected a whole number above 0",
        ),
        (
            GOOD + f'[telegram]\nmode = "webhook"\nwebhook_secret = "{LONG}"',
            "config.toml: telegram.webhook_url is missing; expected an address such as https://example.org/telegram",
        ),
        (
            GOOD + f'[telegram]\nmode = "webhook"\nwebhook_url = "http://example.org/"\nwebhook_secret = "{LONG}"',
            "config.toml: telegram.webhook_url: expected an address such as https://example.org/telegram",
        ),
        (
            GOOD + f'[telegram]\nmode = "webhook"\nwebhook_url = "https://[/"\nwebhook_secret = "{LONG}"',
            "config.toml: telegram.webhook_url: expected an address such as https://example.org/telegram",
        ),
        (
            GOOD + '[telegram]\nmode = "webhook"\nwebhook_url = "https://example.org/t"',
            "config.toml: telegram.webhook_secret is missing; expected 16 to 256 letters, digits, - or _",
        ),
        (
            GOOD + '[telegram]\nmode = "webhook"\nwebhook_url = "https://example.org/t"\nwebhook_secret = "a b"',
            "config.toml: telegram.webhook_secret: expected 16 to 256 letters, digits, - or _",
        ),
        (GOOD + '[telegram]\nmode = "push"', "config.toml: telegram.mode: expected one of: polling, webhook"),
        (GOOD + "[telegram]\nport = 0", "config.toml: telegram.port: expected a whole number from 1 to 65535"),
        (GOOD + "[telegram]\nproxy = 3", "config.toml: telegram.proxy: expected a text, got a number"),
        (
            GOOD + '[channels]\nmembers_chat_id = "@us"',
            "config.toml: channels.members_chat_id: expected a whole number, got a text",
        ),
        (
            GOOD + '[storage]\nurl = "mysql://x"',
            "config.toml: storage.url: expected sqlite:///FILE or postgresql://user:password@host/database",
        ),
        ('[committee]\nname = ""\ncode = "SL"', "config.toml: committee.name: expected a text"),
        ('[committee]\nname = "x"\ncode = "sl"', "config.toml: committee.code: expected 1 to 6 capital letters"),
        ('[committee]\nname = "x"', "config.toml: committee.code is missing; expected 1 to 6 capital letters"),
        (GOOD + 'timezone = "Beijing"', "config.toml: committee.timezone: expected a time zone such as Asia/Shanghai"),
        (GOOD + 'language = "fr"', "config.toml: committee.language: expected one of: zh, en"),
        ("", "config.toml: committee is missing; expected a section"),
        ("committee = 3", "config.toml: committee: expected a section, got a number"),
        (GOOD + "[reminders]\ndays = 3", "config.toml: there is no key reminders.days; is it day?"),
        (GOOD + "[reminders]\nxyz = 3", "config.toml: there is no key reminders.xyz; see config.example.toml"),
        (GOOD + "[comittee]\nx = 3", "config.toml: there is no key comittee; is it committee?"),
        ("committee = ", "config.toml: not TOML: Invalid value (at end of document)"),
        (b"[committee]\nname = \xd5\xfe", "config.toml: expected a text in UTF-8"),
    ],
)
def test_a_mistake_names_file_key_and_what_was_expected(write: Write, content: str | bytes, said: str) -> None:
    assert faults(write(content)) == [said]


def test_every_mistake_is_told_at_once_and_in_chinese_too(write: Write) -> None:
    path = write('[committee]\nname = "x"\ncode = "1"\n[reminders]\nhour = 24\nweekly = true\n')
    assert faults(path, "zh") == [
        "config.toml：committee.code 应为1 至 6 个大写字母",
        "config.toml：reminders.hour 应为0 至 23 的整数",
        "config.toml：没有 reminders.weekly 这一项，见 config.example.toml",
    ]


def test_a_missing_file_says_how_to_get_one(tmp_path: Path) -> None:
    assert faults(tmp_path / "config.toml") == ["config.toml: no such file; lianxin init writes one"]


def test_a_folder_in_the_place_of_the_file_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "config.toml").mkdir()
    assert faults(tmp_path / "config.toml") == ["config.toml: can’t be read (it is a folder)"]


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        (
            "LIANXIN_REMINDERS__DAY",
            "soon",
            "LIANXIN_REMINDERS__DAY: reminders.day: expected a whole number from 1 to 31, got a text",
        ),
        ("LIANXIN_REMINDERS__DAYS", "3", "LIANXIN_REMINDERS__DAYS: there is no key reminders.days; is it day?"),
        (
            "LIANXIN_TELEGRAM__PORT",
            "99999",
            "LIANXIN_TELEGRAM__PORT: telegram.port: expected a whole number from 1 to 65535",
        ),
    ],
)
def test_a_mistake_in_the_environment_names_the_variable(
    write: Write, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, said: str
) -> None:
    monkeypatch.setenv(variable, value)
    assert faults(write(GOOD)) == [said]


@pytest.mark.parametrize("variable", ["LIANXIN_FOO__BAR", "LIANXIN_TOKEN", "lianxin_telegramm__token"])
def test_a_variable_of_no_section_is_refused(write: Write, monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    monkeypatch.setenv(variable, SECRET)
    (said,) = faults(write(GOOD))
    assert said.startswith(f"{variable}: there is no such section")


@pytest.mark.parametrize(
    "variable", ["LIANXIN_TELEGRAM", "LIANXIN_REMINDERS__EXTRA_HOLIDAYS", "LIANXIN_TELEGRAM__TOKEN__X"]
)
def test_a_variable_that_should_be_json_is_one_line(
    write: Write, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, SECRET)
    (said,) = faults(write(GOOD))
    assert SECRET not in said


@pytest.mark.parametrize("section", tomllib.loads(EXAMPLE.read_text("utf-8")))
def test_no_value_is_ever_quoted(write: Write, section: str) -> None:
    lines = [f'{key} = {{ "{SECRET}" = "{SECRET}" }}' for of, key in keys() if of == section]
    content = f"[{section}]\n" + "\n".join(lines) + ("" if section == "committee" else "\n" + GOOD)
    for language in ("zh", "en"):
        assert SECRET not in "\n".join(faults(write(content), language))
