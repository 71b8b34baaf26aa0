"""Read a committee's rules from a scheme file: one of those shipped in ``schemes/``, or the committee's own."""

import tomllib
from importlib import resources
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from domain.schemes import Scheme


class SchemeFault(Exception):
    """A scheme file that can't be used. Each of its `lines` names the file, the key and what was expected there."""

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


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
        raise SchemeFault(f"scheme {name!r}: expected one of {', '.join(shipped())}")
    return _read(f"{name}.toml", resources.files("schemes").joinpath(f"{name}.toml").read_bytes())


def load_file(path: Path) -> Scheme:
    """The scheme in a TOML file of the committee's own.

    Raises:
        SchemeFault: the file can't be read, or it isn't sound.
    """
    try:
        return _read(str(path), path.read_bytes())
    except OSError as error:
        raise SchemeFault(f"{path}: expected a file that can be read: {error.strerror}") from None


def _read(file: str, raw: bytes) -> Scheme:
    try:
        # utf-8-sig: editors on Windows put a byte-order mark in front.
        return Scheme.model_validate(tomllib.loads(raw.decode("utf-8-sig")))
    except ValidationError as error:
        raise SchemeFault(*(f"{file}: {_line(fault)}" for fault in error.errors(include_url=False))) from None
    except UnicodeDecodeError:
        raise SchemeFault(f"{file}: expected a text in UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise SchemeFault(f"{file}: expected TOML: {error}") from None


def _line(fault: ErrorDetails) -> str:
    """``quotas[2].min: expected …``, counted from 1 as one counts in the file."""
    steps = (f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in fault["loc"])
    key = "".join(steps).removeprefix(".")
    return f"{key}: {_expectation(fault)}" if key else _expectation(fault)


def _expectation(fault: ErrorDetails) -> str:
    match fault["type"]:
        case "missing":
            return "must be given"
        case "extra_forbidden":
            return "is not a key of a scheme"
        case "value_error":
            return str(fault["ctx"]["error"])
    expected = fault["msg"].removeprefix("Input should be ")
    return f"expected {expected}, not {fault['input']!r}"
