"""Letters in the database: numbers without gaps, one letter for a draft, lists that an index answers."""

import pytest

from domain.letter_kinds import LetterKind, Mark
from domain.letter_pieces import Attachment, Piece
from domain.letters import OFFICE_DESK, Desk, EventKind, Grade, Letter, LetterState, Side
from storage import letter_entries, letter_lists, letters, relays
from storage.db import Db, Tx
from tests.cast import Cast
from tests.storage.plans import Explained, settle_many


async def add(tx: Tx, cast: Cast, number: str = "JJ-2026-000001", draft_id: int | None = None) -> Letter:
    return await letters.add(
        tx,
        number,
        cast.wang.id,
        cast.li_member.id,
        "路灯坏了",
        kind=LetterKind.MEMBER,
        is_anonymous=True,
        draft_id=draft_id,
    )


async def test_a_letter_reads_back_as_it_was_saved(tx: Tx, cast: Cast) -> None:
    letter = await add(tx, cast)
    assert await letters.get(tx, letter.id) == letter
    assert await letters.numbered(tx, letter.number) == letter
    changed = Letter(
        **vars(letter)
        | {
            "member_id": None,
            "is_in_triage": True,
            "mark": Mark.URGENT,
            "state": LetterState.SETTLED,
            "waiting_since_at": None,
            "answered_at": tx.now,
            "settled_at": tx.now,
            "helped": Grade.PARTLY,
            "helped_words": "还行",
        }
    )
    await letters.save(tx, changed)
    assert await letters.get_to_change(tx, letter.id) == changed


async def test_there_is_no_letter_where_none_is(tx: Tx) -> None:
    assert await letters.get(tx, 999) is None
    assert await letters.numbered(tx, "JJ-2026-000999") is None


class Undone(Exception):
    """Something fails after the number was given out."""


async def test_a_number_given_out_and_rolled_back_is_given_out_again(db: Db) -> None:
    async def give_out_and_fail() -> None:
        async with db.write() as tx:
            assert await letters.next_running(tx, 2026) == 1
            raise Undone

    with pytest.raises(Undone):
        await give_out_and_fail()
    async with db.write() as tx:
        assert [await letters.next_running(tx, year) for year in (2026, 2026, 2027)] == [1, 2, 1]


async def test_a_draft_becomes_one_letter_and_is_its_writer_s(tx: Tx, cast: Cast) -> None:
    letter = await add(tx, cast, draft_id=7)
    assert await letters.of_draft(tx, 7, cast.wang.id) == letter
    assert await letters.of_draft(tx, 7, cast.li.id) is None


async def test_a_message_and_what_came_with_it_read_back_and_are_found_by_their_place(tx: Tx, cast: Cast) -> None:
    letter = await add(tx, cast)
    photo = Attachment("photo", "file-1", "照片.jpg", "77")
    place = Attachment("location", latitude=32.5, longitude=120.25)
    first = await letter_entries.add(tx, letter.id, cast.wang.id, Side.WRITER, Piece("看", photo, 1001, 5))
    await letter_entries.add(tx, letter.id, cast.li.id, Side.HOLDER, Piece("", place, 1002, 6))
    mine, theirs = await letter_entries.of_letter(tx, letter.id)
    assert (mine.id, mine.side, mine.text, mine.attachments) == (first, Side.WRITER, "看", (photo,))
    assert (theirs.author_member_id, theirs.attachments) == (cast.li_member.id, (place,))
    assert await letter_entries.of_message(tx, 1001, 5) == mine
    assert await letter_entries.of_message(tx, 1001, 6) is None
    album = await letter_entries.of_album(tx, cast.wang.id, "77")
    assert album == {"id": first, "letter_id": letter.id, "side": "writer", "sent_with_id": None}


async def test_a_change_puts_text_and_attachment_in_the_old_one_s_place(tx: Tx, cast: Cast) -> None:
    letter = await add(tx, cast)
    piece = Piece("看", Attachment("photo", "file-1"), 1001, 5)
    entry_id = await letter_entries.add(tx, letter.id, cast.wang.id, Side.WRITER, piece)
    await letter_entries.change(tx, entry_id, "再看", Attachment("photo", "file-2"))
    (entry,) = await letter_entries.of_letter(tx, letter.id)
    assert (entry.text, entry.edited_at, entry.attachments) == ("再看", tx.now, (Attachment("photo", "file-2"),))


async def test_the_log_keeps_its_order_and_names_who_did_it(tx: Tx, cast: Cast) -> None:
    letter = await add(tx, cast)
    await letters.log(tx, letter.id, EventKind.READ, cast.li.id)
    await letters.log(tx, letter.id, EventKind.PASSED_ON, None, to=None)
    first, second = await letters.events(tx, letter.id)
    assert (first["kind"], first["by_name"], first["by_member_id"]) == ("read", "李建国", cast.li_member.id)
    assert (second["by_id"], second["details_json"]) == (None, {"to": None})


async def test_a_chat_s_message_for_an_entry_goes_before_others_of_its_letter(tx: Tx, cast: Cast) -> None:
    letter = await add(tx, cast)
    entry_id = await letter_entries.add(tx, letter.id, cast.wang.id, Side.WRITER, Piece("看"))
    assert await relays.shown_in(tx, 1002, letter.id, entry_id) is None
    await relays.add(tx, 1002, [30], letter.id, None)
    assert await relays.shown_in(tx, 1002, letter.id, entry_id) == 30
    await relays.add(tx, 1002, [41, 40], letter.id, entry_id)
    assert await relays.shown_in(tx, 1002, letter.id, entry_id) == 40
    assert await relays.shown_in(tx, 1003, letter.id, entry_id) is None


async def test_lists_are_answered_by_an_index(tx: Tx, cast: Cast, engine: str) -> None:
    await settle_many(tx, cast, engine)
    explained = Explained(tx, engine)
    for where, index in (
        ("WHERE writer_id = 1 AND id < 99 ORDER BY id DESC LIMIT 7", "ix_letters_writer_id_id"),
        ("WHERE member_id = 1 AND settled_at IS NULL ORDER BY received_at, id LIMIT 7", "ix_letters_open_by_member"),
        (
            "WHERE member_id IS NULL AND settled_at IS NULL ORDER BY received_at, id LIMIT 7",
            "ix_letters_open_by_member",
        ),
    ):
        await explained.all(f"SELECT {letters.COLUMNS} FROM letters {where}")
        assert index in explained.plans[-1]


async def test_open_letters_are_those_not_settled(tx: Tx, cast: Cast) -> None:
    first, second = await add(tx, cast), await add(tx, cast, "JJ-2026-000002")
    await tx.run("UPDATE letters SET settled_at = :now WHERE id = :id", now=tx.now, id=first.id)
    assert await letter_lists.open_with(tx, Desk(cast.li_member.id), 0, 9) == [second]
    assert await letter_lists.open_with(tx, OFFICE_DESK, 0, 9) == []
    assert await letter_lists.open_of_writer(tx, cast.wang.id, 9) == [second]
