"""/together: a group visit called, members invited, signed in to by button or link, and whom each met there."""

from telegram import Update

from domain import group_visits as rules
from domain.people import NotForYourRole
from domain.refusals import Refusal
from handlers.context import Ctx
from handlers.steps import Prompt, begin_again, must_stand_at, number, only_number, put, words
from services import group_visits
from services.buttons import in_pairs
from services.group_visits import Gathering
from services.outbox import Button, Buttons
from texts import Text

MOST_CONTACTS = 60
NEW = Button("group-button-new", "group-new")


class PressTheNames(Refusal):
    """Words that are no contact's name."""

    text = "group-press-the-names"


async def command(_: Update, ctx: Ctx) -> None:
    """``/together``: one's group visits; ``/together 3月20日 到城北村走访``: a new one."""
    if ctx.rest:
        await _call(ctx, ctx.rest)
        return
    mine = await group_visits.of_person(ctx.tx, ctx.person)
    shown = [
        [Button("group-label", f"group-show:{one.id}", args={"day": one.happened_on, "note": one.note[:14]})]
        for one in mine
    ]
    await put(ctx, Prompt(Text("group-list" if mine else "group-none"), [*shown, [NEW]]))


async def new_pressed(_: Update, ctx: Ctx) -> None:
    await begin_again(ctx, "group.matter", {})
    await ask_matter(ctx)


async def ask_matter(ctx: Ctx) -> None:
    await ctx.say("group-ask-matter", buttons=[[ctx.button("button-cancel", "group-cancel")]])


async def take_matter(update: Update, ctx: Ctx) -> None:
    said = words(update)
    rules.read(said, ctx.today, ctx.house.scheme.began(ctx.today.year))
    await ctx.finish()
    await _call(ctx, said)


async def _call(ctx: Ctx, said: str) -> None:
    day, note = rules.read(said, ctx.today, ctx.house.scheme.began(ctx.today.year))
    await put(ctx, _shown(ctx, await group_visits.call(ctx.tx, ctx.person, day, note)), anew=True)


async def show_pressed(_: Update, ctx: Ctx) -> None:
    """For its organiser, and for who signed in."""
    gathering = await group_visits.get(ctx.tx, number(ctx.args, 0))
    is_there = any(member.person_id == ctx.person.id for member, _ in gathering.signed_in)
    if gathering.visit.organiser_id != ctx.person.id and not is_there:
        raise NotForYourRole
    await put(ctx, _shown(ctx, gathering))


def _shown(ctx: Ctx, gathering: Gathering) -> Prompt:
    visit = gathering.visit
    came = [Text("group-line", member=member.name, met=str(met)) for member, met in gathering.signed_in]
    about = {"organiser": gathering.organiser, "day": visit.happened_on, "note": visit.note}
    lines = came or [Text("group-nobody-yet")]
    is_over = visit.closed_at is not None or visit.cancelled_at is not None
    if visit.organiser_id != ctx.person.id or is_over:
        return Prompt(Text("group-shown", lines=lines, **about))
    text = Text("group-shown-to-organiser", lines=lines, link=gathering.link(ctx.house.bot_name), **about)
    return Prompt(text, _organiser(ctx, gathering))


def _organiser(ctx: Ctx, gathering: Gathering) -> Buttons:
    group_id, member = gathering.visit.id, ctx.membership
    invites = [
        Button("group-button-sector", f"group-invite:{group_id}:sector"),
        Button("group-button-unit", f"group-invite:{group_id}:unit"),
    ]
    mine = any(one.person_id == ctx.person.id for one, _ in gathering.signed_in)
    sign_in = [] if member is None or mine else group_visits.sign_in_button(group_id)
    end = (
        Button("group-button-close", f"group-close:{group_id}")
        if gathering.signed_in
        else Button("group-button-call-off", f"group-call-off:{group_id}")
    )
    return [*([invites] if member is not None else []), *sign_in, [end]]


async def invite_pressed(_: Update, ctx: Ctx) -> None:
    whole_unit = ctx.args[1:2] == ("unit",)
    count = await group_visits.invite(ctx.tx, ctx.person, number(ctx.args, 0), ctx.member, whole_unit=whole_unit)
    await ctx.say("group-invited", count=str(count))


async def close_pressed(_: Update, ctx: Ctx) -> None:
    await put(ctx, _shown(ctx, await group_visits.close(ctx.tx, ctx.person, number(ctx.args, 0))))


async def call_off_pressed(_: Update, ctx: Ctx) -> None:
    gathering = await group_visits.call_off(ctx.tx, ctx.person, number(ctx.args, 0))
    await ctx.revise("group-called-off", day=gathering.visit.happened_on, note=gathering.visit.note)


# --- signed in --------------------------------------------------------------------------------------------------------


async def link_opened(_: Update, ctx: Ctx, code: str) -> None:
    """``/start g_CODE``: the invitation, with its button."""
    if ctx.membership is None:
        raise NotForYourRole
    gathering = await group_visits.of_code(ctx.tx, code)
    text = group_visits.invitation(gathering)
    await ctx.say(text.key, buttons=group_visits.sign_in_button(gathering.visit.id), **text.args)


async def sign_in_pressed(_: Update, ctx: Ctx) -> None:
    gathering = await group_visits.sign_in(ctx.tx, ctx.member, only_number(ctx.args), ctx.today)
    if not await group_visits.own_contacts(ctx.tx, ctx.member):
        await ctx.revise("group-signed-in", day=gathering.visit.happened_on)
        return
    await begin_again(ctx, "group.met", {"group_id": gathering.visit.id, "met": []})
    await put(ctx, await _prompt(ctx))


async def ask_met(ctx: Ctx) -> None:
    await put(ctx, await _prompt(ctx), anew=True)


async def _prompt(ctx: Ctx) -> Prompt:
    met = set(ctx.draft["met"])
    known = (await group_visits.own_contacts(ctx.tx, ctx.member))[:MOST_CONTACTS]
    names = [
        ctx.button(
            "group-contact-on" if contact.id in met else "group-contact-off", "group-met", contact.id, name=contact.name
        )
        for contact in known
    ]
    done = [ctx.button("button-done", "group-done")]
    return Prompt(Text("group-ask-met", count=str(len(met))), [*in_pairs(names), done])


async def met_pressed(_: Update, ctx: Ctx) -> None:
    """Tick a contact, or take the tick away."""
    must_stand_at(ctx, "group.met")
    contact_id, met = number(ctx.args, 0), list(ctx.draft["met"])
    after = [one for one in met if one != contact_id] if contact_id in met else [*met, contact_id]
    await ctx.go("group.met", met=after)
    await put(ctx, await _prompt(ctx))


async def take_met(update: Update, ctx: Ctx) -> None:
    """A name typed where a button is meant: ticked."""
    said = words(update)
    named = [one.id for one in await group_visits.own_contacts(ctx.tx, ctx.member) if one.name == said]
    if len(named) != 1:
        raise PressTheNames
    await ctx.go("group.met", met=[*(one for one in ctx.draft["met"] if one != named[0]), named[0]])
    await put(ctx, await _prompt(ctx), anew=True)


async def done_pressed(_: Update, ctx: Ctx) -> None:
    must_stand_at(ctx, "group.met")
    scheme, group_id = ctx.house.scheme, ctx.draft["group_id"]
    logged = await group_visits.met(ctx.tx, ctx.member, group_id, ctx.draft["met"], scheme, ctx.today)
    await ctx.finish()
    await ctx.revise("group-logged", count=str(len(logged)), buttons=[[Button("visit-button-list", "visit-list:0")]])
