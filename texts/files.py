"""Why a file can't be read or written, in words."""

import errno

from texts.values import Text

_WHYS = {
    errno.ENOENT: "why-not-there",
    errno.EACCES: "why-no-right",
    errno.EPERM: "why-no-right",
    errno.EISDIR: "why-a-folder",
    errno.ENOTDIR: "why-no-folder",
    errno.ENOSPC: "why-disk-full",
    errno.EROFS: "why-read-only",
    errno.EADDRINUSE: "why-port-taken",
}


def because(fault: OSError) -> Text | str:
    """The usual ones in the reader's language, the others as the system calls them."""
    key = _WHYS.get(fault.errno or 0)
    return Text(key) if key else fault.strerror or type(fault).__name__
