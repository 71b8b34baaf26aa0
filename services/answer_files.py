"""What goes with a department's answer."""

from services.brief_work import tell_department
from services.briefs import tell_office_of
from storage import answer_files, assignments, briefs
from storage.db import Tx
from texts import Text


async def refuse(tx: Tx, file_id: int) -> None:
    """It can't be cleaned, and goes nowhere: the department and the office are told, once."""
    known = await answer_files.get(tx, file_id)
    if known is None or not await answer_files.refuse(tx, file_id):
        return
    task = await assignments.get(tx, known["assignment_id"])
    assert task is not None
    brief = await briefs.get(tx, task.brief_id)
    assert brief is not None
    news = Text("task-file-not-passed-on", title=brief.content.title, unit=task.unit, name=known["name"] or "")
    await tell_office_of(tx, brief, news)
    await tell_department(tx, task, [news], ())
