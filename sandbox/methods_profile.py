"""Methods about the bot itself: who it is, its commands, texts, menu button, updates and files."""

import re
from typing import Any

from sandbox.errors import refusal
from sandbox.faults import WEBHOOK
from sandbox.files import MAX_DOWNLOAD
from sandbox.messages import room_of
from sandbox.methods import HANDLERS, Call, Handler, method
from sandbox.profile import Scope, scope_of
from sandbox.webhook import Webhook, chat_of
from sandbox.world import World

Json = dict[str, Any]

COMMAND = re.compile(r"/?[a-z0-9_]{1,32}")
MAX_COMMANDS = 100
MAX_UPDATES = 100
MAX_TIMEOUT = 50
SECRET = re.compile(r"[A-Za-z0-9_-]*")
# method suffix → name of its value in calls and answers
TEXTS = {"Name": "name", "Description": "description", "ShortDescription": "short_description"}


@method
def get_me(world: World, _call: Call) -> Json:
    """The bot's User."""
    return world.me()


@method
async def get_updates(world: World, call: Call) -> list[Json]:
    """Waits up to `timeout` seconds (50 at most). Raises BotApiError 409 as Updates.get says."""
    world.updates.allow(call.get("allowed_updates"))
    limit = min(max(call.get("limit", MAX_UPDATES), 1), MAX_UPDATES)
    return await world.updates.get(call.get("offset", 0), limit, min(call.get("timeout", 0), MAX_TIMEOUT))


@method
async def set_webhook(world: World, call: Call) -> bool:
    """An empty url removes it. Plain http is taken, as by a local Bot API server."""
    url, secret = call["url"], call.get("secret_token")
    if url and not url.startswith(("http://", "https://")):
        raise refusal("bad webhook: An HTTPS URL must be provided for webhook")
    if secret is not None and not SECRET.fullmatch(secret):
        raise refusal("secret token contains unallowed characters")
    world.updates.allow(call.get("allowed_updates"))
    await world.updates.set_webhook(_webhook(world, call) if url else None)
    if call.get("drop_pending_updates"):
        world.updates.drop()
    return True


def _webhook(world: World, call: Call) -> Webhook:
    def delivered(update: Json) -> None:
        world.updates.given += 1
        world.updates.confirmed.append(update)

    def repeats(update: Json) -> bool:
        return world.faults.draw(WEBHOOK, chat_of(update)) is not None

    connections = min(max(call.get("max_connections", 40), 1), 100)
    return Webhook(call["url"], call.get("secret_token"), connections, delivered, repeats)


@method
async def delete_webhook(world: World, call: Call) -> bool:
    """What was not delivered waits for getUpdates, unless drop_pending_updates."""
    await world.updates.set_webhook(None)
    if call.get("drop_pending_updates"):
        world.updates.drop()
    return True


@method
def get_webhook_info(world: World, _call: Call) -> Json:
    """WebhookInfo; `url` is empty while there is none."""
    webhook = world.updates.webhook
    info: Json = {"url": "", "has_custom_certificate": False, "pending_update_count": len(world.updates.pending)}
    info["allowed_updates"] = sorted(world.updates.allowed)
    if webhook is None:
        return info
    info |= {"url": webhook.url, "max_connections": webhook.max_connections, "pending_update_count": webhook.waiting()}
    if webhook.last_error:
        info["last_error_date"], info["last_error_message"] = webhook.last_error
    return info


def _scope(world: World, call: Call) -> Scope:
    """The call's scope with its chat as a number. Raises BotApiError 400 "chat not found"."""
    kind, chat_id, user_id = scope_of(call.get("scope"))
    return kind, room_of(world, chat_id).id if chat_id is not None else None, user_id


@method
def set_my_commands(world: World, call: Call) -> bool:
    """Raises BotApiError 400 for an ill-formed command, or more than a hundred."""
    commands = call["commands"]
    if len(commands) > MAX_COMMANDS:
        raise refusal("BOT_COMMANDS_TOO_MUCH")
    if not all(COMMAND.fullmatch(command["command"]) for command in commands):
        raise refusal("BOT_COMMAND_INVALID")
    plain = [command | {"command": command["command"].removeprefix("/")} for command in commands]
    world.profile.commands[_scope(world, call), call.get("language_code", "")] = plain
    world.events.emit("commands")
    return True


@method
def get_my_commands(world: World, call: Call) -> list[Json]:
    """Those of exactly this scope and language, not of a wider one."""
    return world.profile.commands.get((_scope(world, call), call.get("language_code", "")), [])


@method
def delete_my_commands(world: World, call: Call) -> bool:
    """Wider scopes are seen again."""
    world.profile.commands.pop((_scope(world, call), call.get("language_code", "")), None)
    world.events.emit("commands")
    return True


def _setter(name: str) -> Handler:
    def set_text(world: World, call: Call) -> bool:
        key = name, call.get("language_code", "")
        world.profile.texts[key] = call.get(name, "")
        world.events.emit("commands")
        return True

    return set_text


def _getter(name: str) -> Handler:
    def get_text(world: World, call: Call) -> Json:
        default = world.bot["first_name"] if name == "name" else ""
        return {name: world.profile.text(name, call.get("language_code", "")) or default}

    return get_text


HANDLERS.update({f"setMy{suffix}": _setter(name) for suffix, name in TEXTS.items()})
HANDLERS.update({f"getMy{suffix}": _getter(name) for suffix, name in TEXTS.items()})


@method
def set_chat_menu_button(world: World, call: Call) -> bool:
    """For one private chat, or for every one that has none of its own."""
    world.profile.menu_buttons[call.get("chat_id")] = call.get("menu_button", {"type": "default"})
    return True


@method
def get_chat_menu_button(world: World, call: Call) -> Json:
    """The MenuButton of the chat; without chat_id the general one."""
    buttons = world.profile.menu_buttons
    return buttons.get(call.get("chat_id")) or buttons.get(None) or {"type": "commands"}


@method
def get_file(world: World, call: Call) -> Json:
    """Where to download a file. Raises BotApiError 400 for an unknown one, or one of more than 20 MB."""
    stored = world.files.by_id.get(call["file_id"])
    if stored is None:
        raise refusal("invalid file_id")
    if len(stored.upload.data) > MAX_DOWNLOAD:
        raise refusal("file is too big")
    return stored.reference() | {"file_path": stored.path}


@method
def log_out(_world: World, _call: Call) -> bool:
    """Nothing to do: the bot is on no other server."""
    return True


HANDLERS["close"] = log_out
