"""What came of a letter, its clocks, what was chased, and which letter it goes on with.

Why: letters are chased by the workdays they take, settled with an outcome, and gone on with long after the end.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import BIG, MOMENT

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

MOMENTS = ("owed_since_at", "opened_at")


def upgrade() -> None:
    op.add_column("letters", sa.Column("outcome", sa.Text(), nullable=True))
    for name in MOMENTS:
        op.add_column("letters", sa.Column(name, MOMENT, nullable=True))
    # Plain, for Alembic would rebuild the whole table on SQLite to give a column its reference.
    whole = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "BIGINT"
    reference = "CONSTRAINT fk_letters_follows_id REFERENCES letters (id)"
    op.execute(f"ALTER TABLE letters ADD COLUMN follows_id {whole} {reference}")
    op.execute("UPDATE letters SET owed_since_at = waiting_since_at, opened_at = received_at")
    for name, column, where in (
        ("ix_letters_owed", "owed_since_at", "owed_since_at IS NOT NULL"),
        ("ix_letters_unsettled", "opened_at", "settled_at IS NULL AND opened_at IS NOT NULL"),
    ):
        only = sa.text(where)
        op.create_index(name, "letters", [column], unique=False, sqlite_where=only, postgresql_where=only)
    op.add_column(
        "answer_drafts", sa.Column("is_question", sa.Boolean(), server_default=sa.text("FALSE"), nullable=False)
    )
    op.create_table(
        "letter_chases",
        sa.Column("letter_id", BIG, nullable=False),
        sa.Column("clock", sa.Text(), nullable=False),
        sa.Column("since_at", MOMENT, nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("chased_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_letter_chases_letter_id")),
        sa.PrimaryKeyConstraint("letter_id", "clock", "since_at", "step", name=op.f("pk_letter_chases")),
    )
