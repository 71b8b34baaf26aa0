"""What stands beside the thread of a letter: notes of those who deal with it, albums that were answered."""

from sqlalchemy import Index, PrimaryKeyConstraint, Table

from storage.schema.base import at, key, metadata, personal, to, words

letter_notes = Table(
    "letter_notes",
    metadata,
    key(),
    to("letter_id", "letters.id"),
    to("author_id", "people.id"),
    to("unit_id", "units.id", optional=True),
    personal("text"),
    at("written_at"),
    Index("ix_letter_notes_letter_id", "letter_id"),
)

# An album comes in pieces, and is answered once.
albums = Table(
    "albums",
    metadata,
    to("person_id", "people.id"),
    words("album"),
    at("answered_at"),
    PrimaryKeyConstraint("person_id", "album"),
    Index("ix_albums_answered_at", "answered_at"),
)
