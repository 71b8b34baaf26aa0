"""The benchmarks run: a few letters, one round, and the table has its rows."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from bench.soak import Minute, verdict
from bench.table import ROWS

ROOT = Path(__file__).resolve().parent.parent.parent


def test_the_letters_benchmark_prints_its_table() -> None:
    # A process of its own, because it keeps to one core.
    asked = ["--letters", "4", "--people", "2", "--rounds", "1", "--no-warm-up"]
    done = subprocess.run([sys.executable, "-m", "bench.letters", *asked], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    for label, _, _ in ROWS:
        assert label in done.stdout
    assert "lianxin ÷ PTB echo" in done.stdout
    assert "synchronous=FULL" in done.stdout


def test_the_search_benchmark_prints_its_table() -> None:
    asked = ["--letters", "300", "--rounds", "1"]
    done = subprocess.run([sys.executable, "-m", "bench.search", *asked], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    for label in ("office: common words", "member: rare words", "office: a number"):
        assert label in done.stdout
    assert "SQLite: highest p95" in done.stdout
    assert "PostgreSQL: highest p95" in done.stdout or "PostgreSQL was not measured" in done.stdout


def test_the_start_benchmark_prints_its_table() -> None:
    asked = ["--rounds", "1", "--no-warm-up", "--alone"]
    done = subprocess.run([sys.executable, "-m", "bench.start", *asked], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    for label in ("lianxin", "process start to first answer", "memory at rest"):
        assert label in done.stdout


def test_the_reminders_benchmark_sends_what_was_claimed() -> None:
    asked = ["--members", "100", "--rounds", "1", "--seconds", "2", "--people", "2"]
    done = subprocess.run([sys.executable, "-m", "bench.reminders", *asked], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    for label in ("computed and claimed", "idle", "question to answer, p99"):
        assert label in done.stdout
    sent = re.search(r"messages a second +([\d.]+) of 28", done.stdout)
    assert sent is not None
    assert float(sent[1]) > 5


def test_the_soak_tells_minute_by_minute() -> None:
    asked = ["--minutes", "1", "--every", "1.5", "--people", "2"]
    done = subprocess.run([sys.executable, "-m", "bench.soak", *asked], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "each there once" in done.stdout
    assert "queues empty" in done.stdout
    assert "memory since the warm-up" in done.stdout


@pytest.mark.parametrize(
    ("memory", "fits"), [((100, 105, 109), True), ((100, 100, 111), False), ((120, 110, 130), True)]
)
def test_memory_may_not_grow_by_more_than_a_tenth_after_the_warm_up(memory: tuple[float, ...], fits: bool) -> None:
    minutes = [Minute(1, 0.1, 0.1, each, 1.0) for each in memory]
    assert verdict(minutes)[0] is fits


def test_the_totals_benchmark_prints_its_table() -> None:
    asked = ["--members", "5", "20", "--rounds", "1"]
    done = subprocess.run([sys.executable, "-m", "bench.totals", *asked], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    for label in ("SQLite, 5 members", "SQLite, 20 members", "bulletin of all", "4 times the members"):
        assert label in done.stdout
    assert "PostgreSQL, 20 members" in done.stdout or "PostgreSQL was not measured" in done.stdout
