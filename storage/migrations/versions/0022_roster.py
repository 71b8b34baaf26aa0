"""Versions of the scheme, sessions of a term, joining in mid-term, and lists sent to the bot.

Why: a scheme changed in mid-year keeps what was counted before; who joins in mid-year owes less; the office sends the
list of members from its chat.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import BIG, DAY, JSON, MOMENT

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

WAITING = sa.text("state = 'waiting'")


def upgrade() -> None:
    op.add_column("members", sa.Column("joined_on", DAY, nullable=True))
    op.create_table(
        "scheme_versions",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("began_on", DAY, nullable=False),
        sa.Column("scheme_json", JSON, nullable=False),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scheme_versions")),
        sa.UniqueConstraint("began_on", name=op.f("uq_scheme_versions_began_on")),
    )
    op.create_table(
        "sessions",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("term", BIG, nullable=False),
        sa.Column("number", BIG, nullable=False),
        sa.Column("began_on", DAY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessions")),
        sa.UniqueConstraint("term", "number", name=op.f("uq_sessions_term_number")),
    )
    op.create_table(
        "roster_files",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("sent_by_id", BIG, nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("sent_at", MOMENT, nullable=False),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("content_json", JSON, nullable=True),
        sa.CheckConstraint(
            "state IN ('waiting', 'shown', 'refused', 'taken', 'given_up')", name=op.f("ck_roster_files_known_state")
        ),
        sa.ForeignKeyConstraint(["sent_by_id"], ["people.id"], name=op.f("fk_roster_files_sent_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster_files")),
    )
    op.create_index("ix_roster_files_waiting", "roster_files", ["id"], sqlite_where=WAITING, postgresql_where=WAITING)
