"""Backups: what they are called, which are too old, and why one can't be made or put back."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.refusals import Refusal


class FileIsThere(Refusal):
    """Argument: ``file``."""

    text = "backup-file-is-there"


class BackupFailed(Refusal):
    """Arguments: ``file``, ``why`` in SQLite's words."""

    text = "backup-failed"


class NotABackup(Refusal):
    """Argument: ``file``."""

    text = "backup-is-none"


class BackupIsDamaged(Refusal):
    """Arguments: ``file``, ``why``."""

    text = "backup-is-damaged"


class BackupIsNewer(Refusal):
    """Arguments: ``file``, its ``revision``, the ``newest`` that this program knows."""

    text = "backup-is-newer"


class OtherEngine(Refusal):
    """A backup of SQLite for PostgreSQL, or the other way round. Argument: ``file``."""

    text = "backup-of-other-engine"


class HoldsPeople(Refusal):
    """The database is in use by a committee and must not be overwritten unasked. Argument: ``people``, a number."""

    text = "database-holds-people"


class HoldsSomething(Refusal):
    """The database can't be read, so nobody knows whom it holds."""

    text = "database-can-not-be-read"


class NotOurs(Refusal):
    """The database holds tables that are not of this program."""

    text = "database-is-not-ours"


class InUse(Refusal):
    """Argument: ``sessions``, how many others are connected to the database."""

    text = "database-is-in-use"


class ProgramMissing(Refusal):
    """Argument: ``program``, one of PostgreSQL's."""

    text = "postgres-program-missing"


class ProgramFailed(Refusal):
    """Arguments: ``program``, ``why`` in its own words."""

    text = "postgres-program-failed"


class NotTheSame(Refusal):
    """A table that was copied differs from its original. Argument: ``table``."""

    text = "copy-differs"


class TargetIsNotEmpty(Refusal):
    """Argument: ``table`` that holds rows."""

    text = "copy-target-is-not-empty"


class CopyFailed(Refusal):
    """Arguments: ``table``, ``why`` as the kind of fault alone: its words may carry what people wrote."""

    text = "copy-failed"


@dataclass(frozen=True)
class Inventory:
    """What a backup, or a database, holds: ``revision`` of its tables, and table → rows."""

    revision: str
    rows: Mapping[str, int]


def name_of(code: str, at: datetime, ending: str) -> str:
    """``lianxin-SL-20260316-0200.db``; ``at`` on the committee's clock."""
    return f"lianxin-{code}-{at:%Y%m%d-%H%M}{ending}"


def taken_on(name: str, code: str) -> date | None:
    """The day in a name of ours; None for any other file."""
    found = re.fullmatch(rf"lianxin-{re.escape(code)}-(\d{{8}})-\d{{4}}\.(db|dump)", name)
    try:
        return datetime.strptime(found[1], "%Y%m%d").date() if found else None
    except ValueError:
        return None


def too_old(names: Iterable[str], code: str, today: date, keep_days: int) -> list[str]:
    """Backups of ours older than ``keep_days``, but never the newest; other files are none of our business."""
    ours = sorted((day, name) for name in names if (day := taken_on(name, code)))
    return [name for day, name in ours[:-1] if today - day > timedelta(days=keep_days)]
