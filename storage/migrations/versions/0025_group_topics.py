"""Topics in the members' group.

Why: a letter that nobody was named for has a topic of its own there. Which one is known as soon as Telegram has opened
it, before anything stands in it: so nothing opens a second one.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import BIG

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "group_topics",
        sa.Column("letter_id", BIG, autoincrement=False, nullable=False),
        sa.Column("chat_id", BIG, nullable=False),
        sa.Column("thread_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_group_topics_letter_id")),
        sa.PrimaryKeyConstraint("letter_id", name=op.f("pk_group_topics")),
    )
