"""A member's progress in words and bars: the same in the chat, in reminders and on the picture."""

from collections.abc import Iterable, Mapping
from typing import Any

from domain.quota import ContactProgress, MemberProgress, Tally
from domain.schemes import Counted, Per, Quota, Scheme
from services.outbox import Picture
from storage.visits import YearCounts
from texts import Text

LONGEST_BAR = 10
MOST_CONTACTS = 40
"""More lines than these don't fit one message."""
FULL, EMPTY = "■", "□"
NOTHING = YearCounts(0, 0)


def key_of(value: str) -> str:
    """An enumeration's value as the end of a text's key: ``ad_hoc`` → ``ad-hoc``."""
    return value.replace("_", "-")


def bar(done: int, required: int) -> str:
    """``■■□``: a box for each one owed, or ten boxes in proportion where more are owed than fit a line."""
    boxes = min(required, LONGEST_BAR)
    filled = min(done, required) * boxes // required if required else 0
    return FULL * filled + EMPTY * (boxes - filled)


def figure(tally: Tally) -> str:
    """``2/3``, or ``4/5～6`` where the rule sets a maximum as well."""
    least, most = tally.required, tally.quota.max
    owed = f"{least}～{most}" if most is not None and most != least else str(least)
    return f"{tally.done}/{owed}"


def label(quota: Quota, scheme: Scheme) -> Text:
    """What a quota counts. Kinds are named where the scheme asks for several kinds apart."""
    kinds = quota.contact_kinds
    if quota.what is Counted.CONTACTS and kinds and set(kinds) != set(scheme.contact_kinds):
        return Text("quota-contacts-of", kinds=_listed([Text(f"contact-kind-{key_of(kind)}") for kind in kinds]))
    if quota.what is Counted.VISITS and _is_one_of_several(quota, scheme):
        return _listed([Text(f"visit-kind-{key_of(kind)}") for kind in quota.visit_kinds])
    return Text(f"quota-counts-{key_of(quota.what)}")


def tally_line(tally: Tally, scheme: Scheme) -> Text:
    """``走访 ■■□ 2/3``; without a bar where the rule only sets a maximum."""
    what = label(tally.quota, scheme)
    if not tally.required:
        return Text("quota-tally-at-most", label=what, done=str(tally.done), most=str(tally.quota.max))
    return Text("quota-tally", label=what, bar=bar(tally.done, tally.required), figure=figure(tally))


def contact_text(one: ContactProgress, scheme: Scheme, counts: YearCounts) -> Text:
    """A contact's name and what is done of each quota; without quotas, what was reported this year."""
    if not one.tallies:
        return Text("quota-contact-without-figures", name=one.contact.name, visits=str(counts.visits))
    tallies = _joined("beside", [tally_line(tally, scheme) for tally in one.tallies])
    return Text("quota-contact", name=one.contact.name, tallies=tallies)


def progress_text(
    standing: MemberProgress, scheme: Scheme, counts: Mapping[int, YearCounts], said: Mapping[str, int] | None = None
) -> Text:
    """The whole standing, for the chat; with ``said``, how many of the visits are confirmed, by whom."""
    shown, rest = standing.contacts[:MOST_CONTACTS], standing.contacts[MOST_CONTACTS:]
    lines = [contact_text(one, scheme, counts.get(one.contact.id, NOTHING)) for one in shown]
    lines += [Text("quota-more", count=str(len(rest)))] if rest else []
    if not standing.has_figures:
        totals = counts.values()
        return Text(
            "quota-without-figures",
            year=str(standing.year),
            scheme=scheme.title,
            visits=str(sum(one.visits for one in totals)),
            deeds=str(sum(one.good_deeds for one in totals)),
            lines=lines,
        )
    own = [tally_line(tally, scheme) for tally in standing.own_shown]
    lines += [Text("quota-in-all"), *own] if own else []
    notes = [*counted_kinds(scheme, standing), *_confirmed(counts, said)]
    notes.append(Text("quota-source", source=sources(standing, scheme)))
    return Text("quota-shown", year=str(standing.year), lines=lines, left=left(standing), notes=notes)


def _confirmed(counts: Mapping[int, YearCounts], said: Mapping[str, int] | None) -> list[Text]:
    visits = sum(one.visits for one in counts.values())
    if not said or not visits:
        return []
    by = {how: str(count) for how, count in said.items()}
    return [Text("quota-confirmed", by_nobody=str(visits - sum(said.values())), **by)]


