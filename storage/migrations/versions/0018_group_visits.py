"""Group visits that members sign in to.

Why: a group visit has one organiser and several members, and counts for each who signed in.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import BIG, DAY, MOMENT

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

IN_A_GROUP = sa.text("group_visit_id IS NOT NULL")


def upgrade() -> None:
    op.create_table(
        "group_visits",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("organiser_id", BIG, nullable=False),
        sa.Column("happened_on", DAY, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.Column("cancelled_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["organiser_id"], ["people.id"], name=op.f("fk_group_visits_organiser_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_visits")),
        sa.UniqueConstraint("code", name=op.f("uq_group_visits_code")),
    )
    op.create_index("ix_group_visits_organiser_id", "group_visits", ["organiser_id"])
    op.create_table(
        "group_visit_members",
        sa.Column("group_visit_id", BIG, nullable=False),
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("signed_in_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["group_visit_id"], ["group_visits.id"], name=op.f("fk_group_visit_members_group_visit_id")
        ),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_group_visit_members_member_id")),
        sa.PrimaryKeyConstraint("group_visit_id", "member_id", name=op.f("pk_group_visit_members")),
    )
    op.create_index("ix_group_visit_members_member_id", "group_visit_members", ["member_id"])
    with op.batch_alter_table("visits") as table:
        table.add_column(sa.Column("group_visit_id", BIG, nullable=True))
        table.create_foreign_key("fk_visits_group_visit_id", "group_visits", ["group_visit_id"], ["id"])
    op.create_index(
        "ix_visits_group_visit_id",
        "visits",
        ["group_visit_id"],
        sqlite_where=IN_A_GROUP,
        postgresql_where=IN_A_GROUP,
    )
