"""Keeping someone out for a while: with a reason, until a day, and they are told."""

from datetime import date
from zoneinfo import ZoneInfo

from domain.absences import ends_at
from domain.letter_numbers import LetterNumber, NotALetterNumber
from domain.letters import Letter, LetterNotFound
from domain.moderation import BanDayIsPast, BanIsOver, CannotBeBanned, NobodyToBan, SeveralToBan
from domain.people import Person, Role, check_role
from domain.settings import Committee
from domain.short_words import check_words
from services.outbox import tell
from storage import audit, bans, letters, people
from storage.bans import Ban
from storage.db import Tx
from texts import Text

SHOWN = 20
"""As many as one message has buttons for."""


async def meant(tx: Tx, typed: str, by: Person, committee: Committee) -> tuple[int, int | None]:
    """Who is meant, by name or by the number of a letter of theirs: the person, and the letter if it was one.

    Raises:
        NotForYourRole, LetterNotFound, NobodyToBan, SeveralToBan, CannotBeBanned
    """
    check_role(by, Role.OFFICE)
    letter = await _numbered(tx, typed, committee)
    person_id = letter.writer_id if letter else await _by_name(tx, typed)
    # To refuse it here would say that the anonymous writer is one of the committee's own.
    if not (letter and letter.is_anonymous) and (await people.get(tx, person_id)).roles:
        raise CannotBeBanned
    return person_id, letter.id if letter else None


async def _numbered(tx: Tx, typed: str, committee: Committee) -> Letter | None:
    try:
        number = LetterNumber.parse(typed, committee.code, tx.now.astimezone(committee.zone).year)
    except NotALetterNumber:
        return None
    letter = await letters.numbered(tx, str(number))
    if letter is None:
        raise LetterNotFound
    return letter


async def _by_name(tx: Tx, name: str) -> int:
    found = [person for person in await people.named(tx, name) if person.telegram_id is not None]
    if not found:
        raise NobodyToBan(name=name[:40])
    if len(found) > 1:
        raise SeveralToBan(name=name[:40], count=len(found))
    return found[0].id


async def named(tx: Tx, person_id: int, letter_id: int | None) -> Text:
    """How the office is shown whom it keeps out: who is known by a letter stays the writer of that letter."""
    letter = await letters.get(tx, letter_id) if letter_id is not None else None
    if letter is not None:
        return Text("block-writer-of", number=letter.number)
    return Text("block-named", name=await people.name_of(tx, person_id))


def check_day(until: date, today: date) -> date:
    """Raises:
    BanDayIsPast
    """
    if until < today:
        raise BanDayIsPast
    return until


async def keep_out(
    tx: Tx, person_id: int, letter_id: int | None, by: Person, reason: str, until: date, zone: ZoneInfo
) -> Text:
    """From now on until the end of that day; how they are named to the office.

    Raises:
        NotForYourRole, WordsAreTooLong, BanDayIsPast
    """
    check_role(by, Role.OFFICE)
    reason = check_words(reason)
    check_day(until, tx.now.astimezone(zone).date())
    ban_id = await bans.add(tx, person_id, by.id, reason, ends_at(until, zone), letter_id)
    await audit.add(tx, by.id, "kept-out", ban=ban_id)
    await tell(tx, person_id, Text("you-are-kept-out", until=until, reason=reason))
    return await named(tx, person_id, letter_id)


async def let_in(tx: Tx, ban_id: int, by: Person) -> Ban:
    """Before the time is over. Who is kept out by another ban still is.

    Raises:
        NotForYourRole, BanIsOver
    """
    check_role(by, Role.OFFICE)
    ban = await bans.lift(tx, ban_id, by.id)
    if ban is None:
        raise BanIsOver
    await audit.add(tx, by.id, "let-in", ban=ban_id)
    if not await bans.standing(tx, 1, ban.person_id):
        await tell(tx, ban.person_id, Text("you-are-let-in"))
    return ban


async def standing(tx: Tx, by: Person) -> list[Ban]:
    """Raises:
    NotForYourRole
    """
    check_role(by, Role.OFFICE)
    return await bans.standing(tx, SHOWN)


def named_of(ban: Ban) -> Text:
    """As ``named``, of a ban."""
    if ban.letter_number is not None:
        return Text("block-writer-of", number=ban.letter_number)
    return Text("block-named", name=ban.name)
