"""What is due for a person, gathered into one message a day.

Why: reminders of one day came as several messages; each waits here until the day's one goes out, and can be put off.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import BIG, DAY, MOMENT

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

WAITING = "told_in_id IS NULL"


def upgrade() -> None:
    op.create_table(
        "due_lines",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("round_id", BIG, nullable=True),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("until_on", DAY, nullable=True),
        sa.Column("told_in_id", BIG, nullable=True),
        sa.Column("told_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_due_lines_person_id")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_due_lines_round_id")),
        sa.ForeignKeyConstraint(["told_in_id"], ["rounds.id"], name=op.f("fk_due_lines_told_in_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_due_lines")),
        sa.UniqueConstraint("person_id", "kind", "period", name=op.f("uq_due_lines_person_id_kind_period")),
    )
    op.create_index(
        "ix_due_lines_waiting",
        "due_lines",
        ["due_at"],
        unique=False,
        sqlite_where=sa.text(WAITING),
        postgresql_where=sa.text(WAITING),
    )
    op.create_index("ix_due_lines_round_id", "due_lines", ["round_id"], unique=False)
    op.create_index("ix_due_lines_told_at", "due_lines", ["told_at"], unique=False)
