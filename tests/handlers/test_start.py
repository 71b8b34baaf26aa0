"""Menus, help and names of dialogues fit the routes there are."""

from itertools import combinations
from zoneinfo import ZoneInfo

import pytest

from domain.people import Role
from handlers.dispatch import Routes
from handlers.menus import MENUS, MOST, menu_of
from handlers.routes import ROUTES
from handlers.routing import Step, may
from handlers.start import ASKED_FIRST
from storage.db import Db
from tests.cast import Cast
from tests.handlers.desk import Desk
from texts import LANGUAGES, Text, Texts

TABLE = Routes(ROUTES)
TEXTS = Texts.load(ZoneInfo("Asia/Shanghai"))
KINDS = sorted({route.name.split(".")[0] for route in ROUTES if isinstance(route, Step)})
EVERYBODY = [frozenset(roles) for count in range(3) for roles in combinations(Role, count)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_dialogue_has_a_name_to_be_cancelled_by(kind: str) -> None:
    assert f"doing-{kind}" in TEXTS.keys


def test_what_is_asked_about_before_it_is_thrown_away_exists() -> None:
    assert set(KINDS) >= ASKED_FIRST


@pytest.mark.parametrize("role", MENUS)
def test_every_button_of_a_menu_is_a_command_of_that_role(role: Role | None) -> None:
    roles = frozenset({role} if role else ())
    groups = MENUS[role].groups
    for command in (*MENUS[role].first, *(each for group in groups.values() for each in group), "help"):
        assert command in TABLE.commands_for(roles)
        assert f"do-{command}" in TABLE.presses
        assert f"menu-{command}" in TEXTS.keys
    assert {f"menu-group-{name}" for name in groups} <= TEXTS.keys


@pytest.mark.parametrize("role", MENUS)
def test_no_menu_has_more_buttons_than_are_taken_in_at_a_glance(role: Role | None) -> None:
    shown = MENUS[role]
    assert len(shown.first) + len(shown.groups) + 1 <= MOST
    assert all(len(group) < MOST for group in shown.groups.values())


@pytest.mark.parametrize("command", sorted(TABLE.commands))
def test_every_listed_command_says_what_it_does_in_a_line_telegram_takes(command: str) -> None:
    if TABLE.commands[command].listed:
        for language in LANGUAGES:
            said = TEXTS.plain(language, Text(f"command-{command}"))
            assert 3 <= len(said) <= 256


@pytest.mark.parametrize("roles", EVERYBODY)
def test_nobody_is_shown_a_command_that_they_may_not_use(roles: frozenset[Role]) -> None:
    shown = TABLE.commands_for(roles)
    assert {"help", "cancel", "language", "members"} <= set(shown)
    assert all(may(roles, TABLE.commands[name].who) for name in shown)


def test_every_command_is_a_button_with_the_same_rights() -> None:
    for name, command in TABLE.commands.items():
        press = TABLE.presses[f"do-{name}"]
        assert (press.run, press.who) == (command.run, command.who)


async def test_a_member_who_asks_what_is_owed_is_shown_it(db: Db, cast: Cast) -> None:
    (said,) = await Desk(db, cast.li).say("我今年还差几次走访？")
    assert "2026年履职进度" in said.text


@pytest.mark.parametrize("second", [Role.OFFICE, Role.LEADER, Role.STAFF])
def test_who_has_two_roles_finds_what_both_do_most_with_few_buttons_more(second: Role) -> None:
    both = menu_of(frozenset({Role.MEMBER, second}))
    assert len(both.first) + len(both.groups) + 1 <= MOST + 2
    assert all(len(group) <= MOST + 1 for group in both.groups.values())
    found = {*both.first, *(command for group in both.groups.values() for command in group)}
    for role in (Role.MEMBER, second):
        wanted = {*MENUS[role].first, *(command for group in MENUS[role].groups.values() for command in group)}
        assert wanted <= found
