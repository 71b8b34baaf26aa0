"""People belong to a unit as something: 职务.

Why: the list of units and their people names it, and the office tells people apart by it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("unit_people") as table:
        table.add_column(sa.Column("post", sa.Text(), nullable=True))
