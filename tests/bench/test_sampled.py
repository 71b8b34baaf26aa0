"""Which layer a file belongs to, wherever the libraries are installed."""

import json
from types import ModuleType

import aiohttp.client
import pytest
import telegram

from bench.sampled import layer_of, place_of
from services import letters


@pytest.mark.parametrize(
    ("module", "layer"),
    [
        (telegram, "python-telegram-bot"),
        (aiohttp.client, "HTTP to Telegram"),
        (json, "JSON"),
        (letters, "services"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_time_counts_for_the_library_or_room_it_was_spent_in(module: ModuleType, layer: str) -> None:
    assert layer_of(place_of(module.__file__)) == layer
