"""The tables that the bridge begins with.

Why: people and roles, contacts and visits, letters with thread and event log, and the durable way of a message.
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import BIG, DAY, JSON, MOMENT

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "inbox",
        sa.Column("update_id", BIG, autoincrement=False, nullable=False),
        sa.Column("lane", BIG, nullable=False),
        sa.Column("update_json", JSON, nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("attempts", BIG, server_default="0", nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("done_at", MOMENT, nullable=True),
        sa.Column("parked_at", MOMENT, nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_inbox")),
    )
    op.create_index("ix_inbox_done_at", "inbox", ["done_at"], unique=False)
    op.create_index(
        "ix_inbox_parked",
        "inbox",
        ["update_id"],
        unique=False,
        sqlite_where=sa.text("parked_at IS NOT NULL"),
        postgresql_where=sa.text("parked_at IS NOT NULL"),
    )
    op.create_index(
        "ix_inbox_waiting",
        "inbox",
        ["update_id"],
        unique=False,
        sqlite_where=sa.text("done_at IS NULL AND parked_at IS NULL"),
        postgresql_where=sa.text("done_at IS NULL AND parked_at IS NULL"),
    )
    op.create_index(
        "ix_inbox_waiting_in_lane",
        "inbox",
        ["lane", "update_id"],
        unique=False,
        sqlite_where=sa.text("done_at IS NULL AND parked_at IS NULL"),
        postgresql_where=sa.text("done_at IS NULL AND parked_at IS NULL"),
    )
    op.create_table(
        "letter_numbers",
        sa.Column("year", BIG, autoincrement=False, nullable=False),
        sa.Column("last", BIG, nullable=False),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_letter_numbers")),
    )
    op.create_table(
        "people",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("telegram_id", BIG, nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("joined_at", MOMENT, nullable=True),
        sa.Column("blocked_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("telegram_id", name=op.f("uq_people_telegram_id")),
    )
    op.create_index("ix_people_name", "people", ["name"], unique=False)
    op.create_table(
        "rounds",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("began_at", MOMENT, nullable=False),
        sa.Column("told_at", MOMENT, nullable=True),
        sa.Column("summarised_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rounds")),
        sa.UniqueConstraint("kind", "period", name=op.f("uq_rounds_kind_period")),
    )
    op.create_table(
        "troubles",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("began_at", MOMENT, nullable=False),
        sa.Column("over_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_troubles")),
    )
    op.create_index(
        "ix_troubles_open",
        "troubles",
        ["kind"],
        unique=True,
        sqlite_where=sa.text("over_at IS NULL"),
        postgresql_where=sa.text("over_at IS NULL"),
    )
    op.create_table(
        "units",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_units")),
        sa.UniqueConstraint("name", name=op.f("uq_units_name")),
    )
    op.create_table(
        "audit",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("happened_at", MOMENT, nullable=False),
        sa.Column("person_id", BIG, nullable=True),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("details_json", JSON, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_audit_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_table(
        "dialogues",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("draft_json", JSON, nullable=False),
        sa.Column("began_at", MOMENT, nullable=False),
        sa.Column("touched_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_dialogues_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dialogues")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_dialogues_person_id", "dialogues", ["person_id"], unique=False)
    op.create_table(
        "invitations",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("person_id", BIG, nullable=True),
        sa.Column("invited_by_id", BIG, nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["invited_by_id"], ["people.id"], name=op.f("fk_invitations_invited_by_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_invitations_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_invitations_code_hash")),
    )
    op.create_table(
        "members",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("sector", sa.Text(), nullable=False),
        sa.Column("unit_id", BIG, nullable=True),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("is_standing_committee", sa.Boolean(), server_default=sa.text("FALSE"), nullable=False),
        sa.Column("began_on", DAY, nullable=False),
        sa.Column("left_on", DAY, nullable=True),
        sa.CheckConstraint(
            "standing IN ('regular', 'special', 'resident', 'township')", name=op.f("ck_members_known_standing")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_members_person_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_members_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_members")),
        sa.UniqueConstraint("person_id", name=op.f("uq_members_person_id")),
    )
    op.create_index("ix_members_unit_id", "members", ["unit_id"], unique=False)
    op.create_table(
        "reminders",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("round_id", BIG, nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("claimed_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_reminders_person_id")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_reminders_round_id")),
        sa.PrimaryKeyConstraint("kind", "person_id", "period", name=op.f("pk_reminders")),
    )
    op.create_index("ix_reminders_round_id", "reminders", ["round_id"], unique=False)
    op.create_table(
        "roles",
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("granted_at", MOMENT, nullable=False),
        sa.CheckConstraint(
            "role IN ('office', 'member', 'leader', 'staff', 'department')", name=op.f("ck_roles_known_role")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_roles_person_id")),
        sa.PrimaryKeyConstraint("person_id", "role", name=op.f("pk_roles")),
    )
    op.create_index("ix_roles_role", "roles", ["role"], unique=False)
    op.create_table(
        "searches",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_searches_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_searches")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_searches_asked_at", "searches", ["asked_at"], unique=False)
    op.create_index("ix_searches_person_id", "searches", ["person_id"], unique=False)
    op.create_table(
        "absences",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("stand_in_id", BIG, nullable=True),
        sa.Column("began_at", MOMENT, nullable=False),
        sa.Column("until_on", DAY, nullable=False),
        sa.Column("ends_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_absences_member_id")),
        sa.ForeignKeyConstraint(["stand_in_id"], ["members.id"], name=op.f("fk_absences_stand_in_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absences")),
    )
    op.create_index("ix_absences_member_id", "absences", ["member_id"], unique=False)
    op.create_table(
        "contacts",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("registered_on", DAY, nullable=False),
        sa.Column("ended_on", DAY, nullable=True),
        sa.Column("ended_because", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_contacts_member_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_contacts_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
    )
    op.create_index("ix_contacts_member_id", "contacts", ["member_id"], unique=False)
    op.create_table(
        "forms",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("year", BIG, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("content_json", JSON, nullable=False),
        sa.Column("handed_in_to", sa.Text(), nullable=False),
        sa.Column("handed_in_at", MOMENT, nullable=False),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("decided_by_id", BIG, nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "state IN ('handed_in', 'accepted', 'returned', 'replaced')", name=op.f("ck_forms_known_state")
        ),
        sa.ForeignKeyConstraint(["decided_by_id"], ["people.id"], name=op.f("fk_forms_decided_by_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_forms_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_forms")),
    )
    op.create_index("ix_forms_year_member_id", "forms", ["year", "member_id"], unique=False)
    op.create_table(
        "letters",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("writer_id", BIG, nullable=False),
        sa.Column("member_id", BIG, nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("is_anonymous", sa.Boolean(), server_default=sa.text("FALSE"), nullable=False),
        sa.Column("is_in_triage", sa.Boolean(), server_default=sa.text("FALSE"), nullable=False),
        sa.Column("mark", sa.Text(), nullable=True),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("waiting_since_at", MOMENT, nullable=True),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("settled_at", MOMENT, nullable=True),
        sa.Column("helped", sa.Text(), nullable=True),
        sa.Column("helped_words", sa.Text(), nullable=True),
        sa.Column("draft_id", BIG, nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_letters_member_id")),
        sa.ForeignKeyConstraint(["writer_id"], ["people.id"], name=op.f("fk_letters_writer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letters")),
        sa.UniqueConstraint("draft_id", name=op.f("uq_letters_draft_id")),
        sa.UniqueConstraint("number", name=op.f("uq_letters_number")),
    )
    op.create_index(
        "ix_letters_in_triage",
        "letters",
        ["received_at", "id"],
        unique=False,
        sqlite_where=sa.text("is_in_triage"),
        postgresql_where=sa.text("is_in_triage"),
    )
    op.create_index(
        "ix_letters_open_by_member",
        "letters",
        ["member_id", "received_at"],
        unique=False,
        sqlite_where=sa.text("settled_at IS NULL"),
        postgresql_where=sa.text("settled_at IS NULL"),
    )
    op.create_index("ix_letters_received_at", "letters", ["received_at"], unique=False)
    op.create_index("ix_letters_state_id", "letters", ["state", "id"], unique=False)
    op.create_index("ix_letters_writer_id_id", "letters", ["writer_id", "id"], unique=False)
    op.create_table(
        "cards",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("contact_id", BIG, nullable=False),
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("issued_at", MOMENT, nullable=False),
        sa.Column("delivered_at", MOMENT, nullable=True),
        sa.Column("returned_at", MOMENT, nullable=True),
        sa.Column("lost_at", MOMENT, nullable=True),
        sa.CheckConstraint("state IN ('issued', 'delivered', 'returned', 'lost')", name=op.f("ck_cards_known_state")),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("fk_cards_contact_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cards")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_cards_code_hash")),
    )
    op.create_index("ix_cards_contact_id", "cards", ["contact_id"], unique=False)
    op.create_index(
        "uq_cards_in_use",
        "cards",
        ["contact_id"],
        unique=True,
        sqlite_where=sa.text("state IN ('issued', 'delivered')"),
        postgresql_where=sa.text("state IN ('issued', 'delivered')"),
    )
    op.create_table(
        "letter_entries",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("letter_id", BIG, nullable=False),
        sa.Column("author_id", BIG, nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_at", MOMENT, nullable=False),
        sa.Column("edited_at", MOMENT, nullable=True),
        sa.Column("chat_id", BIG, nullable=True),
        sa.Column("message_id", BIG, nullable=True),
        sa.CheckConstraint("side IN ('writer', 'holder')", name=op.f("ck_letter_entries_known_side")),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_letter_entries_author_id")),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_letter_entries_letter_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_entries")),
    )
    op.create_index("ix_letter_entries_chat_id_message_id", "letter_entries", ["chat_id", "message_id"], unique=False)
    op.create_index("ix_letter_entries_letter_id", "letter_entries", ["letter_id"], unique=False)
    op.create_table(
        "letter_events",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("letter_id", BIG, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("by_id", BIG, nullable=True),
        sa.Column("happened_at", MOMENT, nullable=False),
        sa.Column("details_json", JSON, nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_letter_events_by_id")),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_letter_events_letter_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_events")),
    )
    op.create_index("ix_letter_events_letter_id", "letter_events", ["letter_id"], unique=False)
    op.create_table(
        "letter_index",
        sa.Column("letter_id", BIG, autoincrement=False, nullable=False),
        sa.Column("tokens", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_letter_index_letter_id")),
        sa.PrimaryKeyConstraint("letter_id", name=op.f("pk_letter_index")),
    )
    op.create_table(
        "visits",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("contact_id", BIG, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("happened_on", DAY, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("logged_at", MOMENT, nullable=False),
        sa.Column("withdrawn_at", MOMENT, nullable=True),
        sa.Column("replaces_id", BIG, nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("fk_visits_contact_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_visits_member_id")),
        sa.ForeignKeyConstraint(["replaces_id"], ["visits.id"], name=op.f("fk_visits_replaces_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visits")),
    )
    op.create_index("ix_visits_contact_id", "visits", ["contact_id"], unique=False)
    op.create_index("ix_visits_member_id_happened_on", "visits", ["member_id", "happened_on"], unique=False)
    op.create_table(
        "attachments",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("entry_id", BIG, nullable=True),
        sa.Column("visit_id", BIG, nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=True),
        sa.Column("file_name", sa.Text(), nullable=True),
        sa.Column("album", sa.Text(), nullable=True),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.CheckConstraint("(entry_id IS NULL) <> (visit_id IS NULL)", name=op.f("ck_attachments_belongs_to_one")),
        sa.ForeignKeyConstraint(["entry_id"], ["letter_entries.id"], name=op.f("fk_attachments_entry_id")),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name=op.f("fk_attachments_visit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachments")),
    )
    op.create_index("ix_attachments_album", "attachments", ["album"], unique=False)
    op.create_index("ix_attachments_entry_id", "attachments", ["entry_id"], unique=False)
    op.create_index("ix_attachments_visit_id", "attachments", ["visit_id"], unique=False)
    op.create_table(
        "good_deeds",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("visit_id", BIG, nullable=False),
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("contact_id", BIG, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("happened_on", DAY, nullable=False),
        sa.Column("logged_at", MOMENT, nullable=False),
        sa.Column("withdrawn_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("fk_good_deeds_contact_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_good_deeds_member_id")),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name=op.f("fk_good_deeds_visit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_good_deeds")),
    )
    op.create_index("ix_good_deeds_member_id_happened_on", "good_deeds", ["member_id", "happened_on"], unique=False)
    op.create_index("ix_good_deeds_visit_id", "good_deeds", ["visit_id"], unique=False)
    op.create_table(
        "outbox",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("person_id", BIG, nullable=True),
        sa.Column("chat_id", BIG, nullable=False),
        sa.Column("lane", BIG, nullable=False),
        sa.Column("content_json", JSON, nullable=False),
        sa.Column("letter_id", BIG, nullable=True),
        sa.Column("entry_id", BIG, nullable=True),
        sa.Column("round_id", BIG, nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("attempts", BIG, server_default="0", nullable=False),
        sa.Column("leased_until_at", MOMENT, nullable=True),
        sa.Column("sent_at", MOMENT, nullable=True),
        sa.Column("message_id", BIG, nullable=True),
        sa.Column("failed_at", MOMENT, nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["entry_id"], ["letter_entries.id"], name=op.f("fk_outbox_entry_id")),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_outbox_letter_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_outbox_person_id")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_outbox_round_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
    )
    op.create_index(
        "ix_outbox_given_up",
        "outbox",
        ["failed_at"],
        unique=False,
        sqlite_where=sa.text("failed_at IS NOT NULL"),
        postgresql_where=sa.text("failed_at IS NOT NULL"),
    )
    op.create_index("ix_outbox_letter_id", "outbox", ["letter_id"], unique=False)
    op.create_index("ix_outbox_round_id", "outbox", ["round_id"], unique=False)
    op.create_index("ix_outbox_sent_at", "outbox", ["sent_at"], unique=False)
    op.create_index(
        "ix_outbox_waiting",
        "outbox",
        ["lane", "id"],
        unique=False,
        sqlite_where=sa.text("sent_at IS NULL AND failed_at IS NULL"),
        postgresql_where=sa.text("sent_at IS NULL AND failed_at IS NULL"),
    )
    op.create_index(
        "ix_outbox_waiting_in_chat",
        "outbox",
        ["chat_id", "lane", "id"],
        unique=False,
        sqlite_where=sa.text("sent_at IS NULL AND failed_at IS NULL"),
        postgresql_where=sa.text("sent_at IS NULL AND failed_at IS NULL"),
    )
    op.create_table(
        "relays",
        sa.Column("chat_id", BIG, nullable=False),
        sa.Column("message_id", BIG, nullable=False),
        sa.Column("letter_id", BIG, nullable=False),
        sa.Column("entry_id", BIG, nullable=True),
        sa.ForeignKeyConstraint(["entry_id"], ["letter_entries.id"], name=op.f("fk_relays_entry_id")),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_relays_letter_id")),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name=op.f("pk_relays")),
    )
    op.create_index("ix_relays_entry_id", "relays", ["entry_id"], unique=False)
    op.create_index("ix_relays_letter_id", "relays", ["letter_id"], unique=False)
    op.create_table(
        "visit_confirmations",
        sa.Column("visit_id", BIG, autoincrement=False, nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("said_at", MOMENT, nullable=False),
        sa.Column("said_by_id", BIG, nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("shown_to_office_at", MOMENT, nullable=True),
        sa.CheckConstraint(
            "how IN ('by_contact', 'by_staff_from_paper')", name=op.f("ck_visit_confirmations_known_way")
        ),
        sa.CheckConstraint("verdict IN ('true', 'disputed')", name=op.f("ck_visit_confirmations_known_verdict")),
        sa.ForeignKeyConstraint(["said_by_id"], ["people.id"], name=op.f("fk_visit_confirmations_said_by_id")),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name=op.f("fk_visit_confirmations_visit_id")),
        sa.PrimaryKeyConstraint("visit_id", name=op.f("pk_visit_confirmations")),
    )
    op.create_index(
        "ix_visit_confirmations_open",
        "visit_confirmations",
        ["said_at"],
        unique=False,
        sqlite_where=sa.text("verdict = 'disputed' AND shown_to_office_at IS NULL"),
        postgresql_where=sa.text("verdict = 'disputed' AND shown_to_office_at IS NULL"),
    )
    # ### end Alembic commands ###
