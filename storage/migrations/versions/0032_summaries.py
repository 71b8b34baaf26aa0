"""The yearly summary is handed in by one press.

Why: J7 wants it sent in with the diary; the member sees when that was.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import MOMENT

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("yearly_summaries") as table:
        table.add_column(sa.Column("handed_in_at", MOMENT, nullable=True))
