"""Figures as a table of plain text: rows are what was measured, columns who; medians with lowest and highest."""

from collections.abc import Callable, Mapping, Sequence
from statistics import median

from bench.load import percentile
from bench.runs import Figures

LABEL = 34
COLUMN = 26

Figure = Callable[[Figures], float | None]

ROWS: tuple[tuple[str, Figure, str], ...] = (
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
    ("bot's core busy, %", lambda run: 100 * run.busy_bot / run.done.seconds, "{:.0f}"),
    ("sandbox's core busy, %", lambda run: 100 * run.busy_rest / run.done.seconds, "{:.0f}"),
)


def _ms(seconds: Sequence[float], part: float) -> float | None:
    return percentile(seconds, part) * 1000 if seconds else None


def table(runs: Mapping[str, Sequence[Figures]]) -> str:
    """One row for each figure, one column for each bot."""
    lines = [" " * LABEL + "".join(f"{name:>{COLUMN}}" for name in runs)]
    lines += [
        f"{label:<{LABEL}}" + "".join(_cell(figure, form, of) for of in runs.values()) for label, figure, form in ROWS
    ]
    return "\n".join(lines)


def ratios(runs: Mapping[str, Sequence[Figures]], ours: str) -> str:
    """Ours to each other's updates a second, round by round."""
    return "\n".join(
        f"{f'{ours} ÷ {name}':<{LABEL}}{_spread(each, '{:.2f}'):>{COLUMN}}   by round: "
        + " ".join(f"{ratio:.2f}" for ratio in each)
        for name, of in runs.items()
        if name != ours
        for each in [[a.updates_per_second / b.updates_per_second for a, b in zip(runs[ours], of, strict=True)]]
    )


def _cell(figure: Figure, form: str, of: Sequence[Figures]) -> str:
    values = [value for run in of if (value := figure(run)) is not None]
    return f"{_spread(values, form) if values else '–':>{COLUMN}}"


def _spread(values: Sequence[float], form: str) -> str:
    low, middle, high = (form.format(value) for value in (min(values), median(values), max(values)))
    return f"{middle} ({low}–{high})"
