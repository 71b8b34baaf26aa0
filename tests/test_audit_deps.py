"""`make audit-deps`: known faults where they can be looked for, else the hashes; which of the two it was, it says."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

PYTHON = """#!/usr/bin/env bash
case "$*" in
    "-c import pip_audit") exit {installed} ;;
    "-m pip_audit "*) echo -n '{report}' > "${{@: -1}}"; exit {audited} ;;
    "-m pip download "*) echo "hashes of $*"; exit {fetched} ;;
esac
exit 9
"""
"""Stands for an interpreter with or without pip-audit."""

REACHED, NOT_REACHED = '{"dependencies": []}', ""
SKIPPED = '{"dependencies": [{"name": "pillow", "skip_reason": "Dependency not found"}]}'


@pytest.mark.parametrize(
    ("installed", "report", "audited", "fetched", "code", "says"),
    [
        (0, REACHED, 0, 9, 0, "no known faults"),
        (0, REACHED, 1, 9, 1, "FAULT: libraries with known faults"),
        (
            0,
            NOT_REACHED,
            1,
            0,
            0,
            "known faults were not looked for (pip-audit did not reach its data)",
        ),
        (0, NOT_REACHED, 1, 1, 1, "FAULT: not every file"),
        (0, SKIPPED, 0, 0, 0, "known faults were not looked for (pip-audit could not look up 1 of the libraries)"),
        (0, SKIPPED, 1, 9, 1, "FAULT: libraries with known faults"),
        (1, NOT_REACHED, 9, 0, 0, "known faults were not looked for (pip-audit is not installed)"),
        (1, NOT_REACHED, 9, 1, 1, "FAULT: not every file"),
    ],
)
def test_one_of_the_two_is_done_and_it_says_which(
    tmp_path: Path, installed: int, report: str, audited: int, fetched: int, code: int, says: str
) -> None:
    python = tmp_path / "python"
    python.write_text(PYTHON.format(installed=installed, report=report, audited=audited, fetched=fetched))
    python.chmod(0o755)
    done = subprocess.run([ROOT / ".ci" / "audit-deps", python], capture_output=True, text=True)
    assert (done.returncode, says in done.stdout) == (code, True), done.stdout + done.stderr


def test_every_library_of_the_locks_has_its_hashes() -> None:
    for lock in ("requirements.lock", "requirements-dev.lock"):
        entries = (ROOT / lock).read_text("utf-8").replace("\\\n", " ").splitlines()
        libraries = [line for line in entries if line.strip() and not line.lstrip().startswith("#")]
        assert len(libraries) > 20
        assert [line for line in libraries if "==" not in line or "--hash=sha256:" not in line] == []
