"""What everyone may see of the briefs that a letter went into: the steps, the departments' names, the judgement.

Neither the instruction's words nor who wrote it, neither reasons nor who judged. Source: Baokang, 五公开.
"""

from collections.abc import Mapping
from datetime import datetime

from domain.briefs import Brief, BriefEvent, BriefState, Verdict
from storage import assignments, brief_feedback, briefs, units
from storage.db import Row, Tx
from texts import DayOf, Text

SHOWN: Mapping[BriefEvent, str] = {
    event: f"public-post-brief-{event.value}"
    for event in (
        BriefEvent.ACCEPTED,
        BriefEvent.INSTRUCTED,
        BriefEvent.ASSIGNED,
        BriefEvent.CHASED,
        BriefEvent.ANSWER_ACCEPTED,
        BriefEvent.CONCLUDED,
        BriefEvent.CARRIED_BACK,
        BriefEvent.SENT_BACK,
        BriefEvent.CLOSED,
    )
}
"""The steps that are shown, and by which text: what the office has not accepted yet is not."""


async def steps(tx: Tx, letter_id: int) -> list[tuple[datetime, Text]]:
    """When each step was taken, and what is said of it, in order."""
    found: list[tuple[datetime, Text]] = []
    for brief_id in await briefs.about(tx, letter_id):
        brief = await briefs.get(tx, brief_id)
        assert brief is not None
        found += [
            (event["happened_at"], await _said(tx, brief, event))
            for event in await briefs.events(tx, brief_id)
            if event["kind"] in SHOWN
        ]
    return sorted(found, key=lambda step: step[0])


async def _said(tx: Tx, brief: Brief, event: Row) -> Text:
    unit_id = event["details_json"].get("unit")
    unit = await units.get(tx, unit_id) if unit_id is not None else None
    kind = Text(f"brief-kind-{brief.kind.value}")
    return Text(
        SHOWN[BriefEvent(event["kind"])], day=DayOf(event["happened_at"]), kind=kind, unit=unit.name if unit else ""
    )


async def results(tx: Tx, letter_id: int) -> list[str]:
    """What its writer was told of the results: each department's answer, or what the office concluded."""
    said = []
    for told in await brief_feedback.of_letter(tx, letter_id):
        brief = await briefs.get(tx, told["brief_id"])
        assert brief is not None
        if brief.state is BriefState.ASSIGNED:  # sent back: there will be others
            continue
        answers = [task.answer for task in await assignments.of_brief(tx, brief.id) if task.answer]
        said += answers or ([brief.result] if brief.result else [])
    return said


async def judged(tx: Tx, letter_id: int) -> list[tuple[datetime | None, Verdict | None]]:
    """Of each result its writer was told, when and how they judged it; None while they have not."""
    return [
        (row["judged_at"], Verdict(row["verdict"]) if row["verdict"] else None)
        for row in await brief_feedback.of_letter(tx, letter_id)
    ]
