"""The post of a letter: what each of its parties is told, and whom a letter reaches whose member is out of reach."""

from collections.abc import Sequence
from dataclasses import replace

from domain.letter_pieces import Attachment, Piece, attachments, parts, whole_text
from domain.letters import OFFICE_DESK, Desk, EventKind, Grade, Letter
from services import record_tellings
from services.letter_parties import Holder, holder_of, writer_named
from services.outbox import About, Button, Buttons, Envelope, media_of, tell, tell_more
from storage import letters, people, relays
from storage.db import Tx
from texts import Text


def holder_buttons(letter: Letter) -> Buttons:
    """For who holds it: a unit's people give a letter back rather than on."""
    on = Button("button-hand-over", does=f"letter-hand-over:{letter.id}")
    back = Button("button-hand-back", does=f"letter-hand-back:{letter.id}")
    return [
        *([[triage_button(letter)]] if letter.is_in_triage else []),
        [
            Button("button-answer", does=f"letter-answer:{letter.id}"),
            back if letter.unit_id is not None else on,
            Button("button-settle", does=f"letter-settle:{letter.id}"),
        ],
        [Button("button-ask-writer", does=f"letter-ask:{letter.id}"), note_button(letter)],
    ]


def office_buttons(letter: Letter) -> Buttons:
    """For the office, with a letter that another holds: it hands on what it likes."""
    return holder_buttons(replace(letter, unit_id=None))


def note_button(letter: Letter) -> Button:
    """To a note that its writer never sees."""
    return Button("button-note", does=f"letter-note:{letter.id}")


def triage_button(letter: Letter) -> Button:
    """To the card on which the office decides."""
    return Button("button-triage", does=f"triage-card:{letter.id}")


def go_on_button(letter: Letter) -> Button:
    """For its writer, who has more to say."""
    return Button("button-go-on", does=f"letter-go-on:{letter.id}")


def returned_buttons(letter: Letter) -> Buttons:
    return [[go_on_button(letter)]]


def writer_buttons(letter: Letter) -> Buttons:
    return [
        [
            go_on_button(letter),
            Button("button-solved", does=f"letter-solved:{letter.id}"),
        ]
    ]


def wish_buttons(letter: Letter) -> Buttons:
    """For its writer, under the whole letter."""
    withdraw = Button("button-withdraw", does=f"letter-withdraw:{letter.id}")
    return [[Button("button-urge", does=f"letter-urge:{letter.id}"), withdraw]]


def grade_buttons(letter: Letter) -> Buttons:
    return [
        [Button(f"grade-{grade.value}", does=f"letter-grade:{letter.id}:{grade.value}") for grade in Grade],
        [go_on_button(letter)],
    ]


def whole(letter: Letter, opening: Text, pieces: Sequence[Piece]) -> list[Text]:
    """A text of any length under its opening (a Text that still lacks ``text``), in messages that Telegram takes."""
    first, *more = parts(whole_text(pieces))
    words = first or Text("see-attachments" if attachments(pieces) else "no-words")
    return [
        Text(opening.key, **opening.args, text=words),
        *(Text("letter-continued", number=letter.number, text=part) for part in more),
    ]


async def show(
    tx: Tx,
    person_id: int,
    messages: Sequence[Text],
    attached: Sequence[Attachment] = (),
    *,
    about: About,
    buttons: Buttons = (),
    replies_to: int | None = None,
) -> None:
    """Owe a person these messages, each tied to the letter; the buttons stand under the last."""
    *before, last = messages
    envelope = Envelope(about=about, replies_to=replies_to)
    for message in before:
        await tell(tx, person_id, message, envelope=envelope)
    # Of an album only the first piece may be here yet.
    gathering = replace(envelope, gathers=bool(attached and attached[-1].album))
    is_reached = await tell(tx, person_id, last, buttons=buttons, media=media_of(attached), envelope=gathering)
    if not is_reached:
        await record_tellings.bring(tx, person_id, about.letter_id, messages, attached)


async def show_more(tx: Tx, person_id: int, letter: Letter, piece: Piece, about: About) -> None:
    """A later piece of an album, beside the pieces that were to be shown before it; its words, if it has any."""
    if piece.text:
        words = Text("letter-continued", number=letter.number, text=piece.text)
        await tell(tx, person_id, words, envelope=Envelope(about=about))
    await tell_more(tx, person_id, media_of(attachments([piece])), about)


# --- to those who hold it ---------------------------------------------------------------------------------------------


async def deliver(
    tx: Tx, letter: Letter, holder: Holder, messages: Sequence[Text], attached: Sequence[Attachment], entry_id: int
) -> None:
    """Show a letter to whoever holds it; when that is a member out of reach, to the office as well.

    A member who blocks us is owed it all the same, for the day they come back.
    """
    about = About(letter.id, entry_id)
    for person_id in holder.person_ids:
        await show(tx, person_id, messages, attached, about=about, buttons=holder_buttons(letter))
    if not holder.is_reached:
        await pass_on(tx, letter, holder, messages, attached, about)


async def pass_on(
    tx: Tx, letter: Letter, holder: Holder, messages: Sequence[Text], attached: Sequence[Attachment], about: About
) -> None:
    """Ask the office to bring these messages to a member whom we can't reach."""
    await letters.log(tx, letter.id, EventKind.PASSED_ON, None)
    notice = Text("letter-please-pass-on", number=letter.number, holder=holder.named)
    for person_id in (await holder_of(tx, OFFICE_DESK)).person_ids:
        await show(tx, person_id, [notice, *messages], attached, about=about, buttons=office_buttons(letter))


async def readers(tx: Tx, letter: Letter) -> list[int]:
    """Everyone who reads what the writer sends: the holders, and the office for a member out of reach."""
    holder = await holder_of(tx, letter.desk)
    office = () if holder.is_reached else (await holder_of(tx, OFFICE_DESK)).person_ids
    return [*holder.person_ids, *office]


async def tell_holders(tx: Tx, letter: Letter, desk: Desk, text: Text, *, but: int | None = None) -> None:
    """A notice to everyone behind a holder (now or before), but for the person who caused it."""
    for person_id in (await holder_of(tx, desk)).person_ids:
        if person_id != but:
            await show(tx, person_id, [text], about=About(letter.id))


async def opening(tx: Tx, key: str, letter: Letter, **more: object) -> Text:
    """The head of what a holder is shown; it still lacks ``text``."""
    return Text(key, number=letter.number, topic=topic_of(letter), who=await writer_named(tx, letter), **more)


def topic_of(letter: Letter) -> Text | str:
    return letter.topic or Text("letter-without-words")


# --- to either side ---------------------------------------------------------------------------------------------------


async def show_edit(
    tx: Tx, person_id: int, letter: Letter, entry_id: int, messages: Sequence[Text], attached: Sequence[Attachment]
) -> None:
    """The new text, as a reply to the message that showed the old one."""
    address = await people.address(tx, person_id)
    if address is None:
        return
    shown = await relays.shown_in(tx, address[0], letter.id, entry_id)
    await show(tx, person_id, messages, attached, about=About(letter.id, entry_id), replies_to=shown)
