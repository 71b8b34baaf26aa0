"""Letters about one matter.

Why: several people write about one road lamp; their letters are dealt with together and keep their numbers.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import BIG, MOMENT

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "matters",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(["created_by_id"], ["people.id"], name=op.f("fk_matters_created_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matters")),
    )
    op.create_table(
        "matter_letters",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("matter_id", BIG, nullable=False),
        sa.Column("letter_id", BIG, nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.Column("added_by_id", BIG, nullable=False),
        sa.Column("removed_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["added_by_id"], ["people.id"], name=op.f("fk_matter_letters_added_by_id")),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_matter_letters_letter_id")),
        sa.ForeignKeyConstraint(["matter_id"], ["matters.id"], name=op.f("fk_matter_letters_matter_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matter_letters")),
    )
    op.create_index("ix_matter_letters_matter_id", "matter_letters", ["matter_id"], unique=False)
    op.create_index(
        "uq_matter_letters_in_use",
        "matter_letters",
        ["letter_id"],
        unique=True,
        sqlite_where=sa.text("removed_at IS NULL"),
        postgresql_where=sa.text("removed_at IS NULL"),
    )
