"""What commands of the command line give back, and in which language it is printed."""

import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date
from pathlib import Path

from texts import LANGUAGES, Text, Texts


@dataclass(frozen=True)
class Outcome:
    """``lines`` go to standard output, ``notes`` to standard error; ``code`` is the exit code.

    ``language``: which one, whatever the terminal's own is.
    """

    lines: Sequence[Text] = ()
    notes: Sequence[Text] = ()
    code: int = 0
    language: str | None = None


class CommandFault(Exception):
    """A command can't be done; one sentence for whoever typed it."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.key)
        self.text = text


def day_of(typed: str) -> date:
    """Raises: CommandFault."""
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise CommandFault(Text("cli-day-not-readable", typed=typed)) from None


class Terminal:
    """Prints texts in one language."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._texts = Texts.load(UTC)

    def words(self, text: Text, language: str | None = None) -> str:
        return self._texts.plain(language or self._language, text)

    def show(self, outcome: Outcome) -> int:
        """Print; the exit code."""
        for line in outcome.lines:
            print(self.words(line, outcome.language))
        for note in outcome.notes:
            print(self.words(note, outcome.language), file=sys.stderr)
        return outcome.code


def language_for(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The committee's language where its configuration tells, else the locale's."""
    path = _config_named(arguments)
    try:
        committee = tomllib.loads(path.read_text("utf-8-sig")).get("committee", {})
    except (OSError, ValueError):
        committee = {}
    told = committee.get("language", "") if isinstance(committee, dict) else ""
    return told if told in LANGUAGES else _of_locale(environment)


def _config_named(arguments: Sequence[str]) -> Path:
    for place, argument in enumerate(arguments):
        if argument == "--config" and place + 1 < len(arguments):
            return Path(arguments[place + 1])
        if argument.startswith("--config="):
            return Path(argument.removeprefix("--config="))
    return Path("config.toml")


def _of_locale(environment: Mapping[str, str]) -> str:
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return "zh" if locale.lower().startswith("zh") else "en"
