"""Read a committee's rules from a scheme file: one of those shipped in ``schemes/``, or the committee's own."""

import tomllib
from importlib import resources
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from domain.schemes import Scheme


class SchemeFault(Exception):
    """A scheme file that can't be used: which file, which key, what was expected there."""

    def __init__(self, file: str, key: str, expected: str) -> None:
        super().__init__(f"{file}: {key}: {expected}" if key else f"{file}: {expected}")
        self.file = file
        self.key = key
        self.expected = expected


def shipped() -> tuple[str, ...]:
    """The names of the schemes that come with the software."""
    files = (entry.name for entry in resources.files("schemes").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in files if name.endswith(".toml")))


def load(name: str) -> Scheme:
    """The shipped scheme of that name, such as ``jingjiang-2014``.

    Raises:
        SchemeFault: there is none such, or it isn't sound.
    """
    if name not in shipped():
        raise SchemeFault(name, "", f"expected a scheme's name, one of {', '.join(shipped())}")
    return _read(f"{name}.toml", resources.files("schemes").joinpath(f"{name}.toml").read_bytes())


def load_file(path: Path) -> Scheme:
    """The scheme in a TOML file of the committee's own.

    Raises:
        SchemeFault: the file can't be read, or it isn't sound.
    """
    try:
        return _read(str(path), path.read_bytes())
    except OSError as error:
        raise SchemeFault(str(path), "", f"expected a file to read: {error.strerror}") from None


def _read(file: str, raw: bytes) -> Scheme:
    try:
        # utf-8-sig: editors on Windows put a byte-order mark in front.
        data = tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise SchemeFault(file, "", "expected a text in UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise SchemeFault(file, "", f"expected TOML: {error}") from None
    try:
        return Scheme.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise SchemeFault(file, _key(first), _expectation(first)) from None


def _key(error: ErrorDetails) -> str:
    """``quotas[2].min``, counted from 1 as one counts in the file; "" for the file as a whole."""
    key = ""
    for part in error["loc"]:
        key += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return key.removeprefix(".")


def _expectation(error: ErrorDetails) -> str:
    match error["type"]:
        case "missing":
            return "must be given"
        case "extra_forbidden":
            return "is not a key of a scheme"
        case "value_error":
            return str(error["ctx"]["error"])
        case _:
            return f"{error['msg']}, not {error['input']!r}"
