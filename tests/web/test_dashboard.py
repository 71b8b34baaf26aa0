"""The dashboard asks for figures that there are."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.standing import Queue
from web.figures import Figures
from web.metrics import Stock, exposition

DASHBOARD = Path(__file__).resolve().parents[2] / "docs" / "dashboard.json"


def shown() -> str:
    """The page of a house in which everything has happened once."""
    figures, empty = Figures(), Queue(0, None, 0)
    figures.update_handled("command:write", 0.1, "done")
    figures.message_landed("answer", "sent")
    figures.telegram_refused("429")
    stock = Stock(datetime(2026, 3, 16, tzinfo=UTC), empty, empty, 0, {("monthly", "sent"): 1}, 1)
    return exposition(figures, stock).decode()


def test_every_figure_and_label_of_the_dashboard_is_there() -> None:
    page = shown()
    panels = json.loads(DASHBOARD.read_text("utf-8"))["panels"]
    assert len(panels) == len({panel["title"] for panel in panels}) > 7
    for query in (target["expr"] for panel in panels for target in panel["targets"]):
        for figure in re.findall(r"(?:lianxin|process)_\w+", query):
            assert re.search(rf"^{figure}[ {{]", page, re.MULTILINE), figure
        for labels in re.findall(r"by \(([^)]*)\)", query):
            assert all(f'{label.strip()}="' in page for label in labels.split(",")), query


ASKED_FOR = {
    "inbox lag": ("lianxin_inbox_waiting",),
    "outbox lag": ("lianxin_outbox_waiting",),
    "age of the oldest": ("lianxin_inbox_oldest_seconds", "lianxin_outbox_oldest_seconds"),
    "handling time by route": ("lianxin_handling_seconds_bucket",),
    "refusals by Telegram": ("lianxin_telegram_refusals_total",),
    "parked rows": ("lianxin_inbox_parked", "lianxin_outbox_parked"),
    "reminders sent": ("lianxin_reminders",),
}
"""What someone outside must be able to see, whatever else there is."""


@pytest.mark.parametrize("what", ASKED_FOR)
def test_what_is_watched_from_outside_is_told_and_stands_on_the_dashboard(what: str) -> None:
    page, panels = shown(), json.loads(DASHBOARD.read_text("utf-8"))["panels"]
    queries = " ".join(target["expr"] for panel in panels for target in panel["targets"])
    for figure in ASKED_FOR[what]:
        assert re.search(rf"^{figure}[ {{]", page, re.MULTILINE), figure
        assert re.search(rf"\b{figure}\b", queries), figure


def test_handling_time_is_told_by_route_and_refusals_by_what_telegram_said() -> None:
    page = shown()
    assert re.search(r'^lianxin_handling_seconds_bucket\{[^}]*route="command:write"', page, re.MULTILINE)
    assert re.search(r'^lianxin_telegram_refusals_total\{[^}]*status="429"', page, re.MULTILINE)
