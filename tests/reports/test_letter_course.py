"""The documents of a letter's course say what the tables say."""

from zoneinfo import ZoneInfo

import pytest

from domain.letters import MAY_BECOME, OVER, LetterState
from reports.letter_course import PICTURE, TABLES, document, picture
from texts import Text, Texts

TEXTS = Texts.load(ZoneInfo("Asia/Shanghai"))
AGAIN = "run: python -m reports.letter_course"


def test_the_document_is_up_to_date() -> None:
    assert TABLES.read_text("utf-8") == document(TEXTS), AGAIN


def test_the_picture_is_up_to_date() -> None:
    assert PICTURE.read_text("utf-8") == picture(TEXTS), AGAIN


def test_the_picture_names_every_state() -> None:
    drawn = picture(TEXTS)
    for state in LetterState:
        assert f">{TEXTS.plain('zh', Text(f'letter-state-{state}'))}<" in drawn


def test_a_step_taken_out_of_the_table_is_not_drawn_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    before = picture(TEXTS)
    shorter = {**MAY_BECOME, LetterState.SETTLED: frozenset[LetterState]()}
    monkeypatch.setattr("reports.letter_course.MAY_BECOME", shorter)
    assert picture(TEXTS) != before


def test_what_the_box_s_arrows_say_is_true_of_every_open_state() -> None:
    for state in frozenset(LetterState) - OVER:
        assert MAY_BECOME[state] >= OVER