def left(standing: MemberProgress) -> Text:
    """What is still owed and until when, or thanks."""
    if standing.owes_nothing:
        return Text("quota-all-done")
    return Text(
        "quota-left",
        until=standing.until,
        items=owed_items(standing.visits_left, standing.good_deeds_left, standing.contacts_left),
    )


def owed_items(visits: int, deeds: int, contacts: int = 0) -> list[Text]:
    """One line for each thing owed."""
    owed = {"quota-left-visits": visits, "quota-left-good-deeds": deeds, "quota-left-contacts": contacts}
    return [Text(key, count=str(count)) for key, count in owed.items() if count]


def left_for(one: ContactProgress) -> Text | None:
    """What is still owed to one contact; None where no figure is set for each."""
    if not one.tallies:
        return None
    items = owed_items(one.visits_left, one.good_deeds_left)
    if not items:
        return Text("quota-contact-done", name=one.contact.name)
    return Text("quota-contact-left", name=one.contact.name, items=items)


def counted_kinds(scheme: Scheme, standing: MemberProgress) -> list[Text]:
    """Which visits count, where not all do."""
    quotas = [quota for quota in _quotas(standing) if quota.visit_kinds]
    return [
        Text(
            "quota-counts-only",
            label=label(quota, scheme),
            kinds=_listed([Text(f"visit-kind-{key_of(kind)}") for kind in quota.visit_kinds]),
        )
        for quota in quotas
    ]


def sources(standing: MemberProgress, scheme: Scheme) -> str:
    """The documents that the figures come from, each once with all its places."""
    places: dict[str, dict[str, None]] = {}
    for quota in _quotas(standing):
        for cited in scheme.cite(quota.source).split("；"):
            document, _, place = cited.rpartition(" ")
            places.setdefault(document or place, {})[place if document else ""] = None
    return "；".join(f"{document} {'、'.join(found)}".strip() for document, found in places.items())


def picture(standing: MemberProgress, scheme: Scheme, counts: Mapping[int, YearCounts]) -> Picture:
    """The standing as a picture; `reports.quota` draws it."""
    rows = [_row(one, scheme, counts.get(one.contact.id, NOTHING)) for one in standing.contacts]
    return Picture(
        "quota",
        {
            "title": Text("quota-picture-title", year=str(standing.year)),
            "until": Text("quota-picture-until", until=standing.until) if standing.has_figures else None,
            "rows": rows,
            "own": [_bar(tally, scheme) for tally in standing.own_shown if tally.required],
            "note": left(standing) if standing.has_figures else Text("quota-picture-without-figures"),
        },
    )


def _row(one: ContactProgress, scheme: Scheme, counts: YearCounts) -> dict[str, Any]:
    bars = [_bar(tally, scheme) for tally in one.tallies if tally.required]
    if not bars:
        bars = [
            _record("visits", counts.visits),
            _record("good-deeds", counts.good_deeds),
        ]
    return {"name": one.contact.name, "bars": bars}


def _bar(tally: Tally, scheme: Scheme) -> dict[str, Any]:
    what = label(tally.quota, scheme)
    return {"label": what, "done": tally.done, "required": tally.required, "figure": figure(tally)}


def _record(what: str, done: int) -> dict[str, Any]:
    """Something that no figure is set for."""
    return {"label": Text(f"quota-counts-{what}"), "done": done, "required": 0, "figure": str(done)}


def _quotas(standing: MemberProgress) -> list[Quota]:
    """The quotas that bind this member now, each once."""
    each = (tally.quota for one in standing.contacts for tally in one.tallies)
    return list(dict.fromkeys([*each, *(tally.quota for tally in standing.own)]))


def _is_one_of_several(quota: Quota, scheme: Scheme) -> bool:
    alike = [other for other in scheme.quotas if other.what is quota.what and other.per is quota.per]
    return len(alike) > 1 and quota.per is Per.CONTACT


def _listed(parts: Iterable[Text]) -> Text:
    """``上门、随访``"""
    return _joined("listed", parts)


def _joined(key: str, parts: Iterable[Text]) -> Text:
    """One text of several, at least one: each time ``key`` puts the next after those before."""
    first, *others = parts
    for other in others:
        first = Text(key, first=first, then=other)
    return first
