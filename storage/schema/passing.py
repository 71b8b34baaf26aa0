"""The way of a message: dialogues, inbox, outbox, rounds of reminders, audit, troubles."""

from sqlalchemy import Column, Float, Index, PrimaryKeyConstraint, Table, Text, UniqueConstraint, text

from storage.schema.base import BIG, at, json, key, metadata, number, on, personal, to, words

dialogues = Table(
    "dialogues",
    metadata,
    key(),
    to("person_id", "people.id"),
    words("step"),
    json("draft_json"),
    at("began_at"),
    at("touched_at"),
    Index("ix_dialogues_person_id", "person_id"),
    # An old button names its dialogue by number: no number may come twice.
    sqlite_autoincrement=True,
)

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BIG, primary_key=True, autoincrement=False),
    number("lane"),
    json("update_json"),
    at("received_at"),
    number("attempts", default="0"),
    at("due_at"),
    at("done_at", optional=True),
    at("parked_at", optional=True),
    personal("error", optional=True),
    Index(
        "ix_inbox_waiting",
        "update_id",
        sqlite_where=text("done_at IS NULL AND parked_at IS NULL"),
        postgresql_where=text("done_at IS NULL AND parked_at IS NULL"),
    ),
    Index(
        "ix_inbox_waiting_in_lane",
        "lane",
        "update_id",
        sqlite_where=text("done_at IS NULL AND parked_at IS NULL"),
        postgresql_where=text("done_at IS NULL AND parked_at IS NULL"),
    ),
    Index("ix_inbox_done_at", "done_at"),
    # What was given up is counted all day, and is little.
    Index(
        "ix_inbox_parked",
        "update_id",
        sqlite_where=text("parked_at IS NOT NULL"),
        postgresql_where=text("parked_at IS NOT NULL"),
    ),
)

rounds = Table(
    "rounds",
    metadata,
    key(),
    words("kind"),
    words("period"),
    at("began_at"),
    at("told_at", optional=True),
    at("summarised_at", optional=True),
    UniqueConstraint("kind", "period"),
)

reminders = Table(
    "reminders",
    metadata,
    words("kind"),
    to("person_id", "people.id"),
    words("period"),
    to("round_id", "rounds.id"),
    words("outcome"),
    at("claimed_at"),
    PrimaryKeyConstraint("kind", "person_id", "period"),
    Index("ix_reminders_round_id", "round_id"),
)

# What is due for a person and waits for the day's one message: ``services.gathering``.
due_lines = Table(
    "due_lines",
    metadata,
    key(),
    to("person_id", "people.id"),
    words("kind"),
    words("period"),
    to("round_id", "rounds.id", optional=True),
    at("due_at"),
    # The last day on which it is of use: it does not wait beyond it.
    on("until_on", optional=True),
    # The day (a row of rounds) in whose message it went out.
    to("told_in_id", "rounds.id", optional=True),
    at("told_at", optional=True),
    UniqueConstraint("person_id", "kind", "period"),
    Index(
        "ix_due_lines_waiting",
        "due_at",
        sqlite_where=text("told_in_id IS NULL"),
        postgresql_where=text("told_in_id IS NULL"),
    ),
    Index("ix_due_lines_round_id", "round_id"),
    Index("ix_due_lines_told_at", "told_at"),
)

outbox = Table(
    "outbox",
    metadata,
    key(),
    to("person_id", "people.id", optional=True),
    number("chat_id"),
    number("lane"),
    json("content_json"),
    to("letter_id", "letters.id", optional=True),
    to("entry_id", "letter_entries.id", optional=True),
    to("round_id", "rounds.id", optional=True),
    at("created_at"),
    at("due_at"),
    number("attempts", default="0"),
    at("leased_until_at", optional=True),
    at("sent_at", optional=True),
    number("message_id", optional=True),
    at("failed_at", optional=True),
    words("error", optional=True),
    Index(
        "ix_outbox_waiting",
        "lane",
        "id",
        sqlite_where=text("sent_at IS NULL AND failed_at IS NULL"),
        postgresql_where=text("sent_at IS NULL AND failed_at IS NULL"),
    ),
    Index(
        "ix_outbox_waiting_in_chat",
        "chat_id",
        "lane",
        "id",
        sqlite_where=text("sent_at IS NULL AND failed_at IS NULL"),
        postgresql_where=text("sent_at IS NULL AND failed_at IS NULL"),
    ),
    Index(
        "ix_outbox_given_up",
        "failed_at",
        sqlite_where=text("failed_at IS NOT NULL"),
        postgresql_where=text("failed_at IS NOT NULL"),
    ),
    Index("ix_outbox_round_id", "round_id"),
    Index("ix_outbox_sent_at", "sent_at"),
    Index("ix_outbox_letter_id", "letter_id"),
)

audit = Table(
    "audit",
    metadata,
    key(),
    at("happened_at"),
    to("person_id", "people.id", optional=True),
    words("action"),
    json("details_json"),
    # Of this row and all before it; None in those that are older than the chain.
    words("hash", optional=True),
)

# One row: the hash of the last row of the log, held by whoever adds the next.
audit_head = Table(
    "audit_head",
    metadata,
    key(),
    words("hash"),
)

# Which keys something here is sealed with (storage.key_uses).
key_uses = Table(
    "key_uses",
    metadata,
    Column("key_id", Text, primary_key=True),
    words("key_check"),
    at("began_at"),
    at("done_at", optional=True),
)

# Wrong codes of invitations and cards: who guesses waits longer and longer.
wrong_codes = Table(
    "wrong_codes",
    metadata,
    Column("telegram_id", BIG, primary_key=True, autoincrement=False),
    number("count"),
    at("last_at"),
    Index("ix_wrong_codes_last_at", "last_at"),
)

troubles = Table(
    "troubles",
    metadata,
    key(),
    words("kind"),
    at("began_at"),
    at("over_at", optional=True),
    # Whoever inserts the open one tells the office.
    Index(
        "ix_troubles_open",
        "kind",
        unique=True,
        sqlite_where=text("over_at IS NULL"),
        postgresql_where=text("over_at IS NULL"),
    ),
)

# When the next message may leave, where several processes send: ``storage.paces``.
paces = Table(
    "paces",
    metadata,
    Column("chat_id", BIG, primary_key=True, autoincrement=False),
    Column("free", Float, nullable=False),
    Column("held_until", Float),
)
