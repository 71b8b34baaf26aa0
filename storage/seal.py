"""What is personal in the database is marked where it is written."""

from typing import overload


class Sealed(str):
    """Text that says who someone is or what they wrote: a name, phone or address, a letter, a note, a reason."""

    __slots__ = ()


@overload
def sealed(value: str) -> Sealed: ...
@overload
def sealed(value: None) -> None: ...
def sealed(value: str | None) -> Sealed | None:
    """Mark a parameter as personal. It is never compared, sorted or searched in SQL; look rows up by id or number."""
    return None if value is None else Sealed(value)
