"""The texts are whole in both languages, and what a person typed can't break a message."""

import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from texts import Text, Texts, TextsFault, pack, require, unpack
from texts.catalogue import LANGUAGES, _entries, _source

SHANGHAI = ZoneInfo("Asia/Shanghai")


def of(zh: str, en: str) -> Texts:
    return Texts({"zh": zh, "en": en}, SHANGHAI)


def test_the_shipped_texts_are_whole() -> None:
    texts = Texts.load(SHANGHAI)
    assert texts.plain("zh", Text("cancelled")) == "好的，已经取消。"


COUNTED = ("count", "days", "hours", "limit", "members", "months", "points", "rows", "seconds")
"""Arguments that are numbers of things."""
MANY = re.compile(
    r"\b1 (?:more |good |service )?(?:are|were|have|wait|people|points|letters|messages|visits|deeds|contacts|members|"
    r"leaders|units|cards|photos|files|attachments|objections|bookings|times|slips|rows|things|mistakes|hours|days|"
    r"workdays|months|seconds)\b"
)


@pytest.mark.parametrize("one", [1, "1"], ids=["a number", "a text"])
def test_no_english_sentence_speaks_of_one_thing_as_of_many(one: object) -> None:
    texts = Texts.load(SHANGHAI)
    said = {
        key: texts.plain("en", Text(key, **{name: one if name in COUNTED else "…" for name in entry.variables}))
        for key, entry in _entries("en", _source("en")).items()
    }
    assert {key: words for key, words in said.items() if MANY.search(words)} == {}


def test_counts_are_told_apart_though_they_come_as_text() -> None:
    texts = of(
        "days = { $n } 天", "days =\n    { COUNT($n) ->\n        [one] { $n } day\n       *[other] { $n } days\n    }"
    )
    assert [texts.plain("en", Text("days", n=n)) for n in ("1", 1, "1500", "7.5", "")] == [
        "1 day", "1 day", "1500 days", "7.5 days", " days"
    ]  # fmt: skip


class VariableNames(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802  (the library's naming)
        self.names.add(node.id.name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_shipped_text_can_be_parsed_and_is_what_the_start_took_it_for(language: str) -> None:
    parsed = {}
    for entry in FluentParser(with_spans=False).parse(_source(language)).body:
        assert isinstance(entry, ast.Message | ast.BaseComment), entry
        if isinstance(entry, ast.Message):
            seen = VariableNames()
            seen.visit(entry)
            parsed[entry.id.name] = seen.names
    assert {key: entry.variables for key, entry in _entries(language, _source(language)).items()} == parsed


def test_what_is_no_message_is_found_at_start() -> None:
    with pytest.raises(TextsFault, match="can't read"):
        of("a = 一\n您好", "a = one")


def test_a_text_that_can_not_be_parsed_is_never_said() -> None:
    texts = of("a = { $b", "a = { $b")
    with pytest.raises(TextsFault, match="can't read 'a'"):
        texts.plain("zh", Text("a", b=1))


def test_a_key_that_one_language_lacks_is_found_at_start() -> None:
    with pytest.raises(TextsFault, match="do not have the same texts: greeting"):
        of("greeting = 您好", "welcome-not = Hello")


def test_a_variable_that_one_language_lacks_is_found_at_start() -> None:
    with pytest.raises(TextsFault, match="other variables in: greeting"):
        of("greeting = { $name }，您好", "greeting = Hello")


def test_a_key_that_comes_twice_is_found_at_start() -> None:
    with pytest.raises(TextsFault, match="'a' comes twice"):
        of("a = 一\na = 二", "a = one")


def test_what_a_person_typed_can_not_become_markup() -> None:
    texts = of("hello = <b>{ $name }</b>", "hello = <b>{ $name }</b>")
    assert texts.render("zh", Text("hello", name="<i>&")) == "<b>&lt;i&gt;&amp;</b>"


def test_a_text_within_a_text_is_escaped_once() -> None:
    texts = of("a = { $b }\nb = <b>{ $c }</b>", "a = { $b }\nb = <b>{ $c }</b>")
    assert texts.render("en", Text("a", b=[Text("b", c="<"), "&"])) == "<b>&lt;</b>\n&amp;"


def test_days_and_moments_are_shown_where_the_committee_is() -> None:
    dates = {
        "zh": "a-day = { $year }年{ $month }月{ $day }日\nshown = { $when }",
        "en": "a-day = { $day }/{ $month }/{ $year }\nshown = { $when }",
    }
    texts = Texts(dates, SHANGHAI)
    late = datetime(2026, 3, 5, 17, 30, tzinfo=UTC)
    assert texts.render("zh", Text("shown", when=late)) == "2026年3月6日 01:30"
    assert texts.render("en", Text("shown", when=date(2026, 3, 5))) == "5/3/2026"


def test_a_long_text_is_shown_whole_and_escaped() -> None:
    texts = of("a = <b>{ $b }</b>{ $c }\nd = { $e }", "a = <b>{ $b }</b>{ $c }\nd = { $e }")
    long, other = "路灯<" * 2000, "甲" * 3000
    said = texts.render("zh", Text("d", e=[Text("a", b=long, c=other)]))
    assert said == f"<b>{'路灯&lt;' * 2000}</b>{other}"


def test_a_missing_argument_is_found_where_the_message_is_owed() -> None:
    with pytest.raises(TextsFault, match="lacks command"):
        require(Text("unknown-command"))
    with pytest.raises(TextsFault, match="no text 'nowhere'"):
        require(Text("unknown-command", command=Text("nowhere")))


def test_arguments_survive_the_outbox() -> None:
    args = {"day": date(2026, 3, 5), "at": datetime(2026, 3, 5, tzinfo=UTC), "lines": [Text("a", b=1), "x"], "n": None}
    assert unpack(pack(Text("k", **args))) == Text("k", **args)
