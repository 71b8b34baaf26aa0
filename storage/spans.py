"""Some of all people, from one number to another: where everyone is gone through, a few hundred at a time."""

Span = tuple[int, int] | None
"""The first and the last person's id, both included; None: everyone."""

EVERYONE: Span = None


def within(span: Span) -> str:
    """A further condition on members ``m``."""
    return "" if span is None else "AND m.person_id BETWEEN :first_id AND :last_id"


def of_members(table: str, span: Span) -> str:
    """A further condition on a table that names its member."""
    if span is None:
        return ""
    return f" AND {table}.member_id IN (SELECT m.id FROM members m WHERE m.person_id BETWEEN :first_id AND :last_id)"


def bounds(span: Span) -> dict[str, int]:
    """The values that these conditions name."""
    return {} if span is None else {"first_id": span[0], "last_id": span[1]}
