"""The leaders' own table (主席会议成员): what leaders owe besides, and whom they visited, by kind of contact.

Source: Baokang, 三联: a village or community, five members, ten constituents of the sector.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from domain.contacts import ContactKind
from domain.schemes import Quota, Scheme, Whose
from domain.totals import MemberFigures
from services.quota_words import key_of, label
from services.rounds import Rules
from services.totals import Scope, Totals
from services.totals_words import cells, heads, inline, named, said, unit_name
from storage import totals
from storage.db import Tx
from texts import Text

MOST_LINES = 25
FIGURES = ("visits", "people", "good-deeds", "answered", "activities")


@dataclass(frozen=True)
class Leader:
    """``kinds``: kind of contact → how many of it are registered, and how often they were visited in the period."""

    one: MemberFigures
    kinds: dict[ContactKind, tuple[int, int]]

    @property
    def duties(self) -> dict[Quota, tuple[int, int]]:
        """What leaders owe and other members do not: done, owed."""
        return {quota: both for quota, both in self.one.quotas.items() if quota.whose is Whose.LEADER}


async def of(tx: Tx, counted: Totals) -> list[Leader]:
    """The leaders among those who were counted, in their order."""
    leading = [one for one in counted.members if one.is_leader]
    if not leading:
        return []
    scope = Scope(only=tuple(one.member_id for one in leading))
    kinds: defaultdict[int, dict[ContactKind, tuple[int, int]]] = defaultdict(dict)
    for row in await totals.by_kind(tx, scope, counted.period.first, counted.on):
        kinds[row["member_id"]][ContactKind(row["kind"])] = (row["contacts"], row["visits"])
    return [Leader(one, kinds[one.member_id]) for one in leading]


# --- in the chat ------------------------------------------------------------------------------------------------------


def table(leaders: Sequence[Leader], counted: Totals, scheme: Scheme) -> Text | None:
    """For the office: a line each. None where nobody leads."""
    if not leaders:
        return None
    lines = [
        Text("leader-line", name=each.one.name, duties=inline(_duties(each, scheme)), visits=inline(_visits(each)))
        for each in leaders[:MOST_LINES]
    ]
    more = [Text("leaders-more", count=str(len(leaders) - MOST_LINES))] if len(leaders) > MOST_LINES else []
    head = {"count": str(len(leaders)), "period": named(counted.period), "on": counted.on}
    return Text("leaders-table", lines=[*lines, *more], **head)


def own(leader: Leader, counted: Totals, scheme: Scheme) -> Text:
    """For the leader."""
    return Text(
        "leader-own",
        period=named(counted.period),
        on=counted.on,
        duties=[Text("leader-duty", duty=duty) for duty in _duties(leader, scheme)],
        kinds=[Text("leader-duty", duty=kind) for kind in _kinds(leader)],
    )


def _duties(leader: Leader, scheme: Scheme) -> list[Text]:
    owed = [
        Text("totals-owes", what=label(quota, scheme), done=str(done), owed=str(owed))
        for quota, (done, owed) in leader.duties.items()
    ]
    return owed or [Text("leader-without-figures")]


def _kinds(leader: Leader) -> list[Text]:
    """``村（社区）：联系 3 个，走访 11 次``."""
    found = [
        Text("leader-kind", kind=_kind(kind), contacts=str(contacts), visits=str(visits))
        for kind, (contacts, visits) in _in_order(leader)
        if contacts or visits
    ]
    return found or [Text("leader-without-contacts")]


def _visits(leader: Leader) -> list[Text]:
    """``村（社区） 11 次``, of each kind that was visited."""
    found = [
        Text("leader-visits", kind=_kind(kind), visits=str(visits)) for kind, (_, visits) in _in_order(leader) if visits
    ]
    return found or [Text("leader-without-visits")]


def _in_order(leader: Leader) -> list[tuple[ContactKind, tuple[int, int]]]:
    return [(kind, leader.kinds[kind]) for kind in ContactKind if kind in leader.kinds]


def _kind(kind: ContactKind) -> Text:
    return Text(f"contact-kind-{key_of(kind)}")


# --- in files ---------------------------------------------------------------------------------------------------------


def on_paper(leaders: Sequence[Leader], house: Rules) -> list[dict[str, Any]]:
    """A row each: name, unit, duties, visits, and ``cells`` of ``FIGURES`` as they are read."""
    return [
        {
            "name": each.one.name,
            "unit": unit_name(each.one.unit),
            "duties": inline(_duties(each, house.scheme)),
            "visits": inline(_kinds(each)),
            "cells": [said(cell) for cell in cells(each.one.figures, FIGURES)],
        }
        for each in leaders
    ]


def columns(leaders: Sequence[Leader], scheme: Scheme) -> list[Text]:
    """Of the table, after name and unit: what is owed, contacts and visits of each kind, figures."""
    owed = [Text("totals-head-quota", what=label(quota, scheme)) for quota in _asked(leaders)]
    by_kind = [Text(f"leader-head-{what}", kind=_kind(kind)) for kind in _known(leaders) for what in _OF_A_KIND]
    return [*owed, *by_kind, *heads(FIGURES)]


def rows(leaders: Sequence[Leader]) -> list[list[Any]]:
    """Name, unit, and the cells by ``columns``."""
    asked, known = _asked(leaders), _known(leaders)
    table_ = []
    for each in leaders:
        both = [each.duties.get(quota) for quota in asked]
        owed = [None if one is None else f"{one[0]}/{one[1]}" for one in both]
        by_kind = [count for kind in known for count in each.kinds.get(kind, (0, 0))]
        table_.append([each.one.name, each.one.unit, *owed, *by_kind, *cells(each.one.figures, FIGURES)])
    return table_


_OF_A_KIND = ("contacts", "visits")


def _asked(leaders: Sequence[Leader]) -> list[Quota]:
    return list(dict.fromkeys(quota for each in leaders for quota in each.duties))


def _known(leaders: Sequence[Leader]) -> list[ContactKind]:
    return [kind for kind in ContactKind if any(kind in each.kinds for each in leaders)]
