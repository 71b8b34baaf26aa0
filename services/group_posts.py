"""Letters in the members' group: put there by the office without the writer's name, closed when someone has them."""

from domain.letter_pieces import parts
from domain.letters import EventKind, Letter, Side
from domain.people import Person
from domain.refusals import Refusal
from domain.triage import check_may_be_posted, without_name
from services.letter_parties import kind_named
from services.outbox import About, Button, Envelope, tell_chat
from storage import letter_entries, letter_holds, letters, people, relays
from storage.db import Tx
from texts import Text

_CHARACTERS = 1500
"""Of a letter's text in the group: who takes it sees the whole."""


Place = tuple[int, int]
"""A chat and a message in it."""


class NoMembersGroup(Refusal):
    text = "members-group-is-not-set"


async def post(tx: Tx, letter: Letter, by: Person, chat_id: int, language: str) -> None:
    """Show a letter to the group, with the button to take it. Attachments stay out: they may show who writes.

    Raises:
        LetterIsClosed
        LetterWasReturned
        LetterIsPrivate
    """
    check_may_be_posted(letter)
    entries = await letter_entries.of_letter(tx, letter.id)
    written = "\n".join(entry.text for entry in entries if entry.side is Side.WRITER)
    text, *more = parts(without_name(written, await people.name_of(tx, letter.writer_id)), _CHARACTERS)
    said = Text(
        "group-post",
        number=letter.number,
        kind=kind_named(letter.kind),
        attached=Text("attached", count=count) if (count := sum(len(entry.attachments) for entry in entries)) else "",
        text=text or Text("no-words"),
        more=Text("group-post-has-more") if more else "",
    )
    claim = [[Button("button-claim", does=f"claim:{letter.id}")]]
    await tell_chat(tx, chat_id, said, language, buttons=claim, envelope=Envelope(about=About(letter.id)))
    await letters.log(tx, letter.id, EventKind.POSTED, by.id, chat=chat_id, language=language)


async def is_posted(tx: Tx, letter: Letter) -> bool:
    return any(event["kind"] == EventKind.POSTED for event in await letters.events(tx, letter.id))


async def close_posts(tx: Tx, letter: Letter, holder: Text, pressed: Place | None = None) -> None:
    """A letter leaves triage: say in the group who has it now, in the place of its button; nothing holds it any more.

    ``pressed``: the post whose button was pressed. It may be known nowhere else: not marked as sent yet, or in a group
    whose number changed when it became a supergroup.
    """
    await letter_holds.end(tx, letter.id)
    events = await letters.events(tx, letter.id)
    posts = [event["details_json"] for event in events if event["kind"] == EventKind.POSTED]
    if not posts:
        return
    shown = [(chat, message) for chat in {one["chat"] for one in posts} for message in await _shown(tx, chat, letter)]
    said = Text("group-post-is-taken", number=letter.number, holder=holder)
    for chat_id, message_id in dict.fromkeys([*([pressed] if pressed else []), *shown]):
        await tell_chat(tx, chat_id, said, posts[-1]["language"], envelope=Envelope(edits=message_id))


async def _shown(tx: Tx, chat_id: int, letter: Letter) -> list[int]:
    return await relays.of_letter_in(tx, chat_id, letter.id)
