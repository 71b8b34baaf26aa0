"""Who someone is: known by their first message, joined by an invitation, blocking and coming back."""

from domain.people import Person
from domain.settings import Committee
from services import letter_absence
from services.outbox import Lane
from storage import outbox, people
from storage.db import Tx


async def known(tx: Tx, telegram_id: int, name: str, language_code: str | None, committee: Committee) -> Person:
    """The person behind a Telegram user, made known at their first word."""
    person = await people.by_telegram(tx, telegram_id)
    if person is None:
        language = _language(language_code, committee.language)
        await people.add(tx, name, language, telegram_id=telegram_id)
        person = await people.by_telegram(tx, telegram_id)
    elif person.blocked_at is not None:
        await blocked(tx, telegram_id, blocked=False)
    assert person is not None
    return person


async def blocked(tx: Tx, telegram_id: int, *, blocked: bool) -> None:
    """Remember that a person blocks the bot, or is back; then what they missed is sent."""
    person = await people.by_telegram(tx, telegram_id)
    if person is None:
        return
    if blocked:
        await gone(tx, person.id, telegram_id)
    else:
        await people.set_blocked(tx, person.id, blocked=False)
        await outbox.owe_again(tx, person.id, below_lane=Lane.BROADCAST)


async def gone(tx: Tx, person_id: int, chat_id: int) -> None:
    """A person blocks the bot, as Telegram says of it or as a refused message shows.

    Letters on their way to them go to the office instead; what else they are owed waits for their return.
    """
    await people.set_blocked(tx, person_id, blocked=True)
    await letter_absence.holder_is_gone(tx, person_id, chat_id)


def _language(code: str | None, default: str) -> str:
    if not code:
        return default
    return "en" if code.lower().startswith("en") else "zh"
