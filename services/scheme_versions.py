"""The scheme that holds on a day, where a committee changed it from a date on.

Without a version in the database the configured scheme holds. The first change keeps the configured one as well, as it
was: whoever edits its file later changes nothing of the past.
"""

from datetime import date

from pydantic import ValidationError

from domain.refusals import Refusal
from domain.schemes import Scheme
from services.schemes import SchemeFault
from storage import audit, scheme_versions
from storage.db import Row, Tx

EVER = date(1970, 1, 1)
"""From when the scheme holds that was configured before the first change."""


class SchemeBeginsInThePast(Refusal):
    """What was counted stays as it was. Argument: ``today``."""

    text = "scheme-begins-in-the-past"


class SchemeBeginsBeforeAnother(Refusal):
    """A version begins on that day or later already. Argument: ``day``."""

    text = "scheme-begins-before-another"


async def in_force(tx: Tx, configured: Scheme, today: date) -> Scheme:
    """The scheme of today, which knows the versions before it.

    Raises:
        SchemeFault: a version was recorded by another release, and this one can't read it.
    """
    rows = await scheme_versions.all_until(tx, today)
    if not rows:
        return configured
    scheme = _read(rows[0])
    for row in rows[1:]:
        scheme = _read(row).succeeding(scheme, row["began_on"])
    return scheme


async def use(tx: Tx, configured: Scheme, new: Scheme, begins: date, today: date) -> None:
    """From a day on, ``new`` is the scheme.

    Raises:
        SchemeBeginsInThePast, SchemeBeginsBeforeAnother
    """
    if begins < today:
        raise SchemeBeginsInThePast(today=today)
    # Of two at once the second waits here until the first is done, and then sees its version.
    await scheme_versions.keep_first(tx, configured.name, EVER, configured.model_dump(mode="json"))
    newest = await scheme_versions.newest_day(tx)
    if newest >= begins:
        raise SchemeBeginsBeforeAnother(day=newest)
    await scheme_versions.add(tx, new.name, begins, new.model_dump(mode="json"))
    await audit.add(tx, None, "scheme-changed", scheme=new.name, begins=begins.isoformat())


def _read(row: Row) -> Scheme:
    try:
        return Scheme.model_validate(row["scheme_json"])
    except ValidationError:
        raise SchemeFault(f"the version of {row['began_on']} ({row['name']}) can't be read by this release") from None
