"""Every command, button and dialogue step, and who may use it: a file a subject, gathered here.

Commands are shown to people in this order. Whoever looks for «who answers this button» greps this folder for its name.
"""

from handlers.routes import (
    absences,
    activities,
    briefs,
    cards,
    contacts,
    diary,
    everyone,
    letter_desk,
    letters,
    moderation,
    office,
    totals,
    visits,
)
from handlers.routing import Route

ROUTES: tuple[Route, ...] = (
    *letters.ROUTES,
    *letter_desk.ROUTES,
    *briefs.ROUTES,
    *moderation.ROUTES,
    *absences.ROUTES,
    *contacts.ROUTES,
    *cards.ROUTES,
    *visits.ROUTES,
    *diary.ROUTES,
    *activities.ROUTES,
    *totals.ROUTES,
    *office.ROUTES,
    *everyone.ROUTES,
)
