"""The menus of /start: what each role does most as big buttons, the rest in a few groups behind one more press."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from telegram import Update

from domain.people import Role
from handlers.context import Ctx
from handlers.steps import Prompt, put
from services.buttons import in_pairs
from services.outbox import Button, Buttons
from texts import Text

Entries = tuple[str, ...]
"""Commands; the button's label is ``menu-COMMAND``."""

MOST = 8
"""Buttons that an older reader takes in at a glance."""


@dataclass(frozen=True)
class Menu:
    """``groups``: name → commands; the button that opens it is ``menu-group-NAME``."""

    first: Entries
    groups: Mapping[str, Entries] = field(default_factory=dict)


MENUS: Mapping[Role | None, Menu] = {
    Role.OFFICE: Menu(
        ("inbox", "triage", "search"),
        {
            "letters": ("brief", "reviews", "record", "publish", "snippet", "block"),
            "activities": ("activity", "plan", "lecture", "studios"),
            "people": ("members", "roster", "forms", "cards", "invite"),
            "figures": ("overdue", "bulletin", "stats", "appraisal", "audit"),
        },
    ),
    Role.MEMBER: Menu(
        ("inbox", "visit", "quota", "contacts"),
        {
            "visits": ("together", "deeds", "diary", "report", "card", "form", "appraisal"),
            "letters": ("search", "brief", "record", "snippet", "away", "mylink"),
            "activities": ("events", "plan", "reception", "lecture", "studios"),
        },
    ),
    Role.LEADER: Menu(("brief", "plan", "events", "members", "stats", "appraisal")),
    Role.STAFF: Menu(
        ("inbox", "search", "activity", "plan", "cards", "lecture"), {"figures": ("overdue", "forms", "appraisal")}
    ),
    Role.DEPARTMENT: Menu(("inbox", "tasks", "search")),
    None: Menu(
        ("write", "suggest", "letters", "events", "reception", "members"),
        {"more": ("studios", "pool", "stats", "mydata")},
    ),
}
"""Whose menu; a constituent's comes when none of the others fits."""


def menu_of(roles: frozenset[Role]) -> Menu:
    """Of several roles: what the first does most; what the others do most, where it is in no group, behind 更多."""
    own = [one for role, one in MENUS.items() if role in roles] or [MENUS[None]]
    groups: dict[str, Entries] = {}
    for one in own:
        groups |= {name: tuple(dict.fromkeys((*groups.get(name, ()), *more))) for name, more in one.groups.items()}
    first, grouped = own[0].first, {command for group in groups.values() for command in group}
    others = dict.fromkeys(command for one in own[1:] for command in one.first if command not in {*first, *grouped})
    if len(first) + len(others) + len(groups) < MOST:
        return Menu((*first, *others), groups)
    return Menu(first, {**groups, "more": tuple(others)} if others else groups)


def menu(ctx: Ctx) -> Buttons:
    """What this person does most, their groups, and help, two in a row."""
    own = menu_of(ctx.person.roles)
    opens = [Button(f"menu-group-{name}", f"menu:{name}") for name in own.groups]
    return in_pairs([*_commands(ctx, own.first), *opens, *_commands(ctx, ("help",))])


async def group_pressed(_: Update, ctx: Ctx) -> None:
    """One group's buttons, and the way back; all of the menu where there is no such group for this person."""
    group = menu_of(ctx.person.roles).groups.get(ctx.args[0] if ctx.args else "")
    if group is None:
        await put(ctx, Prompt(Text("menu-choose"), menu(ctx)))
        return
    back = [Button("menu-button-back", "menu")]
    await put(ctx, Prompt(Text("menu-choose"), [*in_pairs(_commands(ctx, group)), back]))


def _commands(ctx: Ctx, names: Entries) -> list[Button]:
    return [Button(f"menu-{name}", f"do-{name}") for name in names if name in ctx.commands]
