"""scheme check, scheme explain: is a committee's scheme sound, and what does it say."""

from pathlib import Path

from bot.options import ConfigFile
from bot.terminal import Outcome
from domain.schemes import Scheme
from services import schemes
from services.explain import explain as sentences
from texts import Text


def check(file: str, /, *, config: ConfigFile = Path("config.toml")) -> Outcome:
    """A file, or the name of a scheme that comes with the software."""
    del config  # its language was chosen by it already
    scheme = _load(file)
    figures = {"quotas": scheme.quotas, "deadlines": scheme.deadlines, "events": scheme.calendar}
    counts = {name: len(values) for name, values in figures.items()}
    return Outcome([Text("cli-scheme-sound", title=scheme.title, **counts)])


def explain(file: str, /, *, config: ConfigFile = Path("config.toml")) -> Outcome:
    """Every figure and date in a sentence, with its source."""
    del config
    return Outcome(sentences(_load(file)))


def _load(file: str) -> Scheme:
    return schemes.load(file) if file in schemes.shipped() else schemes.load_file(Path(file))
