"""What the parts of a scheme's file have in common: none can be changed, and each says what it lacks."""

from abc import abstractmethod
from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator


class Frozen(BaseModel):
    """A value of the file: it can't be changed, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Sound(Frozen):
    """A value whose fields have to fit each other."""

    @abstractmethod
    def _faults(self) -> tuple[tuple[bool, str], ...]:
        """Of each expectation: is it broken, and what it is, for whoever wrote the file."""

    @model_validator(mode="after")
    def _is_sound(self) -> Self:
        for broken, expectation in self._faults():
            if broken:
                raise ValueError(expectation)
        return self
