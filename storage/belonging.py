"""Whose a file is: what root puts in the place of the bot's stays the bot's."""

import os
from contextlib import suppress
from pathlib import Path


def belongs_as(file: Path, other: Path) -> None:
    """Give a file the owner and group of another, or of its folder where that is not there. Only root can; for anybody
    else nothing changes."""
    with suppress(OSError):
        like = (other if other.exists() else other.parent).stat()
        mine = file.stat()
        if (mine.st_uid, mine.st_gid) != (like.st_uid, like.st_gid):
            os.chown(file, like.st_uid, like.st_gid)
