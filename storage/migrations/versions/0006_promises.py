"""Good deeds can be promised before they are done, and are confirmed one by one.

Why: a promise is reminded of until it is kept, and what the contact said of it stands beside it. What was confirmed
with its visit so far is confirmed.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import DAY, MOMENT

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

OPEN = sa.text("state = 'promised' AND withdrawn_at IS NULL")


def upgrade() -> None:
    with op.batch_alter_table("good_deeds") as table:
        table.add_column(sa.Column("state", sa.Text(), server_default="done", nullable=False))
        table.add_column(sa.Column("promised_on", DAY, nullable=True))
        table.add_column(sa.Column("due_on", DAY, nullable=True))
        table.add_column(sa.Column("confirmed_at", MOMENT, nullable=True))
        table.add_column(sa.Column("dispute", sa.Text(), nullable=True))
        for name in ("disputed_at", "reminded_before_at", "reminded_after_at", "shown_to_office_at"):
            table.add_column(sa.Column(name, MOMENT, nullable=True))
        table.create_check_constraint("ck_good_deeds_known_state", "state IN ('promised', 'done', 'confirmed')")
    op.create_index("ix_good_deeds_open", "good_deeds", ["due_on"], sqlite_where=OPEN, postgresql_where=OPEN)
    op.execute(
        """
        UPDATE good_deeds SET state = 'confirmed', confirmed_at = (
            SELECT f.said_at FROM visit_confirmations f WHERE f.visit_id = good_deeds.visit_id)
        WHERE visit_id IN (SELECT f.visit_id FROM visit_confirmations f WHERE f.verdict = 'true')
        """
    )
