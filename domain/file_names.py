"""Names of files as people give them: kept to be read, never to be opened by."""

import unicodedata

LONGEST = 100
UNSAFE = frozenset('/\\:*?"<>|')
"""What a path or a shell would make something of."""


def cleaned(name: str | None) -> str | None:
    """A name that stays in its folder and looks like what it is: without separators, control characters and those that
    turn the direction of writing (with which an .exe reads as a PDF); at most ``LONGEST`` characters, the ending kept.

    None where nothing is left of it.
    """
    if name is None:
        return None
    kept = "".join("_" if char in UNSAFE else char for char in name if unicodedata.category(char)[0] != "C")
    kept = " ".join(kept.split()).strip(". ")
    if len(kept) > LONGEST:
        stem, dot, ending = kept.rpartition(".")
        ending = f".{ending}" if dot and len(ending) <= 10 else ""
        kept = (stem if ending else kept)[: LONGEST - len(ending)].rstrip(". ") + ending
    return kept or None
