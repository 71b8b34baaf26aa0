"""Figures asked for, bulletins, and an index to count visits by.

Why: totals of thousands of members are counted beside the writer and kept as they were looked at; visits are counted
without reading their notes.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import BIG, JSON, MOMENT

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

STANDS = sa.text("withdrawn_at IS NULL")
WAITS = sa.text("done_at IS NULL")


def upgrade() -> None:
    op.create_table(
        "asked_figures",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("request_json", JSON, nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("done_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_asked_figures_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_asked_figures")),
    )
    op.create_index("ix_asked_figures_waiting", "asked_figures", ["id"], sqlite_where=WAITS, postgresql_where=WAITS)
    op.create_table(
        "bulletins",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("made_by_id", BIG, nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("figures_json", JSON, nullable=False),
        sa.Column("told_at", MOMENT, nullable=True),
        sa.Column("posted_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["made_by_id"], ["people.id"], name=op.f("fk_bulletins_made_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bulletins")),
    )
    op.create_index(
        "ix_visits_counted",
        "visits",
        ["happened_on", "contact_id", "kind", "member_id"],
        sqlite_where=STANDS,
        postgresql_where=STANDS,
    )
