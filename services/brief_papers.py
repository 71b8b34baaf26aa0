"""A brief as a Word file in the usual form of such a document. No writer of a letter stands in it."""

from typing import Any

from domain.briefs import Brief
from domain.settings import Committee
from services.briefs import kind_of, number_of
from services.outbox import Paper
from storage import people
from storage.db import Tx
from texts import Text

PAPER = "brief"


async def paper(tx: Tx, brief: Brief, committee: Committee) -> Paper:
    content = brief.content
    on = (brief.handed_in_at or brief.created_at).astimezone(committee.zone).date()
    data: dict[str, Any] = {
        "kind": kind_of(brief),
        "number": number_of(brief),
        "title": content.title,
        "author": await _author(tx, brief),
        "facts": _paragraphs(content.facts),
        "analysis": _paragraphs(content.analysis),
        "suggestions": _paragraphs(content.suggestions),
        "instruction": _paragraphs(brief.instruction or ""),
        "leader": brief.instructed_by or "",
        "instructed": Text("brief-paper-day", day=brief.instructed_at) if brief.instructed_at else "",
        "committee": committee.name,
        "day": Text("brief-paper-day", day=on),
    }
    return Paper(PAPER, data, f"{_file_name(content.title)}.docx")


async def _author(tx: Tx, brief: Brief) -> Text:
    if brief.member_id is None:
        return Text("brief-paper-from-office")
    member = await people.member(tx, brief.member_id)
    if not member.sector:
        return Text("brief-paper-member-plain", name=member.name)
    return Text("brief-paper-member", name=member.name, sector=member.sector)


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _file_name(title: str) -> str:
    return "".join(char for char in title if char.isalnum() or char in "-_（）")[:40] or PAPER
