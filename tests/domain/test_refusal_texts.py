"""Every refusal about visits and contacts has its sentence in both languages."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from domain import contacts, days, visit_lines, visits
from domain.refusals import Refusal
from texts import LANGUAGES, Text, Texts, TextsFault

DAY = date(2026, 3, 5)
MOMENT = datetime(2026, 3, 5, 1, tzinfo=UTC)
LENGTHS = {"limit": "50", "length": "51"}
REFUSALS = (
    days.NoSuchDay(typed="2月30日"),
    days.DayIsInTheFuture(day=DAY),
    days.DayIsBeforeTheYear(day=DAY, began=DAY),
    visit_lines.ContactIsMissing(),
    visit_lines.NoteIsMissing(contact="王秀英"),
    visit_lines.GoodDeedIsEmpty(),
    visit_lines.NoteIsEmpty(),
    visit_lines.TooManyGoodDeeds(limit="10"),
    visit_lines.ContactNameIsTooLong(**LENGTHS),
    visit_lines.NoteIsTooLong(**LENGTHS),
    visit_lines.GoodDeedIsTooLong(**LENGTHS),
    visits.NotYourVisit(),
    visits.VisitIsWithdrawn(),
    visits.TooLateToCorrect(until=MOMENT),
    contacts.ContactLimitReached(name="王秀英", limit="6", source="靖协发〔2014〕7号 三（一）"),
    contacts.ContactAlreadyRegistered(name="王秀英"),
    contacts.ContactHasEnded(name="王秀英", ended=DAY),
)
TEXTS = Texts.load(ZoneInfo("Asia/Shanghai"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda refusal: refusal.text)
def test_a_refusal_can_be_said_with_its_arguments(refusal: Refusal, language: str) -> None:
    assert TEXTS.plain(language, Text(refusal.text, **refusal.args_of_text))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda refusal: refusal.text)
def test_a_refusal_carries_no_argument_that_its_sentence_leaves_out(refusal: Refusal, language: str) -> None:
    for name in refusal.args_of_text:
        others = {key: arg for key, arg in refusal.args_of_text.items() if key != name}
        with pytest.raises(TextsFault, match=name):
            TEXTS.plain(language, Text(refusal.text, **others))


def test_no_refusal_is_forgotten_here() -> None:
    defined = {
        thing
        for module in (contacts, days, visit_lines, visits)
        for thing in vars(module).values()
        if isinstance(thing, type) and issubclass(thing, Refusal) and thing is not Refusal
    }
    assert defined == {type(refusal) for refusal in REFUSALS}
