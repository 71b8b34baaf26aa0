"""Notes beside a letter: for those who deal with it, and never for who wrote it."""

import pytest

from domain.letter_search import Query
from domain.letters import Desk, LetterNotFound, NotYourLetter
from domain.people import Role
from domain.short_words import WordsAreTooLong
from services import letter_notes
from services.letter_course import hand_over, settle
from services.letter_search import search
from services.letter_views import course
from storage import people
from storage.db import Tx
from tests.cast import Cast
from tests.services.letter_writing import COMMITTEE, TEXTS, owed, told, write


async def test_a_note_is_read_by_the_others_at_the_desk_and_on_the_letters_page(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member, anonymous=True)
    await letter_notes.add(tx, letter.id, cast.zhou, "这户去年也来过信")
    note = (await told(tx, cast.li))[-1]
    assert "政协办公室：这户去年也来过信" in note
    await letter_notes.add(tx, letter.id, cast.li, "明白")
    assert "李建国委员：明白" in (await told(tx, cast.zhou))[-1]
    for viewer in (cast.li, cast.zhou):
        shown = await letter_notes.shown_to(tx, letter, viewer)
        assert shown is not None
        assert "这户去年也来过信" in TEXTS.plain("zh", shown)


async def test_a_message_that_shows_a_note_leads_no_reply_to_the_letter(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await letter_notes.add(tx, letter.id, cast.zhou, "请先问供电所")
    note = (await owed(tx, cast.li))[-1]
    assert note["letter_id"] is None
    assert letter.number not in (await told(tx, cast.li))[-1]


async def test_its_writer_is_shown_no_note_by_any_way(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await letter_notes.add(tx, letter.id, cast.li, "脾气不好，慢慢说")
    await letter_notes.add(tx, letter.id, cast.zhou, "脾气不好，知道了")
    await settle(tx, letter.id, cast.li)
    assert not [words for words in await told(tx, cast.wang) if "脾气" in words]
    assert await letter_notes.shown_to(tx, letter, cast.wang) is None
    timeline = [TEXTS.plain("zh", each) for each in (await course(tx, letter, cast.wang)).messages]
    assert not [words for words in timeline if "脾气" in words]
    for person in (cast.wang, cast.li, cast.zhou):
        assert (await search(tx, person, Query(("脾气",)), COMMITTEE)).letters == []


async def test_a_writer_who_is_of_the_office_is_no_exception(tx: Tx, cast: Cast) -> None:
    await people.grant(tx, cast.wang.id, Role.OFFICE)
    wang = await people.get(tx, cast.wang.id)
    letter = await write(tx, wang, cast.li_member)
    await letter_notes.add(tx, letter.id, cast.li, "是咱们自己人")
    assert not [words for words in await told(tx, wang) if "自己人" in words]
    assert await letter_notes.shown_to(tx, letter, wang) is None
    with pytest.raises(NotYourLetter):
        await letter_notes.add(tx, letter.id, wang, "我看看")


async def test_who_does_not_deal_with_the_letter_reads_and_writes_none(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await letter_notes.add(tx, letter.id, cast.li, "内部")
    for stranger in (cast.zhao, cast.chen, cast.liu):
        assert await letter_notes.shown_to(tx, letter, stranger) is None
        with pytest.raises(NotYourLetter):
            await letter_notes.add(tx, letter.id, stranger, "我也说一句")
    with pytest.raises(LetterNotFound):
        await letter_notes.add(tx, 999, cast.li, "没有这封")


async def test_the_next_holder_reads_what_was_noted_before(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    await letter_notes.add(tx, letter.id, cast.li, "教育局已答应")
    moved = (await hand_over(tx, letter.id, cast.li, Desk(cast.zhao_member.id))).letter
    assert await letter_notes.shown_to(tx, moved, cast.zhao) is not None
    assert await letter_notes.shown_to(tx, moved, cast.li) is None


async def test_a_note_says_something_and_not_too_much(tx: Tx, cast: Cast) -> None:
    letter = await write(tx, cast.wang, cast.li_member)
    with pytest.raises(letter_notes.NoteIsEmpty):
        await letter_notes.add(tx, letter.id, cast.li, " ")
    with pytest.raises(WordsAreTooLong):
        await letter_notes.add(tx, letter.id, cast.li, "长" * 501)
