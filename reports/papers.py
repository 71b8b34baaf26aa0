"""The one place that turns a paper's name and data into a Word file.

Papers are templates in ``reports/templates/``: open one in Word, change how it looks, leave the {{ }} and {% %} alone.
"""

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate

from reports import appraisal, briefs, bulletin, cards, diary, invitations
from reports.canvas import printable
from texts import Text, Texts

TEMPLATES = Path(__file__).parent / "templates"

Say = Callable[[Text], str]
"""A text in the reader's language."""

Fill = Callable[[DocxTemplate, Mapping[str, Any], Say], dict[str, Any]]
"""What stands in a template, from its paper's data."""


def _as_it_is(_: DocxTemplate, data: Mapping[str, Any], __: Say) -> dict[str, Any]:
    return dict(data)


WRITERS: Mapping[str, Fill] = {
    "registration-form": _as_it_is,
    "brief": briefs.fill,
    "service-cards": cards.fill,
    "invitation-slips": invitations.fill,
    "diary": diary.fill,
    "bulletin-paper": bulletin.fill,
    "appraisal-paper": appraisal.fill,
    "yearly-summary": diary.fill_summary,
}
"""Every paper by its name, which is its template's as well."""


def write(name: str, language: str, data: Mapping[str, Any], texts: Texts) -> bytes:
    """The paper as .docx.

    Raises:
        KeyError: there is no paper of that name.
    """
    template = DocxTemplate(TEMPLATES / f"{name}.docx")
    context = WRITERS[name](template, _printable(data), lambda text: texts.plain(language, text))
    template.render(context, autoescape=True)
    file = BytesIO()
    template.save(file)
    return file.getvalue()


def _printable(value: Any) -> Any:
    """The same without signs that no Word file may hold."""
    match value:
        case str():
            return printable(value)
        case Mapping():
            return {name: _printable(item) for name, item in value.items()}
        case list() | tuple():
            return [_printable(item) for item in value]
        case Text():
            return Text(value.key, **{name: _printable(arg) for name, arg in value.args.items()})
    return value
