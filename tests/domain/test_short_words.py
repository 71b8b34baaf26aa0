"""A reason, a note, a sentence: free words, but short ones."""

import pytest

from domain.short_words import LONGEST_WORDS, WordsAreTooLong, check_words


def test_as_many_characters_as_are_allowed_are_taken_without_the_space_around_them() -> None:
    assert check_words(f"  {'字' * LONGEST_WORDS}\n") == "字" * LONGEST_WORDS


def test_one_more_is_refused_with_both_figures() -> None:
    with pytest.raises(WordsAreTooLong) as refusal:
        check_words("字" * (LONGEST_WORDS + 1))
    assert refusal.value.args_of_text == {"limit": LONGEST_WORDS, "length": LONGEST_WORDS + 1}
