"""Sign-in by a code that changes every minute: an HMAC over the activity and the minute, with the activity's own key.

The code of the minute before is still taken: it takes a while from the screen to the hand. The software's own default.
"""

import base64
import hmac
from datetime import datetime

from domain.activities import SIGN_IN_BEFORE, Activity
from domain.refusals import Refusal

MAC_BYTES = 12
LONGEST_CODE = 40


class SignInCodeIsOld(Refusal):
    """The code on the spot has changed since, or it never was one."""

    text = "sign-in-code-is-old"


class SignInIsTooEarly(Refusal):
    """Arguments: ``title``, ``opens``, a moment."""

    text = "sign-in-too-early"


class SignInIsOver(Refusal):
    """Argument: ``title``."""

    text = "sign-in-is-over"


def minute_of(at: datetime) -> int:
    return int(at.timestamp()) // 60


def code(key: str, activity_id: int, minute: int) -> str:
    """What stands in the link: the activity's number and a mac, in the signs that a ``/start`` link may hold."""
    return f"{activity_id}-{_mac(key, activity_id, minute)}"


def activity_of(typed: str) -> int | None:
    """The activity that a code is for, whether it is good or not."""
    number, dash, _ = typed.partition("-")
    is_number = number.isascii() and number.isdigit() and len(number) < 19
    return int(number) if dash and is_number and len(typed) <= LONGEST_CODE else None


def check_code(typed: str, key: str, activity_id: int, at: datetime) -> None:
    """Raises: SignInCodeIsOld."""
    minute = minute_of(at)
    good = [code(key, activity_id, each) for each in (minute, minute - 1)]
    if not any(hmac.compare_digest(each.encode(), typed.encode()) for each in good):
        raise SignInCodeIsOld


def check_time(activity: Activity, at: datetime) -> None:
    """From an hour before it begins until it ends.

    Raises:
        ActivityIsCancelled, SignInIsTooEarly, SignInIsOver
    """
    activity.must_stand()
    opens = activity.begins_at - SIGN_IN_BEFORE
    if at < opens:
        raise SignInIsTooEarly(title=activity.title, opens=opens)
    if at > activity.ends_at:
        raise SignInIsOver(title=activity.title)


def _mac(key: str, activity_id: int, minute: int) -> str:
    digest = hmac.digest(key.encode(), f"{activity_id}:{minute}".encode(), "sha256")
    return base64.urlsafe_b64encode(digest[:MAC_BYTES]).decode()
