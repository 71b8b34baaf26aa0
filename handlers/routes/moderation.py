"""An anonymous writer's identity, who is kept out, what is made public."""

from handlers import bans, openings, publications, steps
from handlers.routing import OFFICE, Command, Press, Route, Step

ROUTES: tuple[Route, ...] = (
    # --- an anonymous writer's identity; who is kept out --------------------------------------------------------------
    Press("identity-ask", openings.ask_pressed, OFFICE),
    Press("identity-cancel", steps.cancel, OFFICE, "identity"),
    Step("identity.why", openings.ask_why, openings.take_why, OFFICE),
    Press("identity-yes", openings.yes_pressed, OFFICE),
    Press("identity-no", openings.no_pressed, OFFICE),
    Command("block", bans.block_command, OFFICE, ("拉黑", "停用")),
    Press("block-new", bans.new_pressed, OFFICE),
    Press("block-until", bans.until_pressed, OFFICE, "block"),
    Press("block-lift", bans.lift_pressed, OFFICE),
    Press("block-cancel", steps.cancel, OFFICE, "block"),
    Step("block.whom", bans.ask_whom, bans.take_whom, OFFICE),
    Step("block.why", bans.ask_why, bans.take_why, OFFICE),
    Step("block.until", bans.ask_until, bans.take_until, OFFICE),
    # --- made public --------------------------------------------------------------------------------------------------
    Command("publish", publications.publish_command, OFFICE, ("公开",)),
    Press("publish-card", publications.card_pressed, OFFICE),
    Press("publish-skip", publications.skip_pressed, OFFICE),
    Press("publish-anew", publications.anew_pressed, OFFICE),
    Press("publish-words", publications.words_pressed, OFFICE),
    Press("publish-cancel", steps.cancel, OFFICE, "publish"),
    Step("publish.words", publications.ask_words, publications.take_words, OFFICE),
    Press("publish-now", publications.now_pressed, OFFICE),
    Press("publish-no", publications.no_pressed, OFFICE),
)
