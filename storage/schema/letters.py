"""Letters, their thread, and what they are found by."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    text,
)

from storage.schema.base import BIG, at, flag, json, key, metadata, number, personal, to, words

letter_numbers = Table(
    "letter_numbers",
    metadata,
    Column("year", BIG, primary_key=True, autoincrement=False),
    number("last"),
)

letters = Table(
    "letters",
    metadata,
    key(),
    words("number"),
    to("writer_id", "people.id"),
    # Who holds it: a member, a unit, or the office (neither of the two).
    to("member_id", "members.id", optional=True),
    to("unit_id", "units.id", optional=True),
    words("kind"),
    flag("is_anonymous"),
    flag("is_in_triage"),
    words("mark", optional=True),
    personal("topic"),
    words("state"),
    at("received_at"),
    at("waiting_since_at", optional=True),
    at("answered_at", optional=True),
    at("settled_at", optional=True),
    words("helped", optional=True),
    personal("helped_words", optional=True),
    words("outcome", optional=True),
    # Where the clocks begin: for the holder's next word (none while nobody waits for it), and for the end.
    at("owed_since_at", optional=True),
    at("opened_at", optional=True),
    to("follows_id", "letters.id", optional=True),
    # The dialogue it was written in: one draft makes one letter, however often it is submitted.
    number("draft_id", optional=True),
    UniqueConstraint("number"),
    UniqueConstraint("draft_id"),
    Index("ix_letters_writer_id_id", "writer_id", "id"),
    Index("ix_letters_state_id", "state", "id"),
    # When its words were erased, because they had been kept long enough.
    at("erased_at", optional=True),
    Index("ix_letters_received_at", "received_at"),
    Index(
        "ix_letters_to_erase",
        "settled_at",
        sqlite_where=text("settled_at IS NOT NULL AND erased_at IS NULL"),
        postgresql_where=text("settled_at IS NOT NULL AND erased_at IS NULL"),
    ),
    # Who still owes an answer is asked all day: its cost must not grow with the settled ones.
    Index(
        "ix_letters_open_by_member",
        "member_id",
        "received_at",
        sqlite_where=text("settled_at IS NULL"),
        postgresql_where=text("settled_at IS NULL"),
    ),
    # Whose writer has not said whether it helped: looked through all day, and short.
    Index(
        "ix_letters_ungraded",
        "settled_at",
        sqlite_where=text("state = 'settled' AND helped IS NULL"),
        postgresql_where=text("state = 'settled' AND helped IS NULL"),
    ),
    Index(
        "ix_letters_open_by_unit",
        "unit_id",
        "received_at",
        sqlite_where=text("settled_at IS NULL AND unit_id IS NOT NULL"),
        postgresql_where=text("settled_at IS NULL AND unit_id IS NOT NULL"),
    ),
    # What is late is asked every few minutes.
    Index(
        "ix_letters_owed",
        "owed_since_at",
        sqlite_where=text("owed_since_at IS NOT NULL"),
        postgresql_where=text("owed_since_at IS NOT NULL"),
    ),
    Index(
        "ix_letters_unsettled",
        "opened_at",
        sqlite_where=text("settled_at IS NULL AND opened_at IS NOT NULL"),
        postgresql_where=text("settled_at IS NULL AND opened_at IS NOT NULL"),
    ),
    Index(
        "ix_letters_in_triage",
        "received_at",
        "id",
        sqlite_where=text("is_in_triage"),
        postgresql_where=text("is_in_triage"),
    ),
)

# Reminders that were sent: each step of a clock once. A clock is told from the next one by where it began.
letter_chases = Table(
    "letter_chases",
    metadata,
    to("letter_id", "letters.id"),
    words("clock"),
    at("since_at"),
    words("step"),
    at("chased_at"),
    PrimaryKeyConstraint("letter_id", "clock", "since_at", "step"),
)

letter_entries = Table(
    "letter_entries",
    metadata,
    key(),
    to("letter_id", "letters.id"),
    to("author_id", "people.id"),
    # In whose name they wrote, where that is a unit.
    to("unit_id", "units.id", optional=True),
    words("side"),
    personal("text"),
    at("written_at"),
    at("edited_at", optional=True),
    number("chat_id", optional=True),
    number("message_id", optional=True),
    # The first entry of what was sent at once: an album, or what was said before the letter was named.
    number("sent_with_id", optional=True),
    at("taken_back_at", optional=True),
    CheckConstraint("side IN ('writer', 'holder')", name="known_side"),
    Index("ix_letter_entries_letter_id", "letter_id"),
    Index("ix_letter_entries_chat_id_message_id", "chat_id", "message_id"),
    # What someone answered, by day: their diary shows it.
    Index(
        "ix_letter_entries_answers",
        "author_id",
        "written_at",
        sqlite_where=text("side = 'holder'"),
        postgresql_where=text("side = 'holder'"),
    ),
)

letter_events = Table(
    "letter_events",
    metadata,
    key(),
    to("letter_id", "letters.id"),
    words("kind"),
    to("by_id", "people.id", optional=True),
    # In whose name, where that is a unit.
    to("unit_id", "units.id", optional=True),
    at("happened_at"),
    json("details_json"),
    Index("ix_letter_events_letter_id", "letter_id"),
)

attachments = Table(
    "attachments",
    metadata,
    key(),
    to("entry_id", "letter_entries.id", optional=True),
    to("visit_id", "visits.id", optional=True),
    words("kind"),
    words("file_id", optional=True),
    personal("file_name", optional=True),
    words("album", optional=True),
    Column("latitude", Float),
    Column("longitude", Float),
    CheckConstraint("(entry_id IS NULL) <> (visit_id IS NULL)", name="belongs_to_one"),
    Index("ix_attachments_entry_id", "entry_id"),
    Index("ix_attachments_visit_id", "visit_id"),
    # The pieces of an album come one by one: the later ones are told by it.
    Index("ix_attachments_album", "album"),
)

# Whoever inserts the row asks the letter's writer for a judgement the second and last time.
grade_requests = Table(
    "grade_requests",
    metadata,
    Column("letter_id", BIG, ForeignKey("letters.id"), primary_key=True, autoincrement=False),
    at("claimed_at"),
)

relays = Table(
    "relays",
    metadata,
    number("chat_id"),
    number("message_id"),
    to("letter_id", "letters.id"),
    to("entry_id", "letter_entries.id", optional=True),
    PrimaryKeyConstraint("chat_id", "message_id"),
    Index("ix_relays_entry_id", "entry_id"),
    Index("ix_relays_letter_id", "letter_id"),
)

# What a letter is found by; migration 0002 makes each engine's own index of it.
letter_index = Table(
    "letter_index",
    metadata,
    Column("letter_id", BIG, ForeignKey("letters.id"), primary_key=True, autoincrement=False),
    words("tokens"),
)

searches = Table(
    "searches",
    metadata,
    key(),
    to("person_id", "people.id"),
    personal("line"),
    at("asked_at"),
    Index("ix_searches_asked_at", "asked_at"),
    Index("ix_searches_person_id", "person_id"),
    # An old button names its search by number: no number may come twice.
    sqlite_autoincrement=True,
)
