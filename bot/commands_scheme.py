"""scheme check, explain, preview, use: is a committee's scheme sound, what does it say, what would it change."""

from datetime import datetime
from pathlib import Path
from typing import Literal

from bot.config import load
from bot.opening import database, scheme_of
from bot.options import ConfigFile, From, Names
from bot.terminal import Outcome, day_of
from domain.schemes import Scheme
from services import scheme_preview, scheme_versions, schemes
from services.explain import explain as sentences
from services.scheme_preview import Compared, Line, Under
from texts import Text


def check(file: str, /, *, config: ConfigFile = Path("config.toml")) -> Outcome:
    """A file, or the name of a scheme that comes with the software."""
    del config  # its language was chosen by it already
    scheme = _load(file)
    figures = {"quotas": scheme.quotas, "deadlines": scheme.deadlines, "events": scheme.calendar}
    counts = {name: len(values) for name, values in figures.items()}
    return Outcome([Text("cli-scheme-sound", title=scheme.title, **counts)])


def explain(file: str, /, *, language: Literal["zh", "en"] = "zh", config: ConfigFile = Path("config.toml")) -> Outcome:
    """Every figure and date in a sentence, with its source; in Chinese, as the documents are."""
    del config
    return Outcome(sentences(_load(file)), language=language)


async def preview(file: str, /, *, names: Names = False, config: ConfigFile = Path("config.toml")) -> Outcome:
    """What this year's data comes to now, and would come to under another scheme."""
    then, settings = _load(file), load(config)
    today = datetime.now(settings.committee.zone).date()
    async with database(settings) as db, db.read() as tx:
        now = await scheme_versions.in_force(tx, scheme_of(settings), today)
        compared = await scheme_preview.compare(tx, now, then, today)
    table = [_row(unit, unit.unit or Text("cli-preview-no-unit")) for unit in scheme_preview.by_unit(compared)]
    if len(table) > 1:
        table.append(_row(scheme_preview.line("", compared), Text("cli-preview-all")))
    changed = [_of_member(one) for one in compared if one.changes] if names else []
    head = Text("cli-preview-title", now=now.title, then=then.title, day=today)
    return Outcome([head, Text("cli-preview-headings"), *table, *_without_figures(now, then, compared), *changed])


async def use(file: str, /, *, begins_on: From, config: ConfigFile = Path("config.toml")) -> Outcome:
    """From a day on this is the scheme; what was counted before stays as it was."""
    new, settings = _load(file), load(config)
    today = datetime.now(settings.committee.zone).date()
    begins = day_of(begins_on)
    async with database(settings) as db, db.write() as tx:
        await scheme_versions.use(tx, scheme_of(settings), new, begins, today)
    return Outcome([Text("cli-scheme-used", title=new.title, day=begins)])


def _load(file: str) -> Scheme:
    return schemes.load(file) if file in schemes.shipped() else schemes.load_file(Path(file))


def _row(line: Line, unit: str | Text) -> Text:
    """Figures first, each as wide as the others of its column: a Chinese name is wider than it is long."""
    pairs = {"met": line.met, "behind": line.behind, "over": line.over}
    padded = {name: f"{now:>5} → {then:<5}" for name, (now, then) in pairs.items()}
    return Text("cli-preview-row", members=f"{line.members:>5}", unit=unit, **padded)


def _without_figures(now: Scheme, then: Scheme, compared: list[Compared]) -> list[Text]:
    """Who is neither done nor behind: a scheme sets them no figure."""
    sides = ((now, [one.now for one in compared]), (then, [one.then for one in compared]))
    counted = [(scheme, sum(one.is_met is None for one in side)) for scheme, side in sides]
    return [Text("cli-preview-no-figures", title=scheme.title, count=count) for scheme, count in counted if count]


def _of_member(one: Compared) -> Text:
    return Text(
        "cli-preview-member",
        member=one.member.name,
        unit=one.member.unit or "–",
        now=_standing(one.now),
        then=_standing(one.then),
    )


def _standing(under: Under) -> Text:
    standing = under.standing
    over = Text("cli-preview-over", count=under.contacts_over) if under.contacts_over else ""
    if under.is_met is None:
        return Text("cli-preview-free", over=over)
    if under.is_met:
        return Text("cli-preview-met", over=over)
    return Text(
        "cli-preview-behind",
        visits=standing.visits_left,
        deeds=standing.good_deeds_left,
        contacts=standing.contacts_left,
        over=over,
    )
