"""The page behind a department's one-time link, called as a browser does."""

from collections.abc import AsyncIterator
from io import BytesIO

import pytest
from aiohttp import ClientSession, FormData

from bot.clean_copies import TYPES
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
from web.answers import Answers, Busy

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
    async with serve(Answers(db, TEXTS, COMMITTEE, cleaned, fetched).routes()) as client:
        yield client


async def fetched(file_id: str) -> tuple[bytes, str, str] | None:
    """As Telegram would give them, with their traces; «locked» can't be cleaned, and «away» is not given just now."""
    if file_id == "away":
        raise Busy
    locked = b"MZ\x90\x00 no picture\xff"
    clean = await cleaned(locked if file_id == "locked" else photo() if file_id == "photo" else pdf())
    return (*clean, TYPES[clean[1]]) if clean else None


@pytest.fixture
async def with_files(db: Db, link: str) -> str:
    """The same link, where five things go with the brief."""
    async with db.write() as tx:
        kinds = [("photo", "photo"), ("document", "report"), ("video", "v"), ("document", "locked"), ("photo", "away")]
        for kind, file_id in kinds:
            values = {"kind": kind, "file_id": file_id}
            await tx.run("INSERT INTO brief_files (brief_id, kind, file_id) VALUES (1, :kind, :file_id)", **values)
    return link


async def test_what_goes_with_the_brief_is_given_as_clean_copies_to_be_kept(
    client: ClientSession, with_files: str
) -> None:
    _, page = await get(client, with_files)
    code = with_files.rpartition("/")[2]
    assert [f'href="{code}/files/{n}"' in page for n in (1, 2, 3, 4)] == [True, True, False, True]
    assert "材料 3（视频，请向政协办公室索取）" in page
    for number, media_type, name in ((1, "image/jpeg", "1.jpg"), (2, "application/pdf", "2.pdf")):
        async with client.get(f"{with_files}/files/{number}") as answered:
            assert (answered.status, answered.content_type) == (200, media_type)
            assert f'attachment; filename="{name}"; filename*=UTF-8' in answered.headers["Content-Disposition"]
            assert answered.headers["X-Content-Type-Options"] == "nosniff"
            assert "sandbox" in answered.headers["Content-Security-Policy"]
            assert MARK not in await answered.read()


async def test_a_file_goes_with_its_link_alone_and_as_long_as_that(client: ClientSession, with_files: str) -> None:
    for number, status in ((0, 404), (3, 404), (4, 404), (5, 503), (6, 404), (10**30, 404)):
        assert (await get(client, f"{with_files}/files/{number}"))[0] == status
    assert "请向政协办公室索取" in (await get(client, f"{with_files}/files/4"))[1]
    assert (await get(client, f"/answer/{'A' * 22}/files/1"))[0] == 410
    await post(client, with_files, "已修好")
    assert (await get(client, f"{with_files}/files/1"))[0] == 410


async def get(client: ClientSession, path: str) -> tuple[int, str]:
    async with client.get(path) as answered:
        told = {name: answered.headers.get(name) for name in ("Cache-Control", "Referrer-Policy", "X-Robots-Tag")}
        assert list(told.values()) == ["no-store", "no-referrer", "noindex, nofollow"]
        assert answered.headers["X-Content-Type-Options"] == "nosniff"
        for rule in ("default-src 'none'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"):
            assert rule in answered.headers["Content-Security-Policy"]
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


async def test_looking_in_whatever_way_does_not_use_the_link_up(client: ClientSession, link: str) -> None:
    """As previews of chats and browsers look."""
    for method in ("HEAD", "OPTIONS", "GET", "HEAD"):
        async with client.request(method, link) as answered:
            assert answered.status == (405 if method == "OPTIONS" else 200)
    assert (await post(client, link, "已修好"))[0] == 200


async def test_a_task_answered_in_the_chat_is_on_no_page_any_more(
    client: ClientSession, link: str, db: Db, cast: Cast
) -> None:
    async with db.write() as tx:
        (task,) = await assignments.of_brief(tx, 1)
        await tasks.answer(tx, task.id, cast.liu, "已修好")
    assert (await get(client, link))[0] == 410
    assert (await post(client, link, "又一次"))[0] == 410


async def test_marks_that_turn_the_writing_do_not_come_to_the_office(
    client: ClientSession, link: str, db: Db, cast: Cast
) -> None:
    assert (await post(client, link, "已修好\u202e了"))[0] == 200
    async with db.read() as tx:
        assert "已修好了" in await last_told(tx, cast.zhou)


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
