"""Texts on their way into a message: MarkdownV2, trimming, what is found without being marked."""

from typing import Any

import pytest

from sandbox import formatted, markdown
from sandbox.entities import utf16_slice
from sandbox.errors import BotApiError

Json = dict[str, Any]


def entities_of(text: str, **call: Any) -> list[tuple[str, str]]:
    """(type, covered text) of each entity of a message."""
    message = formatted.message_text({"text": text} | call, {})
    return [
        (entity["type"], utf16_slice(message["text"], entity["offset"], entity["length"]))
        for entity in message.get("entities", [])
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/visit 王秀英 昨天", [("bot_command", "/visit")]),
        ("请用 /write@lianxin_bot", [("bot_command", "/write@lianxin_bot")]),
        ("1/2 与 a/b", []),
        ("😀 #实事 送去轮椅", [("hashtag", "#实事")]),
        ("编号 #1", []),
        ("问 @wangxiuying。", [("mention", "@wangxiuying")]),
        ("见 https://a.b/c?d=1。谢谢", [("url", "https://a.b/c?d=1")]),
        ("t.me/lianxin_bot?start=x", [("url", "t.me/lianxin_bot?start=x")]),
        ("写到 office@example.org 吧", [("email", "office@example.org")]),
    ],
)
def test_commands_tags_and_links_are_found(text: str, found: list[tuple[str, str]]) -> None:
    assert entities_of(text) == found


def test_nothing_is_found_inside_code() -> None:
    assert entities_of("<code>/visit</code> /write", parse_mode="HTML") == [
        ("code", "/visit"),
        ("bot_command", "/write"),
    ]


def test_blanks_at_the_ends_go_and_entities_move() -> None:
    message = formatted.message_text({"text": "\n  <b> 您好 </b> \n", "parse_mode": "HTML"}, {})
    assert message == {"text": "您好", "entities": [{"type": "bold", "offset": 0, "length": 2}]}


def test_given_entities_are_used_where_no_mode_is() -> None:
    bold = [{"type": "bold", "offset": 0, "length": 1}]
    assert entities_of("您好", entities=bold) == [("bold", "您")]


def test_a_mention_by_id_names_a_known_user_and_drops_a_stranger() -> None:
    link = '<a href="tg://user?id={}">她</a>'
    wang = {"id": 7, "is_bot": False, "first_name": "王秀英"}
    call = {"text": link.format(7) + link.format(8), "parse_mode": "html"}
    assert formatted.message_text(call, {7: wang})["entities"] == [
        {"type": "text_mention", "offset": 0, "length": 1, "user": wang}
    ]


def test_the_limit_counts_what_is_left_after_parsing() -> None:
    assert formatted.message_text({"text": f"<b>{'字' * 4096}</b>", "parse_mode": "HTML"}, {})


@pytest.mark.parametrize(
    ("text", "plain", "kinds"),
    [
        ("*b _i_*", "b i", ["bold", "italic"]),
        ("__u__ ~s~ ||p||", "u s p", ["underline", "strikethrough", "spoiler"]),
        (r"1\. \*no\*", "1. *no*", []),
        ("`a*b` ```py\nx```", "a*b x", ["code", "pre"]),
        (r"[信](https://a.b/\))", "信", ["text_link"]),
        (">一\n>二\n三", "一\n二\n三", ["blockquote"]),
    ],
)
def test_markdown_makes_entities(text: str, plain: str, kinds: list[str]) -> None:
    found, entities = markdown.parse(text)
    assert found == plain
    assert [entity["type"] for entity in entities] == kinds


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1. x", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("x]", "Character ']' is reserved and must be escaped with the preceding '\\'"),
        ("字*x", "Can't find end of Bold entity at byte offset 3"),
        ("`x", "Can't find end of Code entity at byte offset 0"),
    ],
)
def test_broken_markdown_is_refused(text: str, said: str) -> None:
    with pytest.raises(BotApiError) as refused:
        markdown.parse(text)
    assert refused.value.description == f"Bad Request: can't parse entities: {said}"
