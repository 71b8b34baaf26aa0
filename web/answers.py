"""The page behind a department's one-time link: it reads the brief and answers, without an account.

Who has the link may answer once, and until then take the files that go with the brief, as clean copies. No writer of a
letter and no phone number stands on the page.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from domain import file_names
from domain.answer_files import MOST_BYTES, MOST_FILES, AnswerFile, FilesAreTooLarge, check
from domain.briefs import LONGEST_PART
from domain.refusals import Refusal
from domain.settings import Committee
from services import tasks
from services.tasks import LinkIsOver, Task
from storage import briefs
from storage.db import Db
from texts import Text, Texts
from web import answer_form
from web.answer_form import FormIsTooLarge, MultiPartException, Sent

AT_ONCE = 2
"""Whose files are in memory and cleaned, sent or fetched; others wait."""

HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
}


FILE_HEADERS = HEADERS | {"Content-Security-Policy": "default-src 'none'; sandbox"}


class FileIsNotThere(Refusal):
    """None of this number goes with the brief, or it can't be given as a clean copy."""

    text = "page-file-is-not-there"


class FileComesLater(Refusal):
    text = "page-file-comes-later"


class FileIsNotTaken(Refusal):
    """It can't be read, is locked, or of a kind that we don't clean. Argument: ``name``."""

    text = "page-file-is-not-taken"


class Busy(Refusal):
    """Nothing can be cleaned just now."""

    text = "page-busy"


Clean = Callable[[bytes], Awaitable[tuple[bytes, str] | None]]
"""A file without its traces, and the ending of its kind; None where that can't be done.

Raises:
    Busy
"""

Fetch = Callable[[str], Awaitable[tuple[bytes, str, str] | None]]
"""A file that Telegram keeps, without its traces: its bytes, the ending of its kind and its media type; None where that
can't be done.

Raises:
    Busy
"""


GIVEN_HERE = frozenset({"photo", "document"})
"""Of other kinds there is no clean copy."""


@dataclass(frozen=True)
class Given:
    """What a link leads to. ``files``: of each that goes with the brief its kind and Telegram's id."""

    code: str
    task: Task
    files: Sequence[tuple[str, str]]


