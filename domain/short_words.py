"""Free words, such as a reason, a note, a sentence beside a grade: do they say something, and are they short enough?"""

from domain.refusals import Refusal

LONGEST_WORDS = 500
"""Characters."""


class WordsAreTooLong(Refusal):
    """Arguments: ``limit`` and ``length``, in characters."""

    text = "words-are-too-long"


def says_something(words: str) -> bool:
    """Is there a letter, a character or a figure in it, and not signs alone?"""
    return any(char.isalnum() for char in words)


def check_length(words: str, limit: int, refusal: type[Refusal]) -> None:
    """Raises: ``refusal``, with ``limit`` and ``length`` in characters, as text."""
    if len(words) > limit:
        raise refusal(limit=str(limit), length=str(len(words)))


def check_words(words: str) -> str:
    """A short free text, without the space around it.

    Raises:
        WordsAreTooLong
    """
    words = words.strip()
    if len(words) > LONGEST_WORDS:
        raise WordsAreTooLong(limit=LONGEST_WORDS, length=len(words))
    return words
