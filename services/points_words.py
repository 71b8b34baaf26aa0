"""A table of points in words: where it stands, what a line gives, what is counted."""

from domain.appraisal import Merit, Rule, Table, shown
from domain.schemes import Scheme
from services.quota_words import key_of
from texts import Text

KIND_TEXTS = {
    Merit.CONTACTS: "contact-kind",
    Merit.VISITS: "visit-kind",
    Merit.PEOPLE: "visit-kind",
    Merit.BRIEFS: "brief-kind",
    Merit.ACTIVITIES: "activity-kind",
    Merit.ABSENCES: "activity-kind",
    Merit.RECEPTIONS: "activity-kind",
    Merit.SPEECHES: "appraisal-note",
    Merit.GOOD_DEEDS: "appraisal-deed",
}


def kind_name(what: Merit, kind: str) -> Text:
    """Of a merit that has kinds."""
    return Text(f"{KIND_TEXTS[what]}-{key_of(kind)}")


def basis(table: Table, scheme: Scheme) -> Text:
    """Where the points stand; that they stand nowhere."""
    return Text("appraisal-source", source=scheme.cite(table.source)) if table.source else Text("appraisal-no-source")


def of_each(rule: Rule) -> Text:
    """``每次 2 分，最多 30 分``; ``每次扣 1 分``."""
    sign = "takes" if rule.points < 0 else "gives"
    measure = Text(f"appraisal-measure-{key_of(rule.what)}")
    each = Text(f"appraisal-{sign}", measure=measure, points=shown(abs(rule.points)))
    return Text(f"appraisal-{sign}-at-most", each=each, most=shown(rule.at_most)) if rule.at_most else each
