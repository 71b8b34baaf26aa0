"""The page behind a department's one-time link: it reads the brief and answers, without an account.

Who has the link may answer once. No writer of a letter and no phone number stands on the page.
"""

import asyncio
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from jinja2 import Environment, FileSystemLoader
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from domain.briefs import LONGEST_PART
from domain.refusals import Refusal
from domain.settings import Committee
from services import tasks
from services.tasks import LinkIsOver, Task
from storage.db import Db
from texts import Text, Texts

LARGEST_FORM = 1 << 16
"""Bytes: more than the longest answer takes, percent-encoded."""
FORM_SECONDS = 20.0
HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
}


class FormIsTooLarge(Refusal):
    text = "page-too-much"


class Answers:
    """``/answer/CODE``: GET shows the task, POST takes the answer."""

    def __init__(self, db: Db, texts: Texts, committee: Committee) -> None:
        self._db = db
        self._texts = texts
        self._committee = committee
        pages = Environment(loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True)
        self._page = pages.get_template("answer.html")

    def route(self) -> Route:
        return Route("/answer/{code}", self.answer, methods=["GET", "POST"])

    async def answer(self, request: Request) -> Response:
        """200 shown or taken · 400 cut off · 410 the link is over · 413 too large · 422 not an answer."""
        code, typed = request.path_params["code"], ""
        try:
            if request.method != "POST":
                return self._shown(200, await self._task(code))
            typed = await _answer_in(request)
            async with self._db.write() as tx:
                await tasks.answer_by_link(tx, code, typed)
        except (ClientDisconnect, TimeoutError):
            return Response(status_code=400)
        except FormIsTooLarge as refusal:
            return self._said(413, refusal)
        except LinkIsOver as refusal:
            return self._said(410, refusal)
        except Refusal as refusal:
            return await self._refused(code, refusal, typed)
        return self._shown(200, said=self._say("page-thanks"))

    async def _task(self, code: str) -> Task:
        """Raises: LinkIsOver."""
        async with self._db.read() as tx:
            return await tasks.of_link(tx, code)

    async def _refused(self, code: str, refusal: Refusal, typed: str) -> Response:
        """The form again, with what was typed."""
        try:
            task = await self._task(code)
        except LinkIsOver as over:
            return self._said(410, over)
        return self._shown(422, task, self._say(refusal.text, **refusal.args_of_text), typed)

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
            "submit": self._say("page-submit"),
        }

    def _say(self, key: str, **args: Any) -> str:
        return self._texts.plain(self._committee.language, Text(key, **args))


async def _answer_in(request: Request) -> str:
    """What stands in the form's one field.

    Raises:
        FormIsTooLarge: the rest is not read.
        TimeoutError
        ClientDisconnect
    """
    body = bytearray()
    async with asyncio.timeout(FORM_SECONDS):
        async for chunk in request.stream():
            body += chunk
            if len(body) > LARGEST_FORM:
                raise FormIsTooLarge
    fields = parse_qs(bytes(body).decode("utf-8", "replace"), max_num_fields=10)
    # Browsers end lines with CR LF, which would count twice.
    return fields.get("answer", [""])[0].replace("\r\n", "\n").replace("\0", "")
