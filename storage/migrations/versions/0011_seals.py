"""People looked up by what stands for their name; keys in use; the audit log as a chain; wrong codes counted.

Why: personal data is sealed in the database from now on, and what is sealed can't be compared. Names that are here
already are in clear, and stand for themselves until ``lianxin keys rotate`` seals them.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import BIG, MOMENT

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("people", sa.Column("name_key", sa.Text(), server_default="", nullable=False))
    op.execute("UPDATE people SET name_key = name")
    op.drop_index("ix_people_name", table_name="people")
    op.create_index("ix_people_name_key", "people", ["name_key"], unique=False)
    op.add_column("audit", sa.Column("hash", sa.Text(), nullable=True))
    op.create_table(
        "audit_head",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
    )
    op.create_table(
        "key_uses",
        sa.Column("key_id", sa.Text(), nullable=False),
        sa.Column("key_check", sa.Text(), nullable=False),
        sa.Column("began_at", MOMENT, nullable=False),
        sa.Column("done_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("key_id", name=op.f("pk_key_uses")),
    )
    op.create_table(
        "wrong_codes",
        sa.Column("telegram_id", BIG, autoincrement=False, nullable=False),
        sa.Column("count", BIG, nullable=False),
        sa.Column("last_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("telegram_id", name=op.f("pk_wrong_codes")),
    )
    op.create_index("ix_wrong_codes_last_at", "wrong_codes", ["last_at"], unique=False)
