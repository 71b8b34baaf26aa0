"""What is in the logs, and above all what is not."""

import io
import json
import logging

import pytest
import structlog

from bot import logs

TOKEN = "123456789:AAH-fictional_token_of_a_bot_0123456"


@pytest.fixture(params=["console", "json"])
def written(request: pytest.FixtureRequest) -> io.StringIO:
    """Where the lines go, in both forms."""
    stream = io.StringIO()
    logs.configure("debug", request.param, [TOKEN, "hunter2-hunter2"], stream)
    return stream


def test_a_json_line_has_moment_level_and_fields() -> None:
    stream = io.StringIO()
    logs.configure("info", "json", to=stream)
    structlog.get_logger().info("job-done", job="monthly", sent=3)
    line = json.loads(stream.getvalue())
    assert line.pop("timestamp").endswith("Z")
    assert line == {"event": "job-done", "level": "info", "job": "monthly", "sent": 3}


def test_what_is_below_the_level_is_not_written() -> None:
    stream = io.StringIO()
    logs.configure("warning", "json", to=stream)
    structlog.get_logger().info("running")
    logging.getLogger("anything").info("running")
    assert stream.getvalue() == ""


@pytest.mark.parametrize("name", logs.QUIET)
def test_libraries_that_tell_of_every_request_are_silent_below_a_warning(written: io.StringIO, name: str) -> None:
    logging.getLogger(name).info("HTTP Request: POST https://api.telegram.org/bot%s/getMe", TOKEN)
    assert written.getvalue() == ""
    logging.getLogger(name).warning("slow")
    assert "slow" in written.getvalue()


@pytest.mark.parametrize(
    "said",
    [
        f"POST https://api.telegram.org/bot{TOKEN}/sendMessage",
        f"token={TOKEN}",
        "http://127.0.0.1:8081/bot42:short/getMe",
        "555666777:BBHanother-bots-token-0123456789",
        "password hunter2-hunter2 refused",
        "postgresql://lianxin:s3cret-word@db/lianxin",
        "call 13812345678",
        "no such person: 王秀英",
    ],
)
def test_secrets_phones_and_names_are_masked_wherever_they_stand(written: io.StringIO, said: str) -> None:
    logging.getLogger("library").warning("failed: %s", said)
    structlog.get_logger().warning("failed", error=said, more={"deep": [said]})
    for secret in ("AAH-", "42:short", "BBHanother", "hunter2", "s3cret", "13812345678", "王秀英"):
        assert secret not in written.getvalue()
    assert logs.HIDDEN in written.getvalue()


@pytest.mark.parametrize("field", sorted(logs.PERSONAL))
def test_personal_fields_are_never_written_whoever_passes_them(written: io.StringIO, field: str) -> None:
    structlog.get_logger().info("event-of-ours", **{field: "Wang Xiuying", "update": 7, "row": {field: "Wang Xiuying"}})
    assert "Wang" not in written.getvalue()
    assert "7" in written.getvalue()


def test_an_exception_shows_where_it_came_from_and_not_what_it_says(written: io.StringIO) -> None:
    def parse(letter: str) -> None:
        try:
            int(letter)
        except ValueError as fault:
            raise RuntimeError(f"can't read {letter}") from fault

    try:
        parse("Dear member, my pension")
    except RuntimeError as fault:
        structlog.get_logger().error("update-parked", exc_info=fault)
        logging.getLogger("library").exception("failed")
    said = written.getvalue()
    assert "pension" not in said
    assert "test_logs.py" in said
    assert said.count("RuntimeError") == 2
    assert said.count("ValueError") == 2


def test_an_exception_in_a_field_shows_its_kind_alone(written: io.StringIO) -> None:
    structlog.get_logger().info("odd", thing=ValueError("Dear member"), more=[KeyError("pension")])
    assert "Dear" not in written.getvalue()
    assert "pension" not in written.getvalue()
    assert "<ValueError>" in written.getvalue()


def test_numbers_stay_numbers() -> None:
    stream = io.StringIO()
    logs.configure("info", "json", to=stream)
    structlog.get_logger().info("done", update=13812345678, took=0.5, ok=True)
    line = json.loads(stream.getvalue())
    assert (line["update"], line["took"], line["ok"]) == (13812345678, 0.5, True)
