"""The tables, for migrations and their test alone: SQLAlchemy is never on the hot path.

A column's name tells its type; ``storage.db`` says how.
"""

from storage.schema import (
    activities,
    appraisals,
    briefs,
    contacts,
    diary,
    forms,
    group_topics,
    letters,
    matters,
    passing,
    people,
    privacy,
    publications,
    records,
    roster,
    thread,
    totals,
)
from storage.schema.base import BIG, DAY, JSON, MOMENT, metadata

__all__ = [
    "BIG",
    "DAY",
    "JSON",
    "MOMENT",
    "activities",
    "appraisals",
    "briefs",
    "contacts",
    "diary",
    "forms",
    "group_topics",
    "letters",
    "matters",
    "metadata",
    "passing",
    "people",
    "privacy",
    "publications",
    "records",
    "roster",
    "thread",
    "totals",
]
