"""The tables, for migrations and their test alone: SQLAlchemy is never on the hot path.

A column's name tells its type; ``storage.db`` says how.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeEngine

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

BIG: TypeEngine[int] = BigInteger().with_variant(Integer, "sqlite")
MOMENT: TypeEngine[Any] = DateTime(timezone=True).with_variant(Text, "sqlite")
DAY: TypeEngine[Any] = Date().with_variant(Text, "sqlite")
JSON: TypeEngine[Any] = JSONB().with_variant(Text, "sqlite")


def _id() -> Column[int]:
    return Column("id", BIG, primary_key=True, autoincrement=True)


def _to(name: str, target: str, *, optional: bool = False) -> Column[int]:
    return Column(name, BIG, ForeignKey(target), nullable=optional)


def _at(name: str, *, optional: bool = False) -> Column[object]:
    return Column(name, MOMENT, nullable=optional)


def _on(name: str, *, optional: bool = False) -> Column[object]:
    return Column(name, DAY, nullable=optional)


def _json(name: str) -> Column[object]:
    return Column(name, JSON, nullable=False)


def _text(name: str, *, optional: bool = False) -> Column[str]:
    return Column(name, Text, nullable=optional)


def _number(name: str, *, optional: bool = False, default: str | None = None) -> Column[int]:
    return Column(name, BIG, nullable=optional, server_default=default)


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False, server_default=text("FALSE"))


# --- people -----------------------------------------------------------------------------------------------------------

people = Table(
    "people",
    metadata,
    _id(),
    _number("telegram_id", optional=True),
    _text("name"),
    _text("phone", optional=True),
    _text("language"),
    _at("created_at"),
    _at("joined_at", optional=True),
    _at("blocked_at", optional=True),
    UniqueConstraint("telegram_id"),
    Index("ix_people_name", "name"),
)

roles = Table(
    "roles",
    metadata,
    _to("person_id", "people.id"),
    _text("role"),
    _at("granted_at"),
    PrimaryKeyConstraint("person_id", "role"),
    CheckConstraint("role IN ('office', 'member', 'leader', 'staff', 'department')", name="known_role"),
    Index("ix_roles_role", "role"),
)

invitations = Table(
    "invitations",
    metadata,
    _id(),
    _text("code_hash"),
    _text("role"),
    _to("person_id", "people.id", optional=True),
    _to("invited_by_id", "people.id", optional=True),
    _at("created_at"),
    _at("expires_at"),
    _at("used_at", optional=True),
    UniqueConstraint("code_hash"),
)

units = Table(
    "units",
    metadata,
    _id(),
    _text("name"),
    _text("kind"),
    UniqueConstraint("name"),
)

members = Table(
    "members",
    metadata,
    _id(),
    _to("person_id", "people.id"),
    _text("sector"),
    _to("unit_id", "units.id", optional=True),
    _text("standing"),
    _flag("is_standing_committee"),
    _on("began_on"),
    _on("left_on", optional=True),
    UniqueConstraint("person_id"),
    CheckConstraint("standing IN ('regular', 'special', 'resident', 'township')", name="known_standing"),
    Index("ix_members_unit_id", "unit_id"),
)

# A member who is away. Over when the clock passes ends_at or they come back: nothing has to run for it.
absences = Table(
    "absences",
    metadata,
    _id(),
    _to("member_id", "members.id"),
    _to("stand_in_id", "members.id", optional=True),
    _at("began_at"),
    _on("until_on"),
    _at("ends_at"),
    _at("ended_at", optional=True),
    Index("ix_absences_member_id", "member_id"),
)

# --- contacts and visits ----------------------------------------------------------------------------------------------

contacts = Table(
    "contacts",
    metadata,
    _id(),
    _to("member_id", "members.id"),
    _to("person_id", "people.id", optional=True),
    _text("name"),
    _text("kind"),
    _text("phone", optional=True),
    _text("address", optional=True),
    _on("registered_on"),
    _on("ended_on", optional=True),
    _text("ended_because", optional=True),
    Index("ix_contacts_member_id", "member_id"),
)

visits = Table(
    "visits",
    metadata,
    _id(),
    _to("member_id", "members.id"),
    _to("contact_id", "contacts.id"),
    _text("kind"),
    _on("happened_on"),
    _text("note"),
    _at("logged_at"),
    _at("withdrawn_at", optional=True),
    _to("replaces_id", "visits.id", optional=True),
    Index("ix_visits_member_id_happened_on", "member_id", "happened_on"),
    Index("ix_visits_contact_id", "contact_id"),
)

good_deeds = Table(
    "good_deeds",
    metadata,
    _id(),
    _to("visit_id", "visits.id"),
    _to("member_id", "members.id"),
    _to("contact_id", "contacts.id"),
    _text("what"),
    _on("happened_on"),
    _at("logged_at"),
    _at("withdrawn_at", optional=True),
    Index("ix_good_deeds_member_id_happened_on", "member_id", "happened_on"),
    Index("ix_good_deeds_visit_id", "visit_id"),
)

# --- the registration form and the service card -----------------------------------------------------------------------

forms = Table(
    "forms",
    metadata,
    _id(),
    _to("member_id", "members.id"),
    _number("year"),
    _text("state"),
    _json("content_json"),
    _text("handed_in_to"),
    _at("handed_in_at"),
    _at("decided_at", optional=True),
    _to("decided_by_id", "people.id", optional=True),
    _text("reason", optional=True),
    CheckConstraint("state IN ('handed_in', 'accepted', 'returned', 'replaced')", name="known_state"),
    Index("ix_forms_year_member_id", "year", "member_id"),
)

cards = Table(
    "cards",
    metadata,
    _id(),
    _to("contact_id", "contacts.id"),
    _text("code_hash"),
    _text("state"),
    _at("issued_at"),
    _at("delivered_at", optional=True),
    _at("returned_at", optional=True),
    _at("lost_at", optional=True),
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
    _text("how"),
    _text("verdict"),
    _text("words", optional=True),
    _at("said_at"),
    _to("said_by_id", "people.id"),
    _text("answer", optional=True),
    _at("answered_at", optional=True),
    _at("shown_to_office_at", optional=True),
    CheckConstraint("how IN ('by_contact', 'by_staff_from_paper')", name="known_way"),
    CheckConstraint("verdict IN ('true', 'disputed')", name="known_verdict"),
    Index(
        "ix_visit_confirmations_open",
        "said_at",
        sqlite_where=text("verdict = 'disputed' AND shown_to_office_at IS NULL"),
        postgresql_where=text("verdict = 'disputed' AND shown_to_office_at IS NULL"),
    ),
)

# --- letters ----------------------------------------------------------------------------------------------------------

letter_numbers = Table(
    "letter_numbers",
    metadata,
    Column("year", BIG, primary_key=True, autoincrement=False),
    _number("last"),
)

letters = Table(
    "letters",
    metadata,
    _id(),
    _text("number"),
    _to("writer_id", "people.id"),
    _to("member_id", "members.id", optional=True),
    _text("kind"),
    _flag("is_anonymous"),
    _flag("is_in_triage"),
    _text("mark", optional=True),
    _text("topic"),
    _text("state"),
    _at("received_at"),
    _at("waiting_since_at", optional=True),
    _at("answered_at", optional=True),
    _at("settled_at", optional=True),
    _text("helped", optional=True),
    _text("helped_words", optional=True),
    # The dialogue it was written in: one draft makes one letter, however often it is submitted.
    _number("draft_id", optional=True),
    UniqueConstraint("number"),
    UniqueConstraint("draft_id"),
    Index("ix_letters_writer_id_id", "writer_id", "id"),
    Index("ix_letters_state_id", "state", "id"),
    Index("ix_letters_received_at", "received_at"),
    # Who still owes an answer is asked all day: its cost must not grow with the settled ones.
    Index(
        "ix_letters_open_by_member",
        "member_id",
        "received_at",
        sqlite_where=text("settled_at IS NULL"),
        postgresql_where=text("settled_at IS NULL"),
    ),
    Index(
        "ix_letters_in_triage",
        "received_at",
        "id",
        sqlite_where=text("is_in_triage"),
        postgresql_where=text("is_in_triage"),
    ),
)

letter_entries = Table(
    "letter_entries",
    metadata,
    _id(),
    _to("letter_id", "letters.id"),
    _to("author_id", "people.id"),
    _text("side"),
    _text("text"),
    _at("written_at"),
    _at("edited_at", optional=True),
    _number("chat_id", optional=True),
    _number("message_id", optional=True),
    CheckConstraint("side IN ('writer', 'holder')", name="known_side"),
    Index("ix_letter_entries_letter_id", "letter_id"),
    Index("ix_letter_entries_chat_id_message_id", "chat_id", "message_id"),
)

letter_events = Table(
    "letter_events",
    metadata,
    _id(),
    _to("letter_id", "letters.id"),
    _text("kind"),
    _to("by_id", "people.id", optional=True),
    _at("happened_at"),
    _json("details_json"),
    Index("ix_letter_events_letter_id", "letter_id"),
)

attachments = Table(
    "attachments",
    metadata,
    _id(),
    _to("entry_id", "letter_entries.id", optional=True),
    _to("visit_id", "visits.id", optional=True),
    _text("kind"),
    _text("file_id", optional=True),
    _text("file_name", optional=True),
    _text("album", optional=True),
    Column("latitude", Float),
    Column("longitude", Float),
    CheckConstraint("(entry_id IS NULL) <> (visit_id IS NULL)", name="belongs_to_one"),
    Index("ix_attachments_entry_id", "entry_id"),
    Index("ix_attachments_visit_id", "visit_id"),
    # The pieces of an album come one by one: the later ones are told by it.
    Index("ix_attachments_album", "album"),
)

relays = Table(
    "relays",
    metadata,
    _number("chat_id"),
    _number("message_id"),
    _to("letter_id", "letters.id"),
    _to("entry_id", "letter_entries.id", optional=True),
    PrimaryKeyConstraint("chat_id", "message_id"),
    Index("ix_relays_entry_id", "entry_id"),
    Index("ix_relays_letter_id", "letter_id"),
)

# What a letter is found by; migration 0002 makes each engine's own index of it.
letter_index = Table(
    "letter_index",
    metadata,
    Column("letter_id", BIG, ForeignKey("letters.id"), primary_key=True, autoincrement=False),
    _text("tokens"),
)

searches = Table(
    "searches",
    metadata,
    _id(),
    _to("person_id", "people.id"),
    _text("line"),
    _at("asked_at"),
    Index("ix_searches_asked_at", "asked_at"),
    Index("ix_searches_person_id", "person_id"),
    # An old button names its search by number: no number may come twice.
    sqlite_autoincrement=True,
)

# --- the way of a message ---------------------------------------------------------------------------------------------

dialogues = Table(
    "dialogues",
    metadata,
    _id(),
    _to("person_id", "people.id"),
    _text("step"),
    _json("draft_json"),
    _at("began_at"),
    _at("touched_at"),
    Index("ix_dialogues_person_id", "person_id"),
    # An old button names its dialogue by number: no number may come twice.
    sqlite_autoincrement=True,
)

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BIG, primary_key=True, autoincrement=False),
    _number("lane"),
    _json("update_json"),
    _at("received_at"),
    _number("attempts", default="0"),
    _at("due_at"),
    _at("done_at", optional=True),
    _at("parked_at", optional=True),
    _text("error", optional=True),
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
    _id(),
    _text("kind"),
    _text("period"),
    _at("began_at"),
    _at("told_at", optional=True),
    _at("summarised_at", optional=True),
    UniqueConstraint("kind", "period"),
)

reminders = Table(
    "reminders",
    metadata,
    _text("kind"),
    _to("person_id", "people.id"),
    _text("period"),
    _to("round_id", "rounds.id"),
    _text("outcome"),
    _at("claimed_at"),
    PrimaryKeyConstraint("kind", "person_id", "period"),
    Index("ix_reminders_round_id", "round_id"),
)

outbox = Table(
    "outbox",
    metadata,
    _id(),
    _to("person_id", "people.id", optional=True),
    _number("chat_id"),
    _number("lane"),
    _json("content_json"),
    _to("letter_id", "letters.id", optional=True),
    _to("entry_id", "letter_entries.id", optional=True),
    _to("round_id", "rounds.id", optional=True),
    _at("created_at"),
    _at("due_at"),
    _number("attempts", default="0"),
    _at("leased_until_at", optional=True),
    _at("sent_at", optional=True),
    _number("message_id", optional=True),
    _at("failed_at", optional=True),
    _text("error", optional=True),
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
    _id(),
    _at("happened_at"),
    _to("person_id", "people.id", optional=True),
    _text("action"),
    _json("details_json"),
)

troubles = Table(
    "troubles",
    metadata,
    _id(),
    _text("kind"),
    _at("began_at"),
    _at("over_at", optional=True),
    # Whoever inserts the open one tells the office.
    Index(
        "ix_troubles_open",
        "kind",
        unique=True,
        sqlite_where=text("over_at IS NULL"),
        postgresql_where=text("over_at IS NULL"),
    ),
)
