"""The command line: what others drive, and one clear line for every mistake."""

import asyncio
import json
import os
import signal
import sqlite3
import sys
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

import asyncpg
import pytest
import xlsxwriter

from bot import cli
from bot.cli import COMMANDS
from bot.commands_invite import PLACEHOLDER
from bot.lock import only_process
from bot.terminal import language_for
from sandbox.client import SandboxClient
from sandbox.server import Sandbox
from storage.migrate import migrate

HOME = Path(__file__).resolve().parent.parent.parent
TOKEN = "4242:command-line"
CONFIG = f"""
[committee]
name = "政协示例县委员会"
code = "SL"
language = "en"
[telegram]
token = "{TOKEN}"
base_url = "http://127.0.0.1:9/bot"
"""


@dataclass
class Said:
    """What a command wrote and how it ended."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Run = Callable[..., Said]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with nothing of ours in the environment."""
    for name in list(os.environ):
        if name.startswith("LIANXIN_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(desk: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def ran(*arguments: str) -> Said:
        code = cli.run(arguments)
        out, err = capsys.readouterr()
        return Said(code, out, err)

    return ran


@pytest.fixture
def ready(desk: Path, run: Run) -> Path:
    """A configuration whose Telegram can't be reached, and an empty database."""
    (desk / "config.toml").write_text(CONFIG, "utf-8")
    assert run("migrate").code == 0
    return desk


def refused(said: Said) -> str:
    """The one line that a mistake is told in."""
    assert said.code == 1
    assert said.out == ""
    assert "Traceback" not in said.err
    (line,) = said.err.splitlines()
    return line


def list_of_members(path: Path, *rows: tuple[object, ...]) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["姓名", "界别", "手机"])
        for number, row in enumerate(rows, start=1):
            page.write_row(number, 0, row)
    return path


# --- all who have not joined ------------------------------------------------------------------------------------------


def test_all_members_are_invited_by_links_or_slips(ready: Path, run: Run) -> None:
    run("import", "members", str(list_of_members(ready / "m.xlsx", ("李建国", "农业界", ""), ("赵明", "教育界", ""))))
    said = run("invite", "member", "--all")
    assert [line.split()[0] for line in said.lines] == ["李建国", "赵明"]
    assert all(f"{PLACEHOLDER}?start=join_" in line for line in said.lines)
    assert run("invite", "member", "--all", "--file", "slips.docx").code == 0
    assert (ready / "slips.docx").read_bytes().startswith(b"PK")
    assert refused(run("invite", "office", "--all")).startswith("--all goes with")
    assert refused(run("invite", "member", "--file", "x.docx")).startswith("--file goes with")


# --- another scheme ---------------------------------------------------------------------------------------------------


def test_another_scheme_is_previewed_by_unit_and_by_name_only_where_asked(ready: Path, run: Run) -> None:
    run("import", "members", str(list_of_members(ready / "m.xlsx", ("李建国", "农业界", ""))))
    said = run("scheme", "preview", "ordos-2021")
    assert said.code == 0
    assert [" ".join(line.split()) for line in said.lines if "(no unit)" in line] == ["1 0 → 0 1 → 0 0 → 0 (no unit)"]
    assert "sets no figure for 1 member:" in said.out
    assert "李建国" not in said.out
    assert "李建国" in run("scheme", "preview", "ordos-2021", "--names").out


def test_another_scheme_is_used_from_a_day_on(ready: Path, run: Run) -> None:
    assert refused(run("scheme", "use", "xishan-2017", "--from", "July")).startswith("“July” is not a day")
    assert "can't begin in the past" in refused(run("scheme", "use", "xishan-2017", "--from", "2026-01-01"))
    assert run("scheme", "use", "xishan-2017", "--from", "2099-01-01").code == 0
    assert "begins on" in refused(run("scheme", "use", "baokang-151", "--from", "2098-01-01"))


# --- init, migrate ----------------------------------------------------------------------------------------------------


