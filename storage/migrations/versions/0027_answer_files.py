"""Files that go with a department's answer.

Why: a photo or a report says what was done; it comes by chat or by the page, and goes to everyone who wrote about it.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import BIG, MOMENT

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "answer_files",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("assignment_id", BIG, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("file_id", sa.Text(), nullable=True),
        sa.Column("data", sa.Text(), nullable=True),
        sa.Column("clean_id", sa.Text(), nullable=True),
        sa.Column("refused_at", MOMENT, nullable=True),
        sa.Column("replaced_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["assignment_id"], ["assignments.id"], name=op.f("fk_answer_files_assignment_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_files")),
    )
    op.create_index("ix_answer_files_assignment_id", "answer_files", ["assignment_id"])
