"""Identities opened by two people, people kept out for a while, letters held for a look.

Why: moderation must outlive a restart, and be told of afterwards.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import BIG, MOMENT

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

STANDING = sa.text("decided_at IS NULL OR opened_at IS NOT NULL")
OPEN = sa.text("ended_at IS NULL")


def upgrade() -> None:
    for name in ("banned_until_at", "paused_until_at"):
        op.add_column("people", sa.Column(name, MOMENT, nullable=True))
    op.create_table(
        "openings",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("letter_id", BIG, nullable=False),
        sa.Column("asked_by_id", BIG, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("decided_by_id", BIG, nullable=True),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("opened_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_openings_letter_id")),
        sa.ForeignKeyConstraint(["asked_by_id"], ["people.id"], name=op.f("fk_openings_asked_by_id")),
        sa.ForeignKeyConstraint(["decided_by_id"], ["people.id"], name=op.f("fk_openings_decided_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_openings")),
    )
    op.create_index("ix_openings_asked_by_id", "openings", ["asked_by_id"])
    op.create_index(
        "uq_openings_standing",
        "openings",
        ["letter_id"],
        unique=True,
        sqlite_where=STANDING,
        postgresql_where=STANDING,
    )
    op.create_table(
        "bans",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("by_id", BIG, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("letter_id", BIG, nullable=True),
        sa.Column("began_at", MOMENT, nullable=False),
        sa.Column("ends_at", MOMENT, nullable=False),
        sa.Column("lifted_at", MOMENT, nullable=True),
        sa.Column("lifted_by_id", BIG, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_bans_person_id")),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_bans_by_id")),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_bans_letter_id")),
        sa.ForeignKeyConstraint(["lifted_by_id"], ["people.id"], name=op.f("fk_bans_lifted_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bans")),
    )
    op.create_index("ix_bans_ends_at", "bans", ["ends_at"])
    op.create_index("ix_bans_person_id", "bans", ["person_id"])
    op.create_table(
        "pauses",
        sa.Column("person_id", BIG, autoincrement=False, nullable=False),
        sa.Column("count", BIG, nullable=False),
        sa.Column("ends_at", MOMENT, nullable=False),
        sa.Column("missed", BIG, server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_pauses_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_pauses")),
    )
    op.create_table(
        "letter_holds",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("letter_id", BIG, nullable=False),
        sa.Column("member_id", BIG, nullable=True),
        sa.Column("unit_id", BIG, nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("held_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_letter_holds_letter_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_letter_holds_member_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_letter_holds_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_holds")),
    )
    op.create_index(
        "uq_letter_holds_open", "letter_holds", ["letter_id"], unique=True, sqlite_where=OPEN, postgresql_where=OPEN
    )
