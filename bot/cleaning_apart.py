"""Cleaning in a process of its own (``cleaning_process``), which knows no token and has its bounds.

The libraries that read pictures and PDFs are large and written in C: what breaks them must not break the bot.
"""

import asyncio
import os
import sys
from pathlib import Path

from bot.api import NoAnswer
from bot.cleaning import CannotClean
from bot.cleaning_process import REFUSED, SECONDS

PROGRAM = ("-m", "bot.cleaning_process")
PATIENCE = 2.0 * SECONDS


async def clean_apart(data: bytes) -> tuple[bytes, str]:
    """As ``clean``, and whatever takes too much or breaks a library can't be cleaned.

    Raises:
        CannotClean
        NoAnswer: there was no room for a process; try again.
    """
    # Without our environment: the token may be in it.
    environment = {name: value for name, value in os.environ.items() if name in ("PATH", "PYTHONPATH", "LANG")}
    try:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, *PROGRAM),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env=environment,
            cwd=Path(__file__).parent.parent,
        )
    except OSError as fault:
        raise NoAnswer(type(fault).__name__) from None
    try:
        async with asyncio.timeout(PATIENCE):
            answer, _ = await process.communicate(data)
    except TimeoutError:
        raise CannotClean("takes too long") from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    return _read(process.returncode, answer)


def _read(code: int | None, answer: bytes) -> tuple[bytes, str]:
    if code == REFUSED:
        raise CannotClean(answer.decode(errors="replace"))
    if code != 0:
        raise CannotClean(f"broke its reader ({code})")
    ending, _, cleaned = answer.partition(b"\n")
    return cleaned, ending.decode()