class Answers:
    """``/answer/CODE``: GET shows the task, POST takes the answer. ``/answer/CODE/files/N``: what goes with it."""

    def __init__(self, db: Db, texts: Texts, committee: Committee, clean: Clean, fetch: Fetch) -> None:
        self._db = db
        self._clean = clean
        self._some_at_once = asyncio.Semaphore(AT_ONCE)
        self._fetch = fetch
        self._texts = texts
        self._committee = committee
        pages = Environment(loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True)
        self._page = pages.get_template("answer.html")

    def routes(self) -> list[Route]:
        return [
            Route("/answer/{code}", self.answer, methods=["GET", "POST"]),
            Route("/answer/{code}/files/{number:int}", self.file, methods=["GET"]),
        ]

    async def file(self, request: Request) -> Response:
        """200 the file, to be kept · 404 none such · 410 the link is over · 503 it can't be given just now."""
        number = request.path_params["number"]
        try:
            given = await self._given(request.path_params["code"])
            kind, file_id = given.files[number - 1] if 0 < number <= len(given.files) else ("", "")
            if kind not in GIVEN_HERE:
                raise FileIsNotThere
            async with self._some_at_once:
                found = await self._fetch(file_id)
            if found is None:
                raise FileIsNotThere
        except FileIsNotThere as refusal:
            return self._said(404, refusal)
        except LinkIsOver as refusal:
            return self._said(410, refusal)
        except Busy:
            return self._said(503, FileComesLater())
        data, ending, media_type = found
        # Whose it was called by its first sender may tell who that is.
        name = quote(f"{self._say('page-attachment', number=str(number))}.{ending}")
        kept = {"Content-Disposition": f"attachment; filename=\"{number}.{ending}\"; filename*=UTF-8''{name}"}
        return Response(data, headers=FILE_HEADERS | kept, media_type=media_type)

    async def answer(self, request: Request) -> Response:
        """200 shown or taken · 400 cut off · 410 the link is over · 413 too large · 422 not an answer."""
        code, sent = request.path_params["code"], Sent()
        try:
            shown = await self._given(code)
            if request.method != "POST":
                return self._shown(200, shown)
            async with self._some_at_once:
                sent = await answer_form.read(request)
                files = await self._cleaned(sent)
            async with self._db.write() as tx:
                await tasks.answer_by_link(tx, code, sent.words, files)
        except (ClientDisconnect, TimeoutError, MultiPartException):
            return Response(status_code=400)
        except (FormIsTooLarge, FilesAreTooLarge) as refusal:
            return self._said(413, refusal)
        except LinkIsOver as refusal:
            return self._said(410, refusal)
        except Refusal as refusal:
            return await self._refused(code, refusal, sent)
        return self._shown(200, said=self._say("page-thanks"))

    async def _cleaned(self, sent: Sent) -> list[AnswerFile]:
        """What was sent, as it may be passed on: what a file is, its first bytes say.

        Raises:
            TooManyFiles, FileIsNotTaken, Busy
        """
        check([AnswerFile("document", data=data) for _, data in sent.files])
        files = []
        for place, (given, data) in enumerate(sent.files, start=1):
            name = file_names.cleaned(given)
            clean = await self._clean(data)
            if clean is None:
                raise FileIsNotTaken(name=name or str(place))
            stem = (name or "").rpartition(".")[0] or name or str(place)
            files.append(AnswerFile("document", f"{stem}.{clean[1]}", data=clean[0]))
        return files

    async def _given(self, code: str) -> Given:
        """Raises: LinkIsOver."""
        async with self._db.read() as tx:
            task = await tasks.of_link(tx, code)
            return Given(code, task, await briefs.files(tx, task.brief.id))

    async def _refused(self, code: str, refusal: Refusal, sent: Sent) -> Response:
        """The form again, with what was typed; files a browser can't be given back."""
        try:
            given = await self._given(code)
        except LinkIsOver as over:
            return self._said(410, over)
        said = self._say(refusal.text, **refusal.args_of_text)
        if sent.files and not isinstance(refusal, FileIsNotTaken):
            said = f"{said}\n{self._say('page-choose-files-again')}"
        return self._shown(422, given, said, sent.words)

    def _said(self, status: int, refusal: Refusal) -> Response:
        return self._shown(status, said=self._say(refusal.text, **refusal.args_of_text))

    def _shown(self, status: int, given: Given | None = None, said: str = "", typed: str = "") -> Response:
        page = self._page.render(
            language=self._committee.language,
            title=given.task.brief.content.title if given else self._say("page-title"),
            committee=self._committee.name,
            said=said,
            task=self._described(given) if given else None,
            typed=typed,
        )
        return HTMLResponse(page, status, HEADERS)

    def _described(self, given: Given) -> dict[str, Any]:
        brief, assignment = given.task.brief, given.task.assignment
        content = brief.content
        parts = {
            "brief-paper-facts": content.facts,
            "brief-paper-analysis": content.analysis,
            "brief-paper-suggestions": content.suggestions,
            "brief-paper-instruction": brief.instruction,
            "page-reason": assignment.reason,
        }
        return {
            "due": self._say("page-due", unit=assignment.unit, due=assignment.due_on),
            "parts": [(self._say(heading), text) for heading, text in parts.items() if text],
            "attachments": self._say("page-attachments"),
            "attached": [
                (self._say(f"page-attachment-{kind}", number=str(number)), self._address(given, number, kind))
                for number, (kind, _) in enumerate(given.files, start=1)
            ],
            "answer": self._say("page-answer"),
            "limit": LONGEST_PART,
            "note": self._say("page-answer-limit", limit=str(LONGEST_PART)),
            "files": self._say("page-files"),
            "files_note": self._say("page-files-limit", limit=str(MOST_FILES), size=str(MOST_BYTES >> 20)),
            "submit": self._say("page-submit"),
        }

    @staticmethod
    def _address(given: Given, number: int, kind: str) -> str:
        """Beside the page's own, whatever stands before it; "" for what is not given here."""
        return f"{given.code}/files/{number}" if kind in GIVEN_HERE else ""

    def _say(self, key: str, **args: Any) -> str:
        return self._texts.plain(self._committee.language, Text(key, **args))
