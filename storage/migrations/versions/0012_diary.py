"""The diary, and the words of the yearly summary.

Why: a member keeps a diary and sums up the year with it (J7). Visits and answers appear in it by themselves: answers
are found by their author.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import BIG, DAY, MOMENT

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ANSWERS = sa.text("side = 'holder'")


def upgrade() -> None:
    op.create_table(
        "diary_entries",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("happened_on", DAY, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("written_at", MOMENT, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=True),
        sa.Column("removed_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_diary_entries_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_diary_entries")),
    )
    op.create_index("ix_diary_entries_member_id_happened_on", "diary_entries", ["member_id", "happened_on"])
    op.create_table(
        "diary_files",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("entry_id", BIG, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["entry_id"], ["diary_entries.id"], name=op.f("fk_diary_files_entry_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_diary_files")),
    )
    op.create_index("ix_diary_files_entry_id", "diary_files", ["entry_id"])
    op.create_table(
        "yearly_summaries",
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("year", BIG, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("written_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_yearly_summaries_member_id")),
        sa.PrimaryKeyConstraint("member_id", "year", name=op.f("pk_yearly_summaries")),
    )
    op.create_index(
        "ix_letter_entries_answers",
        "letter_entries",
        ["author_id", "written_at"],
        sqlite_where=ANSWERS,
        postgresql_where=ANSWERS,
    )
