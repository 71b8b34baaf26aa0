"""A member's own door to the mailbox: a link and its code, to be passed on or printed. It is no secret: whoever has it
may write to that member, as whoever finds them by name."""

from domain.people import Member, member_code
from services.outbox import Picture

PICTURE = "letter-code"


def link_of(member: Member, bot_name: str) -> str:
    return f"https://t.me/{bot_name}?start=m_{member_code(member.id)}"


def picture(member: Member, committee: str, bot_name: str) -> Picture:
    """For a door, a name card, a group. ``committee``: its name."""
    data = {"committee": committee, "member": member.name, "sector": member.sector, "link": link_of(member, bot_name)}
    return Picture(PICTURE, data)
