"""What a person is told when something can't be done: a text's key and its arguments, no sentence."""

from typing import Any, ClassVar


class Refusal(Exception):
    """A rule said no. The dialogue goes on where it was, and nothing typed is lost.

    A subclass names its text in ``texts/``; what the sentence mentions goes in as keyword arguments.
    """

    text: ClassVar[str]

    def __init__(self, **args: Any) -> None:
        super().__init__(self.text, args)
        self.args_of_text = args


class MovedOn(Refusal):
    """What someone deals with is not there (any more), or went its own way: a letter was settled, a slot was taken.

    Any other refusal lets a person try again. With this one a dialogue ends: whatever came next would be refused too.
    """
