"""Members found by what people say of them."""

import pytest

from services.finding import Finder
from storage import people
from storage.db import Tx
from tests.cast import Cast


async def test_an_exact_name_comes_first_then_names_then_sectors_and_units(tx: Tx, cast: Cast) -> None:
    li = cast.li_member
    finder = Finder(tx)
    assert [one.name for one in await finder.containing(li.name, 9)] == [li.name]
    assert li in await finder.containing(li.sector, 9)
    assert len(await finder.containing("", 1)) == 1


async def test_who_serves_is_read_once_however_often_is_looked(
    tx: Tx, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []
    directory = people.directory

    async def counted(tx: Tx) -> list[people.Listed]:
        read.append(tx)
        return await directory(tx)

    monkeypatch.setattr(people, "directory", counted)
    finder = Finder(tx)
    assert (await finder.find(cast.li_member.name)).members == [cast.li_member]
    assert read == []
    for words in (cast.li_member.name[:2], cast.zhao_member.name[0], "路灯坏了，晚上没有人敢出门"):
        await finder.find(words)
    assert len(read) == 1
