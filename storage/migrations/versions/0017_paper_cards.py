"""Visits that staff entered from a paper card know who did.

Why: a visit on the card that the member had not logged counts, and is told from those that the member logged.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import BIG

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("visits") as table:
        table.add_column(sa.Column("keyed_by_id", BIG, nullable=True))
        table.create_foreign_key("fk_visits_keyed_by_id", "people", ["keyed_by_id"], ["id"])
