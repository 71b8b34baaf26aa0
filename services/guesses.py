"""Who tries one code after the other is slowed down."""

from domain.guesses import TooManyWrongCodes, is_forgotten, waits_until
from domain.people import Person
from storage import wrong_codes
from storage.db import Tx


async def must_not_wait(tx: Tx, person: Person) -> None:
    """Before a code is looked up.

    Raises:
        TooManyWrongCodes: it is not even looked up.
    """
    tried = await wrong_codes.of(tx, person.telegram_id) if person.telegram_id is not None else None
    if tried and (until := waits_until(*tried)) > tx.now:
        raise TooManyWrongCodes(until=until)


async def note(tx: Tx, telegram_id: int) -> None:
    """A code was wrong."""
    tried = await wrong_codes.of(tx, telegram_id)
    await wrong_codes.add(tx, telegram_id, anew=tried is not None and is_forgotten(tried[1], tx.now))
