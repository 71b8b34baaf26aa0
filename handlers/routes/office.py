"""What the office alone does."""

from handlers import audit, office, roster, steps, unit_people
from handlers.routing import OFFICE, Command, Press, Route, Step

ROUTES: tuple[Route, ...] = (
    Command("audit", audit.audit_command, OFFICE, ("操作记录",)),
    Press("audit-page", audit.page_pressed, OFFICE),
    Command("invite", office.invite_command, OFFICE, ("邀请",)),
    Press("invite-role", office.role_pressed, OFFICE, "invite"),
    Press("invite-all", office.all_pressed, OFFICE, "invite"),
    Press("invite-all-units", office.all_units_pressed, OFFICE, "invite"),
    Press("invite-cancel", steps.cancel, OFFICE, "invite"),
    Step("invite.role", office.ask_role, office.take_role, OFFICE),
    Step("invite.name", office.ask_name, office.take_name, OFFICE),
    Press("invite-unit", office.unit_pressed, OFFICE, "invite"),
    Step("invite.unit", office.ask_unit, office.take_unit, OFFICE),
    Command("roster", roster.roster_command, OFFICE, ("名册",)),
    Press("roster-units", unit_people.list_pressed, OFFICE),
    Press("roster-unit", unit_people.one_pressed, OFFICE),
    Press("roster-unit-invite", unit_people.invite_pressed, OFFICE),
    Press("roster-take", roster.take_pressed, OFFICE),
    Press("roster-give-up", roster.give_up_pressed, OFFICE),
)
