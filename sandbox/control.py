"""The control interface: looking at the sandbox and setting it. What people do is in control_people.py.

Each call is a function `(world, body) → answer`, listed in `CALLS`; wrong use raises ControlError, answered with 400.
"""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from aiohttp import web

from sandbox import botapi
from sandbox.errors import BotApiError, ControlError
from sandbox.files import Upload
from sandbox.world import World

Json = dict[str, Any]
Action = Callable[[World, Json], Any | Awaitable[Any]]

STATE_MESSAGES = 200
MAX_WAIT = 60.0
UPLOADS = "uploads"
# Fields that are numbers, for forms, which carry strings only.
NUMBERS: Mapping[str, Callable[[str], float]] = {
    **dict.fromkeys(("user", "chat", "message", "reply_to", "thread", "duration", "width", "height", "length"), int),
    **dict.fromkeys(("latitude", "longitude"), float),
}


def state(world: World, _body: Json) -> Json:
    """Everything that a page needs to draw itself."""
    return {
        "now": world.clock.now().isoformat(),
        "event": world.events.last,
        "bot": world.me(),
        "bot_started": world.token is not None,
        "people": [person.shown() for person in world.people.values()],
        "chats": [room.chat | {"members": room.members} for room in world.rooms.values()],
        "messages": {
            room.id: [room.shown(number) for number in list(room.messages)[-STATE_MESSAGES:]]
            for room in world.rooms.values()
        },
        "commands": {user_id: _commands(world, user_id) for user_id in world.people},
        "description": world.profile.text("description", ""),
    }


def _commands(world: World, user_id: int) -> list[Json]:
    """What the person sees in the private chat with the bot."""
    user = world.people[user_id].user
    return world.profile.commands_for(user, {"id": user_id, "type": "private"}, "member")


async def messages(world: World, body: Json) -> list[Json]:
    """Of one chat: all after message `after`; or what came or changed since `changed_after`, waited for if none has."""
    room = world.rooms.get(int(body["chat"]))
    if room is None:
        return []
    if "changed_after" not in body:
        after = int(body.get("after", 0))
        return [room.shown(number) for number in sorted(room.messages) if number > after]
    since = int(body["changed_after"])
    recent = room.changed_after(since)
    if not recent and (wait := min(float(body.get("wait", 0)), MAX_WAIT)) > 0:
        await room.bell.wait(wait)
        recent = room.changed_after(since)
    return recent


def updates(world: World, _body: Json) -> Json:
    """How many updates wait for the bot, and how many it was given."""
    queue = world.updates
    return {"waiting": queue.webhook.waiting() if queue.webhook else len(queue.pending), "given": queue.given}


def clock(world: World, body: Json) -> Json:
    """Read the clock, or move it by `advance` seconds, to `at`, or back to real time by `reset`."""
    if body.get("reset"):
        world.clock.move(timedelta(0))
    elif "at" in body:
        world.clock.set_to(_moment(body["at"]))
    elif "advance" in body:
        world.clock.advance(timedelta(seconds=body["advance"]))
    shown = {"now": world.clock.now().isoformat(), "offset": world.clock.offset.total_seconds()}
    if body:
        world.events.emit("clock", **shown)
    return shown


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ControlError(f"a moment needs its zone, as in 2026-03-05T09:00:00+08:00: {text}")
    return moment


def faults(world: World, body: Json) -> Json:
    """Read the rules, or replace them."""
    if body:
        world.faults.set(body.get("seed", 0), body.get("rules", []))
    return world.faults.shown()


def no_faults(world: World, _body: Json) -> Json:
    """Nothing goes wrong any more."""
    world.faults.set(0, [])
    return world.faults.shown()


def limits(world: World, body: Json) -> Json:
    """Switch Telegram's limits on or off, and set their rates."""
    rates = ("overall_per_second", "chat_per_second", "group_per_minute")
    world.limits.set(bool(body["on"]), **{name: float(body[name]) for name in rates if name in body})
    return {"on": world.limits.on} | {name: getattr(world.limits, name) for name in rates}


def calls(world: World, body: Json) -> list[Json]:
    """The bot's last 10,000 calls, oldest first, of one method or of all."""
    wanted, after = body.get("method"), int(body.get("after", 0))
    return [call for call in world.calls if call["n"] > after and wanted in (None, call["method"])]


def reset(world: World, _body: Json) -> Json:
    """Everything forgotten; clock and update ids go on."""
    world.forget()
    world.events.emit("reset")
    return {}


CALLS: Mapping[tuple[str, str], Action] = {
    ("GET", "state"): state,
    ("GET", "messages"): messages,
    ("GET", "updates"): updates,
    ("GET", "clock"): clock,
    ("POST", "clock"): clock,
    ("GET", "faults"): faults,
    ("POST", "faults"): faults,
    ("DELETE", "faults"): no_faults,
    ("POST", "limits"): limits,
    ("GET", "calls"): calls,
    ("POST", "reset"): reset,
}


class Control:
    """The HTTP side: finds the call, reads its body, turns refusals into `{"error"}`."""

    def __init__(self, world: World, calls: Mapping[tuple[str, str], Action]) -> None:
        self.world = world
        self.calls = calls

    async def handle(self, request: web.Request) -> web.Response:
        """One control call."""
        action = self.calls.get((request.method, request.match_info["call"]))
        if action is None:
            return _error(f"there is no {request.method} /control/{request.match_info['call']}", 404)
        try:
            body, uploads = await read_body(request)
            result = action(self.world, body | {UPLOADS: uploads} if uploads else body)
            result = await result if isinstance(result, Awaitable) else result
        except KeyError as error:
            return _error(f"{error.args[0]!r} is missing or unknown")
        except (ControlError, BotApiError, ValueError, TypeError) as error:
            return _error(str(error))
        return web.Response(body=botapi.encode(result).encode(), content_type="application/json")

    async def file(self, request: web.Request) -> web.Response:
        """The bytes of a file, with their type."""
        stored = self.world.files.by_id.get(request.match_info["file_id"])
        if stored is None:
            return _error("there is no such file", 404)
        return web.Response(body=stored.upload.data, content_type=stored.upload.mime.partition(";")[0])


async def read_body(request: web.Request) -> tuple[Json, dict[str, Upload]]:
    """Query, JSON or multipart; numbers come out as numbers."""
    raw, uploads = await botapi.read_body(request)
    if request.content_type == "multipart/form-data":
        raw = {name: NUMBERS[name](value) if name in NUMBERS else value for name, value in raw.items()}
    return raw, uploads


def _error(sentence: str, status: int = 400) -> web.Response:
    return web.json_response({"error": sentence}, status=status)
