"""A second process at the same database."""

from collections.abc import AsyncIterator

import pytest

from storage.db import Db, open_db
from tests.conftest import TestClock
from tests.keys import SEAL


@pytest.fixture
async def other_process(url: str, clock: TestClock) -> AsyncIterator[Db]:
    database = await open_db(url, clock, SEAL)
    yield database
    await database.close()
