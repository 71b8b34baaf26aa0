"""Often-used answers, and answers that the office looks at before they go out.

Why: the same is said often; a committee may want to read what is said in its name first.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import BIG, JSON, MOMENT

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "snippets",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("owner_id", BIG, nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["people.id"], name=op.f("fk_snippets_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snippets")),
    )
    op.create_index("ix_snippets_owner_id", "snippets", ["owner_id"], unique=False)
    op.create_table(
        "answer_drafts",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("letter_id", BIG, nullable=False),
        sa.Column("author_id", BIG, nullable=False),
        sa.Column("pieces_json", JSON, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("decided_by_id", BIG, nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_answer_drafts_letter_id")),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_answer_drafts_author_id")),
        sa.ForeignKeyConstraint(["decided_by_id"], ["people.id"], name=op.f("fk_answer_drafts_decided_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_drafts")),
    )
    op.create_index("ix_answer_drafts_letter_id", "answer_drafts", ["letter_id"], unique=False)
    op.create_index(
        "ix_answer_drafts_waiting",
        "answer_drafts",
        ["author_id"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
