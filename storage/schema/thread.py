"""What stands beside the thread of a letter: notes of those who deal with it, often-used answers, answers that the
office looks at first, albums that were answered."""

from sqlalchemy import Index, PrimaryKeyConstraint, Table, text

from storage.schema.base import at, flag, json, key, metadata, personal, to, words

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

# Without an owner: the committee's, for everyone who answers letters.
snippets = Table(
    "snippets",
    metadata,
    key(),
    to("owner_id", "people.id", optional=True),
    personal("title"),
    personal("text"),
    at("changed_at"),
    Index("ix_snippets_owner_id", "owner_id"),
)

answer_drafts = Table(
    "answer_drafts",
    metadata,
    key(),
    to("letter_id", "letters.id"),
    to("author_id", "people.id"),
    json("pieces_json"),
    # The writer is asked something: when it goes out the clock stands.
    flag("is_question"),
    words("state"),
    at("made_at"),
    at("decided_at", optional=True),
    to("decided_by_id", "people.id", optional=True),
    personal("reason", optional=True),
    Index("ix_answer_drafts_letter_id", "letter_id"),
    Index(
        "ix_answer_drafts_waiting",
        "author_id",
        sqlite_where=text("state = 'waiting'"),
        postgresql_where=text("state = 'waiting'"),
    ),
)
