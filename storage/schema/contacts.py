"""Contacts, visits and good deeds."""

from sqlalchemy import CheckConstraint, Column, Index, PrimaryKeyConstraint, Table, Text, UniqueConstraint, text

from storage.schema.base import at, key, metadata, on, personal, to, words

contacts = Table(
    "contacts",
    metadata,
    key(),
    to("member_id", "members.id"),
    to("person_id", "people.id", optional=True),
    personal("name"),
    words("kind"),
    personal("phone", optional=True),
    personal("address", optional=True),
    on("registered_on"),
    on("ended_on", optional=True),
    personal("ended_because", optional=True),
    # The contact whose place this one took.
    to("replaces_id", "contacts.id", optional=True),
    Index("ix_contacts_member_id", "member_id"),
)

group_visits = Table(
    "group_visits",
    metadata,
    key(),
    to("organiser_id", "people.id"),
    on("happened_on"),
    personal("note"),
    words("code"),
    at("created_at"),
    at("closed_at", optional=True),
    at("cancelled_at", optional=True),
    UniqueConstraint("code"),
    Index("ix_group_visits_organiser_id", "organiser_id"),
)

group_visit_members = Table(
    "group_visit_members",
    metadata,
    to("group_visit_id", "group_visits.id"),
    to("member_id", "members.id"),
    at("signed_in_at"),
    PrimaryKeyConstraint("group_visit_id", "member_id"),
    Index("ix_group_visit_members_member_id", "member_id"),
)

visits = Table(
    "visits",
    metadata,
    key(),
    to("member_id", "members.id"),
    to("contact_id", "contacts.id"),
    words("kind"),
    on("happened_on"),
    personal("note"),
    at("logged_at"),
    at("withdrawn_at", optional=True),
    to("replaces_id", "visits.id", optional=True),
    # Entered by staff from a paper card.
    to("keyed_by_id", "people.id", optional=True),
    to("group_visit_id", "group_visits.id", optional=True),
    at("erased_at", optional=True),
    Index("ix_visits_member_id_happened_on", "member_id", "happened_on"),
    Index("ix_visits_contact_id", "contact_id"),
    # Totals of a year are counted from this alone, without reading the notes.
    Index(
        "ix_visits_counted",
        "happened_on",
        "contact_id",
        "kind",
        "member_id",
        sqlite_where=text("withdrawn_at IS NULL"),
        postgresql_where=text("withdrawn_at IS NULL"),
    ),
    Index(
        "ix_visits_group_visit_id",
        "group_visit_id",
        sqlite_where=text("group_visit_id IS NOT NULL"),
        postgresql_where=text("group_visit_id IS NOT NULL"),
    ),
)

good_deeds = Table(
    "good_deeds",
    metadata,
    key(),
    to("visit_id", "visits.id"),
    to("member_id", "members.id"),
    to("contact_id", "contacts.id"),
    personal("what"),
    on("happened_on"),
    at("logged_at"),
    at("withdrawn_at", optional=True),
    # promised: happened_on is the day of the promise, promised_on as well; done: the day it was done.
    Column("state", Text, nullable=False, server_default="done"),
    on("promised_on", optional=True),
    on("due_on", optional=True),
    at("confirmed_at", optional=True),
    personal("dispute", optional=True),
    at("disputed_at", optional=True),
    at("reminded_before_at", optional=True),
    at("reminded_after_at", optional=True),
    at("shown_to_office_at", optional=True),
    CheckConstraint("state IN ('promised', 'done', 'confirmed')", name="known_state"),
    Index("ix_good_deeds_member_id_happened_on", "member_id", "happened_on"),
    Index("ix_good_deeds_visit_id", "visit_id"),
    # What is still to be done, by its day.
    Index(
        "ix_good_deeds_open",
        "due_on",
        sqlite_where=text("state = 'promised' AND withdrawn_at IS NULL"),
        postgresql_where=text("state = 'promised' AND withdrawn_at IS NULL"),
    ),
)
