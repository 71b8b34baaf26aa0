"""A button's words, typed: many find it easier to write 完成 than to press it, and mean the same."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from domain.refusals import Refusal
from handlers.context import Ctx
from handlers.routing import Step
from services.outbox import Button, Buttons
from texts import Text

HEARD_IN = frozenset({"writing", "which", "grade", "reply", "handover", "settle", "unsent", "record", "recordadd"})
"""Kinds of dialogues: in these a question's ``ask`` does nothing but ask."""
_PARTICLES = "吧了啊呀啦"
LONGEST = 16
"""Characters; a longer message is no button's name."""


async def said_button(ctx: Ctx, step: Step, words: str) -> Button | None:
    """The button under this step's question whose label (or another word for it) was typed."""
    said = folded(words)
    if step.name.partition(".")[0] not in HEARD_IN or not 0 < len(said) <= LONGEST:
        return None
    # The question is put to nobody: only what stands under it is looked at.
    asking = replace(ctx, offered=[])
    with suppress(Refusal):
        await step.ask(asking)
    return _of(ctx, asking.offered or (), said)


def is_said(ctx: Ctx, words: str, labels: Iterable[str]) -> bool:
    """Are these the words of one of these buttons?"""
    return _of(ctx, [Button(label) for label in labels], folded(words)) is not None


def said_of(ctx: Ctx, words: str, buttons: Buttons) -> Button | None:
    """The one of these buttons whose words were typed."""
    return _of(ctx, [button for row in buttons for button in row], folded(words))


def _of(ctx: Ctx, buttons: Iterable[Button], said: str) -> Button | None:
    if not 0 < len(said) <= LONGEST:
        return None
    # 提交吧 and 写完了 say no more than 提交 and 写完.
    forms = {said, said.rstrip(_PARTICLES)}
    return next((button for button in buttons if forms & _names(ctx, button)), None)


def said_menu(ctx: Ctx, words: str) -> str | None:
    """The command whose button in this person's menu has these words."""
    said = folded(words)
    if not 0 < len(said) <= LONGEST:
        return None
    keys = ctx.house.texts.keys
    labels = {name: Text(f"menu-{name}") for name in ctx.commands if f"menu-{name}" in keys}
    return next((name for name, label in labels.items() if said == folded(_plain(ctx, label))), None)


def folded(words: str) -> str:
    """Without the marks and pictures around it, in small letters."""
    return "".join(char for char in words.casefold() if char.isalnum())


def _names(ctx: Ctx, button: Button) -> set[str]:
    """The button's label, and other words for it: texts ``LABEL-said`` have them, with commas between."""
    others = f"{button.label}-said"
    also = _plain(ctx, Text(others)).split(",") if others in ctx.house.texts.keys else []
    return {folded(each) for each in (_plain(ctx, Text(button.label, **button.args)), *also)}


def _plain(ctx: Ctx, text: Text) -> str:
    return ctx.house.texts.plain(ctx.person.language, text)
