"""Letters made public with their writer's consent.

Why: what a committee has settled is shown to everyone (Baokang's 五公开), looked over by the office first.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import BIG, MOMENT

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

WAITING = "state = 'consented' OR is_stale"


def upgrade() -> None:
    op.create_table(
        "publications",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("letter_id", BIG, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("is_named", sa.Boolean(), server_default=sa.text("FALSE"), nullable=False),
        sa.Column("is_stale", sa.Boolean(), server_default=sa.text("FALSE"), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("consented_at", MOMENT, nullable=True),
        sa.Column("decided_by_id", BIG, nullable=True),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("draft_content", sa.Text(), nullable=True),
        sa.Column("draft_result", sa.Text(), nullable=True),
        sa.Column("revision", BIG, server_default="0", nullable=False),
        sa.Column("content", sa.Text(), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("write_url", sa.Text(), nullable=True),
        sa.Column("chat_id", BIG, nullable=True),
        sa.Column("message_id", BIG, nullable=True),
        sa.CheckConstraint(
            "state IN ('asked', 'refused', 'consented', 'published', 'declined', 'lost')",
            name=op.f("ck_publications_known_state"),
        ),
        sa.ForeignKeyConstraint(["decided_by_id"], ["people.id"], name=op.f("fk_publications_decided_by_id")),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_publications_letter_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publications")),
        sa.UniqueConstraint("letter_id", name=op.f("uq_publications_letter_id")),
    )
    op.create_index(
        "ix_publications_waiting",
        "publications",
        ["consented_at", "id"],
        unique=False,
        sqlite_where=sa.text(WAITING),
        postgresql_where=sa.text(WAITING),
    )