def test_init_writes_the_example_and_creates_the_database(desk: Path, run: Run) -> None:
    assert run("init").code == 0
    assert (desk / "config.toml").read_bytes() == (HOME / "config.example.toml").read_bytes()
    assert (desk / "config.toml").stat().st_mode & 0o077 == 0
    assert (desk / "lianxin.db").exists()


def test_init_writes_the_chinese_example_where_the_terminal_is_chinese(
    desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert run("init").code == 0
    assert (desk / "config.toml").read_bytes() == (HOME / "config.example.zh.toml").read_bytes()


def test_init_refuses_to_overwrite(desk: Path, run: Run) -> None:
    (desk / "mine.toml").write_text("mine")
    assert refused(run("init", "--config", "mine.toml")) == "mine.toml: exists already, and is not overwritten"
    assert (desk / "mine.toml").read_text() == "mine"


def test_init_into_a_folder_that_is_not_there_is_one_line(run: Run) -> None:
    assert refused(run("init", "--config", "none/config.toml")) == "none/config.toml: there is no such file or folder"


def test_migrate_tells_the_version(ready: Path, run: Run) -> None:
    assert "newest version" in run("migrate").out


@pytest.mark.parametrize(
    "name", [name for name, _ in COMMANDS if name not in ("init", "demo", "scheme check", "scheme explain")]
)
def test_every_command_says_in_one_line_that_there_is_no_configuration(run: Run, name: str, desk: Path) -> None:
    more = {"invite": ["office"], "export": ["letters", "x.csv"], "import members": ["x.xlsx"]}
    more |= {"import units": ["x.xlsx"], "revoke": ["office", "--name", "周敏"]}
    more |= {"session": ["15", "3", "--from", "2026-01-10"]}
    more |= {"scheme preview": ["example"], "scheme use": ["example", "--from", "2026-07-01"]}
    more |= {"backup": ["x.db"], "restore": ["x.db"], "copy": ["--to", "sqlite:///x.db"]}
    said = run(*name.split(), *more.get(name, []), "--config", "none.toml")
    assert said.code == 1
    told = said.out + said.err
    assert [line for line in told.splitlines() if "none.toml: no such file" in line], told


@pytest.mark.parametrize(
    "arguments",
    [
        ("invite", "office"),
        ("export", "letters", "x.csv"),
        ("run",),
        ("run", "--no-migrate"),
        ("backup", "x.db"),
        ("doctor",),
        ("copy", "--to", "sqlite:///x.db"),
    ],
)
def test_a_database_that_is_not_there_is_one_line_and_not_made_in_passing(
    desk: Path, run: Run, arguments: tuple[str, ...]
) -> None:
    (desk / "config.toml").write_text(CONFIG, "utf-8")
    line = refused(run(*arguments))
    assert "lianxin init" in line
    assert "lianxin restore" in line
    assert not (desk / "lianxin.db").exists()


@pytest.mark.parametrize("arguments", [("invite", "office"), ("migrate",), ("run",), ("backup", "x.db"), ("doctor",)])
@pytest.mark.parametrize("is_cut", [True, False])
def test_a_database_that_is_damaged_is_one_line_that_points_to_restore(
    ready: Path, run: Run, arguments: tuple[str, ...], is_cut: bool
) -> None:
    house = ready / "lianxin.db"
    house.write_bytes(house.read_bytes()[:5000] if is_cut else b"not a database" * 999)
    line = refused(run(*arguments))
    assert "lianxin.db" in line
    assert "lianxin restore" in line


def test_a_postgres_that_is_not_there_is_one_line(desk: Path, run: Run) -> None:
    (desk / "config.toml").write_text(CONFIG + '[storage]\nurl = "postgresql://us:pw-secret@127.0.0.1:1/x"', "utf-8")
    line = refused(run("migrate"))
    assert line.startswith("storage.url: PostgreSQL does not let us in")
    assert "pw-secret" not in line


# --- usage ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ("nope",),
        ("invite",),
        ("invite", "office", "more"),
        ("invite", "office", "--nme", "x"),
        ("import", "nobody", "x"),
        ("demo", "--port", "many"),
        ("scheme", "check"),
        ("export", "letters"),
    ],
)
def test_a_mistyped_command_is_one_line_that_names_the_help(run: Run, arguments: tuple[str, ...]) -> None:
    assert refused(run(*arguments)).endswith("See lianxin --help.")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("invite",), "命令不完整：还要写 ROLE。"),
        (("session", "15", "3"), "命令不完整：还要写 --from。"),
        (("invite", "office", "--nmae", "周敏"), "没有 --nmae，是不是 --name？"),
        (("migrate", "--swiftly"), "没有 --swiftly 这个选项。"),
        (("foo",), "没有“foo”这个命令。"),
        (("invit", "office"), "没有 invit，是不是 invite？"),
        (("restore", "."), ".：这是文件夹，不是文件"),
        (("restore", "none"), "none：没有这个文件或文件夹"),
        (("backup", "none/copy"), "none/copy：没有这个文件或文件夹"),
        (("export", "letters", "none/x.csv"), "none/x.csv：写不进去（没有这个文件或文件夹）"),
        (("copy", "--to", "sqlite:///lianxin.db"), "--to：这就是现在用的数据库，不能搬给自己"),
    ],
)
def test_a_chinese_office_reads_chinese(ready: Path, run: Run, arguments: tuple[str, ...], said: str) -> None:
    (ready / "config.toml").write_text(CONFIG.replace('"en"', '"zh"'), "utf-8")
    assert refused(run(*arguments)).removesuffix("用 lianxin --help 查看用法。") == said


