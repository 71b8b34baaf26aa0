"""Lists for honours and for talks in words."""

from domain.appraisal import Honours, shown
from domain.schemes import Scheme
from domain.talks import ListKind, Pick
from domain.totals import Figures
from services.appraisal_picks import PickList
from services.totals_words import percent
from storage.appraisals import from_tenths
from texts import Text

PAGE = 5
"""Members on a page: each has a row of buttons."""


def rule(found: PickList, scheme: Scheme) -> Text:
    """By what somebody was proposed, and where that stands."""
    proposal = found.table.honours if found.kind is ListKind.HONOUR else found.table.talks
    if proposal is None:
        return Text("picks-no-rule")
    source = scheme.cite(proposal.source) if proposal.source else Text("scheme-from-no-document")
    if isinstance(proposal, Honours):
        duties, points = proposal.fulfilled and "scheme-fulfilled", proposal.points_at_least
        limit = points and Text("scheme-points-at-least", points=shown(points))
    else:
        duties, points = proposal.unfulfilled and "scheme-unfulfilled", proposal.points_below
        limit = points and Text("scheme-points-below", points=shown(points))
    told = [*([Text(duties)] if duties else []), *([limit] if limit else [])]
    who = told[0] if len(told) == 1 else Text("listed", first=told[0], then=told[1])
    return Text("picks-rule", who=who, source=source)


def listed(place: int, pick: Pick) -> Text:
    return Text(
        "pick-entry",
        place=str(place),
        name=pick.name,
        points=shown(from_tenths(pick.tenths)),
        percent=percent(Figures(done=pick.done, owed=pick.owed)),
        state=state(pick),
    )


def state(pick: Pick) -> Text:
    if pick.talked_on is not None:
        return Text("pick-state-talked", day=pick.talked_on)
    return Text(f"pick-state-{pick.decision.value if pick.decision else 'proposed'}")
