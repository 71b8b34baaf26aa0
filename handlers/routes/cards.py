"""Service cards, in the chat and on paper."""

from handlers import card_visits, cards, paper_cards, steps
from handlers.routing import MEMBERS, ORGANISERS, Command, Press, Route, Step

ROUTES: tuple[Route, ...] = (
    # --- the service card ---------------------------------------------------------------------------------------------
    # A contact has no role: who holds no card is told so.
    Command("card", cards.card_command, words=("服务卡",), shown_to=MEMBERS),
    Press("card-list", cards.list_pressed, MEMBERS),
    Press("card", cards.one_pressed, MEMBERS),
    Press("card-issue", cards.issue_pressed, MEMBERS),
    Press("card-issue-all", cards.issue_all_pressed, MEMBERS),
    Press("card-delivered", cards.delivered_pressed, MEMBERS),
    Press("card-lost", cards.lost_pressed, MEMBERS),
    Press("card-lost-yes", cards.lost_yes_pressed, MEMBERS),
    Press("card-me", card_visits.me_pressed),
    Press("card-not-me", card_visits.not_me_pressed),
    Press("confirm-ask", card_visits.ask_pressed),
    Press("confirm-true", card_visits.true_pressed),
    Press("confirm-differs", card_visits.differs_pressed),
    Press("dispute-cancel", steps.cancel, dialogue="dispute"),
    Step("dispute.words", card_visits.ask_words, card_visits.take_words),
    Press("dispute-answer", card_visits.answer_pressed, MEMBERS),
    Press("disputeanswer-cancel", steps.cancel, MEMBERS, "disputeanswer"),
    Step("disputeanswer.words", card_visits.ask_answer, card_visits.take_answer, MEMBERS),
    # --- service cards that came back on paper ------------------------------------------------------------------------
    Command("cards", paper_cards.command, ORGANISERS, ("服务卡登记",)),
    Press("paper-page", paper_cards.page_pressed, ORGANISERS),
    Press("paper-key", paper_cards.key_pressed, ORGANISERS),
    Press("paper-cancel", steps.cancel, ORGANISERS, "paper"),
    Press("paper-member", paper_cards.member_pressed, ORGANISERS, "paper"),
    Step("paper.member", paper_cards.ask_member, paper_cards.take_member, ORGANISERS),
    Press("paper-contact", paper_cards.contact_pressed, ORGANISERS, "paper"),
    Step("paper.contact", paper_cards.ask_contact, paper_cards.take_contact, ORGANISERS),
    Press("paper-mark", paper_cards.mark_pressed, ORGANISERS, "paper"),
    Press("paper-all", paper_cards.all_pressed, ORGANISERS, "paper"),
    Press("paper-extra", paper_cards.extra_pressed, ORGANISERS, "paper"),
    Press("paper-done", paper_cards.done_pressed, ORGANISERS, "paper"),
    Step("paper.sheet", paper_cards.ask_sheet, paper_cards.take_extra, ORGANISERS),
    Step("paper.extra", paper_cards.ask_extra, paper_cards.take_extra, ORGANISERS),
)
