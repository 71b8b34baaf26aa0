"""JSON as it comes and goes: quick, and no stricter than Telegram and our own rows."""

from datetime import UTC, datetime

import pytest

from storage.quick_json import dumps, loads


@pytest.mark.parametrize(
    "value",
    [
        {"text": "路灯坏了", "buttons": [[{"does": "done:17"}]], "at": None, "part": 0.5, "yes": True},
        {"half of a pair": "\ud83d"},
        {"long": 2**70},
        [],
    ],
)
def test_what_is_written_is_read_again(value: object) -> None:
    assert loads(dumps(value)) == value


def test_a_key_that_is_no_text_becomes_one() -> None:
    assert loads(dumps({17: "x"})) == {"17": "x"}


def test_half_of_a_surrogate_pair_in_telegrams_answer_is_read() -> None:
    assert loads(b'{"first_name": "\\ud83d"}') == {"first_name": "\ud83d"}


def test_a_moment_is_no_json() -> None:
    with pytest.raises(TypeError):
        dumps({"at": datetime(2026, 3, 16, tzinfo=UTC)})


@pytest.mark.parametrize("text", ["", "{", b"\xff", "<html>502 Bad Gateway</html>"])
def test_what_is_no_json_is_said_to_be_none(text: str | bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        loads(text)
