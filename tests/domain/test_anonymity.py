"""What goes with a letter whose writer is not named, and what would tell who wrote."""

import pytest

from domain.anonymity import (
    CannotGoAnonymously,
    check_anonymous,
    may_go,
    names_its_writer,
    needs_cleaning,
    without_betraying,
)
from domain.letter_pieces import Attachment, Piece

PHOTO, PLACE = Attachment("photo", "file-1"), Attachment("location", latitude=32.0, longitude=120.3)
REPORT = Attachment("document", "file-2", "检测报告.PDF")
VOICE, VIDEO = Attachment("voice", "file-3"), Attachment("video", "file-4")
PROGRAM, NAMELESS = Attachment("document", "file-5", "路灯.odt"), Attachment("document", "file-6")


@pytest.mark.parametrize("attachment", [PHOTO, PLACE, REPORT], ids=lambda each: each.kind)
def test_what_tells_of_nobody_or_can_be_cleaned_goes(attachment: Attachment) -> None:
    assert may_go(attachment)
    check_anonymous([Piece("路灯坏了", attachment)])


@pytest.mark.parametrize("attachment", [VOICE, VIDEO, PROGRAM, NAMELESS], ids=lambda each: each.file_name or each.kind)
def test_what_would_tell_who_wrote_stays(attachment: Attachment) -> None:
    assert not may_go(attachment)
    with pytest.raises(CannotGoAnonymously):
        check_anonymous([Piece("路灯坏了", PHOTO), Piece(attachment=attachment)])


def test_a_refusal_counts_what_would_tell() -> None:
    with pytest.raises(CannotGoAnonymously) as refusal:
        check_anonymous([Piece(attachment=VOICE), Piece(attachment=PHOTO), Piece(attachment=VIDEO), Piece("路灯坏了")])
    assert refusal.value.args_of_text == {"count": 2}


def test_documents_are_cleaned_and_pictures_are_not_for_telegram_makes_them_anew() -> None:
    assert [needs_cleaning(each) for each in (PHOTO, PLACE, REPORT)] == [False, False, True]


def test_words_beside_what_would_tell_stay_and_what_is_left_empty_goes() -> None:
    pieces = [Piece("门口很黑", VOICE), Piece(attachment=VIDEO), Piece(attachment=PHOTO)]
    assert without_betraying(pieces) == [Piece("门口很黑"), Piece(attachment=PHOTO)]


@pytest.mark.parametrize("text", ["我是王秀英", "电话13800000001", "138 0000 0001", "138-0000-0001，晚上打"])
def test_ones_own_name_and_a_mobile_number_are_noticed(text: str) -> None:
    assert names_its_writer(text, "王秀英")


@pytest.mark.parametrize("text", ["路灯坏了", "单号 1380000000123", "11 楼 12 户"])
def test_other_words_and_numbers_are_not(text: str) -> None:
    assert not names_its_writer(text, "王秀英")


def test_a_name_of_one_character_is_in_too_many_words_to_be_noticed() -> None:
    assert not names_its_writer("王家村的路灯", "王")
    assert not names_its_writer("路灯坏了", "")
