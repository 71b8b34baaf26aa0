"""What people see of the bot: its messages, their buttons, the line over a pressed button."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.updates import Json, Writer


@dataclass(frozen=True)
class Shown:
    """A message of the bot's on a phone. ``words`` are as the reader sees them, without markup."""

    id: int
    words: str
    entities: tuple[Json, ...] = field(default=(), repr=False)
    keyboard: tuple[tuple[Json, ...], ...] = ()
    language: str = ""

    @property
    def buttons(self) -> list[Json]:
        return [button for row in self.keyboard for button in row]


@dataclass(frozen=True)
class Answer:
    """What one update brought: messages to who sent it, the line over a pressed button, and what others were sent."""

    messages: tuple[Shown, ...]
    toast: str
    others: Mapping[int, tuple[Shown, ...]]

    @property
    def words(self) -> list[str]:
        """All that the sender reads."""
        return [*(shown.words for shown in self.messages), *([self.toast] if self.toast else [])]


class NothingToPress(AssertionError):
    """No button of this route is on the phone."""


@dataclass
class Phone:
    """What a person has in their hand: the chat with the bot."""

    writer: Writer
    screen: dict[int, Shown] = field(default_factory=dict)
    last_said: int = 0

    def button(self, route: str, *args: str) -> tuple[Shown, str]:
        """The newest button that leads to ``route`` with these arguments among its own: its message and data.

        Raises:
            NothingToPress
        """
        for shown in reversed(self.screen.values()):
            for button in shown.buttons:
                name, *rest = button.get("callback_data", "").split(":")
                if name == route and all(arg in rest for arg in args):
                    return shown, button["callback_data"]
        raise NothingToPress(f"{':'.join((route, *args))} is not among {self.labels}")

    @property
    def labels(self) -> list[str]:
        return [button.get("callback_data", "") for shown in self.screen.values() for button in shown.buttons]
