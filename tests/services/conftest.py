"""A second process at the same database."""

from collections.abc import AsyncIterator

import pytest

from storage.db import Db, open_db
from tests.conftest import TestClock


@pytest.fixture
async def other_process(url: str, clock: TestClock) -> AsyncIterator[Db]:
    database = await open_db(url, clock)
    yield database
    await database.close()
