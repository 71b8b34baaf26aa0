"""The diary, and the words of the yearly summary."""

from sqlalchemy import Index, PrimaryKeyConstraint, Table

from storage.schema.base import at, key, metadata, number, on, personal, to, words

diary_entries = Table(
    "diary_entries",
    metadata,
    key(),
    to("member_id", "members.id"),
    on("happened_on"),
    personal("body"),
    at("written_at"),
    at("changed_at", optional=True),
    at("removed_at", optional=True),
    Index("ix_diary_entries_member_id_happened_on", "member_id", "happened_on"),
)

diary_files = Table(
    "diary_files",
    metadata,
    key(),
    to("entry_id", "diary_entries.id"),
    words("kind"),
    words("file_id"),
    personal("file_name", optional=True),
    Index("ix_diary_files_entry_id", "entry_id"),
)

yearly_summaries = Table(
    "yearly_summaries",
    metadata,
    to("member_id", "members.id"),
    number("year"),
    personal("words"),
    at("written_at"),
    at("handed_in_at", optional=True),
    PrimaryKeyConstraint("member_id", "year"),
)
