"""Briefs, what they are made of, the departments' answers, and what the writers say of the result."""

from sqlalchemy import CheckConstraint, Column, Index, PrimaryKeyConstraint, Table, UniqueConstraint, text

from storage.schema.base import BIG, at, json, key, metadata, number, on, personal, to, words

brief_numbers = Table(
    "brief_numbers",
    metadata,
    Column("year", BIG, primary_key=True, autoincrement=False),
    number("last"),
)

briefs = Table(
    "briefs",
    metadata,
    key(),
    words("kind"),
    words("state"),
    to("author_id", "people.id"),
    to("member_id", "members.id", optional=True),
    personal("title"),
    personal("facts"),
    personal("analysis"),
    personal("suggestions"),
    at("created_at"),
    number("year", optional=True),
    number("running", optional=True),
    at("handed_in_at", optional=True),
    personal("reason", optional=True),
    personal("instruction", optional=True),
    personal("instructed_by", optional=True),
    at("instructed_at", optional=True),
    personal("result", optional=True),
    at("carried_back_at", optional=True),
    number("rounds", default="0"),
    at("closed_at", optional=True),
    # The dialogue it was written in: one draft makes one brief, however often it is submitted.
    number("draft_id", optional=True),
    UniqueConstraint("year", "running"),
    UniqueConstraint("draft_id"),
    CheckConstraint("kind IN ('opinion', 'lead', 'topic')", name="known_kind"),
    Index("ix_briefs_author_id", "author_id", "id"),
    Index("ix_briefs_state", "state", "id"),
)

brief_sources = Table(
    "brief_sources",
    metadata,
    to("brief_id", "briefs.id"),
    words("kind"),
    number("source_id"),
    PrimaryKeyConstraint("brief_id", "kind", "source_id"),
    CheckConstraint("kind IN ('letter', 'matter', 'diary')", name="known_kind"),
    Index("ix_brief_sources_source_id", "source_id", "kind"),
)

brief_files = Table(
    "brief_files",
    metadata,
    key(),
    to("brief_id", "briefs.id"),
    words("kind"),
    words("file_id"),
    Index("ix_brief_files_brief_id", "brief_id"),
)

brief_events = Table(
    "brief_events",
    metadata,
    key(),
    to("brief_id", "briefs.id"),
    words("kind"),
    to("by_id", "people.id", optional=True),
    at("happened_at"),
    json("details_json"),
    Index("ix_brief_events_brief_id", "brief_id"),
)

assignments = Table(
    "assignments",
    metadata,
    key(),
    to("brief_id", "briefs.id"),
    to("unit_id", "units.id"),
    words("state"),
    on("due_on"),
    at("assigned_at"),
    personal("answer", optional=True),
    at("answered_at", optional=True),
    personal("reason", optional=True),
    number("chases", default="0"),
    # The one-time link: only its hash, until it is used or another takes its place.
    words("code_hash", optional=True),
    at("link_ends_at", optional=True),
    UniqueConstraint("brief_id", "unit_id"),
    UniqueConstraint("code_hash"),
    CheckConstraint("state IN ('assigned', 'answered', 'returned', 'accepted')", name="known_state"),
    Index("ix_assignments_unit_id", "unit_id", "id"),
    # Whose turn it is, and when: looked at all day.
    Index(
        "ix_assignments_waiting",
        "due_on",
        sqlite_where=text("state IN ('assigned', 'returned')"),
        postgresql_where=text("state IN ('assigned', 'returned')"),
    ),
)

# What goes with an answer. A document leaves as its clean copy alone; what came by the page stays here until then.
answer_files = Table(
    "answer_files",
    metadata,
    key(),
    to("assignment_id", "assignments.id"),
    words("kind"),
    personal("name", optional=True),
    words("file_id", optional=True),
    personal("data", optional=True),
    words("clean_id", optional=True),
    at("refused_at", optional=True),
    at("replaced_at", optional=True),
    Index("ix_answer_files_assignment_id", "assignment_id"),
)

brief_feedback = Table(
    "brief_feedback",
    metadata,
    to("brief_id", "briefs.id"),
    to("letter_id", "letters.id"),
    at("told_at"),
    words("verdict", optional=True),
    personal("words", optional=True),
    at("judged_at", optional=True),
    PrimaryKeyConstraint("brief_id", "letter_id"),
    CheckConstraint("verdict IN ('satisfied', 'mostly', 'not')", name="known_verdict"),
    Index("ix_brief_feedback_letter_id", "letter_id"),
)
