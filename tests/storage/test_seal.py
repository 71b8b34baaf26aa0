"""What is personal is unreadable in the database, and reads as it was written."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.keys import KeyFault, KeyNeeded, KeyNotInRing, KeyRing, NotSealedYet, SealBroken, WrongKeyRing
from storage import dialogues, key_uses, people
from storage.db import Db, Tx, open_db
from storage.seal import AS_STORED, IN_CLEAR, TAG, Seal, WithKeys, sealed
from tests.cast import Cast
from tests.keys import RING, SEAL

OTHER = KeyRing.fresh()
MORE = RING.rotated()

texts = st.text() | st.builds(
    lambda begin, rest: begin + rest, st.sampled_from([TAG, "sealed::", "sealed:k1:"]), st.text()
)


@given(texts)
@pytest.mark.parametrize("seal", [IN_CLEAR, SEAL], ids=["clear", "keys"])
def test_whatever_is_typed_comes_back_as_it_was(seal: Seal, typed: str) -> None:
    stored = seal.text(typed)
    assert (seal.open_text(stored) if stored.startswith(TAG) else stored) == typed
    assert seal.open_text(seal.plain(TAG + typed)) == TAG + typed


@pytest.mark.parametrize("typed", ["sealed:k1:AAAA", "sealed::", "sealed:", "路灯坏了", ""])
async def test_a_text_that_looks_sealed_comes_back_from_every_kind_of_column(tx: Tx, cast: Cast, typed: str) -> None:
    await tx.run("UPDATE people SET phone = :typed, language = :plain", typed=sealed(typed), plain=typed)
    dialogue = await dialogues.begin(tx, cast.wang.id, "writing.text", {"said": typed, "all": [typed]})
    assert await tx.value("SELECT phone FROM people WHERE id = :id", id=cast.wang.id) == typed
    assert await tx.value("SELECT language FROM people WHERE id = :id", id=cast.wang.id) == typed
    assert await tx.one("SELECT id FROM people WHERE language = :plain LIMIT 1", plain=typed) is not None
    found = await dialogues.get(tx, dialogue.id, cast.wang.id)
    assert found is not None
    assert found.draft == {"said": typed, "all": [typed]}


def test_the_same_text_is_never_stored_alike_and_says_nothing() -> None:
    stored = {SEAL.text("王秀英") for _ in range(20)}
    assert len(stored) == 20
    assert not [one for one in stored if "王" in one or not one.startswith("sealed:k1:")]


@pytest.mark.parametrize(
    ("stored", "fault"),
    [
        (WithKeys(OTHER).text("王秀英"), SealBroken),
        (WithKeys(MORE).text("王秀英"), KeyNotInRing),
        (SEAL.text("王秀英")[:-8] + "AAAAAAA=", SealBroken),
        ("sealed:k1:no base64", SealBroken),
        ("sealed:k1:", SealBroken),
        (str(SEAL.json("王秀英")), SealBroken),
    ],
    ids=["another ring's", "a missing key's", "changed", "no base64", "empty", "a JSON moved into a text"],
)
def test_what_does_not_fit_is_a_fault_and_never_a_wrong_text(stored: str, fault: type[KeyFault]) -> None:
    with pytest.raises(fault):
        SEAL.open_text(stored)


def test_without_a_key_what_is_sealed_is_no_text() -> None:
    with pytest.raises(KeyNeeded):
        IN_CLEAR.open_text(SEAL.text("王秀英"))


def test_an_older_key_still_opens_and_the_new_one_seals() -> None:
    rotated = WithKeys(MORE)
    assert rotated.open_text(SEAL.text("王秀英")) == "王秀英"
    assert rotated.text("王秀英").startswith("sealed:k2:")
    assert rotated.blind("people.name", "王秀英") == SEAL.blind("people.name", "王秀英")


def test_what_stands_for_a_name_is_another_for_another_use_or_ring() -> None:
    assert (
        len({seal.blind(what, "王秀英") for seal in (SEAL, WithKeys(OTHER)) for what in ("people.name", "other")}) == 4
    )


async def test_people_are_found_by_their_name_which_is_nowhere_in_the_database(db: Db, url: str, cast: Cast) -> None:
    async with db.read() as tx:
        assert [one.id for one in await people.named(tx, "王秀英")] == [cast.wang.id]
        assert await people.named(tx, "王秀") == []
    raw = await open_db(url, seal=AS_STORED)
    async with raw.read() as tx:
        rows = await tx.all("SELECT * FROM people")
    await raw.close()
    assert "王秀英" not in str(rows)
    assert {row["name"][:10] for row in rows} == {"sealed:k1:"}


# --- which keys a database takes --------------------------------------------------------------------------------------


async def _agree(url: str, seal: Seal) -> None:
    db = await open_db(url, seal=seal)
    try:
        await key_uses.agree(db)
    finally:
        await db.close()


async def test_a_database_knows_its_keys(url: str) -> None:
    await _agree(url, SEAL)
    await _agree(url, SEAL)
    with pytest.raises(KeyNeeded):
        await _agree(url, IN_CLEAR)
    with pytest.raises(WrongKeyRing):
        await _agree(url, WithKeys(OTHER))
    with pytest.raises(WrongKeyRing):
        await _agree(url, WithKeys(replace(RING, root=OTHER.root)))
    await _agree(url, WithKeys(MORE))
    with pytest.raises(KeyNotInRing):
        await _agree(url, SEAL)


async def test_a_house_in_clear_does_not_take_a_key_until_it_is_sealed(url: str) -> None:
    db = await open_db(url)
    await key_uses.agree(db)
    async with db.write() as tx:
        await people.add(tx, "王秀英", "zh")
    await db.close()
    with pytest.raises(NotSealedYet):
        await _agree(url, SEAL)


async def test_a_sealed_house_without_a_mark_of_its_key_is_not_taken_for_one_in_clear(url: str, cast: Cast) -> None:
    assert cast
    with pytest.raises(KeyNeeded):
        await _agree(url, IN_CLEAR)
    await _agree(url, SEAL)
