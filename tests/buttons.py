"""Every button of the house, and where it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass

from tests import updates
from tests.conversations import STARTS, reach
from tests.house import OpenHouse
from tests.phones import Shown
from tests.town import (
    ANSWERED,
    ARRIVED,
    CARD,
    IN_TRIAGE,
    LI,
    LIU,
    MA,
    OF_DEPARTMENT,
    QIAN,
    SETTLED,
    UNISSUED,
    UNSCANNED,
    WANG,
    ZHOU,
    Act,
    play,
    presses,
    says,
    sends,
)
from tests.updates import Writer


@dataclass(frozen=True)
class Shows:
    """What someone does until they see the button, and its arguments; ``raw`` where such a button needs a longer list
    than there is."""

    who: Writer
    acts: tuple[Act, ...] = ()
    args: tuple[str, ...] = ()
    at: str = ""
    raw: str = ""


_HALF = (says("/write"), says("赵明"), presses("write-as"), says("桥栏杆松了"))
_CHANGE = (says("/contacts"), presses("contact"), presses("contact-change"))
_CARD = (says("/triage"),)
_ALIKE = (
    says("/write 李建国 村口的路灯又坏了"),
    *(presses("write-as", "named"), presses("write-done"), presses("write-submit")),
    says(f"/similar {ANSWERED}"),
)
"""钱芳 writes about the lamp as well, and looks at both letters as the office."""
_LOG = (says("/visits"), presses("visit-show"))

SHOWN: Mapping[str, Shows] = {
    "write-to": Shows(WANG, (says("/members 李建国"),)),
    "write-resume": Shows(WANG, (*_HALF, says("/write"))),
    "write-anew": Shows(WANG, (*_HALF, says("/write"))),
    "write-by": Shows(WANG, at="writing.whom"),
    "write-group": Shows(WANG, (says("/write"), presses("write-by", "sector"))),
    "write-choose": Shows(WANG, at="writing.whom"),
    "write-as": Shows(WANG, at="writing.name"),
    "write-done": Shows(WANG, _HALF),
    "write-more": Shows(WANG, at="writing.preview"),
    "write-submit": Shows(WANG, at="writing.preview"),
    "write-cancel": Shows(WANG, at="writing.whom"),
    "letters-page": Shows(WANG, raw="letters-page:9"),
    "letter-open": Shows(WANG, (says("/letters"),)),
    "letter-files": Shows(
        WANG,
        (presses("letter-go-on", ANSWERED), sends(updates.photo()), says("/letters"), presses("letter-open", ANSWERED)),
    ),
    "search-page": Shows(LI, raw="search-page:1:9"),
    "search-cancel": Shows(LI, at="search.words"),
    "letter-go-on": Shows(WANG, args=(ANSWERED,)),
    "which-letter": Shows(WANG, at="which.letter"),
    "which-new": Shows(WANG, at="which.letter"),
    "which-cancel": Shows(WANG, at="which.letter"),
    "letter-urge": Shows(WANG, (says("/letters"), presses("letter-open", ANSWERED))),
    "letter-withdraw": Shows(WANG, (says("/letters"), presses("letter-open", ANSWERED))),
    "letter-withdraw-yes": Shows(
        WANG, (says("/letters"), presses("letter-open", ANSWERED), presses("letter-withdraw"))
    ),
    "letter-ask": Shows(LI, args=(ARRIVED,)),
    "handover-units": Shows(LI, at="handover.whom"),
    "handover-unit": Shows(LI, (presses("letter-hand-over", ARRIVED), presses("handover-units"))),
    "triage-unit": Shows(ZHOU, _CARD),
    "letter-solved": Shows(WANG, args=(ANSWERED,)),
    "letter-grade": Shows(WANG, args=(SETTLED, "partly")),
    "grade-skip": Shows(WANG, at="grade.words"),
    "inbox-page": Shows(LI, raw="inbox-page:member:0"),
    "letter-answer": Shows(LI, args=(ARRIVED,)),
    "reply-cancel": Shows(LI, (presses("letter-answer", ARRIVED),)),
    "letter-hand-over": Shows(LI, args=(ARRIVED,)),
    "handover-to": Shows(LI, at="handover.whom"),
    "handover-now": Shows(LI, at="handover.why"),
    "handover-cancel": Shows(LI, at="handover.why"),
    "letter-hand-back": Shows(LIU, args=(OF_DEPARTMENT,)),
    "handback-cancel": Shows(LIU, at="handback.why"),
    "letter-settle": Shows(LI, args=(ARRIVED,)),
    "settle-now": Shows(LI, (), ("solved",), at="settle.words"),
    "letter-outcome": Shows(LI, (presses("letter-settle", ARRIVED), says("已清运")), (ARRIVED, "partly")),
    "settle-cancel": Shows(LI, at="settle.words"),
    "triage-card": Shows(ZHOU, args=(IN_TRIAGE,)),
    "triage-skip": Shows(ZHOU, _CARD),
    "triage-to": Shows(ZHOU, _CARD),
    "triage-name": Shows(ZHOU, _CARD),
    "triage-choose": Shows(ZHOU, (*_CARD, presses("triage-name"), says("城"))),
    "triage-cancel": Shows(ZHOU, at="triage.whom"),
    "triage-keep": Shows(ZHOU, _CARD),
    "triage-return": Shows(ZHOU, _CARD),
    "triage-mark": Shows(ZHOU, (*_CARD, presses("triage-mark")), ("urgent",)),
    # There is no members' group in the tables' house; tests/journeys/test_routing.py has one.
    "triage-post": Shows(ZHOU, raw=f"triage-post:{IN_TRIAGE}"),
    "claim": Shows(LI, raw=f"claim:{IN_TRIAGE}"),
    "similar": Shows(ZHOU, _CARD),
    "merge": Shows(QIAN, _ALIKE),
    "matter": Shows(QIAN, (*_ALIKE, presses("merge"), says("/similar"))),
    "matter-out": Shows(QIAN, (*_ALIKE, presses("merge"))),
    "away-until": Shows(LI, at="away.day"),
    "away-by": Shows(LI, (says("/away"), presses("away-until"), says("赵朋"))),
    "away-alone": Shows(LI, at="away.stand-in"),
    "away-cancel": Shows(LI, at="away.stand-in"),
    "contacts": Shows(LI, (says("/contacts"), presses("contact"))),
    "contact": Shows(LI, (says("/contacts"),)),
    "contact-change": Shows(LI, (says("/contacts"), presses("contact"))),
    "contact-alter": Shows(LI, _CHANGE, ("phone",)),
    "contact-kinds": Shows(LI, _CHANGE),
    "contact-set-kind": Shows(LI, (*_CHANGE, presses("contact-kinds")), ("other",)),
    "contactedit-cancel": Shows(LI, at="contactedit.name"),
    "contact-end": Shows(LI, (says("/contacts"), presses("contact"))),
    "contactend-because": Shows(LI, at="contactend.reason"),
    "contactend-cancel": Shows(LI, at="contactend.reason"),
    "contact-add": Shows(LI, (says("/contacts"),)),
    "contact-add-wanted": Shows(LI, (says("/visit 孙桂兰"),)),
    "contact-kind": Shows(LI, at="contact.kind"),
    "contact-skip": Shows(LI, at="contact.phone"),
    "contact-cancel": Shows(LI, at="contact.name"),
    "card-list": Shows(LI, (says("/card"), presses("card"))),
    "card": Shows(LI, (says("/card"),)),
    "card-issue": Shows(LI, (says("/card"), presses("card", UNISSUED))),
    "card-issue-all": Shows(LI, (says("/card"),)),
    "card-delivered": Shows(LI, (says("/card"), presses("card", UNSCANNED))),
    "card-lost": Shows(LI, (says("/card"), presses("card", UNSCANNED))),
    "card-lost-yes": Shows(LI, (says("/card"), presses("card", UNSCANNED), presses("card-lost"))),
    "card-me": Shows(MA, (says(f"/start card_{CARD}"),)),
    "card-not-me": Shows(MA, (says(f"/start card_{CARD}"),)),
    "confirm-ask": Shows(WANG, (says("/card"),)),
    "confirm-true": Shows(WANG, (says("/card"), presses("confirm-ask"))),
    "confirm-differs": Shows(WANG, (says("/card"), presses("confirm-ask"))),
    "dispute-cancel": Shows(WANG, at="dispute.words"),
    "dispute-answer": Shows(LI),
    "disputeanswer-cancel": Shows(LI, at="disputeanswer.words"),
    "form-file": Shows(LI, (says("/form"),)),
    "form-hand-in": Shows(LI, (says("/form"),)),
    "form-list": Shows(ZHOU, raw="form-list:0"),
    "form-show": Shows(ZHOU, (says("/forms"),)),
    "form-accept": Shows(ZHOU),
    "form-return": Shows(ZHOU),
    "formreturn-cancel": Shows(ZHOU, at="formreturn.reason"),
    "visit-new": Shows(LI, (says("/quota"),)),
    "visit-with": Shows(LI, (says("/contacts"), presses("contact"))),
    "visit-contact": Shows(LI, at="visit.contact"),
    "visit-all-contacts": Shows(LI, (says("/visit 王秀兰"),)),
    "visit-day": Shows(LI, at="visit.day"),
    "visit-kind": Shows(LI, at="visit.kind"),
    "visit-deeds": Shows(LI, at="visit.deeds"),
    "visit-promise": Shows(LI, at="visit.deeds"),
    "visit-alter": Shows(LI, at="visit.preview"),
    "visit-submit": Shows(LI, at="visit.preview"),
    "visit-cancel": Shows(LI, at="visit.preview"),
    "visit-list": Shows(LI, (says("/quota"),)),
    "visit-show": Shows(LI, (says("/visits"),)),
    "visit-change": Shows(LI, _LOG),
    "visit-withdraw": Shows(LI, _LOG),
    "visit-withdraw-yes": Shows(LI, (*_LOG, presses("visit-withdraw"))),
    "visit-photos": Shows(LI, _LOG),
    "evidence-done": Shows(LI, at="evidence.more"),
    "deed-list": Shows(LI, (says("/deeds"), presses("deed-show"))),
    "deed-show": Shows(LI, (says("/deeds"),)),
    "deed-done": Shows(LI, (says("/deeds"), presses("deed-show"))),
    "deed-later": Shows(LI, (says("/deeds"), presses("deed-show"))),
    "deed-drop": Shows(LI, (says("/deeds"), presses("deed-show"))),
    "deed-day": Shows(LI, at="deed.done"),
    "deed-cancel": Shows(LI, at="deed.why"),
    "deed-true": Shows(WANG),
    "deed-differs": Shows(WANG),
    "deeddispute-cancel": Shows(WANG, at="deeddispute.words"),
    "quota": Shows(LI, (says("/visits"),)),
    "quota-picture": Shows(LI, (says("/quota"),)),
    "invite-role": Shows(ZHOU, at="invite.role"),
    "invite-cancel": Shows(ZHOU, at="invite.name"),
    "invite-unit": Shows(ZHOU, at="invite.unit"),
    "sector": Shows(WANG, (says("/members"),)),
    "language": Shows(WANG, (says("/language"),), ("zh",)),
    "drop": Shows(WANG, (*_HALF, says("/cancel"))),
    "keep": Shows(WANG, (*_HALF, says("/cancel"))),
}
"""By route of the press."""


async def show(house: OpenHouse, shows: Shows, route: str) -> tuple[Shown | None, str]:
    """Do what makes the button appear; its message and data."""
    if shows.at:
        await reach(house, next(start for start in STARTS if start.step == shows.at))
    await play(house, shows.who, shows.acts)
    return (None, shows.raw) if shows.raw else house.phone(shows.who).button(route, *shows.args)
