"""Whose letters are taken; words in one that the office looks at first, and words that can't wait."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from domain.letter_kinds import Mark
from domain.letter_pieces import Piece, whole_text
from domain.letters import OFFICE_DESK, Desk, EventKind, Letter
from domain.moderation import YouAreKeptOut, found
from domain.people import Person
from domain.settings import Mailbox
from services import letter_post as post
from services.letter_parties import OFFICE, holder_of, packed, writer_named
from services.outbox import About, Button, Envelope, Lane, tell
from storage import bans, letter_holds, letters
from storage.db import Tx
from texts import Text

AT_ONCE = Lane.ANSWER
"""An alarm overtakes all other messages, and knows no quiet hours."""


async def check_let_in(tx: Tx, person: Person) -> None:
    """Raises:
    YouAreKeptOut
    """
    until = person.banned_until_at
    if until is not None and until > tx.now:
        standing = await bans.standing(tx, 1, person.id)
        raise YouAreKeptOut(until=until - timedelta(minutes=1), reason=standing[0].reason if standing else "")


def held_words(pieces: Sequence[Piece], desk: Desk, limits: Mailbox) -> list[str]:
    """The words for which these pieces are looked at before they come to this desk; the office's own is never held."""
    return [] if desk.is_office else found(whole_text(pieces), limits.held_words)


async def hold(tx: Tx, letter: Letter, wanted: Desk, words: Sequence[str], *, was_there: bool) -> None:
    """A letter on the office's desk waits for a look, and then goes (back) to the desk it was wanted on."""
    await letter_holds.add(tx, letter.id, wanted, "、".join(words))
    ends = packed(from_=wanted if was_there else OFFICE_DESK, to=OFFICE_DESK)
    await letters.log(tx, letter.id, EventKind.HELD, None, **ends)
    if was_there:
        news = Text("letter-was-handed-over", number=letter.number, holder=OFFICE)
        await post.tell_holders(tx, letter, wanted, news)


async def alarm(tx: Tx, letter: Letter, writer: Person, pieces: Sequence[Piece], limits: Mailbox) -> None:
    """Tell the whole office at once of words that can't wait, and the writer where help is quicker than we are."""
    words = found(whole_text(pieces), limits.urgent_words)
    if not words:
        return
    if letter.mark is None:
        await letters.save(tx, replace(letter, mark=Mark.URGENT))
        await letters.log(tx, letter.id, EventKind.MARKED, None, mark=Mark.URGENT.value)
    about = Envelope(lane=AT_ONCE, about=About(letter.id))
    said = {"number": letter.number, "words": "、".join(words), "who": await writer_named(tx, letter)}
    show = [[Button("button-whole-letter", f"letter-open:{letter.id}")]]
    for person_id in (await holder_of(tx, OFFICE_DESK)).person_ids:
        await tell(tx, person_id, Text("letter-is-urgent", **said), buttons=show, envelope=about)
    hotline = Text("urgent-hotline", hotline=limits.hotline) if limits.hotline else ""
    help_ = Text("urgent-help-is-near", number=letter.number, hotline=hotline)
    await tell(tx, writer.id, help_, envelope=about)
