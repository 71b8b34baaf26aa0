"""Rows of buttons: two beside each other, and the one that turns the page of a list."""

from collections.abc import Sequence
from typing import TypeVar

from services.outbox import Button

Listed = TypeVar("Listed")


def in_pairs(buttons: Sequence[Button]) -> list[list[Button]]:
    """Two in a row: as wide as a thumb on a narrow phone."""
    return [list(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]


def page_of(everything: Sequence[Listed], start: int, size: int, route: str) -> tuple[list[Listed], list[list[Button]]]:
    """So many of a list from ``start`` on; and the row with the button for more, or no row where the list ends.

    ``route``: what that button does, but for its last argument, which is where the next page starts.
    """
    after = start + size
    more = [[Button("button-more", f"{route}:{after}")]] if everything[after:] else []
    return list(everything[start:after]), more
