"""Matters: letters about one thing, gathered and taken out again."""

from sqlalchemy import Index, Table, text

from storage.schema.base import at, key, metadata, personal, to

matters = Table(
    "matters",
    metadata,
    key(),
    personal("title"),
    at("created_at"),
    to("created_by_id", "people.id"),
)

matter_letters = Table(
    "matter_letters",
    metadata,
    key(),
    to("matter_id", "matters.id"),
    to("letter_id", "letters.id"),
    at("added_at"),
    to("added_by_id", "people.id"),
    at("removed_at", optional=True),
    Index("ix_matter_letters_matter_id", "matter_id"),
    # A letter is in one matter at a time.
    Index(
        "uq_matter_letters_in_use",
        "letter_id",
        unique=True,
        sqlite_where=text("removed_at IS NULL"),
        postgresql_where=text("removed_at IS NULL"),
    ),
)
