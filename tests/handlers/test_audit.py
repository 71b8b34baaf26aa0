"""What the office did is told in words, whatever it was."""

from domain.people import Role
from handlers.audit import words_for
from handlers.routes import ROUTES
from handlers.routing import may
from tests.house import HOUSE

FOR_EVERYONE = {
    *(
        "menu",
        "language",
        "cancel",
        "drop",
        "keep",
        "start",
        "help",
        "members",
        "sector",
        "stats",
        "quota",
        "audit",
        "mylink",
    ),
}
"""Routes that change nothing but how the bot speaks to one person, or change nothing at all."""


def test_everything_that_the_office_can_do_has_words_of_its_own() -> None:
    names = [route.name for route in ROUTES if may(frozenset({Role.OFFICE, Role.MEMBER}), route.who)]
    keys = HOUSE.texts.keys
    untold = {name for name in names if words_for(f"press:{name}", keys).key == "audited-other"}
    assert {name for name in untold if name.split("-")[0] not in FOR_EVERYONE} == set()


def test_its_own_words_come_before_those_of_its_subject() -> None:
    keys = HOUSE.texts.keys
    assert words_for("press:triage-to", keys).key == "audited-press-triage-to"
    assert words_for("step:studio.line", keys).key == "audited-about-studio"
    assert words_for("something-new", keys).key == "audited-other"
