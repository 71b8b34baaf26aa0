"""/mylink: a member's own link and code for letters."""

from telegram import Update

from handlers.context import Ctx
from services import letter_codes


async def mylink_command(_: Update, ctx: Ctx) -> None:
    """``/mylink``: as a picture to be printed or passed on; the link below it, to be copied."""
    house, member = ctx.house, ctx.member
    code = letter_codes.picture(member, house.committee.name, house.bot_name)
    await ctx.say("letter-code", link=letter_codes.link_of(member, house.bot_name), picture=code)