def test_a_database_in_use_is_said_in_chinese(ready: Path, run: Run) -> None:
    (ready / "config.toml").write_text(CONFIG.replace('"en"', '"zh"'), "utf-8")
    assert run("backup", "copy").code == 0
    with only_process(f"sqlite:///{ready / 'lianxin.db'}"):
        said = refused(run("restore", "copy", "--overwrite"))
    assert said == f"{ready / 'lianxin.db.lock'}：另一个连心桥正在使用这个数据库，请先停下它"


@pytest.mark.parametrize("fault", ["SQLITE_READONLY", "SQLITE_FULL", "SQLITE_IOERR_WRITE"])
def test_what_the_disk_refuses_is_one_line_and_our_own_mistake_is_not(fault: str) -> None:
    refused_by_disk = sqlite3.OperationalError("attempt to write")
    refused_by_disk.sqlite_errorname = fault
    assert [text.key for text in cli.sentences(refused_by_disk)] == ["database-not-usable"]
    refused_by_disk.sqlite_errorname = "SQLITE_ERROR"
    assert cli.sentences(refused_by_disk) == []


def test_what_postgres_does_not_let_its_user_do_is_one_line_and_our_own_mistake_is_not() -> None:
    not_let = asyncpg.exceptions.InsufficientPrivilegeError("permission denied for table people")
    assert [text.key for text in cli.sentences(not_let)] == ["database-not-usable"]
    assert cli.sentences(asyncpg.exceptions.UndefinedColumnError("column x")) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_what_root_does_for_the_bot_leaves_its_files_to_the_bot(ready: Path, run: Run) -> None:
    (ready / "config.toml").write_text(CONFIG + '[security]\nkey_file = "lianxin.key"\n', "utf-8")
    assert run("keys", "new").code == 0
    assert run("keys", "rotate").code == 0
    assert run("backup", "copy").code == 0
    for name in ("lianxin.db", "lianxin.key", "lianxin.db.lock"):
        os.chown(ready / name, 65534, 65534)
    (ready / "lianxin.db.lock").unlink()
    assert run("keys", "rotate").code == 0
    assert run("restore", "copy", "--overwrite").code == 0
    owners = {name: (ready / name).stat().st_uid for name in ("lianxin.db", "lianxin.key", "lianxin.db.lock")}
    assert set(owners.values()) == {65534}


def test_the_help_names_every_command(run: Run) -> None:
    groups = {path.rpartition(" ")[0] for path, _ in COMMANDS}
    shown = {group: run(*group.split(), "--help").out for group in groups}
    for path, _ in COMMANDS:
        group, _, name = path.rpartition(" ")
        assert f" {name} " in shown[group]


