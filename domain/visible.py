"""Words as far as anything of them can be seen, wherever they were typed."""

_SHOWS_NOTHING = "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
_TURNS_WHAT_FOLLOWS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Marks that turn the writing direction: shown within a sentence of ours, they would turn its rest as well."""
_UNSEEN = dict.fromkeys(map(ord, _SHOWS_NOTHING + _TURNS_WHAT_FOLLOWS))


def visible(text: str) -> str:
    """Without the space around; "" when there is nothing to be seen."""
    text = text.translate(_UNSEEN).strip()
    return text if any(char.isprintable() and not char.isspace() for char in text) else ""
