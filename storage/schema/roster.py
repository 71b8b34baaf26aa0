"""Versions of the scheme, the sessions of a term, and lists that the office sent to the bot."""

from sqlalchemy import CheckConstraint, Column, Index, Table, UniqueConstraint, text

from storage.schema.base import JSON, at, json, key, metadata, number, on, personal, to, words

# From its first day on a version holds until the next one's. The whole scheme: its file may change or vanish.
scheme_versions = Table(
    "scheme_versions",
    metadata,
    key(),
    words("name"),
    on("began_on"),
    json("scheme_json"),
    at("recorded_at"),
    UniqueConstraint("began_on"),
)

sessions = Table(
    "sessions",
    metadata,
    key(),
    number("term"),
    number("number"),
    on("began_on"),
    UniqueConstraint("term", "number"),
)

# content_json: the sheets as they were read, until the list is taken over or given up.
roster_files = Table(
    "roster_files",
    metadata,
    key(),
    to("sent_by_id", "people.id"),
    words("file_id"),
    personal("file_name"),
    words("state"),
    at("sent_at"),
    at("decided_at", optional=True),
    Column("content_json", JSON, nullable=True),
    CheckConstraint("state IN ('waiting', 'shown', 'refused', 'taken', 'given_up')", name="known_state"),
    Index(
        "ix_roster_files_waiting",
        "id",
        sqlite_where=text("state = 'waiting'"),
        postgresql_where=text("state = 'waiting'"),
    ),
)
