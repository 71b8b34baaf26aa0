"""The pace of sending, kept for all processes.

Why: several processes on one PostgreSQL database share Telegram's limits.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import BIG

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "paces",
        sa.Column("chat_id", BIG, autoincrement=False, nullable=False),
        sa.Column("free", sa.Float(), nullable=False),
        sa.Column("held_until", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("chat_id", name=op.f("pk_paces")),
    )
