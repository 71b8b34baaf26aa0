"""People of units and departments, and letters that these hold.

Why: a letter may be handed to a unit or a department, whose people answer it in the unit's name.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import BIG, MOMENT

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

TABLES = ("invitations", "letters", "letter_entries", "letter_events")


def upgrade() -> None:
    op.create_table(
        "unit_people",
        sa.Column("unit_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("joined_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_unit_people_unit_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_unit_people_person_id")),
        sa.PrimaryKeyConstraint("unit_id", "person_id", name=op.f("pk_unit_people")),
    )
    op.create_index("ix_unit_people_person_id", "unit_people", ["person_id"], unique=False)
    # Plain, for Alembic would rebuild the whole table on SQLite to give a column its reference.
    whole = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "BIGINT"
    for table in TABLES:
        reference = f"CONSTRAINT fk_{table}_unit_id REFERENCES units (id)"
        op.execute(f"ALTER TABLE {table} ADD COLUMN unit_id {whole} {reference}")
    open_ones = sa.text("settled_at IS NULL AND unit_id IS NOT NULL")
    op.create_index(
        "ix_letters_open_by_unit",
        "letters",
        ["unit_id", "received_at"],
        unique=False,
        sqlite_where=open_ones,
        postgresql_where=open_ones,
    )
