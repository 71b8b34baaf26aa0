"""A scheme in sentences: every figure and date with its source, for people to compare with the document."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import reduce

from domain.appraisal import Proposal, Rule, Table, shown
from domain.schemes import Deadline, Event, Guidance, Per, Quota, RegistrationForm, Scheme, Whose
from services.points_words import basis, kind_name, of_each
from texts import Text


def explain(scheme: Scheme) -> list[Text]:
    """One sentence for each figure, date and wish of a scheme, under headings."""
    parts = (
        ("scheme-sources", [_source(scheme, source.short) for source in scheme.sources]),
        ("scheme-quotas", [_quota(scheme, quota) for quota in scheme.quotas] or [Text("scheme-no-quotas")]),
        ("scheme-deadlines", [_deadline(scheme, deadline) for deadline in scheme.deadlines]),
        ("scheme-form", [_form(scheme, scheme.form)] if scheme.form else []),
        ("scheme-calendar", [_event(scheme, event) for event in scheme.calendar]),
        ("scheme-appraisal", _appraisal(scheme, scheme.appraisal) if scheme.appraisal else []),
        ("scheme-guidance", [_guidance(scheme, wish) for wish in scheme.guidance]),
        ("scheme-own-defaults", [_named("scheme-joined", scheme.joined_in_mid_year), _replacing(scheme)]),
    )
    lines = [Text("scheme-title", title=scheme.title, name=scheme.name)]
    for heading, sentences in parts:
        lines += [Text(heading), *sentences] if sentences else []
    return lines


def _form(scheme: Scheme, form: RegistrationForm) -> Text:
    deadline = scheme.deadline(form.deadline)
    assert deadline is not None
    source = scheme.cite(form.source)
    # The committee's place is put in when the form is printed.
    title = form.title.replace("{place}", "××")
    return Text("scheme-form-line", title=title, rows=str(form.rows), deadline=deadline.title, source=source)


def _replacing(scheme: Scheme) -> Text:
    return _named("scheme-replacing", scheme.replacing_is_told_to)


def _source(scheme: Scheme, short: str) -> Text:
    source = next(one for one in scheme.sources if one.short == short)
    dated = Text("scheme-dated", day=source.dated) if source.dated else ""
    return Text("scheme-source", title=source.title, number=source.number, dated=dated)


def _quota(scheme: Scheme, quota: Quota) -> Text:
    per = "-per-contact" if quota.per is Per.CONTACT else ""
    contacts = _listed([_named("contact-kind", kind) for kind in quota.contact_kinds]) or Text("scheme-all-contacts")
    visits = _listed([_named("visit-kind", kind) for kind in quota.visit_kinds]) or ""
    activities = _listed([_named("activity-kind", kind) for kind in quota.activity_kinds]) or Text("scheme-any-kind")
    return Text(
        f"scheme-{quota.what.replace('_', '-')}{per}",
        whose=_units(quota) if quota.whose is Whose.UNIT else _named("scheme-whose", quota.whose),
        contacts=contacts,
        visits=visits,
        activities=activities,
        figure=_figure(quota),
        source=scheme.cite(quota.source),
    )


def _units(quota: Quota) -> Text:
    kinds = _listed([_named("unit-kind", kind) for kind in quota.units])
    return Text("scheme-each-unit", units=kinds)


def _figure(quota: Quota) -> Text:
    least, most = quota.min, quota.max
    if least is None:
        return Text("scheme-at-most", most=str(most))
    if most is None:
        return Text("scheme-at-least", least=str(least))
    if least == most:
        return Text("scheme-exactly", figure=str(least))
    return Text("scheme-between", least=str(least), most=str(most))


def _deadline(scheme: Scheme, deadline: Deadline) -> Text:
    # 2001 is no leap year; the end of February is the only day that would differ.
    day = deadline.on(2001)
    return Text(
        "scheme-deadline-month-end" if deadline.day == "month_end" else "scheme-deadline",
        month=str(day.month),
        day=str(day.day),
        who=_all(deadline.who),
        what=deadline.what,
        reminded=_reminded(deadline),
        source=scheme.cite(deadline.source),
    )


def _reminded(deadline: Deadline) -> Text:
    days = _listed([Text("as-it-is", words=str(before)) for before in deadline.remind_days_before])
    return Text("scheme-reminded", days=days) if days else Text("scheme-not-reminded")


def _event(scheme: Scheme, event: Event) -> Text:
    return Text(
        "scheme-event",
        title=event.title,
        when=_span(event.begins, event.ends),
        who=event.who,
        source=scheme.cite(event.source),
    )


def _span(begins: date, ends: date) -> Text:
    """Whole months as a document names them: 2–3月; other spans by their days."""
    is_whole = begins.day == 1 and (ends + timedelta(days=1)).day == 1 and begins.year == ends.year
    if not is_whole:
        return Text("scheme-days", begins=begins, ends=ends)
    months = {"year": str(begins.year), "first": str(begins.month), "last": str(ends.month)}
    return Text("scheme-month" if begins.month == ends.month else "scheme-months", **months)


def _appraisal(scheme: Scheme, table: Table) -> list[Text]:
    """Where the points stand (or that they are an example, from no document), each line, and who is proposed."""
    where = [Text("scheme-points-basis", basis=basis(table, scheme))] if table.points else []
    return [*where, *(_points(scheme, rule) for rule in table.points), *_proposals(scheme, table)]


def _points(scheme: Scheme, rule: Rule) -> Text:
    notes = [Text("scheme-points-within", days=str(rule.within_workdays))] if rule.within_workdays else []
    if rule.until and (deadline := scheme.deadline(rule.until)):
        notes.append(Text("scheme-points-until", deadline=deadline.title))
    if kinds := _listed([kind_name(rule.what, kind) for kind in rule.kinds]):
        notes.append(Text("scheme-points-kinds", kinds=kinds))
    return Text("scheme-points", title=rule.title, notes=_listed(notes) or "", each=of_each(rule))


def _proposals(scheme: Scheme, table: Table) -> list[Text]:
    lines = []
    if honours := table.honours:
        told = [Text("scheme-fulfilled")] if honours.fulfilled else []
        if honours.points_at_least:
            told.append(Text("scheme-points-at-least", points=shown(honours.points_at_least)))
        lines.append(Text("scheme-honours", who=_listed(told) or "", source=_cited(scheme, honours)))
    if talks := table.talks:
        told = [Text("scheme-unfulfilled")] if talks.unfulfilled else []
        if talks.points_below:
            told.append(Text("scheme-points-below", points=shown(talks.points_below)))
        lines.append(Text("scheme-talks", who=_listed(told) or "", source=_cited(scheme, talks)))
    return lines


def _cited(scheme: Scheme, proposal: Proposal) -> Text | str:
    return scheme.cite(proposal.source) if proposal.source else Text("scheme-from-no-document")


def _guidance(scheme: Scheme, wish: Guidance) -> Text:
    return Text("scheme-wish", who=_all(wish.whose), text=wish.text, source=scheme.cite(wish.source))


def _all(whose: Sequence[Whose]) -> Text | str:
    return _listed([_named("scheme-who", one) for one in whose]) or ""


def _named(prefix: str, value: str) -> Text:
    return Text(f"{prefix}-{value.replace('_', '-')}")


def _listed(words: Sequence[Text]) -> Text | None:
    """A, B, C; None for an empty list."""
    return reduce(lambda first, then: Text("listed", first=first, then=then), words) if words else None
