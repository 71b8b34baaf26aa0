"""Trouble on demand: what goes wrong is drawn from seeds, so the same calls meet the same faults again."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any

from sandbox.errors import BAD_GATEWAY, INTERNAL, UNAUTHORIZED, BotApiError, ControlError, too_many_requests

Json = dict[str, Any]

ANSWERS: Mapping[str, BotApiError] = {"401": UNAUTHORIZED, "500": INTERNAL, "502": BAD_GATEWAY}
KINDS = frozenset({"drop_before", "drop_after", "429", "delay", "repeat_updates", *ANSWERS})
RULE_FIELDS = frozenset({"method", "chat", "p", "times", "what", "seconds", "retry_after"})
# What getUpdates and the webhook alone can suffer.
WEBHOOK = "webhook"


@dataclass(slots=True)
class Rule:
    """One kind of trouble: for which calls, how likely, how often at most."""

    what: str
    dice: random.Random
    method: str = "*"
    chat: int | None = None
    p: float = 1.0
    times: int | None = None
    seconds: float = 1.0
    retry_after: int = 1
    happened: int = 0

    def strikes(self, method: str, chat: object) -> bool:
        """Whether this call meets the trouble. One draw for each call that matches, so that runs can be repeated."""
        if not fnmatchcase(method, self.method) or (self.chat is not None and str(self.chat) != str(chat)):
            return False
        if self.what == "repeat_updates" and method not in ("getUpdates", WEBHOOK):
            return False
        hit = self.dice.random() < self.p and (self.times is None or self.happened < self.times)
        self.happened += hit
        return hit

    def error(self) -> BotApiError | None:
        """The answer that this trouble puts in the place of the real one, if it does."""
        return too_many_requests(self.retry_after) if self.what == "429" else ANSWERS.get(self.what)


@dataclass(slots=True)
class Faults:
    """The rules in force; the first that strikes decides."""

    seed: int = 0
    rules: list[Rule] = field(default_factory=list)

    def set(self, seed: int, rules: list[Json]) -> None:
        """Replace the rules and start their draws afresh.

        Raises:
            ControlError: a rule has an unknown field or an unknown `what`.
        """
        self.seed = seed
        self.rules = [_rule(f"{seed}:{number}", rule) for number, rule in enumerate(rules)]

    def draw(self, method: str, chat: object) -> Rule | None:
        """The trouble that this call meets, if any."""
        for rule in self.rules:
            if rule.strikes(method, chat):
                return rule
        return None

    def shown(self) -> Json:
        """`{"seed", "rules": [{…, "happened": n}]}`"""
        names = ("what", "method", "chat", "p", "times", "seconds", "retry_after", "happened")
        return {"seed": self.seed, "rules": [{name: getattr(rule, name) for name in names} for rule in self.rules]}


def _rule(seed: str, given: Json) -> Rule:
    if given.keys() - RULE_FIELDS or given.get("what") not in KINDS:
        raise ControlError(f"a rule has {sorted(RULE_FIELDS)}, its `what` is one of {sorted(KINDS)}: {given}")

    return Rule(dice=random.Random(seed), **given)  # noqa: S311  (repeatable, not secret)
