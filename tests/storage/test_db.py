"""One SQL text, the same types on both engines."""

import asyncio
from datetime import UTC, date, datetime

import pytest

from storage import people
from storage.db import Db, Tx
from storage.schema import metadata
from tests.cast import Cast


async def test_the_cast_is_known_on_both_engines(tx: Tx, cast: Cast) -> None:
    assert [member.name for member in await people.members(tx)] == ["李建国", "赵明"]
    assert await people.address(tx, cast.wang.id) == (1001, "zh")
