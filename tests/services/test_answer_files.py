"""What goes with a department's answer: to the office, and to everyone who wrote about it."""

from typing import Any

import pytest

from domain.answer_files import AnswerFile, FileIsNotTaken, TooManyFiles, of_chat
from domain.letter_pieces import Attachment
from services import answer_files as service
from services import brief_feedback, brief_work, tasks
from storage import answer_files
from storage.db import Tx
from tests.cast import Cast
from tests.services.brief_making import DUE, assigned, lamps, of_letters
from tests.services.letter_writing import last_told

PHOTO, REPORT = AnswerFile("photo", None, "photo-1"), AnswerFile("document", "报告.pdf", "file-1")


async def owed_files(tx: Tx, person_id: int) -> list[list[dict[str, Any]]]:
    rows = await tx.all("SELECT content_json FROM outbox WHERE person_id = :id ORDER BY id", id=person_id)
    return [row["content_json"]["media"] for row in rows if "media" in row["content_json"]]


@pytest.mark.parametrize(
    "attached",
    [
        Attachment("voice", "1"),
        Attachment("location", latitude=1.0, longitude=1.0),
        Attachment("document", "1", "a.exe"),
    ],
)
def test_only_photos_and_documents_that_can_be_cleaned_are_taken(attached: Attachment) -> None:
    with pytest.raises(FileIsNotTaken):
        of_chat(attached)


async def test_what_comes_with_an_answer_goes_to_the_office_and_to_every_writer(tx: Tx, cast: Cast) -> None:
    brief, task = await assigned(tx, cast, of_letters(*await lamps(tx, cast)))
    await tasks.answer(tx, task.id, cast.liu, "已修好。", [PHOTO, REPORT])
    (kept,) = [each.kept for each in await answer_files.of_assignment(tx, task.id) if each.kept is not None]
    both = [[{"kind": "photo", "file_id": "photo-1"}], [{"kind": "document", "kept": kept}]]
    assert await owed_files(tx, cast.zhou.id) == both
    await brief_work.accept_answer(tx, task.id, cast.zhou)
    await brief_feedback.carry_back(tx, brief.id, cast.zhou)
    for writer in (cast.wang, cast.zhao, cast.chen):
        assert await owed_files(tx, writer.id) == both


async def test_a_new_answer_leaves_the_files_of_the_returned_one_behind(tx: Tx, cast: Cast) -> None:
    brief, task = await assigned(tx, cast)
    await tasks.answer(tx, task.id, cast.liu, "已修好。", [PHOTO, REPORT])
    await brief_work.return_answer(tx, task.id, cast.zhou, "请补照片", DUE)
    await tasks.answer(tx, task.id, cast.liu, "照片在这里。", [AnswerFile("photo", None, "photo-2")])
    assert [each.file_id for each in await answer_files.of_brief(tx, brief.id)] == ["photo-2"]


async def test_a_file_that_cannot_be_cleaned_goes_to_no_writer_and_both_sides_hear_of_it_once(
    tx: Tx, cast: Cast
) -> None:
    brief, task = await assigned(tx, cast)
    await tasks.answer(tx, task.id, cast.liu, "已修好。", [REPORT])
    (kept,) = [each.kept for each in await answer_files.of_assignment(tx, task.id)]
    assert kept is not None
    for _ in range(2):
        await service.refuse(tx, kept)
    for person in (cast.zhou, cast.liu):
        assert "市政管理局附的文件报告.pdf打不开或加了密" in await last_told(tx, person)
    rows = await tx.all("SELECT content_json FROM outbox WHERE person_id = :liu", liu=cast.liu.id)
    assert sum("task-file-not-passed-on" in str(row["content_json"]) for row in rows) == 1
    assert await answer_files.of_brief(tx, brief.id) == []


async def test_there_may_not_be_too_many(tx: Tx, cast: Cast) -> None:
    _, task = await assigned(tx, cast)
    with pytest.raises(TooManyFiles):
        await tasks.answer(tx, task.id, cast.liu, "已修好。", [PHOTO] * 6)
