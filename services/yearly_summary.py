"""The yearly summary (年度小结): prepared from what stands in the bridge, finished by the member.

Source: J7, 三（三）2: a summary, with the diary; no date is named for it.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from domain.diary import EntryIsEmpty, EntryIsTooLong, What
from domain.good_deeds import GoodDeed
from domain.people import Member
from domain.quota import progress
from domain.schemes import Scheme
from domain.short_words import check_length, says_something
from domain.visits import VisitKind
from services import confirmations, diary
from services.outbox import Paper
from services.quota import duties_of, served_by
from services.quota_words import figure, key_of, label
from storage import contacts, good_deeds, visits
from storage import diary as stored
from storage.db import Tx
from texts import Text

PAPER = "yearly-summary"
LONGEST_WORDS = 6000
MOST_DEEDS = 40


@dataclass(frozen=True)
class Summary:
    """A member's year in figures, and what they wrote to it."""

    year: int
    figures: tuple[tuple[Text, Text | str], ...]
    """What is counted → how much."""
    deeds: tuple[Text, ...]
    words: str
    handed_in_at: datetime | None = None


async def of_member(tx: Tx, member: Member, year: int, scheme: Scheme, zone: ZoneInfo) -> Summary:
    """The year as it stands now."""
    first, last = scheme.began(year), scheme.ends(year)
    lines = await diary.lines(tx, member, first, last, zone)
    done = await good_deeds.between(tx, member.id, first, last)
    called = {contact.id: contact.name for contact in await contacts.of_member(tx, member.id)}
    figures = [
        *await _of_quotas(tx, member, year, scheme),
        *_of_visits(Counter(line.kind for line in lines if line.what is What.VISIT)),
        await _confirmed(tx, member, first, last),
        _count("deeds", len(done)),
        _count("letters", len({line.id for line in lines if line.what is What.ANSWER})),
        _count("activities", sum(line.what is What.ACTIVITY for line in lines)),
        _count("entries", sum(line.what is What.ENTRY for line in lines)),
    ]
    words = await stored.summary_words(tx, member.id, year)
    handed_in_at = await stored.summary_handed_in(tx, member.id, year)
    deeds = tuple(_deed(deed, called) for deed in done[:MOST_DEEDS])
    return Summary(year, tuple(figures), deeds, words, handed_in_at)


async def _of_quotas(tx: Tx, member: Member, year: int, scheme: Scheme) -> list[tuple[Text, Text | str]]:
    """Each quota with how many of the contacts it is met for, or how much of it is done."""
    began = scheme.began(year)
    standing = progress(
        scheme,
        await contacts.of_member(tx, member.id),
        await visits.since(tx, member.id, began),
        await good_deeds.since(tx, member.id, began),
        year,
        await duties_of(tx, member),
        served_by(member),
    )
    own = [(label(tally.quota, scheme), figure(tally)) for tally in standing.own_shown]
    each: dict[tuple[Any, int], list[bool]] = {}
    for one in standing.contacts:
        for tally in one.tallies:
            each.setdefault((tally.quota, tally.required), []).append(tally.is_met)
    met = [
        (
            Text("summary-each", what=label(quota, scheme), least=str(least), counted=quota.what.value),
            Text("summary-met", met=str(sum(are_met)), of=str(len(are_met))),
        )
        for (quota, least), are_met in each.items()
    ]
    return [*own, *met]


def _of_visits(kinds: Counter[str]) -> list[tuple[Text, Text | str]]:
    told = [(Text("summary-visits"), str(kinds.total()))]
    return [*told, *((Text(f"visit-kind-{key_of(kind)}"), str(kinds[kind])) for kind in VisitKind if kinds[kind])]


async def _confirmed(tx: Tx, member: Member, first: date, last: date) -> tuple[Text, Text | str]:
    said = await confirmations.counted(tx, member, first, last)
    return Text("summary-confirmed"), Text("summary-confirmed-by", **{how: str(count) for how, count in said.items()})


def _count(what: str, count: int) -> tuple[Text, Text | str]:
    return Text(f"summary-{what}"), str(count)


def _deed(deed: GoodDeed, called: dict[int, str]) -> Text:
    return Text("summary-deed", contact=called[deed.contact_id], deed=deed.what, on=deed.done_on)


async def write(tx: Tx, member: Member, year: int, words: str) -> None:
    """The member's own words to the year; they replace what was written before.

    Raises:
        EntryIsEmpty, EntryIsTooLong
    """
    if not says_something(words):
        raise EntryIsEmpty
    check_length(words, LONGEST_WORDS, EntryIsTooLong)
    await stored.set_summary_words(tx, member.id, year, words)


def paper(summary: Summary, member: Member, committee: str) -> Paper:
    """The summary as a Word file, to be finished there or in the chat."""
    data: dict[str, Any] = {
        "committee": committee,
        "member": member.name,
        "sector": member.sector,
        "unit": member.unit,
        "year": str(summary.year),
        "figures": [{"label": what, "figure": _as_text(how)} for what, how in summary.figures],
        "deeds": list(summary.deeds),
        "words": summary.words,
    }
    return Paper(PAPER, data, f"年度小结-{member.name}-{summary.year}.docx")


def _as_text(value: Text | str) -> Text:
    return value if isinstance(value, Text) else Text("as-it-is", words=value)
