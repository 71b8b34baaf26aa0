"""A reason, a note, a sentence beside a grade: free words, but short ones."""

from domain.refusals import Refusal

LONGEST_WORDS = 500
"""Characters."""


class WordsAreTooLong(Refusal):
    """Arguments: ``limit`` and ``length``, in characters."""

    text = "words-are-too-long"


def check_words(words: str) -> str:
    """A short free text, without the space around it.

    Raises:
        WordsAreTooLong
    """
    words = words.strip()
    if len(words) > LONGEST_WORDS:
        raise WordsAreTooLong(limit=LONGEST_WORDS, length=len(words))
    return words
