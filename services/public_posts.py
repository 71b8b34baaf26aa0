"""Posts in the public channel: made, kept up to date as the matter goes on, emptied, and lost.

A publication has one post. Whatever is owed to the channel names the publication; where its post stands is looked up
when it is sent (``bot/send.py``), for only then is it known.
"""

from collections.abc import Sequence

from domain import publications as rules
from domain.letters import EventKind, Letter, LetterState
from domain.people import Role
from domain.publications import Publication
from services.letter_parties import holder_named
from services.outbox import Button, Envelope, tell_all, tell_chat
from storage import letters, people, publications
from storage.db import Row, Tx
from texts import DayOf, Text

_ANSWERS = 3
"""As many answers are listed with their days."""


async def refresh(tx: Tx, letter: Letter, *, has_new_words: bool = False) -> None:
    """A letter has changed: so does its post, if it has one. ``has_new_words``: the office should look at them."""
    publication = await publications.of_letter(tx, letter.id)
    if publication is None:
        return
    if has_new_words:
        await publications.mark_stale(tx, letter.id)
    if publication.is_public:
        await show(tx, publication, letter)


async def show(tx: Tx, publication: Publication, letter: Letter) -> None:
    """Owe the channel the post as it is now: a new one, or in the place of the one it has."""
    assert publication.chat_id is not None
    assert publication.language is not None
    button = [[Button("button-write-to-member", url=publication.write_url or "")]]
    envelope = Envelope(publication_id=publication.id)
    text = await post_of(tx, publication, letter)
    await tell_chat(tx, publication.chat_id, text, publication.language, buttons=button, envelope=envelope)


async def take_down(tx: Tx, publication: Publication, letter: Letter) -> None:
    """Empty the post: Telegram lets nobody delete one that is older than two days, but edit it always."""
    if publication.chat_id is None or publication.language is None:
        return
    said = Text("public-post-is-taken-down", number=letter.number)
    envelope = Envelope(publication_id=publication.id, only_edits=True)
    await tell_chat(tx, publication.chat_id, said, publication.language, envelope=envelope)


# --- what stands in it ------------------------------------------------------------------------------------------------


async def post_of(tx: Tx, publication: Publication, letter: Letter) -> Text:
    """The five things that are disclosed. Source: Baokang, 五公开."""
    events = await letters.events(tx, letter.id)
    return Text(
        "public-post",
        number=letter.number,
        who=await _who(tx, publication, letter),
        content=publication.content or Text("no-words"),
        handling=await _handling(tx, letter, events),
        result=publication.result or Text("public-post-no-words"),
        judging=_judging(letter, events),
        judged=Text(f"grade-{letter.helped.value}") if letter.helped else Text("public-post-not-judged"),
    )


async def _who(tx: Tx, publication: Publication, letter: Letter) -> Text:
    if publication.is_named and not letter.is_anonymous:
        return Text("writer-named", name=await people.name_of(tx, letter.writer_id))
    return Text("public-post-by-someone")


async def _handling(tx: Tx, letter: Letter, events: Sequence[Row]) -> list[Text]:
    """The steps that everyone may see, one a line: those of a brief (instruction, department, chase) belong here."""
    lines = [Text("public-post-received", day=DayOf(letter.received_at))]
    lines.append(Text("public-post-with", holder=await holder_named(tx, letter.desk)))
    answered = [event for event in events if event["kind"] == EventKind.ANSWERED]
    lines += [Text("public-post-answered", day=DayOf(event["happened_at"])) for event in answered[-_ANSWERS:]]
    if letter.is_settled and letter.settled_at is not None:
        lines.append(Text("public-post-settled", day=DayOf(letter.settled_at)))
    elif letter.state is not LetterState.SETTLED:
        lines.append(Text("public-post-goes-on"))
    return lines


def _judging(letter: Letter, events: Sequence[Row]) -> Text:
    if not letter.is_settled:
        return Text("public-post-judging-later")
    graded = [event["happened_at"] for event in events if event["kind"] == EventKind.GRADED]
    if letter.helped is None or not graded:
        return Text("public-post-judging-asked")
    return Text("public-post-judging-done", day=DayOf(graded[-1]))


# --- what came of sending it ------------------------------------------------------------------------------------------


async def is_lost(tx: Tx, publication_id: int) -> None:
    """Somebody deleted the post: it is not put there again, and the office hears of it."""
    publication = await publications.get_to_change(tx, publication_id)
    if publication is None:
        return
    await publications.set_message(tx, publication.id, None)
    if publication.is_public:
        await publications.save(tx, rules.lost(publication))
        await _tell_office(tx, publication, "public-post-is-lost")


async def is_refused(tx: Tx, publication_id: int) -> None:
    """The channel did not take it: a new post waits for the office again, and it hears of it."""
    publication = await publications.get_to_change(tx, publication_id)
    if publication is None:
        return
    if publication.message_id is None:
        await publications.save(tx, rules.not_taken(publication))
    await _tell_office(tx, publication, "public-post-is-refused")


async def _tell_office(tx: Tx, publication: Publication, key: str) -> None:
    letter = await letters.get(tx, publication.letter_id)
    assert letter is not None
    card = [[Button("button-publish-card", f"publish-card:{letter.id}")]]
    await tell_all(tx, await people.with_role(tx, Role.OFFICE), Text(key, number=letter.number), buttons=card)
