"""A member who is away."""

from handlers import absences, steps
from handlers.routing import MEMBERS, Command, Press, Route, Step

ROUTES: tuple[Route, ...] = (
    Command("away", absences.away_command, MEMBERS, ("请假",)),
    Press("away-until", absences.until_pressed, MEMBERS, "away"),
    Press("away-by", absences.by_pressed, MEMBERS, "away"),
    Press("away-alone", absences.alone_pressed, MEMBERS, "away"),
    Press("away-cancel", steps.cancel, MEMBERS, "away"),
    Step("away.day", absences.ask_day, absences.take_day, MEMBERS),
    Step("away.stand-in", absences.ask_stand_in, absences.take_stand_in, MEMBERS),
    Command("back", absences.back_command, MEMBERS, ("回来", "销假")),
)
