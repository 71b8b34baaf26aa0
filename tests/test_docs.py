"""What the documents say is there."""

import asyncio
import re
from fnmatch import fnmatch
from pathlib import Path

import pytest

from bot import commands_setup
from bot.cli import COMMANDS
from handlers.routes import ROUTES
from handlers.routing import Command
from storage.schema import metadata

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.zh-CN.md")
PAGES = sorted(path for path in ROOT.glob("**/*.md") if ".venv" not in path.parts)
ROW = re.compile(r"^\| .+ \| (.+) \|$", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#:]+)\)")
PATH = re.compile(r"`((?:bot|handlers|services|domain|storage|texts|schemes|reports|sandbox|docs|tests)/[\w./-]*)`")


@pytest.mark.parametrize("readme", READMES)
@pytest.mark.parametrize("command", [name for name, _ in COMMANDS])
def test_every_command_of_the_command_line_is_in_both_readmes(readme: str, command: str) -> None:
    assert f"`lianxin {command}" in (ROOT / readme).read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_and_every_path_in_a_page_leads_somewhere(page: Path) -> None:
    text = page.read_text("utf-8")
    missing = [link for link in LINK.findall(text) if not (page.parent / link).exists()]
    missing += [path for path in PATH.findall(text) if not (ROOT / path).exists()]
    assert missing == []


def test_both_readmes_have_the_same_table_of_changes() -> None:
    rows = [ROW.findall((ROOT / readme).read_text("utf-8")) for readme in READMES]
    opened = [[PATH.findall(row) for row in table if PATH.findall(row)] for table in rows]
    assert opened[0] == opened[1]


def test_every_word_that_stands_for_a_command_leads_to_one_command() -> None:
    words = [word for route in ROUTES if isinstance(route, Command) for word in route.words]
    assert len(words) == len(set(words))


def test_every_table_belongs_to_one_subject_that_the_code_reads() -> None:
    source = "\n".join(path.read_text("utf-8") for path in (ROOT / "storage").glob("*.py"))
    assert [name for name in metadata.tables if not re.search(rf"\b{name}\b", source)] == []


CODE = re.compile(r"^```(?:\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMENT = re.compile(r"\s+#.*$", re.MULTILINE)
HEADING = re.compile(r"^(#+) ", re.MULTILINE)
CELLS = re.compile(r"^\|.*\|$", re.MULTILINE)


def test_operations_say_the_same_in_both_languages() -> None:
    """As far as a test can see: the same sections, commands, files, and as many rows in each table."""
    english, chinese = ((ROOT / "docs" / name).read_text("utf-8") for name in ("operations.md", "operations.zh.md"))
    assert HEADING.findall(chinese) == HEADING.findall(english)
    blocks = [[COMMENT.sub("", block) for block in CODE.findall(page)] for page in (english, chinese)]
    assert blocks[1] == blocks[0]
    assert len(CELLS.findall(chinese)) == len(CELLS.findall(english))
    rows = [[re.findall("`[^`]+`", row) for row in CELLS.findall(page)] for page in (english, chinese)]
    assert rows[1] == rows[0]
    for key in re.findall(r"`(?:lianxin [a-z]+|\[[a-z]+\][^`]*|--[a-z-]+)`", english):
        assert key in chinese


@pytest.mark.parametrize("ignored", [".gitignore", ".dockerignore"])
def test_what_a_house_makes_gets_into_no_repository_and_no_image(ignored: str, tmp_path: Path) -> None:
    """With keys, token and people in it."""
    asyncio.run(commands_setup.init(config=tmp_path / "config.toml"))
    patterns = (ROOT / ignored).read_text("utf-8").split()
    made = {file.name for file in tmp_path.iterdir()}
    assert {"config.toml", "lianxin.key", "lianxin.db"} <= made
    assert [name for name in made if not any(fnmatch(name, pattern) for pattern in patterns)] == []
