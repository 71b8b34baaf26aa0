"""When the identity of an anonymous writer may be opened: a written reason, and two people of the office."""

from domain.refusals import Refusal


class LetterIsSigned(Refusal):
    """Argument: ``number``."""

    text = "opening-letter-is-signed"


class NobodyToConsent(Refusal):
    text = "opening-nobody-to-consent"


class OpeningIsAsked(Refusal):
    """Argument: ``number``."""

    text = "opening-is-asked-already"


class OpenedBefore(Refusal):
    """Arguments: ``number``, ``day``."""

    text = "opening-was-opened-before"


class ConsentIsYourOwn(Refusal):
    text = "opening-consent-is-your-own"


class OpeningIsOver(Refusal):
    """Someone else said yes or no, or nobody did in time. Argument: ``number``."""

    text = "opening-is-over"


class OpeningReasonIsWanted(Refusal):
    text = "opening-reason-is-wanted"
