"""Notes beside a letter, what was sent at once and taken back, albums that were answered.

Why: notes are read at the desk alone; what was sent at once is taken back at once; of an album one piece is answered.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import BIG, MOMENT

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("letter_entries", sa.Column("sent_with_id", BIG, nullable=True))
    op.add_column("letter_entries", sa.Column("taken_back_at", MOMENT, nullable=True))
    op.create_table(
        "letter_notes",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("letter_id", BIG, nullable=False),
        sa.Column("author_id", BIG, nullable=False),
        sa.Column("unit_id", BIG, nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_letter_notes_letter_id")),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_letter_notes_author_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_letter_notes_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_notes")),
    )
    op.create_index("ix_letter_notes_letter_id", "letter_notes", ["letter_id"], unique=False)
    op.create_table(
        "albums",
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("album", sa.Text(), nullable=False),
        sa.Column("answered_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_albums_person_id")),
        sa.PrimaryKeyConstraint("person_id", "album", name=op.f("pk_albums")),
    )
    op.create_index("ix_albums_answered_at", "albums", ["answered_at"], unique=False)
