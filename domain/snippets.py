"""Often-used answers: words with fields that are filled in for the letter that is answered."""

import re
from collections.abc import Mapping

from domain.refusals import Refusal

FIELDS = ("称呼", "编号", "委员", "日期", "事由", "政协")
"""What may stand in braces: how the writer is addressed, the letter's number, who answers, today, what the letter is
about, the committee."""

LONGEST_TITLE = 20
LONGEST_TEXT = 2000
MOST = 40
"""Snippets of one owner: more are no help on a small screen."""

_FIELD = re.compile(r"[{｛]([^{}｛｝]*)[}｝]")


class SnippetIsGone(Refusal):
    """Deleted meanwhile, or never this person's: the two are not told apart."""

    text = "snippet-is-gone"


class FieldIsUnknown(Refusal):
    """Arguments: ``field``, ``known``."""

    text = "snippet-field-is-unknown"


class SnippetIsTooLong(Refusal):
    """Arguments: ``limit``, ``length``, in characters."""

    text = "snippet-is-too-long"


class TooManySnippets(Refusal):
    """Argument: ``limit``."""

    text = "too-many-snippets"


def checked_title(typed: str) -> str:
    """On one line.

    Raises:
        SnippetIsTooLong
    """
    title = " ".join(typed.split())
    _check_length(title, LONGEST_TITLE)
    return title


def checked_text(typed: str) -> str:
    """With known fields alone.

    Raises:
        SnippetIsTooLong
        FieldIsUnknown
    """
    _check_length(typed, LONGEST_TEXT)
    for field in _FIELD.findall(typed):
        if field.strip() not in FIELDS:
            raise FieldIsUnknown(field=field.strip()[:20], known=known_fields())
    return typed


def known_fields() -> str:
    """All of them, as they are typed."""
    return " ".join(f"{{{field}}}" for field in FIELDS)


def filled(text: str, values: Mapping[str, str]) -> str:
    """The words with ``values`` in the place of the fields, each in one go: a value is never read for fields."""
    return _FIELD.sub(lambda found: values.get(found[1].strip(), found[0]), text)


def _check_length(typed: str, limit: int) -> None:
    if len(typed) > limit:
        raise SnippetIsTooLong(limit=limit, length=len(typed))
