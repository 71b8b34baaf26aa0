"""Letters keyed in for someone, who may claim them later.

Why: letters come on paper, by phone and at reception days too, and their writers are answered by phone until then.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import BIG, MOMENT

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "letter_records",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("letter_id", BIG, nullable=False),
        sa.Column("writer_id", BIG, nullable=False),
        sa.Column("by_id", BIG, nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("valid_until_at", MOMENT, nullable=False),
        sa.Column("tries", BIG, server_default="0", nullable=False),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.Column("claimed_at", MOMENT, nullable=True),
        sa.Column("claimed_by_id", BIG, nullable=True),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_letter_records_letter_id")),
        sa.ForeignKeyConstraint(["writer_id"], ["people.id"], name=op.f("fk_letter_records_writer_id")),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_letter_records_by_id")),
        sa.ForeignKeyConstraint(["claimed_by_id"], ["people.id"], name=op.f("fk_letter_records_claimed_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_records")),
        sa.UniqueConstraint("letter_id", name=op.f("uq_letter_records_letter_id")),
    )
    op.create_index("ix_letter_records_by_id", "letter_records", ["by_id"], unique=False)
    op.create_table(
        "record_tellings",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("record_id", BIG, nullable=False),
        sa.Column("owed_at", MOMENT, nullable=False),
        sa.Column("told_at", MOMENT, nullable=True),
        sa.Column("told_by_id", BIG, nullable=True),
        sa.ForeignKeyConstraint(["record_id"], ["letter_records.id"], name=op.f("fk_record_tellings_record_id")),
        sa.ForeignKeyConstraint(["told_by_id"], ["people.id"], name=op.f("fk_record_tellings_told_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_record_tellings")),
    )
    op.create_index(
        "ix_record_tellings_owed",
        "record_tellings",
        ["record_id"],
        unique=False,
        sqlite_where=sa.text("told_at IS NULL"),
        postgresql_where=sa.text("told_at IS NULL"),
    )
