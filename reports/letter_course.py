"""The course of a letter for the documents, made of the tables in ``domain.letters``: its states as a picture and as a
table, its deadlines and pauses.

``python -m reports.letter_course`` writes docs/letters.md and docs/images/letter-states.svg; a test holds
them up to date.
"""

import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

from domain.letters import CHASES, MAY_BECOME, OVER, UNREAD, URGE_PAUSE, ChaseStep, LetterState, Outcome
from domain.settings import Mailbox
from reports.canvas import Canvas
from texts import Text, Texts

DOCS = Path(__file__).resolve().parent.parent / "docs"
TABLES, PICTURE = DOCS / "letters.md", DOCS / "images" / "letter-states.svg"

_WIDTH, _HEIGHT = 1060, 660
_NODE_WIDTH, _NODE_HEIGHT = 176, 56
_OPEN_BOX = (30, 30, 690, 600)
"""Around the states in which someone has something to do: left, top, width, height."""
_INK, _GREY, _BLUE, _ORANGE = "#1f2933", "#8492a6", "#2b6cb0", "#c05621"

_RING = ("reopened", "received", "read", "answered", "waiting", "forwarded")
"""Clockwise from the upper right; on a ring no line between two runs through a third."""
_PLACES: dict[str, tuple[float, float]] = {
    **{
        name: (375 + 235 * math.cos(math.radians(60 * place - 30)), 330 + 230 * math.sin(math.radians(60 * place - 30)))
        for place, name in enumerate(_RING)
    },
    "settled": (930, 130),
    "withdrawn": (930, 330),
    "returned": (930, 530),
}


def picture(texts: Texts) -> str:
    """Every step that ``MAY_BECOME`` allows, as SVG. What all open states may become is one arrow from their box."""
    canvas = Canvas(_WIDTH)
    left, top, width, height = _OPEN_BOX
    canvas.box(left, top, width, height, "#f5f9ff", "#bcd4ee")
    for first, second in _pairs():
        _arrow(canvas, first, second, _GREY, both=first in MAY_BECOME[second])
    for end in sorted(OVER):
        if all(end in MAY_BECOME[state] for state in _open()):
            x, y = _PLACES[end]
            canvas.arrow(left + width, y - 12, x - _NODE_WIDTH / 2, y - 12, _BLUE)
        for following in sorted(MAY_BECOME[end]):
            _arrow(canvas, end, following, _ORANGE)
    for state in LetterState:
        _node(canvas, state, texts)
    return canvas.svg(_HEIGHT)


def _open() -> frozenset[LetterState]:
    return frozenset(LetterState) - OVER


def _pairs() -> list[tuple[LetterState, LetterState]]:
    """Open states of which one may follow the other; each pair once, the first may become the second."""
    states = sorted(_open())
    return [
        (one, other) if other in MAY_BECOME[one] else (other, one)
        for place, one in enumerate(states)
        for other in states[place + 1 :]
        if other in MAY_BECOME[one] or one in MAY_BECOME[other]
    ]


def _node(canvas: Canvas, state: LetterState, texts: Texts) -> None:
    x, y = _PLACES[state]
    fill = "#e2e8f0" if state in OVER else "#fefcbf" if state in UNREAD else "#ffffff"
    canvas.box(x - _NODE_WIDTH / 2, y - _NODE_HEIGHT / 2, _NODE_WIDTH, _NODE_HEIGHT, fill, _INK)
    canvas.text_amid(x, y - 3, texts.plain("zh", Text(f"letter-state-{state}")), 17, _INK)
    canvas.text_amid(x, y + 18, state.value, 13, _GREY)


def _arrow(canvas: Canvas, start: LetterState, end: LetterState, ink: str, *, both: bool = False) -> None:
    (x, y), (to_x, to_y) = _PLACES[start], _PLACES[end]
    begin_x, begin_y = _edge(x, y, to_x, to_y)
    end_x, end_y = _edge(to_x, to_y, x, y)
    canvas.arrow(begin_x, begin_y, end_x, end_y, ink, both=both)


def _edge(x: float, y: float, to_x: float, to_y: float) -> tuple[float, float]:
    """Where the line to another place leaves the node at this one."""
    dx, dy = to_x - x, to_y - y
    across = _NODE_WIDTH / 2 / abs(dx) if dx else math.inf
    down = _NODE_HEIGHT / 2 / abs(dy) if dy else math.inf
    part = min(across, down)
    return x + dx * part, y + dy * part


# --- the document -----------------------------------------------------------------------------------------------------


def document(texts: Texts) -> str:
    """docs/letters.md."""
    outcomes = ", ".join(f"{texts.plain('zh', Text(f'outcome-{each}'))} (`{each}`)" for each in Outcome)
    return f"""\
# The course of a letter

Made by `python -m reports.letter_course` from the tables in `domain/letters.py`; a test holds it up to date.

![The states of a letter, and what may follow what](images/letter-states.svg)

Blue: what every open letter may become. Orange: how what is over goes on. Yellow: something waits to be read.

{_table(("state", "中文", "may become"), (_state(state, texts) for state in LetterState))}

A settled letter says what came of it: {outcomes}.

## Deadlines and pauses

{_table(("`[mailbox]`", "default", "what for"), (_default(key, what) for key, what in _LIMITS.items()))}

{_table(("reminder", "to", "workdays from the deadline, by default"), (_reminder(step) for step in CHASES))}

The writer may press 催一下 once every {URGE_PAUSE.days} days.
All of these are the software's own defaults; no document of a committee names them.
"""


_LIMITS: Mapping[str, str] = {
    "answer_within_workdays": "the holder's next word",
    "settle_within_workdays": "the end; off while the writer is asked",
    "remind_before_workdays": "the first reminder, before the deadline",
    "chase_pause_workdays": "between holder, unit and office",
    "reopen_within_days": "writing on opens the letter, later begins a new one",
}


def _state(state: LetterState, texts: Texts) -> tuple[str, ...]:
    following = ", ".join(f"`{next_}`" for next_ in LetterState if next_ in MAY_BECOME[state])
    return f"`{state}`", texts.plain("zh", Text(f"letter-state-{state}")), following


def _default(key: str, what: str) -> tuple[str, ...]:
    return f"`{key}`", str(getattr(Mailbox(), key)), what


def _reminder(step: ChaseStep) -> tuple[str, ...]:
    limits = Mailbox()
    days = step.after + step.pauses * limits.chase_pause_workdays - step.before * limits.remind_before_workdays
    return f"`{step.name}`", step.whom.value, f"{days:+d}"


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, ("---",) * len(heads), *rows))


def main() -> None:
    texts = Texts.load(ZoneInfo("Asia/Shanghai"))
    TABLES.write_text(document(texts), "utf-8")
    PICTURE.write_text(picture(texts), "utf-8")


if __name__ == "__main__":
    main()
