"""The dashboard asks for figures that there are."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

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
