"""How much one file may unpack to, and what is said where it can't be cleaned."""

from dataclasses import dataclass

PIXELS = 60_000_000
"""More than any phone's camera gives: a picture that unpacks to more is refused."""
ALL_PIXELS = 10 * PIXELS
"""Of all pictures in a document together."""
UNPACKED = 100 << 20
"""Bytes that a packed document may unpack to, with all that is packed within what it packs."""
PACKED_FILES = 3000
DEEPEST = 3
"""A document, one within it, one within that."""


class CannotClean(Exception):
    """It can't be read, is locked, too large, or of a sort that we don't clean."""


@dataclass
class Room:
    """What one file may still unpack to, however it is packed."""

    size: int = UNPACKED
    pixels: int = ALL_PIXELS
    parts: int = PACKED_FILES
    depth: int = 0

    def take(self, size: int = 0, pixels: int = 0, parts: int = 0) -> None:
        """Raises:
        CannotClean: there is not so much left.
        """
        self.size, self.pixels, self.parts = self.size - size, self.pixels - pixels, self.parts - parts
        if min(self.size, self.pixels, self.parts) < 0:
            raise CannotClean("unpacks to too much")
