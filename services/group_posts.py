"""Letters in the members' group: put there by the office without the writer's name, closed when someone has them.

In a group that has topics each letter is a topic of its own, whose title says how it stands.
"""

from domain.letter_pieces import parts
from domain.letters import EventKind, Letter, LetterState, Side
from domain.people import Person
from domain.refusals import Refusal
from domain.triage import check_may_be_posted, without_name
from services.letter_parties import OFFICE, holder_named, kind_named
from services.outbox import About, Button, Envelope, GroupTopic, tell_chat, turn_topic
from storage import group_topics, letter_entries, letter_holds, letters, people, relays
from storage.db import Tx
from texts import Text

_CHARACTERS = 1500
"""Of a letter's text in the group: who takes it sees the whole."""
_IN_TITLE = 30
"""Of its text in the title of its topic."""

_LEFT_TRIAGE = frozenset(
    {
        *(EventKind.ASSIGNED, EventKind.RELEASED, EventKind.CLAIMED, EventKind.KEPT, EventKind.HANDED_OVER),
        *(EventKind.ANSWERED, EventKind.ASKED, EventKind.RETURNED, EventKind.SETTLED, EventKind.WITHDRAWN),
        EventKind.BACK_TO_TRIAGE,
    }
)
"""After which a post is closed: a letter that comes back to triage may be posted again."""


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
    shown = without_name(written, await people.name_of(tx, letter.writer_id))
    text, *more = parts(shown, _CHARACTERS)
    said = Text(
        "group-post",
        number=letter.number,
        kind=kind_named(letter.kind),
        attached=Text("attached", count=count) if (count := sum(len(entry.attachments) for entry in entries)) else "",
        text=text or Text("no-words"),
        more=Text("group-post-has-more") if more else "",
    )
    claim = [[Button("button-claim", does=f"claim:{letter.id}")]]
    topic = GroupTopic(letter.id, Text("group-topic", number=letter.number, text=" ".join(shown.split())[:_IN_TITLE]))
    if await group_topics.of_letter(tx, letter.id):
        await turn_topic(tx, chat_id, topic, language, is_closed=False)
    envelope = Envelope(about=About(letter.id), topic=topic)
    await tell_chat(tx, chat_id, said, language, buttons=claim, envelope=envelope)
    await letters.log(tx, letter.id, EventKind.POSTED, by.id, chat=chat_id, language=language)


async def was_posted(tx: Tx, letter: Letter) -> bool:
    """Has the group ever seen it?"""
    return any(event["kind"] == EventKind.POSTED for event in await letters.events(tx, letter.id))


async def is_posted(tx: Tx, letter: Letter) -> bool:
    """Is it there to be taken?"""
    kinds = [EventKind(event["kind"]) for event in await letters.events(tx, letter.id)]
    last = next((kind for kind in reversed(kinds) if kind is EventKind.POSTED or kind in _LEFT_TRIAGE), None)
    return last is EventKind.POSTED


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
    language = posts[-1]["language"]
    # Before the post is marked as sent nobody knows whether it has a topic.
    if not shown or await group_topics.of_letter(tx, letter.id):
        await turn_topic(tx, posts[-1]["chat"], _title(letter, holder), language, is_closed=True)
    for chat_id, message_id in dict.fromkeys([*([pressed] if pressed else []), *shown]):
        await tell_chat(tx, chat_id, said, language, envelope=Envelope(edits=message_id))


async def ended(tx: Tx, before: Letter, over: Letter) -> None:
    """A letter is over, perhaps before anyone took it."""
    if before.is_in_triage:
        await close_posts(tx, over, OFFICE)
    else:
        await follow(tx, over)


async def follow(tx: Tx, letter: Letter) -> None:
    """A letter that left triage long ago is over, or goes on: the title of its topic says so, if it has one."""
    topic = await group_topics.of_letter(tx, letter.id)
    if topic is None:
        return
    events = await letters.events(tx, letter.id)
    language = next(event["details_json"]["language"] for event in events if event["kind"] == EventKind.POSTED)
    title = _title(letter, await holder_named(tx, letter.desk))
    await turn_topic(tx, topic[0], title, language, is_closed=True)


def _title(letter: Letter, holder: Text) -> GroupTopic:
    if letter.state in (LetterState.SETTLED, LetterState.WITHDRAWN):
        return GroupTopic(letter.id, Text(f"group-topic-{letter.state.value}", number=letter.number))
    return GroupTopic(letter.id, Text("group-topic-taken", number=letter.number, holder=holder))


async def _shown(tx: Tx, chat_id: int, letter: Letter) -> list[int]:
    return await relays.of_letter_in(tx, chat_id, letter.id)