def test_other_commands_do_not_wait_for_python_telegram_bot() -> None:
    import subprocess

    code = "import bot.cli, sys; print([name for name in ('telegram', 'sqlalchemy', 'pygal') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=HOME, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_whoever_stops_reading_is_not_shown_a_traceback() -> None:
    import subprocess

    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "bot", "scheme", "explain", "example"]
    done = subprocess.run(command, cwd=HOME, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (cli.NOT_READ_ON, "")


def test_the_language_is_the_committees_or_the_locales(desk: Path) -> None:
    chinese, english = {"LANG": "zh_CN.UTF-8"}, {"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}
    assert language_for([], chinese) == "zh"
    assert language_for([], english) == "en"
    assert language_for([], {}) == "en"
    (desk / "config.toml").write_text('[committee]\nlanguage = "en"', "utf-8")
    assert language_for(["check"], chinese) == "en"
    (desk / "other.toml").write_text('[committee]\nlanguage = "zh"', "utf-8")
    assert language_for(["check", "--config", "other.toml"], english) == "zh"
    assert language_for(["check", "--config=other.toml"], english) == "zh"
    (desk / "other.toml").write_text("committee = 3", "utf-8")
    assert language_for(["check", "--config=other.toml"], chinese) == "zh"


# --- invite -----------------------------------------------------------------------------------------------------------


def test_invite_prints_a_link_even_when_telegram_is_not_reached(ready: Path, run: Run) -> None:
    said = run("invite", "member", "--name", "孙丽")
    assert said.code == 0
    (link,) = said.lines
    assert link.startswith(f"https://t.me/{PLACEHOLDER}?start=join_")
    assert PLACEHOLDER in said.err
    with sqlite3.connect(ready / "lianxin.db") as db:
        assert db.execute("SELECT name FROM people").fetchall() == [("孙丽",)]
        assert link.rpartition("_")[2] not in str(db.execute("SELECT * FROM invitations").fetchall())
    db.close()


def test_invite_knows_five_roles(ready: Path, run: Run) -> None:
    for role in ("office", "member", "leader", "staff", "department"):
        assert "?start=join_" in run("invite", role).out
    assert refused(run("invite", "boss")).endswith("expected one of: office, member, leader, staff, department")


def test_a_name_that_several_have_is_told_apart_in_the_answer(ready: Path, run: Run) -> None:
    rows = (("王伟", "经济界", "13800000011"), ("王伟", "教育界", "13800000022"))
    run("import", "members", str(list_of_members(ready / "list.xlsx", *rows)))
    said = run("invite", "member", "--name", "王伟")
    assert said.code == 1
    assert "经济界" in said.err
    assert "ends in 0022" in said.err
    assert run("invite", "member", "--name", "王伟 教育界").code == 0


# --- import and export ------------------------------------------------------------------------------------------------


def test_members_go_in_and_come_out_as_they_were(ready: Path, run: Run) -> None:
    file = list_of_members(ready / "list.xlsx", ("孙丽", "医卫界", 13800000001.0), ("何涛", "经济界", ""))
    assert run("import", "members", str(file)).out.startswith("Imported: 2 added")
    for ending in ("xlsx", "csv", "json"):
        assert run("export", "members", f"out.{ending}").out.startswith("2 rows exported")
    rows = json.loads((ready / "out.json").read_text("utf-8"))
    assert [(row["name"], row["sector"], row["phone"]) for row in rows] == [
        ("孙丽", "医卫界", "13800000001"),
        ("何涛", "经济界", None),
    ]
    for ending in ("xlsx", "csv"):
        assert run("import", "members", f"out.{ending}").out.startswith("Imported: 0 added, 0 updated, 2 unchanged")


def test_an_import_with_mistakes_tells_each_row_and_takes_nothing(ready: Path, run: Run) -> None:
    file = list_of_members(ready / "list.xlsx", ("孙丽", "医卫界", ""), ("何涛", "", ""), ("", "经济界", "12"))
    said = run("import", "members", str(file))
    assert said.code == 1
    assert [line.split(":")[0] for line in said.err.splitlines()] == ["Row 3", "Row 4", "Row 4", "3 mistakes"]
    assert run("export", "members", "out.csv").out.startswith("0 rows")


def test_units_people_go_in_are_invited_and_come_out_as_they_were(ready: Path, run: Run) -> None:
    with xlsxwriter.Workbook(str(ready / "units.xlsx")) as book:
        page = book.add_worksheet()
        for number, row in enumerate((["单位", "姓名", "手机", "职务"], ["城北镇工委", "孙平", 13800000001.0, "主任"])):
            page.write_row(number, 0, row)
    assert run("import", "units", "units.xlsx").out.startswith("Imported: new units 1; people: 1 added")
    assert run("export", "units", "out.xlsx").out.startswith("1 row exported")
    assert "new units 0; people: 0 added, 0 updated, 1 unchanged" in run("import", "units", "out.xlsx").out
    assert "孙平 (城北镇工委 主任) https://t.me/" in run("invite", "staff", "--all").out
    assert run("invite", "staff", "--all", "--file", "slips.docx").out.startswith("Slips written: 1 (")
    assert "nobody is left" in refused(run("invite", "department", "--all")).lower()


@pytest.mark.parametrize(
    ("file", "told"), [("none.xlsx", "no such file"), ("list.pdf", "expected one of these endings")]
)
def test_a_list_that_can_not_be_read_is_one_line(ready: Path, run: Run, file: str, told: str) -> None:
    (ready / "list.pdf").write_bytes(b"%PDF")
    assert told in refused(run("import", "members", file)).lower()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("names", "x.csv"), "expected one of: letters, visits, members, units, contacts"),
        (("letters", "x.docx"), "expected one of these endings: .xlsx .csv .json"),
        (("letters", "none/x.csv"), "can’t be written (there is no such file or folder)"),
    ],
)
def test_an_export_that_can_not_be_is_one_line(ready: Path, run: Run, arguments: tuple[str, ...], told: str) -> None:
    assert told in refused(run("export", *arguments))


