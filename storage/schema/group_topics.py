"""Letters that have a topic of their own in the members' group."""

from sqlalchemy import Column, ForeignKey, Table

from storage.schema.base import BIG, metadata, number

group_topics = Table(
    "group_topics",
    metadata,
    Column("letter_id", BIG, ForeignKey("letters.id"), primary_key=True, autoincrement=False),
    number("chat_id"),
    number("thread_id"),
)
