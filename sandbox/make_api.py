"""Makes bot-api.json: the published Bot API as data, without its prose.

    python -m sandbox.make_api telegram-bot-api.json sandbox/bot-api.json

The source is the machine-readable description of https://core.telegram.org/bots/api (`methods` and `types`, each with
`fields` of `name`, `types`, `required`, `description`). What is kept, for each method and type:

    {"fields": {name: [type, …]}, "required": [name, …], "returns": [type, …], "subtypes": [type, …],
     "const": {field: value}, "sizes": {field: [least, most, "characters" | "bytes" | "parsed"]}}

`const` tells the members of a union apart (`status` is always "creator"); `parsed` sizes count UTF-16 units after
entities were parsed. Empty parts are left out.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

Json = dict[str, Any]

DISCRIMINATORS = frozenset({"type", "status", "source"})
CONSTANT = re.compile(r"(?:always|must be) [“\"]?([a-z]\w*)")
SIZE = re.compile(r"(\d+)-(\d+) (characters|bytes)([^.;]*)")


def constant(field: Json) -> str | None:
    """The one value that this field may have, if the description names one."""
    found = CONSTANT.search(field["description"])
    return found.group(1) if found and field["required"] and field["name"] in DISCRIMINATORS else None


def size(field: Json) -> list[int | str] | None:
    """[least, most, unit] where the description gives a size for a string."""
    found = SIZE.search(field["description"])
    if found is None or field["types"] != ["String"]:
        return None
    least, most, unit, rest = found.groups()
    return [int(least), int(most), "parsed" if "after entit" in rest else unit]


def compact(item: Json) -> Json:
    """One method or type without its prose."""
    fields = item.get("fields", [])
    parts: Json = {
        "fields": {field["name"]: field["types"] for field in fields},
        "required": [field["name"] for field in fields if field["required"]],
        "returns": item.get("returns"),
        "subtypes": item.get("subtypes"),
        "const": {field["name"]: value for field in fields if (value := constant(field))},
        "sizes": {field["name"]: limits for field in fields if (limits := size(field))},
    }
    return {name: part for name, part in parts.items() if part}


def convert(source: Json) -> Json:
    """The whole description, made compact."""
    return {
        "version": source["version"],
        "methods": {name: compact(item) for name, item in source["methods"].items()},
        "types": {name: compact(item) for name, item in source["types"].items()},
    }


def to_text(api: Json) -> str:
    """One method or type a line, so that a newer version of the API reads well as a diff."""
    sections = []
    for section in ("methods", "types"):
        lines = [f"  {json.dumps(name)}: {json.dumps(item)}" for name, item in api[section].items()]
        sections.append(f"{json.dumps(section)}: {{\n" + ",\n".join(lines) + "\n}")
    return f'{{\n"version": {json.dumps(api["version"])},\n' + ",\n".join(sections) + "\n}\n"


def main(source: str, target: str) -> None:
    """Read the published description, write the compact one."""
    Path(target).write_text(to_text(convert(json.loads(Path(source).read_text("utf-8")))), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
