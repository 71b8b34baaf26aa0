"""A contact knows whose place they took.

Why: a contact is replaced in one step, with a reason; the list, the export and the office show who came after whom.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import BIG

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("contacts") as table:
        table.add_column(sa.Column("replaces_id", BIG, nullable=True))
        table.create_foreign_key("fk_contacts_replaces_id", "contacts", ["replaces_id"], ["id"])
