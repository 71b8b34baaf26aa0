"""Appraisals made known: each member's points as they were counted then, and what was objected to."""

from sqlalchemy import CheckConstraint, Index, Table, UniqueConstraint, text

from storage.schema.base import at, flag, json, key, metadata, number, on, personal, to, words

appraisals = Table(
    "appraisals",
    metadata,
    key(),
    number("year"),
    # By what was counted: the scheme may change later.
    json("table_json"),
    on("counted_on"),
    on("objections_until_on"),
    to("made_by_id", "people.id"),
    at("made_at"),
    # None while its members are still being written down.
    at("published_at", optional=True),
    at("closed_at", optional=True),
    to("closed_by_id", "people.id", optional=True),
    at("withdrawn_at", optional=True),
    Index(
        "uq_appraisals_year",
        "year",
        unique=True,
        sqlite_where=text("withdrawn_at IS NULL"),
        postgresql_where=text("withdrawn_at IS NULL"),
    ),
)

appraised_members = Table(
    "appraised_members",
    metadata,
    key(),
    to("appraisal_id", "appraisals.id"),
    to("member_id", "members.id"),
    # Points times ten, with what objections changed.
    number("tenths"),
    number("done"),
    number("owed"),
    # Line by line how many, the points, and the numbers of what was counted.
    json("lines_json"),
    UniqueConstraint("appraisal_id", "member_id"),
    Index("ix_appraised_members_appraisal_id_tenths", "appraisal_id", "tenths"),
    Index("ix_appraised_members_member_id", "member_id"),
)

appraisal_objections = Table(
    "appraisal_objections",
    metadata,
    key(),
    to("appraised_id", "appraised_members.id"),
    words("line"),
    personal("words"),
    at("made_at"),
    words("verdict", optional=True),
    # The line's points from then on, times ten, where it was upheld.
    number("tenths", optional=True),
    personal("reason", optional=True),
    at("decided_at", optional=True),
    to("decided_by_id", "people.id", optional=True),
    UniqueConstraint("appraised_id", "line"),
    CheckConstraint("verdict IN ('upheld', 'refused')", name="known_verdict"),
    Index(
        "ix_appraisal_objections_open",
        "id",
        sqlite_where=text("decided_at IS NULL"),
        postgresql_where=text("decided_at IS NULL"),
    ),
)

# Who is on a list for honours or for a talk: proposed by the scheme's rule or by the office, and what it decided.
appraisal_picks = Table(
    "appraisal_picks",
    metadata,
    key(),
    to("appraised_id", "appraised_members.id"),
    words("list"),
    flag("is_proposed"),
    words("decision", optional=True),
    at("decided_at", optional=True),
    to("decided_by_id", "people.id", optional=True),
    UniqueConstraint("appraised_id", "list"),
    CheckConstraint("list IN ('honour', 'talk')", name="known_list"),
    CheckConstraint("decision IN ('confirmed', 'declined')", name="known_decision"),
)

appraisal_talks = Table(
    "appraisal_talks",
    metadata,
    key(),
    to("pick_id", "appraisal_picks.id"),
    on("talked_on"),
    personal("talker"),
    personal("words"),
    at("recorded_at"),
    to("recorded_by_id", "people.id"),
    Index("ix_appraisal_talks_pick_id", "pick_id"),
)
