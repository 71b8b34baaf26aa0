"""Posts in the public channel: made, kept up to date as the matter goes on, emptied, and lost.

A publication has one post. Whatever is owed to the channel names the publication; where its post stands is looked up
when it is sent (``bot/send.py``), for only then is it known.
"""

from collections.abc import Sequence
from datetime import datetime

from domain import publications as rules
from domain.briefs import Verdict
from domain.letters import EventKind, Letter, LetterState
from domain.people import Role
from domain.publications import Publication
from services import public_brief_steps
from services.letter_parties import holder_named
from services.outbox import Button, Envelope, tell_all, tell_chat
from storage import letters, people, publications
from storage.db import Row, Tx
from texts import DayOf, Text

_ANSWERS = 3
"""As many answers are listed with their days."""
_STEPS = 10
"""As many steps of briefs: the newest."""


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
    events, verdicts = await letters.events(tx, letter.id), await public_brief_steps.judged(tx, letter.id)
    return Text(
        "public-post",
        number=letter.number,
        who=await _who(tx, publication, letter),
        content=publication.content or Text("no-words"),
        handling=await _handling(tx, letter, events),
        result=publication.result or Text("public-post-no-words"),
        judging=_judging(letter, events, verdicts),
        judged=_judged(letter, verdicts),
    )


async def _who(tx: Tx, publication: Publication, letter: Letter) -> Text:
    if publication.is_named and not letter.is_anonymous:
        return Text("writer-named", name=await people.name_of(tx, letter.writer_id))
    return Text("public-post-by-someone")


async def _handling(tx: Tx, letter: Letter, events: Sequence[Row]) -> list[Text]:
    """The steps that everyone may see, one a line, those of the briefs that it went into among them."""
    answered = [event["happened_at"] for event in events if event["kind"] == EventKind.ANSWERED]
    steps = [(at, Text("public-post-answered", day=DayOf(at))) for at in answered[-_ANSWERS:]]
    if letter.is_settled and letter.settled_at is not None:
        steps.append((letter.settled_at, Text("public-post-settled", day=DayOf(letter.settled_at))))
    steps += (await public_brief_steps.steps(tx, letter.id))[-_STEPS:]
    lines = [Text("public-post-received", day=DayOf(letter.received_at))]
    lines.append(Text("public-post-with", holder=await holder_named(tx, letter.desk)))
    lines += [said for _, said in sorted(steps, key=lambda step: step[0])]
    if letter.state is not LetterState.SETTLED:
        lines.append(Text("public-post-goes-on"))
    return lines


Verdicts = Sequence[tuple[datetime | None, Verdict | None]]
"""Of the results of briefs: when and how the writer judged each."""


def _judging(letter: Letter, events: Sequence[Row], verdicts: Verdicts) -> Text:
    judged = [at for at, _ in verdicts if at is not None]
    if letter.helped is not None:
        judged += [event["happened_at"] for event in events if event["kind"] == EventKind.GRADED]
    if judged:
        return Text("public-post-judging-done", day=DayOf(max(judged)))
    return Text("public-post-judging-asked" if letter.is_settled or verdicts else "public-post-judging-later")


def _judged(letter: Letter, verdicts: Verdicts) -> list[Text]:
    """The grade of the letter, and what its writer says of each result."""
    said = [Text(f"verdict-{verdict.value}") for _, verdict in verdicts if verdict is not None]
    lines = [Text("public-post-verdict", verdict=each) for each in said]
    if letter.helped is not None:
        lines.insert(0, Text(f"grade-{letter.helped.value}"))
    return lines or [Text("public-post-not-judged")]


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
