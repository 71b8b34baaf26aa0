"""Files of anonymous letters."""

from sqlalchemy import Column, Index, Table, Text

from storage.schema.base import at, metadata, to, words

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
