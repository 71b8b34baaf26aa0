"""Files of anonymous letters, identities opened, people kept out, letters held for a look."""

from sqlalchemy import Column, ForeignKey, Index, Table, Text, text

from storage.schema.base import BIG, at, key, metadata, number, personal, to, words

# A file in here reaches nobody as it came: what is sent is its clean copy.
anonymous_files = Table(
    "anonymous_files",
    metadata,
    Column("file_id", Text, primary_key=True),
    to("letter_id", "letters.id"),
    words("clean_id", optional=True),
    at("refused_at", optional=True),
    Index("ix_anonymous_files_letter_id", "letter_id"),
)

openings = Table(
    "openings",
    metadata,
    key(),
    to("letter_id", "letters.id"),
    to("asked_by_id", "people.id"),
    personal("reason"),
    at("asked_at"),
    at("expires_at"),
    to("decided_by_id", "people.id", optional=True),
    at("decided_at", optional=True),
    at("opened_at", optional=True),
    # One request at a time, and one opening, for each letter.
    Index(
        "uq_openings_standing",
        "letter_id",
        unique=True,
        sqlite_where=text("decided_at IS NULL OR opened_at IS NOT NULL"),
        postgresql_where=text("decided_at IS NULL OR opened_at IS NOT NULL"),
    ),
    Index("ix_openings_asked_by_id", "asked_by_id"),
)

bans = Table(
    "bans",
    metadata,
    key(),
    to("person_id", "people.id"),
    to("by_id", "people.id"),
    personal("reason"),
    # Who is kept out by a letter of theirs is named by its number alone.
    to("letter_id", "letters.id", optional=True),
    at("began_at"),
    at("ends_at"),
    at("lifted_at", optional=True),
    to("lifted_by_id", "people.id", optional=True),
    Index("ix_bans_person_id", "person_id"),
    Index("ix_bans_ends_at", "ends_at"),
)

# Someone who wrote faster than anybody can read. No row: never.
pauses = Table(
    "pauses",
    metadata,
    Column("person_id", BIG, ForeignKey("people.id"), primary_key=True, autoincrement=False),
    number("count"),
    at("ends_at"),
    number("missed", default="0"),
)

letter_holds = Table(
    "letter_holds",
    metadata,
    key(),
    to("letter_id", "letters.id"),
    to("member_id", "members.id", optional=True),
    to("unit_id", "units.id", optional=True),
    personal("words"),
    at("held_at"),
    at("ended_at", optional=True),
    Index(
        "uq_letter_holds_open",
        "letter_id",
        unique=True,
        sqlite_where=text("ended_at IS NULL"),
        postgresql_where=text("ended_at IS NULL"),
    ),
)
