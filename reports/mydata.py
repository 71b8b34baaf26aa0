"""The page of /mydata: one HTML file without anything from outside, for a phone's screen."""

from collections.abc import Mapping
from html import escape
from typing import Any

from texts import Text, Texts

_STYLE = (
    "body{font:18px/1.6 sans-serif;max-width:40em;margin:0 auto;padding:1em;overflow-wrap:anywhere}"
    "table{border-collapse:collapse;width:100%;margin-bottom:1em}"
    "td{border:1px solid #bbb;padding:.3em .5em;vertical-align:top;white-space:pre-wrap}"
    "td:first-child{width:9em;color:#555}"
)

LABELLED = frozenset(
    {
        *(
            "id",
            "telegram_id",
            "name",
            "phone",
            "language",
            "created_at",
            "joined_at",
            "number",
            "topic",
            "state",
            "text",
        ),
        *("received_at", "answered_at", "settled_at", "written_at", "happened_at", "kind", "reason", "content_json"),
        *("sent_at", "address", "is_anonymous", "helped", "helped_words", "note", "happened_on", "role", "side"),
        *("details_json", "draft_json", "registered_on"),
    }
)
"""Columns with a name that people read; the others go by the name they are stored under."""


def write(_name: str, language: str, data: Mapping[str, Any], texts: Texts) -> bytes:
    """The page, in UTF-8."""

    def say(key: str, **args: Any) -> str:
        return escape(texts.plain(language, Text(key, **args)))

    parts = [
        f'<!doctype html><html lang="{language}"><meta charset="utf-8">',
        f'<meta name="viewport" content="width=device-width"><title>{say("mydata-title")}</title>',
        f"<style>{_STYLE}</style><h1>{say('mydata-title')}</h1>",
        f"<p>{say('mydata-head', committee=data['committee'], at=data['at'])}</p>",
    ]
    for table in data["tables"]:
        parts.append(f"<h2>{say('mydata-table', name=table['name'], count=len(table['rows']))}</h2>")
        parts += [_table(row, say) for row in table["rows"]]
    return "\n".join(parts).encode()


def _table(row: Any, say: Any) -> str:
    lines = "".join(f"<tr><td>{_label(name, say)}</td><td>{_cell(value, say)}</td></tr>" for name, value in row)
    return f"<table>{lines}</table>"


def _label(name: str, say: Any) -> str:
    return str(say("mydata-column", name=name)) if name in LABELLED else escape(name)


def _cell(value: Any, say: Any) -> str:
    if isinstance(value, list):
        return "<br>".join(f"{_label(name, say)}: {_cell(part, say)}" for name, part in value)
    return str(say("mydata-value", value=value))
