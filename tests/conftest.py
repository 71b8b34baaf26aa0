"""Both engines, an empty migrated database for each test, a clock that stands where the test puts it."""

import asyncio
import logging
import os
import random
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import structlog
from structlog.dev import ConsoleRenderer, plain_traceback

from bot.logs import QUIET
from storage.db import Db, Tx, open_db
from storage.migrate import migrate
from tests import long_table
from tests.cast import NOW, Cast, settle_in
from tests.keys import SEAL
from tests.missing import skip
from tests.postgres import TEMPLATE, Cluster, find_server

if TYPE_CHECKING:
    from tests.town import Town

IN_MEMORY = Path("/dev/shm")
ROOM = 4 * 2**30


def pytest_configure(config: pytest.Config) -> None:
    """Folders of tests are in memory where there is room for them: no test waits for a disk."""
    if "TMPDIR" not in os.environ and _holds_the_tests(IN_MEMORY):
        os.environ["TMPDIR"] = tempfile.tempdir = str(IN_MEMORY)
    _log_plainly()


def _log_plainly() -> None:
    """structlog's own way draws each variable of each call in a frame: seconds for one traceback."""
    before = structlog.get_config()["processors"][:-1]
    structlog.configure([*before, ConsoleRenderer(exception_formatter=plain_traceback)])


def _holds_the_tests(folder: Path) -> bool:
    """Some tests start a program that they wrote."""
    if not folder.is_dir() or not os.access(folder, os.W_OK) or os.statvfs(folder).f_flag & os.ST_NOEXEC:
        return False
    return shutil.disk_usage(folder).free > ROOM


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="the long version of the tests of faults (make faults)")
    parser.addoption("--fault-seed", type=int, help="repeat the tests of faults with the seed that one printed")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if config.getoption("--long"):
        called = (
            one for kind in ("passed", "failed") for one in terminalreporter.getreports(kind) if one.when == "call"
        )
        for row in long_table.rows(called):
            terminalreporter.write_line(row)


@pytest.fixture
def is_long(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--long"))


@pytest.fixture
def seed(request: pytest.FixtureRequest) -> int:
    given: int | None = request.config.getoption("--fault-seed")
    number = random.randrange(10**6) if given is None else given
    print(f"--fault-seed {number}")  # Shown when the test fails.
    request.node.user_properties.append(("seed", number))
    return number


class TestClock:
    """Stands still until moved."""

    __test__ = False

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture(autouse=True)
def logs_as_before() -> Iterator[None]:
    """What a test sets up for the whole process, `run` among others, never writes into the stream of a later one."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in QUIET}
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)
    structlog.reset_defaults()
    _log_plainly()


@pytest.fixture
def clock() -> TestClock:
    return TestClock(NOW)


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database of the newest version, to be copied."""
    path = tmp_path_factory.mktemp("sqlite") / "empty.db"
    asyncio.run(migrate(f"sqlite:///{path}"))
    return path


@pytest.fixture
def ready_demo(monkeypatch: pytest.MonkeyPatch, migrated_sqlite: Path) -> None:
    """A demo of this test has its empty database at once."""

    async def copied(url: str) -> None:
        shutil.copy(migrated_sqlite, url.removeprefix("sqlite:///"))

    monkeypatch.setattr("bot.demo.house.migrate", copied)


@pytest.fixture(scope="session")
def town(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> "Town":
    """The committee on a morning; each test opens it as it was then."""
    from tests.town import Town  # It imports the whole house, which few tests need.

    return Town(migrated_sqlite, tmp_path_factory.mktemp("town"))


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A PostgreSQL server of our own on loopback, with a migrated template database."""
    server = find_server()
    if server is None:
        skip("PostgreSQL is not installed (its server programs were not found)")
    cluster = Cluster.start(server)
    try:
        asyncio.run(migrate(cluster.create(TEMPLATE)))
        yield cluster
    finally:
        cluster.stop()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def engine(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def url(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty, migrated database on each engine in turn."""
    if engine == "sqlite":
        path = tmp_path / "lianxin.db"
        shutil.copy(request.getfixturevalue("migrated_sqlite"), path)
        yield f"sqlite:///{path}"
    else:
        cluster: Cluster = request.getfixturevalue("postgres")
        address = cluster.lend(alone=request.node.get_closest_marker("alone") is not None)
        yield address
        cluster.take_back(address)


@pytest.fixture
async def db(url: str, clock: TestClock) -> AsyncIterator[Db]:
    database = await open_db(url, clock, SEAL)
    yield database
    await database.close()


@pytest.fixture
async def cast(db: Db) -> Cast:
    async with db.write() as tx:
        return await settle_in(tx)


@pytest.fixture
async def tx(db: Db, cast: Cast) -> AsyncIterator[Tx]:
    """A transaction in a database where the cast is known; rolled back at the end."""
    async with db.write() as transaction:
        yield transaction
