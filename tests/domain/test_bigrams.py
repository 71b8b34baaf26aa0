"""Every piece of Chinese that stands in a text is found by it, and nothing else is taken for it."""

from hypothesis import given
from hypothesis import strategies as st

from domain.bigrams import find, tokens, wanted

CHINESE = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)
PIECES = st.lists(st.one_of(st.text(CHINESE, max_size=12), st.text(max_size=6)), max_size=6).map("".join)


@given(before=PIECES, word=st.text(CHINESE, min_size=2, max_size=10), after=PIECES)
def test_two_characters_or_more_are_found_wherever_they_stand(before: str, word: str, after: str) -> None:
    text = before + word + after
    assert set(wanted(word)) <= set(tokens(text))
    hit = find(text, word)
    assert hit is not None
    assert hit.text[hit.start : hit.end] == word


@given(text=PIECES, word=PIECES)
def test_what_is_found_has_the_tokens_asked_for(text: str, word: str) -> None:
    if wanted(word) and find(text, word) is not None:
        assert set(wanted(word)) <= set(tokens(text))


@given(text=st.text())
def test_a_token_is_one_word_to_any_index(text: str) -> None:
    for token in tokens(text):
        assert token
        assert all(char.isalnum() or ord(char) > 127 for char in token)
        assert not any(char.isspace() for char in token)
        assert ":" not in token


@given(text=PIECES)
def test_a_token_comes_once(text: str) -> None:
    assert len(tokens(text)) == len(set(tokens(text)))


def test_pairs_characters_words_and_numbers() -> None:
    assert tokens("路灯坏了，Wi-Fi 也断，12号楼") == [
        *("路", "灯", "坏", "了", "路灯", "灯坏", "坏了", "wi", "fi"),
        *("也", "断", "也断", "12", "号", "楼", "号楼"),
    ]


def test_no_more_is_asked_for_than_needed() -> None:
    assert wanted("路灯坏") == ["路灯", "灯坏"]
    assert wanted("灯") == ["灯"]
    assert wanted("12号") == ["12", "号"]
    assert wanted("！？👍 ") == []


def test_width_and_case_make_no_difference() -> None:
    hit = find("村里的ＷＩＦＩ坏了", "wifi")
    assert hit is not None
    assert hit.text[hit.start : hit.end] == "ＷＩＦＩ"
    assert set(wanted("ＷｉＦｉ")) <= set(tokens("wifi"))


def test_pairs_without_the_word_are_no_hit() -> None:
    text = "路灯下，灯坏的时候"
    assert set(wanted("路灯坏")) <= set(tokens(text))
    assert find(text, "路灯坏") is None


def test_a_number_or_word_is_not_cut_in_two() -> None:
    assert find("住12号楼", "2号") is None
    assert find("住12号楼，原住2号楼", "2号") is not None
    assert find("abc", "ab") is None
    assert find("ab路", "ab") is not None


def test_an_endless_word_has_a_short_token() -> None:
    (token,) = tokens("a" * 5000)
    assert len(token) == 40
    assert wanted("a" * 5000) == [token]
