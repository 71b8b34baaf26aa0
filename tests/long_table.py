"""What the long run ends with: a row for each fault that was tried, with its seed and how long it went on."""

from collections.abc import Iterable

import pytest

HEAD = f"{'outcome':<9}{'seconds':>8}  {'seed':>6}  what was tried"


def rows(reports: Iterable[pytest.TestReport]) -> list[str]:
    """In the order of their names; the seed where there is one."""
    return [HEAD, *(_row(report) for report in sorted(reports, key=lambda each: each.nodeid))]


def _row(report: pytest.TestReport) -> str:
    seed = dict(report.user_properties).get("seed", "–")
    _, _, name = report.nodeid.rpartition("::test_")
    return f"{report.outcome:<9}{report.duration:>8.1f}  {seed!s:>6}  {name.replace('_', ' ')}"
