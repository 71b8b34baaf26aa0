"""Which files of anonymous letters have a clean copy.

Why: what an anonymous writer attaches reaches nobody as it came.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import BIG, MOMENT

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "anonymous_files",
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("letter_id", BIG, nullable=False),
        sa.Column("clean_id", sa.Text(), nullable=True),
        sa.Column("refused_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_anonymous_files_letter_id")),
        sa.PrimaryKeyConstraint("file_id", name=op.f("pk_anonymous_files")),
    )
    op.create_index("ix_anonymous_files_letter_id", "anonymous_files", ["letter_id"])
