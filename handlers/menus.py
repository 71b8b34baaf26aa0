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
            "letters": ("search", "brief", "record", "snippet", "away"),
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


def menu(ctx: Ctx) -> Buttons:
    """What this person does most, their groups, and help, two in a row."""
    own = _own(ctx)
    first = dict.fromkeys([*(command for one in own for command in one.first), "help"])
    groups = dict.fromkeys(name for one in own for name in one.groups)
    commands = _commands(ctx, [name for name in first if name != "help"])
    opens = [Button(f"menu-group-{name}", f"menu:{name}") for name in groups]
    return in_pairs([*commands, *opens, *_commands(ctx, ["help"])])


async def group_pressed(_: Update, ctx: Ctx) -> None:
    """One group's buttons, and the way back; all of the menu where there is no such group for this person."""
    name = ctx.args[0] if ctx.args else ""
    own = _own(ctx)
    first = {command for one in own for command in one.first}
    found = dict.fromkeys(command for one in own for command in one.groups.get(name, ()) if command not in first)
    if not found:
        await put(ctx, Prompt(Text("menu-choose"), menu(ctx)))
        return
    back = [Button("menu-button-back", "menu")]
    await put(ctx, Prompt(Text("menu-choose"), [*in_pairs(_commands(ctx, list(found))), back]))


def _own(ctx: Ctx) -> list[Menu]:
    return [one for role, one in MENUS.items() if role in ctx.person.roles] or [MENUS[None]]


def _commands(ctx: Ctx, names: list[str]) -> list[Button]:
    return [Button(f"menu-{name}", f"do-{name}") for name in names if name in ctx.commands]
