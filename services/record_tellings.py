"""What the writer of a letter that was keyed in for them has yet to hear: who keyed it in tells them by phone."""

from collections.abc import Sequence

from domain.letter_pieces import Attachment
from domain.people import Person, Role
from domain.records import RecordNotFound
from services.outbox import Button, media_of, tell
from storage import letters, people, records
from storage.db import Row, Tx
from storage.records import Record
from texts import Text

LISTED = 8


async def bring(
    tx: Tx, writer_id: int, letter_id: int, messages: Sequence[Text], attached: Sequence[Attachment]
) -> None:
    """What can't reach a writer who has no chat with us goes to who keyed the letter in, to be told by phone.

    When they can't be reached either, to the office; it is given the name and number of a signed letter alone.
    """
    record = await records.of_letter(tx, letter_id)
    if record is None or record.writer_id != writer_id or record.claimed_at is not None:
        return
    telling_id = await records.owe_telling(tx, record.id)
    told = [
        [Button("button-told", does=f"record-told:{telling_id}")],
        [Button("button-record-add", does=f"record-add:{record.id}")],
    ]
    recorder = await people.get(tx, record.by_id)
    is_here = recorder.telegram_id is not None and recorder.blocked_at is None
    for person_id in [recorder.id] if is_here else await people.with_role(tx, Role.OFFICE):
        await tell(tx, person_id, await _head(tx, record, is_recorder=is_here))
        *before, last = messages
        for message in before:
            await tell(tx, person_id, message)
        await tell(tx, person_id, last, buttons=told, media=media_of(attached))


async def _head(tx: Tx, record: Record, *, is_recorder: bool) -> Text:
    letter = await letters.get(tx, record.letter_id)
    assert letter is not None
    if letter.is_anonymous and not is_recorder:
        return Text("record-recorder-is-gone", number=letter.number)
    name = await people.name_of(tx, record.writer_id)
    return Text("record-please-phone", number=letter.number, name=name, phone=record.phone)


async def mark_told(tx: Tx, telling_id: int, by: Person) -> tuple[str, bool]:
    """It was told by phone: the letter's number, and whether it was not marked so before.

    Raises:
        RecordNotFound: or not this person's to tell.
    """
    record = await records.record_of_telling(tx, telling_id)
    if record is None or (record.by_id != by.id and Role.OFFICE not in by.roles):
        raise RecordNotFound
    letter = await letters.get(tx, record.letter_id)
    assert letter is not None
    return letter.number, await records.tell(tx, telling_id, by.id)


async def untold(tx: Tx, by: Person) -> list[Row]:
    """What this person has yet to tell, the oldest first."""
    return await records.untold(tx, by.id, LISTED)
