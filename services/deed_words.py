"""A good deed in one line: the same in a visit, in lists and in what its contact reads."""

from domain.good_deeds import GoodDeed, Promise
from texts import Text


def told(deed: GoodDeed) -> Text:
    """What was reported with a visit: done, or promised until when, and what came of it."""
    if deed.promised_on is None or deed.due_on is None:
        return Text("visit-line-deed", deed=deed.what)
    if deed.is_open:
        return promised(Promise(deed.what, deed.due_on))
    return Text("visit-line-promise-kept", deed=deed.what, done=deed.done_on)


def promised(promise: Promise) -> Text:
    return Text("visit-line-promise", deed=promise.what, due=promise.due_on)
