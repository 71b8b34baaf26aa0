"""Letters keyed in for someone, and what their writers have yet to be told by phone."""

from sqlalchemy import Index, Table, UniqueConstraint, text

from storage.schema.base import at, key, metadata, number, personal, to, words

letter_records = Table(
    "letter_records",
    metadata,
    key(),
    to("letter_id", "letters.id"),
    # Known by this letter alone, until it is claimed.
    to("writer_id", "people.id"),
    to("by_id", "people.id"),
    words("channel"),
    personal("phone"),
    words("code_hash"),
    at("valid_until_at"),
    number("tries", default="0"),
    at("recorded_at"),
    at("claimed_at", optional=True),
    to("claimed_by_id", "people.id", optional=True),
    UniqueConstraint("letter_id"),
    Index("ix_letter_records_by_id", "by_id"),
)

record_tellings = Table(
    "record_tellings",
    metadata,
    key(),
    to("record_id", "letter_records.id"),
    at("owed_at"),
    at("told_at", optional=True),
    to("told_by_id", "people.id", optional=True),
    Index(
        "ix_record_tellings_owed",
        "record_id",
        sqlite_where=text("told_at IS NULL"),
        postgresql_where=text("told_at IS NULL"),
    ),
)
