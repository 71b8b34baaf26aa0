"""Sign-in codes that stand in a chat.

Why: a code changes every minute, and its picture with it, without anyone pressing a button.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import BIG, MOMENT

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sign_in_screens",
        sa.Column("id", BIG, nullable=False),
        sa.Column("activity_id", BIG, nullable=False),
        sa.Column("chat_id", BIG, nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("message_id", BIG, nullable=True),
        sa.Column("minute", BIG, nullable=False),
        sa.Column("until_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activities.id"], name=op.f("fk_sign_in_screens_activity_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_screens")),
        sa.UniqueConstraint("activity_id", "chat_id", name=op.f("uq_sign_in_screens_activity_id_chat_id")),
    )
