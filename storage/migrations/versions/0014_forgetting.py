"""When a person was forgotten, and the words of a letter or visit erased.

Why: what is kept has an end, and what is erased stays countable.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import MOMENT

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

TO_ERASE = sa.text("settled_at IS NOT NULL AND erased_at IS NULL")


def upgrade() -> None:
    op.add_column("people", sa.Column("forgotten_at", MOMENT, nullable=True))
    op.add_column("letters", sa.Column("erased_at", MOMENT, nullable=True))
    op.add_column("visits", sa.Column("erased_at", MOMENT, nullable=True))
    op.create_index("ix_letters_to_erase", "letters", ["settled_at"], sqlite_where=TO_ERASE, postgresql_where=TO_ERASE)
