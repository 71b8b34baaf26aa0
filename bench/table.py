"""Figures as a table of plain text: rows are what was measured, columns who; medians with lowest and highest."""

from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import TypeVar

from bench.load import percentile
from bench.runs import Figures

F = TypeVar("F")
Figure = Callable[[F], float | None]
Rows = Sequence[tuple[str, Figure[F], str]]

ROWS: Rows[Figures] = (
    ("updates a second", lambda run: run.updates_per_second, "{:,.0f}"),
    ("letters a second", lambda run: run.letters_per_second, "{:,.1f}"),
    ("calls of the Bot API a second", lambda run: run.calls / run.done.seconds, "{:,.0f}"),
    ("update to answer, p50, ms", lambda run: _ms(run.done.waits, 0.50), "{:,.1f}"),
    ("update to answer, p99, ms", lambda run: _ms(run.done.waits, 0.99), "{:,.1f}"),
    ("submitted to member told, p50, ms", lambda run: _ms(run.done.told, 0.50), "{:,.1f}"),
    ("submitted to member told, p99, ms", lambda run: _ms(run.done.told, 0.99), "{:,.1f}"),
    ("process start to first answer, s", lambda run: run.start_seconds, "{:.2f}"),
    ("memory at rest, MB", lambda run: run.rest_mb, "{:.0f}"),
    ("memory at the end, MB", lambda run: run.end_mb, "{:.0f}"),
    ("processor time for an update, ms", lambda run: 1000 * run.busy_per_update, "{:.2f}"),
    ("bot's core busy, %", lambda run: 100 * run.busy_bot / run.done.seconds, "{:.0f}"),
    ("sandbox's core busy, %", lambda run: 100 * run.busy_rest / run.done.seconds, "{:.0f}"),
)


RATIOS: tuple[tuple[str, Callable[[Figures], float]], ...] = (
    ("updates a second", lambda run: run.updates_per_second),
    ("processor time for an update", lambda run: run.busy_per_update),
)


def _ms(seconds: Sequence[float], part: float) -> float | None:
    return percentile(seconds, part) * 1000 if seconds else None


def table(runs: Mapping[str, Sequence[F]], rows: Rows[F]) -> str:
    """One row for each figure, one column for each bot."""
    columns = [[name, *(_cell(figure, form, of) for _, figure, form in rows)] for name, of in runs.items()]
    return _aligned([["", *(label for label, _, _ in rows)], *columns])


def ratios(runs: Mapping[str, Sequence[Figures]], ours: str, theirs: Sequence[str]) -> str:
    """Ours to theirs: the median, then round by round."""
    return "\n".join(
        f"{ours} ÷ {name}, {what}: {_ratio(runs[ours], runs[name], figure)}"
        for name in theirs
        for what, figure in RATIOS
    )


def _ratio(ours: Sequence[Figures], theirs: Sequence[Figures], figure: Callable[[Figures], float]) -> str:
    by_round = [figure(our) / figure(their) for our, their in zip(ours, theirs, strict=True)]
    return f"{median(by_round):.2f}   (by round: {' '.join(f'{ratio:.2f}' for ratio in by_round)})"


def _aligned(columns: Sequence[Sequence[str]]) -> str:
    """The first column to the left, the others to the right."""
    widths = [max(map(len, column)) for column in columns]
    return "\n".join(
        "   ".join(
            [f"{row[0]:<{widths[0]}}", *(f"{cell:>{width}}" for cell, width in zip(row[1:], widths[1:], strict=True))]
        )
        for row in zip(*columns, strict=True)
    )


def _cell(figure: Figure[F], form: str, of: Sequence[F]) -> str:
    values = [value for run in of if (value := figure(run)) is not None]
    return _spread(values, form) if values else "–"


def _spread(values: Sequence[float], form: str) -> str:
    low, middle, high = (form.format(value) for value in (min(values), median(values), max(values)))
    return f"{middle} ({low}–{high})" if len(values) > 1 else middle
