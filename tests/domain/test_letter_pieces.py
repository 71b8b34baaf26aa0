"""What a letter is made of: limits, its topic line, and long texts in parts that fit a message."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.letter_pieces import (
    PART_CHARACTERS,
    TOPIC_CHARACTERS,
    Attachment,
    LetterIsEmpty,
    LetterIsTooLong,
    Piece,
    TooManyAttachments,
    attachments,
    check,
    check_whole,
    is_its_topic,
    one_line,
    parts,
    replaced,
    topic,
    whole_text,
)
from domain.settings import Mailbox

LIMITS = Mailbox(max_letter_characters=10, max_attachments=2)
PHOTO = Attachment("photo", "file-1", album="7")


def test_a_letter_without_text_and_attachment_is_no_letter() -> None:
    with pytest.raises(LetterIsEmpty):
        check_whole([Piece(" \n ")], LIMITS)
    with pytest.raises(LetterIsEmpty):
        check_whole([], LIMITS)


def test_a_photo_alone_is_a_letter() -> None:
    check_whole([Piece(attachment=PHOTO)], LIMITS)


def test_all_messages_together_keep_within_the_limit() -> None:
    check([Piece("五个字一条"), Piece("五个字一条")], LIMITS)
    with pytest.raises(LetterIsTooLong) as refusal:
        check([Piece("五个字一条"), Piece("六个字的一条")], LIMITS)
    assert refusal.value.args_of_text == {"limit": 10, "length": 11}


def test_attachments_keep_within_their_limit() -> None:
    check([Piece(attachment=PHOTO)] * 2, LIMITS)
    with pytest.raises(TooManyAttachments):
        check([Piece(attachment=PHOTO)] * 3, LIMITS)


def test_a_piece_reads_back_from_a_draft_as_itself() -> None:
    for piece in (
        Piece("路灯", PHOTO, 1001, 5),
        Piece("路灯"),
        Piece(attachment=Attachment("location", latitude=32.0)),
    ):
        assert Piece.unpacked(piece.packed()) == piece


def test_an_edit_replaces_its_own_message_and_no_other() -> None:
    written = [Piece("一", chat_id=1, message_id=1), Piece("二", chat_id=1, message_id=2)]
    assert replaced(written, Piece("贰", chat_id=1, message_id=2)) == [written[0], Piece("贰", chat_id=1, message_id=2)]
    assert replaced(written, Piece("叁", chat_id=1, message_id=3)) is None


def test_several_messages_read_as_one_text() -> None:
    written = [Piece("路灯坏了 "), Piece(attachment=PHOTO), Piece("请修")]
    assert whole_text(written) == "路灯坏了\n请修"
    assert attachments(written) == [PHOTO]


# --- the topic line ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("村口的路灯坏了。请修。", "村口的路灯坏了"),
        ("李委员您好！村口的路灯坏了，请修。", "村口的路灯坏了，请修"),
        ("尊敬的委员：您好\n\n村口路灯坏了", "村口路灯坏了"),
        ("您好", "您好"),
        ("", ""),
        ("。。。！", ""),
        ("Dear member\nthe lamp is broken", "the lamp is broken"),
        ("<b>路灯</b>", "<b>路灯</b>"),
    ],
)
def test_the_first_sentence_that_says_something_is_the_topic(text: str, line: str) -> None:
    assert topic(text) == line


@given(st.text(max_size=200))
def test_a_topic_is_one_short_line(text: str) -> None:
    line = topic(text)
    assert len(line) <= TOPIC_CHARACTERS
    assert line == one_line(line)


def test_marks_that_turn_the_reading_direction_do_not_get_into_a_line() -> None:
    assert one_line("路灯\u202e坏\u2066了\n请修") == "路灯 坏 了 请修"


# --- long texts -------------------------------------------------------------------------------------------------------


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_a_short_text_is_one_part_and_no_text_is_one_empty_part() -> None:
    assert parts("路灯坏了") == ["路灯坏了"]
    assert parts("") == [""]


def test_a_long_text_is_cut_after_a_line() -> None:
    first, second = parts("一" * 3000 + "\n" + "二" * 1000)
    assert (first, second) == ("一" * 3000, "二" * 1000)


def test_emoji_count_twice_as_telegram_counts() -> None:
    assert [utf16(part) for part in parts("🌸" * 2000)] == [3500, 500]


@given(st.text(st.sampled_from("一🌸。\n a"), max_size=300), st.integers(2, 40))
def test_no_word_is_lost_and_every_part_fits(text: str, limit: int) -> None:
    found = parts(text, limit)
    assert all(utf16(part) <= limit for part in found)
    assert "".join("".join(found).split()) == "".join(text.split())


def test_parts_leave_room_for_the_words_around_them() -> None:
    assert max(utf16(part) for part in parts("字" * 8000)) <= PART_CHARACTERS


@pytest.mark.parametrize(
    ("texts", "same"),
    [
        (["村口的路灯坏了。"], True),
        (["村口的路灯坏了"], True),
        (["村口的路灯坏了。请修。"], False),
        (["您好！", "村口的路灯坏了。"], False),
        (["村" * 31], False),
        ([""], False),
    ],
)
def test_one_short_sentence_needs_no_topic_line_above_it(texts: list[str], same: bool) -> None:
    assert is_its_topic([Piece(text) for text in texts]) is same


def test_a_text_of_just_the_limit_is_one_part_and_one_more_character_makes_two() -> None:
    assert parts("灯" * 10, 10) == ["灯" * 10]
    assert parts("灯" * 11, 10) == ["灯" * 10, "灯"]


def test_a_part_ends_with_a_sentence_only_in_its_second_half() -> None:
    assert parts("好。" + "灯" * 10, 10)[0] == "好。" + "灯" * 8
    assert parts("灯" * 5 + "。" + "灯" * 8, 10)[0] == "灯" * 5 + "。"
