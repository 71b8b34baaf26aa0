"""Telegram's HTML: what comes out is what went in, and what is broken is refused in Telegram's words."""

from html import escape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox import html
from sandbox.entities import utf16_slice
from sandbox.errors import BotApiError

TAGS = {"b": "bold", "i": "italic", "u": "underline", "s": "strikethrough", "tg-spoiler": "spoiler", "code": "code"}
Node = str | tuple[str, list["Node"]]

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
trees: st.SearchStrategy[list[Node]] = st.recursive(
    st.lists(words, max_size=3),
    lambda inner: st.lists(st.one_of(words, st.tuples(st.sampled_from(sorted(TAGS)), inner)), max_size=4),
    max_leaves=12,
)


def as_html(nodes: list[Node]) -> str:
    return "".join(
        escape(node) if isinstance(node, str) else f"<{node[0]}>{as_html(node[1])}</{node[0]}>" for node in nodes
    )


def styled(nodes: list[Node], around: frozenset[str] = frozenset()) -> list[tuple[str, frozenset[str]]]:
    """Each UTF-16 unit (two for an astral character) with the styles it should have."""
    units: list[tuple[str, frozenset[str]]] = []
    for node in nodes:
        if isinstance(node, str):
            units += [(character, around) for character in node for _ in range(1 + (character > "\uffff"))]
        else:
            units += styled(node[1], around | {TAGS[node[0]]})
    return units


@given(trees)
def test_every_character_keeps_its_styles(nodes: list[Node]) -> None:
    text, entities = html.parse(as_html(nodes))
    expected = styled(nodes)
    found = [
        frozenset(entity["type"] for entity in entities if 0 <= unit - entity["offset"] < entity["length"])
        for unit in range(len(expected))
    ]
    assert text == "".join(node for node in flat(nodes))
    assert found == [styles for _, styles in expected]


def flat(nodes: list[Node]) -> list[str]:
    return [part for node in nodes for part in ([node] if isinstance(node, str) else flat(node[1]))]


@given(st.text(alphabet="<>/&;ab =\"'#x1字😀\n", max_size=40))
def test_any_text_is_parsed_or_refused(text: str) -> None:
    said, entities = outcome(text)
    assert said is None or said.startswith("Bad Request: can't parse entities: ")
    assert all(entity["length"] > 0 for entity in entities)


def outcome(text: str) -> tuple[str | None, list[dict[str, Any]]]:
    """What the parser says (None: nothing) and finds."""
    try:
        return None, html.parse(text)[1]
    except BotApiError as refused:
        return refused.description, []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 0'),
        ("价格 < 5", 'Unsupported start tag "" at byte offset 7'),
        ("字<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("字<b>x</i>", 'Unmatched end tag at byte offset 7, expected "</b>", found "</i>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("x<b", "Unclosed start tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href>x</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
        ("<a =x>x</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x/y>x</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_broken_html_is_refused_in_telegrams_words(text: str, said: str) -> None:
    with pytest.raises(BotApiError) as refused:
        html.parse(text)
    assert refused.value.description == f"Bad Request: can't parse entities: {said}"


@pytest.mark.parametrize(
    ("text", "plain", "entity"),
    [
        ('<a href="https://a.b/?x=1&amp;y=2">信</a>', "信", {"type": "text_link", "url": "https://a.b/?x=1&y=2"}),
        ("<a>https://a.b/</a>", "https://a.b/", {"type": "text_link", "url": "https://a.b/"}),
        ('<a href="tg://user?id=7">她</a>', "她", {"type": "text_mention", "user_id": 7}),
        ("<pre>x</pre>", "x", {"type": "pre"}),
        ('<pre><code class="language-python">x</code></pre>', "x", {"type": "pre", "language": "python"}),
        ('<code class="language-python">x</code>', "x", {"type": "code"}),
        ("<blockquote expandable>x</blockquote>", "x", {"type": "expandable_blockquote"}),
        ('<span class="tg-spoiler">x</span>', "x", {"type": "spoiler"}),
        ('<tg-emoji emoji-id="5">👍</tg-emoji>', "👍", {"type": "custom_emoji", "custom_emoji_id": "5"}),
        ('<tg-time unix="5">昨天</tg-time>', "昨天", {"type": "date_time", "unix_time": 5}),
        ("<STRONG>x</>", "x", {"type": "bold"}),
        ("<b>x</b><b>y</b>", "xy", {"type": "bold"}),
    ],
)
def test_each_tag_makes_its_entity(text: str, plain: str, entity: dict[str, str | int]) -> None:
    found, entities = html.parse(text)
    assert found == plain
    (only,) = entities
    assert utf16_slice(found, only.pop("offset"), only.pop("length")) == plain
    assert only == entity


@pytest.mark.parametrize(
    ("text", "plain"),
    [("&lt;b&gt; &amp; &quot;", '<b> & "'), ("&#20320;&#x597d;", "你好"), ("&nbsp;&#0; R&D", "&nbsp;&#0; R&D")],
)
def test_character_references_are_those_that_telegram_knows(text: str, plain: str) -> None:
    assert html.parse(text) == (plain, [])


def test_a_link_without_an_address_is_text() -> None:
    assert html.parse('<a href="nowhere">信</a>') == ("信", [])
