"""Activities and who takes part, the representatives' pool, reception slots, studios and lecture orders."""

from sqlalchemy import CheckConstraint, Index, Table, UniqueConstraint, text

from storage.schema.base import at, flag, key, metadata, number, on, personal, to, words

activities = Table(
    "activities",
    metadata,
    key(),
    words("kind"),
    words("title"),
    to("unit_id", "units.id", optional=True),
    words("place"),
    at("begins_at"),
    at("ends_at"),
    number("capacity", optional=True),
    flag("is_open"),
    # Whoever knows it can make codes for signing in.
    personal("sign_in_key"),
    to("made_by_id", "people.id"),
    at("made_at"),
    at("remind_at"),
    at("reminded_at", optional=True),
    at("asked_to_judge_at", optional=True),
    at("cancelled_at", optional=True),
    personal("cancelled_because", optional=True),
    Index("ix_activities_begins_at", "begins_at"),
    Index("ix_activities_unit_id_begins_at", "unit_id", "begins_at"),
    Index(
        "ix_activities_to_remind",
        "remind_at",
        sqlite_where=text("reminded_at IS NULL AND cancelled_at IS NULL"),
        postgresql_where=text("reminded_at IS NULL AND cancelled_at IS NULL"),
    ),
    Index(
        "ix_activities_to_judge",
        "ends_at",
        sqlite_where=text("asked_to_judge_at IS NULL AND cancelled_at IS NULL"),
        postgresql_where=text("asked_to_judge_at IS NULL AND cancelled_at IS NULL"),
    ),
)

activity_people = Table(
    "activity_people",
    metadata,
    key(),
    to("activity_id", "activities.id"),
    to("person_id", "people.id"),
    to("member_id", "members.id", optional=True),
    words("attendance"),
    flag("is_from_pool"),
    at("invited_at", optional=True),
    at("answered_at", optional=True),
    at("waits_since_at", optional=True),
    personal("reason", optional=True),
    at("signed_in_at", optional=True),
    words("grade", optional=True),
    UniqueConstraint("activity_id", "person_id"),
    CheckConstraint("attendance IN ('invited', 'coming', 'waiting', 'declined', 'on_leave')", name="known_attendance"),
    Index("ix_activity_people_person_id", "person_id"),
    Index("ix_activity_people_member_id", "member_id"),
)

activity_notes = Table(
    "activity_notes",
    metadata,
    key(),
    to("activity_id", "activities.id"),
    to("person_id", "people.id"),
    words("kind"),
    personal("words"),
    at("noted_at"),
    CheckConstraint("kind IN ('speech', 'suggestion')", name="known_kind"),
    Index("ix_activity_notes_activity_id", "activity_id"),
)

# Codes to sign in by that stand in a chat: drawn anew each minute, in the message that shows them.
sign_in_screens = Table(
    "sign_in_screens",
    metadata,
    key(),
    to("activity_id", "activities.id"),
    number("chat_id"),
    words("language"),
    number("message_id", optional=True),
    number("minute"),
    at("until_at"),
    UniqueConstraint("activity_id", "chat_id"),
)

pool_people = Table(
    "pool_people",
    metadata,
    key(),
    to("person_id", "people.id"),
    words("sector"),
    personal("township"),
    at("joined_at"),
    at("left_at", optional=True),
    UniqueConstraint("person_id"),
)

reception_slots = Table(
    "reception_slots",
    metadata,
    key(),
    words("kind"),
    to("member_id", "members.id"),
    words("place"),
    at("begins_at"),
    at("ends_at"),
    at("remind_at"),
    at("reminded_at", optional=True),
    at("made_at"),
    at("cancelled_at", optional=True),
    CheckConstraint("kind IN ('reception_day', 'duty_room')", name="known_kind"),
    Index("ix_reception_slots_begins_at", "begins_at"),
    Index("ix_reception_slots_member_id_begins_at", "member_id", "begins_at"),
)

slot_bookings = Table(
    "slot_bookings",
    metadata,
    key(),
    to("slot_id", "reception_slots.id"),
    to("person_id", "people.id"),
    personal("topic"),
    at("booked_at"),
    at("cancelled_at", optional=True),
    Index("ix_slot_bookings_person_id", "person_id"),
    # Whoever inserts it has the slot.
    Index(
        "uq_slot_bookings_open",
        "slot_id",
        unique=True,
        sqlite_where=text("cancelled_at IS NULL"),
        postgresql_where=text("cancelled_at IS NULL"),
    ),
)

studios = Table(
    "studios",
    metadata,
    key(),
    words("name"),
    words("address"),
    to("unit_id", "units.id", optional=True),
    to("member_id", "members.id", optional=True),
    on("opened_on"),
    on("closed_on", optional=True),
    Index("ix_studios_unit_id", "unit_id"),
)

lecture_orders = Table(
    "lecture_orders",
    metadata,
    key(),
    to("unit_id", "units.id", optional=True),
    to("ordered_by_id", "people.id"),
    words("topic"),
    words("place"),
    at("begins_at"),
    at("ends_at"),
    at("ordered_at"),
    to("taken_by_id", "members.id", optional=True),
    at("taken_at", optional=True),
    to("activity_id", "activities.id", optional=True),
    at("withdrawn_at", optional=True),
    Index("ix_lecture_orders_begins_at", "begins_at"),
)
