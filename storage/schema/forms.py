"""The registration form, the service card, and what a contact says of a visit."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, UniqueConstraint, text

from storage.schema.base import BIG, at, json, key, metadata, number, personal, to, words

forms = Table(
    "forms",
    metadata,
    key(),
    to("member_id", "members.id"),
    number("year"),
    words("state"),
    json("content_json"),
    words("handed_in_to"),
    at("handed_in_at"),
    at("decided_at", optional=True),
    to("decided_by_id", "people.id", optional=True),
    personal("reason", optional=True),
    CheckConstraint("state IN ('handed_in', 'accepted', 'returned', 'replaced')", name="known_state"),
    Index("ix_forms_year_member_id", "year", "member_id"),
)

cards = Table(
    "cards",
    metadata,
    key(),
    to("contact_id", "contacts.id"),
    words("code_hash"),
    words("state"),
    at("issued_at"),
    at("delivered_at", optional=True),
    at("returned_at", optional=True),
    at("lost_at", optional=True),
    UniqueConstraint("code_hash"),
    CheckConstraint("state IN ('issued', 'delivered', 'returned', 'lost')", name="known_state"),
    Index("ix_cards_contact_id", "contact_id"),
    # One card that works for each contact.
    Index(
        "uq_cards_in_use",
        "contact_id",
        unique=True,
        sqlite_where=text("state IN ('issued', 'delivered')"),
        postgresql_where=text("state IN ('issued', 'delivered')"),
    ),
)

visit_confirmations = Table(
    "visit_confirmations",
    metadata,
    Column("visit_id", BIG, ForeignKey("visits.id"), primary_key=True, autoincrement=False),
    words("how"),
    words("verdict"),
    personal("words", optional=True),
    at("said_at"),
    to("said_by_id", "people.id"),
    personal("answer", optional=True),
    at("answered_at", optional=True),
    at("shown_to_office_at", optional=True),
    CheckConstraint("how IN ('by_contact', 'by_staff_from_paper')", name="known_way"),
    CheckConstraint("verdict IN ('true', 'disputed')", name="known_verdict"),
    Index(
        "ix_visit_confirmations_open",
        "said_at",
        sqlite_where=text("verdict = 'disputed' AND shown_to_office_at IS NULL"),
        postgresql_where=text("verdict = 'disputed' AND shown_to_office_at IS NULL"),
    ),
)
