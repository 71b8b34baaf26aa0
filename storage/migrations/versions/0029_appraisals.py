"""Appraisals made known, their members' points, and objections.

Why: points once made known stay as they were, whatever is changed of the data later.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import BIG, DAY, JSON, MOMENT

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

STANDS = sa.text("withdrawn_at IS NULL")
WAITS = sa.text("decided_at IS NULL")


def upgrade() -> None:
    op.create_table(
        "appraisals",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("year", BIG, nullable=False),
        sa.Column("table_json", JSON, nullable=False),
        sa.Column("counted_on", DAY, nullable=False),
        sa.Column("objections_until_on", DAY, nullable=False),
        sa.Column("made_by_id", BIG, nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("published_at", MOMENT, nullable=True),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.Column("closed_by_id", BIG, nullable=True),
        sa.Column("withdrawn_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["made_by_id"], ["people.id"], name=op.f("fk_appraisals_made_by_id")),
        sa.ForeignKeyConstraint(["closed_by_id"], ["people.id"], name=op.f("fk_appraisals_closed_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appraisals")),
    )
    op.create_index(
        "uq_appraisals_year", "appraisals", ["year"], unique=True, sqlite_where=STANDS, postgresql_where=STANDS
    )
    op.create_table(
        "appraised_members",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("appraisal_id", BIG, nullable=False),
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("tenths", BIG, nullable=False),
        sa.Column("done", BIG, nullable=False),
        sa.Column("owed", BIG, nullable=False),
        sa.Column("lines_json", JSON, nullable=False),
        sa.ForeignKeyConstraint(["appraisal_id"], ["appraisals.id"], name=op.f("fk_appraised_members_appraisal_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_appraised_members_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appraised_members")),
        sa.UniqueConstraint("appraisal_id", "member_id", name=op.f("uq_appraised_members_appraisal_id_member_id")),
    )
    op.create_index("ix_appraised_members_appraisal_id_tenths", "appraised_members", ["appraisal_id", "tenths"])
    op.create_index("ix_appraised_members_member_id", "appraised_members", ["member_id"])
    op.create_table(
        "appraisal_objections",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("appraised_id", BIG, nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("verdict", sa.Text(), nullable=True),
        sa.Column("tenths", BIG, nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("decided_by_id", BIG, nullable=True),
        sa.CheckConstraint("verdict IN ('upheld', 'refused')", name=op.f("ck_appraisal_objections_known_verdict")),
        sa.ForeignKeyConstraint(
            ["appraised_id"], ["appraised_members.id"], name=op.f("fk_appraisal_objections_appraised_id")
        ),
        sa.ForeignKeyConstraint(["decided_by_id"], ["people.id"], name=op.f("fk_appraisal_objections_decided_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appraisal_objections")),
        sa.UniqueConstraint("appraised_id", "line", name=op.f("uq_appraisal_objections_appraised_id_line")),
    )
    op.create_index(
        "ix_appraisal_objections_open", "appraisal_objections", ["id"], sqlite_where=WAITS, postgresql_where=WAITS
    )
