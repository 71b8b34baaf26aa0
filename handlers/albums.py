"""An album comes in pieces; where it is answered with a sentence, that is said to the first."""

from telegram import Message

from handlers.context import Ctx
from storage import albums


async def is_to_be_answered(ctx: Ctx, message: Message) -> bool:
    """Should this message be answered? Every one, but of an album's pieces the first."""
    album = message.media_group_id
    return album is None or await albums.answer(ctx.tx, ctx.person.id, album)
