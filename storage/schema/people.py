"""People, their roles and units, and who is away."""

from sqlalchemy import CheckConstraint, Column, Index, PrimaryKeyConstraint, Table, Text, UniqueConstraint

from storage.schema.base import at, flag, key, metadata, number, on, personal, to, words

people = Table(
    "people",
    metadata,
    key(),
    number("telegram_id", optional=True),
    personal("name"),
    # What people are looked up by; a name itself is not compared.
    Column("name_key", Text, nullable=False, server_default=""),
    personal("phone", optional=True),
    words("language"),
    at("created_at"),
    at("joined_at", optional=True),
    at("blocked_at", optional=True),
    at("banned_until_at", optional=True),
    at("paused_until_at", optional=True),
    at("forgotten_at", optional=True),
    UniqueConstraint("telegram_id"),
    Index("ix_people_name_key", "name_key"),
)

roles = Table(
    "roles",
    metadata,
    to("person_id", "people.id"),
    words("role"),
    at("granted_at"),
    PrimaryKeyConstraint("person_id", "role"),
    CheckConstraint("role IN ('office', 'member', 'leader', 'staff', 'department')", name="known_role"),
    Index("ix_roles_role", "role"),
)

invitations = Table(
    "invitations",
    metadata,
    key(),
    words("code_hash"),
    words("role"),
    to("person_id", "people.id", optional=True),
    to("unit_id", "units.id", optional=True),
    to("invited_by_id", "people.id", optional=True),
    at("created_at"),
    at("expires_at"),
    at("used_at", optional=True),
    UniqueConstraint("code_hash"),
)

units = Table(
    "units",
    metadata,
    key(),
    words("name"),
    words("kind"),
    UniqueConstraint("name"),
)

# The staff of a unit, the people of a department.
unit_people = Table(
    "unit_people",
    metadata,
    to("unit_id", "units.id"),
    to("person_id", "people.id"),
    at("joined_at"),
    # 职务: as what they belong to it.
    personal("post", optional=True),
    PrimaryKeyConstraint("unit_id", "person_id"),
    Index("ix_unit_people_person_id", "person_id"),
)

members = Table(
    "members",
    metadata,
    key(),
    to("person_id", "people.id"),
    words("sector"),
    to("unit_id", "units.id", optional=True),
    words("standing"),
    flag("is_standing_committee"),
    on("began_on"),
    on("left_on", optional=True),
    on("joined_on", optional=True),
    UniqueConstraint("person_id"),
    CheckConstraint("standing IN ('regular', 'special', 'resident', 'township')", name="known_standing"),
    Index("ix_members_unit_id", "unit_id"),
)

# A member who is away. Over when the clock passes ends_at or they come back: nothing has to run for it.
absences = Table(
    "absences",
    metadata,
    key(),
    to("member_id", "members.id"),
    to("stand_in_id", "members.id", optional=True),
    at("began_at"),
    on("until_on"),
    at("ends_at"),
    at("ended_at", optional=True),
    Index("ix_absences_member_id", "member_id"),
)
