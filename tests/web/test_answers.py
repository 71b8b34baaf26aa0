"""The page behind a department's one-time link, called as a browser does."""

from collections.abc import AsyncIterator
from io import BytesIO

import pytest
from aiohttp import ClientSession, FormData

from bot.doors import cleaned
from domain.briefs import AssignmentState
from services import tasks
from storage import answer_files, assignments
from storage.db import Db
from tests.bot.test_cleaning import MARK, pdf, photo
from tests.cast import Cast
from tests.services.brief_making import assigned, lamps, of_letters
from tests.services.letter_writing import COMMITTEE, TEXTS, last_told
from tests.web.conftest import Serve
from web.answer_form import LARGEST_FORM, LARGEST_WORDS
from web.answers import Answers

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


@pytest.fixture
async def link(db: Db, cast: Cast) -> str:
    """The path of a link for 刘科长's department, about a lamp that three people wrote of, one of them anonymously."""
    async with db.write() as tx:
        _, task = await assigned(tx, cast, of_letters(*await lamps(tx, cast)))
        link, _ = await tasks.make_link(tx, task.id, cast.zhou, "https://example.org", 14)
    return link.removeprefix("https://example.org")


@pytest.fixture
async def client(db: Db, serve: Serve) -> AsyncIterator[ClientSession]:
    async with serve([Answers(db, TEXTS, COMMITTEE, cleaned).route()]) as client:
        yield client


async def get(client: ClientSession, path: str) -> tuple[int, str]:
    async with client.get(path) as answered:
        assert answered.headers["Cache-Control"] == "no-store"
        assert "default-src 'none'" in answered.headers["Content-Security-Policy"]
        return answered.status, await answered.text()


async def post(client: ClientSession, path: str, answer: str) -> tuple[int, str]:
    async with client.post(path, data={"answer": answer}) as answered:
        return answered.status, await answered.text()


async def test_the_page_shows_the_brief_and_the_instruction_and_no_writer(client: ClientSession, link: str) -> None:
    status, page = await get(client, link)
    assert status == 200
    for shown in ("城北村村口路灯", "路灯坏了半个月，三户反映", "请市政管理局一周内修好", "市政管理局", "2026年4月8日"):
        assert shown in page
    assert not [secret for secret in ("王秀英", "赵明", "SL-2026", "JJ-2026", "{ $") if secret in page]


async def test_an_answer_is_taken_once_and_the_office_gets_it(
    client: ClientSession, link: str, db: Db, cast: Cast
) -> None:
    status, page = await post(client, link, "已修好 <b>两盏</b>\r\n每月检查")
    assert (status, "答复已收到" in page) == (200, True)
    async with db.read() as tx:
        (task,) = await assignments.of_brief(tx, 1)
        assert (task.state, task.answer) == (AssignmentState.ANSWERED, "已修好 <b>两盏</b>\n每月检查")
        assert "已修好 <b>两盏</b>" in await last_told(tx, cast.zhou)
    assert (await get(client, link))[0] == 410
    assert (await post(client, link, "又一次"))[0] == 410


async def test_an_empty_or_too_long_answer_gets_a_sentence_and_what_was_typed_stays(
    client: ClientSession, link: str
) -> None:
    status, page = await post(client, link, "   ")
    assert (status, "答复不能空着" in page) == (422, True)
    status, page = await post(client, link, "长<" * 751)
    assert status == 422
    assert "现为 1,502 字" in page
    assert "长&lt;" * 751 in page
    assert (await post(client, link, "长" * 1500))[0] == 200


async def test_a_link_that_was_never_made_shows_nothing_and_too_large_a_form_is_not_read(
    client: ClientSession, link: str
) -> None:
    for code in ("x", "A" * 22, "%00"):
        status, page = await get(client, f"/answer/{code}")
        assert status in (404, 410)
        assert "路灯" not in page
    assert (await post(client, link, "长" * LARGEST_WORDS))[0] == 413


async def submit(client: ClientSession, path: str, words: str, *files: tuple[str, bytes]) -> tuple[int, str]:
    """As a browser sends it: with files, or with the empty field for them."""
    form = FormData({"answer": words}, quote_fields=False)
    for name, data in files or [("", b"")]:
        form.add_field("files", BytesIO(data), filename=name, content_type="application/octet-stream")
    async with client.post(path, data=form) as answered:
        return answered.status, await answered.text()


async def test_files_come_with_an_answer_and_are_clean(client: ClientSession, link: str, db: Db, cast: Cast) -> None:
    status, page = await submit(client, link, "已修好\r\n见照片", ("修好 后.JPG", photo()), ("报告.exe", pdf()))
    assert (status, "答复已收到" in page) == (200, True)
    async with db.read() as tx:
        (task,) = await assignments.of_brief(tx, 1)
        assert task.answer == "已修好\n见照片"
        kept = [each.kept for each in await answer_files.of_assignment(tx, task.id)]
        stored = [await answer_files.get(tx, number) for number in kept if number is not None]
        rows = await tx.all("SELECT content_json FROM outbox WHERE person_id = :zhou", zhou=cast.zhou.id)
    (owed,) = [row["content_json"] for row in rows if "media" in row["content_json"]]
    assert [each["name"] for each in stored if each] == ["修好 后.jpg", "报告.pdf"]
    assert not any(MARK in each["data"] for each in stored if each)
    assert [piece["kept"] for piece in owed["media"]] == kept


async def test_a_file_that_cannot_go_with_it_gets_a_sentence_and_the_words_stay(
    client: ClientSession, link: str, db: Db
) -> None:
    status, page = await submit(client, link, "已修好", ("照片.jpg", b"MZ\x90\x00 no picture\xff"))
    assert (status, "文件“照片.jpg”打不开" in page, ">已修好</textarea>" in page) == (422, True, True)
    status, page = await submit(client, link, "已修好", *[(f"{n}.txt", b"1") for n in range(6)])
    assert (status, "附件最多 5 个" in page, "附件请重新选" in page) == (422, True, True)
    status, page = await submit(client, link, "", ("1.txt", "见附件".encode()))
    assert (status, "答复不能空着" in page, "附件请重新选" in page) == (422, True, True)
    assert (await submit(client, link, "已修好", ("1.txt", b"1" * LARGEST_FORM)))[0] == 413
    async with client.post(link, data=b"--x", headers={"Content-Type": "multipart/form-data"}) as answered:
        assert answered.status == 400
    async with db.read() as tx:
        assert await tx.value("SELECT COUNT(*) FROM answer_files") == 0
    assert (await submit(client, link, "已修好"))[0] == 200
