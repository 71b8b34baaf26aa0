"""Letters made public: what their writers allowed, what the office looked over, where it stands."""

from sqlalchemy import CheckConstraint, Index, Table, UniqueConstraint, text

from storage.schema.base import at, flag, key, metadata, number, personal, to, words

publications = Table(
    "publications",
    metadata,
    key(),
    to("letter_id", "letters.id"),
    words("state"),
    flag("is_named"),
    flag("is_stale"),
    at("asked_at"),
    at("consented_at", optional=True),
    to("decided_by_id", "people.id", optional=True),
    at("decided_at", optional=True),
    # What the office looks over, and which of its wordings is the one on the screen.
    personal("draft_content", optional=True),
    personal("draft_result", optional=True),
    number("revision", default="0"),
    # What it has let through, and where that stands.
    personal("content", optional=True),
    personal("result", optional=True),
    words("language", optional=True),
    words("write_url", optional=True),
    number("chat_id", optional=True),
    number("message_id", optional=True),
    CheckConstraint("state IN ('asked', 'refused', 'consented', 'published', 'declined', 'lost')", name="known_state"),
    UniqueConstraint("letter_id"),
    # What waits for the office.
    Index(
        "ix_publications_waiting",
        "consented_at",
        "id",
        sqlite_where=text("state = 'consented' OR is_stale"),
        postgresql_where=text("state = 'consented' OR is_stale"),
    ),
)
