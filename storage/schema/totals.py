"""Figures that were asked for, and bulletins made of them."""

from sqlalchemy import Index, Table, text

from storage.schema.base import at, json, key, metadata, to, words

# Counted beside the writer, by the schedule: thousands of members take a second.
asked_figures = Table(
    "asked_figures",
    metadata,
    key(),
    words("kind"),
    to("person_id", "people.id"),
    json("request_json"),
    at("asked_at"),
    at("done_at", optional=True),
    Index(
        "ix_asked_figures_waiting",
        "id",
        sqlite_where=text("done_at IS NULL"),
        postgresql_where=text("done_at IS NULL"),
    ),
)

bulletins = Table(
    "bulletins",
    metadata,
    key(),
    words("period"),
    to("made_by_id", "people.id"),
    at("made_at"),
    # What stands in the picture and the files, as they were looked at.
    json("figures_json"),
    at("told_at", optional=True),
    at("posted_at", optional=True),
)