# --- schemes ----------------------------------------------------------------------------------------------------------


def test_a_scheme_is_explained_with_the_source_of_each_figure(run: Run) -> None:
    said = run("scheme", "explain", "jingjiang-2014").out
    assert "确定联系对象（界别群众、社会群众）5 至 6 个。依据：靖协发〔2014〕7号 三（一）" in said
    assert "4 月 15 日前，委员：将《登记表》" in said
    assert "提前 14、2 天提醒" in said
    assert said.count("依据：") >= 10
    assert "{" not in said
    assert "建议教育谈话（由办公室决定）：全年任务没有完成。依据：靖江市政协领导" in said
    example = run("scheme", "explain", "example").out
    assert "· 计分表是示例，没有文件依据。" in example
    assert "· 来信超期（10 个工作日内）：每封扣 1 分，最多扣 5 分" in example
    assert "2017年2–3月：走访企业家委员" in run("scheme", "explain", "xishan-2017").out
    assert (
        "5 to 6. Source: 靖协发〔2014〕7号 三（一）"
        in run("scheme", "explain", "jingjiang-2014", "--language", "en").out
    )


def test_every_shipped_scheme_is_sound_and_can_be_explained(run: Run) -> None:
    for file in sorted((HOME / "schemes").glob("*.toml")):
        assert "is sound" in run("scheme", "check", str(file)).out
        assert run("scheme", "explain", str(file)).code == 0


def test_a_scheme_that_is_not_sound_is_one_line(desk: Path, run: Run) -> None:
    (desk / "mine.toml").write_text('name = "x"')
    said = run("scheme", "check", "mine.toml")
    assert said.code == 1
    assert all(line.startswith("scheme: mine.toml: ") for line in said.err.splitlines())
    assert "none.toml" in refused(run("scheme", "explain", "none.toml"))


# --- check and run, with Telegram on the other side -------------------------------------------------------------------


@pytest.fixture
async def telegram() -> AsyncIterator[Sandbox]:
    server = await Sandbox.start(token=TOKEN)
    yield server
    await server.stop()


