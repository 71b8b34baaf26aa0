"""The key ring of the tests' houses: everything is stored sealed, as in a house that is run well."""

import atexit
import shutil
import tempfile
from pathlib import Path

from domain.keys import KeyRing
from storage import key_file
from storage.seal import WithKeys

RING = KeyRing("k1", {"k1": bytes(range(32))}, bytes(range(32, 64)))
SEAL = WithKeys(RING)
_FOLDER = Path(tempfile.mkdtemp(prefix="lianxin-keys-"))
KEY_FILE = _FOLDER / "lianxin.key"

key_file.create(KEY_FILE, RING)
atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)
