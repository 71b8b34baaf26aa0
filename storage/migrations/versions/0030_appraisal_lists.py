"""Lists for honours and for talks, and what was said in a talk.

Why: the scheme's rule proposes, the office decides, and both are kept beside the points that they rest on.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import BIG, DAY, MOMENT

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "appraisal_picks",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("appraised_id", BIG, nullable=False),
        sa.Column("list", sa.Text(), nullable=False),
        sa.Column("is_proposed", sa.Boolean(), nullable=False, server_default=sa.text("FALSE")),
        sa.Column("decision", sa.Text(), nullable=True),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("decided_by_id", BIG, nullable=True),
        sa.CheckConstraint("list IN ('honour', 'talk')", name=op.f("ck_appraisal_picks_known_list")),
        sa.CheckConstraint("decision IN ('confirmed', 'declined')", name=op.f("ck_appraisal_picks_known_decision")),
        sa.ForeignKeyConstraint(
            ["appraised_id"], ["appraised_members.id"], name=op.f("fk_appraisal_picks_appraised_id")
        ),
        sa.ForeignKeyConstraint(["decided_by_id"], ["people.id"], name=op.f("fk_appraisal_picks_decided_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appraisal_picks")),
        sa.UniqueConstraint("appraised_id", "list", name=op.f("uq_appraisal_picks_appraised_id_list")),
    )
    op.create_table(
        "appraisal_talks",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("pick_id", BIG, nullable=False),
        sa.Column("talked_on", DAY, nullable=False),
        sa.Column("talker", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.Column("recorded_by_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(["pick_id"], ["appraisal_picks.id"], name=op.f("fk_appraisal_talks_pick_id")),
        sa.ForeignKeyConstraint(["recorded_by_id"], ["people.id"], name=op.f("fk_appraisal_talks_recorded_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appraisal_talks")),
    )
    op.create_index("ix_appraisal_talks_pick_id", "appraisal_talks", ["pick_id"])
