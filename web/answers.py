"""The page behind a department's one-time link: it reads the brief and answers, without an account.

Who has the link may answer once. No writer of a letter and no phone number stands on the page.
"""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

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
from storage.db import Db
from texts import Text, Texts
from web import answer_form
from web.answer_form import FormIsTooLarge, MultiPartException, Sent

AT_ONCE = 2
"""Forms whose files are in memory and cleaned; others wait before they are read."""

HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
}


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


class Answers:
    """``/answer/CODE``: GET shows the task, POST takes the answer."""

    def __init__(self, db: Db, texts: Texts, committee: Committee, clean: Clean) -> None:
        self._db = db
        self._clean = clean
        self._some_at_once = asyncio.Semaphore(AT_ONCE)
        self._texts = texts
        self._committee = committee
        pages = Environment(loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True)
        self._page = pages.get_template("answer.html")

    def route(self) -> Route:
        return Route("/answer/{code}", self.answer, methods=["GET", "POST"])

    async def answer(self, request: Request) -> Response:
        """200 shown or taken · 400 cut off · 410 the link is over · 413 too large · 422 not an answer."""
        code, sent = request.path_params["code"], Sent()
        try:
            task = await self._task(code)
            if request.method != "POST":
                return self._shown(200, task)
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

    async def _task(self, code: str) -> Task:
        """Raises: LinkIsOver."""
        async with self._db.read() as tx:
            return await tasks.of_link(tx, code)

    async def _refused(self, code: str, refusal: Refusal, sent: Sent) -> Response:
        """The form again, with what was typed; files a browser can't be given back."""
        try:
            task = await self._task(code)
        except LinkIsOver as over:
            return self._said(410, over)
        said = self._say(refusal.text, **refusal.args_of_text)
        if sent.files and not isinstance(refusal, FileIsNotTaken):
            said = f"{said}\n{self._say('page-choose-files-again')}"
        return self._shown(422, task, said, sent.words)

    def _said(self, status: int, refusal: Refusal) -> Response:
        return self._shown(status, said=self._say(refusal.text, **refusal.args_of_text))

    def _shown(self, status: int, task: Task | None = None, said: str = "", typed: str = "") -> Response:
        page = self._page.render(
            language=self._committee.language,
            title=task.brief.content.title if task else self._say("page-title"),
            committee=self._committee.name,
            said=said,
            task=self._described(task) if task else None,
            typed=typed,
        )
        return HTMLResponse(page, status, HEADERS)

    def _described(self, task: Task) -> dict[str, Any]:
        brief, assignment = task.brief, task.assignment
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
            "answer": self._say("page-answer"),
            "limit": LONGEST_PART,
            "note": self._say("page-answer-limit", limit=str(LONGEST_PART)),
            "files": self._say("page-files"),
            "files_note": self._say("page-files-limit", limit=str(MOST_FILES), size=str(MOST_BYTES >> 20)),
            "submit": self._say("page-submit"),
        }

    def _say(self, key: str, **args: Any) -> str:
        return self._texts.plain(self._committee.language, Text(key, **args))
