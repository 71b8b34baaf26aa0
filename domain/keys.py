"""The key ring for personal data: some keys, of which one seals and all open; and a root for what is compared."""

import base64
import binascii
import re
import secrets
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

BYTES = 32
_ID = re.compile(r"k[1-9][0-9]{0,5}")

HEAD = """\
# The key ring of lianxin. With it and the database one reads everything; without it nobody reads anything any more.
# Keep a copy apart from the backups. How to rotate, and what is lost with it: docs/operations.md.
"""


class KeyFault(Exception):
    """Something about the keys that whoever runs the machine has to mend; ``text`` is a key of ``texts/``."""

    text: ClassVar[str]

    def __init__(self, **args: str) -> None:
        super().__init__(self.text, args)
        self.args_of_text = args


class KeyFileMissing(KeyFault):
    """Argument: ``file``."""

    text = "key-file-missing"


class KeyFileIsThere(KeyFault):
    """Argument: ``file``."""

    text = "key-file-is-there"


class KeyFileOpenToOthers(KeyFault):
    """Argument: ``file``."""

    text = "key-file-open-to-others"


class KeyFileBroken(KeyFault):
    """Arguments: ``file``, ``why`` (a word for who mends it, never a key)."""

    text = "key-file-broken"


class KeyFileNotNamed(KeyFault):
    """The configuration names no key file."""

    text = "key-file-not-named"


class KeyNeeded(KeyFault):
    """The database is sealed, and there is no key."""

    text = "key-needed"


class KeyNotInRing(KeyFault):
    """Argument: ``key``, the id of a key with which something is sealed."""

    text = "key-not-in-ring"


class WrongKeyRing(KeyFault):
    """The ring's keys are not those that the database was sealed with."""

    text = "key-ring-wrong"


class SealBroken(KeyFault):
    """A value was changed, or sealed with another key of that id. Argument: ``key``."""

    text = "seal-broken"


class NotSealedYet(KeyFault):
    """There is a key ring, and the database is still in clear."""

    text = "database-not-sealed-yet"


class RingIsBroken(ValueError):
    """The text is no key ring; the message is a word on why."""


@dataclass(frozen=True)
class KeyRing:
    """``keys`` by id, 32 bytes each; ``root`` is what the keys of indexes and of the audit log are derived from."""

    current: str
    keys: Mapping[str, bytes] = field(repr=False)
    root: bytes = field(repr=False)

    @classmethod
    def fresh(cls) -> "KeyRing":
        return cls("k1", {"k1": secrets.token_bytes(BYTES)}, secrets.token_bytes(BYTES))

    @classmethod
    def parse(cls, text: str) -> "KeyRing":
        """Raises: RingIsBroken."""
        try:
            read = tomllib.loads(text)
            keys = {name: _key(value) for name, value in read["keys"].items()}
            ring = cls(read["current"], keys, _key(read["root"]))
        except (tomllib.TOMLDecodeError, KeyError, AttributeError, TypeError):
            raise RingIsBroken("TOML: current, root, [keys]") from None
        if not all(map(_ID.fullmatch, keys)) or ring.current not in keys:
            raise RingIsBroken("current, [keys]: k1, k2, …")
        return ring

    def dump(self) -> str:
        lines = [f'{name} = "{base64.b64encode(key).decode()}"' for name, key in self.keys.items()]
        root = base64.b64encode(self.root).decode()
        return "\n".join([HEAD + f'current = "{self.current}"', f'root = "{root}"', "", "[keys]", *lines, ""])

    def rotated(self) -> "KeyRing":
        """With a new key that seals from now on."""
        name = f"k{max(int(name[1:]) for name in self.keys) + 1}"
        return replace(self, current=name, keys={**self.keys, name: secrets.token_bytes(BYTES)})


def _key(value: object) -> bytes:
    try:
        key = base64.b64decode(str(value), validate=True)
    except (binascii.Error, ValueError):
        raise RingIsBroken("base64") from None
    if len(key) != BYTES:
        raise RingIsBroken(f"{BYTES} bytes")
    return key
