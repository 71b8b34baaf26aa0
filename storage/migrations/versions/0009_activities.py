"""Activities with their people and notes, the representatives' pool, reception slots, studios, lecture orders.

Why: what a committee holds beside letters and visits, who was invited, came, spoke and judged.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import BIG, DAY, MOMENT

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "activities",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("unit_id", BIG, nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("begins_at", MOMENT, nullable=False),
        sa.Column("ends_at", MOMENT, nullable=False),
        sa.Column("capacity", BIG, nullable=True),
        sa.Column("is_open", sa.Boolean(), server_default=sa.text("FALSE"), nullable=False),
        sa.Column("sign_in_key", sa.Text(), nullable=False),
        sa.Column("made_by_id", BIG, nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("remind_at", MOMENT, nullable=False),
        sa.Column("reminded_at", MOMENT, nullable=True),
        sa.Column("asked_to_judge_at", MOMENT, nullable=True),
        sa.Column("cancelled_at", MOMENT, nullable=True),
        sa.Column("cancelled_because", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["made_by_id"], ["people.id"], name=op.f("fk_activities_made_by_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_activities_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activities")),
    )
    op.create_index("ix_activities_begins_at", "activities", ["begins_at"], unique=False)
    op.create_index(
        "ix_activities_to_judge",
        "activities",
        ["ends_at"],
        unique=False,
        sqlite_where=sa.text("asked_to_judge_at IS NULL AND cancelled_at IS NULL"),
        postgresql_where=sa.text("asked_to_judge_at IS NULL AND cancelled_at IS NULL"),
    )
    op.create_index(
        "ix_activities_to_remind",
        "activities",
        ["remind_at"],
        unique=False,
        sqlite_where=sa.text("reminded_at IS NULL AND cancelled_at IS NULL"),
        postgresql_where=sa.text("reminded_at IS NULL AND cancelled_at IS NULL"),
    )
    op.create_index("ix_activities_unit_id_begins_at", "activities", ["unit_id", "begins_at"], unique=False)
    op.create_table(
        "pool_people",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("sector", sa.Text(), nullable=False),
        sa.Column("township", sa.Text(), nullable=False),
        sa.Column("joined_at", MOMENT, nullable=False),
        sa.Column("left_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_pool_people_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pool_people")),
        sa.UniqueConstraint("person_id", name=op.f("uq_pool_people_person_id")),
    )
    op.create_table(
        "activity_notes",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("activity_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("noted_at", MOMENT, nullable=False),
        sa.CheckConstraint("kind IN ('speech', 'suggestion')", name=op.f("ck_activity_notes_known_kind")),
        sa.ForeignKeyConstraint(["activity_id"], ["activities.id"], name=op.f("fk_activity_notes_activity_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_activity_notes_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_notes")),
    )
    op.create_index("ix_activity_notes_activity_id", "activity_notes", ["activity_id"], unique=False)
    op.create_table(
        "activity_people",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("activity_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("member_id", BIG, nullable=True),
        sa.Column("attendance", sa.Text(), nullable=False),
        sa.Column("is_from_pool", sa.Boolean(), server_default=sa.text("FALSE"), nullable=False),
        sa.Column("invited_at", MOMENT, nullable=True),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("waits_since_at", MOMENT, nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("signed_in_at", MOMENT, nullable=True),
        sa.Column("grade", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "attendance IN ('invited', 'coming', 'waiting', 'declined', 'on_leave')",
            name=op.f("ck_activity_people_known_attendance"),
        ),
        sa.ForeignKeyConstraint(["activity_id"], ["activities.id"], name=op.f("fk_activity_people_activity_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_activity_people_member_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_activity_people_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_people")),
        sa.UniqueConstraint("activity_id", "person_id", name=op.f("uq_activity_people_activity_id_person_id")),
    )
    op.create_index("ix_activity_people_member_id", "activity_people", ["member_id"], unique=False)
    op.create_index("ix_activity_people_person_id", "activity_people", ["person_id"], unique=False)
    op.create_table(
        "lecture_orders",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("unit_id", BIG, nullable=True),
        sa.Column("ordered_by_id", BIG, nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("begins_at", MOMENT, nullable=False),
        sa.Column("ends_at", MOMENT, nullable=False),
        sa.Column("ordered_at", MOMENT, nullable=False),
        sa.Column("taken_by_id", BIG, nullable=True),
        sa.Column("taken_at", MOMENT, nullable=True),
        sa.Column("activity_id", BIG, nullable=True),
        sa.Column("withdrawn_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["activity_id"], ["activities.id"], name=op.f("fk_lecture_orders_activity_id")),
        sa.ForeignKeyConstraint(["ordered_by_id"], ["people.id"], name=op.f("fk_lecture_orders_ordered_by_id")),
        sa.ForeignKeyConstraint(["taken_by_id"], ["members.id"], name=op.f("fk_lecture_orders_taken_by_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_lecture_orders_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lecture_orders")),
    )
    op.create_index("ix_lecture_orders_begins_at", "lecture_orders", ["begins_at"], unique=False)
    op.create_table(
        "reception_slots",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("begins_at", MOMENT, nullable=False),
        sa.Column("ends_at", MOMENT, nullable=False),
        sa.Column("remind_at", MOMENT, nullable=False),
        sa.Column("reminded_at", MOMENT, nullable=True),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("cancelled_at", MOMENT, nullable=True),
        sa.CheckConstraint("kind IN ('reception_day', 'duty_room')", name=op.f("ck_reception_slots_known_kind")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_reception_slots_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reception_slots")),
    )
    op.create_index("ix_reception_slots_begins_at", "reception_slots", ["begins_at"], unique=False)
    op.create_index(
        "ix_reception_slots_member_id_begins_at", "reception_slots", ["member_id", "begins_at"], unique=False
    )
    op.create_table(
        "studios",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("unit_id", BIG, nullable=True),
        sa.Column("member_id", BIG, nullable=True),
        sa.Column("opened_on", DAY, nullable=False),
        sa.Column("closed_on", DAY, nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_studios_member_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_studios_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_studios")),
    )
    op.create_index("ix_studios_unit_id", "studios", ["unit_id"], unique=False)
    op.create_table(
        "slot_bookings",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("slot_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("booked_at", MOMENT, nullable=False),
        sa.Column("cancelled_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_slot_bookings_person_id")),
        sa.ForeignKeyConstraint(["slot_id"], ["reception_slots.id"], name=op.f("fk_slot_bookings_slot_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slot_bookings")),
    )
    op.create_index("ix_slot_bookings_person_id", "slot_bookings", ["person_id"], unique=False)
    op.create_index(
        "uq_slot_bookings_open",
        "slot_bookings",
        ["slot_id"],
        unique=True,
        sqlite_where=sa.text("cancelled_at IS NULL"),
        postgresql_where=sa.text("cancelled_at IS NULL"),
    )
