"""The code to sign in by, on a screen: its picture changes every minute by itself, in the message that shows it.

For how long is the software's own default: a button goes on after that.
"""

from datetime import timedelta

from domain import sign_in
from domain.activities import Activity
from domain.people import Person
from services import activity_sign_in
from services.outbox import Button, Buttons, Envelope, Lane, Picture, tell_chat
from storage import activities, people
from storage import sign_in_screens as screens
from storage.db import Db, Tx
from storage.sign_in_screens import Screen
from texts import Text

SHOWN_FOR = timedelta(hours=1)


async def show(tx: Tx, activity_id: int, by: Person, bot_name: str) -> None:
    """The code of this minute as a picture, and from now on each minute's in its place.

    Raises:
        ActivityUnknown, ActivityIsNotYours, ActivityIsCancelled, SignInIsTooEarly, SignInIsOver
    """
    activity, picture = await activity_sign_in.code_picture(tx, activity_id, by, bot_name)
    address = await people.address(tx, by.id)
    assert address is not None, "who pressed a button has a chat"
    chat_id, language = address
    until, minute = min(activity.ends_at, tx.now + SHOWN_FOR), sign_in.minute_of(tx.now)
    number = await screens.show(tx, activity.id, chat_id, language, minute, until)
    await _draw(tx, activity, picture, chat_id, language, Envelope(lane=Lane.ANSWER, screen_id=number))


async def _draw(tx: Tx, activity: Activity, picture: Picture, chat_id: int, language: str, envelope: Envelope) -> None:
    said = Text("activity-qr", title=activity.title)
    await tell_chat(tx, chat_id, said, language, buttons=_again(activity), picture=picture, envelope=envelope)


def _again(activity: Activity) -> Buttons:
    return [[Button("activity-button-refresh", f"activity-qr:{activity.id}")]]


async def draw_anew(db: Db, bot_name: str) -> dict[str, int]:
    """Each screen that shows an earlier minute's code gets this one's; how many. Those that are over are forgotten."""
    minute = sign_in.minute_of(db.clock())
    async with db.read() as tx:
        stale = await screens.stale(tx, minute)
    drawn = 0
    for screen in stale:
        async with db.write() as tx:
            drawn += await _redraw(tx, screen, minute, bot_name)
    return {"drawn": drawn} if drawn else {}


async def _redraw(tx: Tx, screen: Screen, minute: int, bot_name: str) -> int:
    activity = await activities.get(tx, screen.activity_id)
    if activity is None or activity.cancelled_at is not None:
        await screens.close(tx, screen.id)
        return 0
    if not await screens.claim(tx, screen, minute):
        return 0
    picture = await activity_sign_in.picture_of(tx, activity, bot_name)
    envelope = Envelope(lane=Lane.ANSWER, edits=screen.message_id, screen_id=screen.id)
    await _draw(tx, activity, picture, screen.chat_id, screen.language, envelope)
    return 1
