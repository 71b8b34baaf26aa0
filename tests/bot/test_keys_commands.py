"""keys new, rotate and list as they are typed, on both engines, over a house that had been in clear."""

import asyncio
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bot import cli
from domain.keys import KeyRing
from domain.letter_search import Query
from services import letter_search
from storage import audit, contacts, key_file, key_uses, letters, people, resealing, tables
from storage.db import open_db
from storage.seal import AS_STORED, IN_CLEAR, Seal, StoredJson, WithKeys
from tests.bot.test_backup_commands import CONFIG
from tests.cast import settle_in
from tests.raw import everything, found_in
from tests.services.letter_writing import COMMITTEE, write

pytestmark = pytest.mark.alone

SECRETS = ["王秀英", "李建国", "13800000001", "村口的路灯坏了", "城北村"]
KEYED = f'{CONFIG}[storage]\nurl = "{{url}}"\n[security]\nkey_file = "lianxin.key"\n'

Said = tuple[int, list[str]]
Run = Callable[..., Said]


@pytest.fixture
def run(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """In a folder whose configuration names a key file that is not there, over a house in clear."""
    for name in [name for name in os.environ if name.startswith("LIANXIN_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "config.toml").write_text(KEYED.format(url=url), "utf-8")
    asyncio.run(live_in(url))

    def ran(*arguments: str) -> Said:
        code = cli.run(arguments)
        out, err = capsys.readouterr()
        return code, [*out.splitlines(), *err.splitlines()]

    return ran


async def live_in(url: str) -> None:
    """A contact, a letter, and something in the audit log."""
    db = await open_db(url, seal=IN_CLEAR)
    async with db.write() as tx:
        cast = await settle_in(tx)
        await write(tx, cast.wang, cast.li_member)
        await audit.add(tx, cast.zhou.id, "invited", role="member")
        await audit.add(tx, None, "backup")
        row = {"member_id": cast.li_member.id, "name": "王秀英", "kind": "sector", "phone": "13800000001"}
        await tx.run(
            """
            INSERT INTO contacts (member_id, name, kind, phone, address, registered_on)
            VALUES (:member_id, :name, :kind, :phone, '城北村', :today)
            """,
            today=tx.now.date(),
            **row,
        )
    await db.close()


def seal_in(folder: Path) -> WithKeys:
    return WithKeys(key_file.read(folder / "lianxin.key"))


async def keys_used(url: str) -> set[str]:
    """The keys of everything personal, «clear» where there is none."""
    raw = await open_db(url, seal=AS_STORED)
    found = set()
    async with raw.read() as tx:
        for table in tables.in_order():
            async for page in tables.pages(tx, table):
                stored = [row[name] for row in page for name in table.personal if row[name] is not None]
                found |= {_key(value) for value in stored}
    await raw.close()
    return found


def _key(value: object) -> str:
    parts = str(value).split(":") if isinstance(value, str | StoredJson) else []
    return parts[1] if parts[:1] == ["sealed"] else "clear"


async def reads_well(url: str, seal: Seal) -> None:
    """People are found by name, letters by their words, and the audit log holds together."""
    db = await open_db(url, seal=seal)
    async with db.read() as tx:
        (wang,) = await people.named(tx, "王秀英")
        (office,) = await people.named(tx, "周敏")
        found = await letter_search.search(tx, office, Query(("路灯",)), COMMITTEE)
        assert [letter.writer_id for letter in found.letters] == [wang.id]
        chain = await audit.verify(tx)
        assert (chain.rows >= 2, chain.is_whole) == (True, True)
        (contact,) = await contacts.of_all(tx)
        assert (contact.name, contact.phone, contact.address) == ("王秀英", "13800000001", "城北村")
        (letter,) = [await letters.get(tx, 1)]
        assert letter is not None
        assert letter.topic == "村口的路灯坏了"
    await db.close()


def test_a_house_in_clear_is_sealed_and_nothing_of_what_it_was_stays_in_its_files(
    url: str, run: Run, tmp_path: Path
) -> None:
    assert found_in(everything(url), SECRETS) == SECRETS
    assert "lianxin keys new" in run("doctor")[1][0]
    assert run("keys", "new")[0] == 0
    code, (line,) = run("keys", "new")
    assert (code, line.endswith("For a new key run lianxin keys rotate")) == (1, True)
    code, (line,) = run("export", "members", "members.csv")
    assert (code, "lianxin keys rotate" in line) == (1, True)
    code, (line,) = run("keys", "rotate")
    assert (code, line.startswith("Everything is encrypted with key k1 now")) == (0, True)
    assert found_in(everything(url), SECRETS) == []
    assert asyncio.run(keys_used(url)) == {"k1"}
    asyncio.run(reads_well(url, seal_in(tmp_path)))
    assert run("export", "members", "members.csv")[0] == 0
    assert "王秀英" not in (tmp_path / "members.csv").read_text("utf-8-sig")
    assert "李建国" in (tmp_path / "members.csv").read_text("utf-8-sig")


def test_a_new_key_seals_all_and_older_ones_stay_for_older_backups(url: str, run: Run, tmp_path: Path) -> None:
    run("keys", "new")
    run("keys", "rotate")
    assert run("backup", "copy")[0] == 0
    code, (line,) = run("keys", "rotate")
    assert (code, "key k2 now" in line) == (0, True)
    assert asyncio.run(keys_used(url)) == {"k2"}
    asyncio.run(reads_well(url, seal_in(tmp_path)))
    code, lines = run("keys", "list")
    assert [line.split(":")[0] for line in lines] == ["k1", "k2"]
    assert run("restore", "copy", "--overwrite")[0] == 0
    assert asyncio.run(keys_used(url)) == {"k1"}


def test_a_rotation_that_was_stopped_is_finished_with_the_same_key(
    url: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("keys", "new")

    async def dies(*_: object) -> None:
        raise OSError(5, "pulled the plug", "somewhere")

    for expected in ("k1", "k2"):
        with monkeypatch.context() as patch:
            patch.setattr(resealing, "BATCH", 2)
            patch.setattr(key_uses, "finish", dies)
            assert run("keys", "rotate")[0] == 1
        assert "not everything is encrypted with it yet" in " ".join(run("keys", "list")[1])
        assert run("keys", "rotate")[0] == 0
        assert asyncio.run(keys_used(url)) == {expected}
        asyncio.run(reads_well(url, seal_in(tmp_path)))


def test_the_wrong_ring_is_one_line_wherever_it_is_asked_for(url: str, run: Run, tmp_path: Path) -> None:
    run("keys", "new")
    run("keys", "rotate")
    assert run("backup", "copy")[0] == 0
    (tmp_path / "lianxin.key").unlink()
    code, (line,) = run("export", "members", "members.csv")
    assert (code, line.startswith(f"security.key_file: there is no {tmp_path / 'lianxin.key'}. ")) == (1, True)
    key_file.create(tmp_path / "lianxin.key", KeyRing.fresh())
    wrong = "the key file is not this database’s: put the right key file back"
    assert run("export", "members", "members.csv") == (1, [wrong])
    assert run("keys", "rotate") == (1, [wrong])
    code, lines = run("check")
    assert (code, f"not ok  {wrong}" in lines) == (1, True)
    code, lines = run("restore", "copy", "--overwrite")
    assert (code, lines[-1]) == (1, wrong)
