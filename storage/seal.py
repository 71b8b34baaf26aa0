"""What is personal in the database is marked where it is written, and unreadable to who has the database alone.

``sealed(value)`` marks a text. Both engines write it, and every dict, as a sealed text: ``sealed:KEY:…``, the key's id
and base64 of nonce and ciphertext (AES-256-GCM). Whatever they read that begins so they open by themselves. What
begins so and is not sealed is written ``sealed::…``.
"""

import base64
import binascii
import hmac
import os
from abc import ABC, abstractmethod
from functools import lru_cache
from typing import Any, overload

from domain.keys import KeyNeeded, KeyNotInRing, KeyRing, SealBroken
from storage.quick_json import dumps, loads

TAG = "sealed:"
_ESCAPED = TAG + ":"
_NONCE = 12
_SHORT, _SHORT_ONES = 200, 16_384
"""Characters of a sealed text that is remembered once it was opened, and how many are: a name is asked for by every
update, a letter's words once."""
_TEXT, _JSON = b"lianxin 1 text ", b"lianxin 1 json "
"""Sealed along with the key's id: a text is never taken for JSON, nor moved to another key's name."""


class Sealed(str):
    """Text that says who someone is or what they wrote: a name, phone or address, a letter, a note, a reason."""

    __slots__ = ()


class StoredJson(str):
    """A sealed JSON value that is passed on as it is."""

    __slots__ = ()


@overload
def sealed(value: str) -> Sealed: ...
@overload
def sealed(value: None) -> None: ...
def sealed(value: str | None) -> Sealed | None:
    """Mark a parameter as personal. It is never compared, sorted or searched in SQL; look rows up by id or number."""
    return None if value is None else Sealed(value)


class Seal(ABC):
    """How a database's values are written and read."""

    @abstractmethod
    def text(self, value: str) -> str:
        """A personal text as it is stored."""

    def plain(self, value: str) -> str:
        """Any other text that begins like a sealed one."""
        return _ESCAPED + value

    @abstractmethod
    def json(self, value: Any) -> Any:
        """A dict or list as it is stored: itself, or a text."""

    @abstractmethod
    def open_text(self, stored: str) -> str:
        """What a stored text that begins with the tag says.

        Raises:
            KeyNeeded, KeyNotInRing, SealBroken
        """

    @abstractmethod
    def open_json(self, stored: str) -> Any:
        """The same of a dict or list."""

    @abstractmethod
    def blind(self, what: str, text: str) -> str:
        """Stands for a text in a column that is compared in SQL: the same for the same, and tells nothing else."""

    @abstractmethod
    def token(self, word: str) -> str:
        """Stands for a word in the index of letters."""

    @abstractmethod
    def chain(self, message: bytes) -> str:
        """What proves a row of the audit log and those before it."""


class InClear(Seal):
    """No key: all is readable to who has the database."""

    def text(self, value: str) -> str:
        return _ESCAPED + value if value.startswith(TAG) else str(value)

    def json(self, value: Any) -> Any:
        return value

    def open_text(self, stored: str) -> str:
        if not stored.startswith(_ESCAPED):
            raise KeyNeeded
        return stored[len(_ESCAPED) :]

    def open_json(self, stored: str) -> Any:  # noqa: ARG002  # the shape of every seal
        raise KeyNeeded

    def blind(self, what: str, text: str) -> str:  # noqa: ARG002  # likewise
        return text

    def token(self, word: str) -> str:
        return word

    def chain(self, message: bytes) -> str:
        return hmac.digest(b"in clear", message, "sha256").hex()


class AsStored(Seal):
    """Nothing is sealed or opened: for who carries values from one database to another, and looks nothing up."""

    def text(self, value: str) -> str:
        return str(value)

    def plain(self, value: str) -> str:
        return value

    def json(self, value: Any) -> Any:
        return value

    def open_text(self, stored: str) -> str:
        return stored

    def open_json(self, stored: str) -> Any:
        return StoredJson(stored)

    def blind(self, what: str, text: str) -> str:
        raise NotImplementedError(what, len(text))

    def token(self, word: str) -> str:
        raise NotImplementedError(len(word))

    def chain(self, message: bytes) -> str:
        raise NotImplementedError(len(message))


IN_CLEAR = InClear()
AS_STORED = AsStored()


class WithKeys(Seal):
    """Sealed with the current key of a ring, opened with any of it."""

    def __init__(self, ring: KeyRing) -> None:
        # Some hundredths of a second that no command without a key has to wait for.
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        self.ring = ring
        self._faults = (InvalidTag, ValueError, binascii.Error)
        self._ciphers = {name: AESGCM(key) for name, key in ring.keys.items()}
        self._current = self._ciphers[ring.current]
        self._tag = f"{TAG}{ring.current}:"
        self._id = ring.current.encode()
        self._derived = lru_cache(maxsize=64)(self._derive)
        self._token_key = self._derived("letters")
        self._chain_key = self._derived("audit")
        self._known_token = lru_cache(maxsize=65536)(self._token)
        self._known_short = lru_cache(maxsize=_SHORT_ONES)(self._text)

    def check(self, key_id: str) -> str:
        """Tells this key from any other, and nothing of it."""
        return hmac.digest(self._derived("check"), self.ring.keys[key_id], "sha256")[:16].hex()

    def is_current(self, stored: str) -> bool:
        return stored.startswith(self._tag)

    def text(self, value: str) -> str:
        return self._seal(value.encode("utf-8", "surrogatepass"), _TEXT)

    def json(self, value: Any) -> Any:
        return self._seal(dumps(value), _JSON)

    def open_text(self, stored: str) -> str:
        if stored.startswith(_ESCAPED):
            return stored[len(_ESCAPED) :]
        return self._known_short(stored) if len(stored) <= _SHORT else self._text(stored)

    def _text(self, stored: str) -> str:
        return self._open(stored, _TEXT).decode("utf-8", "surrogatepass")

    def open_json(self, stored: str) -> Any:
        return loads(self._open(stored, _JSON))

    def blind(self, what: str, text: str) -> str:
        return hmac.digest(self._derived(what), text.encode("utf-8", "surrogatepass"), "sha256")[:16].hex()

    def token(self, word: str) -> str:
        return self._known_token(word)

    def _token(self, word: str) -> str:
        """40 bits, which are letters and digits to any index: what is found is looked at before it is shown."""
        mac = hmac.digest(self._token_key, word.encode("utf-8", "surrogatepass"), "sha256")
        return base64.b32encode(mac[:5]).decode().lower()

    def chain(self, message: bytes) -> str:
        return hmac.digest(self._chain_key, message, "sha256").hex()

    def _derive(self, what: str) -> bytes:
        return hmac.digest(self.ring.root, f"lianxin 1 {what}".encode(), "sha256")

    def _seal(self, content: bytes, kind: bytes) -> str:
        nonce = os.urandom(_NONCE)
        return self._tag + base64.b64encode(nonce + self._current.encrypt(nonce, content, kind + self._id)).decode()

    def _open(self, stored: str, kind: bytes) -> bytes:
        name, _, content = stored.removeprefix(TAG).partition(":")
        if name not in self._ciphers:
            raise KeyNotInRing(key=name)
        try:
            raw = base64.b64decode(content, validate=True)
            return self._ciphers[name].decrypt(raw[:_NONCE], raw[_NONCE:], kind + name.encode())
        except self._faults:
            raise SealBroken(key=name) from None