def settle(desk: Path, server: Sandbox, *more: str) -> None:
    content = CONFIG.replace("http://127.0.0.1:9/bot", f"{server.url}/bot")
    content += f'base_file_url = "{server.url}/file/bot"\n'
    (desk / "config.toml").write_text("\n".join([content, *more]), "utf-8")


async def start(*arguments: str) -> asyncio.subprocess.Process:
    environment = os.environ | {"PYTHONPATH": str(HOME)}
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *arguments, stdout=pipe, stderr=pipe, env=environment
    )


async def ended(process: asyncio.subprocess.Process) -> Said:
    out, err = await asyncio.wait_for(process.communicate(), 40)
    return Said(process.returncode or 0, out.decode(), err.decode())


async def test_check_says_ok_to_everything_that_is_in_order(desk: Path, telegram: Sandbox) -> None:
    settle(desk, telegram)
    await migrate(f"sqlite:///{desk}/lianxin.db")
    said = await ended(await start("check"))
    assert said.err == ""
    assert [line.split()[0:2] for line in said.lines] == [
        ["ok", "configuration:"],
        ["ok", "token:"],
        ["ok", "clock:"],
        ["ok", "database:"],
        ["ok", "personal"],
        ["ok", "scheme:"],
        ["ok", "fonts:"],
    ]
    assert said.code == 0


async def test_check_says_of_each_thing_what_to_do(desk: Path, telegram: Sandbox) -> None:
    settle(desk, telegram, '[scheme]\nname = "ours"')
    await telegram.stop()
    said = await ended(await start("check"))
    assert said.code == 1
    wrong = [line.split(":")[0] for line in said.lines if line.startswith("not ok")]
    assert wrong == ["not ok  token", "not ok  clock", "not ok  database", "not ok  scheme"]
    assert TOKEN not in said.out + said.err


async def test_check_knows_a_wrong_token(desk: Path, telegram: Sandbox) -> None:
    settle(desk, telegram)
    text = (desk / "config.toml").read_text("utf-8").replace(TOKEN, "999:another-bot")
    (desk / "config.toml").write_text(text, "utf-8")
    said = await ended(await start("check"))
    assert "Telegram does not know it" in said.out


async def test_invite_asks_telegram_for_the_bots_name(desk: Path, telegram: Sandbox) -> None:
    settle(desk, telegram)
    await migrate(f"sqlite:///{desk}/lianxin.db")
    async with SandboxClient(telegram.url) as client:
        name = (await client.state())["bot"]["username"]
    said = await ended(await start("invite", "office", "--name", "周敏"))
    assert said.err == ""
    assert said.out.startswith(f"https://t.me/{name}?start=join_")


@pytest.mark.timeout(120)
async def test_run_answers_and_stops_cleanly_on_sigterm(desk: Path, telegram: Sandbox) -> None:
    settle(desk, telegram, '[logging]\nlevel = "debug"\nformat = "json"')
    await migrate(f"sqlite:///{desk}/lianxin.db")
    process = await start("run")
    async with SandboxClient(telegram.url) as client:
        wang = await client.person("王秀英")
        await wang.say("/start")
        await wang.sees("政协示例县委员会", timeout=30)
        await wang.say("请帮我看看病，我的电话是 13812345678")
        await wang.sees("想写给谁", timeout=30)
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    said = await ended(process)
    assert time.monotonic() - began < 10
    assert said.code == 0, said.err
    events = [json.loads(line) for line in said.err.splitlines()]
    assert {"running", "stopped"} <= {event["event"] for event in events}
    for secret in (TOKEN, "王秀英", "13812345678", "看看病"):
        assert secret not in said.err


@pytest.mark.timeout(120)
async def test_a_second_run_on_the_same_database_is_refused(desk: Path, telegram: Sandbox) -> None:
    settle(desk, telegram)
    await migrate(f"sqlite:///{desk}/lianxin.db")
    first = await start("run")
    async with SandboxClient(telegram.url) as client:
        wang = await client.person("王秀英")
        await wang.say("/start")
        await wang.sees("政协示例县委员会", timeout=30)
    second = await ended(await start("run"))
    first.send_signal(signal.SIGTERM)
    await ended(first)
    assert "another lianxin" in refused(second)
