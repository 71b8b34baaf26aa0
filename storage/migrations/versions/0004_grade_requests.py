"""Writers asked once more whether it helped.

Why: each is asked a second time once, whatever is killed and however many processes run.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import BIG, MOMENT

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

UNGRADED = "state = 'settled' AND helped IS NULL"


def upgrade() -> None:
    op.create_table(
        "grade_requests",
        sa.Column("letter_id", BIG, autoincrement=False, nullable=False),
        sa.Column("claimed_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_grade_requests_letter_id")),
        sa.PrimaryKeyConstraint("letter_id", name=op.f("pk_grade_requests")),
    )
    op.create_index(
        "ix_letters_ungraded",
        "letters",
        ["settled_at"],
        unique=False,
        sqlite_where=sa.text(UNGRADED),
        postgresql_where=sa.text(UNGRADED),
    )
