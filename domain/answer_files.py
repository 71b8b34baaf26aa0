"""What may go with a department's answer: photos, and documents whose traces can be taken off.

How many and how large is the software's own: no document names any.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from domain.anonymity import may_go
from domain.letter_pieces import Attachment
from domain.refusals import Refusal

MOST_FILES = 5
MOST_BYTES = 10 << 20
"""Of all that comes by a page together: a chat's files stay with Telegram."""


class FileIsNotTaken(Refusal):
    """Neither a photo nor a document of a kind that we clean."""

    text = "task-file-is-not-taken"


class TooManyFiles(Refusal):
    """Argument: ``limit``."""

    text = "task-has-too-many-files"


class FilesAreTooLarge(Refusal):
    """Argument: ``limit``, in MB."""

    text = "task-files-are-too-large"


@dataclass(frozen=True)
class AnswerFile:
    """A file that comes with an answer: Telegram has it (``file_id``), or it came by the page (``data``, cleaned)."""

    kind: str
    name: str | None = field(default=None, repr=False)
    file_id: str | None = None
    data: bytes | None = field(default=None, repr=False)


def of_chat(attached: Attachment) -> AnswerFile:
    """Raises: FileIsNotTaken."""
    if attached.file_id is None or attached.kind not in ("photo", "document") or not may_go(attached):
        raise FileIsNotTaken
    return AnswerFile(attached.kind, attached.file_name, attached.file_id)


def check(files: Sequence[AnswerFile]) -> None:
    """Raises: TooManyFiles, FilesAreTooLarge."""
    if len(files) > MOST_FILES:
        raise TooManyFiles(limit=MOST_FILES)
    if sum(len(each.data or b"") for each in files) > MOST_BYTES:
        raise FilesAreTooLarge(limit=MOST_BYTES >> 20)
