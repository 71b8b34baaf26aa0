"""Documents of departments' answers on their way to Telegram: clean, uploaded once, and then not kept by us."""

from collections.abc import AsyncIterator

import pytest

from bot.api import TelegramApi
from domain.answer_files import AnswerFile
from sandbox.client import Phone, SandboxClient
from services import tasks
from storage import answer_files
from storage.db import Clock, Db, system_clock
from tests.bot.conftest import TOKEN
from tests.bot.test_cleaning import MARK, pdf
from tests.bot.test_send import sending
from tests.cast import Cast
from tests.services.brief_making import assigned

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


@pytest.fixture
def clock() -> Clock:
    return system_clock


@pytest.fixture
async def api(sandbox: SandboxClient) -> AsyncIterator[TelegramApi]:
    """With the way to the files."""
    api = TelegramApi(f"{sandbox.url}/bot", TOKEN, base_file_url=f"{sandbox.url}/file/bot")
    yield api
    await api.close()


@pytest.fixture
async def zhou(sandbox: SandboxClient) -> Phone:
    phone = await sandbox.person("周敏", id=1004)
    await phone.say("/start")
    return phone


async def answered(db: Db, cast: Cast, *files: AnswerFile) -> int:
    """The assignment that this came with."""
    async with db.write() as tx:
        _, task = await assigned(tx, cast)
        await tasks.answer(tx, task.id, cast.liu, "已修好。", files)
    return task.id


async def test_what_came_by_the_page_is_kept_until_telegram_has_it(
    db: Db, api: TelegramApi, cast: Cast, zhou: Phone
) -> None:
    task = await answered(db, cast, AnswerFile("document", "报告.pdf", data=b"%PDF-clean"))
    async with sending(db, api):
        shown = await zhou.sees(lambda message: "document" in message.raw)
        await zhou.sees("市政管理局答复了")
    assert shown.raw["document"]["file_name"] == "报告.pdf"
    async with db.read() as tx:
        (kept,) = [each.kept for each in await answer_files.of_assignment(tx, task)]
        assert kept is not None
        row = await answer_files.get(tx, kept)
    assert row is not None
    assert (row["data"], row["clean_id"]) == (None, shown.file_id)


async def test_a_document_from_a_chat_is_passed_on_without_its_traces_and_one_that_is_locked_not_at_all(
    db: Db, api: TelegramApi, sandbox: SandboxClient, cast: Cast, zhou: Phone
) -> None:
    liu = await sandbox.person("刘科长", id=1006)
    await liu.say("/start")
    sent = [
        await liu.send("document", file=data, filename=name)
        for name, data in (("报告.pdf", pdf()), ("坏.pdf", b"%PDF-no"))
    ]
    files = [AnswerFile("document", each.raw["document"]["file_name"], each.file_id) for each in sent]
    await answered(db, cast, *files)
    async with sending(db, api):
        shown = await zhou.sees(lambda message: "document" in message.raw)
        await zhou.sees("市政管理局附的文件坏.pdf打不开")
        await liu.sees("市政管理局附的文件坏.pdf打不开")
    assert shown.raw["document"]["file_name"] == "报告.pdf"
    file = await api.call("getFile", file_id=shown.file_id)
    data = await api.download(file["file_path"], 1 << 20)
    assert data is not None
    assert MARK not in data
