"""The handbooks name what there is, and all there is for their readers."""

import re
from pathlib import Path

import pytest

from domain.people import Role
from tests.house import TABLE

ROOT = Path(__file__).parent.parent
HANDBOOKS = {"office": Role.OFFICE, "member": Role.MEMBER}
COMMAND = re.compile(r"(?<![\w/.])/([a-z]+)")
ROW = re.compile(r"^\| /([a-z]+) \| (\S+) \|", re.MULTILINE)
BUTTON = re.compile("「([^」]+)」")
LABEL = re.compile(r"^[\w-]+ = (.+)$", re.MULTILINE)
SAID = re.compile("发送“([^”]+)”")
LEADING_SIGN = re.compile(r"^[^\w\u4e00-\u9fff]+")


def handbook(name: str) -> str:
    return (ROOT / "docs" / f"handbook-{name}.zh.md").read_text("utf-8")


def labels() -> set[str]:
    texts = "\n".join(path.read_text("utf-8") for path in (ROOT / "texts" / "zh").glob("*.ftl"))
    return {LEADING_SIGN.sub("", label) for label in LABEL.findall(texts)}


@pytest.mark.parametrize("name", HANDBOOKS)
def test_every_command_of_a_handbook_is_there_for_its_readers(name: str) -> None:
    named = set(COMMAND.findall(handbook(name)))
    routes = {each: TABLE.commands.get(each) for each in named}
    mine = {each for each, route in routes.items() if route and (not route.who or HANDBOOKS[name] in route.who)}
    assert named - mine == set()


@pytest.mark.parametrize("name", HANDBOOKS)
def test_every_command_of_its_readers_is_in_the_table_of_a_handbook(name: str) -> None:
    """A new command of the office or of members gets a line in docs/handbook-….zh.md."""
    shown = set(TABLE.commands_for(frozenset({HANDBOOKS[name]})))
    assert shown - {command for command, _ in ROW.findall(handbook(name))} == set()


@pytest.mark.parametrize("name", HANDBOOKS)
def test_the_word_beside_a_command_leads_to_it(name: str) -> None:
    assert [(command, word) for command, word in ROW.findall(handbook(name)) if _leads_to(word) != command] == []


def _leads_to(word: str) -> str:
    route = TABLE.words.get(word)
    return route.name if route else ""


@pytest.mark.parametrize("name", HANDBOOKS)
def test_every_word_to_be_sent_is_understood(name: str) -> None:
    assert [word for word in SAID.findall(handbook(name)) if word not in TABLE.words] == []


@pytest.mark.parametrize("name", HANDBOOKS)
def test_every_button_of_a_handbook_has_that_label(name: str) -> None:
    assert [label for label in BUTTON.findall(handbook(name)) if label not in labels()] == []
