"""The result carried back to every writer in one step, judged by each; once it goes back to the departments."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from domain import briefs as rules
from domain.briefs import Brief, BriefEvent, BriefState, NothingToJudge, Verdict
from domain.letter_pieces import Attachment
from domain.letters import EventKind, Letter
from domain.people import Person
from domain.triage import without_name
from services import brief_steps
from services import letter_post as post
from services.brief_work import give_back
from services.briefs import number_of, of_office, tell_author, tell_office_of
from services.letter_course import check_words
from services.letter_parties import OFFICE
from services.outbox import About, Button, Buttons
from storage import answer_files, assignments, brief_feedback, briefs, letters
from storage.db import Db, Tx
from texts import Text

CHUNK = 50


async def carry_back(tx: Tx, brief_id: int, by: Person) -> tuple[Brief, int]:
    """Tell every writer, about each of their letters, what came of it; about how many letters.

    Raises:
        NotForYourRole, BriefNotFound, BriefHasMovedOn
    """
    brief = rules.carry_back(await of_office(tx, brief_id, by), tx.now)
    letter_ids = await briefs.letter_ids(tx, brief.id)
    await briefs.save(tx, brief)
    await brief_feedback.told(tx, brief.id, letter_ids)
    await brief_steps.taken(tx, brief.id, BriefEvent.CARRIED_BACK, by.id, letters=len(letter_ids))
    results, attached = await _results(tx, brief), await answer_files.of_brief(tx, brief.id)
    for letter_id in letter_ids:
        await _tell_writer(tx, brief, letter_id, results, attached)
    news = Text("brief-was-carried-back", title=brief.content.title, count=str(len(letter_ids)))
    await tell_author(tx, brief, news, by)
    return (brief if letter_ids else await _close(tx, brief)), len(letter_ids)


async def _results(tx: Tx, brief: Brief) -> list[Text]:
    """What each department answered, or what the office concluded."""
    answered = [
        Text("feedback-answer", who=Text("brief-unit", unit=task.unit), text=task.answer or "")
        for task in await assignments.of_brief(tx, brief.id)
    ]
    return answered or [Text("feedback-answer", who=OFFICE, text=brief.result or "")]


async def _tell_writer(
    tx: Tx, brief: Brief, letter_id: int, results: Sequence[Text], attached: Sequence[Attachment]
) -> None:
    letter = await letters.get_to_change(tx, letter_id)
    assert letter is not None
    await letters.log(tx, letter.id, EventKind.FED_BACK, None, brief=brief.id)
    opening = Text("feedback-opening", number=letter.number, title=brief.content.title)
    again = Text("feedback-question-again" if brief.rounds > 1 else "feedback-question")
    messages, buttons = [opening, *results, again], judge_buttons(brief, letter)
    await post.show(tx, letter.writer_id, messages, attached, about=About(letter.id), buttons=buttons)
    holders = Text("feedback-was-carried-back", number=letter.number, title=brief.content.title)
    await post.tell_holders(tx, letter, letter.desk, holders)


def judge_buttons(brief: Brief, letter: Letter) -> Buttons:
    of = f"{brief.id}:{letter.id}"
    return [[Button(f"verdict-{verdict.value}", f"judge:{of}:{verdict.value}") for verdict in Verdict]]


# --- judged -----------------------------------------------------------------------------------------------------------


async def to_judge(tx: Tx, brief_id: int, letter_id: int, by: Person) -> tuple[Brief, Letter]:
    """A result that this person was told, about their letter.

    Raises:
        NothingToJudge
    """
    brief, letter = await briefs.get_to_change(tx, brief_id), await letters.get(tx, letter_id)
    told = await brief_feedback.get(tx, brief_id, letter_id)
    if brief is None or letter is None or told is None or letter.writer_id != by.id:
        raise NothingToJudge
    return brief, letter


async def judge(
    tx: Tx, brief_id: int, letter_id: int, by: Person, verdict: Verdict, words: str = "", due_on: date | None = None
) -> bool:
    """Keep a writer's judgement; does it send the brief back to the departments (until ``due_on``)? It may be changed.

    Raises:
        NothingToJudge, WordsAreTooLong
    """
    words = check_words(words)
    brief, letter = await to_judge(tx, brief_id, letter_id, by)
    before = await brief_feedback.get(tx, brief.id, letter.id)
    if before == {"verdict": verdict.value, "words": words or None}:
        return False
    await brief_feedback.judge(tx, brief.id, letter.id, verdict, words or None)
    details = {"letter": letter.id, "verdict": verdict.value, "words": words}
    await brief_steps.taken(tx, brief.id, BriefEvent.JUDGED, None, **details)
    tasks = await assignments.of_brief(tx, brief.id)
    if due_on is not None and rules.goes_back(brief, verdict, has_departments=bool(tasks)):
        await _send_back(tx, brief, letter.id, without_name(words, by.name), due_on)
        return True
    await _tell_of_verdict(tx, brief, letter, verdict, without_name(words, by.name))
    if brief.state is BriefState.CARRIED_BACK and rules.is_settled(await brief_feedback.verdicts(tx, brief.id)):
        await _close(tx, brief)
    return False


async def _send_back(tx: Tx, brief: Brief, letter_id: int, words: str, due_on: date) -> None:
    """The departments look at it again; who was not satisfied, they are not told."""
    await briefs.save(tx, rules.become(brief, BriefState.ASSIGNED))
    await brief_steps.taken(tx, brief.id, BriefEvent.SENT_BACK, None, letter=letter_id, reason=words)
    for task in await assignments.of_brief(tx, brief.id):
        await give_back(tx, brief, task, words, due_on)
    news = Text("brief-was-sent-back", title=brief.content.title, reason=words, due=due_on)
    await tell_office_of(tx, brief, news)
    await tell_author(tx, brief, news, None)


async def _tell_of_verdict(tx: Tx, brief: Brief, letter: Letter, verdict: Verdict, words: str) -> None:
    told: Mapping[str, Text | str] = {
        "title": brief.content.title,
        "number": letter.number,
        "verdict": Text(f"verdict-{verdict.value}"),
        "words": Text("verdict-words", words=words) if words else "",
    }
    await tell_office_of(tx, brief, Text("brief-was-judged", **told))


async def _close(tx: Tx, brief: Brief) -> Brief:
    closed = rules.close(brief, tx.now)
    await briefs.save(tx, closed)
    await brief_steps.taken(tx, brief.id, BriefEvent.CLOSED, None)
    news = Text("brief-is-closed", title=brief.content.title, number=number_of(brief))
    await tell_author(tx, closed, news, None)
    return closed


async def close_unjudged(db: Db, after_days: int) -> Mapping[str, int]:
    """Close briefs whose writers have had so many days to judge; how many."""
    async with db.read() as tx:
        found = await brief_feedback.unjudged(tx, db.clock() - timedelta(days=after_days), CHUNK)
    for brief_id in found:
        async with db.write() as tx:
            brief = await briefs.get_to_change(tx, brief_id)
            if brief is not None and brief.state is BriefState.CARRIED_BACK:
                await _close(tx, brief)
    return {"briefs": len(found)} if found else {}
