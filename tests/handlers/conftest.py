"""Handlers are tested on SQLite; what differs between the engines is tested in services and storage."""

import pytest


@pytest.fixture
def engine() -> str:
    return "sqlite"
