"""What ``cleaning_apart`` starts: one file in, one file out, within bounds of memory and time, and nothing written.

It imports as little as it can: it is started for each file.
"""

import sys

from bot.cleaning import CannotClean, clean

MEMORY = 2 << 30
"""Bytes of addresses; a picture of the most pixels takes a third."""
SECONDS = 60
"""Of the processor."""
REFUSED = 3
"""The exit code for a file that can't be cleaned; the reason is on stdout."""


def keep_to_bounds() -> None:
    """From now on this process gets no more than a file may cost, writes no file and leaves no image of itself."""
    # Here and not above: there is no such module on Windows, and the bot itself is not bounded.
    import resource

    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def main() -> int:
    """stdin: the file; stdout: its ending, a line's end, the clean file."""
    keep_to_bounds()
    try:
        cleaned, ending = clean(sys.stdin.buffer.read())
    except CannotClean as fault:
        sys.stdout.write(str(fault))
        return REFUSED
    sys.stdout.buffer.write(ending.encode() + b"\n" + cleaned)
    return 0


if __name__ == "__main__":
    sys.exit(main())
