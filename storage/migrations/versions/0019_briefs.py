"""Briefs and their way through departments back to the writers.

Why: what several letters say becomes a brief, which is instructed, assigned, answered, carried back and judged.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import BIG, DAY, JSON, MOMENT

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "brief_numbers",
        sa.Column("year", BIG, autoincrement=False, nullable=False),
        sa.Column("last", BIG, nullable=False),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_brief_numbers")),
    )
    op.create_table(
        "briefs",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("author_id", BIG, nullable=False),
        sa.Column("member_id", BIG, nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("analysis", sa.Text(), nullable=False),
        sa.Column("suggestions", sa.Text(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("year", BIG, nullable=True),
        sa.Column("running", BIG, nullable=True),
        sa.Column("handed_in_at", MOMENT, nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("instruction", sa.Text(), nullable=True),
        sa.Column("instructed_by", sa.Text(), nullable=True),
        sa.Column("instructed_at", MOMENT, nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("carried_back_at", MOMENT, nullable=True),
        sa.Column("rounds", BIG, server_default="0", nullable=False),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.Column("draft_id", BIG, nullable=True),
        sa.CheckConstraint("kind IN ('opinion', 'lead', 'topic')", name=op.f("ck_briefs_known_kind")),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_briefs_author_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_briefs_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_briefs")),
        sa.UniqueConstraint("draft_id", name=op.f("uq_briefs_draft_id")),
        sa.UniqueConstraint("year", "running", name=op.f("uq_briefs_year_running")),
    )
    op.create_index("ix_briefs_author_id", "briefs", ["author_id", "id"], unique=False)
    op.create_index("ix_briefs_state", "briefs", ["state", "id"], unique=False)
    op.create_table(
        "assignments",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("brief_id", BIG, nullable=False),
        sa.Column("unit_id", BIG, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("due_on", DAY, nullable=False),
        sa.Column("assigned_at", MOMENT, nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("chases", BIG, server_default="0", nullable=False),
        sa.Column("code_hash", sa.Text(), nullable=True),
        sa.Column("link_ends_at", MOMENT, nullable=True),
        sa.CheckConstraint(
            "state IN ('assigned', 'answered', 'returned', 'accepted')", name=op.f("ck_assignments_known_state")
        ),
        sa.ForeignKeyConstraint(["brief_id"], ["briefs.id"], name=op.f("fk_assignments_brief_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_assignments_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignments")),
        sa.UniqueConstraint("brief_id", "unit_id", name=op.f("uq_assignments_brief_id_unit_id")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_assignments_code_hash")),
    )
    op.create_index("ix_assignments_unit_id", "assignments", ["unit_id", "id"], unique=False)
    op.create_index(
        "ix_assignments_waiting",
        "assignments",
        ["due_on"],
        unique=False,
        sqlite_where=sa.text("state IN ('assigned', 'returned')"),
        postgresql_where=sa.text("state IN ('assigned', 'returned')"),
    )
    op.create_table(
        "brief_events",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("brief_id", BIG, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("by_id", BIG, nullable=True),
        sa.Column("happened_at", MOMENT, nullable=False),
        sa.Column("details_json", JSON, nullable=False),
        sa.ForeignKeyConstraint(["brief_id"], ["briefs.id"], name=op.f("fk_brief_events_brief_id")),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_brief_events_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_brief_events")),
    )
    op.create_index("ix_brief_events_brief_id", "brief_events", ["brief_id"], unique=False)
    op.create_table(
        "brief_feedback",
        sa.Column("brief_id", BIG, nullable=False),
        sa.Column("letter_id", BIG, nullable=False),
        sa.Column("told_at", MOMENT, nullable=False),
        sa.Column("verdict", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("judged_at", MOMENT, nullable=True),
        sa.CheckConstraint("verdict IN ('satisfied', 'mostly', 'not')", name=op.f("ck_brief_feedback_known_verdict")),
        sa.ForeignKeyConstraint(["brief_id"], ["briefs.id"], name=op.f("fk_brief_feedback_brief_id")),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_brief_feedback_letter_id")),
        sa.PrimaryKeyConstraint("brief_id", "letter_id", name=op.f("pk_brief_feedback")),
    )
    op.create_index("ix_brief_feedback_letter_id", "brief_feedback", ["letter_id"], unique=False)
    op.create_table(
        "brief_files",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("brief_id", BIG, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["brief_id"], ["briefs.id"], name=op.f("fk_brief_files_brief_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_brief_files")),
    )
    op.create_index("ix_brief_files_brief_id", "brief_files", ["brief_id"], unique=False)
    op.create_table(
        "brief_sources",
        sa.Column("brief_id", BIG, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("source_id", BIG, nullable=False),
        sa.CheckConstraint("kind IN ('letter', 'matter', 'diary')", name=op.f("ck_brief_sources_known_kind")),
        sa.ForeignKeyConstraint(["brief_id"], ["briefs.id"], name=op.f("fk_brief_sources_brief_id")),
        sa.PrimaryKeyConstraint("brief_id", "kind", "source_id", name=op.f("pk_brief_sources")),
    )
    op.create_index("ix_brief_sources_source_id", "brief_sources", ["source_id", "kind"], unique=False)
